"""How rows come to processes of flake8 that do not inherit them: by a file; where that fails, each judges for itself.

The tree cannot be written to, so no store helps either.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import COUNTED, STARTED_BY, environment, read_only, unprivileged

NO_ROOM = """\
import errno
import tempfile

make = tempfile.mkstemp


def mkstemp(*arguments, prefix=None, **more):
    if prefix and prefix.startswith("lintel-flake8"):
        raise OSError(errno.ENOSPC, "No space left on device")
    return make(*arguments, prefix=prefix, **more)


tempfile.mkstemp = mkstemp
"""
CUT_OFF = """\
import os
from pathlib import Path

if file := os.environ.get("LINTEL_FLAKE8_ROWS"):
    Path(file).write_bytes(b"")
"""
REMOVED = """\
import os
from pathlib import Path

if file := os.environ.get("LINTEL_FLAKE8_ROWS"):
    Path(file).unlink(missing_ok=True)
"""
FRESH = [each for each in ("spawn", "forkserver") if each in multiprocessing.get_all_start_methods()]
EACH = ("--jobs=2", "--select=LNT,LNB")


class Started:
    """flake8 in a tree that cannot be written to, its processes started by a method, with what the site adds."""

    def __init__(self, folder: Path, beside: Path) -> None:
        self._folder, self._beside = folder, beside
        self.scratch = beside / "scratch"
        self.scratch.mkdir()
        self._notes = beside / "notes"

    def run(self, method: str, site: str = "") -> bytes:
        """Its rows; it found some, and had nothing to complain of."""
        (self._beside / "site").mkdir()
        (self._beside / "site" / "sitecustomize.py").write_text(COUNTED.format(notes=str(self._notes)) + site)
        (self._beside / "program.py").write_text(STARTED_BY)
        path = os.pathsep.join((str(self._beside / "site"), environment()["PYTHONPATH"]))
        command = unprivileged(str(self._beside / "program.py"), method, *EACH)
        with read_only(self._folder):
            finished = subprocess.run(
                command,
                cwd=self._folder,
                env=environment(PYTHONPATH=path, TMPDIR=str(self.scratch)),
                capture_output=True,
                timeout=200,
                check=False,
            )
        assert (finished.returncode, finished.stderr) == (1, b"")
        return finished.stdout

    def judgements(self) -> int:
        return self._notes.read_text().count("judged")


@pytest.fixture
def started(shop: Path, tmp_path: Path) -> Started:
    return Started(shop, tmp_path)


@pytest.fixture
def expected(tmp_path: Path) -> Callable[[Path], bytes]:
    """What flake8 says in one process of a tree of its own."""

    def run(folder: Path) -> bytes:
        command = unprivileged("-m", "flake8", "--jobs=1", EACH[1])
        said = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, timeout=200, check=False)
        assert said.stdout.count(b" LNT") > 10
        return said.stdout

    return run


@pytest.mark.parametrize("method", FRESH)
def test_a_file_hands_them_over_and_is_gone_afterwards(started, shop, expected, method):
    assert started.run(method) == expected(shop)
    assert started.judgements() == 1
    assert list(started.scratch.glob("lintel-*")) == []


@pytest.mark.parametrize("method", FRESH)
def test_where_there_is_no_room_for_it_each_process_judges_for_itself(started, shop, expected, method):
    assert started.run(method, NO_ROOM) == expected(shop)
    assert started.judgements() > 1


@pytest.mark.parametrize("method", FRESH)
@pytest.mark.parametrize("accident", [CUT_OFF, REMOVED], ids=["cut off", "removed"])
def test_where_it_is_lost_each_process_judges_for_itself(started, shop, expected, method, accident):
    assert started.run(method, accident) == expected(shop)
    assert started.judgements() > 1
