"""The folder `.lintel_cache/`: which store it gives, and cleaning it of nothing but what is ours.

The tree under analysis is not trusted: a link in place of the folder's files is replaced, never followed, and cleaning
removes only names that Lintel itself gives.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lintel.store.ground import FOLDER_NAME, LOCK_NAME, MARKERS
from lintel.store.memory import MemoryStore

if TYPE_CHECKING:
    from lintel.store.contract import Store

DEFAULT_SIZE_CAP = 256 * 1024 * 1024

_OURS = ("store-*.db", "store-*.db-wal", "store-*.db-shm", "store-*.db-journal", LOCK_NAME)


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


def is_empty(folder: Path) -> bool:
    """Whether no run has left a store in this folder."""
    return not any(True for _ in folder.glob(_OURS[0]))


def clean(folder: Path) -> int:
    """Remove the store in this folder, and the folder if nothing else is in it; the bytes freed.

    Raises OSError where a file cannot be removed. A process that has the store open goes on and makes a new one.
    """
    freed = 0
    for pattern in _OURS:
        for path in folder.glob(pattern):
            freed += path.lstat().st_size
            path.unlink(missing_ok=True)
    for name, text in MARKERS.items():
        if _text(folder / name) == text:
            (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # something foreign lives there, or another process has just come
        folder.rmdir()
    return freed


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
