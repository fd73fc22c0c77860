"""The store gives back what was put, forgets the least recently used at its cap, and leaves only its own traces."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintel.store.database import DATABASE_NAME, FORMAT
from lintel.store.folder import cache_folder, clean, open_store
from lintel.store.memory import MemoryStore
from lintel.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from lintel.store.contract import Store

DAY = 86_400.0


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return open_store(cache_folder(tmp_path)) if request.param == "disk" else MemoryStore(size_cap=10_000_000)


def database_of(root: Path) -> Path:
    return cache_folder(root) / DATABASE_NAME


class TestValues:
    @pytest.mark.parametrize("value", [b"", b"x", bytes(range(256)) * 4, b"same " * 10_000], ids=len)
    def test_what_was_put_comes_back(self, store: Store, value: bytes) -> None:
        store.put_many([("key", value)])
        assert store.get("key") == value

    def test_a_missing_key_is_none(self, store: Store) -> None:
        assert store.get("never put") is None
        assert store.get_many(["never put", "nor this"]) == {}

    def test_text_and_bytes_name_the_same_entry_and_answers_keep_the_callers_form(self, store: Store) -> None:
        store.put_many([("ä", b"1"), (b"raw", b"2")])
        assert store.get("ä".encode()) == b"1"
        assert store.get_many(["raw", "ä"]) == {"raw": b"2", "ä": b"1"}
        assert store.get_many([b"raw"]) == {b"raw": b"2"}

    def test_a_key_may_hold_the_surrogates_of_an_undecodable_file_name(self, store: Store) -> None:
        store.put_many([("caf\udce9.py", b"1")])
        assert store.get("caf\udce9.py") == b"1"

    def test_a_later_value_replaces_an_earlier_one_also_within_one_call(self, store: Store) -> None:
        store.put_many([("key", b"1"), ("key", b"2")])
        assert store.get("key") == b"2"
        store.put_many([("key", b"3" * 5000)])
        assert store.get("key") == b"3" * 5000

    def test_more_keys_than_one_query_takes(self, store: Store) -> None:
        items = {f"key{number}": str(number).encode() for number in range(1_234)}
        store.put_many(items.items())
        assert store.get_many([*items, "absent"]) == items

    def test_a_closed_store_opens_again_when_asked(self, store: Store) -> None:
        store.put_many([("key", b"1")])
        store.close()
        store.close()
        assert store.get("key") == b"1"
        assert store.notice == ""

    def test_values_outlive_the_store(self, tmp_path: Path) -> None:
        first = open_store(cache_folder(tmp_path))
        first.put_many([("key", b"kept")])
        first.close()
        assert open_store(cache_folder(tmp_path)).get("key") == b"kept"


class TestCap:
    def test_least_recently_used_entries_go_first(self, tmp_path: Path) -> None:
        now = [0.0]
        store = open_store(cache_folder(tmp_path), size_cap=400_000, clock=lambda: now[0])
        noise = [sqlite3.connect(":memory:").execute("SELECT randomblob(10000)").fetchone()[0] for _ in range(60)]
        store.put_many((f"old{number}", noise[number]) for number in range(20))
        now[0] += DAY
        assert store.get("old3") == noise[3]
        store.put_many((f"new{number}", noise[number]) for number in range(30))
        assert store.get("old3") == noise[3]
        assert len(store.get_many([f"new{number}" for number in range(30)])) >= 28
        assert store.get("old4") is None

    def test_last_use_is_remembered_by_a_run_that_only_reads(self, tmp_path: Path) -> None:
        now = [0.0]
        store = open_store(cache_folder(tmp_path), size_cap=200_000, clock=lambda: now[0])
        store.put_many([("a", b""), *((f"old{number}", bytes([number])) for number in range(20))])
        now[0] += DAY
        store.get("a")
        store.close()
        days = dict(sqlite3.connect(database_of(tmp_path)).execute("SELECT key, day FROM entry").fetchall())
        assert days[b"a"] == 1
        assert days[b"old1"] == 0

    def test_reading_twice_on_one_day_writes_nothing(self, tmp_path: Path) -> None:
        store = open_store(cache_folder(tmp_path), clock=lambda: DAY)
        store.put_many([("a", b"1")])
        store.close()
        before = database_of(tmp_path).stat().st_mtime_ns
        store.get("a")
        store.close()
        assert database_of(tmp_path).stat().st_mtime_ns == before

    def test_the_file_stays_near_the_cap_however_much_is_put(self, tmp_path: Path) -> None:
        store = open_store(cache_folder(tmp_path), size_cap=300_000)
        random = sqlite3.connect(":memory:")
        for round_ in range(30):
            noise = random.execute("SELECT randomblob(40000)").fetchone()[0]
            store.put_many([(f"key{round_}", noise)])
        store.close()
        assert database_of(tmp_path).stat().st_size < 400_000

    def test_memory_forgets_the_least_recently_used_too(self) -> None:
        store = MemoryStore(size_cap=100)
        store.put_many([("a", b"x" * 40), ("b", b"x" * 40)])
        store.get("a")
        store.put_many([("c", b"x" * 40)])
        assert set(store.get_many(["a", "b", "c"])) == {"a", "c"}


class TestFolder:
    def test_the_folder_keeps_itself_out_of_git_and_backups(self, tmp_path: Path) -> None:
        open_store(cache_folder(tmp_path))
        assert "*" in (cache_folder(tmp_path) / ".gitignore").read_text().splitlines()
        assert (
            (cache_folder(tmp_path) / "CACHEDIR.TAG")
            .read_text()
            .startswith("Signature: 8a477f597d28d172789f06886806bc55")
        )

    def test_cleaning_removes_everything_of_ours_and_says_how_much(self, tmp_path: Path) -> None:
        store = open_store(cache_folder(tmp_path))
        store.put_many([("key", b"1")])
        store.close()
        assert clean(cache_folder(tmp_path)) > 0
        assert not cache_folder(tmp_path).exists()
        assert clean(cache_folder(tmp_path)) == 0

    def test_cleaning_leaves_foreign_files(self, tmp_path: Path) -> None:
        open_store(cache_folder(tmp_path)).close()
        foreign = cache_folder(tmp_path) / "thesis.txt"
        foreign.write_text("years of work")
        clean(cache_folder(tmp_path))
        assert list(cache_folder(tmp_path).iterdir()) == [foreign]

    def test_a_folder_of_the_users_choice(self, tmp_path: Path) -> None:
        chosen = tmp_path / "far" / "away"
        store = open_store(chosen)
        store.put_many([("key", b"1")])
        store.close()
        assert not cache_folder(tmp_path).exists()
        assert (chosen / ".gitignore").exists()
        assert clean(chosen) > 0
        assert not chosen.exists()

    def test_a_folder_of_other_things_gets_no_markers_and_loses_none(self, tmp_path: Path) -> None:
        (tmp_path / "app.py").write_text("")
        open_store(tmp_path).close()
        assert not (tmp_path / ".gitignore").exists()
        (tmp_path / ".gitignore").write_text("mine")
        clean(tmp_path)
        assert sorted(path.name for path in tmp_path.iterdir()) == [".gitignore", "app.py"]

    def test_a_store_that_is_cleaned_while_open_begins_anew(self, tmp_path: Path) -> None:
        store = open_store(cache_folder(tmp_path))
        store.put_many([("before", b"1")])
        clean(cache_folder(tmp_path))
        store.put_many([("after", b"2")])
        assert store.notice == ""
        other = open_store(cache_folder(tmp_path))
        assert other.get("after") == b"2"
        assert other.get("before") is None

    def test_a_link_in_place_of_the_database_is_not_followed(self, tmp_path: Path) -> None:
        precious = tmp_path / "precious.db"
        with sqlite3.connect(precious) as connection:
            connection.execute("CREATE TABLE bookmark (url)")
        connection.close()
        before = precious.read_bytes()
        cache_folder(tmp_path).mkdir()
        database_of(tmp_path).symlink_to(precious)
        store = open_store(cache_folder(tmp_path))
        store.put_many([("key", b"1")])
        assert store.get("key") == b"1"
        store.close()
        assert precious.read_bytes() == before
        assert not database_of(tmp_path).is_symlink()


class TestWhereNothingCanBeWritten:
    def test_a_root_that_is_no_folder(self, tmp_path: Path) -> None:
        root = tmp_path / "file"
        root.write_text("")
        store = open_store(cache_folder(root))
        self.lives_in_memory(store)
        assert "no cache is kept" in store.notice
        assert str(cache_folder(root)) in store.notice

    def test_a_file_in_place_of_the_folder(self, tmp_path: Path) -> None:
        cache_folder(tmp_path).write_text("not a folder")
        self.lives_in_memory(open_store(cache_folder(tmp_path)))
        assert cache_folder(tmp_path).read_text() == "not a folder"

    def test_a_folder_in_place_of_the_database(self, tmp_path: Path) -> None:
        database_of(tmp_path).mkdir(parents=True)
        self.lives_in_memory(open_store(cache_folder(tmp_path)))

    def test_sqlite_is_missing_or_refuses(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise sqlite3.OperationalError("unable to open database file")

        monkeypatch.setattr(sqlite3, "connect", refuse)
        store = open_store(cache_folder(tmp_path))
        self.lives_in_memory(store)

    def test_a_database_that_turns_read_only_still_answers_and_says_so_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = open_store(cache_folder(tmp_path))
        store.put_many([("kept", b"1")])
        assert isinstance(store, SqliteStore)
        assert store._connection is not None
        store._connection.execute("PRAGMA query_only=ON")
        store.put_many([("refused", b"2")])
        assert store.get("kept") == b"1"
        assert store.get("refused") is None
        assert "cannot be used" in store.notice

    def lives_in_memory(self, store: Store) -> None:
        assert isinstance(store, MemoryStore)
        assert store.notice
        store.put_many([("key", b"1")])
        assert store.get("key") == b"1"


class TestJournal:
    def test_write_ahead_logging_is_used(self, tmp_path: Path) -> None:
        open_store(cache_folder(tmp_path)).close()
        assert sqlite3.connect(database_of(tmp_path)).execute("PRAGMA journal_mode").fetchone() == ("wal",)

    def test_where_it_is_refused_the_store_works_without(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class NoWal(sqlite3.Connection):
            def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:  # type: ignore[override]
                if sql == "PRAGMA journal_mode=WAL":
                    raise sqlite3.OperationalError("locking protocol")
                return super().execute(sql, *parameters)

        real = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", lambda *args, **named: real(*args, **named, factory=NoWal))
        store = open_store(cache_folder(tmp_path))
        store.put_many([("key", b"1")])
        store.close()
        assert store.get("key") == b"1"
        store.close()
        monkeypatch.undo()
        assert real(database_of(tmp_path)).execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_file_name_carries_the_format() -> None:
    assert f"store-{FORMAT}." in DATABASE_NAME
