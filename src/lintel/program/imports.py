"""The import graph of the project: which module needs which, when it needs it, and by which statements.

An edge leads to the module whose code an import names: `from shop import cart` leads to `shop/cart.py` where that is
a module, else to `shop/__init__.py`; or, asked by a module of the package itself, to the sibling that `__init__` only
re-exports. Importing a module also runs the `__init__` of the packages around it; those edges are kept apart as
implied, because a module's own packages are always loaded before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

import msgspec

from lintel.facts.imports import Import, ImportedName
from lintel.facts.module import ModuleFacts
from lintel.program.names import Names

Moment = Literal["load", "deferred", "typing"]
_RANK: dict[Moment, int] = {"load": 0, "deferred": 1, "typing": 2}
Use = Literal["load", "deferred", "annotation", "unused"]
_DEMAND: dict[Use, int] = {"load": 3, "unused": 2, "deferred": 1, "annotation": 0}


class Site(msgspec.Struct, frozen=True, array_like=True, order=True):
    """One import statement behind an edge: when it runs, the names it takes from the target, and which node it is."""

    when: Moment
    names: tuple[str, ...]
    kind: str
    ordinal: int
    function: str


class ImportEdge(msgspec.Struct, frozen=True, array_like=True):
    """That one module imports another: all statements that do so, the earliest moment, and the most demanding use.

    `used` says where the importing file needs the names: while it is loaded (`load`), in functions only (`deferred`),
    in annotations only (`annotation`), or nowhere (`unused`: a re-export, or an import for its effect).
    """

    source: str
    target: str
    when: Moment
    used: Use
    sites: tuple[Site, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names that the statements take, sorted."""
        return tuple(sorted({name for site in self.sites for name in site.names}))

    @property
    def first(self) -> Site:
        """The statement that makes the edge as early as it is."""
        return min(self.sites, key=lambda site: (_RANK[site.when], site.kind, site.ordinal))


class ImportGraph:
    """All import edges of the project."""

    def __init__(self, facts: Mapping[str, ModuleFacts], names: Names) -> None:
        self._facts = facts
        self._names = names

    @cached_property
    def edges(self) -> dict[tuple[str, str], ImportEdge]:
        """The edges by source and target path, sorted; a module that imports itself has none."""
        sites: defaultdict[tuple[str, str], list[tuple[Site, Use]]] = defaultdict(list)
        for path, facts in sorted(self._facts.items()):
            for statement in facts.imports:
                for target, taken in self._targets(path, statement):
                    if target != path:
                        sites[path, target].append((_site(statement, taken), _demand(statement, taken)))
        return {pair: _edge(pair, found) for pair, found in sorted(sites.items())}

    @cached_property
    def implied(self) -> dict[str, tuple[str, ...]]:
        """For each module, the `__init__` files that its imports at load time run besides, sorted.

        Packages that the module itself lies in are left out: they are loaded before it.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for (source, target), edge in self.edges.items():
            if edge.when == "load":
                found[source] |= set(self._around(target)) - set(self._around(source)) - {source, target}
        return {path: tuple(sorted(inits)) for path, inits in sorted(found.items()) if inits}

    def successors(self, *moments: Moment) -> dict[str, list[str]]:
        """The graph of the edges of these moments, as plain mapping, all modules included."""
        graph: dict[str, list[str]] = {path: [] for path in self._facts}
        for (source, target), edge in self.edges.items():
            if edge.when in moments:
                graph[source].append(target)
        return graph

    def show(self) -> str:
        """One line an edge: source, target, moment, use, names."""
        lines = [
            f"{edge.source} -> {edge.target} [{edge.when}] {', '.join(edge.names)} (used: {edge.used})"
            for edge in self.edges.values()
        ]
        lines += [f"{path} => {init} [implied]" for path, inits in self.implied.items() for init in inits]
        return "\n".join(lines)

    def _targets(self, path: str, statement: Import) -> list[tuple[str, tuple[ImportedName, ...]]]:
        """The modules that a statement names, each with the names taken from it."""
        modules = self._names.modules
        bare = statement.module.lstrip(".")
        level = len(statement.module) - len(bare)
        if statement.kind.endswith("Import"):
            located = modules.locate(path, bare, level)
            return [(located[0].path, statement.names)] if located is not None else []
        base = modules.resolve(path, bare, level)
        found: defaultdict[str, list[ImportedName]] = defaultdict(list)
        for name in statement.names:
            inner = (
                modules.resolve(path, f"{bare}.{name.name}" if bare else name.name, level) if level or bare else None
            )
            if inner is not None and not (base is not None and self._rebinds(base.path, name.name, inner.path)):
                found[inner.path].append(name)
            elif base is not None:
                found[self._home(path, base.path, name.name)].append(name)
        return [(target, tuple(taken)) for target, taken in found.items() if target in self._facts]

    def _home(self, path: str, base: str, name: str) -> str:
        """The module that an import from `base` is about: a package only hands through to its own modules."""
        if not lies_in(path, base) or base not in self._facts:
            return base
        found = self._names.resolve(base, f":{name}")
        return found.path if found is not None and lies_in(found.path, base) else base

    def _rebinds(self, init: str, name: str, submodule: str) -> bool:
        """Whether a package binds this name to something else than its submodule of the same name."""
        found = self._names.resolve(init, f":{name}") if init in self._facts else None
        return found is not None and (found.path, found.name) != (submodule, "")

    def _around(self, path: str) -> list[str]:
        """The `__init__` files of the packages around a module, its own left out."""
        folders = path.split("/")[:-1]
        found = ["/".join((*folders[:end], "__init__.py")) for end in range(len(folders), 0, -1)]
        return [init for init in found if init in self._facts and init != path]


def lies_in(path: str, init: str) -> bool:
    """Whether a module lies in the package whose `__init__` this is (which itself does)."""
    return init.endswith("__init__.py") and path.startswith(init.removesuffix("__init__.py"))


def _site(statement: Import, taken: tuple[ImportedName, ...]) -> Site:
    when: Moment = "load" if statement.when == "guarded" else statement.when
    names = tuple(sorted(name.name or statement.module for name in taken))
    return Site(when, names, statement.kind, statement.ordinal, statement.function)


def _demand(statement: Import, taken: tuple[ImportedName, ...]) -> Use:
    if statement.when == "deferred":
        return "deferred"
    return max((name.used for name in taken), key=_DEMAND.__getitem__)


def _edge(pair: tuple[str, str], found: list[tuple[Site, Use]]) -> ImportEdge:
    when = min((site.when for site, _ in found), key=_RANK.__getitem__)
    used = max((use for site, use in found if site.when == when), key=_DEMAND.__getitem__)
    return ImportEdge(*pair, when, used, tuple(sorted(site for site, _ in found)))
