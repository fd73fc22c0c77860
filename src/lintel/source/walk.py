"""The one walk: an explicit stack over the meaningful children of a LibCST tree, in source order.

LibCST's own visitor doubles the cost of parsing (it calls two methods a node and visits each comma). This walk visits
each meaningful node once, remembers its parent, and files it under its type, so that every judgement and every fact
extractor afterwards reads lists instead of walking again. It needs no recursion, whatever the depth of the tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from lintel.source.children import children_table
from lintel.source.lazy import cst


class Walked:
    """What the walk of one tree has seen.

    `by_type[name]` lists the nodes of that LibCST type in source order; the index of a node in its list is its
    *ordinal*, which outlives the tree (`source.positions` finds the place of an ordinal again without LibCST).
    `parents[id(node)]` is the nearest meaningful node around a node, for loops that climb; elsewhere ask `parent`.
    """

    __slots__ = ("_ordinals", "by_type", "parents", "root")

    def __init__(self, root: cst.CSTNode) -> None:
        self.root = root
        self.by_type, self.parents = _walk(root)
        self._ordinals: dict[str, dict[int, int]] = {}

    def of(self, *types: str) -> list[Any]:
        """All nodes of these LibCST types (by name), each type in source order, types in the order asked for."""
        if len(types) == 1:
            return self.by_type.get(types[0], [])
        return [node for name in types for node in self.by_type.get(name, ())]

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The nearest meaningful node around this one; None for the root."""
        return self.parents.get(id(node))

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around this one, from its parent to the root."""
        parents = self.parents
        above = parents.get(id(node))
        while above is not None:
            yield above
            above = parents.get(id(above))

    def ordinal(self, node: cst.CSTNode) -> int:
        """The index of this node among the nodes of its type, in source order.

        Raises:
            KeyError: for a node of another tree.
        """
        name = type(node).__name__
        table = self._ordinals.get(name)
        if table is None:
            table = {id(each): index for index, each in enumerate(self.by_type.get(name, ()))}
            self._ordinals[name] = table
        return table[id(node)]


def _walk(root: cst.CSTNode) -> tuple[dict[str, list[Any]], dict[int, Any]]:
    table = children_table()
    by_kind: defaultdict[type, list[Any]] = defaultdict(list)
    parents: dict[int, Any] = {}
    stack: list[Any] = [root]
    pop = stack.pop
    while stack:
        node = pop()
        kind = type(node)
        by_kind[kind].append(node)
        getter = table[kind]
        if getter is None:
            continue
        below: list[Any] = []
        for value in getter(node):
            kind = type(value)
            if kind is tuple or kind is list:
                below.extend(value)
            elif kind in table:
                below.append(value)
        for child in below:
            parents[id(child)] = node
        below.reverse()
        stack += below
    return {kind.__name__: nodes for kind, nodes in by_kind.items()}, parents


def walk(root: cst.CSTNode) -> Walked:
    """Walk a tree once; the tree must stay alive as long as the result is used (identities are keys)."""
    return Walked(root)
