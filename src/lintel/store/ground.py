"""The ground a store stands on: its folder made with its markers, and held against other processes.

The tree under analysis is not trusted: a link in place of the folder's files is never followed.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

FOLDER_NAME = ".lintel_cache"
LOCK_NAME = "lintel.lock"
MARKERS = {
    ".gitignore": "# Written by Lintel.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Written by Lintel; this folder can be deleted.\n",
}


@contextlib.contextmanager
def exclusive(folder: Path, *, patience: float = 60.0) -> Iterator[bool]:
    """Hold the folder against other processes; yields False where it could not be had in `patience` seconds.

    The lock is the system's and ends with the process, however it ends. What is done under it must be correct without
    it too: at worst two processes do the same work.
    """
    try:
        handle = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
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
    for name, text in MARKERS.items():
        path = folder / name
        if not path.exists():
            path.write_text(text, encoding="utf-8")
