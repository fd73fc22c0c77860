"""How a unit that is responsible for too much is reported: the same for services and controllers."""

from __future__ import annotations

from lintel.card import Card
from lintel.finding import Confidence, Finding, Related, Span
from lintel.program.breadth import Breadth, groups, is_one_work, members, size, what
from lintel.program.responsibilities import Unit
from lintel.view import ProgramView

_GROUPS = 8
_HINTS = frozenset({"reach", "duties", "paths", "ways"})
_MODULE_START = Span(1, 0, 1, 0)


def said(card: Card, unit: Unit, found: Breadth, view: ProgramView) -> Finding:
    """The finding: at the class's name or the module's start, with the groups and their largest functions.

    Reach, many ways in, duties around one thing and paths of one endpoint each are hints (medium confidence): how to
    split such a unit is then a guess. So is a unit that is entered in few places.
    """
    return view.found(
        card,
        unit.path,
        _place(unit, view),
        anchor=what(unit),
        symbol=unit.name,
        confidence=Confidence.MEDIUM if found.by in _HINTS or is_one_work(unit) else Confidence.HIGH,
        related=[
            Related(unit.path, _first_line(view.place(unit.path, "FunctionDef", part.ordinals[0])), members(part))
            for part in found.parts[:_GROUPS]
        ],
        what=what(unit),
        size=size(unit, found),
        groups=groups(found),
    )


def _place(unit: Unit, view: ProgramView) -> Span:
    if not unit.name:
        return _MODULE_START
    place = view.place(unit.path, "ClassDef", unit.ordinal)
    end = place.column + len("class ") + len(unit.name.rsplit(".", 1)[-1])
    return Span(place.line, place.column, place.line, end)


def _first_line(place: Span) -> Span:
    """The head of a definition: a group is shown by where its largest function begins."""
    return Span(place.line, place.column, place.line, place.column + len("def "))
