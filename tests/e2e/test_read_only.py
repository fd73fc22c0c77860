"""In a tree that cannot be written to, everything is said as in one that can, and that nothing is kept is said too."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from processes import SHOP, environment, read_only, unprivileged

LINTEL, FLAKE8 = ("-m", "lintel"), ("-m", "flake8")
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def run_in(folder: Path, command: list[str], text: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, timeout=200, check=False, input=text
    )


@pytest.fixture
def writable(tmp_path: Path) -> Run:
    """Run in a copy of the tree that can be written to."""
    copy = tmp_path / "writable" / "shop"
    shutil.copytree(SHOP, copy, ignore=shutil.ignore_patterns(".lintel_cache", "__pycache__"))
    return lambda *arguments, text=None: run_in(copy, [sys.executable, *arguments], text)


@pytest.fixture(params=["no store", "a store of an earlier run"])
def sealed(request: pytest.FixtureRequest, shop: Path) -> Iterator[Path]:
    """The tree, which nobody may write to, without a store and with one."""
    if request.param != "no store":
        assert run_in(shop, [sys.executable, *LINTEL, "check", "--exit-zero"]).returncode == 0
    with read_only(shop):
        yield shop


@pytest.fixture
def run(sealed: Path) -> Iterator[Run]:
    """Run there as somebody who is bound by that; afterwards the tree is what it was."""
    before = {path: path.read_bytes() for path in sealed.rglob("*") if path.is_file()}
    yield lambda *arguments, text=None: run_in(sealed, unprivileged(*arguments), text)
    assert {path: path.read_bytes() for path in sealed.rglob("*") if path.is_file()} == before


def report(finished: subprocess.CompletedProcess[bytes]) -> tuple[dict[str, Any], list[str]]:
    """What a run said in JSON, and its notices apart."""
    said = json.loads(finished.stdout)
    return said, [notice["message"] for notice in said.pop("notices")]


def test_it_cannot_be_written_to_indeed(run):
    for name in ("new.py", "api/new.py", "api/database.py"):
        finished = run("-c", f"open({name!r}, 'a')")
        assert b"PermissionError" in finished.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_check_finds_the_same_and_says_that_nothing_is_kept(run, writable, sealed, jobs):
    arguments = (*LINTEL, "check", "--output-format=json", "--jobs", jobs)
    expected, here = writable(*arguments), run(*arguments)
    assert (here.returncode, here.stderr) == (expected.returncode, b"") == (1, b"")
    (findings, nothing), (found, notices) = report(expected), report(here)
    assert found == findings
    assert nothing == []
    (notice,) = notices
    assert notice.startswith(f"no cache is kept: {sealed / '.lintel_cache'} cannot be used (")


def test_another_place_for_the_store_is_a_way_out(run, tmp_path):
    finished = run(*LINTEL, "check", "--output-format=json", f"--cache-dir={tmp_path / 'elsewhere'}")
    assert report(finished)[1] == []
    assert list((tmp_path / "elsewhere").glob("store-*"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_flake8_says_the_same(run, writable, jobs):
    expected, here = writable(*FLAKE8, "--jobs", jobs), run(*FLAKE8, "--jobs", jobs)
    assert (here.returncode, here.stderr) == (expected.returncode, b"") == (1, b"")
    assert here.stdout == expected.stdout
    assert here.stdout.count(b" LNT") > 10


def test_standard_input_is_judged_by_itself(run, writable):
    text = b"# TODO: not saved\n"
    arguments = (*LINTEL, "check", "-", "--stdin-filename=api/new.py", "--quiet", "--output-format=concise")
    expected, here = writable(*arguments, text=text), run(*arguments, text=text)
    assert (here.returncode, here.stderr) == (expected.returncode, b"") == (1, b"")
    assert here.stdout == expected.stdout == b"api/new.py:1:1: LNT907 TODO is left in the code: not saved\n"
    arguments = (*FLAKE8, "-", "--stdin-display-name=api/new.py")
    expected, here = writable(*arguments, text=text), run(*arguments, text=text)
    assert (here.returncode, here.stdout, here.stderr) == (expected.returncode, expected.stdout, b"")


def test_a_report_that_cannot_be_written_is_an_error(run):
    finished = run(*LINTEL, "check", "--exit-zero", "--output-file=json=report.json")
    assert finished.returncode == 2
    assert b"lintel: error: --output-file report.json: Permission denied" in finished.stderr
    assert b"Traceback" not in finished.stderr


@pytest.mark.parametrize("sealed", ["a store of an earlier run"], indirect=True)
def test_a_store_that_cannot_be_removed_is_an_error(run, sealed):
    finished = run(*LINTEL, "cache", "clean")
    assert (finished.returncode, finished.stdout) == (2, b"")
    (file,) = (sealed / ".lintel_cache").glob("store-*")
    assert finished.stderr.decode() == f"lintel: error: {file}: Permission denied (the store was not removed)\n"
