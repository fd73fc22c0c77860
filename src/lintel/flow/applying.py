"""What a call does to the caller, told from the callee's summary: effects on objects, checks, what arrives at sinks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.combining import bounded, choice, is_plain
from lintel.flow.definitions import Class, Func
from lintel.flow.heap import Body, joined
from lintel.flow.outliving import set_in_module
from lintel.flow.putting import Putting
from lintel.flow.rebuilding import cleaned_by
from lintel.flow.summary import Call, Effect, Event, Summary
from lintel.flow.values import (
    NO_VALUE,
    UNKNOWN,
    At,
    Checks,
    Choice,
    Const,
    Fresh,
    Harmless,
    Hole,
    Lib,
    Mix,
    Opaque,
    Ref,
    Test,
    Value,
)
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


MOST_CALLS: Final = 60  # that the way of a flow is told of; it is followed through all


def apply(
    frame: Frame,
    summary: Summary,
    actuals: Sequence[Value],
    callee: Func,
    at: At | None,
    function: ir.Function,
    *,
    names: bool = True,
) -> Value:
    """Let a summary do its work in the caller: effects, checks, events; then what it returns.

    Holes stand for what the caller's objects held before the call, so they are filled before anything takes effect.
    `names`: the call names what it gives; one that passes on whatever it is given (`*args`) is no place to be told of.
    """
    put = Putting(frame, actuals, at)
    changes = [(effect, put(effect.target), effect.body.mapped(put)) for effect in summary.effects]
    events = [(put.event(event), _only_hands_on(event)) for event in summary.events]
    outer = {operand: put(value) for operand, value in summary.outer.items()}
    checks = put.checks(summary.checks)
    yes, no = put.checks(summary.when_true), put.checks(summary.when_false)
    result = NO_VALUE if not summary.leaves else put(summary.returns if summary.elements is None else summary.elements)
    for effect, target, body in changes:
        _take_effect(frame, effect, target, body)
    for operand, value in outer.items():
        _rebind(frame, callee, operand, value)
    if at is not None:
        for event, handed in events:
            given = handed or _is_handed(event.values.get("data"), actuals)
            _take_event(frame, event, at, function.name, names and given)
    frame.state.check(checks)
    if not summary.leaves:
        frame.state.alive = False
        _leave_by_raising(frame)
        return NO_VALUE
    if summary.elements is not None:
        result = frame.allocate(Body("iterator", None, rest=result))
    return _as_verdict(result, yes, no) or _come_back(result, at)


def _as_verdict(result: Value, yes: Checks, no: Checks) -> Test | None:
    """What is given back as the outcome of a check; None where it is none."""
    if type(result) is Test:
        return Test({**result.yes, **yes}, {**result.no, **no}, result.held)
    return Test(yes, no) if (yes or no) and is_plain(result) else None


def _come_back(result: Value, at: At | None) -> Value:
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
    if entry[1] == 0:
        module = frame.world.module_ir(callee.path)
        set_in_module(frame, callee.path, module.names[module.functions[0].slots[entry[2]]], value)


def _take_effect(frame: Frame, effect: Effect, target: Value, body: Body) -> None:
    targets = target.values if type(target) is Choice else (target,)
    for one in targets:
        each = frame.thaw(one) if type(one) is Fresh else one
        if type(each) not in (Ref, Hole, Lib, Class) or frame.oid_of(each) is None:
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


def _take_event(frame: Frame, event: Event, at: At, name: str, handed: bool) -> None:
    """Tell of an event whose holes are filled; `handed`: the callee only hands on what it is given."""
    values = event.values
    calls = (*event.calls[: MOST_CALLS - 1], Call(at, frame.symbol, name))
    if event.sink is None and event.receiver is not None:
        receiver: Value = event.receiver
        if type(receiver) is Harmless or (type(receiver) is Lib and not frame.world.has_members(receiver)):
            receiver = UNKNOWN  # no row says what it is
        if type(receiver) is Lib:
            _settle(frame, receiver, event._replace(values=values, calls=calls))
            return
        if type(receiver) not in (Hole, Mix, Opaque):
            return
        frozen = frame.freeze(receiver)
        values = {role: frame.freeze(value) for role, value in values.items()}
        frame.tell(event._replace(values=values, receiver=frozen, calls=calls))
        return
    if handed and not frame.calls_handlers:
        made = event._replace(at=at, symbol=frame.symbol, reached=event.reached or event.at)
    else:
        made = event
    if frame.state.checked:
        values = {role: cleaned_by(value, frame.state.checked) for role, value in values.items()}
    if all(map(is_plain, values.values())):
        return
    frozen_values = {role: bounded(frame.freeze(frame.world.by_type(value))) for role, value in values.items()}
    frame.tell(made._replace(values=frozen_values, calls=calls))


def _only_hands_on(event: Event) -> bool:
    """Whether a function takes what it hands to the sink from its caller as it is: then that call is the sink."""
    data = event.values.get("data")
    return type(data) is Hole and data.base is None and event.at.path != ""


def _is_handed(data: Value | None, actuals: Sequence[Value]) -> bool:
    """Whether what arrives is, or may be, an argument as it was given."""
    several = data.values if type(data) is Choice else (data,)
    given = [each for actual in actuals for each in (actual.values if type(actual) is Choice else (actual,))]
    return any(each is other for each in several for other in given if not is_plain(other))


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
