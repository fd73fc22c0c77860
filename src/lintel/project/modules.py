"""Module names: what an import statement in one file means as a path in the same project.

A project seldom says where its imports start from. It may keep its packages in `src`, start the application inside
`app`, hold several services with a folder each, or split a namespace package (one without `__init__.py`) over folders.
So a name is looked up from several folders in a fixed order, the importer's own first, and the imports themselves
decide where the layout alone leaves it open (`lintel.project.source_roots`).

Names are for people and for knowledge; they may be shared by two files. What identifies a module is its path.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lintel.project.source_roots import Tree, find_inner_roots, find_roots, lies_in, shared_depth, sheltered


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What a name means: a module of the project, by path; of a package, by the path of its `__init__.py`."""

    path: str
    name: str
    kind: Literal["module", "package"]


@dataclass(frozen=True, slots=True)
class ModuleMap:
    """The modules of one project and the folders that imports start from. Made by `module_map`.

    `roots` are the folders that absolute imports start from, "" being the project's own; `inner_roots` are packages (or
    folders in them) that the project is also started inside of, so that both `app.db` and `db` mean a module of theirs.
    """

    roots: tuple[str, ...]
    inner_roots: tuple[str, ...]
    tree: Tree
    names: Mapping[str, str]
    by_name: Mapping[str, tuple[str, ...]]
    _resolved: dict[tuple[str, str, int], Target | None] = field(default_factory=dict, repr=False, compare=False)
    _searched: dict[tuple[str, bool], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def name(self, path: str) -> str:
        """The dotted name of the module at a path of the project."""
        return self.names[path]

    def paths(self, name: str) -> tuple[str, ...]:
        """The paths of all modules that have this very name, sorted; several where two roots hold the same."""
        return self.by_name.get(name, ())

    def package(self, path: str) -> str:
        """The dotted name of the package that relative imports of a module start from; '' at the top."""
        name = self.names[path]
        return name if path.endswith("__init__.py") else name.rpartition(".")[0]

    def resolve(self, importer: str, module: str, level: int = 0) -> Target | None:
        """The module that `module` (with `level` leading dots) means in the file `importer`; None outside the project.

        A namespace package has no file and is None too: ask for the modules in it, `a.b` before `a`.
        """
        # All files of a folder mean the same by a name, but for one that asks for its own.
        asker = importer if "." not in module and not level else importer.rpartition("/")[0] + "/"
        key = (asker, module, level)
        if key not in self._resolved:
            resolved = self._relative(importer, module, level) if level else self._absolute(importer, module)
            self._resolved[key] = resolved
        return self._resolved[key]

    def _absolute(self, importer: str, module: str) -> Target | None:
        parts = module.split(".")
        for folder in self._search(importer, standard=parts[0] in sys.stdlib_module_names):
            found, closed = self.tree.look_up(folder, parts)
            if found is not None and not (len(parts) == 1 and self._is_namesake(found, importer, folder)):
                return self._target(found)
            # A regular package ends the search: Python looks nowhere else for a module missing from it.
            if closed and found is None:
                return None
        return None

    def _is_namesake(self, found: str, importer: str, folder: str) -> bool:
        """Whether who asks for this bare name wants the library that the asking module, or its package, is named after.

        A package is asked for in its own modules by that name where imports are known to start beside it.
        """
        if not found.endswith("__init__.py"):
            return found == importer
        within = lies_in(importer, found.rpartition("/")[0])
        return within and folder not in self.roots and folder not in self.inner_roots

    def locate(self, importer: str, dotted: str, level: int = 0) -> tuple[Target, tuple[str, ...]] | None:
        """The longest beginning of a dotted name that is a module, and the names that remain to be found in it."""
        parts = tuple(dotted.split(".")) if dotted else ()
        for length in range(len(parts), -1 if level else 0, -1):
            target = self.resolve(importer, ".".join(parts[:length]), level)
            if target is not None:
                return target, parts[length:]
        return None

    def submodules(self, package: str) -> tuple[str, ...]:
        """The paths of the modules and packages directly inside the package whose `__init__.py` is at that path."""
        return self.tree.children.get(package.rpartition("/")[0], ())

    def _target(self, path: str) -> Target:
        return Target(path, self.names[path], "package" if path.endswith("__init__.py") else "module")

    def _relative(self, importer: str, module: str, level: int) -> Target | None:
        folders = importer.split("/")[:-1]
        if level - 1 > len(folders):
            return None
        base = "/".join(folders[: len(folders) - level + 1])
        if module:
            found, _ = self.tree.look_up(base, module.split("."))
        else:
            init = f"{base}/__init__.py".lstrip("/")
            found = init if init in self.tree.files else None
        return self._target(found) if found is not None else None

    def _search(self, importer: str, standard: bool) -> tuple[str, ...]:
        """The folders to look in, most likely first. Names of the standard library are not guessed at."""
        key = (importer.rpartition("/")[0], standard)
        if key not in self._searched:
            self._searched[key] = tuple(self._order(importer, standard))
        return self._searched[key]

    def _order(self, importer: str, standard: bool) -> Iterable[str]:
        own = importer.rpartition("/")[0]
        roots = [root for root in self.roots if lies_in(importer, root)]
        if standard:
            return sorted(roots, key=len, reverse=True)
        lineage = [own[:end] for end, sign in enumerate(own) if sign == "/"]
        loose = [folder for folder in ("", *lineage, own) if not self.tree.in_package(folder)]
        others = [root for root in self.roots if not lies_in(importer, root) and not sheltered(root, importer)]
        order = (
            # A script finds what lies beside it first.
            [own] if own in loose else [],
            sorted(roots, key=len, reverse=True),
            sorted((root for root in self.inner_roots if lies_in(importer, root)), key=len, reverse=True),
            sorted(loose, key=len, reverse=True),
            sorted(others, key=lambda root: (-shared_depth(root, importer), root)),
        )
        return dict.fromkeys(folder for folders in order for folder in folders)


def module_map(
    paths: Iterable[str], src: Iterable[str] = (), imported: Mapping[str, Iterable[str]] | None = None
) -> ModuleMap:
    """Name the modules of a project.

    `paths` are all its files, relative to the root; `src` the folders that settings name as roots, relative too.
    `imported` gives, for each path, the dotted names of the modules that it imports absolutely (`a.b` for
    `from a.b import c`): the evidence by which namespace packages are told from source folders, and folders that the
    application is started in from ordinary packages.
    """
    tree = Tree.of(paths)
    evidence = {path: tuple(names) for path, names in sorted((imported or {}).items())}
    roots = find_roots(tree, tuple(src), evidence)
    names = {path: _name(path, roots) for path in sorted(tree.files)}
    by_name: dict[str, list[str]] = defaultdict(list)
    for path, name in names.items():
        by_name[name].append(path)
    return ModuleMap(
        roots,
        find_inner_roots(tree, roots, evidence),
        tree,
        names,
        {name: tuple(same) for name, same in by_name.items()},
    )


def _name(path: str, roots: Iterable[str]) -> str:
    root = max((root for root in roots if lies_in(path, root)), key=len)
    inside = path[len(root) :].lstrip("/").removesuffix(".py")
    if inside.endswith("/__init__"):
        inside = inside.removesuffix("/__init__")
    return inside.replace("/", ".")
