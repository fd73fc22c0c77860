"""Communities of a weighted graph: nodes that are tied more to one another than chance would have it.

Nodes move to the neighbouring community that gains most modularity until none gains; then communities are nodes of a
smaller graph, and so on. Ties go by the smallest number, so that the same graph always falls into the same parts.
"""

from __future__ import annotations

from collections.abc import Mapping

_RESOLUTION = 2.0  # above it communities are smaller
_ROUNDS = 20
_GAIN = 1e-9

Graph = dict[int, dict[int, float]]


def communities(nodes: int, edges: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The communities of nodes 0 to `nodes - 1` tied by undirected `edges`, each sorted, by their first nodes."""
    graph: Graph = {node: {} for node in range(nodes)}
    for (one, other), weight in sorted(edges.items()):
        graph[one][other] = graph[other][one] = weight
    inside = {node: [node] for node in graph}
    while True:
        found = _moved(graph)
        if all(found[node] == node for node in graph):
            break
        merged: dict[int, list[int]] = {}
        for node, home in sorted(found.items()):
            merged.setdefault(home, []).extend(inside[node])
        inside = merged
        graph = _folded(graph, found)
    return sorted(sorted(each) for each in inside.values())


def _moved(graph: Graph) -> dict[int, int]:
    """For each node the community it ends up in, named by a node."""
    home = {node: node for node in graph}
    degree = {node: sum(ties.values()) for node, ties in graph.items()}
    total = dict(degree)
    everything = sum(degree.values()) or 1.0
    for _ in range(_ROUNDS):
        moved = False
        for node in sorted(graph):
            here = home[node]
            total[here] -= degree[node]
            tied: dict[int, float] = {here: 0.0}
            for other, weight in graph[node].items():
                if other != node:
                    tied[home[other]] = tied.get(home[other], 0.0) + weight
            share = _RESOLUTION * degree[node] / everything
            best = here
            gain = tied[here] - total[here] * share
            for other in sorted(tied):
                there = tied[other] - total[other] * share
                if there > gain + _GAIN:
                    best, gain = other, there
            total[best] += degree[node]
            home[node] = best
            moved = moved or best != here
        if not moved:
            break
    return home


def _folded(graph: Graph, home: Mapping[int, int]) -> Graph:
    """The graph of communities."""
    folded: Graph = {node: {} for node in set(home.values())}
    for node, ties in graph.items():
        row = folded[home[node]]
        for other, weight in ties.items():
            row[home[other]] = row.get(home[other], 0.0) + weight
    return folded
