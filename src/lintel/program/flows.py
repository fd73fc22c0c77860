"""What flows where: every sink of the program that something arrives at, how surely, and on which way.

At one sink the surest flow is told: a client's data before something of unknown origin. What only numbers, constants
and cleaned values reach is no flow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from lintel.flow.definitions import Func
from lintel.flow.partial import BELOW, serves
from lintel.flow.summary import Event
from lintel.flow.values import (
    At,
    Choice,
    Cleaned,
    Const,
    Fresh,
    Harmless,
    Hole,
    Lib,
    Mix,
    Opaque,
    Ref,
    Source,
    Test,
    Text,
    Value,
)
from lintel.program.flow_rows import COMPILED
from lintel.program.flow_sink import ASSUMED, Sink

Level = Literal["harmless", "unknown", "client"]
_RANK: Final = {"harmless": 0, "unknown": 1, "client": 2}
MOST_ALTERNATIVES: Final = 12
MOST_STEPS: Final = 12


class Step(msgspec.Struct, frozen=True, array_like=True):
    """A stop on the way of a value: the node, by file, LibCST type and ordinal, what happens there, and where it is."""

    path: str
    kind: str
    ordinal: int
    what: str
    symbol: str = ""


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """A part of what arrives: a constant `text`, or a hole that something of this `level` fills.

    `whole` says that the hole is all of a value of which nothing else is known (not a text put into another).
    """

    text: str = ""
    level: Level = "harmless"
    hole: bool = False
    name: str = ""
    part: str = ""
    steps: tuple[Step, ...] = ()
    trusted: bool = False


class Arrival(msgspec.Struct, frozen=True, array_like=True):
    """One thing that may arrive: its pieces in order, the steps of the calls it came through, the bound parameters."""

    pieces: tuple[Piece, ...]
    calls: tuple[Step, ...] = ()
    bound: str = ""
    parameters: int = -1
    names: tuple[str, ...] = ()


class Flow(msgspec.Struct, frozen=True, array_like=True):
    """All that arrives at one sink. The place of the sink is in the key: `path|kind|ordinal|danger`.

    `certain` is false where nothing is known of the object whose method the sink is but that it is given a statement.
    """

    path: str
    kind: str
    ordinal: int
    symbol: str
    danger: str
    sink: str
    styles: str
    arrivals: tuple[Arrival, ...]
    reached: Step | None = None
    certain: bool = True


def level_of(pieces: Iterable[Piece]) -> Level:
    """The worst of some pieces."""
    worst: Level = "harmless"
    for piece in pieces:
        if piece.hole and _RANK[piece.level] > _RANK[worst]:
            worst = piece.level
    return worst


def gathered(events: Sequence[Event]) -> Mapping[str, Flow]:
    """The flows, by key, in a fixed order."""
    grouped: defaultdict[str, list[tuple[Sink, Event]]] = defaultdict(list)
    for event in events:
        if isinstance(event.sink, Sink) and event.at.path:
            at = event.at
            grouped[f"{at.path}|{at.kind}|{at.ordinal}|{event.sink.danger}"].append((event.sink, event))
    found: dict[str, Flow] = {}
    known: _Known = {}
    for key in sorted(grouped):
        sink, _ = grouped[key][0]
        flow = _flow(sink, [event for _, event in grouped[key]], known)
        if flow is not None:
            found[key] = flow
    return found


def _flow(sink: Sink, events: Sequence[Event], known: _Known) -> Flow | None:
    """What these events bring to one sink; None where nothing arrives."""
    first = events[0]
    arrivals: dict[Arrival, None] = {}
    for event in events:
        for arrival in _arrivals(event, sink.danger, known):
            arrivals.setdefault(arrival)
    ordered = sorted(arrivals, key=lambda each: (-_RANK[level_of(each.pieces)], len(each.calls)))
    if not ordered:
        return None
    certain = any(isinstance(each.sink, Sink) and each.sink.origin != ASSUMED for each in events)
    reached = None if first.reached is None else _step(first.reached, f"{sink.name} is called")
    return Flow(
        first.at.path, first.at.kind, first.at.ordinal, first.symbol, sink.danger, sink.name, sink.styles,
        tuple(ordered[:MOST_ALTERNATIVES]), reached, certain,
    )  # fmt: skip


def _arrivals(event: Event, danger: str, known: _Known) -> list[Arrival]:
    data = event.values["data"]
    calls = tuple(
        Step(at.path, at.kind, at.ordinal, f"passed to {callee}()", symbol)
        for at, symbol, callee in reversed(event.calls)
        if at.ordinal >= 0 and at.kind != "FunctionDef"  # whom a framework calls is where the data comes in
    )
    bound = event.values.get("bound")
    kind, count, names = _bound(bound)
    return [Arrival(tuple(pieces), calls, kind, count, names) for pieces in _alternatives(data, danger, known)]


def _bound(value: Value | None) -> tuple[str, int, tuple[str, ...]]:
    """What is bound beside a text: its kind, how many values (-1: not known), and under which names."""
    if value is None:
        return "", -1, ()
    if type(value) is Fresh:
        body = value.body
        if body.kind in ("list", "tuple") and body.items is not None and body.exact:
            return "sequence", len(body.items), ()
        if body.kind == "dict" and body.exact:
            return "mapping", len(body.keyed), tuple(str(key) for key in body.keyed)
        return "unknown", -1, ()
    if type(value) is Const and value.value is None:
        return "", -1, ()
    return "unknown", -1, ()


_Known = dict[tuple[int, str], tuple[Value, list[list[Piece]]]]
"""What values may be as texts, by identity and danger, and the values, so that no other takes their place."""


def _alternatives(value: Value, danger: str, known: _Known) -> list[list[Piece]]:
    """The texts that a value may be, each as its pieces; values hold one another many times over."""
    told = known.get((id(value), danger))
    if told is None:
        told = known[id(value), danger] = (value, _told_alternatives(value, danger, known))
    return told[1]


def _told_alternatives(value: Value, danger: str, known: _Known) -> list[list[Piece]]:
    if type(value) is Choice:
        found: list[list[Piece]] = []
        for each in value.values:
            found += _alternatives(each, danger, known)
        return found[:MOST_ALTERNATIVES]
    if type(value) is Cleaned and type(value.value) is Text:  # what was checked of a text was checked of its parts
        parts = (each if isinstance(each, str) else Cleaned(each, value.dangers) for each in value.value.parts)
        return _alternatives_of_text(Text(tuple(parts), value.value.at), danger, known)
    return _alternatives_of_text(value, danger, known) if type(value) is Text else [[_piece(value, danger)]]


def _alternatives_of_text(value: Text, danger: str, known: _Known) -> list[list[Piece]]:
    several: list[list[Piece]] = [[]]
    for part in value.parts:
        if isinstance(part, str):
            for pieces in several:
                pieces.append(Piece(part))
            continue
        below = danger == "path" and bool(several[0])  # what does not stand first does not begin at the root
        choices = _alternatives(part, BELOW if below else danger, known)
        if len(several) * len(choices) > MOST_ALTERNATIVES:
            choices = [_worst(choices)]
        several = [[*pieces, *_through(each, value.at)] for pieces in several for each in choices]
    return several


def _worst(choices: list[list[Piece]]) -> list[Piece]:
    return max(choices, key=lambda pieces: _RANK[level_of(pieces)])


def _through(pieces: list[Piece], at: At | None) -> list[Piece]:
    if at is None:
        return pieces
    step = _step(at, "put into a text")
    return [
        msgspec.structs.replace(piece, steps=(*piece.steps, step)) if piece.hole and piece.level == "client" else piece
        for piece in pieces
    ]


def _step(at: At, what: str) -> Step:
    return Step(at.path, at.kind, at.ordinal, what)


def _piece(value: Value, danger: str) -> Piece:
    """What fills a hole, told from what it was made of."""
    if type(value) is Const:
        held = value.value
        if isinstance(held, bytes):
            held = held.decode("latin-1")
        return Piece(held if isinstance(held, str) else str(held))
    level, source, ways, name = _origin(value, danger, {})
    if level == "harmless":
        return Piece(hole=True, level="harmless", name=name)
    steps = [] if source is None else [_step(source.at, f"{_PARTS[source.part]} comes in")]
    steps += [_step(at, what) for at, what in reversed(ways)]
    part = "" if source is None else source.part
    trusted = source is not None and source.trusted
    way = _without_repeats(steps)[:MOST_STEPS]
    return Piece(hole=True, level=level, name=name, part=part, steps=way, trusted=trusted)


def _without_repeats(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps without those at the place of the step before."""
    unique: list[Step] = []
    for step in steps:
        if not unique or (unique[-1].path, unique[-1].kind, unique[-1].ordinal) != (step.path, step.kind, step.ordinal):
            unique.append(step)
    return tuple(unique)


_PARTS: Final = {
    "any": "request data", "body": "the request's body", "cookie": "a cookie", "file": "an uploaded file",
    "header": "a header", "message": "a message", "path": "a part of the path", "query": "a query parameter",
}  # fmt: skip

_Origin = tuple[Level, Source | None, list[tuple[At, str]], str]
_NOTHING: Final[_Origin] = ("harmless", None, [], "")
_HARMLESS: Final = frozenset({Const, Harmless, Test, Func})


def _origin(value: Value, danger: str, seen: dict[int, _Origin]) -> _Origin:
    """How sure it is that a client has a part in a value, its source, the way from there, a name; `seen` ends loops."""
    known = seen.get(id(value))
    if known is not None:
        return known
    seen[id(value)] = _NOTHING
    found = seen[id(value)] = _found_origin(value, danger, seen)
    return found


def _found_origin(value: Value, danger: str, seen: dict[int, _Origin]) -> _Origin:
    if type(value) in _HARMLESS:
        return _NOTHING
    if type(value) is Cleaned:
        if serves(value.dangers, danger):
            return _NOTHING
        inner = _origin(value.value, danger, seen)
        return ("unknown", *inner[1:]) if "guessed" in value.dangers and inner[0] == "client" else inner
    if type(value) is Lib:
        return _of_library(value, danger, seen)
    if type(value) is Opaque:
        return ("unknown", None, [], value.what)
    if type(value) is Hole:
        return ("unknown", None, [], str(value.name) or "parameter")
    if type(value) is Ref:
        return ("unknown", None, [], "")
    best = _best(value.made_of(), danger, seen)
    if best[0] == "client":
        said = [each for at, how in reversed(_way_through(value)) for each in _said(at, how)]
        return (best[0], best[1], [*said, *best[2]], best[3])
    if danger == "code-expression" and type(value) is Mix and value.how == COMPILED:
        return _NOTHING  # code that was compiled before is no text that somebody takes for data
    return best


def _way_through(value: Value) -> Sequence[tuple[At, str]]:
    """Where something was made of other things, and how."""
    if type(value) is Mix:
        return value.way
    return ((value.at, "text"),) if type(value) is Text and value.at is not None else ()


def _said(at: At, how: str) -> list[tuple[At, str]]:
    if how == "text":
        return [(at, "put into a text")]
    return [(at, f"through {how}()")] if how.isidentifier() else []


def _best(parts: Iterable[Value], danger: str, seen: dict[int, _Origin]) -> _Origin:
    best = _NOTHING
    for part in parts:
        found = _origin(part, danger, seen)
        if _RANK[found[0]] > _RANK[best[0]]:
            best = found
    return best


def _of_library(value: Lib, danger: str, seen: dict[int, _Origin]) -> _Origin:
    """The same for a part of a library: a client's data itself, or made of what it was given."""
    first = value.inputs[0] if value.inputs else None
    if value.source is not None:
        if type(first) is Lib and first.source is not None and value.at is not None:
            inner = _origin(first, danger, seen)
            return (inner[0], inner[1], [(value.at, "returned"), *inner[2]], inner[3])
        return ("client", value.source, [], value.source.name)
    best = _best(value.inputs, danger, seen)
    if best[0] == "client":
        way = [(value.at, f"through {value.name.removesuffix('()').rpartition('.')[2]}()")] if value.at else []
        return (best[0], best[1], [*way, *best[2]], best[3])
    return best
