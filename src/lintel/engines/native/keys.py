"""The keys under which the native engine stores what it worked out, and what they depend on.

Facts depend on path, content, Lintel itself, LibCST and the interpreter's minor version; judgements add knowledge and
option values. Lintel itself is told by the contents of its files: an edited checkout never reads what an older state of
it stored, and a CI machine that installs it anew for each run reads what the last run stored.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from lintel import __version__
from lintel.engines import Options, ProjectFile


@cache
def engine_stamp() -> str:
    """A hash of everything but content that facts depend on."""
    state = hashlib.blake2b(digest_size=10)
    state.update(f"{__version__} {sys.version_info[0]}.{sys.version_info[1]}".encode())
    own = Path(__file__).parent.parent.parent
    for name in _own_files(own):
        content = (own / name).read_bytes()
        state.update(f"\n{name} {len(content)}\n".encode())
        state.update(content)
    for line in _about_libcst():
        state.update(f"\n{line}".encode())
    return state.hexdigest()


def _own_files(folder: Path) -> list[str]:
    found: list[str] = []
    todo = [(folder, "")]
    while todo:
        here, prefix = todo.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir() and entry.name != "__pycache__":
                    todo.append((Path(entry.path), f"{prefix}{entry.name}/"))
                elif entry.name.endswith((".py", ".yaml")):
                    found.append(prefix + entry.name)
    return sorted(found)


def _about_libcst() -> list[str]:
    """What tells one release of LibCST from another: the version it carries, and the sizes of its files.

    Its metadata would say the version too, but to read them takes longer than the rest of a warm start's preparation.
    """
    spec = find_spec("libcst")
    if spec is None or spec.origin is None:
        return ["absent"]
    with os.scandir(Path(spec.origin).parent) as entries:
        files = {entry.name: entry.stat().st_size for entry in entries if entry.is_file()}
    version = Path(spec.origin).with_name("_version.py")
    said = version.read_text("utf-8", "backslashreplace") if version.name in files else ""
    return [said, *(f"{name} {size}" for name, size in sorted(files.items()))]


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

    def spans(self, file: ProjectFile, kind: str = "") -> str:
        """Where the spans of a file's nodes of a LibCST type are kept, once something in it was shown.

        Without a type: those of its definitions and imports.
        """
        return f"spans{kind}:{self.stamp}:{file.digest}:{file.path}"

    def judgement(self, file: ProjectFile, options: str) -> str:
        """Where a file's own findings and candidates are kept."""
        return f"judged:{self.stamp}:{self.knowledge}:{options}:{file.digest}:{file.path}"

    def verdicts(self) -> str:
        """Where the verdicts of the project are kept, with the questions they depend on."""
        return f"verdicts:{self.stamp}:{self.knowledge}:{self.place}"

    def whole(self, files: str) -> str:
        """Where everything said about one state of the project is kept; `files` is a hash of that state."""
        return f"whole:{self.stamp}:{self.knowledge}:{files}"
