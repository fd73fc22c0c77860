"""How values go from one function to another: out of its heap with all that they hold, and into another.

Everything here is a function of a frame; `frame.Frame` has the public ones as methods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow.combining import MOST_CARRIED, bounded
from lintel.flow.definitions import Class, Func, Module, Special
from lintel.flow.heap import Body
from lintel.flow.outliving import here, shared_effects
from lintel.flow.rebuilding import rebuilt
from lintel.flow.summary import Effect
from lintel.flow.values import (
    UNKNOWN,
    Const,
    Fresh,
    Harmless,
    Hole,
    Opaque,
    Ref,
    Shared,
    Value,
)

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


_NOTHING_INSIDE: Final = frozenset({Const, Harmless, Class, Module, Opaque, Hole, Ref})


def freeze(frame: Frame, value: Value, seen: dict[int, Value] | None = None) -> Value:
    """A value as it can leave this function: objects with their contents, the caller's own as holes."""
    if not value.open:
        return value
    memo: dict[int, Value] = {} if seen is None else seen

    def change(part: Value) -> Value | None:
        if type(part) is Ref:
            return _frozen(frame, part, memo)
        if type(part) is Fresh and type(part.oid) is Shared:  # what was not changed here is as it came
            return _frozen(frame, Ref(part.oid), memo) if part.oid in frame.state.heap else part
        if type(part) is Func and part.env is not None:
            function = frame.world.module_ir(part.path).functions[part.index]
            captures: dict[int, Value] = {}
            for operand in function.captures:
                held = part.captures.get(operand) or part.env.value(operand)
                captures[operand] = freeze(part.env, held, memo)
            return Func(part.path, part.index, part.defaults, None, captures)
        if type(part) is Special:
            return Special(part.kind, rebuilt(part.function, change, memo))
        return None

    return rebuilt(value, change, memo)


def _frozen(frame: Frame, ref: Ref, memo: dict[int, Value]) -> Value:
    origin = frame.origins.get(ref.oid)
    if origin is not None:
        return origin[0]
    body = frame.state.heap.get(ref.oid)
    if body is None:
        return UNKNOWN
    oid = Shared(frame.path, ref.oid) if frame.shares and type(ref.oid) is int else ref.oid
    return Fresh(body.mapped(lambda part: freeze(frame, part, memo)), oid)


def copied(frame: Frame, value: Value) -> Value:
    """A copy of a value, which shares nothing with what it was made of."""
    return thaw(frame, freeze(frame, value), anew=True)


def thaw(frame: Frame, value: Value, *, anew: bool = False) -> Value:
    """A value that came from another function, its objects put into this heap.

    What outlives calls stays the same object, unless a copy is made (`anew`).
    """
    if type(value) in _NOTHING_INSIDE:
        return value
    made: dict[int, Ref] = {}
    seen: dict[int, Value] = {}

    def change(part: Value) -> Value | None:
        if type(part) is not Fresh:
            return None
        if type(part.oid) is Shared and not anew:
            return here(frame, part, part.oid)
        known = made.get(id(part))
        if known is None:
            known = made[id(part)] = frame.allocate(part.body)
            frame.state.heap[known.oid] = part.body.mapped(lambda inner: rebuilt(inner, change, seen))
        return known

    return rebuilt(value, change, seen)


def effects(frame: Frame) -> tuple[Effect, ...]:
    """What a function changed of objects that its caller knows."""
    found: list[Effect] = []
    memo: dict[int, Value] = {}
    for oid, body in frame.state.heap.items():
        origin = frame.origins.get(oid)
        if origin is not None:
            if body is not origin[1]:
                found.append(Effect(origin[0], _outside(frame, body, memo), whole=True))
        elif type(oid) is tuple and type(body.base) is Hole:
            found.append(Effect(body.base, _outside(frame, body, memo), whole=False))
    return (*found, *shared_effects(frame)) if frame.shared else tuple(found)


def _outside(frame: Frame, body: Body, memo: dict[int, Value]) -> Body:
    return body.mapped(lambda part: bounded(freeze(frame, part, memo), MOST_CARRIED))
