"""What each instruction does to a frame: values, containers, objects, definitions. Control flow is in `control`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.attributes import method_of
from lintel.flow.builtin_containers import extend, merge_into
from lintel.flow.builtin_conversions import spelled
from lintel.flow.calls import call, call_method
from lintel.flow.combining import choice, is_plain, join, mix
from lintel.flow.definitions import Accessor, Bound, Class, Func, Module
from lintel.flow.guards import all_of, any_of, checked, checks_of, compared, negated, truth_of
from lintel.flow.heap import Body
from lintel.flow.operations import binary, unary
from lintel.flow.texts import text
from lintel.flow.values import (
    ALL,
    FIXED,
    NO_CHECKS,
    NO_VALUE,
    NONE,
    NUMBER,
    UNKNOWN,
    At,
    Choice,
    Const,
    Harmless,
    Hole,
    Lib,
    Opaque,
    Ref,
    Test,
    Text,
    Value,
)
from lintel.flow.world import Arguments, ClassInfo

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


Handler = Callable[["Frame", ir.Instruction], None]


def _move(frame: Frame, ins: ir.Instruction) -> None:
    frame.state.regs[ins[3]] = frame.value(ins[4])


def arguments_of(frame: Frame, ins: ir.Instruction, count_at: int) -> Arguments:
    """The arguments of a CALL or METHOD."""
    value = frame.value
    first = count_at + 1
    after = first + ins[count_at]
    found = Arguments([value(each) for each in ins[first:after]])
    if after < len(ins):
        names = frame.module.names
        for index in range(after, len(ins), 2):
            found.keywords[names[ins[index]]] = value(ins[index + 1])
    return found


def _call(frame: Frame, ins: ir.Instruction) -> None:
    callee = frame.value(ins[3])
    arguments = arguments_of(frame, ins, 4)
    frame.state.regs[ins[2]] = call(frame, callee, arguments, frame.place("Call", ins[1]))


def _method(frame: Frame, ins: ir.Instruction) -> None:
    receiver = frame.value(ins[3])
    arguments = arguments_of(frame, ins, 5)
    name = frame.module.names[ins[4]]
    frame.state.regs[ins[2]] = call_method(frame, receiver, name, arguments, frame.place("Call", ins[1]))


def unpacked(frame: Frame, pairs: tuple[int, ...]) -> Arguments:
    """The arguments of a CALL_UNPACKED or CLASS."""
    found = Arguments()
    for index in range(0, len(pairs), 2):
        how, value = pairs[index], frame.value(pairs[index + 1])
        if how == ir.POSITIONAL:
            if found.star is None:
                found.positional.append(value)
            else:
                found.star = _with(frame, found.star, value)
        elif how == ir.STAR:
            _add_star(frame, found, value)
        elif how == ir.DOUBLE_STAR:
            _add_double_star(frame, found, value)
        else:
            found.keywords[frame.module.names[how]] = value
    return found


def _with(frame: Frame, star: Value, value: Value) -> Value:
    return frame.allocate(Body("tuple", None, rest=choice((frame.element(star, None), value))))


def _add_star(frame: Frame, found: Arguments, value: Value) -> None:
    items = frame.items_of(value)
    if items is not None and found.star is None:
        found.positional.extend(items)
    elif found.star is None:
        found.star = value
    else:
        found.star = _with(frame, found.star, frame.element(value, None))


def _add_double_star(frame: Frame, found: Arguments, value: Value) -> None:
    body = frame.body(value)
    if body is not None and body.kind == "dict":
        found.keywords.update({key: each for key, each in body.keyed.items() if isinstance(key, str)})
        if body.rest is not None:
            found.double_star = frame.allocate(Body("dict", None, rest=body.rest))
        elif body.base is not None:
            found.double_star = body.base
    else:
        found.double_star = value


def _call_unpacked(frame: Frame, ins: ir.Instruction) -> None:
    callee = frame.value(ins[3])
    arguments = unpacked(frame, ins[4:])
    for value in (arguments.star, arguments.double_star):
        if value is not None:
            frame.note(value)
    frame.state.regs[ins[2]] = call(frame, callee, arguments, frame.place("Call", ins[1]))


def _attribute(frame: Frame, ins: ir.Instruction) -> None:
    owner = frame.value(ins[3])
    name = frame.module.names[ins[4]]
    frame.state.regs[ins[2]] = frame.attribute(owner, name, frame.place("Attribute", ins[1]))


def _subscript(frame: Frame, ins: ir.Instruction) -> None:
    owner, key = frame.value(ins[3]), frame.value(ins[4])
    frame.state.regs[ins[2]] = frame.item(owner, key, frame.place("Subscript", ins[1]))


def _slice(frame: Frame, ins: ir.Instruction) -> None:
    parts = tuple(NONE if each == ir.NONE else frame.value(each) for each in ins[2:5])
    frame.state.regs[ins[1]] = frame.allocate(Body("slice", parts))


def _binary(frame: Frame, ins: ir.Instruction) -> None:
    operator = ir.BINARY_OPERATORS[ins[3]]
    left, right = frame.value(ins[4]), frame.value(ins[5])
    frame.state.regs[ins[2]] = binary(frame, operator, left, right, frame.place("BinaryOperation", ins[1]))


def _augment(frame: Frame, ins: ir.Instruction) -> None:
    operator = ir.BINARY_OPERATORS[ins[3]]
    left, right = frame.value(ins[4]), frame.value(ins[5])
    at = frame.place("AugAssign", ins[1])
    body = frame.body(left)
    if operator in ("+", "|") and body is not None and body.kind in ("list", "set", "dict") and type(left) is Ref:
        if body.kind == "dict":
            merge_into(frame, left, right, at)
        else:
            extend(frame, left, right, at)
        frame.state.regs[ins[2]] = left
        return
    frame.state.regs[ins[2]] = binary(frame, operator, left, right, at)


def _unary(frame: Frame, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = unary(ir.UNARY_OPERATORS[ins[2]], frame.value(ins[3]))


def _not(frame: Frame, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = negated(frame.value(ins[2]))


def _compare(frame: Frame, ins: ir.Instruction) -> None:
    operator = ir.COMPARE_OPERATORS[ins[3]]
    left, right = frame.value(ins[4]), frame.value(ins[5])
    elements, closed = None, False
    if operator in ("in", "not in"):
        elements, closed = _elements(frame, right)
        if elements is not None and type(left) is Const and closed:
            items = frame.items_of(right)
            if items is not None and all(type(each) is Const for each in items):
                holds = left.key in {each.key for each in items}
                frame.state.regs[ins[2]] = Const(holds == (operator == "in"))
                return
    outcome = compared(operator, left, right, elements, closed=closed)
    if type(outcome) is Test:
        frame.note(left)
        frame.note(right)
        same = _same_kind(frame, left, right)
        if same is not None and operator in ("is", "==", "is not", "!="):
            outcome = Const(same == (operator in ("is", "==")))
    frame.state.regs[ins[2]] = outcome


def _same_kind(frame: Frame, left: Value, right: Value) -> bool | None:
    """`x is None` of what is certainly an object."""
    for one, other in ((left, right), (right, left)):
        if type(other) is Const and other.value is None and type(one) in (Ref, Func, Class, Text, Module):
            return False
    return None


def _elements(frame: Frame, container: Value) -> tuple[Value | None, bool]:
    """What a container holds (of a dictionary: its keys), and whether that is all."""
    body = frame.body(container)
    if body is None:
        if type(container) is Class:
            return FIXED, True
        if type(container) is Const and isinstance(container.value, tuple):
            return FIXED, True
        if type(container) is Choice:
            found = [_elements(frame, each) for each in container.values]
            if all(each is not None for each, _ in found):
                return choice([each for each, _ in found if each is not None]), all(closed for _, closed in found)
        return None, False
    if body.kind == "dict":
        return (FIXED if body.rest is None else UNKNOWN), body.exact or _trusted(body.base)
    if body.kind == "object":
        return None, False
    element = body.element()
    if body.base is not None:
        return element, _trusted(body.base)
    return element, True


def _trusted(base: Value | None) -> bool:
    return base is None or (type(base) is Lib and base.source is None)


def _condition(frame: Frame, ins: ir.Instruction, *, wanted: bool) -> None:
    """`and` (wanted: true), `or` (false): each further part is run where all before it were as wanted."""
    values = [frame.value(ins[2])]
    before = frame.state.copy() if len(ins) > 3 else None
    for index in range(3, len(ins), 2):
        known = truth_of(values[-1])
        if known is not None and known is not wanted:
            break
        frame.state.check(checks_of(values[-1], holds=wanted))
        if ins[index] != ir.NONE:
            frame.run(ins[index])  # type: ignore[attr-defined]
        values.append(frame.value(ins[index + 1]))
    if before is not None:
        frame.state.checked = before.checked
    frame.state.regs[ins[1]] = _outcome(values, wanted=wanted)


def _outcome(values: list[Value], *, wanted: bool) -> Value:
    if any(type(value) is Test for value in values):
        open_ones = [value for value in values if truth_of(value) is not wanted]
        if not open_ones:
            return values[-1]
        return all_of(open_ones) if wanted else any_of(open_ones)
    kept: list[Value] = []
    for index, value in enumerate(values):
        truth = truth_of(value)
        last = index == len(values) - 1
        if last or truth is None or truth is not wanted:
            kept.append(value)
        if truth is not None and truth is not wanted:
            break
    if wanted and len(kept) > 1:
        kept = [value for value in kept[:-1] if truth_of(value) is not None] + kept[-1:]
    return choice(kept)


def _and(frame: Frame, ins: ir.Instruction) -> None:
    _condition(frame, ins, wanted=True)


def _or(frame: Frame, ins: ir.Instruction) -> None:
    _condition(frame, ins, wanted=False)


def _fstring(frame: Frame, ins: ir.Instruction) -> None:
    parts = [_spelled(frame, frame.value(each)) for each in ins[3:]]
    choices = [each for each in parts if type(each) is Choice]
    kind = "FormattedString" if ins[0] == ir.FSTRING else "ConcatenatedString"
    at = frame.place(kind, ins[1])
    if len(choices) == 1 and len(choices[0].values) <= 4:
        one = choices[0]
        frame.state.regs[ins[2]] = choice(
            [text([each if part is one else part for part in parts], at) for each in one.values]
        )
        return
    frame.state.regs[ins[2]] = text(parts, at)


def _spelled(frame: Frame, value: Value) -> Value:
    """What `format()` makes of a value that is no text."""
    if type(value) is Ref:
        return spelled(frame, value, None)
    return value


def _tstring(frame: Frame, ins: ir.Instruction) -> None:
    """A template string binds what is put in: whoever takes it decides."""
    frame.state.regs[ins[2]] = FIXED


def _format(frame: Frame, ins: ir.Instruction) -> None:
    value = frame.value(ins[2])
    spec = NO_VALUE if ins[4] == ir.NONE else frame.value(ins[4])
    if type(spec) is Const and isinstance(spec.value, str) and spec.value[-1:] in ("d", "f", "x", "e", "g", "n", "X"):
        value = NUMBER if type(value) is not Const else value
    elif not is_plain(spec) and spec is not NO_VALUE:
        value = mix((value, spec), None, "format")
    frame.state.regs[ins[1]] = _spelled(frame, value)


def _sequence(kind: str) -> Handler:
    def make(frame: Frame, ins: ir.Instruction) -> None:
        values = tuple(frame.value(each) for each in ins[3:])
        frame.state.regs[ins[2]] = frame.allocate(Body(kind, ()).with_items(values))

    return make


def _dict(frame: Frame, ins: ir.Instruction) -> None:
    keyed: dict[object, Value] = {}
    body = Body("dict")
    for index in range(3, len(ins), 2):
        key, value = frame.value(ins[index]), frame.value(ins[index + 1])
        if type(key) is Const and len(keyed) < 200:
            keyed[key.value] = value
        else:
            body = body.with_some(value)
    frame.state.regs[ins[2]] = frame.allocate(Body("dict", None, keyed, rest=body.rest))


def _add(frame: Frame, ins: ir.Instruction) -> None:
    owner, value = frame.value(ins[1]), frame.clean(frame.value(ins[2]))
    body = frame.held(owner)
    if body.items is not None and not frame.comprehending:  # type: ignore[attr-defined]
        frame.set_body(owner, body.with_items((*body.items, value)))
    else:
        frame.set_body(owner, body.with_some(value))


def _extend(frame: Frame, ins: ir.Instruction) -> None:
    extend(frame, frame.value(ins[1]), frame.value(ins[2]), None)


def _add_pair(frame: Frame, ins: ir.Instruction) -> None:
    owner, key, value = (frame.clean(frame.value(each)) for each in ins[1:4])
    frame.set_body(owner, frame.held(owner).with_item(key, value))


def _merge(frame: Frame, ins: ir.Instruction) -> None:
    merge_into(frame, frame.value(ins[1]), frame.value(ins[2]), None)


def _await(frame: Frame, ins: ir.Instruction) -> None:
    value = frame.value(ins[3])
    if type(value) is Lib:
        value = frame.world.library_awaited(value, frame.place("Await", ins[1]) or At(frame.path, "", 0))
    frame.state.regs[ins[2]] = value


def _yield(frame: Frame, ins: ir.Instruction) -> None:
    frame.elements.append(frame.freeze(frame.value(ins[3])))
    frame.state.regs[ins[2]] = UNKNOWN


def _yield_from(frame: Frame, ins: ir.Instruction) -> None:
    frame.elements.append(frame.freeze(frame.element(frame.value(ins[3]), frame.place("Yield", ins[1]))))
    frame.state.regs[ins[2]] = UNKNOWN


def _function(frame: Frame, ins: ir.Instruction) -> None:
    index = ins[3]
    defaults: dict[int, Value] = {}
    for place in range(4, len(ins), 2):
        what, value = ins[place], frame.value(ins[place + 1])
        if what == ir.RETURNS:
            continue
        if what % 2:
            frame.world.note_annotation(frame.path, index, what // 2, value)  # type: ignore[attr-defined]
        else:
            defaults[what // 2] = frame.freeze(value)
    owner = frame if frame.function.kind in (ir.DEFINITION, ir.LAMBDA_EXPRESSION) else None
    made = Func(frame.path, index, defaults, owner)
    frame.world.note_function(frame, made)  # type: ignore[attr-defined]
    frame.state.regs[ins[2]] = made


def _class(frame: Frame, ins: ir.Instruction) -> None:
    arguments = unpacked(frame, ins[4:])
    value = Class(frame.path, ins[3])
    info = ClassInfo(value, frame.module.functions[ins[3]].name, tuple(arguments.positional))
    frame.world.define_class(info)
    body = frame.inner(ins[3])  # type: ignore[attr-defined]
    body.owner = value
    body.run(0)
    function = body.function
    for slot, name in enumerate(function.slots):
        held = body.state.regs[slot]
        if held is not None:
            frozen = body.freeze(held)
            info.members[frame.module.names[name]] = frozen
    info.members.update(body.setters)
    info.fields = tuple(body.fields)
    info.annotations = dict(body.field_annotations)
    frame.state.regs[ins[2]] = value


def _decorate(frame: Frame, ins: ir.Instruction) -> None:
    decorator, value = frame.value(ins[3]), frame.value(ins[4])
    at = frame.place("Decorator", ins[1])
    if type(decorator) is Accessor:
        if decorator.kind == "setter" and type(value) is Func:
            name = frame.module.functions[value.index].name
            frame.setters[f"{name}.setter"] = value  # type: ignore[attr-defined]
        frame.state.regs[ins[2]] = decorator.getter
        return
    if type(decorator) is Lib or type(decorator) not in (Func, Bound, Choice, Class, Ref, Hole):
        frame.state.regs[ins[2]] = frame.world.decorated(frame, decorator, value, at or At(frame.path, "", 0))
        return
    made = call(frame, decorator, Arguments([value]), at)
    if type(made) in (Opaque, Harmless, Const) or made is NO_VALUE:
        made = value
    frame.state.regs[ins[2]] = made


def _type_parameter(frame: Frame, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = UNKNOWN


def _lookup(frame: Frame, ins: ir.Instruction) -> None:
    held = frame.state.regs[ins[2]]
    frame.state.regs[ins[1]] = frame.value(ins[3]) if held is None else held


def _store_outer(frame: Frame, ins: ir.Instruction) -> None:
    operand, value = ins[3], frame.value(ins[4])
    frozen = frame.freeze(value)
    frame.outer[operand] = join(frame.outer.get(operand), frozen) or frozen
    frame.captures[operand] = value


def _store_attribute(frame: Frame, ins: ir.Instruction) -> None:
    owner, value = frame.value(ins[2]), frame.value(ins[4])
    frame.store_attribute(owner, frame.module.names[ins[3]], value, frame.place("Attribute", ins[1]))


def _store_subscript(frame: Frame, ins: ir.Instruction) -> None:
    owner, key, value = frame.value(ins[2]), frame.value(ins[3]), frame.value(ins[4])
    frame.store_item(owner, key, value, frame.place("Subscript", ins[1]))


def _unpack(frame: Frame, ins: ir.Instruction) -> None:
    source, star, registers = frame.value(ins[3]), ins[4], ins[5:]
    items = frame.items_of(source)
    regs = frame.state.regs
    at = None if ins[2] < 0 else At(frame.path, ir.KINDS[ins[1]], ins[2])
    if items is not None and star < 0 and len(items) == len(registers):
        for register, value in zip(registers, items, strict=True):
            regs[register] = value
        return
    if items is not None and star >= 0 and len(items) >= len(registers) - 1:
        after = len(registers) - star - 1
        middle = items[star : len(items) - after]
        values = [*items[:star], frame.allocate(Body("list", middle)), *items[len(items) - after :]]
        for register, value in zip(registers, values, strict=True):
            regs[register] = value
        return
    for place, register in enumerate(registers):
        value = frame.item(source, Const(place), at) if star < 0 else frame.element(source, at)
        if value is NO_VALUE:
            value = frame.element(source, at)
        if place == star:
            value = frame.allocate(Body("list", None, rest=value))
        regs[register] = value


def _annotate(frame: Frame, ins: ir.Instruction) -> None:
    if ins[1] < 0:
        return
    said = frame.world.annotated(frame.value(ins[2]))
    name = frame.module.names[frame.function.slots[ins[1]]] if ins[1] < len(frame.function.slots) else ""
    if frame.function.kind == ir.CLASS_BODY:
        frame.fields.append(name)
        if said is not None:
            frame.field_annotations[name] = said  # type: ignore[attr-defined]
        return
    held = frame.state.regs[ins[1]]
    if said is not None and (held is None or type(held) is Opaque):
        frame.state.regs[ins[1]] = said


def _nothing(_frame: Frame, _ins: ir.Instruction) -> None:
    return None


def _delete(frame: Frame, ins: ir.Instruction) -> None:
    if ins[1] >= 0:
        frame.state.regs[ins[1]] = None


def _delete_subscript(frame: Frame, ins: ir.Instruction) -> None:
    owner, key = frame.value(ins[2]), frame.value(ins[3])
    body = frame.body(owner)
    if body is None or type(key) is not Const:
        return
    if body.kind == "dict":
        frame.set_body(owner, body.without(key.value))
    elif body.items is not None and isinstance(key.value, int) and -len(body.items) <= key.value < len(body.items):
        items = list(body.items)
        del items[key.value]
        frame.set_body(owner, body.with_items(tuple(items)))


def _import(frame: Frame, ins: ir.Instruction) -> None:
    name = frame.module.names[ins[3]]
    frame.state.regs[ins[2]] = frame.world.imported(frame.path, name, 0, None, whole=bool(ins[4]))


def _import_from(frame: Frame, ins: ir.Instruction) -> None:
    names = frame.module.names
    frame.state.regs[ins[2]] = frame.world.imported(frame.path, names[ins[3]], ins[4], names[ins[5]], whole=True)


def _enter(frame: Frame, ins: ir.Instruction) -> None:
    manager = frame.value(ins[4])
    at = frame.place("WithItem", ins[1])
    frame.state.regs[ins[3]] = entered(frame, manager, at, is_async=bool(ins[2]))


def entered(frame: Frame, manager: Value, at: At | None, *, is_async: bool) -> Value:
    """What `with manager as x` binds: itself, what its class says, or what a generator yields."""
    kind = type(manager)
    if kind is Choice:
        return choice([entered(frame, each, at, is_async=is_async) for each in manager.values])
    if kind in (Ref, Hole):
        body = frame.body(manager)
        if body is not None and body.kind == "iterator":
            return frame.element(manager, at)
        method = method_of(frame, manager, "__aenter__" if is_async else "__enter__", at)
        if method is not None:
            return call(frame, method, Arguments(), at)
    if kind is Lib and is_async:
        return frame.world.library_awaited(manager, at or At(frame.path, "", 0))
    return manager


def _match_class(frame: Frame, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = _is_of(frame, frame.value(ins[2]), frame.value(ins[3]), ins[4])


def _is_of(frame: Frame, subject: Value, cls: Value, count: int) -> Value:
    if type(cls) is Lib and cls.name in ("builtins.int", "builtins.float", "builtins.bool"):
        return Test(checked(subject, ALL), NO_CHECKS, (subject,))
    body = frame.body(subject)
    if body is not None and body.cls is not None and type(cls) is Class:
        known = [each.key for each in frame.world.lineage(body.cls) if type(each) is Class]
        return Const(cls.key in known)
    return Test(NO_CHECKS, NO_CHECKS, (subject,))


def _match_positional(frame: Frame, ins: ir.Instruction) -> None:
    subject, cls, index = frame.value(ins[2]), frame.value(ins[3]), ins[4]
    if type(cls) is Class:
        fields = frame.world.class_info(cls).fields
        if index < len(fields):
            frame.state.regs[ins[1]] = frame.attribute(subject, fields[index], None)
            return
    frame.state.regs[ins[1]] = subject if type(cls) is Lib else mix((subject,), None, "match")


def _match_sequence(frame: Frame, ins: ir.Instruction) -> None:
    subject = frame.value(ins[2])
    items = frame.items_of(subject) if type(subject) is not Const else None
    if items is not None:
        frame.state.regs[ins[1]] = Const(len(items) >= ins[3] if ins[4] else len(items) == ins[3])
        return
    frame.state.regs[ins[1]] = Test(NO_CHECKS, NO_CHECKS, (subject,))


def _match_mapping(frame: Frame, ins: ir.Instruction) -> None:
    subject = frame.value(ins[2])
    body = frame.body(subject)
    if body is not None and body.kind == "dict" and body.exact:
        keys = [frame.value(each) for each in ins[3:]]
        if all(type(key) is Const for key in keys):
            held = all(key.value in body.keyed for key in keys)  # type: ignore[attr-defined]
            frame.state.regs[ins[1]] = Const(held)
            return
    frame.state.regs[ins[1]] = Test(NO_CHECKS, NO_CHECKS, (subject,))


def _match_rest(frame: Frame, ins: ir.Instruction) -> None:
    subject = frame.value(ins[2])
    frame.state.regs[ins[1]] = frame.allocate(Body("dict", None, rest=frame.item(subject, UNKNOWN, None)))


SIMPLE: Final[dict[int, Handler]] = {
    ir.MOVE: _move, ir.CALL: _call, ir.CALL_UNPACKED: _call_unpacked, ir.METHOD: _method, ir.ATTRIBUTE: _attribute,
    ir.SUBSCRIPT: _subscript, ir.SLICE: _slice, ir.BINARY: _binary, ir.AUGMENT: _augment, ir.UNARY: _unary,
    ir.NOT: _not, ir.COMPARE: _compare, ir.AND: _and, ir.OR: _or, ir.FSTRING: _fstring, ir.CONCAT: _fstring,
    ir.TSTRING: _tstring, ir.FORMAT: _format, ir.LIST: _sequence("list"), ir.TUPLE: _sequence("tuple"),
    ir.SET: _sequence("set"), ir.DICT: _dict, ir.ADD: _add, ir.EXTEND: _extend, ir.ADD_PAIR: _add_pair,
    ir.MERGE: _merge, ir.AWAIT: _await, ir.YIELD: _yield, ir.YIELD_FROM: _yield_from, ir.FUNCTION: _function,
    ir.LAMBDA: _function, ir.CLASS: _class, ir.DECORATE: _decorate, ir.TYPE_PARAMETER: _type_parameter,
    ir.LOOKUP: _lookup, ir.STORE_OUTER: _store_outer, ir.STORE_ATTRIBUTE: _store_attribute,
    ir.STORE_SUBSCRIPT: _store_subscript, ir.UNPACK: _unpack, ir.ANNOTATE: _annotate,
    ir.ANNOTATE_ATTRIBUTE: _nothing, ir.DELETE: _delete, ir.DELETE_ATTRIBUTE: _nothing,
    ir.DELETE_SUBSCRIPT: _delete_subscript, ir.IMPORT: _import, ir.IMPORT_FROM: _import_from,
    ir.IMPORT_STAR: _nothing, ir.ENTER: _enter, ir.MATCH_CLASS: _match_class,
    ir.MATCH_POSITIONAL: _match_positional, ir.MATCH_SEQUENCE: _match_sequence, ir.MATCH_MAPPING: _match_mapping,
    ir.MATCH_REST: _match_rest,
}  # fmt: skip
