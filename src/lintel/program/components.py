"""Rings in the import graph: modules that import one another, the shortest way around, and the cheapest import to cut.

Some edges make no ring: imports for the type checker alone, a package's lazy import of its own parts (the usual way
to keep a package cheap to load), a function that imports a name only to hand it out (a lazy registry), and `import
package` inside that package where nothing of it is used while loading (the package is being loaded already).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from lintel.facts.module import ModuleFacts
from lintel.program.imports import ImportEdge, ImportGraph, lies_in
from lintel.project.feedback import cheapest_cut
from lintel.project.graph import cyclic_components, shortest_cycle, within

Reason = Literal["annotations", "functions", "few names", "reexport", "part"]
_TRIED = 40
_OFFERED = 1000  # what a package offers is its purpose: any other edge goes first
_LAZY_STATEMENTS = 3  # a docstring, the import, the return
_WEIGHTS = {"annotation": 1, "deferred": 4, "unused": 12, "load": 16}


class Ring(msgspec.Struct, frozen=True, array_like=True):
    """One strongly connected component of the import graph.

    `moment` is `load` where the imports of module loading suffice to close it, `deferred` where imports inside
    functions are needed. `cycle` are the edges of a shortest way around, beginning with `cut`, the cheapest edge to
    cut; `left` is the number of modules that still import one another afterwards, in their largest ring. `smallest` is
    the smallest ring of all: two modules that import each other where there are such, else `cycle`.
    """

    moment: Literal["load", "deferred"]
    modules: tuple[str, ...]
    cycle: tuple[ImportEdge, ...]
    reason: Reason
    left: int
    smallest: tuple[ImportEdge, ...]

    @property
    def cut(self) -> ImportEdge:
        """The cheapest edge to cut."""
        return self.cycle[0]


class Components:
    """The rings of a project, by key: moment and first module."""

    def __init__(self, imports: ImportGraph, facts: Mapping[str, ModuleFacts]) -> None:
        self._imports = imports
        self._facts = facts

    def keys(self) -> Sequence[str]:
        """The keys of all rings, sorted."""
        return sorted(self._members)

    def ring(self, key: str) -> Ring:
        """The ring of a key; a KeyError where there is none."""
        moment = key.partition("|")[0]
        members = self._members[key]
        return self._load_ring(members) if moment == "load" else self._deferred_ring(members)

    def show(self) -> str:
        """One line a ring: its moment, its modules, the edge to cut."""
        rings = (self.ring(key) for key in self.keys())
        return "\n".join(
            f"{ring.moment}: {' '.join(ring.modules)}; cut {ring.cut.source} -> {ring.cut.target} ({ring.reason}), "
            f"left {ring.left}"
            for ring in rings
        )

    @cached_property
    def _load_edges(self) -> dict[tuple[str, str], ImportEdge]:
        return {
            pair: edge for pair, edge in self._imports.edges.items() if edge.when == "load" and not _own_package(edge)
        }

    @cached_property
    def _all_edges(self) -> dict[tuple[str, str], ImportEdge]:
        deferred = {
            pair: edge
            for pair, edge in self._imports.edges.items()
            if edge.when == "deferred" and not lies_in(edge.target, edge.source) and not self._hands_out(edge)
        }
        return dict(sorted({**self._load_edges, **deferred}.items()))

    def _hands_out(self, edge: ImportEdge) -> bool:
        """Whether all that the importing functions do with the imported names is to return them."""
        facts = self._facts[edge.source]
        for site in edge.sites:
            if site.when != "deferred":
                continue
            function = next((each for each in facts.definitions.functions if each.name == site.function), None)
            if function is None or function.statements > _LAZY_STATEMENTS or function.branches:
                return False
            used = next((each.names for each in facts.uses if each.owner == site.function), ())
            mentioned = [each for each in used for name in site.names if re.search(rf"\b{name}\b(?=[.(])", each)]
            if function.shape != "body" or mentioned:
                return False
        return True

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        load = cyclic_components(_graph(self._load_edges))
        found = {f"load|{members[0]}": members for members in load}
        known = set(load)
        for members in cyclic_components(_graph(self._all_edges)):
            if members not in known:
                found[f"deferred|{members[0]}"] = members
        return found

    def _load_ring(self, members: tuple[str, ...]) -> Ring:
        inside = set(members)
        edges = {pair: edge for pair, edge in self._load_edges.items() if inside.issuperset(pair)}
        cut = cheapest_cut({pair: _weight(edge) for pair, edge in edges.items()})
        chosen = min(cut, key=lambda pair: (_left(edges, pair), _weight(edges[pair]), pair))
        return self._ring("load", members, edges, chosen)

    def _deferred_ring(self, members: tuple[str, ...]) -> Ring:
        """The ring of deferred imports, cut where two modules import each other: that is easiest to see."""
        inside = set(members)
        edges = {pair: edge for pair, edge in self._all_edges.items() if inside.issuperset(pair)}
        graph = _graph(edges)
        deferred = [pair for pair, edge in edges.items() if edge.when == "deferred"]
        pairs = [pair for pair in deferred if pair[::-1] in edges] or deferred[:_TRIED]
        chosen = min(
            pairs, key=lambda pair: (len(shortest_cycle(graph, pair) or members), len(edges[pair].names), pair)
        )
        return self._ring("deferred", members, edges, chosen)

    def _ring(
        self,
        moment: Literal["load", "deferred"],
        members: tuple[str, ...],
        edges: Mapping[tuple[str, str], ImportEdge],
        chosen: tuple[str, str],
    ) -> Ring:
        nodes = shortest_cycle(_graph(edges), chosen) or chosen
        around = tuple(edges[pair] for pair in zip(nodes, (*nodes[1:], nodes[0]), strict=True))
        pair = next((each for each in sorted(edges) if each[::-1] in edges), None)
        smallest = around if pair is None or len(around) == 2 else (edges[pair], edges[pair[::-1]])
        return Ring(moment, members, around, _reason(edges[chosen]), _left(edges, chosen), smallest)


def _graph(edges: Mapping[tuple[str, str], ImportEdge]) -> dict[str, list[str]]:
    graph: dict[str, list[str]] = {}
    for source, target in edges:
        graph.setdefault(source, []).append(target)
        graph.setdefault(target, [])
    return graph


def _left(edges: Mapping[tuple[str, str], ImportEdge], cut: tuple[str, str]) -> int:
    """The size of the largest ring that remains when an edge is cut."""
    graph = _graph({pair: edge for pair, edge in edges.items() if pair != cut})
    return max((len(members) for members in cyclic_components(within(graph, graph))), default=0)


def _weight(edge: ImportEdge) -> int:
    """What it costs to cut an edge: least where only annotations need it; a package offering its parts is the last."""
    offered = _OFFERED if lies_in(edge.target, edge.source) and edge.used in {"unused", "load"} else 0
    return _WEIGHTS[edge.used] + min(len(edge.names), 12) + offered


def _reason(edge: ImportEdge) -> Reason:
    if edge.used == "annotation":
        return "annotations"
    if edge.used == "deferred":
        return "functions"
    if edge.used == "unused":
        return "reexport"
    return "part" if lies_in(edge.source, edge.target) else "few names"


def _own_package(edge: ImportEdge) -> bool:
    """Whether this is `import package` inside that package, with nothing of it used while the module loads."""
    plain = all(site.kind.endswith("Import") for site in edge.sites if site.when == "load")
    return plain and edge.used in {"deferred", "annotation", "unused"} and lies_in(edge.source, edge.target)
