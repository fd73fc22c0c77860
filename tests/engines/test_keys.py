"""The keys of the store: everything an entry depends on is in its key, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import lintel
from lintel.engines import ProjectFile, content_digest
from lintel.engines.native.keys import Keys, engine_stamp, options_digest

FILE = ProjectFile("a.py", "digest", 1)


def test_options_are_told_apart_by_value_alone() -> None:
    assert options_digest({"a": {"x": 1, "y": "2"}, "b": {}}) == options_digest({"b": {}, "a": {"y": "2", "x": 1}})
    tables = [{}, {"a": {"x": 1}}, {"a": {"x": 2}}, {"a": {"x": "1"}}, {"b": {"x": 1}}, {"a": {"x": ("1",)}}]
    assert len({options_digest(each) for each in tables}) == len(tables)


def test_facts_do_not_depend_on_knowledge_or_options_but_judgements_do() -> None:
    one, other = Keys("stamp", "knowledge", "place"), Keys("stamp", "other", "place")
    assert one.facts(FILE) == other.facts(FILE)
    assert one.ir(FILE) == other.ir(FILE)
    assert one.judgement(FILE, "options") != other.judgement(FILE, "options")
    assert one.judgement(FILE, "options") != one.judgement(FILE, "others")
    assert one.verdicts() != other.verdicts()


def test_another_path_content_or_lintel_is_another_key() -> None:
    keys, later = Keys("stamp", "knowledge", "place"), Keys("later", "knowledge", "place")
    files = [FILE, ProjectFile("b.py", "digest", 1), ProjectFile("a.py", "other", 1)]
    for kind in ("facts", "ir", "spans"):
        found = {getattr(each, kind)(file) for each in (keys, later) for file in files}
        assert len(found) == 6


def test_kinds_never_meet() -> None:
    keys = Keys("stamp", "knowledge", "place")
    found = [
        keys.facts(FILE),
        keys.ir(FILE),
        keys.spans(FILE),
        keys.judgement(FILE, ""),
        keys.verdicts(),
        keys.whole(""),
    ]
    assert len({each.partition(":")[0] for each in found}) == len(found)


def test_the_stamp_is_the_same_throughout_a_process_and_the_digest_is_that_of_the_plan() -> None:
    from lintel.run.plan import content_digest as planned

    assert engine_stamp() == engine_stamp()
    assert planned(b"x").hex() == content_digest(b"x")


def _stamp_of(copy: Path) -> str:
    code = "from lintel.engines.native.keys import engine_stamp; print(engine_stamp())"
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return found.stdout.strip()


def test_an_installation_is_told_by_what_it_holds_not_by_where_and_when_it_was_made(tmp_path: Path) -> None:
    """A CI machine installs anew for each run, and the stored results of the last run must serve it."""
    installed = Path(lintel.__file__).parent
    for name in ("one", "other"):
        shutil.copytree(installed, tmp_path / name / "lintel", ignore=shutil.ignore_patterns("__pycache__"))
    for file in (tmp_path / "other").rglob("*.*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    before = _stamp_of(tmp_path / "one")
    assert before == _stamp_of(tmp_path / "other") == engine_stamp()

    edited = tmp_path / "one" / "lintel" / "facts" / "owners.py"
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("load", "loaf", 1), encoding="utf-8")
    assert _stamp_of(tmp_path / "one") != before
