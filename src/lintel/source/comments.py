"""All comments of a file, found without a parser: suppressions and reasons are read even where no tree is needed."""

from __future__ import annotations

import re
from bisect import bisect_right

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
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    return tuple(_comment(text, starts, begin, end) for begin, end in found)


def is_remark(text: str) -> bool:
    """Whether a comment tells a reader something about the code: no tool's pragma, no open to-do, no mere mark."""
    return len(text) > _SHORTEST_REMARK and not _NO_REMARK.match(text)


def _comment(text: str, starts: list[int], begin: int, end: int) -> Comment:
    line = bisect_right(starts, begin)
    start = starts[line - 1]
    span = Span(line, begin - start, line, end - start)
    return Comment(span, text[begin:end], not text[start:begin].strip(" \t\f"))
