"""Verdicts are reused while everything they asked has the same answer, and given anew as soon as one has not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import pytest
import rule_missing

from lintel.engines.native.verdicts import Bench, Stored
from lintel.errors import SourceError
from lintel.finding import Candidate, Finding, Severity, Span
from lintel.knowledge.index import Knowledge
from lintel.rule import Rule
from lintel.view import Asked, ProgramView, answer_hash


class Answers:
    """A program that answers from a table; a question that the table lacks raises what it is told to."""

    def __init__(self, table: dict[str, Any], otherwise: Exception | None = None) -> None:
        self.table = table
        self.otherwise = otherwise or KeyError("gone")

    def answer(self, question: str, key: str) -> Any:
        if f"{question} {key}" not in self.table:
            raise self.otherwise
        return self.table[f"{question} {key}"]

    def subjects(self, kind: str) -> list[str]:
        return sorted(key.partition(" ")[2] for key in self.table if key.startswith(f"{kind} "))

    def card(self, code: str) -> Any:
        return rule_missing.CARD


def judge(subject: str, view: ProgramView) -> Iterable[Finding]:
    if subject == "loud" and view.ask("limiter") is None:
        yield view.found(rule_missing.CARD, "a.py", Span(1, 0, 1, 1), anchor="a", name="it", mark="")


RULE = Rule(rule_missing.CARD, over={"route": judge})


@pytest.fixture
def judged(knowledge: Knowledge) -> Any:
    def run(table: dict[str, Any], stored: Stored, options: dict[str, Any] | None = None, **more: Any) -> Bench:
        bench = Bench(Answers(table, **more), knowledge, lambda _path: options or {}, stored)  # type: ignore[arg-type]
        bench.judge(RULE)
        return bench

    return run


ROUTES = {"route /a": "loud", "route /b": "quiet", "limiter ": None}


def said(bench: Bench) -> int:
    return sum(len(verdict.findings) for verdict in bench.verdicts.values())


def test_equal_answers_reuse_every_verdict(judged: Any) -> None:
    first = judged(ROUTES, {})
    assert (first.reused, said(first)) == (0, 1)
    again = judged(dict(ROUTES), first.verdicts)
    assert (again.reused, again.verdicts) == (2, first.verdicts)


def test_absence_is_an_answer(judged: Any) -> None:
    first = judged(ROUTES, {})
    with_limiter = judged({**ROUTES, "limiter ": "slowapi"}, first.verdicts)
    assert (with_limiter.reused, said(with_limiter)) == (1, 0)
    without = judged(ROUTES, with_limiter.verdicts)
    assert (without.reused, said(without)) == (1, 1)


def test_the_subject_itself_is_an_answer(judged: Any) -> None:
    first = judged(ROUTES, {})
    other = judged({**ROUTES, "route /b": "loud"}, first.verdicts)
    assert (other.reused, said(other)) == (1, 2)


def test_subjects_that_are_gone_are_forgotten(judged: Any) -> None:
    first = judged(ROUTES, {})
    fewer = judged({"route /b": "quiet"}, first.verdicts)
    assert (fewer.reused, len(fewer.verdicts)) == (1, 1)


@pytest.mark.parametrize(
    "error", [KeyError("x"), IndexError("x"), ValueError("x"), SourceError("unreadable", "x", "y")]
)
def test_a_question_that_has_no_answer_any_more_is_asked_by_the_rule(judged: Any, error: Exception) -> None:
    first = judged(ROUTES, {})
    gone = judged({key: value for key, value in ROUTES.items() if key != "limiter "}, first.verdicts, otherwise=error)
    assert gone.reused == 1
    (failure,) = gone.failures
    assert failure.code == "TST201"
    assert len(gone.verdicts) == 1


def test_the_rules_own_options_are_part_of_a_verdict_and_no_others(judged: Any) -> None:
    first = judged(ROUTES, {}, {"missing": {"mark": "!"}})
    assert judged(ROUTES, first.verdicts, {"missing": {"mark": "!"}, "call": {"word": "x"}}).reused == 2
    assert judged(ROUTES, first.verdicts, {"missing": {"mark": "?"}}).reused == 0
    assert judged(ROUTES, first.verdicts).reused == 0


def test_verdicts_survive_the_store(judged: Any) -> None:
    first = judged(ROUTES, {})
    stored = msgspec.msgpack.decode(msgspec.msgpack.encode(first.verdicts), type=Stored)
    assert judged(ROUTES, stored).reused == 2


def test_candidates_are_told_apart_by_all_they_say(knowledge: Knowledge) -> None:
    def settle(candidate: Candidate, view: ProgramView) -> Iterable[Finding]:
        yield view.confirm(candidate, mark="")

    rule = Rule(rule_missing.CARD, settle=settle)
    one = Candidate(
        code="TST201", path="a.py", span=Span(1, 0, 1, 1), arguments={"name": "x"}, severity=Severity.WARNING
    )
    moved = msgspec.structs.replace(one, span=Span(2, 0, 2, 1))
    bench = Bench(Answers({}), knowledge, lambda _path: {}, {})  # type: ignore[arg-type]
    bench.settle(rule, [one, moved])
    assert sorted(finding.span.line for each in bench.verdicts.values() for finding in each.findings) == [1, 2]


def test_a_view_records_each_question_once_in_order(knowledge: Knowledge) -> None:
    program = Answers({"b 1": [2], "a ": None})
    view = ProgramView(program, {}, knowledge)  # type: ignore[arg-type]
    assert (view.ask("b", "1"), view.ask("a"), view.ask("b", "1")) == ([2], None, [2])
    assert view.asked == (Asked("b", "1", answer_hash([2])), Asked("a", "", answer_hash(None)))


def test_equal_answers_have_equal_hashes_and_others_have_not() -> None:
    assert answer_hash({"a": 1, "b": 2}) == answer_hash({"b": 2, "a": 1})
    assert answer_hash({"x", "y"}) == answer_hash({"y", "x"})
    assert len({answer_hash(value) for value in (None, "", False, 0, (), ("",), {}, "None")}) >= 7
