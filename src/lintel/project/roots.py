"""The root of a project: the folder whose files are known together, whatever part of them a face was asked about.

The nearest ancestor with `[tool.lintel]`, else with `.git`, else with pyproject.toml, else the named folder itself;
where that is a package, or for a file in one, the parent of the top-most package, so that absolute imports resolve.
Never above the home folder.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lintel.project.settings_files import SETTINGS_FILE, says_lintel

_MARKS: tuple[Callable[[Path], bool], ...] = (
    lambda folder: says_lintel(folder / SETTINGS_FILE),
    lambda folder: (folder / ".git").exists(),
    lambda folder: (folder / SETTINGS_FILE).is_file(),
)


def root_of(path: Path, home: Path | None = None) -> Path:
    """The root of the project that an existing, absolute file or folder belongs to.

    `home` is the user's home folder, by default the real one; what lies outside it is not bounded by it.
    """
    folder = path if path.is_dir() else path.parent
    within = _up_to_home(folder, _home() if home is None else home)
    for mark in _MARKS:
        for candidate in within:
            if mark(candidate):
                return candidate
    return _above_packages(within)


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # No home folder can be told, as for a user id without a name in a container.
        return None


def _up_to_home(folder: Path, home: Path | None) -> tuple[Path, ...]:
    """The folder and its ancestors, nearest first, the home folder being the last."""
    lineage = (folder, *folder.parents)
    return lineage[: lineage.index(home) + 1] if home in lineage else lineage


def _above_packages(within: tuple[Path, ...]) -> Path:
    """The first folder, from the inside out, that is no package."""
    return next((folder for folder in within if not (folder / "__init__.py").is_file()), within[-1])
