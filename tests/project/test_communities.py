"""Communities of a graph: what is tied closely is together, and the same graph always falls into the same parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintel.project.communities import communities


def test_two_triangles_with_one_tie_between_them() -> None:
    edges = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0, (3, 4): 1.0, (4, 5): 1.0, (3, 5): 1.0, (2, 3): 0.1}
    assert communities(6, edges) == [[0, 1, 2], [3, 4, 5]]


def test_what_is_tied_to_nothing_stands_alone() -> None:
    assert communities(5, {(0, 2): 1.0, (3, 4): 1.0}) == [[0, 2], [1], [3, 4]]
    assert communities(0, {}) == []


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0.01, 10),
        max_size=40,
    )
)
def test_every_node_is_in_one_community(edges: dict[tuple[int, int], float]) -> None:
    found = communities(12, edges)
    assert sorted(node for each in found for node in each) == list(range(12))
    assert communities(12, dict(reversed(edges.items()))) == found
