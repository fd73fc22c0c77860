"""The native engine: nothing is parsed twice, nothing stale is said, and what fails costs nothing else."""

from __future__ import annotations

import gc
import os
import random
import sys
from contextlib import nullcontext
from functools import partial

import pytest
from engine_bench import Workbench

from lintel.run.aside import made_aside
from lintel.source.parse import parse_count

APP = {
    "app/__init__.py": "",
    "app/orders.py": (
        "from app import users\n\ndef charge(order):\n    bad(order)\n    users.find(order)\n    users.lost()\n"
    ),
    "app/users.py": "def find(user):\n    good(user)\n",
}
SAID = ["app/orders.py:4 bad is called", "app/orders.py:6 app.users.lost is nowhere"]


def calls(rule: str) -> list[str]:
    """What the rule was asked since the last time."""
    made: list[str] = sys.modules[rule].calls  # type: ignore[attr-defined]
    found = list(made)
    made.clear()
    return found


class TestUnchangedTree:
    def test_a_second_run_parses_nothing_and_says_the_same(self, bench: Workbench) -> None:
        bench.write(APP)
        before = parse_count()
        first = bench.judge()
        assert (parse_count() - before, first.parsed) == (3, 3)
        assert bench.asked_for_knowledge
        bench.asked_for_knowledge = 0
        before = parse_count()
        second = bench.judge()
        assert (parse_count() - before, second.parsed, bench.opened) == (0, 0, [])
        assert bench.asked_for_knowledge == 0
        assert (second.findings, second.failures, second.lines) == (first.findings, first.failures, first.lines)

    def test_what_is_said_depends_on_no_order(self, bench: Workbench, tmp_path, knowledge) -> None:
        bench.write(APP)
        whole = bench.judge()
        for seed in range(4):
            files = bench.files()
            random.Random(seed).shuffle(files)
            again = Workbench(bench.folder, knowledge).judge(files)
            assert (again.findings, again.failures) == (whole.findings, whole.failures)

    def test_largest_files_come_first(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        assert bench.opened == ["app/orders.py", "app/users.py", "app/__init__.py"]

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
    @pytest.mark.parametrize("lines", ["", "\n\nraises('settle')\n"])
    def test_program_rules_say_the_same_in_a_copy_of_the_process(
        self, bench: Workbench, knowledge, monkeypatch: pytest.MonkeyPatch, lines: str
    ) -> None:
        monkeypatch.setattr("lintel.run.aside.quickest_safe", lambda: "fork")
        bench.write({**APP, "a.py": "import b\n" + lines, "b.py": "import a\n"})
        whole = bench.judge()
        assert calls("rule_ring") == ["a.py,b.py"]
        beside = Workbench(bench.folder, knowledge, aside=partial(made_aside, jobs=2))
        again = beside.judge()
        assert calls("rule_ring") == []
        assert (again.findings, again.failures) == (whole.findings, whole.failures)
        assert len(again.failures) == bool(lines)
        bench.write({"c.py": "x = 1\n"})
        beside.aside = nullcontext
        assert beside.said() == bench.said()
        assert calls("rule_ring") == []  # verdicts that a copy gave are taken over like others

    def test_a_moved_file_is_another_file(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        (bench.folder / "app/orders.py").rename(bench.folder / "app/test_orders.py")
        assert bench.said() == [line.replace("orders", "test_orders", 1) for line in SAID]
        assert bench.opened == ["app/test_orders.py"]

    def test_two_projects_of_the_same_content_share_a_store_without_mixing(self, bench: Workbench, knowledge) -> None:
        bench.write({f"one/{path}": text for path, text in APP.items()})
        bench.write({f"two/{path}": text for path, text in APP.items() if path != "app/users.py"})
        one = Workbench(bench.folder / "one", knowledge, store=bench.store)
        two = Workbench(bench.folder / "two", knowledge, store=bench.store)
        assert one.said() == SAID
        assert "app/orders.py:5 app.users.find is nowhere" in two.said()
        assert one.said() == SAID

    def test_the_collector_is_as_it_was(self, bench: Workbench) -> None:
        bench.write(APP)
        assert gc.isenabled()
        bench.judge()
        assert gc.isenabled()


class TestEdits:
    def test_only_the_edited_file_is_parsed(self, bench: Workbench, knowledge) -> None:
        bench.write(APP)
        assert bench.said() == SAID
        bench.write({"app/users.py": "def find(user):\n    bad(user)\n"})
        judged = bench.judge()
        assert (bench.opened, judged.parsed) == (["app/users.py"], 1)
        assert [each.path for each in judged.findings] == ["app/orders.py", "app/orders.py", "app/users.py"]
        assert judged.findings == Workbench(bench.folder, knowledge).judge().findings

    def test_an_edit_taken_back_costs_nothing(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        bench.write({"app/users.py": "x = 1\n"})
        bench.judge()
        bench.write(APP)
        assert bench.said() == SAID
        assert bench.opened == []

    def test_verdicts_whose_answers_did_not_change_are_not_given_again(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        assert sorted(calls("rule_missing")) == ["app.users.find", "app.users.lost"]
        bench.write({"app/users.py": "def find(user):\n    return user\n\ndef more(): ...\n"})
        assert bench.said() == SAID
        assert calls("rule_missing") == []

    def test_absence_that_becomes_presence_and_absence_again(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        calls("rule_missing")
        bench.write({"app/users.py": APP["app/users.py"] + "\ndef lost(): ...\n"})
        assert bench.said() == SAID[:1]
        assert calls("rule_missing") == ["app.users.lost"]
        bench.write({"app/users.py": APP["app/users.py"]})
        assert bench.said() == SAID

    def test_a_file_that_is_new_or_gone_changes_what_depends_on_it(self, bench: Workbench) -> None:
        bench.write({path: text for path, text in APP.items() if path != "app/users.py"})
        assert "app/orders.py:5 app.users.find is nowhere" in bench.said()
        bench.write(APP)
        assert bench.said() == SAID
        (bench.folder / "app/users.py").unlink()
        assert "app/orders.py:5 app.users.find is nowhere" in bench.said()

    def test_program_rules_follow_the_program_and_their_places_the_text(self, bench: Workbench) -> None:
        bench.write({"a.py": "import b\nb.f()\n", "b.py": "def f(): ...\n"})
        assert bench.said() == []
        bench.write({"b.py": "import a\na\n\ndef f(): ...\n"})
        assert bench.said() == ["a.py:1 a.py and b.py import each other"]
        calls("rule_ring")
        bench.write({"b.py": "import a\na.x\n\ndef f(): ...\n\ndef g(): ...\n"})
        assert bench.said() == ["a.py:1 a.py and b.py import each other"]
        bench.write({"a.py": "# moved\n\nimport b\nb.f()\n"})
        assert bench.said() == ["a.py:3 a.py and b.py import each other"]
        assert calls("rule_ring")
        bench.write({"b.py": "def f(): ...\n"})
        assert bench.said() == []


class TestOptionsAndKnowledge:
    def test_a_changed_option_judges_files_and_verdicts_anew(self, bench: Workbench) -> None:
        bench.write(APP)
        assert bench.said() == SAID
        bench.options = {"call": {"word": "good"}, "missing": {"mark": "!"}}
        assert bench.said() == ["app/orders.py:6 app.users.lost is nowhere!", "app/users.py:2 good is called"]
        bench.options = {}
        assert bench.said() == SAID
        assert bench.opened == []

    def test_a_verdict_outlives_options_of_other_rules(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        calls("rule_missing")
        bench.options = {"call": {"word": "good"}}
        bench.judge()
        assert calls("rule_missing") == []

    def test_other_knowledge_judges_anew(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        calls("rule_missing")
        bench.knowledge_digest = "other"
        assert bench.said() == SAID
        assert bench.opened
        assert calls("rule_missing")


class TestFilesThatMove:
    """The tree may change while it is read."""

    def test_content_that_differs_from_its_hash_is_stored_as_what_it_is(self, bench: Workbench) -> None:
        bench.write(APP)
        hashed = bench.files()
        bench.write({"app/users.py": "def find(user):\n    bad(user)\n"})
        assert bench.said(hashed) == [*SAID, "app/users.py:2 bad is called"]
        bench.write(APP)
        assert bench.said(hashed) == SAID
        assert bench.opened == ["app/users.py"]
        bench.write({"app/users.py": "def find(user):\n    bad(user)\n"})
        assert bench.said() == [*SAID, "app/users.py:2 bad is called"]
        assert bench.opened == []

    def test_places_fit_what_was_read(self, bench: Workbench) -> None:
        bench.write({"a.py": "import b\n", "b.py": "import a\n"})
        hashed = bench.files()
        bench.write({"a.py": "\n\nimport b\n"})
        assert bench.said(hashed) == ["a.py:3 a.py and b.py import each other"]
        bench.write({"a.py": "import b\n"})
        assert bench.said() == ["a.py:1 a.py and b.py import each other"]

    def test_one_that_changes_between_reading_and_placing_is_said_and_not_remembered(self, bench: Workbench) -> None:
        bench.write({"a.py": "import b\nbad()\n", "b.py": "import a\n"})
        bench.judge()
        hashed = bench.files()
        bench.write({"c.py": "import a\n"})  # so that all verdicts are asked for again
        bench.store = Forgetting(bench.store, "spans:", "whole:", "verdicts:")
        (bench.folder / "a.py").write_text("\n\nimport b\nbad()\n")
        judged = bench.judge([*hashed, *(each for each in bench.files() if each.path == "c.py")])
        (failure,) = judged.failures
        assert (failure.kind, failure.code) == ("unreadable", "TST301")
        assert "changed" in failure.reason
        assert [each.code for each in judged.findings] == ["TST101"]
        assert "a.py:3 a.py and b.py import each other" in bench.said()

    def test_one_that_vanishes_is_a_failure_and_not_remembered(self, bench: Workbench) -> None:
        bench.write(APP)
        hashed = bench.files()
        (bench.folder / "app/users.py").unlink()
        judged = bench.judge(hashed)
        assert [(each.kind, each.path) for each in judged.failures] == [("unreadable", "app/users.py")]
        assert [each.code for each in judged.findings if each.path == "app/orders.py"]
        bench.write(APP)
        assert bench.said(hashed) == SAID


class TestFailures:
    def test_what_cannot_be_judged_is_named_once_and_stored(self, bench: Workbench) -> None:
        bench.write({**APP, "app/broken.py": "def f(:\n", "app/latin.py": "# coding: no-such\n"})
        first = bench.judge()
        said = [(each.kind, each.path, bool(each.reason), bool(each.remedy)) for each in first.failures]
        assert said == [("syntax", "app/broken.py", True, True), ("encoding", "app/latin.py", True, True)]
        assert [each.path for each in first.findings] == ["app/orders.py"] * 2
        bench.write({"app/users.py": "def find(x): ...\n"})
        second = bench.judge()
        assert bench.opened == ["app/users.py"]
        assert second.failures == first.failures

    def test_a_time_out_is_a_failure_and_not_stored(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.stalls = frozenset({"app/users.py"})
        assert [each.kind for each in bench.judge().failures] == ["stalled"]
        assert [each.kind for each in bench.judge().failures] == ["stalled"]
        assert bench.opened == ["app/users.py"]
        bench.stalls = frozenset()
        judged = bench.judge()
        assert (bench.opened, judged.failures) == (["app/users.py"], ())

    @pytest.mark.parametrize("how", ["judge", "draft", "line", "node", "depth", "settle"])
    def test_a_rule_that_raises_is_a_failure_of_that_rule_in_that_file(self, bench: Workbench, how: str) -> None:
        bench.write({**APP, "app/raising.py": f"raises({how!r})\nbad()\n", "app/fine.py": "raises('not')\n"})
        judged = bench.judge()
        (failure,) = judged.failures
        assert (failure.kind, failure.code, failure.path) == ("rule-raised", "TST401", "app/raising.py")
        assert "TST401 raised" in failure.reason
        assert "--ignore TST401" in failure.remedy
        said = [f"{each.path}:{each.span.line} {each.code}" for each in judged.findings]
        expected = [
            "app/fine.py:1 TST401",
            "app/orders.py:4 TST101",
            "app/orders.py:6 TST201",
            "app/raising.py:2 TST101",
        ]
        assert [each for each in said if each != "app/raising.py:1 TST401"] == expected

    def test_entries_that_cannot_be_read_are_as_if_they_were_not_there(self, bench: Workbench) -> None:
        bench.write(APP)
        bench.judge()
        bench.store = Garbling(bench.store)
        assert bench.said() == SAID


class Forgetting:
    """A store that has lost what begins with some words."""

    def __init__(self, store, *words: str) -> None:
        self._store, self._words = store, words
        self.put_many, self.close, self.notice = store.put_many, store.close, ""

    def get(self, key):
        return None if key.startswith(self._words) else self._store.get(key)

    def get_many(self, keys):
        return {key: value for key in keys if (value := self.get(key)) is not None}


class Garbling(Forgetting):
    """A store whose collected answers come back as something else."""

    def get(self, key):
        value = self._store.get(key)
        return b"\xc1 nonsense" if value is not None and key.startswith(("whole:", "verdicts:", "spans:")) else value
