"""A file as the analysis holds it for the moment of judging: text, tree, walk, scopes, names, comments.

Everything past the walk is made when it is first asked for; many files never ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from lintel.finding import Span, Suppression
from lintel.source.comments import Comment, comments
from lintel.source.decode import split_lines
from lintel.source.lazy import cst
from lintel.source.names import Names
from lintel.source.parse import parse
from lintel.source.positions import ALIGNABLE, aligned_places
from lintel.source.positions import spans as positions
from lintel.source.scopes import Scopes
from lintel.source.suppressions import suppressions
from lintel.source.walk import Walked

_SHOWN = frozenset(
    ["Call", "ClassDef", "ExceptHandler", "Expr", "FunctionDef", "Import", "ImportFrom", "Return", "Try", "With"]
)
"""Kinds that findings often point at: aligned together the first time that any of them is asked for."""


class Module:
    """One parsed file. `path` is relative to the project's root, with forward slashes."""

    def __init__(self, path: str, data: bytes, *, max_bytes: int) -> None:
        parsed = parse(data, max_bytes=max_bytes)
        self.path = path
        self.data = data
        self.text: str = parsed.text
        self.root: cst.Module = parsed.root
        self.walked = Walked(parsed.root)
        self._aligned: dict[str, list[Span | None]] = {}

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text without their ends; line n is `lines[n - 1]`."""
        return tuple(split_lines(self.text))

    @cached_property
    def scopes(self) -> Scopes:
        """Which name means what."""
        return Scopes(self.walked)

    @cached_property
    def names(self) -> Names:
        """Qualified names of expressions."""
        return Names(self.walked, self.scopes)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """All comments with their places."""
        return comments(self.text)

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        """The comments that silence findings of ours, by line."""
        return suppressions(self.text)

    def close(self) -> None:
        """Let go of the tree; a worker runs without garbage collector, so that circles would keep it."""
        if "scopes" in self.__dict__:
            self.scopes.close()

    def spans(self, nodes: Iterable[cst.CSTNode]) -> dict[int, Span]:
        """Where these nodes stand, by `id`. A file is aligned once for the usual kinds, however often it is asked."""
        wanted = list(nodes)
        known = {id(node): span for node in wanted if (span := self._aligned_span(node)) is not None}
        rest = [node for node in wanted if id(node) not in known]
        return known | positions(self, rest) if rest else known

    def _aligned_span(self, node: cst.CSTNode) -> Span | None:
        kind = type(node).__name__
        if kind not in ALIGNABLE:
            return None
        if kind not in self._aligned:
            kinds = {kind, *(each for each in _SHOWN - self._aligned.keys() if self.walked.of(each))}
            found = aligned_places(self.text, kinds) or {}
            for each in kinds:
                places = found.get(each, [])
                self._aligned[each] = places if len(places) == len(self.walked.of(each)) else []
        places = self._aligned[kind]
        return places[self.walked.ordinal(node)] if places else None
