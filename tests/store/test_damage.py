"""A damaged, foreign or older database is a miss: never an error or a wrong value, and the next run is whole again."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintel.store.database import DATABASE_NAME
from lintel.store.folder import cache_folder, open_store

if TYPE_CHECKING:
    from lintel.store.contract import Store

ITEMS = {f"key{number}": random.Random(number).randbytes(number * 40) for number in range(60)} | {
    "text": b"row " * 3000
}


def database_of(root: Path) -> Path:
    return cache_folder(root) / DATABASE_NAME


def filled(root: Path) -> Path:
    store = open_store(cache_folder(root))
    store.put_many(ITEMS.items())
    store.close()
    return database_of(root)


def works(root: Path) -> None:
    """Whatever was there before: a fresh store answers truly or not at all, takes values and gives them back."""
    store = open_store(cache_folder(root))
    true_or_absent(store)
    store.put_many(ITEMS.items())
    assert {key for key, value in ITEMS.items() if store.get(key) != value} == set()
    assert store.notice == ""
    store.close()


def true_or_absent(store: Store) -> None:
    for key, value in store.get_many(ITEMS).items():
        assert value == ITEMS[key]
    for key in ("key0", "key59", "text"):
        assert store.get(key) in {None, ITEMS[key]}


@cache
def whole() -> bytes:
    with tempfile.TemporaryDirectory() as root:
        return filled(Path(root)).read_bytes()


class TestRandomDamage:
    @settings(max_examples=150, deadline=None)
    @given(
        places=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=64)), min_size=1)
    )
    def test_overwritten_bytes(self, places: list[tuple[float, bytes]]) -> None:
        data = bytearray(whole())
        for where, what in places:
            start = int(where * len(data))
            data[start : start + len(what)] = what
        self.judge(bytes(data))

    @settings(max_examples=60, deadline=None)
    @given(keep=st.floats(0, 1))
    def test_a_file_cut_short(self, keep: float) -> None:
        self.judge(whole()[: int(keep * len(whole()))])

    @settings(max_examples=60, deadline=None)
    @given(data=st.binary(max_size=5000))
    def test_any_bytes_at_all(self, data: bytes) -> None:
        self.judge(data)

    @settings(max_examples=40, deadline=None)
    @given(first=st.integers(0, 40), second=st.integers(0, 40))
    def test_pages_exchanged(self, first: int, second: int) -> None:
        pages = [whole()[start : start + 4096] for start in range(0, len(whole()), 4096)]
        first, second = first % len(pages), second % len(pages)
        pages[first], pages[second] = pages[second], pages[first]
        self.judge(b"".join(pages))

    @settings(max_examples=60, deadline=None)
    @given(wal=st.binary(max_size=3000), shm=st.binary(max_size=3000))
    def test_journals_of_nobody(self, wal: bytes, shm: bytes) -> None:
        with tempfile.TemporaryDirectory() as root:
            database = filled(Path(root))
            Path(f"{database}-wal").write_bytes(wal)
            Path(f"{database}-shm").write_bytes(shm)
            works(Path(root))

    def judge(self, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as root:
            cache_folder(Path(root)).mkdir()
            database_of(Path(root)).write_bytes(data)
            works(Path(root))


class TestForeignFiles:
    def test_a_text_file(self, tmp_path: Path) -> None:
        cache_folder(tmp_path).mkdir()
        database_of(tmp_path).write_text("hello")
        works(tmp_path)

    def test_a_database_of_another_program(self, tmp_path: Path) -> None:
        cache_folder(tmp_path).mkdir()
        connection = sqlite3.connect(database_of(tmp_path))
        connection.execute("CREATE TABLE entry (key, value)")
        connection.commit()
        connection.close()
        works(tmp_path)

    def test_another_format_of_ours(self, tmp_path: Path) -> None:
        connection = sqlite3.connect(filled(tmp_path))
        connection.execute("PRAGMA user_version=999")
        connection.close()
        assert open_store(cache_folder(tmp_path)).get("text") is None
        works(tmp_path)

    def test_a_schema_with_additions(self, tmp_path: Path) -> None:
        connection = sqlite3.connect(filled(tmp_path))
        connection.execute("CREATE TRIGGER sly AFTER INSERT ON content BEGIN DELETE FROM content; END")
        connection.commit()
        connection.close()
        works(tmp_path)


class TestRowsThatAreNotOurs:
    @pytest.mark.parametrize(
        "change",
        [
            "data = 'text'",
            "data = x'00'",
            "data = CAST(x'ff' AS TEXT)",
            "checksum = checksum + 1",
            "packed = 1 - packed",
            "packed = 7",
        ],
    )
    def test_a_changed_row_is_a_miss(self, tmp_path: Path, change: str) -> None:
        connection = sqlite3.connect(filled(tmp_path))
        connection.execute(f"UPDATE content SET {change}")
        connection.commit()
        connection.close()
        assert open_store(cache_folder(tmp_path)).get_many([key for key in ITEMS if key != "key0"]) == {}
        works(tmp_path)

    def test_a_value_of_another_key_is_a_miss(self, tmp_path: Path) -> None:
        connection = sqlite3.connect(filled(tmp_path))
        connection.execute("UPDATE entry SET id = 1 + id % 61")
        connection.commit()
        connection.close()
        assert open_store(cache_folder(tmp_path)).get_many(ITEMS) == {}

    def test_a_number_beyond_all_others_ends_no_run(self, tmp_path: Path) -> None:
        connection = sqlite3.connect(filled(tmp_path))
        connection.execute(f"UPDATE content SET id = {(1 << 63) - 1} WHERE id = 7")
        connection.commit()
        connection.close()
        works(tmp_path)


class TestDamageWhileOpen:
    def test_an_open_store_recovers(self, tmp_path: Path) -> None:
        store = open_store(cache_folder(tmp_path))
        store.put_many(ITEMS.items())
        store.close()
        assert store.get("text") == ITEMS["text"]
        size = database_of(tmp_path).stat().st_size
        with database_of(tmp_path).open("r+b") as file:
            file.seek(4096)
            file.write(os.urandom(size - 4096))
        true_or_absent(store)
        store.put_many(ITEMS.items())
        true_or_absent(store)
        store.close()
        works(tmp_path)

    def test_two_open_stores_share_what_comes_after_the_damage(self, tmp_path: Path) -> None:
        first, second = open_store(cache_folder(tmp_path)), open_store(cache_folder(tmp_path))
        shutil.rmtree(cache_folder(tmp_path))
        first.put_many([("first", b"1")])
        second.put_many([("second", b"2")])
        assert first.get("second") == b"2"
        assert second.get("first") == b"1"
        assert first.notice == second.notice == ""
