"""The formats by name: the one list that a new format is added to.

A format takes a report and what it may draw on, and gives text back; who prints it decides about bytes and streams.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lintel.card import Card
from lintel.finding import Report
from lintel.report import as_json, concise, full, statistics
from lintel.report.palette import PLAIN, Palette


@dataclass(frozen=True, slots=True)
class Drawing:
    """What formats may draw on: cards by code, source lines by path, colours, the width of the page.

    `quiet` leaves findings and failures only, in the formats for people.
    """

    cards: Mapping[str, Card]
    read: full.ReadLines
    palette: Palette = PLAIN
    width: int = full.DEFAULT_WIDTH
    quiet: bool = False


Format = Callable[[Report, Drawing], str]


def _full(report: Report, on: Drawing) -> str:
    return full.render(report, on.cards, on.read, palette=on.palette, width=on.width, quiet=on.quiet)


def _concise(report: Report, on: Drawing) -> str:
    return concise.render(report, quiet=on.quiet)


def _json(report: Report, on: Drawing) -> str:
    return as_json.render(report, on.cards)


def _statistics(report: Report, on: Drawing) -> str:
    return statistics.render(report, on.cards, palette=on.palette, quiet=on.quiet)


def _json_statistics(report: Report, on: Drawing) -> str:
    return as_json.render_statistics(report, on.cards)


FORMATS: Mapping[str, Format] = {"full": _full, "concise": _concise, "json": _json}
STATISTICS: Mapping[str, Format] = {"full": _statistics, "concise": _statistics, "json": _json_statistics}
FOR_PROGRAMS = frozenset({"json"})
