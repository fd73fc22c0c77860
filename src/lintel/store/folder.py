"""The folder `.lintel_cache/`: made with its markers, locked between processes, cleaned of nothing but what is ours.

The tree under analysis is not trusted: a link in place of the folder's files is replaced, never followed, and cleaning
removes only names that Lintel itself gives.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lintel.store.memory import MemoryStore

if TYPE_CHECKING:
    from lintel.store.contract import Store

FOLDER_NAME = ".lintel_cache"
DEFAULT_SIZE_CAP = 256 * 1024 * 1024

_MARKERS = {
    ".gitignore": "# Written by Lintel.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Written by Lintel; this folder can be deleted.\n",
}
_LOCK_NAME = "lintel.lock"
_OURS = ("store-*.db", "store-*.db-wal", "store-*.db-shm", "store-*.db-journal", _LOCK_NAME)


def open_store(
    folder: Path,
    *,
    size_cap: int = DEFAULT_SIZE_CAP,
    clock: Callable[[], float] = time.time,
) -> Store:
    """Open the store in this folder, usually `cache_folder(root)`; it is made if it is missing.

    Where nothing can be written, the store lives in memory and its `notice` says why. `size_cap` is in bytes of stored
    (compressed) values; `clock` tells the time that last use is measured by.
    """
    try:
        from lintel.store.sqlite import SqliteStore

        return SqliteStore(folder, size_cap=size_cap, clock=clock)
    except (OSError, ImportError) as error:
        return MemoryStore(size_cap=size_cap, notice=_unusable(folder, error))


def cache_folder(root: Path) -> Path:
    """Say where the store of the project at `root` lives."""
    return root / FOLDER_NAME


def clean(folder: Path) -> int:
    """Remove the store in this folder, and the folder if nothing else is in it; the bytes freed.

    Raises OSError where a file cannot be removed. A process that has the store open goes on and makes a new one.
    """
    freed = 0
    for pattern in _OURS:
        for path in folder.glob(pattern):
            freed += path.lstat().st_size
            path.unlink(missing_ok=True)
    for name, text in _MARKERS.items():
        if _text(folder / name) == text:
            (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # something foreign lives there, or another process has just come
        folder.rmdir()
    return freed


@contextlib.contextmanager
def exclusive(folder: Path, *, patience: float = 60.0) -> Iterator[bool]:
    """Hold the folder against other processes; yields False where it could not be had in `patience` seconds.

    The lock is the system's and ends with the process, however it ends. What is done under it must be correct without
    it too: at worst two processes do the same work.
    """
    try:
        handle = os.open(folder / _LOCK_NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError:
        yield False
        return
    try:
        yield _acquire(handle, time.monotonic() + patience)
    finally:
        os.close(handle)


def _acquire(handle: int, deadline: float) -> bool:
    pause = 0.002
    while not _try_lock(handle):
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
        pause = min(pause * 2, 0.1)
    return True


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def prepare(folder: Path) -> None:
    """Make the folder and the files that keep it out of version control and backups; raises OSError.

    A folder of the user's choice that was there before gets no such files: it may be a folder of other things.
    """
    known = folder.is_dir()
    folder.mkdir(parents=folder.name != FOLDER_NAME, exist_ok=True)
    if known and folder.name != FOLDER_NAME:
        return
    for name, text in _MARKERS.items():
        path = folder / name
        if not path.exists():
            path.write_text(text, encoding="utf-8")


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _unusable(folder: Path, error: Exception) -> str:
    return f"no cache is kept: {folder} cannot be used ({_first_line(error)}); every run starts afresh"


def _first_line(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (text or type(error).__name__).splitlines()[0]
