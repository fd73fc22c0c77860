"""Components, order, cycles and cuts, against the naive meaning of each."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lintel.project.feedback import EXACT_UP_TO, cheapest_cut
from lintel.project.graph import components, cyclic_components, shortest_cycle, shortest_path, sorted_graph, within

Graph = dict[str, list[str]]
_nodes = st.sampled_from("abcdefg")
graphs = st.dictionaries(_nodes, st.lists(_nodes, max_size=4))
weighted = st.dictionaries(st.tuples(_nodes, _nodes), st.integers(1, 5), max_size=9)


def reach(graph: Graph) -> dict[str, set[str]]:
    """The nodes that each node reaches in one step or more."""
    full = sorted_graph(graph)
    reached = {node: set(targets) for node, targets in full.items()}
    for middle in full:
        for node in full:
            if middle in reached[node]:
                reached[node] |= reached[middle]
    return reached


def graph_of(edges: object) -> Graph:
    graph: Graph = {}
    for tail, head in edges:  # type: ignore[attr-defined]
        graph.setdefault(tail, []).append(head)
    return graph


@given(graphs)
def test_a_component_is_the_nodes_that_reach_each_other(graph: Graph) -> None:
    reached = reach(graph)
    expected = {frozenset({node} | {o for o in reached[node] if node in reached[o]}) for node in reached}
    assert {frozenset(members) for members in components(graph)} == expected
    assert sorted(node for members in components(graph) for node in members) == sorted(reached)


@given(graphs)
def test_what_is_pointed_at_comes_first(graph: Graph) -> None:
    position = {node: place for place, members in enumerate(components(graph)) for node in members}
    assert all(position[head] <= position[tail] for tail, heads in graph.items() for head in heads)


@given(graphs, st.randoms())
def test_the_answer_does_not_depend_on_the_order_of_insertion(graph: Graph, random: object) -> None:
    items = list(graph.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert components(dict(items)) == components(graph)


@given(graphs)
def test_a_cyclic_component_reaches_itself(graph: Graph) -> None:
    reached = reach(graph)
    cyclic = {node for members in cyclic_components(graph) for node in members}
    assert cyclic == {node for node in reached if node in reached[node]}


@given(graphs, _nodes, _nodes)
def test_the_shortest_cycle_goes_through_the_edge_and_no_shorter_one_does(graph: Graph, tail: str, head: str) -> None:
    cycle = shortest_cycle(graph, (tail, head))
    full = sorted_graph(graph)
    if head not in full.get(tail, []) or tail not in ({head} | reach(graph).get(head, set())):
        assert cycle is None
        return
    assert cycle is not None
    assert cycle[:2] == ((tail,) if tail == head else (tail, head))
    assert all(after in full[before] for before, after in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
    frontier, steps = {head}, 0
    while tail not in frontier:
        frontier, steps = {target for node in frontier for target in full[node]}, steps + 1
    assert len(cycle) == steps + 1


def test_paths_and_parts_of_a_graph() -> None:
    graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}
    assert shortest_path(graph, "a", "d") == ("a", "b", "d")
    assert shortest_path(graph, "d", "a") is None
    assert within(graph, ["a", "b"]) == {"a": ["b"], "b": []}


def test_depth_is_no_danger() -> None:
    chain = {f"{number:05}": [f"{number + 1:05}"] for number in range(50_000)}
    assert len(components(chain)) == 50_001
    ring = {**chain, "50000": ["00000"]}
    assert len(components(ring)) == 1


@given(weighted)
def test_a_cut_leaves_no_cycle_and_nothing_cheaper_does(weights: dict[tuple[str, str], int]) -> None:
    cut = cheapest_cut(weights)
    assert not cyclic_components(graph_of(weights.keys() - set(cut)))
    cost = sum(weights[edge] for edge in cut)
    for size in range(len(weights) + 1):
        for other in combinations(sorted(weights), size):
            if not cyclic_components(graph_of(weights.keys() - set(other))):
                assert cost <= sum(weights[edge] for edge in other)


def test_the_lightest_edge_of_a_ring_is_cut() -> None:
    assert cheapest_cut({("a", "b"): 3, ("b", "c"): 1, ("c", "a"): 2}) == (("b", "c"),)
    assert cheapest_cut({("a", "a"): 9, ("a", "b"): 1}) == (("a", "a"),)
    assert cheapest_cut({}) == ()


def test_in_a_large_component_the_few_edges_against_the_stream_are_found() -> None:
    size = EXACT_UP_TO * 20
    stream = {(f"{n:03}", f"{n + step:03}"): 2 for n in range(size) for step in (1, 2, 5) if n + step < size}
    against = {(f"{size - 1:03}", "000"): 1, ("150", "020"): 1}
    assert cheapest_cut({**stream, **against}) == tuple(sorted(against))


def test_a_large_dense_component_is_cut_the_same_way_each_time() -> None:
    nodes = [f"{number:02}" for number in range(40)]
    weights = {(a, b): (i * 7 + j * 3) % 5 + 1 for i, a in enumerate(nodes) for j, b in enumerate(nodes) if a != b}
    backwards = dict(reversed(weights.items()))
    assert cheapest_cut(weights) == cheapest_cut(backwards)
    assert not cyclic_components(graph_of(weights.keys() - set(cheapest_cut(weights))))
