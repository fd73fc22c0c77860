"""The keys under which the native engine stores what it worked out, and what they depend on.

Facts depend on path, content, Lintel itself, LibCST and the interpreter's minor version; judgements add knowledge and
option values. Lintel itself is told by its version and by size and time of its files, so that an edited checkout never
reads what an older state of it stored.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import msgspec

from lintel import __version__
from lintel.engines import Options, ProjectFile


@cache
def engine_stamp() -> str:
    """A hash of everything but content that facts depend on."""
    state = hashlib.blake2b(digest_size=10)
    libcst = metadata.version("libcst")
    state.update(f"{__version__} {libcst} {sys.version_info[0]}.{sys.version_info[1]}".encode())
    for name, size, time in _own_files(Path(__file__).parent.parent.parent):
        state.update(f"\n{name} {size} {time}".encode())
    return state.hexdigest()


def _own_files(folder: Path) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    todo = [(folder, "")]
    while todo:
        here, prefix = todo.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir() and entry.name != "__pycache__":
                    todo.append((Path(entry.path), f"{prefix}{entry.name}/"))
                elif entry.name.endswith((".py", ".yaml")):
                    about = entry.stat()
                    found.append((prefix + entry.name, about.st_size, about.st_mtime_ns))
    return sorted(found)


def options_digest(options: Options) -> str:
    """A hash of option values; equal values have equal hashes whatever their order."""
    encoded = msgspec.msgpack.encode({name: dict(values) for name, values in options.items()}, order="deterministic")
    return hashlib.blake2b(encoded, digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one run; `knowledge` is the digest of library knowledge, `place` tells projects apart."""

    stamp: str
    knowledge: str
    place: str

    def facts(self, file: ProjectFile) -> str:
        """Where a file's facts are kept."""
        return f"facts:{self.stamp}:{file.digest}:{file.path}"

    def ir(self, file: ProjectFile) -> str:
        """Where a file's flow IR is kept."""
        return f"ir:{self.stamp}:{file.digest}:{file.path}"

    def spans(self, file: ProjectFile) -> str:
        """Where the spans of a file's definitions and imports are kept, once something in it was shown."""
        return f"spans:{self.stamp}:{file.digest}:{file.path}"

    def judgement(self, file: ProjectFile, options: str) -> str:
        """Where a file's own findings and candidates are kept."""
        return f"judged:{self.stamp}:{self.knowledge}:{options}:{file.digest}:{file.path}"

    def verdicts(self) -> str:
        """Where the verdicts of the project are kept, with the questions they depend on."""
        return f"verdicts:{self.stamp}:{self.knowledge}:{self.place}"

    def whole(self, files: str) -> str:
        """Where everything said about one state of the project is kept; `files` is a hash of that state."""
        return f"whole:{self.stamp}:{self.knowledge}:{files}"
