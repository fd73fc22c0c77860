"""A rule of candidate and verdict: a function that is called and that nothing in the project defines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintel.card import Card, Option
from lintel.finding import Candidate, Finding, Severity
from lintel.rule import Draft, Rule
from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="TST201", name="missing", family="tests", summary="s", why="w", fix="f", message="{name} is nowhere{mark}",
    severity=Severity.WARNING, bad=("from b import f\nf()\n",), good=("good()\n",), misses="all else",
    options=(Option(name="mark", type="str", default="", doc="what the message ends with"),),
)  # fmt: skip
calls: list[str] = []


def judge(call: Any, view: ModuleView) -> Iterator[Draft]:
    name = view.name_of(call.func)
    if name is not None and name.startswith("app."):
        yield view.candidate(CARD, call, data={"name": name}, name=name)


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    calls.append(candidate.data["name"])
    if view.ask("definition", f"{candidate.path}|{candidate.data['name']}") is None:
        yield view.confirm(candidate, mark=view.option(CARD, "mark"))


RULE = Rule(CARD, on={"Call": judge}, settle=settle)
