"""The store on disk: one SQLite file, safe for several processes at once, and never a reason to fail.

* A value carries a checksum over its key and bytes: what comes back is what was put, or a miss.
* Last use is a day, written only when it changed, together with the next write; the oldest go first at the cap.
* A connection belongs to the process that opened it. After a fork the child opens its own, and the inherited one is
  kept unused: closing it there could tidy away the parent's journal.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import threading
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from lintel.store.contract import Key, KeyT, encoded
from lintel.store.database import DATABASE_NAME, Identity, identity, is_damage, opened
from lintel.store.ground import prepare

ResultT = TypeVar("ResultT")

_PACK_FROM = 512  # below this zlib saves less than half and costs as much as the write
_ROWS_A_QUERY = 400
_KEEP_AFTER_EVICTION = 0.8
_ROW_OVERHEAD = 64
_DAY_SECONDS = 86_400
_LARGEST_ID = 1 << 62  # numbers count up from 1
_INHERITED: list[sqlite3.Connection] = []  # connections of parent processes, kept from being closed


class SqliteStore:
    """Bytes by key in `folder`; `size_cap` bounds what is stored, `clock` tells the day of last use.

    Making one raises OSError where the database can neither be opened nor made; nothing else ever raises.
    """

    def __init__(self, folder: Path, *, size_cap: int, clock: Callable[[], float]) -> None:
        self._database = folder / DATABASE_NAME
        self._size_cap = size_cap
        self._clock = clock
        self._notice = ""
        self._connection: sqlite3.Connection | None = None
        self._file: Identity | None = None
        self._stale: set[bytes] = set()
        self._process = os.getpid()
        self._lock = threading.RLock()
        self._lost = False
        try:
            self._open()
        except (sqlite3.Error, UnicodeError) as error:
            raise OSError(str(error)) from error

    @property
    def notice(self) -> str:
        """Empty, or why this run's work could not be kept."""
        return self._notice

    def get(self, key: Key) -> bytes | None:
        """Answer the value last put under this key, exactly, or None."""
        name = encoded(key)
        return self._attempt(lambda connection: self._read(connection, [name]).get(name), None)

    def get_many(self, keys: Iterable[KeyT]) -> dict[KeyT, bytes]:
        """Answer the values of those keys that are known; the others are absent."""
        names = {encoded(key): key for key in keys}
        nothing: dict[bytes, bytes] = {}
        found = self._attempt(lambda connection: self._read(connection, list(names)), nothing)
        return {names[name]: value for name, value in found.items()}

    def put_many(self, items: Iterable[tuple[Key, bytes]]) -> None:
        """Keep all of these in one transaction, and let go of the least recently used beyond the cap."""
        rows = {name: (name, *_packed(name, value)) for name, value in ((encoded(key), value) for key, value in items)}
        if rows:
            self._attempt(lambda connection: self._write(connection, rows.values()), None, writes=True)

    def close(self) -> None:
        """Note last use and let go of the files; the next question opens them again."""
        with self._mine():
            if self._connection is None:
                return
            if self._stale:
                self._attempt(self._touch, None, writes=True)
            self._drop()

    def _read(self, connection: sqlite3.Connection, names: list[bytes]) -> dict[bytes, bytes]:
        today = self._today()
        found: dict[bytes, bytes] = {}
        for start in range(0, len(names), _ROWS_A_QUERY):
            some = names[start : start + _ROWS_A_QUERY]
            marks = ",".join("?" * len(some))
            query = (
                "SELECT entry.key, entry.day, content.packed, content.checksum, content.data"
                f" FROM entry LEFT JOIN content ON content.id = entry.id WHERE entry.key IN ({marks})"
            )
            for name, day, packed, checksum, data in connection.execute(query, some):
                found[name] = _unpacked(name, packed, checksum, data)
                if day != today:
                    self._stale.add(name)
        return found

    def _write(self, connection: sqlite3.Connection, rows: Collection[tuple[bytes, int, int, bytes]]) -> None:
        today = self._today()
        with _transaction(connection):
            _forget(connection, [row[0] for row in rows])
            last = _last_id(connection)
            contents, entries = [], []
            for number, (name, packed, checksum, data) in enumerate(rows, last + 1):
                contents.append((number, packed, checksum, data))
                entries.append((name, number, today, len(name) + len(data) + _ROW_OVERHEAD))
                self._stale.discard(name)
            connection.executemany("INSERT INTO content (id, packed, checksum, data) VALUES (?, ?, ?, ?)", contents)
            connection.executemany("INSERT INTO entry (key, id, day, size) VALUES (?, ?, ?, ?)", entries)
            _expect(connection, [row[0] for row in rows])
            self._note_use(connection, today)
            self._evict(connection)

    def _touch(self, connection: sqlite3.Connection) -> None:
        with _transaction(connection):
            self._note_use(connection, self._today())

    def _note_use(self, connection: sqlite3.Connection, today: int) -> None:
        connection.executemany(
            "UPDATE entry SET day = ? WHERE key = ?", [(today, name) for name in sorted(self._stale)]
        )
        self._stale.clear()

    def _evict(self, connection: sqlite3.Connection) -> None:
        if _bytes_in_use(connection) <= self._size_cap:
            return
        room = int(self._size_cap * _KEEP_AFTER_EVICTION)
        victims: list[tuple[bytes]] = []
        for name, size in connection.execute("SELECT key, size FROM entry ORDER BY day DESC, id DESC"):
            room -= size
            if room < 0:
                victims.append((name,))
        connection.executemany("DELETE FROM entry WHERE key = ?", victims)
        connection.execute("DELETE FROM content WHERE id NOT IN (SELECT id FROM entry)")
        connection.execute("PRAGMA incremental_vacuum").fetchall()

    def _attempt(
        self, action: Callable[[sqlite3.Connection], ResultT], otherwise: ResultT, *, writes: bool = False
    ) -> ResultT:
        """Run the action; once more on a new file if this one is damaged; else the fallback, and never an exception."""
        with self._mine():
            if writes and self._connection is not None and identity(self._database) != self._file:
                self._drop()  # cleaned or made anew by another process
            damaged: Identity | None = None
            for _ in range(2):
                try:
                    return action(self._connection or self._open(damaged))
                except (sqlite3.Error, OSError, UnicodeError) as error:
                    if not self._damaged_by(error, writes=writes):
                        break
                    damaged = self._file
                    self._drop()
            return otherwise

    def _open(self, damaged: Identity | None = None) -> sqlite3.Connection:
        if self._lost:
            raise OSError(errno.ENODEV, "given up")
        try:
            prepare(self._database.parent)
            self._connection = opened(self._database, damaged)
        except (sqlite3.Error, OSError, UnicodeError):
            self._lost = True  # every further question would wait as long for the same answer
            raise
        self._file = identity(self._database)
        return self._connection

    def _damaged_by(self, error: Exception, *, writes: bool) -> bool:
        """Whether a new file may help; what else went wrong is remembered for the user."""
        if not self._lost and is_damage(error):
            return True
        if (writes or self._lost) and not self._notice:
            self._notice = f"the cache {self._database} cannot be used ({error}); later runs start afresh"
        if self._connection is not None:
            self._connection.execute("PRAGMA busy_timeout=0")  # waited once: from now on, at once or not at all
        return False

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._stale.clear()

    @contextlib.contextmanager
    def _mine(self) -> Iterator[None]:
        """Hold the store in this thread, as this process's own."""
        if self._process != os.getpid():
            self._process = os.getpid()
            self._lock = threading.RLock()  # the inherited one may be held by a thread that was not forked
            if self._connection is not None:
                _INHERITED.append(self._connection)
            self._connection = None
            self._stale = set()
        with self._lock:
            yield

    def _today(self) -> int:
        return int(self._clock() // _DAY_SECONDS)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    done = False
    try:
        yield
        connection.execute("COMMIT")
        done = True
    finally:
        if not done and connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")


def _forget(connection: sqlite3.Connection, names: Sequence[bytes]) -> None:
    """Let go of what these keys held before."""
    for start in range(0, len(names), _ROWS_A_QUERY):
        some = names[start : start + _ROWS_A_QUERY]
        marks = ",".join("?" * len(some))
        found = connection.execute(f"SELECT key, id FROM entry WHERE key IN ({marks})", some).fetchall()
        connection.executemany("DELETE FROM entry WHERE key = ?", [(name,) for name, _ in found])
        connection.executemany("DELETE FROM content WHERE id = ?", [(number,) for _, number in found])


def _last_id(connection: sqlite3.Connection) -> int:
    last = connection.execute("SELECT coalesce(max(id), 0) FROM content").fetchone()[0]
    if not isinstance(last, int) or last > _LARGEST_ID:
        raise sqlite3.DatabaseError("not a number that was given here")
    return last


def _expect(connection: sqlite3.Connection, names: Sequence[bytes]) -> None:
    """Look up what was just written: a tree whose order is damaged takes a row and does not find it again."""
    for start in range(0, len(names), _ROWS_A_QUERY):
        some = names[start : start + _ROWS_A_QUERY]
        marks = ",".join("?" * len(some))
        query = f"SELECT count(*) FROM entry JOIN content ON content.id = entry.id WHERE entry.key IN ({marks})"
        if connection.execute(query, some).fetchone() != (len(some),):
            raise sqlite3.DatabaseError("what was written is not found")


def _bytes_in_use(connection: sqlite3.Connection) -> int:
    names: Sequence[str] = ("page_count", "freelist_count", "page_size")
    pages, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    return int((pages - free) * size)


def _packed(name: bytes, value: bytes) -> tuple[int, int, bytes]:
    """Whether the bytes are compressed, their checksum, the bytes to store."""
    packed, data = 0, value
    if len(value) >= _PACK_FROM:
        small = zlib.compress(value, 1)
        if len(small) < len(value):
            packed, data = 1, small
    return packed, _checksum(name, packed, data), data


def _unpacked(name: object, packed: object, checksum: object, data: object) -> bytes:
    """Take the value from a row; a row that was not written like this means that the file is damaged."""
    if isinstance(name, bytes) and isinstance(data, bytes) and packed in {0, 1}:
        if checksum != _checksum(name, int(bool(packed)), data):
            raise sqlite3.DatabaseError("checksum mismatch")
        with contextlib.suppress(zlib.error):
            return zlib.decompress(data) if packed else data
    raise sqlite3.DatabaseError("not a row of ours")


def _checksum(name: bytes, packed: int, data: bytes) -> int:
    return zlib.crc32(data, zlib.crc32(name, packed))
