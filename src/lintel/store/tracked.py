"""Whether a cache folder came with the code under analysis: what git tracks was put there by its author, not by Lintel.

A committed cache could say "nothing found" of a tree full of findings, and a committed link could lead Lintel to write
elsewhere. So git's index is asked, by reading it: running git would let the tree's own configuration run programs.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path

from lintel.store.ground import FOLDER_NAME

_HEAD = struct.Struct(">4sLL")
_VERSIONS = (2, 3, 4)
_FIXED = 40  # of an entry: times, device, inode, mode, owner, size
_EXTENDED = 0x4000


def distrusted(folder: Path) -> str:
    """Why what lies in this cache folder is not to be believed, or '' where nothing speaks against it.

    `folder` is absolute and may be missing; links in it are not followed. A link in place of the folder that Lintel
    makes by itself is not believed; nor is anything where the index cannot be read.
    """
    if folder.name == FOLDER_NAME and folder.is_symlink():
        return "it is a link"
    try:
        top, git = _repository(folder)
        tracked = git is not None and _is_tracked(folder.relative_to(top).as_posix().casefold(), git)
    except (OSError, ValueError, IndexError, struct.error) as error:
        return f"git's index cannot be read: {error}"
    return "git tracks it" if tracked else ""


def _repository(folder: Path) -> tuple[Path, Path | None]:
    """The nearest working tree of git around the folder, and where its index lies (None outside of any)."""
    for above in folder.parents:
        marker = above / ".git"
        if marker.is_dir():
            return above, marker
        if marker.is_file():  # a linked working tree, or a submodule
            return above, above / marker.read_text("utf-8").removeprefix("gitdir:").strip()
    return folder, None


def _is_tracked(inside: str, git: Path) -> bool:
    """Whether the index lists something in the folder, or something in place of it or of a folder around it."""
    return any(_lists(index, inside) for index in _indexes(git))


def _lists(index: bytes, inside: str) -> bool:
    _, version, _ = _HEAD.unpack_from(index)
    first = inside.partition("/")[0]
    if version < 4 and first.isascii() and first.encode() not in index.lower():
        return False  # whole paths stand in it: a look at the bytes spares reading the entries one by one
    ways = {inside, *(inside[:end] for end, sign in enumerate(inside) if sign == "/")}
    return any(path in ways or path.startswith(f"{inside}/") for path in _paths(index))


def _indexes(git: Path) -> Iterator[bytes]:
    """The index, and the one with the entries that a split index does not repeat, which it names by its hash."""
    if not (git / "index").exists():
        return  # nothing was ever added
    index = _content(git / "index")
    yield index
    for shared in git.glob("sharedindex.*"):
        if bytes.fromhex(shared.suffix[1:]) in index:
            yield _content(shared)


def _content(file: Path) -> bytes:
    index = file.read_bytes()
    signature, version, _ = _HEAD.unpack_from(index)
    if signature != b"DIRC" or version not in _VERSIONS:
        raise ValueError(f"{file.name} is of an unknown form")
    return index


def _hash_size(index: bytes) -> int:
    return 32 if hashlib.sha256(index[:-32]).digest() == index[-32:] else 20


def _paths(index: bytes) -> Iterator[str]:
    """The paths that an index lists, in lower case."""
    _, version, count = _HEAD.unpack_from(index)
    before_flags = _FIXED + _hash_size(index)
    at, path = _HEAD.size, b""
    for _ in range(count):
        start = at
        (flags,) = struct.unpack_from(">H", index, at + before_flags)
        at += before_flags + (4 if flags & _EXTENDED else 2)
        kept = b""
        if version == 4:
            dropped, at = _number(index, at)
            kept = path[: len(path) - dropped]
        end = index.index(b"\0", at)
        path = kept + index[at:end]
        at = end + 1 if version == 4 else start + (end - start + 8) // 8 * 8
        yield path.decode("utf-8", "replace").casefold()


def _number(index: bytes, at: int) -> tuple[int, int]:
    """A number as git writes offsets, and where what follows begins."""
    value = index[at] & 127
    while index[at] & 128:
        at += 1
        value = ((value + 1) << 7) | (index[at] & 127)
    return value, at + 1
