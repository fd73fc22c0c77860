"""The formats by name: the one list that a new format is added to.

A format takes a report and what it may draw on, and gives text back; who prints it decides about bytes and streams. The
formats themselves are imported when they are asked for, so that whoever needs their names pays for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lintel.card import Card
from lintel.finding import Report
from lintel.report.palette import PLAIN, Palette

PIPE_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Drawing:
    """What formats may draw on: cards by code, source lines by path, colours, the width of the page.

    `quiet` leaves findings and failures only, in the formats for people. `tell` is told what a person should know of
    the text itself, above all that it is not the whole report.
    """

    cards: Mapping[str, Card]
    read: Callable[[str], Sequence[str]]
    palette: Palette = PLAIN
    width: int = PIPE_WIDTH
    quiet: bool = False
    tell: Callable[[str], None] = lambda _: None


Format = Callable[[Report, Drawing], str]


def _full(report: Report, on: Drawing) -> str:
    from lintel.report import full

    return full.render(report, on.cards, on.read, palette=on.palette, width=on.width, quiet=on.quiet)


def _concise(report: Report, on: Drawing) -> str:
    from lintel.report import concise

    return concise.render(report, quiet=on.quiet)


def _json(report: Report, on: Drawing) -> str:
    from lintel.report import as_json

    return as_json.render(report, on.cards)


def _sarif(report: Report, on: Drawing) -> str:
    from lintel.report import as_sarif

    return as_sarif.render(report, on.cards, on.tell)


def _jsonl(report: Report, on: Drawing) -> str:
    from lintel.report import as_json

    return as_json.render_lines(report, on.cards)


def _github(report: Report, on: Drawing) -> str:  # noqa: ARG001 - as all formats
    from lintel.report import as_github

    return as_github.render(report)


def _gitlab(report: Report, on: Drawing) -> str:
    from lintel.report import as_gitlab

    return as_gitlab.render(report, on.cards)


def _junit(report: Report, on: Drawing) -> str:  # noqa: ARG001 - as all formats
    from lintel.report import as_junit

    return as_junit.render(report)


def _rdjson(report: Report, on: Drawing) -> str:
    from lintel.report import as_rdjson

    return as_rdjson.render(report, on.read)


def _statistics(report: Report, on: Drawing) -> str:
    from lintel.report import statistics

    return statistics.render(report, on.cards, palette=on.palette, quiet=on.quiet)


def _json_statistics(report: Report, on: Drawing) -> str:
    from lintel.report import as_json

    return as_json.render_statistics(report, on.cards)


FORMATS: Mapping[str, Format] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
}
STATISTICS: Mapping[str, Format] = {"full": _statistics, "concise": _statistics, "json": _json_statistics}
"""The formats that can print counts instead of findings."""
FORMAT_NAMES = tuple(FORMATS)
FOR_PROGRAMS = frozenset(FORMATS) - {"full", "concise"}
