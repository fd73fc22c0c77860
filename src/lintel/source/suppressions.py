"""Comments that silence findings, and the lines that each speaks for.

Three markers are understood. `# noqa` and `# noqa: CODE, CODE` as flake8 reads them, because the same comment must mean
the same in both. `# nosec` as Bandit reads it. And our own, which no other tool takes for its own:

    # lintel: ignore[CODE-or-name, ...] -- reason      behind code, or on a line of its own above it
    # lintel: off[...] -- reason                       from here to `# lintel: on[...]`, or to the end of the file
    # lintel: ignore-file[...] -- reason               all of the file

A comment is what a lexer takes for one; what stands in strings never counts.
"""

from __future__ import annotations

import re
import tokenize
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Literal, NamedTuple

import msgspec

from lintel.finding import Suppression
from lintel.source.comments import Comment, comments
from lintel.source.decode import split_lines

_MARKERS = ("noqa", "nosec", "lintel:")
_NOQA = re.compile(r"# noqa(?::\s?(?P<codes>(?:[A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)  # flake8.defaults
_NOSEC = re.compile(r"#\s*nosec\b:?\s*(?P<codes>[^#]*)", re.IGNORECASE)  # bandit.core.manager
_OWN = re.compile(
    r"#\s*lintel:\s*(?P<what>ignore-file|ignore|off|on)(?![\w-])\s*(?:\[(?P<codes>[^\]]*)\])?(?:\s*--\s*(?P<reason>.*))?"
)
_BETWEEN = re.compile(r"[,\s]+")
_TEST = re.compile(r"\b(?:(?:B|LN[TB])\d+|[a-z]+(?:_[a-z]+)+)\b")  # an id, or the name of a test
_OUR_CODES = ("LNT", "LNB")
_NO_CODE = frozenset({tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER})
_END = 1 << 30  # after the last line of any file


class Lines(NamedTuple):
    """Lines that belong together, from 1, both ends included."""

    first: int
    last: int

    def __contains__(self, line: object) -> bool:
        return isinstance(line, int) and self.first <= line <= self.last


class _Layout(NamedTuple):
    """How the lines of a file hang together.

    `rows` are lines that a string or a backslash makes one, as flake8 joins them; `statements` are simple statements
    and the heads of compound ones, with their decorators; `decorated` are those of them that have some.
    """

    rows: list[Lines]
    statements: list[Lines]
    decorated: frozenset[Lines]

    def row(self, line: int) -> Lines:
        """The row of a line."""
        return next((each for each in self.rows if line in each), Lines(line, line))

    def statement(self, line: int) -> Lines | None:
        """The statement that a line belongs to, or None."""
        return next((each for each in self.statements if line in each), None)


def suppressions(text: str) -> tuple[Suppression, ...]:
    """The suppressions of decoded source text, by the line of their comment; a text without any costs one search."""
    if not _is_marked(text):
        return ()
    marked = [comment for comment in comments(text) if _is_marked(comment.text)]
    layout = cache(partial(_layout, text))  # most markers are of other tools, and take none
    found = [each for comment in marked for each in _of_others(comment, layout)]
    found += _own(marked, layout)
    return tuple(sorted(found, key=lambda each: (each.line, each.marker, each.codes)))


def _is_marked(text: str) -> bool:
    lowered = text.lower()
    return any(marker in lowered for marker in _MARKERS)


def _of_others(comment: Comment, layout: Callable[[], _Layout]) -> Iterator[Suppression]:
    line = comment.span.line
    if (noqa := _NOQA.search(comment.text)) is not None:
        codes = tuple(code.upper() for code in _BETWEEN.split(noqa["codes"] or "") if code)
        ours = tuple(code for code in codes if code.startswith(_OUR_CODES) or _is_beginning(code))
        if ours or not codes:
            row = layout().row(line)
            yield _made("noqa", comment, noqa, row, ours)
    if (nosec := _NOSEC.search(comment.text)) is not None:
        ids = tuple(_TEST.findall(nosec["codes"]))
        lines = _spoken_for(comment, layout())
        yield _made("nosec", comment, nosec, lines, ids)


def _made(
    marker: Literal["noqa", "nosec", "lintel"],
    comment: Comment,
    found: re.Match[str],
    lines: Lines,
    codes: tuple[str, ...],
    reason: str = "",
) -> Suppression:
    span = comment.span
    return Suppression(
        marker=marker, line=span.line, first=lines.first, last=lines.last, codes=codes, reason=reason,
        column=span.column + found.start(), end_column=span.column + found.start() + len(found[0].rstrip()),
    )  # fmt: skip


def _is_beginning(code: str) -> bool:
    return any(each.startswith(code) for each in _OUR_CODES)


def _own(marked: list[Comment], layout: Callable[[], _Layout]) -> Iterator[Suppression]:
    """Our own markers; `off` waits for its `on`."""
    open_: list[Suppression] = []
    for comment in marked:
        found = _OWN.search(comment.text)
        if found is None:
            continue
        codes = tuple(code for code in _BETWEEN.split((found["codes"] or "").strip()) if code)
        line, reason = comment.span.line, (found["reason"] or "").strip()
        lines = Lines(1, _END)
        if found["what"] == "on":
            ended = [each for each in open_ if not codes or each.codes == codes]
            open_ = [each for each in open_ if each not in ended]
            yield from (msgspec.structs.replace(each, last=line) for each in ended)
            continue
        if found["what"] == "off":
            lines = Lines(line, _END)
        elif found["what"] == "ignore":
            lines = _spoken_for(comment, layout())
        one = _made("lintel", comment, found, lines, codes, reason)
        if found["what"] == "off":
            open_.append(one)
        else:
            yield one
    yield from open_


def _spoken_for(comment: Comment, layout: _Layout) -> Lines:
    """The lines that a comment about code means.

    Behind code that is its row; at the end of a statement, or anywhere in a head with decorators, all of that. On a
    line of its own it is the next statement or, inside of one, the next row.
    """
    line = comment.span.line
    around = layout.statement(line)
    if comment.own_line:
        if around is not None:
            below = [each for each in layout.rows if each.first > line and each.last <= around.last]
            return min(below, default=Lines(line, line))
        return min((each for each in layout.statements if each.first > line), default=Lines(line, line))
    if around is not None and (around in layout.decorated or line == around.last):
        return around
    return layout.row(line)


def _layout(text: str) -> _Layout:
    """Group the lines by Python's own tokens; where those end in an error, what follows stands line by line."""
    rows: list[Lines] = []
    statements: list[Lines] = []
    decorated: set[Lines] = set()
    row = begun = head = 0
    is_decorator = False
    try:
        for kind, said, (line, _), _, _ in tokenize.generate_tokens(_reader(text)):
            if kind not in {tokenize.ENDMARKER, tokenize.DEDENT}:
                row = row or line
            if kind not in _NO_CODE and kind != tokenize.NEWLINE and not begun:
                begun, is_decorator = line, said == "@"
            if kind in {tokenize.NL, tokenize.NEWLINE}:
                rows.append(Lines(row, line))
                row = 0
            if kind == tokenize.NEWLINE and begun:
                head = head or begun
                if not is_decorator:
                    statements.append(Lines(head, line))
                    if head != begun:
                        decorated.add(statements[-1])
                    head = 0
                begun = 0
    except (tokenize.TokenError, SyntaxError):
        pass
    return _Layout(rows, statements, frozenset(decorated))


def _reader(text: str) -> Callable[[], str]:
    """What gives the lines of a text one by one, as LibCST counts them, each with a plain line end."""
    lines = iter(split_lines(text))
    return lambda: f"{line}\n" if (line := next(lines, None)) is not None else ""
