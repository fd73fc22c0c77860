"""A rule that judges in the file: it says each call of the word that its option names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintel.card import Card, Option
from lintel.finding import Severity
from lintel.rule import Draft, Rule
from lintel.view import ModuleView

CARD = Card(
    code="TST101", name="call", family="tests", summary="s", why="w", fix="f", message="{word} is called",
    severity=Severity.WARNING, bad=("bad()\n",), good=("good()\n",), misses="all else",
    options=(Option(name="word", type="str", default="bad", doc="the call to report"),),
)  # fmt: skip
calls: list[str] = []


def judge(call: Any, view: ModuleView) -> Iterator[Draft]:
    calls.append(view.path)
    if getattr(call.func, "value", None) == view.option(CARD, "word"):
        yield view.found(CARD, call, word=call.func.value)


RULE = Rule(CARD, on={"Call": judge})
