"""The database file: made, checked, and made anew where it is damaged, foreign or of another format.

Two tables, so that last use is noted in a narrow one (`entry`) and never rewrites the pages that hold values
(`content`). Damage is answered by deleting the file under the folder's lock, and only while it is still the file that
was found damaged: two processes that meet the same damage make one new file.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from lintel.store.ground import exclusive

FORMAT = 1
DATABASE_NAME = f"store-{FORMAT}.db"

_APPLICATION = 0x4C4E5431  # "LNT1", in the header of every file of ours
_SCHEMA = (
    "CREATE TABLE content"
    " (id INTEGER PRIMARY KEY, packed INTEGER NOT NULL, checksum INTEGER NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE entry (key BLOB PRIMARY KEY, id INTEGER NOT NULL, day INTEGER NOT NULL, size INTEGER NOT NULL)"
    " WITHOUT ROWID",
)
_BUSY_SECONDS = 15.0
_DAMAGE = {
    sqlite3.SQLITE_ERROR,  # the schema or a page is not what the checked header promised
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_CONSTRAINT,
}

Identity = tuple[int, int]


class _NotOursError(Exception):
    """The file is new, foreign or of another format."""


def is_damage(error: Exception) -> bool:
    """Whether a new file would help: not so for a lock held by others, a full disk, or missing permission."""
    if not isinstance(error, sqlite3.Error):
        return isinstance(error, UnicodeError)  # a message of SQLite's that quotes damaged text
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return True  # raised by Python or by the store itself over a row that cannot be ours
    return (code & 0xFF) in _DAMAGE or code in {sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_READONLY_DBMOVED}


def identity(database: Path) -> Identity | None:
    """Which file the path leads to at this moment."""
    try:
        status = database.lstat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def opened(database: Path, damaged: Identity | None = None) -> sqlite3.Connection:
    """Connect to a sound database of ours; it is made anew if missing, not ours, or the one named `damaged`.

    Raises sqlite3.Error or OSError where that cannot be had.
    """
    if damaged is None or identity(database) != damaged:
        with contextlib.suppress(_NotOursError):
            return _checked(database)
    with exclusive(database.parent, patience=10.0):
        if damaged is None or identity(database) != damaged:
            with contextlib.suppress(_NotOursError):  # another process was quicker
                return _checked(database)
        _delete(database)
        return _made(database)


def _checked(database: Path) -> sqlite3.Connection:
    if database.is_symlink() or not database.is_file():
        raise _NotOursError
    connection = _connect(database)
    try:
        if not _is_ours(connection):
            raise _NotOursError
        _settle(connection)
    except (sqlite3.Error, UnicodeError) as error:
        connection.close()
        if is_damage(error):
            raise _NotOursError from error
        raise
    except _NotOursError:
        connection.close()
        raise
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    if connection.execute("PRAGMA application_id").fetchone() != (_APPLICATION,):
        return False
    if connection.execute("PRAGMA user_version").fetchone() != (FORMAT,):
        return False
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    return tuple(row[0] for row in rows) == tuple(statement.encode() for statement in _SCHEMA)


def _made(database: Path) -> sqlite3.Connection:
    connection = _connect(database)
    try:
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
        _prefer_wal(connection)
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={FORMAT}")
        connection.execute(f"PRAGMA application_id={_APPLICATION}")
        connection.execute("COMMIT")
        _settle(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect(database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.text_factory = bytes  # no text is stored: what claims to be text is damage, to be looked at, not decoded
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    return connection


def _prefer_wal(connection: sqlite3.Connection) -> None:
    """Write-ahead logging, so that readers and a writer do not wait for each other; not every file system has it."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.execute("PRAGMA journal_mode=DELETE")


def _settle(connection: sqlite3.Connection) -> None:
    # What a power cut tears is found by checksums and thrown away: waiting for the disk would buy nothing.
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA journal_size_limit=4194304")
    connection.execute("SELECT count(*) FROM (SELECT id FROM content LIMIT 1)").fetchone()


def _delete(database: Path) -> None:
    """Remove the file with its journals, and what earlier formats left behind."""
    for number in range(1, FORMAT):
        _unlink(database.with_name(f"store-{number}.db"))
    _unlink(database)


def _unlink(database: Path) -> None:
    for suffix in ("-journal", "-shm", "-wal", ""):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{database}{suffix}")  # noqa: PTH108 - a name with a suffix, not a path below it
