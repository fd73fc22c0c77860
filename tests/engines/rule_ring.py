"""A rule over the program: it says each ring of imports at its first import line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintel.card import Card
from lintel.finding import Finding, Severity
from lintel.rule import Rule
from lintel.view import ProgramView

CARD = Card(
    code="TST301", name="ring", family="tests", summary="s", why="w", fix="f", message="{modules} import each other",
    severity=Severity.WARNING, bad=("import a\n",), good=("good()\n",), misses="all else",
)  # fmt: skip
calls: list[str] = []


def judge(ring: Any, view: ProgramView) -> Iterator[Finding]:
    paths = sorted(ring.modules)
    calls.append(",".join(paths))
    span = view.place(paths[0], "Import", 0)
    yield view.found(CARD, paths[0], span, anchor=paths[0], modules=" and ".join(paths))


RULE = Rule(CARD, over={"import-ring": judge})
