"""What git leaves aside: .gitignore files of a folder and of those above it, up to the repository's own, nearest last.

The user's global ignore file is not read: a check says the same on every machine.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class GitIgnore:
    """One ignore file, compiled: its absolute folder, with a slash at the end, and its patterns."""

    folder: str
    spec: GitIgnoreSpec


def ignores_above(root: str) -> tuple[GitIgnore, ...]:
    """The ignore files of the folders above a root that lies inside a repository, the outermost first."""
    found: list[GitIgnore] = []
    here = root
    while not os.path.lexists(f"{here.rstrip('/')}/.git"):
        above = os.path.dirname(here)  # noqa: PTH120 (paths are text throughout the walk)
        if above == here:
            return ()
        here = above
        names = {name for name in (".git", ".gitignore") if os.path.lexists(f"{here.rstrip('/')}/{name}")}
        found = [*read_ignores(here, names), *found]
    return tuple(found)


def read_ignores(folder: str, names: Iterable[str]) -> tuple[GitIgnore, ...]:
    """The ignore files that begin in a folder with entries of these names."""
    present = [file for mark, file in ((".git", ".git/info/exclude"), (".gitignore", ".gitignore")) if mark in names]
    base = f"{folder.rstrip('/')}/"
    specs = ((base, _read(base + file)) for file in present)
    return tuple(GitIgnore(base, spec) for base, spec in specs if spec is not None)


def rejects(ignores: tuple[GitIgnore, ...], path: str) -> bool:
    """Whether the nearest ignore file that speaks of an absolute path (a folder's ends in a slash) ignores it."""
    for ignore in reversed(ignores):
        verdict = ignore.spec.check_file(path[len(ignore.folder) :]).include
        if verdict is not None:
            return verdict
    return False


def _read(file: str) -> GitIgnoreSpec | None:
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as stream:  # noqa: PTH123
            lines = stream.read().split("\n")
    except OSError:
        return None
    said = [line for line in lines if line.strip() and not line.startswith("#")]
    if not said:
        return None
    from pathspec import GitIgnoreSpec

    try:
        spec = GitIgnoreSpec.from_lines(said)
    except ValueError:
        # Git passes over a pattern that makes no sense and goes on with the next one.
        spec = GitIgnoreSpec.from_lines([line for line in said if _makes_sense(line)])
    return spec


def _makes_sense(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
