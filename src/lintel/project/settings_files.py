"""Settings files: which one rules a folder, what it says, and what it extends.

A settings file is a pyproject.toml with a `[tool.lintel]` table; `extend` and `--config` may also name any other TOML
file, whose keys are settings at the top level unless it has that table.
"""

from __future__ import annotations

import posixpath
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from lintel.errors import SettingsError
from lintel.settings import Place, Settings, Words, layered

SETTINGS_FILE = "pyproject.toml"


class SettingsSource(msgspec.Struct, frozen=True, kw_only=True):
    """Where settings come from: the words they may use, and what the command line said.

    `overrides` has the shape of a `[tool.lintel]` table and lies on top of every file; its paths start from `folder`.
    `config` replaces the discovery of settings files, `isolated` leaves all of them unread.
    """

    words: Words
    folder: str
    overrides: Mapping[str, Any] = {}
    config: str | None = None
    isolated: bool = False

    @property
    def fixed(self) -> bool:
        """Whether one answer holds for all folders."""
        return self.isolated or self.config is not None


def says_lintel(path: Path) -> bool:
    """Whether a pyproject.toml has the table; a broken one that mentions it counts, so that it is refused."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if b"lintel" not in data:
        return False
    try:
        return _table_of(tomllib.loads(data.decode("utf-8"))) is not None
    except (ValueError, RecursionError):
        return b"tool.lintel" in data


def settings_in(folder: str, source: SettingsSource) -> Settings | None:
    """The settings that the settings file of this very folder says, or None where it has none or none is to be read."""
    path = Path(folder, SETTINGS_FILE)
    if source.fixed or not says_lintel(path):
        return None
    return layered(read_settings(path, source.words), source.overrides, Place(source.folder), source.words)


def settings_above(folder: str, root: str, source: SettingsSource) -> Settings:
    """The settings of a folder: of the nearest settings file from there up to the root, or else the defaults."""
    if source.isolated and source.config is not None:
        raise SettingsError("--isolated", "cannot be combined with --config", "leave one of them out")
    here = folder
    while not source.fixed:
        found = settings_in(here, source)
        if found is not None:
            return found
        if here in (root, posixpath.dirname(here)):
            break
        here = posixpath.dirname(here)
    base = Settings()
    if source.config is not None:
        base = read_settings(Path(source.folder, source.config), source.words)
    return layered(base, source.overrides, Place(source.folder), source.words)


def read_settings(path: Path, words: Words) -> Settings:
    """What one settings file says on top of what it extends. Raises SettingsError."""
    chain: list[tuple[str, Mapping[str, Any]]] = []
    current, said_by = posixpath.normpath(path.as_posix()), "--config"
    while True:
        if any(current == file for file, _ in chain):
            circle = " -> ".join([*(file for file, _ in chain), current])
            raise SettingsError(said_by, f"the files extend each other in a circle: {circle}", "take one `extend` out")
        table = _read_table(current, said_by)
        chain.append((current, table))
        extended = table.get("extend")
        if extended is None:
            break
        # `layered` below refuses an `extend` that is no path, with the same words as for any other key.
        if not isinstance(extended, str) or not extended.strip() or "\0" in extended:
            break
        said_by = f"{current}: [tool.lintel] extend"
        current = posixpath.normpath(posixpath.join(posixpath.dirname(current), extended))
    settings = Settings()
    for file, said in reversed(chain):
        settings = layered(settings, said, Place(posixpath.dirname(file), file), words)
    return settings


def _read_table(file: str, said_by: str) -> Mapping[str, Any]:
    try:
        document = tomllib.loads(Path(file).read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        # A value error is what tomllib, the decoder and a NUL byte in a path have in common.
        if isinstance(error, OSError):
            raise SettingsError(said_by, f"cannot read {file}: {error.strerror}", "check the path") from error
        raise SettingsError(file, f"not valid TOML: {error}", "mend the file") from error
    table = _table_of(document)
    if table is not None:
        if not isinstance(table, dict):
            raise SettingsError(
                f"{file}: [tool.lintel]", "expected a table", "write `[tool.lintel]` above the settings"
            )
        return table
    return {} if posixpath.basename(file) == SETTINGS_FILE else document


def _table_of(document: Mapping[str, Any]) -> object:
    tool = document.get("tool")
    return tool.get("lintel") if isinstance(tool, dict) else None
