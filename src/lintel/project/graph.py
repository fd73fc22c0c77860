"""Directed graphs as plain mappings: components, order, shortest cycles, and the cheapest edges to cut.

A graph maps each node to the nodes it points at; a node that is only pointed at belongs to it too. Every answer depends
on the graph alone, never on the order of insertion, and every walk is iterative, so that size is no danger.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Graph: TypeAlias = Mapping[str, Iterable[str]]
Edge: TypeAlias = tuple[str, str]


def sorted_graph(graph: Graph) -> dict[str, list[str]]:
    """The graph with all its nodes as keys and everything in order."""
    successors = {node: sorted(set(targets)) for node, targets in graph.items()}
    targets = {target for row in successors.values() for target in row}
    return {node: successors.get(node, []) for node in sorted(targets | successors.keys())}


def components(graph: Graph) -> list[tuple[str, ...]]:
    """The strongly connected components, each sorted, in an order in which what is pointed at comes first.

    So callees stand before callers and imported modules before importing ones: the order to solve summaries in.
    """
    return list(_tarjan(sorted_graph(graph)))


def cyclic_components(graph: Graph) -> list[tuple[str, ...]]:
    """The components that hold a cycle: more than one node, or a node that points at itself."""
    ordered = sorted_graph(graph)
    return [members for members in _tarjan(ordered) if len(members) > 1 or members[0] in ordered[members[0]]]


def _tarjan(graph: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Tarjan's algorithm with a stack of its own instead of the interpreter's."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_nodes: list[str] = []
    is_open: set[str] = set()
    for start in graph:
        if start in index:
            continue
        index[start] = low[start] = len(index)
        open_nodes.append(start)
        is_open.add(start)
        path = [(start, iter(graph[start]))]
        while path:
            node, targets = path[-1]
            target = next(targets, None)
            if target is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == index[node]:
                    yield _closed(node, open_nodes, is_open)
            elif target not in index:
                index[target] = low[target] = len(index)
                open_nodes.append(target)
                is_open.add(target)
                path.append((target, iter(graph[target])))
            elif target in is_open:
                low[node] = min(low[node], index[target])


def _closed(first: str, open_nodes: list[str], is_open: set[str]) -> tuple[str, ...]:
    """Take the finished component, which begins with `first`, from the open nodes."""
    members = []
    while True:
        member = open_nodes.pop()
        is_open.discard(member)
        members.append(member)
        if member == first:
            return tuple(sorted(members))


def within(graph: Graph, members: Iterable[str]) -> dict[str, list[str]]:
    """The part of the graph that lies between these nodes."""
    chosen = set(members)
    return {node: sorted(set(graph.get(node, ())) & chosen) for node in sorted(chosen)}


def shortest_path(graph: Graph, start: str, end: str) -> tuple[str, ...] | None:
    """The shortest way from one node to another, both included, or None; the first in order among equals."""
    before: dict[str, str] = {}
    pending = deque([start])
    seen = {start}
    while pending:
        node = pending.popleft()
        if node == end:
            way = [node]
            while way[-1] != start:
                way.append(before[way[-1]])
            return tuple(reversed(way))
        for target in sorted(set(graph.get(node, ()))):
            if target not in seen:
                seen.add(target)
                before[target] = node
                pending.append(target)
    return None


def shortest_cycle(graph: Graph, edge: Edge) -> tuple[str, ...] | None:
    """The nodes of the shortest cycle through an edge, beginning with its tail and head; None where there is none.

    The last node points at the first, which is not repeated: `("a", "b")` for two modules that import each other, and
    `("a",)` for one that imports itself.
    """
    tail, head = edge
    if head not in graph.get(tail, ()):
        return None
    back = shortest_path(graph, head, tail)
    if back is None:
        return None
    return (tail, *back[:-1])
