"""The caller's values in place of the holes of a summary: what a callee says, told in terms of the call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lintel.flow.definitions import Func, Instance, Special
from lintel.flow.guards import checked
from lintel.flow.outliving import here
from lintel.flow.rebuilding import rebuilt
from lintel.flow.values import UNKNOWN, At, Checks, Const, Fresh, Hole, Lib, Opaque, Ref, Shared, Test, Value

if TYPE_CHECKING:
    from lintel.flow.frame import Frame
    from lintel.flow.summary import Event


class Putting:
    """Puts the caller's values in place of the holes of a summary."""

    def __init__(self, frame: Frame, actuals: Sequence[Value], at: At | None) -> None:
        self.frame = frame
        self.actuals = actuals
        self.at = at
        self._seen: dict[int, Value] = {}
        self._made: dict[object, Ref] = {}
        self._kept: list[Value] = []  # values are known by their number: none may go while others come

    def __call__(self, value: Value) -> Value:
        """The value, in the caller's terms."""
        if not value.open:
            return value
        self._kept.append(value)
        return rebuilt(value, self._change, self._seen)

    def event(self, event: Event) -> Event:
        """What arrives somewhere, in the caller's terms."""
        values = {role: self(value) for role, value in event.values.items()}
        return event._replace(values=values, receiver=None if event.receiver is None else self(event.receiver))

    def _change(self, part: Value) -> Value | None:
        if type(part) is Hole:
            return self._actual(part)
        if type(part) is Fresh:
            if type(part.oid) is Shared:
                return here(self.frame, part, part.oid)
            key = ("fresh", part.oid) if part.oid else id(part)
            if key in self._made:
                return self._made[key]
            ref = self._made[key] = self.frame.allocate(part.body)
            self.frame.state.heap[ref.oid] = part.body.mapped(self)
            return ref
        if type(part) is Test:
            held = None if part.held is None else self(part.held)
            return Test(self.checks(part.yes), self.checks(part.no), held)
        if type(part) is Special:
            return Special(part.kind, self(part.function))
        return None

    def _actual(self, hole: Hole) -> Value:
        if hole.base is None:
            return self.actuals[hole.index] if hole.index < len(self.actuals) else UNKNOWN
        base = self._actual(hole.base)
        at = hole.at or self.at if type(base) in (Lib, Hole) else self.at  # taken there, not here
        if hole.how == ".":
            found = self.frame.attribute(base, hole.name, at)
            return found if hole.hint is None else _hinted(found, hole.hint)
        if hole.how == "[":
            return self.frame.item(base, Const(hole.name), at)
        if hole.how == "^" and type(base) is Func:
            held = base.captures.get(hole.name)
            return held or (base.env.value(hole.name) if base.env is not None else UNKNOWN)
        return self.frame.element(base, at) if hole.how == "*" else UNKNOWN

    def checks(self, checks: Checks) -> Mapping[object, frozenset[str]]:
        """Checks, of the caller's values."""
        found: dict[object, frozenset[str]] = {}
        for key, dangers in checks.items():
            hole = _hole_of(key)
            if hole is not None:
                for of_caller, said in checked(self._actual(hole), dangers).items():
                    found[of_caller] = found.get(of_caller, frozenset()) | said
        return found


def _hinted(value: Value, hint: Value) -> Value:
    """What is known by its place only, with what a class says of it."""
    if type(value) is Hole and not value.hint:
        return Hole(value.index, value.base, value.how, value.name, hint)
    return hint if type(value) is Opaque and type(hint) in (Lib, Instance) else value


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
