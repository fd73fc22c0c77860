"""A rule that fails: in the way and at the place that a call says (`raises("judge")`, `raises("draft")`...)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import libcst

from lintel.card import Card
from lintel.finding import Candidate, Finding, Severity, Span
from lintel.rule import Draft, Rule
from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="TST401", name="raises", family="tests", summary="s", why="w", fix="f", message="{what}",
    severity=Severity.WARNING, bad=("bad()\n",), good=("good()\n",), misses="all else",
)  # fmt: skip
calls: list[str] = []


def judge(call: Any, view: ModuleView) -> Iterator[Draft]:
    if getattr(call.func, "value", None) != "raises":
        return
    yield view.found(CARD, call, what="something")
    match view.literal(call.args[0].value):
        case "judge":
            raise RuntimeError("in the judgement")
        case "draft":
            yield view.found(CARD, call)
        case "line":
            yield view.found(CARD, Span(10_000, 0, 10_000, 1), what="far away")
        case "node":
            yield view.found(CARD, libcst.Name("foreign"), what="foreign", symbol="")
        case "depth":
            judge_for_ever(call)
        case "settle":
            yield view.candidate(CARD, call, data={}, what="settled")


def judge_for_ever(call: Any) -> None:
    judge_for_ever(call)


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    yield view.confirm(candidate)
    view.ask("no such question")


RULE = Rule(CARD, on={"Call": judge}, settle=settle)
