"""Whose code a node is: the function or class that runs it, and whether it runs when the module is loaded.

Facts about definitions, imports and uses all ask this of thousands of nodes. The answer is remembered for each block,
so that a question climbs a few steps to the nearest block instead of to the top of the file.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from lintel.source.lazy import cst
from lintel.source.walk import Walked

Moment = Literal["load", "deferred", "annotation"]
_BLOCKS = frozenset({"IndentedBlock", "SimpleStatementSuite"})
_TOLD = _BLOCKS | {"Annotation", "ClassDef", "FunctionDef", "Lambda"}


class Place(NamedTuple):
    """Where a node stands: its outermost function, the class around that, and when it runs.

    `function` is the outermost function definition around the node, so that nested functions count as part of it; a
    signature and decorators belong to their function. `owner` is the innermost class outside of it.
    """

    function: Any
    owner: Any
    when: Moment


_TOP = Place(None, None, "load")


class Owners:
    """Answers `place` for the nodes of one tree, with memory for each block."""

    def __init__(self, walked: Walked) -> None:
        self._parents = walked.parents
        self._blocks: dict[int, Place] = {}

    def place(self, node: cst.CSTNode) -> Place:
        """Where this node stands."""
        parents = self._parents
        signature: Any = None
        annotation = deferred = False
        above = parents.get(id(node))
        while above is not None:
            kind = type(above).__name__
            if kind in _TOLD:
                if kind in _BLOCKS:
                    break
                if kind == "Annotation":
                    annotation = True
                elif kind == "Lambda":
                    deferred = True
                else:
                    signature = above
            above = parents.get(id(above))
        around = _TOP if above is None else self._blocks.get(id(above)) or self.block(above)
        if signature is not None and around.function is None:
            is_function = type(signature).__name__ == "FunctionDef"
            function, owner = (signature, around.owner) if is_function else (None, signature)
            around = Place(function, owner, around.when)
        if annotation:
            return Place(around.function, around.owner, "annotation")
        if deferred and around.when == "load":
            return Place(around.function, around.owner, "deferred")
        return around

    def block(self, block: cst.CSTNode) -> Place:
        """Where the statements of this block (or the whole module) stand."""
        known, parents = self._blocks, self._parents
        pending: list[Any] = []
        here: Any = block
        while here is not None and id(here) not in known:
            if type(here).__name__ in _BLOCKS:
                pending.append(here)
            here = parents.get(id(here))
        place = _TOP if here is None else known[id(here)]
        for inner in reversed(pending):
            place = _entered(parents.get(id(inner)), place)
            known[id(inner)] = place
        return place


def _entered(opener: Any, place: Place) -> Place:
    kind = type(opener).__name__
    if kind == "FunctionDef":
        return Place(place.function if place.function is not None else opener, place.owner, "deferred")
    if kind == "ClassDef" and place.function is None:
        return Place(None, opener, place.when)
    return place
