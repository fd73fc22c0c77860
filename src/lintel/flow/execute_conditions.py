"""Comparisons, `and`, `or`, `not`, and the patterns of `match`: what they are worth, and what they check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.attributes import method_of
from lintel.flow.builtin_functions import are_numbers
from lintel.flow.combining import choice, mix
from lintel.flow.definitions import Class, Func, Module, Special
from lintel.flow.guards import all_of, any_of, checked, checks_of, compared, negated, truth_of
from lintel.flow.heap import Body
from lintel.flow.values import ALL, FIXED, NO_CHECKS, UNKNOWN, Choice, Const, Lib, Ref, Test, Text, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.solving import Handler, Solving


def _not(frame: Solving, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = negated(frame.value(ins[2]))


def _compare(frame: Solving, ins: ir.Instruction) -> None:
    operator = ir.COMPARE_OPERATORS[ins[3]]
    left, right = frame.value(ins[4]), frame.value(ins[5])
    elements, closed = None, False
    own = _own_outcome(frame, operator, left, right)
    if own is not None:
        frame.state.regs[ins[2]] = own
        return
    if operator in ("in", "not in"):
        elements, closed = _elements(frame, right)
        if elements is not None and type(left) is Const and closed:
            items = frame.items_of(right)
            if items is not None and all(type(each) is Const for each in items):
                holds = left.key in {each.key for each in items}
                frame.state.regs[ins[2]] = Const(holds == (operator == "in"))
                return
    if operator in ("<=", "<") and _is_set(frame, left) and _is_set(frame, right):
        operator, left = "in", frame.element(left, None)
        elements, closed = _elements(frame, right)
    outcome = compared(operator, left, right, elements, closed=closed)
    if type(outcome) is Test:
        frame.note(left)
        frame.note(right)
        if operator in ("is", "==", "is not", "!=") and _is_object_and_none(left, right):
            outcome = Const(operator in ("is not", "!="))
    frame.state.regs[ins[2]] = outcome


_OF_TYPES: Final = frozenset({"is", "is not", "==", "!=", "in", "not in"})


def _own_outcome(frame: Solving, operator: str, left: Value, right: Value) -> Value | None:
    """What an object says of what it contains, and what a type that is asked for says of its value."""
    positive = operator in ("in", "is", "==")
    if operator in ("in", "not in") and type(right) is Ref:
        method = method_of(frame, right, "__contains__", None)
        if method is not None:
            said = frame.call(method, Arguments([left]), None)
            return said if positive else negated(said)
    for one, other in ((left, right), (right, left)):
        if type(one) is Special and one.kind == "type" and operator in _OF_TYPES:
            kinds = frame.items_of(other) or (other,)
            said = Test(checked(one.function, ALL) if are_numbers(kinds) else NO_CHECKS, NO_CHECKS)
            return said if positive else negated(said)
    return None


def _is_set(frame: Solving, value: Value) -> bool:
    body = frame.body(value)
    return body is not None and body.kind == "set"


def _is_object_and_none(left: Value, right: Value) -> bool:
    """`x is None` of what is certainly an object."""
    return any(
        type(other) is Const and other.value is None and type(one) in (Ref, Func, Class, Text, Module)
        for one, other in ((left, right), (right, left))
    )


def _elements(frame: Solving, container: Value) -> tuple[Value | None, bool]:
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


def _condition(frame: Solving, ins: ir.Instruction, *, wanted: bool) -> None:
    """`and` (wanted: true), `or` (false): each further part is run where all before it were as wanted."""
    values = [frame.value(ins[2])]
    before = frame.state.copy() if len(ins) > 3 else None
    for index in range(3, len(ins), 2):
        known = truth_of(values[-1])
        if known is not None and known is not wanted:
            break
        frame.state.check(checks_of(values[-1], holds=wanted))
        if ins[index] != ir.NONE:
            frame.run(ins[index])
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


def _and(frame: Solving, ins: ir.Instruction) -> None:
    _condition(frame, ins, wanted=True)


def _or(frame: Solving, ins: ir.Instruction) -> None:
    _condition(frame, ins, wanted=False)


def _match_class(frame: Solving, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = _is_of(frame, frame.value(ins[2]), frame.value(ins[3]))


def _is_of(frame: Solving, subject: Value, cls: Value) -> Value:
    if type(cls) is Lib and cls.name in ("builtins.int", "builtins.float", "builtins.bool"):
        return Test(checked(subject, ALL), NO_CHECKS)
    body = frame.body(subject)
    if body is not None and body.cls is not None and type(cls) is Class:
        known = [each.key for each in frame.world.lineage(body.cls) if type(each) is Class]
        return Const(cls.key in known)
    return Test(NO_CHECKS, NO_CHECKS)


def _match_positional(frame: Solving, ins: ir.Instruction) -> None:
    subject, cls, index = frame.value(ins[2]), frame.value(ins[3]), ins[4]
    if type(cls) is Class:
        fields = frame.world.class_info(cls).fields
        if index < len(fields):
            frame.state.regs[ins[1]] = frame.attribute(subject, fields[index], None)
            return
    frame.state.regs[ins[1]] = subject if type(cls) is Lib else mix((subject,), None, "match")


def _match_sequence(frame: Solving, ins: ir.Instruction) -> None:
    subject = frame.value(ins[2])
    items = frame.items_of(subject) if type(subject) is not Const else None
    if items is not None:
        frame.state.regs[ins[1]] = Const(len(items) >= ins[3] if ins[4] else len(items) == ins[3])
        return
    frame.state.regs[ins[1]] = Test(NO_CHECKS, NO_CHECKS)


def _match_mapping(frame: Solving, ins: ir.Instruction) -> None:
    subject = frame.value(ins[2])
    body = frame.body(subject)
    if body is not None and body.kind == "dict" and body.exact:
        keys = [key.value for key in map(frame.value, ins[3:]) if type(key) is Const]
        if len(keys) == len(ins) - 3:
            frame.state.regs[ins[1]] = Const(all(key in body.keyed for key in keys))
            return
    frame.state.regs[ins[1]] = Test(NO_CHECKS, NO_CHECKS)


def _match_rest(frame: Solving, ins: ir.Instruction) -> None:
    subject = frame.value(ins[2])
    frame.state.regs[ins[1]] = frame.allocate(Body("dict", None, rest=frame.item(subject, UNKNOWN, None)))


CONDITIONS: Final[dict[int, Handler]] = {
    ir.NOT: _not,
    ir.COMPARE: _compare,
    ir.AND: _and,
    ir.OR: _or,
    ir.MATCH_CLASS: _match_class,
    ir.MATCH_POSITIONAL: _match_positional,
    ir.MATCH_SEQUENCE: _match_sequence,
    ir.MATCH_MAPPING: _match_mapping,
    ir.MATCH_REST: _match_rest,
}
