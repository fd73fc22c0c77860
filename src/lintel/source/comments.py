"""All comments of a file, found without a parser: suppressions and reasons are read even where no tree is needed."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from functools import cache
from typing import Any

import msgspec

from lintel.finding import Span
from lintel.source.lexer import lex

_LINE_END = re.compile(r"\r\n|\n|\r")
_NO_REMARK = re.compile(
    r"#[\W\d]*(noqa|nosec|pylint|flake8|type:|pragma|pyright|lintel|fmt:|ruff|mypy|isort|TODO|FIXME|XXX|HACK)",
    re.IGNORECASE,
)
_SHORTEST_REMARK = 8


class Comment(msgspec.Struct, frozen=True, order=True):
    """One comment: its text from `#` to the end of the line, its place, and whether it has the line to itself."""

    span: Span
    text: str
    own_line: bool


def comments(text: str) -> tuple[Comment, ...]:
    """The comments of decoded source text, in source order; what stands in strings and docstrings never counts.

    Equal to LibCST's Comment nodes for every text that LibCST parses; for others, as far as the strings can be told.
    A file without `#` costs one search.
    """
    if "#" not in text:
        return ()
    found = lex(text).comments
    if not found:
        return ()
    if "\r" in text:
        starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        lines = [bisect_right(starts, begin) for begin, _ in found]
        return tuple(_comment(text, line, starts[line - 1], *place) for line, place in zip(lines, found, strict=True))
    said: list[Comment] = []
    line, before = 1, 0
    for begin, end in found:
        line += text.count("\n", before, begin)
        said.append(_comment(text, line, text.rfind("\n", 0, begin) + 1, begin, end))
        before = begin
    return tuple(said)


def is_remark(text: str) -> bool:
    """Whether a comment tells a reader something about the code: no tool's pragma, no open to-do, no mere mark."""
    return len(text) > _SHORTEST_REMARK and not _NO_REMARK.match(text)


def comment_texts(node: Any) -> list[str]:
    """The comments inside a node of a tree; found in its white space, without positions, in no set order."""
    found: list[str] = []
    stack: list[Any] = [node]
    while stack:
        here = stack.pop()
        kind: Any = type(here)
        if isinstance(here, (list, tuple)):
            stack.extend(reversed(here))
        elif kind.__name__ == "Comment":
            found.append(here.value)
        elif dataclasses.is_dataclass(here):
            stack.extend(getattr(here, name) for name in reversed(_field_names(kind)))
    return found


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _comment(text: str, line: int, start: int, begin: int, end: int) -> Comment:
    """The comment between two offsets, on this line, which starts at offset `start`."""
    span = Span(line, begin - start, line, end - start)
    return Comment(span, text[begin:end], not text[start:begin].strip(" \t\f"))
