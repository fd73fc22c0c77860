"""The Python files of a project, and what was left out and why.

The walk goes from the root downwards, so that a nested settings file and a nested .gitignore rule what lies below them.
Links to folders are not followed: what they lead to is either in the project already or not part of it.
"""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec

from lintel.finding import Failure
from lintel.project.gitignore import GitIgnore, ignores_above, read_ignores, rejects
from lintel.project.patterns import Matcher, compile_patterns
from lintel.project.settings_files import SETTINGS_FILE
from lintel.settings import Settings

_BUILD_OUTPUT = frozenset({"build", "dist", "_build"})
# Left out by the default settings and of no interest to anyone who asks what was not seen.
_NEVER_SOURCE = frozenset({".bzr", ".git", ".hg", ".svn", "__pycache__", ".lintel_cache"})


class LeftOut(msgspec.Struct, frozen=True, order=True):
    """A path (of a file or a whole folder), relative to the root, that was not taken, and the reason in a few words."""

    path: str
    reason: str


class Found(msgspec.Struct, frozen=True, order=True):
    """A file of the project: its path relative to the root, and the index of its settings in `Discovered.settings`."""

    path: str
    settings: int


class Discovered(msgspec.Struct, frozen=True):
    """All files of a project, sorted by path; what was left out; the settings that hold; folders not to be read."""

    files: tuple[Found, ...]
    left_out: tuple[LeftOut, ...]
    settings: tuple[Settings, ...]
    failures: tuple[Failure, ...] = ()


NestedSettings = Callable[[str], Settings | None]
"""The settings that the pyproject.toml in an absolute folder says, or None where it says none of ours."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of the walk: its absolute path, its path from the root ('' or ending in a slash), what rules it."""

    path: str
    relative: str
    settings: int
    ignores: tuple[GitIgnore, ...]


@dataclass(slots=True)
class _Walk:
    """What one walk gathers."""

    nested: NestedSettings
    settings: list[Settings]
    matchers: list[Matcher]
    files: list[Found]
    left_out: list[LeftOut]
    failures: list[Failure]

    def rule(self, settings: Settings) -> int:
        """The index of settings that begin to hold."""
        self.settings.append(settings)
        self.matchers.append(compile_patterns((*settings.exclude, *settings.extend_exclude)))
        return len(self.settings) - 1


def discover(root: str, settings: Settings, nested: NestedSettings) -> Discovered:
    """All `.py` files below an absolute root, with what was left out of them.

    `settings` hold at the root, and in each folder below until `nested` says that others begin. The root itself is
    walked whatever the settings and the ignore files above it say of it: somebody named it.
    """
    walk = _Walk(nested, [], [], [], [], [])
    above = _above(root, settings)
    pending = [_Folder(root, "", walk.rule(settings), above)]
    while pending:
        pending.extend(_visit(pending.pop(), walk))
    return Discovered(
        tuple(sorted(walk.files)),
        tuple(sorted(walk.left_out)),
        tuple(walk.settings),
        tuple(sorted(walk.failures, key=Failure.sort_key)),
    )


def _above(root: str, settings: Settings) -> tuple[GitIgnore, ...]:
    above = ignores_above(root) if settings.respect_gitignore else ()
    return () if above and rejects(above, f"{root}/") else above


def why_left_out(
    root: str, path: str, settings: Settings, nested: NestedSettings, *, folder_wanted: bool = False
) -> str | None:
    """The reason why the walk from the root would not reach a relative path, or None where it would.

    The path is a file's, or, where `folder_wanted`, a folder's.
    """
    walk = _Walk(nested, [], [], [], [], [])
    above = _above(root, settings)
    folder = _Folder(root, "", walk.rule(settings), above)
    parents = path.split("/")
    name = "" if folder_wanted else parents.pop()
    for part in parents:
        names = _names(folder.path)
        folder = _ruled(folder, names, walk)
        reason = _why_not_folder(folder, part, walk)
        if reason is not None:
            return reason
        folder = replace(folder, path=posixpath.join(folder.path, part), relative=f"{folder.relative}{part}/")
    return None if folder_wanted else _why_not_entry(_ruled(folder, _names(folder.path), walk), name, name, walk)


def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 (a Path for each entry costs more than the listing)
    except OSError:
        return frozenset()


def _visit(folder: _Folder, walk: _Walk) -> Iterator[_Folder]:
    """Take the files of one folder; yield the folders to go on with."""
    try:
        with os.scandir(folder.path) as listing:
            entries = list(listing)
    except OSError as error:
        reason = f"the folder cannot be read: {error.strerror}"
        path = _printable(folder.relative.rstrip("/"))
        walk.failures.append(
            Failure(kind="unreadable", path=path, reason=reason, remedy="grant access to it, or exclude it")
        )
        return
    folder = _ruled(folder, frozenset(entry.name for entry in entries), walk)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            below = _below(folder, entry.name, walk)
            if below is not None:
                yield below
        elif entry.name.endswith((".py", ".pyi", ".ipynb")) or entry.is_symlink():
            _take(folder, entry, walk)


def _ruled(folder: _Folder, names: frozenset[str], walk: _Walk) -> _Folder:
    """The folder with the settings and the ignore files that begin in it."""
    if SETTINGS_FILE in names and folder.relative:
        settings = walk.nested(folder.path)
        if settings is not None:
            folder = replace(folder, settings=walk.rule(settings))
    if not walk.settings[folder.settings].respect_gitignore:
        return replace(folder, ignores=())
    if ".git" in names and folder.relative:
        # A repository inside the repository: the ignore files outside are none of its business.
        folder = replace(folder, ignores=())
    if ".gitignore" in names or ".git" in names:
        folder = replace(folder, ignores=(*folder.ignores, *read_ignores(folder.path, names)))
    return folder


def _below(folder: _Folder, name: str, walk: _Walk) -> _Folder | None:
    """The folder of that name to walk next, or None where it is left out."""
    reason = _why_not_folder(folder, name, walk)
    if reason is None:
        return _Folder(
            f"{folder.path.rstrip('/')}/{name}", f"{folder.relative}{name}/", folder.settings, folder.ignores
        )
    if name not in _NEVER_SOURCE:
        walk.left_out.append(LeftOut(_printable(folder.relative + name), reason))
    return None


def _why_not_folder(folder: _Folder, name: str, walk: _Walk) -> str | None:
    reason = _why_not_entry(folder, name, f"{name}/", walk)
    if reason is not None:
        return reason
    path = f"{folder.path}/{name}"
    if os.path.isfile(f"{path}/pyvenv.cfg"):  # noqa: PTH113 (once for each folder: a Path would double its cost)
        return "virtual environment"
    if name in _BUILD_OUTPUT and not os.path.isfile(f"{path}/__init__.py"):  # noqa: PTH113
        return "build output"
    return None


def _why_not_entry(folder: _Folder, name: str, ignorable: str, walk: _Walk) -> str | None:
    if not _encodable(name):
        return "name is not UTF-8"
    if walk.matchers[folder.settings].entry(folder.path, name):
        return "excluded"
    if folder.ignores and rejects(folder.ignores, f"{folder.path}/{ignorable}"):
        return "gitignored"
    return None


def _take(folder: _Folder, entry: os.DirEntry[str], walk: _Walk) -> None:
    """Take one file, or note why not."""
    reason = _why_not_entry(folder, entry.name, entry.name, walk)
    if reason is None:
        reason = _why_not_kind(entry, folder.path)
    path = folder.relative + entry.name
    if reason is None:
        walk.files.append(Found(path, folder.settings))
    elif reason != "not source":
        walk.left_out.append(LeftOut(_printable(path), reason))


def _why_not_kind(entry: os.DirEntry[str], folder: str) -> str | None:
    if entry.is_symlink():
        return _why_not_link(entry, folder)
    if entry.name.endswith(".ipynb"):
        return "notebook"
    if entry.name.endswith(".pyi"):
        return "stub"
    return None if entry.is_file() else "not a file"


def _why_not_link(entry: os.DirEntry[str], folder: str) -> str | None:
    try:
        mode = os.stat(f"{folder}/{entry.name}").st_mode  # noqa: PTH116
    except OSError:
        return "link" if entry.name.endswith(".py") else "not source"
    # A second name for a file would tell each of its findings twice.
    return "link" if stat.S_ISDIR(mode) or entry.name.endswith(".py") else "not source"


def _encodable(name: str) -> bool:
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode()
