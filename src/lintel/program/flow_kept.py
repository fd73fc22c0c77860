"""What functions leave in objects that outlive them: containers and objects of modules, and classes.

A function that looked into such an object before something was put there is solved once more (`FlowWorld.solve`). That
ends: what is counted as new is a part of an object that has held nothing, or nothing of a client's, before.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from lintel.flow.combining import choice, join, walk
from lintel.flow.definitions import Class, Func
from lintel.flow.heap import Body
from lintel.flow.summary import Effect
from lintel.flow.values import Choice, Const, Fresh, Hole, Lib, Shared, Value

MOST_KEPT: Final = 40  # different things in one part of an object


_FROM_THE_START: Final = frozenset({Func, Class, Const})


class Kept:
    """What has been left where. `changed` are the objects that held something new since it was last emptied."""

    def __init__(self) -> None:
        self.changed: set[Shared] = set()
        self._parts: dict[Shared, dict[tuple[str, Hashable], list[Value]]] = {}
        self._known: set[Hashable] = set()

    def __bool__(self) -> bool:
        """Whether anything is kept."""
        return bool(self._parts)

    def note(self, effects: Iterable[Effect], *, importing: bool = False) -> None:
        """Remember what a function leaves, where no caller has to be asked what it is.

        `importing`: the body of a module leaves it, so functions, classes and constants are there from the start.
        """
        for effect in effects:
            target = effect.target
            oid = target.oid if isinstance(target, Class | Fresh) else None
            if type(oid) is not Shared:
                continue
            for part, value in _parts(effect.body):
                for each in value.values if type(value) is Choice else (value,):
                    if (importing and type(each) in _FROM_THE_START) or _is_sent(each):
                        self._keep(oid, part, each)

    def _keep(self, oid: Shared, part: tuple[str, Hashable], value: Value) -> None:
        known = (oid, part, type(value) in _FROM_THE_START)
        if known not in self._known:
            self._known.add(known)
            self.changed.add(oid)
        several = self._parts.setdefault(oid, {}).setdefault(part, [])
        if len(several) < MOST_KEPT:
            several.append(value)

    def body(self, oid: Shared, before: Body | None) -> Body | None:
        """What an object holds, what it was made with and all that was put into it."""
        parts = self._parts.get(oid)
        if parts is None:
            return before
        body = before or Body("object")
        for (how, name), values in parts.items():
            value = choice(values)
            if how == "[":
                body = body.with_item(Const(name), value, sure=False)
            elif how == ".":
                body = body.with_field(name, join(body.fields.get(name), value) or value)
            else:
                body = body.with_some(value, last=True)
        return body

    def attribute(self, oid: Shared, name: str) -> Value | None:
        """What was set as an attribute."""
        values = self._parts.get(oid, {}).get((".", name))
        return choice(values) if values else None


def _is_sent(value: Value) -> bool:
    """Whether a value is of a client, whoever calls the function that leaves it; what operators leave configures."""
    sent = False
    for part in walk(value):
        if type(part) is Hole:
            return False
        sent = sent or (type(part) is Lib and part.source is not None and not part.source.trusted)
    return sent


def _parts(body: Body) -> Iterator[tuple[tuple[str, Hashable], Value]]:
    for key, value in body.keyed.items():
        yield ("[", key), value
    for name, value in body.fields.items():
        yield (".", name), value
    for value in (*(body.items or ()), *(() if body.rest is None else (body.rest,))):
        yield ("*", ""), value
