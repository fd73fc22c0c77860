"""Which files a run knows and which it reports on: from the paths that were named to projects with hashed files.

The project is the unit of knowledge, the named files are the unit of report. A path that lies in another named folder
belongs to that folder's project, so that nothing is told twice.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import stat
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from lintel.errors import SettingsError, SourceError
from lintel.finding import Failure
from lintel.project.discovery import Discovered, Found, LeftOut, discover, why_left_out
from lintel.project.provenance import HEAD_SIZE, is_generated, is_vendored
from lintel.project.roots import root_of
from lintel.project.settings_files import SettingsSource, settings_above, settings_in
from lintel.settings import Settings


class PlannedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a project: its path relative to the root, the hash of its content, and the index of its settings.

    `named` says that the run was asked about it; `reported` that its findings are to be told: it is named, and it was
    written here or the settings ask for generated and vendored code too.
    """

    path: str
    digest: bytes
    size: int
    settings: int
    named: bool
    generated: bool
    vendored: bool
    reported: bool


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """All files below one root, sorted by path, and what was said about them.

    `settings` are the settings that hold somewhere, the root's own first. `failures` are files and folders that cannot
    be read, whoever asked about them: what is said of the others may depend on what they hold.
    """

    root: str
    files: tuple[PlannedFile, ...]
    settings: tuple[Settings, ...]
    left_out: tuple[LeftOut, ...] = ()
    failures: tuple[Failure, ...] = ()

    def settings_of(self, file: PlannedFile) -> Settings:
        """The settings that hold for one of the files."""
        return self.settings[file.settings]

    def counts_left_out(self) -> dict[str, int]:
        """How many files and folders were left out, by reason, generated and vendored files among them."""
        counted = Counter(left.reason for left in self.left_out)
        for file in self.files:
            if file.named and not file.reported:
                counted["generated" if file.generated else "vendored"] += 1
        return dict(sorted(counted.items()))

    def source_folders(self) -> tuple[str, ...]:
        """The folders that `src` names in any of the settings, relative to the root; the root itself is ''."""
        named = {folder for settings in self.settings for folder in settings.src}
        inside = (posixpath.relpath(folder, self.root) for folder in named)
        return tuple(sorted("" if folder == "." else folder for folder in inside if not folder.startswith("..")))

    def own_knowledge(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """What any of the settings says of functions, by settings file; several may extend one and repeat it."""
        said: list[tuple[str, dict[str, Any]]] = []
        for settings in self.settings:
            said += [each for each in settings.knowledge if each not in said]
        return tuple(said)


class Plan(msgspec.Struct, frozen=True):
    """The projects of a run, sorted by root, and the failures of paths that belong to none."""

    projects: tuple[Project, ...]
    failures: tuple[Failure, ...] = ()


class _Named(msgspec.Struct, frozen=True, order=True):
    """One path of the command line that exists: absolute, links in its folders followed."""

    path: str
    is_folder: bool


def make_plan(
    paths: Sequence[str],
    source: SettingsSource,
    *,
    root: str | None = None,
    home: Path | None = None,
    buffer: tuple[str, bytes] | None = None,
) -> Plan:
    """Plan a run over the paths, which start from `source.folder`; none named means that folder.

    `root` overrides the search for roots, `home` the home folder that bounds it. `buffer` is one of the paths with what
    it shall hold, whether there is such a file or not. Raises SettingsError where settings cannot be used; a path that
    cannot be read is a failure of the plan, and the others are planned all the same.
    """
    fixed = _fixed_root(root, source.folder) if root is not None else None
    named: list[_Named] = []
    failures: list[Failure] = []
    for path in paths or (".",):
        try:
            one = _unsaved(path, source.folder) if buffer and path == buffer[0] else _named(path, source.folder)
            if fixed is not None and not _lies_in(one.path, fixed):
                raise SourceError(
                    "unreadable", f"lies outside the root {fixed}", "name another --root, or leave it out"
                )
            named.append(one)
        except SourceError as error:
            failures.append(_failure(error, path))
    by_root: dict[str, list[_Named]] = {}
    folders = sorted((one for one in set(named) if one.is_folder), key=lambda one: (len(one.path), one.path))
    for one in sorted(set(named)):
        # The widest named folder around a path decides, so that `. services/a` is one project and not two.
        around = next((folder for folder in folders if _lies_in(one.path, folder.path)), one)
        found = fixed if fixed is not None else root_of(_there(Path(around.path)), home).as_posix()
        by_root.setdefault(found, []).append(one)
    contents = {_unsaved(buffer[0], source.folder).path: buffer[1]} if buffer else {}
    projects = tuple(_project(found, by_root[found], source, contents) for found in sorted(by_root))
    return Plan(projects, tuple(sorted(failures, key=Failure.sort_key)))


def _there(path: Path) -> Path:
    """The path, or its nearest part whose folder is there: an editor names files in folders that are still to come."""
    return path if path.parent.is_dir() else _there(path.parent)


def _fixed_root(root: str, folder: str) -> str:
    try:
        named = _named(root, folder)
    except SourceError as error:
        raise SettingsError("--root", f"{root}: {error.reason}", "name an existing folder") from error
    if not named.is_folder:
        raise SettingsError("--root", f"{root} is no folder", "name an existing folder")
    return named.path


def _named(path: str, folder: str) -> _Named:
    absolute = posixpath.join(folder, path)
    if "\0" in path:
        raise SourceError("unreadable", "no such file or folder", "check the spelling")
    try:
        mode = Path(absolute).stat().st_mode
        absolute.encode()
    except OSError as error:
        reason = "no such file or folder" if isinstance(error, FileNotFoundError) else f"{error.strerror}"
        raise SourceError("unreadable", reason, "check the spelling, and the folder that paths start from") from error
    except UnicodeEncodeError:
        raise SourceError("unreadable", "the name is not UTF-8", "rename it") from None
    if stat.S_ISDIR(mode):
        return _Named(os.path.realpath(absolute), is_folder=True)
    if not stat.S_ISREG(mode):
        raise SourceError("unreadable", "neither a file nor a folder", "name Python files and folders")
    return _unsaved(path, folder)


def _unsaved(path: str, folder: str) -> _Named:
    """A file by its path alone. A link to a file keeps its own name: it belongs to the project that it lies in."""
    above, name = posixpath.split(posixpath.join(folder, path))
    return _Named(f"{os.path.realpath(above).rstrip('/')}/{name}", is_folder=False)


def _project(root: str, named: list[_Named], source: SettingsSource, contents: Mapping[str, bytes]) -> Project:
    def nested(folder: str) -> Settings | None:
        return settings_in(folder, source)

    # The root's own file and, where it has none, the defaults; a settings file above the root says nothing here.
    discovered = discover(root, settings_above(root, root, source), nested)
    folders = [path.path for path in named if path.is_folder]
    for folder in folders:
        discovered = _with_excluded_folder(root, folder, discovered, source)
    single = [path.path for path in named if not path.is_folder]
    settings, entries, left_out = _with_single_files(root, single, discovered, source)
    files: list[PlannedFile] = []
    failures = list(discovered.failures)
    asked = frozenset(single)
    for entry in entries:
        absolute = posixpath.join(root, entry.path)
        is_named = absolute in asked or any(_lies_in(absolute, folder) for folder in folders)
        try:
            files.append(_planned(root, entry, settings, is_named, contents.get(absolute)))
        except SourceError as error:
            failures.append(_failure(error, entry.path))
    return Project(
        root=root,
        files=tuple(files),
        settings=settings,
        left_out=left_out,
        failures=tuple(sorted(failures, key=Failure.sort_key)),
    )


def _with_excluded_folder(root: str, folder: str, discovered: Discovered, source: SettingsSource) -> Discovered:
    """What was discovered, with what lies in a named folder that the walk left out, unless `force-exclude` is set."""

    def nested(inner: str) -> Settings | None:
        return settings_in(inner, source)

    if folder == root:
        return discovered
    path = posixpath.relpath(folder, root)
    own = settings_above(folder, root, source)
    reason = why_left_out(root, path, discovered.settings[0], nested, folder_wanted=True)
    if reason is None or own.force_exclude:
        return discovered
    inside = discover(folder, own, nested)
    known = {entry.path for entry in discovered.files}
    shift = len(discovered.settings)
    files = (Found(f"{path}/{entry.path}", entry.settings + shift) for entry in inside.files)
    left_out = {left for left in discovered.left_out if left.path != path}
    left_out |= {LeftOut(f"{path}/{left.path}", left.reason) for left in inside.left_out}
    moved = (msgspec.structs.replace(failure, path=f"{path}/{failure.path}".rstrip("/")) for failure in inside.failures)
    return Discovered(
        tuple(sorted([*discovered.files, *(file for file in files if file.path not in known)])),
        tuple(sorted(left_out)),
        (*discovered.settings, *inside.settings),
        (*discovered.failures, *moved),
    )


def _with_single_files(
    root: str, single: list[str], discovered: Discovered, source: SettingsSource
) -> tuple[tuple[Settings, ...], list[Found], tuple[LeftOut, ...]]:
    """The settings, files and left-out paths of a project with the files that were named one by one.

    Those are checked although they are excluded, unless `force-exclude` is set; notebooks and stubs are never Python to
    judge.
    """
    settings = list(discovered.settings)
    entries = {entry.path: entry for entry in discovered.files}
    left_out = {left.path: left for left in discovered.left_out}
    for absolute in single:
        path = posixpath.relpath(absolute, root)
        if path in entries:
            continue
        kind = {".ipynb": "notebook", ".pyi": "stub"}.get(posixpath.splitext(path)[1])
        own = settings_above(posixpath.dirname(absolute), root, source)
        if kind is None and own.force_exclude:
            kind = why_left_out(root, path, settings[0], lambda folder: settings_in(folder, source))
        if kind is not None:
            left_out[path] = LeftOut(path, kind)
            continue
        if own not in settings:
            settings.append(own)
        left_out.pop(path, None)
        entries[path] = Found(path, settings.index(own))
    return tuple(settings), sorted(entries.values()), tuple(sorted(left_out.values()))


def _planned(root: str, entry: Found, settings: Sequence[Settings], named: bool, unsaved: bytes | None) -> PlannedFile:
    own = settings[entry.settings]
    data = unsaved if unsaved is not None else _read(posixpath.join(root, entry.path), own.max_file_size)
    vendored = is_vendored(entry.path)
    generated = is_generated(entry.path, data[:HEAD_SIZE])
    return PlannedFile(
        path=entry.path,
        digest=content_digest(data),
        size=len(data),
        settings=entry.settings,
        named=named,
        generated=generated,
        vendored=vendored,
        reported=named and (own.include_generated or not (generated or vendored)),
    )


def content_digest(data: bytes) -> bytes:
    """The hash that stands for the content of a file in every key of the store."""
    return hashlib.blake2b(data, digest_size=20).digest()


def _read(path: str, limit: int) -> bytes:
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 (every file of the project is opened here)
            size = os.fstat(stream.fileno()).st_size
            if size > limit:
                raise SourceError(
                    "too-large",
                    f"{size} bytes are more than `max-file-size` allows ({limit})",
                    "raise `max-file-size`, or exclude the file",
                )
            return stream.readall()
    except OSError as error:
        raise SourceError("unreadable", f"{error.strerror}", "make the file readable, or exclude it") from error


def _failure(error: SourceError, path: str) -> Failure:
    shown = path.encode("utf-8", "backslashreplace").decode()
    return Failure(kind=error.kind, reason=error.reason, remedy=error.remedy, path=shown)


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def left_out_counts(projects: Iterable[Project]) -> dict[str, int]:
    """What was left out of all projects together, by reason, sorted."""
    total: Counter[str] = Counter()
    for project in projects:
        total.update(project.counts_left_out())
    return dict(sorted(total.items()))
