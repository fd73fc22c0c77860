"""The harness itself: a rule that stays silent, speaks twice, or speaks at the wrong place makes it fail."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fact_places import told
from harness import Bench, problems
from snippets import BadSnippetError, parse_snippet

from lintel.card import Card, Option
from lintel.finding import Candidate, Finding, Severity
from lintel.knowledge.index import Knowledge
from lintel.rule import Draft, Rule
from lintel.view import ModuleView, ProgramView

CODES = frozenset({"LNT999", "LNT998"})
CARD = Card(
    code="LNT999", name="test-rule", family="tests", summary="s", why="w", fix="f", message="{word} is called",
    severity=Severity.WARNING, bad=("bad()\n",), good=("good()\n",), misses="all else",
    options=(Option(name="word", type="str", default="bad", doc="the call to report"),),
)  # fmt: skip


def rule_that(speaks: str) -> Rule:
    def judge(call: Any, view: ModuleView) -> Iterator[Draft]:
        if getattr(call.func, "value", None) != view.option(CARD, "word") or speaks == "never":
            return
        at = call.args[0].value if speaks == "elsewhere" else call
        yield view.found(CARD, at, word=call.func.value if speaks != "wrongly" else "good")
        if speaks == "twice":
            yield view.found(CARD, call.func, word=call.func.value)
        if speaks == "with an error":
            raise RuntimeError("no")

    return Rule(CARD, on={"Call": judge})


@pytest.fixture
def judged(tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(text: str, speaks: str = "rightly") -> list[str]:
        rule = rule_that(speaks)
        module = ModuleType("rule_under_test")
        module.RULE = rule  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "rule_under_test", module)
        return problems(parse_snippet(text, "snippet.py", CODES), rule, "rule_under_test", knowledge, tmp_path)

    return run


class TestWhatTheRuleSays:
    def test_what_is_marked_and_said_is_right(self, judged: Any) -> None:
        assert judged("x = 1\nbad(2)  # want: LNT999\n") == []

    def test_column_and_arguments_are_held_too(self, judged: Any) -> None:
        assert judged('if x:\n    bad(2)  # want: LNT999 @5 "bad"\n') == []

    def test_a_silent_rule_fails(self, judged: Any) -> None:
        assert judged("bad(2)  # want: LNT999\n", "never") == ["snippet.py: app.py:1: LNT999 is not reported"]

    def test_a_rule_that_speaks_twice_fails(self, judged: Any) -> None:
        (said,) = judged("bad(2)  # want: LNT999\n", "twice")
        assert "reported again, and not marked" in said

    def test_a_rule_that_speaks_on_another_line_fails(self, judged: Any) -> None:
        said = judged("bad(  # want: LNT999\n    2)\n", "elsewhere")
        assert len(said) == 2

    def test_a_wrong_column_fails(self, judged: Any) -> None:
        (missing, extra) = judged("bad(2)  # want: LNT999 @1\n", "elsewhere")
        assert "it says LNT999 @5" in missing
        assert "LNT999 @5" in extra

    def test_a_wrong_argument_fails(self, judged: Any) -> None:
        assert len(judged('bad(2)  # want: LNT999 "bad"\n', "wrongly")) == 2

    def test_a_line_without_a_marker_asserts_silence(self, judged: Any) -> None:
        (said,) = judged("bad(2)\n")
        assert "is reported, and not marked" in said

    def test_a_rule_that_raises_fails(self, judged: Any) -> None:
        said = judged("bad(2)  # want: LNT999\n", "with an error")
        assert any("raised RuntimeError: no" in each for each in said)

    def test_an_option_reaches_the_rule(self, judged: Any) -> None:
        assert judged('# option: word = "worse"\nbad(1)\nworse(2)  # want: LNT999 "worse"\n') == []


class TestKnownGaps:
    def test_a_gap_that_is_open_is_accepted(self, judged: Any) -> None:
        assert judged("bad(2)  # want-missing: LNT999\n", "never") == []
        assert judged("bad(2)  # want-spurious: LNT999\n") == []

    def test_a_gap_that_is_closed_fails(self, judged: Any) -> None:
        assert "no longer missing" in judged("bad(2)  # want-missing: LNT999\n")[0]
        assert "no longer spurious" in judged("bad(2)  # want-spurious: LNT999\n", "never")[0]


class TestSeveralFiles:
    TWO = "# file: app/a.py\nbad(1)  # want: LNT999\n# file: app/b.py\ngood(1)\n"

    def test_each_file_has_its_own_lines(self, judged: Any) -> None:
        assert judged(self.TWO) == []

    def test_a_second_version_parses_only_what_changed(self, judged: Any) -> None:
        later = "# file: app/b.py #2\n# rechecked: app/b.py\nbad(3)  # want: LNT999\n"
        assert judged(self.TWO + later) == []

    def test_a_wrong_list_of_rechecked_files_fails(self, judged: Any) -> None:
        later = "# file: app/b.py #2\n# rechecked: app/a.py app/b.py\nbad(3)  # want: LNT999\n"
        (said,) = judged(self.TWO + later)
        assert "judged anew ['app/b.py']" in said

    def test_markers_of_a_file_hold_until_it_is_written_anew(self, judged: Any) -> None:
        later = "# file: app/b.py #2\ngood(2)\n# file: app/a.py #3\ngood(1)\n"
        assert judged(self.TWO + later) == []
        (said,) = judged(self.TWO + "# file: app/a.py #2\ngood(1)\n# file: app/b.py #3\ngood(4)  # want: LNT999\n")
        assert said.startswith("snippet.py, version 3: app/b.py:1")


class TestVerdicts:
    """A rule whose verdict asks for another file: `bad()` is reported where nothing inherits from `Good`."""

    SNIPPET = "# file: app/a.py\nbad(1)  # want: LNT999\nclass Good: ...\n# file: app/b.py\nx = 1\n"
    INHERITS = "# file: app/b.py #2\n{}from app.a import Good\nclass Better(Good): ...\n"

    @pytest.fixture
    def settled(self, tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> Any:
        def judge(call: Any, view: ModuleView) -> Iterator[Draft]:
            if getattr(call.func, "value", None) == "bad":
                yield view.candidate(CARD, call, data={}, word="bad")

        def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
            if not view.ask("is-inherited", "app/a.py|Good"):
                yield view.confirm(candidate)

        def run(text: str) -> list[str]:
            rule = Rule(CARD, on={"Call": judge}, settle=settle)
            module = ModuleType("rule_under_test")
            module.RULE = rule  # type: ignore[attr-defined]
            monkeypatch.setitem(sys.modules, "rule_under_test", module)
            return problems(parse_snippet(text, "snippet.py", CODES), rule, "rule_under_test", knowledge, tmp_path)

        return run

    def test_a_verdict_on_an_unchanged_file_may_change(self, settled: Any) -> None:
        repeated = "# file: app/a.py #2\nbad(1)\nclass Good: ...\n"
        inherits = self.INHERITS.format("# rechecked: app/b.py LNT999\n")
        assert settled(self.SNIPPET + inherits + repeated) == []

    def test_the_marker_of_the_unchanged_file_holds_without_it(self, settled: Any) -> None:
        (said,) = settled(self.SNIPPET + self.INHERITS.format(""))
        assert "app/a.py:1: LNT999 is not reported" in said

    def test_an_edit_that_no_verdict_saw_rechecks_no_rule(self, settled: Any) -> None:
        assert settled(self.SNIPPET + "# file: app/b.py #2\n# rechecked: app/b.py\nx = 2\n") == []


class TestFacts:
    """A fact holds for the marked line alone."""

    BASE = "# file: app/a.py\ndef good(): ...\n# file: app/b.py\n"

    def test_a_fact_that_the_program_says_is_right(self, judged: Any) -> None:
        assert judged(self.BASE + "from app.a import good  # fact: names: app.a.good = app/a.py:good\n") == []
        assert judged(self.BASE + "from app.a import good  # fact: imports: -> app/a.py [load]\n") == []

    def test_a_fact_that_it_does_not_say_fails(self, judged: Any) -> None:
        (said,) = judged(self.BASE + "from app.a import good  # fact: names: app/c.py\n")
        assert "names does not say 'app/c.py' of this line; it says app/b.py: app.a.good = app/a.py:good" in said

    def test_a_fact_of_an_unknown_room_fails(self, judged: Any) -> None:
        (said,) = judged(self.BASE + "x = 1  # fact: weather: sunny\n")
        assert "no room of the program is called 'weather'" in said

    def test_a_fact_about_another_file_does_not_count(self, judged: Any) -> None:
        text = "# file: app/a.py\ndef good(): ...  # fact: names: good\n# file: app/b.py\nfrom app.a import good\n"
        (said,) = judged(text)
        assert "it says nothing" in said

    @pytest.mark.parametrize(
        "lines",
        [
            "import os  # fact: names: app.a.good\nfrom app.a import good\n",
            "from app.a import good\nx = good()  # fact: names: app.a.good\n",
            "from app.a import (\n    good,  # fact: names: app.a.good\n)\n",
        ],
    )
    def test_a_fact_about_another_line_does_not_count(self, judged: Any, lines: str) -> None:
        (said,) = judged(self.BASE + lines)
        assert "does not say 'app.a.good' of this line, but of line " in said

    def test_the_right_text_of_the_wrong_statement_does_not_count(self, judged: Any) -> None:
        text = "from app.a import good  # fact: imports: [deferred]\ndef f():\n    from app.c import x\n"
        (said,) = judged(self.BASE + text + "# file: app/c.py\nx = 1\n")
        assert "but of line 3" in said

    def test_each_room_says_where_its_facts_stand(self, judged: Any) -> None:
        text = (
            "# file: app/a.py\n"
            "from app.b import run  # fact: imports: app/a.py -> app/b.py [load]\n"
            "class OrderService:  # fact: roles: app/a.py:OrderService: service\n"
            "    def pay(self): return run()\n"
            "# file: app/b.py\n"
            "\n"
            "from app.a import OrderService  # fact: components: load: app/a.py app/b.py; cut\n"
            "def run(): return OrderService()\n"
            "# file: app/routes.py\n"
            "import app.b  # fact: roles: app/routes.py: controller\n"
        )
        assert judged(text) == []

    def test_a_class_on_another_line_has_its_role_there(self, judged: Any) -> None:
        (said,) = judged("# file: app/a.py\nx = 1  # fact: roles: OrderService\nclass OrderService:\n    pass\n")
        assert "but of line 2" in said

    def test_every_room_that_can_be_shown_can_be_marked(self, tmp_path: Path, knowledge: Knowledge) -> None:
        program = Bench(tmp_path, (), knowledge).program()
        rooms = [name for name in dir(type(program)) if hasattr(getattr(program, name), "show")]
        assert rooms
        assert {room: told(program, room) for room in rooms} == {room: [] for room in rooms}


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("def broken(:\n", "does not parse"),
            ("bad()  # want: LNT123\n", "no rule has the code LNT123"),
            ("bad()  # want: whatever\n", "cannot read the marker"),
            ('bad()  # want: LNT999 @x "a"\n', "cannot read the marker"),
            ("x = 1  # fact: names:\n", "a fact without a text"),
            ("# file: a.py\nx = 1\n# file: a.py\ny = 1\n", "stands twice"),
            ("# file: a.py\nx = 1\n# file: b.py #2\n", "does not parse|holds no file|"),
        ],
    )
    def test_a_bad_snippet_is_refused(self, text: str, reason: str) -> None:
        if reason.endswith("|"):
            assert parse_snippet(text, "snippet.py", CODES).versions[1].files == {"b.py": ""}
            return
        with pytest.raises(BadSnippetError, match=reason):
            parse_snippet(text, "snippet.py", CODES)

    def test_the_marker_is_cut_off_before_the_code_is_judged(self) -> None:
        snippet = parse_snippet("# TODO x  # want: LNT999\n", "snippet.py", CODES)
        assert snippet.versions[0].files["app.py"] == "# TODO x\n"
