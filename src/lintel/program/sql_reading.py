"""What a flow of SQL comes to: of all that arrives at a sink, the hole that is worst, and its slot.

Several rules look at one sink, and one of them speaks: a value or a piece of SQL before a name, and a client's data
before something of unknown origin. Who asks here gets the same answer, so no two rules tell of one defect.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, Protocol

from lintel.knowledge.schema import Row
from lintel.program.flows import Arrival, Flow, Piece
from lintel.program.sql_slots import Slot, slots
from lintel.program.sql_text import marked

SQL_DANGERS: Final = ("sql", "sql-fragment")
_WORST_FIRST: Final = {"value": 0, "clause": 1, "statement": 2, "identifier": 3}


class Hole(NamedTuple):
    """A hole of an arrival, what fills it, and where in the statement it stands; `whole`: there is nothing else."""

    arrival: Arrival
    piece: Piece
    slot: Slot
    whole: bool


class Asking(Protocol):
    """What a rule's view answers."""

    def ask(self, question: str, key: str = "") -> Any:
        """The program's answer."""

    def rows(self, kind: str, name: str) -> tuple[Row, ...]:
        """What knowledge says of a place."""


def text_of(arrival: Arrival) -> str:
    """The SQL that arrives, with marks for its holes."""
    return marked(None if piece.hole else piece.text for piece in arrival.pieces)


def holes(arrival: Arrival) -> Iterator[Hole]:
    """The holes of an arrival with their slots."""
    filled = [piece for piece in arrival.pieces if piece.hole]
    if not filled:
        return
    whole = len(filled) == 1 and not any(piece.text.strip() for piece in arrival.pieces if not piece.hole)
    for piece, slot in zip(filled, slots(text_of(arrival)), strict=True):
        yield Hole(arrival, piece, slot, whole)


def worst_hole(flow: Flow, view: Asking) -> Hole | None:
    """The hole to speak of at this sink, or None.

    A statement of unknown origin is no defect of this place: a wrapper hands on what its callers wrote. Where
    statements may be objects that a library built, what is all of one is such an object. What came through another
    sink is told there.
    """
    built = any(row.get("takes") == "expressions" for row in sink_rows(flow, view))
    found = [
        hole
        for arrival in flow.arrivals
        for hole in holes(arrival)
        if hole.piece.level == "client" or (hole.piece.level == "unknown" and hole.slot != "statement")
        if not (built and hole.whole) and not _is_configured(hole)
    ]
    found.sort(key=lambda hole: (hole.piece.level != "client", _WORST_FIRST[hole.slot]))
    return next((hole for hole in found if not _is_told_elsewhere(hole.piece, flow, view)), None)


def _is_configured(hole: Hole) -> bool:
    """Whether a name is an attribute of an object: who made the object has chosen it, not who sends requests."""
    return hole.slot == "identifier" and hole.piece.level == "unknown" and hole.piece.name.startswith(".")


def sink_rows(flow: Flow, view: Asking) -> list[Row]:
    """What knowledge says of the sink."""
    return [row for row in view.rows("sink", flow.sink) if row.get("danger") == flow.danger]


def _is_told_elsewhere(piece: Piece, flow: Flow, view: Asking) -> bool:
    here = (flow.path, flow.kind, flow.ordinal)
    return any(
        view.ask("is-flow", f"{step.path}|{step.kind}|{step.ordinal}|{danger}")
        for step in piece.steps
        if (step.path, step.kind, step.ordinal) != here
        for danger in SQL_DANGERS
    )
