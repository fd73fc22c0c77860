"""All cards and rules hold together: codes, names, words, examples, options, clauses, and what is generated of them."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from catalogue import (
    card_faults,
    clause_faults,
    clauses,
    imported_by,
    option_faults,
    questions_without_answer,
    rule_faults,
)
from harness import Bench
from snippets import parse_snippet

from lintel.card import Card, Option, card_index
from lintel.finding import Finding, Severity
from lintel.knowledge.index import Knowledge
from lintel.rule import Rule
from lintel.rules.registry import all_rules, rule_modules

ROOT = Path(__file__).resolve().parents[2]
MODULES = {name: importlib.import_module(name) for name in rule_modules()}
CARDS = {name: module.RULE.card for name, module in MODULES.items() if hasattr(module, "RULE")}
CODES = frozenset(card.code for card in CARDS.values())
CLAUSES = clauses()
each_card = pytest.mark.parametrize("name", sorted(CARDS), ids=lambda name: CARDS[name].code)
BAD = [(name, number) for name, card in sorted(CARDS.items()) for number in range(len(card.bad))]
GOOD = [(name, number) for name, card in sorted(CARDS.items()) for number in range(len(card.good))]


class TestAllCards:
    def test_every_module_of_a_family_is_a_rule_that_runs(self) -> None:
        imported = imported_by(MODULES[name] for name in CARDS)
        assert {name: faults for name, module in MODULES.items() if (faults := rule_faults(module, imported))} == {}

    def test_codes_and_names_are_unique(self) -> None:
        assert len(CODES) == len(CARDS) == len({card.name for card in CARDS.values()})

    def test_no_two_rules_share_an_alias(self) -> None:
        aliases = Counter(alias for card in CARDS.values() for alias in card.aliases)
        assert [alias for alias, times in aliases.items() if times > 1] == []

    def test_every_kind_of_subject_can_be_asked_about(self) -> None:
        assert questions_without_answer() == []

    @each_card
    def test_the_card_is_well_written(self, name: str) -> None:
        assert card_faults(CARDS[name], name) == []

    @each_card
    def test_options_are_documented_typed_and_read(self, name: str) -> None:
        assert [fault for option in CARDS[name].options for fault in option_faults(option, MODULES[name])] == []

    @each_card
    def test_the_clauses_that_it_claims_name_it(self, name: str) -> None:
        assert list(clause_faults(CARDS[name], CLAUSES)) == []

    def test_every_clause_that_names_a_rule_has_one_that_is_there_or_planned(self) -> None:
        named = {code for codes in CLAUSES.values() for code in codes}
        assert named >= CODES
        assert all(code.startswith("LNT") and len(code) == 6 for code in named)


class TestExamples:
    @pytest.mark.parametrize(("name", "number"), BAD, ids=lambda value: getattr(CARDS.get(value), "code", value))
    def test_a_bad_example_fires_this_rule(self, name: str, number: int, tmp_path: Path, knowledge: Knowledge) -> None:
        said = findings(CARDS[name].bad[number], name, tmp_path, knowledge)
        assert said
        for finding in said:
            assert finding.code == CARDS[name].code
            assert tuple(finding.arguments) == CARDS[name].argument_names()
            assert "{" not in finding.message or "{" in "".join(finding.arguments.values())

    @pytest.mark.parametrize(("name", "number"), GOOD, ids=lambda value: getattr(CARDS.get(value), "code", value))
    def test_a_good_example_is_silent(self, name: str, number: int, tmp_path: Path, knowledge: Knowledge) -> None:
        assert findings(CARDS[name].good[number], name, tmp_path, knowledge) == ()

    @each_card
    def test_examples_parse_and_end_their_last_line(self, name: str) -> None:
        for text in (*CARDS[name].bad, *CARDS[name].good):
            for content in parse_snippet(text, name, CODES).versions[0].files.values():
                ast.parse(content)
            assert text.endswith("\n")
            assert not text.endswith("\n\n")
            assert text == text.lstrip("\n")


def findings(text: str, module: str, folder: Path, knowledge: Knowledge) -> tuple[Finding, ...]:
    """What the rule says of an example of one or several files."""
    judged = Bench(folder, (module,), knowledge).judge(parse_snippet(text, module, CODES).versions[0].files)
    assert judged.failures == ()
    return judged.findings


class TestGenerated:
    def test_the_card_index_holds_the_cards(self) -> None:
        assert card_index() == {rule.card.code: rule.card for rule in all_rules()}

    def test_the_index_and_the_pages_are_fresh(self) -> None:
        command = [sys.executable, str(ROOT / "tools" / "generate.py"), "--check"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


CARD = Card(
    code="LNT699", name="some-thing", family="resilience", summary="Something is wrong", why="It is.", fix="Mend it.",
    message="{what} is wrong", severity=Severity.NOTE, cwe=(1,), spec=("002.140",), bad=("a\n", "b\n"),
    good=("c\n", "d\n"), misses="the rest",
)  # fmt: skip


def module_of(rule: Any, source: str = "") -> ModuleType:
    module = ModuleType("lintel.rules.resilience.some_thing")
    module.SOURCE = source or "pass"  # type: ignore[attr-defined]
    if rule is not None:
        module.RULE = rule  # type: ignore[attr-defined]
    return module


def silent(node: Any, view: Any) -> list[Any]:
    return []


class TestTheseTests:
    """What the tests above refuse."""

    @pytest.mark.parametrize(
        ("rule", "source", "fault"),
        [
            (None, "", "holds no RULE"),
            ("a rule", "", "holds no RULE"),
            (Rule(CARD), "", "it judges nothing"),
            (Rule(CARD, on={"FunctionDefinition": silent}), "", "is called FunctionDefinition"),
            (Rule(CARD, on={"Comma": silent}), "", "is called Comma"),
            (Rule(CARD, over={"weather": silent}), "", "no subjects of kind weather"),
            (Rule(CARD, on={"Call": silent}), "def f(view):\n    yield view.candidate(1)\n", "settles none"),
            (Rule(CARD, over={"unit": silent}, settle=silent), "", "yields none"),
        ],
    )
    def test_a_module_that_is_no_rule(self, rule: Any, source: str, fault: str) -> None:
        (said,) = rule_faults(module_of(rule, source))
        assert fault in said

    def test_a_part_of_a_rule_is_no_rule_unless_it_has_a_card(self) -> None:
        part = module_of(None)
        assert rule_faults(part, frozenset({part.__name__})) == []
        part.CARD = CARD  # type: ignore[attr-defined]
        assert rule_faults(part, frozenset({part.__name__})) != []

    def test_a_rule_without_fault(self) -> None:
        settled = Rule(CARD, on={"Call": silent}, settle=silent, over={"unit": silent})
        assert rule_faults(module_of(settled, "def f(view):\n    yield view.candidate(1)\n")) == []
        assert card_faults(CARD, "lintel.rules.resilience.some_thing") == []

    @pytest.mark.parametrize(
        "change",
        [
            {"code": "LNT499"}, {"code": "X1"}, {"name": "something"}, {"name": "other-thing"}, {"family": "security"},
            {"message": "{what} is wrong."}, {"message": "{0} is wrong"}, {"summary": ""}, {"summary": "It is."},
            {"why": ""}, {"fix": ""}, {"misses": ""}, {"cwe": ()}, {"owasp": ("A11",)}, {"aliases": ("S110",)},
            {"spec": ()}, {"spec": ("002.140", "002.140")}, {"bad": ("a\n",)}, {"good": ()},
            {"good": ("c\n", "a\n")}, {"bad": ("a\n", "b\n", "e\n")},
        ],
        ids=str,
    )  # fmt: skip
    def test_a_card_that_is_badly_written(self, change: dict[str, Any]) -> None:
        assert card_faults(msgspec.structs.replace(CARD, **change), "lintel.rules.resilience.some_thing")

    def test_a_clause_that_does_not_exist_or_names_another_rule(self) -> None:
        card = msgspec.structs.replace(CARD, spec=("999.1", "002.141"))
        assert [fault.split()[-1] for fault in clause_faults(card, CLAUSES)] == ["999.1", "LNT699"]

    @pytest.mark.parametrize(
        "option",
        [
            Option(name="some_word", type="str", default="", doc="A word."),
            Option(name="word", type="str", default="", doc=""),
            Option(name="word", type="int", default=True, doc="A number."),
            Option(name="word", type="list", default="a", doc="Words."),
            Option(name="other", type="str", default="", doc="Never read."),
        ],
        ids=lambda option: f"{option.name} {option.type} {option.default!r}",
    )
    def test_an_option_that_is_wrong(self, option: Option) -> None:
        source = 'CARD = Card("other", "some_word")\n\ndef f(view):\n    view.option(CARD, "word")\n'
        assert len(option_faults(option, module_of(None, source))) >= 1
        right = Option(name="word", type="list", default=("a",), doc="Words.")
        assert option_faults(right, module_of(None, source)) == []
