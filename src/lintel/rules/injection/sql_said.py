"""What the rules about SQL say alike: which hole they speak of, what stands in it, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lintel.card import Card
from lintel.finding import Confidence, Finding, Severity
from lintel.program.flows import Flow
from lintel.program.sql_reading import Hole
from lintel.rules.injection.said import callee_of, flow_finding, origin
from lintel.view import ProgramView

PLACEHOLDERS: Final = {
    "format": "%s", "pyformat": "%(name)s", "qmark": "?", "named": ":name", "numeric": ":1", "dollar": "$1",
    "brace": "{name:Type}",
}  # fmt: skip
_SLOTS: Final = {
    "value": "a value", "identifier": "a name", "clause": "a piece of SQL", "statement": "where a statement begins",
}  # fmt: skip


def said_of(card: Card, flow: Flow, view: ProgramView, hole: Hole) -> Iterator[Finding]:
    """The finding about a hole. A name is a warning at most, whichever rule tells of it."""
    sure = Confidence.LOW if hole.piece.level == "unknown" and not _is_for_binding(hole, flow) else None
    severity = Severity.WARNING if hole.slot == "identifier" else None
    slot = "all of it" if hole.whole else _SLOTS[hole.slot]
    yield flow_finding(
        card, flow, view, hole.arrival, hole.piece, origin=origin(hole.piece), slot=slot, callee=callee_of(flow),
        instead=instead(hole, flow.styles), severity=severity, confidence=sure,
    )  # fmt: skip


def _is_for_binding(hole: Hole, flow: Flow) -> bool:
    """Whether what stands here is a value that could be bound, whoever decides it.

    Names and pieces of SQL of unknown origin are mostly a matter between the parts of one program, which hand
    statements on in pieces; and so is what an object was made with that writes a piece itself.
    """
    return hole.slot == "value" and not (flow.danger != "sql" and hole.piece.name.startswith("."))


def instead(hole: Hole, styles: str) -> str:
    """What to write in place of the hole."""
    if hole.slot == "identifier":
        return "choose the name from a fixed set of names"
    if hole.slot in ("clause", "statement") or hole.whole:
        return "choose among constant texts and bind the values in them"
    known = [PLACEHOLDERS[style] for style in styles.split() if style in PLACEHOLDERS]
    return f"write `{known[0]}` and bind the value" if known else "write a placeholder and bind the value"
