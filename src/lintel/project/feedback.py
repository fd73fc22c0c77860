"""Which edges to cut so that a graph has no cycle left, as cheaply as can be told in bounded time.

A small component is solved exactly, over all orders of its nodes; a large one by a greedy order that is then improved
node by node until nothing gains. Both answers depend on the graph and its weights alone.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

from lintel.project.graph import Edge, components

EXACT_UP_TO = 12
_PASSES = 8

_Weights = Mapping[str, Mapping[str, int]]


def cheapest_cut(weights: Mapping[Edge, int]) -> tuple[Edge, ...]:
    """Edges, sorted, whose removal leaves no cycle, of least total weight as far as can be told; each is needed.

    `weights` are the edges and what it costs to cut them (the number of imports or uses, say), above 0. Components of
    up to `EXACT_UP_TO` nodes are solved exactly. A node that points at itself is always cut from itself.
    """
    graph: dict[str, list[str]] = defaultdict(list)
    for tail, head in weights:
        graph[tail].append(head)
    cut = [edge for edge in weights if edge[0] == edge[1]]
    for members in components(graph):
        if len(members) > 1:
            cut.extend(_cut_of(members, weights, graph))
    return tuple(sorted(cut))


def _cut_of(members: Sequence[str], weights: Mapping[Edge, int], graph: Mapping[str, list[str]]) -> list[Edge]:
    inside = set(members)
    edges = {
        (tail, head): weights[tail, head] for tail in members for head in graph[tail] if head in inside and head != tail
    }
    order = _exact_order(members, edges) if len(members) <= EXACT_UP_TO else _improved_order(members, edges)
    rank = {node: position for position, node in enumerate(order)}
    return _needed([edge for edge in edges if rank[edge[0]] > rank[edge[1]]], edges)


def _exact_order(members: Sequence[str], edges: Mapping[Edge, int]) -> list[str]:
    """The order with the least weight of edges that point backwards, by dynamic programming over sets of nodes.

    `best[placed]` is the least cost of an order that begins with just these nodes. Placing a node costs the weight of
    its edges to nodes placed before it.
    """
    number = {node: bit for bit, node in enumerate(members)}
    outgoing: list[list[tuple[int, int]]] = [[] for _ in members]
    for (tail, head), weight in sorted(edges.items()):
        outgoing[number[tail]].append((1 << number[head], weight))
    full = (1 << len(members)) - 1
    best = [0] + [-1] * full
    last = [0] * (full + 1)
    for placed in range(full):
        for node, targets in enumerate(outgoing):
            bit = 1 << node
            if placed & bit:
                continue
            cost = best[placed] + sum(weight for target, weight in targets if placed & target)
            if best[placed | bit] < 0 or cost < best[placed | bit]:
                best[placed | bit], last[placed | bit] = cost, node
    order = []
    while full:
        order.append(members[last[full]])
        full &= ~(1 << last[full])
    return order[::-1]


def _improved_order(members: Sequence[str], edges: Mapping[Edge, int]) -> list[str]:
    outgoing: dict[str, dict[str, int]] = {node: {} for node in members}
    incoming: dict[str, dict[str, int]] = {node: {} for node in members}
    for (tail, head), weight in edges.items():
        outgoing[tail][head] = weight
        incoming[head][tail] = weight
    order = _greedy_order(members, outgoing, incoming)
    for _ in range(_PASSES):
        improved = _one_pass(order, outgoing, incoming)
        if improved == order:
            break
        order = improved
    return order


def _greedy_order(members: Sequence[str], outgoing: _Weights, incoming: _Weights) -> list[str]:
    """The order of Eades, Lin and Smyth: sources to the front, sinks to the back, else what gains most to the front."""
    out_weight = {node: sum(outgoing[node].values()) for node in members}
    in_weight = {node: sum(incoming[node].values()) for node in members}
    left = set(members)
    front: list[str] = []
    back: list[str] = []

    def entry(node: str) -> tuple[int, int, str]:
        # Sinks and sources first; among the rest the greatest gain; the name decides between equals.
        loose = not out_weight[node] or not in_weight[node]
        return (0 if loose else 1, in_weight[node] - out_weight[node], node)

    heap = [entry(node) for node in members]
    heapq.heapify(heap)
    while left:
        item = heapq.heappop(heap)
        node = item[2]
        if node not in left or item != entry(node):
            continue
        left.discard(node)
        (back if not out_weight[node] else front).append(node)
        for head, weight in outgoing[node].items():
            if head in left:
                in_weight[head] -= weight
                heapq.heappush(heap, entry(head))
        for tail, weight in incoming[node].items():
            if tail in left:
                out_weight[tail] -= weight
                heapq.heappush(heap, entry(tail))
    return front + back[::-1]


def _one_pass(order: list[str], outgoing: _Weights, incoming: _Weights) -> list[str]:
    """The order with each node moved in turn to where the fewest of its own edges point backwards.

    Only the order among a node's neighbours matters to it, so its new rank is any number between two of theirs.
    """
    rank = {node: float(position) for position, node in enumerate(order)}
    for node in order:
        neighbours = sorted({*outgoing[node], *incoming[node]}, key=lambda other: (rank[other], other))
        # In front of all neighbours every incoming edge points backwards; passing one changes the cost by its edges.
        costs = [sum(incoming[node].values())]
        for other in neighbours:
            costs.append(costs[-1] - incoming[node].get(other, 0) + outgoing[node].get(other, 0))
        here = sum((rank[other], other) < (rank[node], node) for other in neighbours)
        least = min(costs)
        if least < costs[here]:
            rank[node] = _rank_between([rank[other] for other in neighbours], costs.index(least), rank[node])
    return sorted(order, key=lambda node: (rank[node], node))


def _rank_between(ranks: list[float], gap: int, otherwise: float) -> float:
    """A rank in the gap with that many of the sorted ranks before it; `otherwise` where floating point has no room."""
    if gap == 0:
        return ranks[0] - 1.0
    if gap == len(ranks):
        return ranks[-1] + 1.0
    between = (ranks[gap - 1] + ranks[gap]) / 2
    return between if ranks[gap - 1] < between < ranks[gap] else otherwise


def _needed(cut: list[Edge], edges: Mapping[Edge, int]) -> list[Edge]:
    """The cut without edges that close no cycle once the others are gone; bounded, the dearest are tried first."""
    if len(cut) > 64:
        return cut
    kept: dict[str, list[str]] = defaultdict(list)
    removed = set(cut)
    for tail, head in edges:
        if (tail, head) not in removed:
            kept[tail].append(head)
    needed = []
    for edge in sorted(cut, key=lambda edge: (-edges[edge], edge)):
        tail, head = edge
        if _reaches(kept, head, tail):
            needed.append(edge)
        else:
            kept[tail].append(head)
    return needed


def _reaches(graph: Mapping[str, list[str]], start: str, end: str) -> bool:
    pending, seen = [start], {start}
    while pending:
        node = pending.pop()
        if node == end:
            return True
        fresh = [target for target in graph.get(node, ()) if target not in seen]
        seen.update(fresh)
        pending.extend(fresh)
    return False
