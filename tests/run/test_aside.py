"""A call beside what this process does: its answer is the same wherever it was made, and no copy stays behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lintel.run.aside import made_aside

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")

_CALLER = """
import os, sys
from lintel.run.aside import made_aside
{before}
with made_aside(lambda: str(os.getpid()).encode(), jobs={jobs}) as answer:
    print("copy" if int(answer()) != os.getpid() else "here")
"""


def where(tmp_path: Path, *, jobs: int, before: str = "") -> str:
    """Where a fresh process without threads makes the call."""

    program = tmp_path / "program.py"
    program.write_text(_CALLER.format(jobs=jobs, before=before))
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


class TestWhere:
    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies")
    def test_two_jobs_make_it_in_a_copy(self, tmp_path: Path) -> None:
        assert where(tmp_path, jobs=2) == "copy"

    def test_one_job_makes_it_here(self, tmp_path: Path) -> None:
        assert where(tmp_path, jobs=1) == "here"

    def test_a_caller_with_threads_makes_it_here(self, tmp_path: Path) -> None:
        thread = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"
        assert where(tmp_path, jobs=2, before=thread) == "here"

    def test_a_daemonic_process_makes_it_here(self, tmp_path: Path) -> None:
        daemon = "import multiprocessing; multiprocessing.current_process()._config['daemon'] = True"
        assert where(tmp_path, jobs=2, before=daemon) == "here"


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies are made even if the test's own process has threads."""
    monkeypatch.setattr("lintel.run.aside.quickest_safe", lambda: "fork")


@pytest.mark.usefixtures("copying")
class TestCopy:
    def test_a_long_answer_arrives_whole(self) -> None:
        with made_aside(lambda: b"x" * 5_000_000, jobs=2) as answer:
            assert answer() == b"x" * 5_000_000

    def test_where_the_copy_dies_the_call_is_made_here(self) -> None:
        here = os.getpid()
        with made_aside(lambda: b"done" if os.getpid() == here else os._exit(9), jobs=2) as answer:
            assert answer() == b"done"

    def test_what_the_call_raises_is_raised_here(self) -> None:
        def call() -> bytes:
            raise LookupError("nothing there")

        with pytest.raises(LookupError, match="nothing there"), made_aside(call, jobs=2) as answer:
            answer()

    def test_a_copy_that_nobody_asks_ends_with_the_context(self, tmp_path: Path) -> None:
        said = tmp_path / "pid"

        def call() -> bytes:
            said.write_text(str(os.getpid()))
            threading.Event().wait()
            return b""

        with made_aside(call, jobs=2):
            while not said.exists() or not said.read_text():
                time.sleep(0.01)
        with pytest.raises(ProcessLookupError):
            os.kill(int(said.read_text()), 0)

    def test_where_no_process_can_be_started_the_call_is_made_here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise BlockingIOError

        monkeypatch.setattr("lintel.run.aside.start_worker", refuse)
        with made_aside(lambda: b"done", jobs=2) as answer:
            assert answer() == b"done"
