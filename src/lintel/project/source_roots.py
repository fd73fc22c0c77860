"""The folders that absolute imports start from, told by the layout of a project and by its own imports."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SHELTERS = frozenset(
    {"tests", "test", "testing", "testdata", "fixtures", "examples", "example", "docs", "doc", "samples", "benchmarks"}
)
"""Folders whose modules mean something to one another and nothing to the rest of the project."""

_Evidence = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a project as folders: `packages` hold an `__init__.py`, `folders` some module further down.

    `children` are the modules directly inside a folder: files, and the `__init__.py` of packages.
    """

    files: frozenset[str]
    packages: frozenset[str]
    folders: frozenset[str]
    children: Mapping[str, tuple[str, ...]]

    @staticmethod
    def of(paths: Iterable[str]) -> Tree:
        """The tree of these project-relative paths."""
        files = frozenset(paths)
        folders: set[str] = set()
        packages: set[str] = set()
        children: dict[str, list[str]] = defaultdict(list)
        for path in sorted(files):
            folder, _, name = path.rpartition("/")
            if name == "__init__.py":
                packages.add(folder)
                children[folder.rpartition("/")[0]].append(path)
            else:
                children[folder].append(path)
            while folder and folder not in folders:
                folders.add(folder)
                folder = folder.rpartition("/")[0]
        # The root's own `__init__.py` is nobody's child, not even its own.
        children[""] = [path for path in children[""] if path != "__init__.py"]
        return Tree(files, frozenset(packages), frozenset(folders), {key: tuple(row) for key, row in children.items()})

    def in_package(self, folder: str) -> bool:
        """Whether a folder is a regular package or lies in one."""
        while folder and folder not in self.packages:
            folder = folder.rpartition("/")[0]
        return bool(folder)

    def look_up(self, folder: str, parts: Iterable[str]) -> tuple[str | None, bool]:
        """The module of that name below a folder, and whether the search may end here.

        It may where a regular package or a module of the first names was met; folders without `__init__.py` are only
        portions of a namespace, whose other portions may lie elsewhere.
        """
        here, closed, found = folder, False, None
        for part in parts:
            if found is not None and not found.endswith("/__init__.py"):
                return None, True
            here = f"{here}/{part}" if here else part
            found = None
            if here in self.packages:
                found, closed = f"{here}/__init__.py", True
            elif f"{here}.py" in self.files:
                found, closed = f"{here}.py", True
            elif here not in self.folders:
                return None, closed
        return found, closed


def lies_in(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, "" being the project."""
    return not folder or path.startswith(f"{folder}/")


def shared_depth(root: str, importer: str) -> int:
    """How many folders the two have in common, from the top."""
    depth = 0
    for ours, theirs in zip(root.split("/"), importer.split("/"), strict=False):
        if ours != theirs:
            break
        depth += 1
    return depth


def sheltered(root: str, importer: str) -> bool:
    """Whether a root belongs to tests, examples and the like that the importer is not part of."""
    parts = root.split("/")
    return any(
        part in _SHELTERS and not lies_in(importer, "/".join(parts[: depth + 1])) for depth, part in enumerate(parts)
    )


def find_roots(tree: Tree, src: tuple[str, ...], evidence: _Evidence) -> tuple[str, ...]:
    """The roots of a project, sorted: its own folder, and those that `src` names or, where it names none, the detected.

    Detected is a folder in no package that holds packages, unless the project's imports name the packages with the
    folder in front: then it is a namespace package.
    """
    if src:
        return tuple(
            sorted({"", *(folder.strip("/").removeprefix("./") for folder in src if folder.strip("/.") != "")})
        )
    holders: dict[str, list[str]] = defaultdict(list)
    for package in tree.packages - {""}:
        holder, _, name = package.rpartition("/")
        if not tree.in_package(holder):
            holders[holder].append(name)
    counted = _counted(evidence)
    roots = {""}
    for holder in sorted(holders.keys() - {""}, key=lambda folder: (folder.count("/"), folder)):
        around = max((root for root in roots if lies_in(holder, root)), key=len)
        if not _is_namespace(holder[len(around) :].strip("/").split("/"), holders[holder], counted):
            roots.add(holder)
    return tuple(sorted(roots))


def _counted(evidence: _Evidence) -> Counter[str]:
    """How many imports name each module or something in it."""
    counted: Counter[str] = Counter()
    for name, times in Counter(name for names in evidence.values() for name in names).items():
        parts = name.split(".")
        for length in range(1, len(parts) + 1):
            counted[".".join(parts[:length])] += times
    return counted


def _is_namespace(folders: list[str], packages: list[str], counted: Counter[str]) -> bool:
    if not all(folder.isidentifier() for folder in folders):
        return False
    prefix = ".".join(folders)
    with_prefix = sum(counted[f"{prefix}.{package}"] for package in packages)
    without = sum(counted[package] for package in packages if package not in sys.stdlib_module_names)
    return with_prefix > without


def find_inner_roots(tree: Tree, roots: tuple[str, ...], evidence: _Evidence) -> tuple[str, ...]:
    """Folders in packages that are also started in, sorted: a `manage.py` there says so, or the imports there do.

    An import counts for a folder around the importer if it names a module there by two names or more, and against it if
    only its first name exists there: an adapter may well be named after the library that it adapts.
    """
    inner = {package for package in tree.packages if f"{package}/manage.py" in tree.files and package not in roots}
    homes: dict[str, list[str]] = defaultdict(list)
    for folder in sorted(tree.folders):
        above, _, name = folder.rpartition("/")
        if tree.in_package(above):
            homes[name].append(above)
        if tree.in_package(folder):
            for child in tree.children.get(folder, ()):
                if not child.endswith("/__init__.py"):
                    homes[child.removesuffix(".py").rpartition("/")[2]].append(folder)
    found: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for importer, names in evidence.items():
        for name in names:
            parts = name.split(".")
            if len(parts) < 2 or parts[0] not in homes or parts[0] in sys.stdlib_module_names:
                continue
            around = [home for home in homes[parts[0]] if lies_in(importer, home) and home not in roots]
            if not around or any(tree.look_up(root, parts[:1])[1] for root in roots if lies_in(importer, root)):
                continue
            for home in around:
                (found if tree.look_up(home, parts)[0] is not None else missed)[home] += 1
    inner.update(home for home in found if found[home] > 3 * missed[home])
    return tuple(sorted(inner - {""}))
