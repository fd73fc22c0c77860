"""Engines: each takes a project and gives findings and failures; rules, store and workers come in as values.

The native engine is Lintel's own analysis. Engines do not know each other; `run.gather` tells one defect once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from lintel.card import OptionValue
from lintel.finding import Failure, Finding, Notice, Suppression

Options = Mapping[str, Mapping[str, OptionValue]]
"""Option values that settings give, by rule name and option name; what is not given has the card's default."""


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """One file of a project: its path relative to the root, and the hash of its content."""

    path: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class ProjectInput:
    """What an engine is given: the whole project, for the project is the unit of knowledge.

    `options` holds the option values of each file's settings; files that share settings share the mapping. `src` are
    the source roots that settings name, relative to the root; files of more than `max_bytes` are not judged but
    failures. `contents` stand in place of files on disk: what an editor has not saved yet.
    """

    root: Path
    files: tuple[ProjectFile, ...]
    options: Mapping[str, Options]
    root_options: Options
    src: tuple[str, ...] = ()
    max_bytes: int = 2_000_000
    contents: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        """What a file of the project holds now. Raises OSError where it cannot be read."""
        return self.contents[path] if path in self.contents else (self.root / path).read_bytes()


@dataclass(frozen=True, slots=True)
class Judged:
    """What an engine says of a project: everything it found, whatever files were asked about.

    `lines` counts the lines of each file that could be judged, `parsed` the files that were not known from the store.
    `suppressions` are those of each file that has any.
    """

    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    parsed: int = 0
    suppressions: Mapping[str, tuple[Suppression, ...]] = field(default_factory=dict)


def content_digest(data: bytes) -> str:
    """The hash of a file's content that stands for it in every key of the store."""
    return hashlib.blake2b(data, digest_size=20).hexdigest()


class Engine(Protocol):
    """One way of judging a project."""

    def judge(self, project: ProjectInput) -> Judged:
        """All findings and failures of the project."""
        ...
