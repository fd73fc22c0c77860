"""Calls: who is called, with what, and what that does to the caller, told from the callee's summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lintel.flow import ir
from lintel.flow.builtin_functions import FUNCTIONS
from lintel.flow.builtin_methods import method_of_value
from lintel.flow.frame import Frame, Instance, Special
from lintel.flow.heap import Body, joined, rebuilt
from lintel.flow.shapes import shapes_of
from lintel.flow.summary import Call, Effect, Event, Summary
from lintel.flow.values import (
    NO_VALUE, NONE, UNKNOWN, At, Bound, Checks, Choice, Class, Const, Fresh, Func, Harmless, Hole, Lib, Mix, Module,
    Opaque, Partial, Ref, Super, Test, Value, bounded, choice, is_plain, mix,
)  # fmt: skip
from lintel.flow.world import Arguments

MOST_CALLEES: Final = 8
DEEPEST: Final = 60
_HERE: Final = At("", "", -1)


def call(frame: Frame, callee: Value, arguments: Arguments, at: At | None) -> Value:
    """What calling a value gives."""
    kind = type(callee)
    if kind is Func:
        return call_function(frame, callee, arguments, at)
    if kind is Lib:
        return _call_library(frame, callee, arguments, at)
    if kind is Bound:
        return _call_bound(frame, callee, arguments, at)
    if kind is Class:
        return _construct(frame, callee, arguments, at)
    if kind is Choice:
        return choice([call(frame, each, arguments, at) for each in callee.values[:MOST_CALLEES]])
    if kind is Partial:
        merged = Arguments(
            [*callee.positional, *arguments.positional],
            {**callee.keywords, **arguments.keywords},
            arguments.star,
            arguments.double_star,
        )
        return call(frame, callee.function, merged, at)
    if kind in (Ref, Hole, Instance):
        method = frame._method(callee, "__call__", at)
        if method is not None:
            return call(frame, method, arguments, at)
    if kind is Special:
        return call(frame, callee.function, arguments, at)
    if kind is Fresh:
        return call(frame, frame.thaw(callee), arguments, at)
    frame.note(callee)
    _let_go(frame, arguments)
    return unknown_result(callee, arguments, at)


def unknown_result(callee: Value, arguments: Arguments, at: At | None) -> Value:
    """What a callee gives of which nothing is known: something made of all that it is given."""
    made = [value for value in arguments.all() if not is_plain(value)]
    if type(callee) in (Mix,) or (type(callee) is Bound and type(callee.receiver) in (Mix, Hole)):
        made.insert(0, callee.receiver if type(callee) is Bound else callee)
    name = callee.name if type(callee) is Bound else ""
    return mix(made, at, name, weak=True) if made else Opaque(name, at)


def _let_go(frame: Frame, arguments: Arguments) -> None:
    """Objects that go to an unknown callee keep what is known of them."""


def _call_library(frame: Frame, callee: Lib, arguments: Arguments, at: At | None) -> Value:
    name = callee.name
    if name.startswith("builtins."):
        special = FUNCTIONS.get(name[9:])
        if special is not None:
            found = special(frame, arguments, at)
            if found is not None:
                return found
    return frame.world.library_call(frame, callee, arguments, at or At(frame.path, "", 0))


def _call_bound(frame: Frame, callee: Bound, arguments: Arguments, at: At | None) -> Value:
    if callee.function is not None:
        merged = Arguments(
            [callee.receiver, *arguments.positional], arguments.keywords, arguments.star, arguments.double_star
        )
        return call(frame, callee.function, merged, at)
    return call_method(frame, callee.receiver, callee.name, arguments, at)


def call_method(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> Value:
    """`receiver.name(...)`."""
    kind = type(receiver)
    if kind is Choice:
        several = receiver.values[:MOST_CALLEES]
        return choice([call_method(frame, each, name, arguments, at) for each in several])
    if kind is Lib:
        return call_library_method(frame, receiver, name, arguments, at)
    if kind is Fresh:
        return call_method(frame, frame.thaw(receiver), name, arguments, at)
    if kind in (Module, Class, Super):
        found = frame.attribute(receiver, name, at)
        if kind is Class and type(found) is Opaque:
            return unknown_result(found, arguments, at)
        if type(found) is Bound and found.function is None and found.receiver is receiver:
            return unknown_result(found, arguments, at)
        return call(frame, found, arguments, at)
    if kind in (Ref, Hole, Instance):
        found = _own_method(frame, receiver, name, at)
        if found is not None:
            return call(frame, found, arguments, at)
    result = method_of_value(frame, receiver, name, arguments, at)
    if kind is Hole:
        if type(receiver.hint) is Lib:
            typed = Lib(receiver.hint.name, receiver.hint.at, (receiver,), None, 0)
            return call_library_method(frame, typed, name, arguments, at)
        if type(receiver.hint) is not Instance:
            frame.note(receiver)
        _pending(frame, receiver, name, arguments, at)
    elif kind in (Opaque, Mix) or result is None:
        _pending(frame, receiver, name, arguments, at)
    if result is not None:
        return result
    return unknown_result(Bound(receiver, None, name), arguments, at)


def _own_method(frame: Frame, receiver: Value, name: str, at: At | None) -> Value | None:
    """What the object itself, its class, or (where that leaves it open) the classes below have under the name."""
    body = frame.body(receiver)
    if body is not None:
        if name in body.fields:
            return body.fields[name]
        if body.cls is None and type(receiver) is Ref:
            return None
    cls = frame._class_of(receiver)
    if cls is None:
        return None
    found = frame._of_class(cls, receiver, name, at, missing=None)
    if type(receiver) is Ref:
        if found is None and body is not None and body.base is not None:
            return frame.attribute(body.base, name, at)
        return found
    below = frame.world.implementations(cls, name)
    if below:
        frame.note(receiver)
        several = [Bound(receiver, each) if type(each) is Func else each for each in below[:MOST_CALLEES]]
        return choice([*([found] if found is not None else []), *several])
    if found is None:
        held = frame.attribute(receiver, name, at)
        return held if type(held) in (Func, Class, Bound, Lib, Partial, Choice) else None
    return found


def _pending(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> None:
    """Tell callers of a call that may be a sink, once they know what it is called on."""
    if at is None or not frame.world.is_hazard(name):
        return
    values = {str(index): frame.freeze(value) for index, value in enumerate(arguments.positional)}
    values.update({word: frame.freeze(value) for word, value in arguments.keywords.items()})
    frame.tell(Event(None, at, frame.symbol, values, name, frame.freeze(receiver)))


def call_library_method(frame: Frame, receiver: Lib, name: str, arguments: Arguments, at: At | None) -> Value:
    """A method of a library's value: what knowledge says, what was stored in it here, what texts do."""
    body = frame.body(receiver)
    if body is not None and name in body.fields:
        return call(frame, body.fields[name], arguments, at)
    found = frame.world.library_method(frame, receiver, name, at or _HERE)
    if type(found) is not Lib:
        return call(frame, found, arguments, at)
    return _call_library(frame, found, arguments, at)


# Functions of the project


def call_function(frame: Frame, callee: Func, arguments: Arguments, at: At | None) -> Value:
    """Call a function of the project: bind, take its summary, and let it do here what it does."""
    world = frame.world
    known = world.known_call(frame, callee, arguments, at or _HERE)
    if known is not None:  # what the project says of its function goes before what the function's body says
        world.called(callee)
        return known
    function = world.module_ir(callee.path).functions[callee.index]
    actuals = bind(frame, function, callee, arguments, at)
    for operand in function.captures:
        held = callee.captures.get(operand)
        if held is None:
            held = callee.env.value(operand) if callee.env is not None else _elsewhere(frame, callee, operand)
        actuals.append(held)
    world.called(callee)
    bare = callee if callee.env is None and not callee.captures else Func(callee.path, callee.index)
    summary = world.summary(bare, None)
    if summary.sensitive and (summary.events or summary.effects or not is_plain(summary.returns)):
        shapes = shapes_of(frame, actuals, summary.sensitive)
        if shapes is not None:
            summary = world.summary(bare, shapes)
    return apply(frame, summary, actuals, callee, at, function)


def _elsewhere(frame: Frame, callee: Func, operand: int) -> Value:
    entry = frame.world.module_ir(callee.path).pool[~operand]
    if type(entry) is tuple and entry[0] == ir.VARIABLE and entry[1] == 0:
        return frame.world.variable(callee.path, entry[2])
    return frame.value(operand) if callee.path == frame.path else UNKNOWN


def bind(frame: Frame, function: ir.Function, callee: Func, arguments: Arguments, at: At | None) -> list[Value]:
    """The value of each parameter."""
    positional = list(arguments.positional)
    keywords = dict(arguments.keywords)
    found: list[Value] = []
    names = frame.world.module_ir(callee.path).names
    for index, (kind, _) in enumerate(function.params):
        name = names[function.slots[index]]
        if kind == ir.VARIADIC:
            found.append(_rest(frame, positional, arguments))
            positional = []
        elif kind == ir.VARIADIC_KEYWORDS:
            base = arguments.double_star
            found.append(frame.allocate(Body("dict", keyed=dict(keywords), base=base)))
        elif kind != ir.KEYWORD_ONLY and positional:
            found.append(positional.pop(0))
        elif kind != ir.POSITIONAL_ONLY and name in keywords:
            found.append(keywords.pop(name))
        else:
            found.append(_missing(frame, callee, index, name, kind, arguments, at))
    return found


def _rest(frame: Frame, positional: list[Value], arguments: Arguments) -> Value:
    if arguments.star is None:
        return frame.allocate(Body("tuple", tuple(positional)))
    element = frame.element(arguments.star, None)
    return frame.allocate(Body("tuple", None, rest=choice([*positional, element])))


def _missing(
    frame: Frame, callee: Func, index: int, name: str, kind: int, arguments: Arguments, at: At | None
) -> Value:
    brought: list[Value] = []
    if arguments.star is not None and kind != ir.KEYWORD_ONLY:
        brought.append(frame.item(arguments.star, Const(index - len(arguments.positional)), at))
    if arguments.double_star is not None and kind != ir.POSITIONAL_ONLY:
        brought.append(frame.item(arguments.double_star, Const(name), at))
    brought = [value for value in brought if value is not NO_VALUE]
    default = callee.defaults.get(index)
    if default is not None:
        brought.append(frame.thaw(default))
    return choice(brought) if brought else UNKNOWN


def apply(
    frame: Frame, summary: Summary, actuals: Sequence[Value], callee: Func, at: At | None, function: ir.Function
) -> Value:
    """Let a summary do its work in the caller: effects, checks, events; then what it returns."""
    put = Putting(frame, actuals, at)
    for effect in summary.effects:
        _take_effect(frame, put, effect)
    for operand, value in summary.outer.items():
        _rebind(frame, callee, operand, put(value))
    name = function.name
    for event in summary.events:
        _take_event(frame, put, event, at, name)
    frame.state.check(put.checks(summary.checks))
    if not summary.leaves:
        frame.state.alive = False
        _leave_by_raising(frame)
        return NO_VALUE
    if summary.elements is not None:
        result: Value = frame.allocate(Body("iterator", None, rest=put(summary.elements)))
    else:
        result = put(summary.returns)
    if summary.when_true or summary.when_false:
        yes, no = put.checks(summary.when_true), put.checks(summary.when_false)
        if type(result) is Test:
            return Test({**result.yes, **yes}, {**result.no, **no}, result.over)
        if is_plain(result):
            return Test(yes, no, tuple(actuals))
    return _come_back(result, at, name)


def _come_back(result: Value, at: At | None, name: str) -> Value:
    """Request data that a callee gives back came through this call."""
    if type(result) is Lib and result.source is not None and at is not None:
        inner = result.inputs[0] if result.inputs and type(result.inputs[0]) is Lib else result
        return Lib(result.name, at, (inner,), result.source, result.oid, result.arguments)
    return bounded(result)


def _leave_by_raising(frame: Frame) -> None:
    if frame.raised:
        left = frame.state.copy()
        left.alive = True
        frame.raised[-1].append(left)


def _rebind(frame: Frame, callee: Func, operand: int, value: Value) -> None:
    entry = frame.world.module_ir(callee.path).pool[~operand]
    if type(entry) is not tuple or entry[0] != ir.VARIABLE:
        return
    here: Frame | None = callee.env or (frame if callee.path == frame.path else None)
    while here is not None:
        if here.index == entry[1] and here.path == callee.path:
            known = here.state.regs[entry[2]]
            here.state.regs[entry[2]] = value if known is None else choice((known, value))
            return
        here = here.env


def _take_effect(frame: Frame, put: Putting, effect: Effect) -> None:
    target = put(effect.target)
    body = effect.body.mapped(put)
    targets = target.values if type(target) is Choice else (target,)
    for each in targets:
        if type(each) not in (Ref, Hole, Lib) or frame.oid_of(each) is None:
            continue
        known = frame.held(each)
        if effect.whole:
            base = known.base
            made = Body(body.kind, body.items, body.keyed, body.fields, body.rest, base, known.cls or body.cls)
            frame.set_body(each, made if len(targets) == 1 else joined(known, made))
            continue
        for name, value in body.fields.items():
            known = known.with_field(name, value if len(targets) == 1 else choice((value, UNKNOWN)))
        for key, value in body.keyed.items():
            known = known.with_item(Const(key), value, sure=len(targets) == 1)
        if body.items is not None:
            for value in body.items:
                known = known.with_some(value)
        if body.rest is not None:
            known = known.with_some(body.rest)
        frame.set_body(each, known)


def _take_event(frame: Frame, put: Putting, event: Event, at: At | None, name: str) -> None:
    values = {role: put(value) for role, value in event.values.items()}
    if at is None:
        return
    calls = (*event.calls[: DEEPEST - 1], Call(at, frame.symbol, name))  # of more than that the way is told in part
    if event.sink is None and event.receiver is not None:
        receiver = put(event.receiver)
        if type(receiver) is Lib:
            _settle(frame, receiver, event._replace(values=values, calls=calls))
            return
        if type(receiver) not in (Hole, Mix, Opaque):
            return
        frozen = frame.freeze(receiver)
        values = {role: frame.freeze(value) for role, value in values.items()}
        frame.tell(event._replace(values=values, receiver=frozen, calls=calls))
        return
    if _only_hands_on(event) and not frame.calls_handlers:
        made = event._replace(at=at, symbol=frame.symbol, reached=event.reached or event.at)
    else:
        made = event
    if not any(_matters(value) for value in values.values()):
        return
    frozen_values = {role: bounded(frame.freeze(value)) for role, value in values.items()}
    frame.tell(made._replace(values=frozen_values, calls=calls))


def _matters(value: Value) -> bool:
    return not is_plain(value)


def _only_hands_on(event: Event) -> bool:
    """Whether a function takes what it hands to the sink from its caller as it is: then the caller's call is the sink."""
    data = event.values.get("data")
    return type(data) is Hole and data.base is None and event.at.path != ""


def _settle(frame: Frame, receiver: Lib, event: Event) -> None:
    """What was a method of something unknown is one of a library: tell of it, if it is a sink."""
    found = frame.world.library_method(frame, receiver, event.name, event.at)
    if type(found) is not Lib:
        return
    positional = [event.values[str(index)] for index in range(len(event.values)) if str(index) in event.values]
    words = {word: value for word, value in event.values.items() if not word.isdigit()}
    before = len(frame.events)
    frame.world.sinks(frame, found, Arguments(positional, words), event.at)
    for place in range(before, len(frame.events)):
        frame.events[place] = frame.events[place]._replace(symbol=event.symbol, calls=event.calls)


class Putting:
    """Puts the caller's values in place of the holes of a summary."""

    def __init__(self, frame: Frame, actuals: Sequence[Value], at: At | None) -> None:
        self.frame = frame
        self.actuals = actuals
        self.at = at
        self.seen: dict[int, Value] = {}
        self.made: dict[object, Ref] = {}
        self.keep: list[Value] = []

    def __call__(self, value: Value) -> Value:
        """The value, in the caller's terms."""
        if not value.open:
            return value
        self.keep.append(value)
        return rebuilt(value, self._change, self.seen)

    def _change(self, part: Value) -> Value | None:
        kind = type(part)
        if kind is Hole:
            return self._actual(part)
        if kind is Fresh:
            key = ("fresh", part.oid) if part.oid else id(part)
            if key in self.made:
                return self.made[key]
            ref = self.made[key] = self.frame.allocate(part.body)
            self.frame.state.heap[ref.oid] = part.body.mapped(self)
            return ref
        if kind is Test:
            return Test(self.checks(part.yes), self.checks(part.no), part.over)
        if kind is Special:
            return Special(part.kind, self(part.function))
        return None

    def _actual(self, hole: Hole) -> Value:
        if hole.base is None:
            return self.actuals[hole.index] if hole.index < len(self.actuals) else UNKNOWN
        base = self._actual(hole.base)
        if hole.how == ".":
            found = self.frame.attribute(base, hole.name, self.at)
            if hole.hint is not None and type(found) in (Hole, Opaque) and (type(found) is Opaque or not found.hint):
                return _hinted(found, hole.hint)
            return found
        if hole.how == "[":
            return self.frame.item(base, Const(hole.name), self.at)
        if hole.how == "^" and type(base) is Func:
            held = base.captures.get(hole.name)
            return held or (base.env.value(hole.name) if base.env is not None else UNKNOWN)
        return self.frame.element(base, self.at) if hole.how == "*" else UNKNOWN

    def checks(self, checks: Checks) -> Mapping[object, frozenset[str]]:
        """Checks, of the caller's values."""
        found: dict[object, frozenset[str]] = {}
        for key, dangers in checks.items():
            hole = _hole_of(key)
            if hole is not None:
                value = self._actual(hole)
                found[value.key] = found.get(value.key, frozenset()) | dangers
        return found


def _hinted(value: Value, hint: Value) -> Value:
    if type(value) is Hole:
        return Hole(value.index, value.base, value.how, value.name, hint)
    return hint if type(hint) in (Lib, Instance) else value


def _hole_of(key: object) -> Hole | None:
    """The hole that a key of checks stands for."""
    if type(key) is not tuple or len(key) != 4 or type(key[0]) is not int:
        return None
    index, how, name, above = key
    base = None
    if above is not None:
        base = _hole_of(above)
        if base is None:
            return None
    return Hole(index, base, how, name)


# Classes


def _construct(frame: Frame, cls: Class, arguments: Arguments, at: At | None) -> Value:
    """An object of a class of the project."""
    world = frame.world
    lineage = world.lineage(cls)
    library = next((each for each in lineage if type(each) is Lib), None)
    info = world.class_info(cls)
    if library is not None and library.name.startswith("enum."):
        return FIXED_MEMBER
    base = None
    if library is not None:
        base = Lib(f"{library.name}()", at, (), None, frame.number())
    ref = frame.allocate(Body("object", cls=cls, base=base))
    maker = frame._of_class(cls, ref, "__init__", at, missing=None)
    if type(maker) is Bound and maker.function is not None:
        call(frame, maker, arguments, at)
        return ref
    if library is not None:
        frame.world.sinks(frame, library, arguments, at or _HERE)
    _fill(frame, ref, cls, info.fields, arguments)
    return ref


FIXED_MEMBER: Final = Harmless("member")


def _fill(frame: Frame, ref: Ref, cls: Class, own: Sequence[str], arguments: Arguments) -> None:
    """What a data class, model or named tuple makes of its arguments: a field each."""
    names: list[str] = []
    for above in reversed(list(frame.world.lineage(cls))):
        if type(above) is Class:
            names += [name for name in frame.world.class_info(above).fields if name not in names]
    body = frame.held(ref)
    for name, value in zip(names, arguments.positional, strict=False):
        body = body.with_field(name, value)
    for name, value in arguments.keywords.items():
        body = body.with_field(name, value)
    if arguments.double_star is not None or len(arguments.positional) > len(names):
        rest = [value for value in arguments.all() if not is_plain(value)]
        if arguments.double_star is not None:
            for name in names:
                if name not in body.fields:
                    body = body.with_field(name, frame.item(arguments.double_star, Const(name), None))
        if rest and not names:
            body = body.with_some(mix(rest, None, "fields"))
    frame.set_body(ref, body)


__all__ = ["NONE", "apply", "bind", "call", "call_function", "call_method"]
