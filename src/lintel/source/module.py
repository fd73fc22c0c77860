"""A file as the analysis holds it for the moment of judging: text, tree, walk, scopes, names, comments.

Everything past the walk is made when it is first asked for; many files never ask.
"""

from __future__ import annotations

from functools import cached_property

from lintel.source.comments import Comment, comments
from lintel.source.decode import split_lines
from lintel.source.lazy import cst
from lintel.source.names import Names
from lintel.source.parse import parse
from lintel.source.scopes import Scopes
from lintel.source.walk import Walked


class Module:
    """One parsed file. `path` is relative to the project's root, with forward slashes."""

    def __init__(self, path: str, data: bytes, *, max_bytes: int) -> None:
        parsed = parse(data, max_bytes=max_bytes)
        self.path = path
        self.data = data
        self.text: str = parsed.text
        self.root: cst.Module = parsed.root
        self.walked = Walked(parsed.root)

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
