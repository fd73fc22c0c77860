"""Several processes share one store: writers at once, one killed in the middle, children of a fork."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lintel.store.database import DATABASE_NAME
from lintel.store.folder import cache_folder, open_store
from lintel.store.ground import exclusive
from lintel.store.sqlite import SqliteStore

PROGRAM = Path(__file__).with_name("store_processes.py")
sys.path.insert(0, str(PROGRAM.parent))

from store_processes import value_of  # noqa: E402 - a module beside this one, also run as a program


def started(*arguments: object, **named: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROGRAM), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, text=True, env=environment, stderr=subprocess.PIPE, **named)


def test_writers_at_once_lose_nothing_also_when_all_of_them_make_the_store(tmp_path: Path) -> None:
    names = ("one", "two", "three", "four")
    writers = [started("write", tmp_path, name, 200) for name in names]
    for writer in writers:
        _, errors = writer.communicate()
        assert (writer.returncode, errors) == (0, "")
    store = open_store(cache_folder(tmp_path))
    expected = {f"{name}{number}": value_of(name, number) for name in names for number in range(200)}
    assert store.get_many(expected) == expected


def test_writers_at_once_meet_a_damaged_file(tmp_path: Path) -> None:
    open_store(cache_folder(tmp_path)).close()
    (cache_folder(tmp_path) / DATABASE_NAME).write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    writers = [started("write", tmp_path, name, 50) for name in ("one", "two", "three")]
    for writer in writers:
        _, errors = writer.communicate()
        assert (writer.returncode, errors) == (0, "")
    store = open_store(cache_folder(tmp_path))
    assert all(
        store.get(f"{name}{number}") in {None, value_of(name, number)}
        for name in ("one", "two")
        for number in range(50)
    )


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
@pytest.mark.parametrize("batches", [1, 3, 8])
def test_a_writer_killed_in_the_middle_leaves_whole_entries(tmp_path: Path, batches: int) -> None:
    writer = started("forever", tmp_path, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    for _ in range(batches):
        done = int(writer.stdout.readline())
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    store = open_store(cache_folder(tmp_path))
    expected = {f"forever{number}": value_of("forever", number) for number in range(done)}
    assert store.get_many(expected) == expected
    store.put_many([("after", b"1")])
    assert store.get("after") == b"1"
    assert store.notice == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
class TestFork:
    def test_the_child_opens_its_own_connection_and_the_parents_stays_good(self, tmp_path: Path) -> None:
        store = open_store(cache_folder(tmp_path))
        store.put_many([("parent", b"1")])
        assert isinstance(store, SqliteStore)
        inherited = store._connection

        def child() -> bool:
            seen = store.get("parent") == b"1"
            store.put_many([("child", b"2")])
            other = store._connection is not inherited
            store.close()
            return seen and other

        assert in_fork(child)
        assert store._connection is inherited
        assert store.get("child") == b"2"
        store.put_many([("later", b"3")])
        assert open_store(cache_folder(tmp_path)).get("later") == b"3"

    def test_a_lock_held_by_another_thread_at_the_fork_does_not_hold_the_child(self, tmp_path: Path) -> None:
        store = open_store(cache_folder(tmp_path))
        store.put_many([("parent", b"1")])
        assert isinstance(store, SqliteStore)
        foreign = type(store._lock)()
        store._lock = foreign
        import threading

        held, release = threading.Event(), threading.Event()

        def hold() -> None:
            with foreign:
                held.set()
                release.wait()

        thread = threading.Thread(target=hold)
        thread.start()
        held.wait()
        try:
            assert in_fork(lambda: store.get("parent") == b"1")
        finally:
            release.set()
            thread.join()


class TestLock:
    def test_one_holder_at_a_time_across_processes(self, tmp_path: Path) -> None:
        cache_folder(tmp_path).mkdir()
        with exclusive(cache_folder(tmp_path)) as held:
            assert held
            with exclusive(cache_folder(tmp_path), patience=0.05) as second:
                assert not second
        with exclusive(cache_folder(tmp_path), patience=0.05) as again:
            assert again

    def test_a_folder_that_cannot_hold_a_lock_yields_false(self, tmp_path: Path) -> None:
        with exclusive(tmp_path / "missing") as held:
            assert not held

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
    def test_a_killed_holder_lets_go(self, tmp_path: Path) -> None:
        cache_folder(tmp_path).mkdir()

        def die_holding() -> bool:
            with exclusive(cache_folder(tmp_path)):
                os._exit(0)

        assert in_fork(die_holding)
        with exclusive(cache_folder(tmp_path), patience=1.0) as held:
            assert held


def in_fork(function: object) -> bool:
    """Run the function in a forked child; whether it returned true (or left with 0 on its own)."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if function() else 1  # type: ignore[operator]
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
