"""The pool answers for every item whatever its workers die of, and leaves nothing running."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintel.errors import LintelError
from lintel.run import beginnings, workers
from lintel.run.worker_loop import Work
from lintel.run.workers import Outcome, run_pool
from lintel.run.zygote import Zygote

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals")
FRESH = [method for method in ("fork", "spawn") if method in multiprocessing.get_all_start_methods()]
METHODS = [*FRESH, *(["zygote"] if sys.platform == "linux" else [])]


@pytest.fixture(autouse=True)
def tasks_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(HERE)


@pytest.fixture(autouse=True)
def nothing_is_left_running() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


@contextlib.contextmanager
def beginning(method: str | None) -> Iterator[beginnings.Beginning | None]:
    """How workers are started by this name; a zygote is there as long as this is open, and gone afterwards."""
    if method != "zygote":
        yield method  # type: ignore[misc]
        return
    with contextlib.closing(Zygote("pool_preparation")) as zygote:
        yield zygote


def pooled(folder: Path, items: list[str], *, start_method: str | None = None, **named: object) -> dict[str, Outcome]:
    options = {"jobs": 2, "time_limit": 30.0, **named}
    work = Work("pool_tasks:start", str(folder).encode())
    with beginning(start_method) as begun:
        outcomes = list(run_pool(items, work, start_method=begun, **options))  # type: ignore[arg-type]
    assert sorted(outcome.item for outcome in outcomes) == sorted(items)
    return {outcome.item: outcome for outcome in outcomes}


def opened(folder: Path) -> list[tuple[int, str]]:
    """What tasks opened: by which process, which item, in order."""
    lines = (folder / "opened").read_text().splitlines()
    return [(int(line.partition(" ")[0]), line.partition(" ")[2]) for line in lines]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("jobs", [1, 2])
class TestEveryItemIsAnswered:
    def test_when_all_is_well(self, tmp_path: Path, method: str, jobs: int) -> None:
        items = [f"file{number}.py" for number in range(500)]
        outcomes = pooled(tmp_path, items, jobs=jobs, start_method=method)
        assert all(outcomes[item].value.startswith(item.encode()) for item in items)
        assert all(outcomes[item].failure is None for item in items)
        assert os.getpid() not in {process for process, _ in opened(tmp_path)}
        assert len({process for process, _ in opened(tmp_path)}) <= jobs

    @POSIX
    def test_when_workers_die(self, tmp_path: Path, method: str, jobs: int) -> None:
        good = [f"file{number}.py" for number in range(40)]
        bad = {"signal SEGV": "SIGSEGV", "exit 3": "exit code 3", "raise oh dear": "ValueError: oh dear", "exit 0": "0"}
        items = [*good[:10], "signal SEGV", *good[10:20], "exit 3", "raise oh dear", *good[20:], "exit 0"]
        outcomes = pooled(tmp_path, items, jobs=jobs, start_method=method)
        assert all(outcomes[item].value is not None for item in good)
        for item, reason in bad.items():
            failure = outcomes[item].failure
            assert failure is not None
            assert (failure.kind, failure.path, outcomes[item].value) == ("crashed", item, None)
            assert reason in failure.reason
            assert failure.remedy


class TestSecondTry:
    @POSIX
    def test_an_item_that_dies_once_is_judged_the_second_time(self, tmp_path: Path) -> None:
        outcomes = pooled(tmp_path, ["a.py", "once b.py", "c.py"])
        assert outcomes["once b.py"].failure is None
        assert outcomes["once b.py"].value

    @POSIX
    def test_the_second_try_comes_last_in_a_process_that_saw_nothing_else(self, tmp_path: Path) -> None:
        pooled(tmp_path, ["once 1", "once 2", *(f"file{number}.py" for number in range(50))])
        seen = opened(tmp_path)
        assert {item for _, item in seen[-2:]} == {"once 1", "once 2"}
        for process, item in seen[-2:]:
            assert [other for number, other in seen if number == process] == [item]

    @POSIX
    def test_only_the_open_item_is_tried_twice(self, tmp_path: Path) -> None:
        items = [f"file{number}.py" for number in range(200)]
        pooled(tmp_path, [*items[:150], "exit 1", *items[150:]], jobs=1)
        times = {item: [other for _, other in opened(tmp_path)].count(item) for item in [*items, "exit 1"]}
        assert times == dict.fromkeys(items, 1) | {"exit 1": 2}

    def test_an_item_that_stalls_is_reported_and_the_others_are_judged(self, tmp_path: Path) -> None:
        items = ["a.py", "sleep 600", *(f"file{number}.py" for number in range(30))]
        outcomes = pooled(tmp_path, items, time_limit=0.3)
        failure = outcomes["sleep 600"].failure
        assert failure is not None
        assert (failure.kind, failure.path) == ("stalled", "sleep 600")
        assert "0.3 s" in failure.reason
        assert all(outcome.failure is None for item, outcome in outcomes.items() if item != "sleep 600")

    def test_the_second_try_has_more_time(self, tmp_path: Path) -> None:
        outcomes = pooled(tmp_path, ["sleep 1.5"], time_limit=1.0)
        assert outcomes["sleep 1.5"].failure is None
        assert len(opened(tmp_path)) == 2

    def test_an_item_that_holds_the_interpreter_is_ended_too(self, tmp_path: Path) -> None:
        outcomes = pooled(tmp_path, ["hold", "a.py"], time_limit=0.3)
        assert outcomes["hold"].failure is not None
        assert outcomes["hold"].failure.kind == "stalled"
        assert outcomes["a.py"].value

    def test_a_caller_that_takes_its_time_is_not_held_against_the_workers(self, tmp_path: Path) -> None:
        items = [f"sleep 0.0{number}" for number in range(1, 4)] + [f"big {number}000000" for number in range(1, 4)]
        outcomes = []
        for outcome in run_pool(items, Work("pool_tasks:start", str(tmp_path).encode()), jobs=2, time_limit=0.4):
            outcomes.append(outcome)
            time.sleep(0.5)
        assert [outcome.failure for outcome in outcomes] == [None] * len(items)
        assert len(opened(tmp_path)) == len(items)


class TestWorker:
    def test_large_answers(self, tmp_path: Path) -> None:
        outcomes = pooled(tmp_path, ["big 30000000", "big 0", "big 70000"])
        assert [len(outcomes[item].value) for item in ("big 30000000", "big 0", "big 70000")] == [30_000_000, 0, 70_000]

    def test_no_collector_and_a_deep_stack(self, tmp_path: Path) -> None:
        outcomes = pooled(tmp_path, ["state", "deep 20000"])
        assert outcomes["state"].value == repr((False, True, "lintel-deep")).encode()
        assert outcomes["deep 20000"].value == b"20000"

    @pytest.mark.parametrize("method", METHODS)
    def test_its_output_reaches_nobody(self, tmp_path: Path, capfd: pytest.CaptureFixture[str], method: str) -> None:
        pooled(tmp_path, ["print hello", "raise hello", "signal ABRT", "print again"], start_method=method)
        assert capfd.readouterr() == ("", "")

    def test_odd_names_arrive_as_they_are(self) -> None:
        items = ["", "caf\udce9 é.py", "a\nb.py", "x" * 100_000]
        answers = {
            outcome.item: outcome.value for outcome in run_pool(items, Work("pool_tasks:start_echo", b""), jobs=2)
        }
        assert answers == {item: item.encode("utf-8", "surrogatepass") for item in items}

    def test_one_that_has_grown_too_large_is_replaced_between_items(self, tmp_path: Path) -> None:
        items = [f"hoard {80_000_000 + number}" for number in range(6)]
        outcomes = pooled(tmp_path, items, jobs=1, resident_cap=200_000_000)
        assert all(outcome.failure is None for outcome in outcomes.values())
        assert len({process for process, _ in opened(tmp_path)}) > 1
        assert len(opened(tmp_path)) == len(items)

    @pytest.mark.skipif(sys.platform != "linux", reason="forks")
    def test_a_zygote_that_was_killed_is_done_without(self, tmp_path: Path) -> None:
        with contextlib.closing(Zygote("pool_preparation")) as zygote:
            os.kill(zygote._pid, signal.SIGKILL)
            items = Work("pool_tasks:start", str(tmp_path).encode())
            assert [outcome.failure for outcome in run_pool(["a"], items, jobs=1, start_method=zygote)] == [None]

    @pytest.mark.parametrize("method", METHODS)
    def test_one_that_cannot_start_is_an_error_that_says_why(self, method: str) -> None:
        with beginning(method) as begun, pytest.raises(LintelError, match="RuntimeError: cannot start with this"):
            list(run_pool(["a.py"], Work("pool_tasks:start_broken", b"this"), jobs=2, start_method=begun))

    def test_no_processes_to_be_had(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise BlockingIOError(11, "Resource temporarily unavailable")

        monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
        with pytest.raises(LintelError, match="Resource temporarily unavailable"):
            pooled(tmp_path, ["a.py"])


class TestPool:
    def test_nothing_to_do_starts_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workers, "serve", None)
        assert pooled(tmp_path, []) == {}

    def test_items_are_begun_in_order(self, tmp_path: Path) -> None:
        items = [f"file{number}.py" for number in range(300)]
        pooled(tmp_path, items, jobs=1)
        assert [item for _, item in opened(tmp_path)] == items

    def test_the_same_item_twice(self, tmp_path: Path) -> None:
        outcomes = list(run_pool(["a", "a"], Work("pool_tasks:start", str(tmp_path).encode()), jobs=2))
        assert [outcome.item for outcome in outcomes] == ["a", "a"]

    def test_closing_the_iterator_ends_the_workers(self, tmp_path: Path) -> None:
        outcomes = run_pool(["a", "sleep 600", "sleep 601"], Work("pool_tasks:start", str(tmp_path).encode()), jobs=2)
        assert next(outcomes).item == "a"
        assert multiprocessing.active_children()
        outcomes.close()  # type: ignore[attr-defined]
        assert multiprocessing.active_children() == []

    def test_in_this_process_no_other_is_started(self, tmp_path: Path) -> None:
        outcomes = pooled(tmp_path, ["a", "deep 20000"], in_process=True)
        assert outcomes["a"].value == f"a by {os.getpid()}".encode()
        assert outcomes["deep 20000"].value == b"20000"

    @pytest.mark.parametrize("method", FRESH)
    def test_a_daemonic_process_does_the_work_itself(self, tmp_path: Path, method: str) -> None:
        import pool_tasks  # by a name that a fresh interpreter finds, too

        context = multiprocessing.get_context(method)
        process = context.Process(target=pool_tasks.pool, args=(str(tmp_path), ["a", "b"]), daemon=True)  # type: ignore[attr-defined]
        process.start()
        process.join()
        assert process.exitcode == 0
        assert {number for number, _ in opened(tmp_path)} == {process.pid}

    def test_a_caller_with_threads_gets_fresh_interpreters(self, tmp_path: Path) -> None:
        import threading

        release = threading.Event()
        thread = threading.Thread(target=release.wait)
        thread.start()
        try:
            assert beginnings.quickest_safe() == "spawn"
        finally:
            release.set()
            thread.join()

    @pytest.mark.skipif(sys.platform != "linux", reason="forks")
    def test_a_caller_without_threads_forks(self) -> None:
        assert beginnings.quickest_safe() == "fork"


class TestPreparation:
    """A module that workers load before all else, and that no other process ever loads."""

    @pytest.mark.parametrize("method", METHODS)
    def test_workers_load_it_and_the_parent_does_not(self, tmp_path: Path, method: str) -> None:
        work = Work("pool_tasks:start_prepared", b"", "pool_preparation")
        with beginning(method) as begun:
            values = {outcome.value for outcome in run_pool(["a", "b"], work, jobs=2, start_method=begun)}
        assert all(value is not None and value.startswith(b"prepared by") for value in values)
        assert "pool_preparation" not in sys.modules

    def test_what_is_judged_in_this_process_is_not_prepared(self) -> None:
        work = Work("pool_tasks:start_prepared", b"", "pool_preparation")
        assert [each.value for each in run_pool(["a"], work, jobs=1, in_process=True)] == [b"not prepared"]

    @POSIX
    @pytest.mark.parametrize("threads", [0, 1])
    def test_a_process_that_began_early_loads_it_once_for_all(self, tmp_path: Path, threads: int) -> None:
        """With a thread in the parent it is a fork server, else on Linux a copy of the parent."""
        code = (
            "import threading\n"
            f"for _ in range({threads}): threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
            "from lintel.run.beginnings import begin_early\n"
            "from lintel.run.worker_loop import Work\nfrom lintel.run.workers import run_pool\n"
            "method = begin_early('pool_preparation')\n"
            "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
            "assert begin_early('pool_preparation') is method, 'there is one, whatever has begun since'\n"
            "work = Work('pool_tasks:start_prepared', b'', 'pool_preparation')\n"
            f"assert (method == 'forkserver') == {threads == 1 or sys.platform != 'linux'}\n"
            "for each in run_pool(['a', 'b', 'c', 'd'], work, jobs=2, start_method=method):\n    print(each.value)\n"
        )
        script = tmp_path / "unguarded.py"
        script.write_text(code, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        finished = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, check=False)
        assert finished.stderr == b"", "a program that does not guard its main part is not run again"
        assert len(finished.stdout.splitlines()) == 4
        assert len(set(finished.stdout.splitlines())) == 1

    @pytest.mark.parametrize("method", [*FRESH, "early"])
    def test_nothing_is_imported_from_the_folder_it_is_run_in(self, tmp_path: Path, method: str) -> None:
        for name in ("signal", "multiprocessing", "selectors", "libcst", "runpy", "lintel"):
            (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'imported')!r}, 'a').write('{name} ')\n")
        (tmp_path / "notes").mkdir()
        elsewhere = str(HERE.parent.parent)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path != elsewhere)}
        program = [sys.executable, str(HERE / "pool_program.py"), str(tmp_path / "notes"), method, "a", "b"]
        finished = subprocess.run(program, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert (finished.returncode, finished.stderr) == (0, b"")
        assert not (tmp_path / "imported").exists()

    def test_meanwhile_is_called_once_and_before_any_outcome(self, tmp_path: Path) -> None:
        called: list[int] = []
        work = Work("pool_tasks:start", str(tmp_path).encode())
        for count, _ in enumerate(run_pool(["a", "b", "c"], work, jobs=2, meanwhile=lambda: called.append(1))):
            assert called == [1], count


@POSIX
class TestEndOfTheParent:
    @pytest.fixture(params=["fork", "spawn", "forkserver", "early"])
    def program(self, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
        """A pool in a process group of its own: one item done, a sleeper and one that holds the interpreter open."""
        command = [sys.executable, str(HERE / "pool_program.py"), str(tmp_path), request.param]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        process = subprocess.Popen(
            [*command, "first", "sleep 600", "sleep 601"],
            text=True,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline().startswith("first")
        until(lambda: len(opened(tmp_path)) == 3)
        yield process
        if members(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def test_ctrl_c_ends_all_at_once_and_quietly(self, program: subprocess.Popen[str]) -> None:
        os.killpg(program.pid, signal.SIGINT)
        output, errors = program.communicate(timeout=20)
        assert (program.returncode, output, errors) == (130, "", "")
        until(lambda: not members(program.pid))

    def test_ctrl_c_for_the_parent_alone(self, program: subprocess.Popen[str]) -> None:
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=20)
        assert (program.returncode, output, errors) == (130, "", "")
        until(lambda: not members(program.pid))

    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
    def test_a_parent_that_is_killed_leaves_no_worker(
        self, program: subprocess.Popen[str], how: signal.Signals
    ) -> None:
        program.send_signal(how)
        program.wait(timeout=20)
        until(lambda: not members(program.pid))


@POSIX
def test_a_worker_that_holds_the_interpreter_does_not_outlive_its_parent_for_long(tmp_path: Path) -> None:
    code = (
        "from lintel.run.worker_loop import Work\n"
        "from lintel.run.workers import run_pool\n"
        f"list(run_pool(['hold'], Work('pool_tasks:start', {str(tmp_path).encode()!r}), jobs=1, time_limit=1.0))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = subprocess.Popen([sys.executable, "-c", code], env=environment, start_new_session=True)
    until((tmp_path / "opened").exists)
    program.kill()
    program.wait()
    until(lambda: not members(program.pid))


def members(group: int) -> list[int]:
    """The processes of a group that are alive; zombies, which wait for somebody else, are not."""
    lines = subprocess.run(["ps", "-eo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in lines.splitlines()]
    return [int(pid) for pid, pgid, state in rows if int(pgid) == group and not state.startswith("Z")]


def until(condition: object, patience: float = 20.0) -> None:
    """Wait for something that other processes do."""
    end = time.monotonic() + patience
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)
