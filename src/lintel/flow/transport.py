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
    return value if not value.open else _Freezing(frame, {} if seen is None else seen)(value)


class _Freezing:
    """Makes values fit to leave a function. No function inside another: one that knows itself is never let go."""

    __slots__ = ("_frame", "_kept", "_memo")

    def __init__(self, frame: Frame, memo: dict[int, Value]) -> None:
        self._frame = frame
        self._memo = memo
        self._kept: list[Value] = []  # values are known by their number: none may go while others come

    def __call__(self, value: Value) -> Value:
        return value if not value.open else rebuilt(value, self._change, self._memo)

    def _change(self, part: Value) -> Value | None:
        if type(part) is Ref:
            return self._frozen(part)
        if type(part) is Fresh and type(part.oid) is Shared:  # what was not changed here is as it came
            return self._frozen(Ref(part.oid)) if part.oid in self._frame.state.heap else part
        if type(part) is Func and part.env is not None:
            return self._function(part, part.env)
        if type(part) is Special:
            return Special(part.kind, self(part.function))
        return None

    def _function(self, function: Func, env: Frame) -> Func:
        freezing = _Freezing(env, self._memo)
        captures: dict[int, Value] = {}
        for operand in env.world.module_ir(function.path).functions[function.index].captures:
            held = function.captures.get(operand) or env.value(operand)
            self._kept.append(held)
            captures[operand] = freezing(held)
        return Func(function.path, function.index, function.defaults, None, captures)

    def _frozen(self, ref: Ref) -> Value:
        frame = self._frame
        origin = frame.origins.get(ref.oid)
        if origin is not None:
            return origin[0]
        body = frame.state.heap.get(ref.oid)
        if body is None:
            return UNKNOWN
        oid = Shared(frame.path, ref.oid) if frame.shares and type(ref.oid) is int else ref.oid
        return Fresh(body.mapped(self), oid)


def copied(frame: Frame, value: Value) -> Value:
    """A copy of a value, which shares nothing with what it was made of."""
    return thaw(frame, freeze(frame, value), anew=True)


def thaw(frame: Frame, value: Value, *, anew: bool = False) -> Value:
    """A value that came from another function, its objects put into this heap.

    What outlives calls stays the same object, unless a copy is made (`anew`).
    """
    if type(value) in _NOTHING_INSIDE:
        return value
    return _Thawing(frame, anew=anew)(value)


class _Thawing:
    """Puts the objects of values that came from another function into the heap of a frame, each once."""

    __slots__ = ("_anew", "_frame", "_made", "_seen")

    def __init__(self, frame: Frame, *, anew: bool) -> None:
        self._frame = frame
        self._anew = anew
        self._made: dict[int, Ref] = {}
        self._seen: dict[int, Value] = {}

    def __call__(self, value: Value) -> Value:
        return rebuilt(value, self._change, self._seen)

    def _change(self, part: Value) -> Value | None:
        if type(part) is not Fresh:
            return None
        if type(part.oid) is Shared and not self._anew:
            return here(self._frame, part, part.oid)
        known = self._made.get(id(part))
        if known is None:
            known = self._made[id(part)] = self._frame.allocate(part.body)
            self._frame.state.heap[known.oid] = part.body.mapped(self)
        return known


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
