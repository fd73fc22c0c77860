"""Engines: each takes a project and gives findings and failures; rules, store and workers come in as values.

The native engine is Lintel's own analysis. Engines do not know each other; `run.gather` tells one defect once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from lintel.card import OptionValue
from lintel.finding import Counts, Failure, Finding, Notice

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

    `options` holds the option values of each file's settings; files that share settings share the mapping. `modules` maps
    paths to dotted module names, `src` the source roots as settings name them.
    """

    root: Path
    files: tuple[ProjectFile, ...]
    options: Mapping[str, Options]
    root_options: Options
    src: tuple[str, ...] = ()
    max_bytes: int = 2_000_000


@dataclass(frozen=True, slots=True)
class Judged:
    """What an engine says of a project: everything it found, whatever files were asked about."""

    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()
    counts: Counts = Counts()


class Engine(Protocol):
    """One way of judging a project."""

    def judge(self, project: ProjectInput) -> Judged:
        """All findings and failures of the project."""
        ...
