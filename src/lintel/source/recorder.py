"""Positions of chosen nodes, noted while LibCST generates the code of their tree: the exact route of `positions`.

LibCST's own provider stores two objects for each node of a tree, commas and white space included. This one follows the
same events and keeps four numbers for each node that was asked for.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from lintel.finding import Span
from lintel.source.decode import split_lines

Place = tuple[int, int, int, int]

_BLANK = " \t\f"


def recorded(root: Any, wanted: set[int], text: str | None) -> dict[int, Span]:
    """The spans of the nodes with these ids; recursive like LibCST's code generation, so call it with a deep stack."""
    state = _state_type()(root.default_indent, root.default_newline)
    state.wanted = set(wanted)
    root._codegen(state)
    shift = _Shift("".join(state.tokens), text) if text is not None else None
    places: dict[int, Place] = state.places
    found = {}
    for node in wanted:
        if node in places:
            line, column, end_line, end_column = places[node]
            if shift is not None and shift.needed:
                line, column = shift.moved(line, column)
                end_line, end_column = shift.moved(end_line, end_column)
            found[node] = Span(line, column, end_line, end_column)
    return found


class _Recorder:
    """The recording half of a CodegenState; LibCST's half (`_state_type`) is imported when a first file needs it."""

    tokens: list[str]
    indent_tokens: list[str]
    wanted: set[int]

    def __init__(self, default_indent: str, default_newline: str) -> None:
        super().__init__(default_indent, default_newline)  # type: ignore[call-arg] # the other half's
        self.line = 1
        self.column = 0
        self.places: dict[int, Place] = {}
        self.begun: list[tuple[int, int]] = []

    def add_indent_tokens(self) -> None:
        tokens = self.indent_tokens
        self.tokens.extend(tokens)
        for token in tokens:
            self.column += len(token)

    def add_token(self, value: str) -> None:
        self.tokens.append(value)
        if "\n" not in value and "\r" not in value:
            self.column += len(value)
        else:
            lines = split_lines(value)
            self.line += len(lines) - 1
            self.column = len(lines[-1])

    def before_codegen(self, node: Any) -> None:
        if id(node) in self.wanted:
            self.begun.append((self.line, self.column))

    def after_codegen(self, node: Any) -> None:
        if id(node) in self.wanted:
            begin = self.begun.pop()
            if id(node) not in self.places:
                self.places[id(node)] = (*begin, self.line, self.column)

    def record_syntactic_position(
        self, node: Any, *, start_node: Any = None, end_node: Any = None
    ) -> AbstractContextManager[None]:
        if id(node) not in self.wanted:
            return _NOTHING
        return _Recording(self, node, start_node, end_node)


_NOTHING = nullcontext()


@cache
def _state_type() -> Any:
    """The recording CodegenState; made on first use, because its base class is LibCST's."""
    from libcst import CSTNode
    from libcst._nodes.internal import CodegenState

    if sys.version_info >= (3, 12):
        CSTNode._codegen = _generate  # type: ignore[method-assign]

    class State(_Recorder, CodegenState):  # type: ignore[misc] # any context manager will do
        pass

    return State


def _generate(node: Any, state: Any, **how: Any) -> None:
    """What `CSTNode._codegen` does, without a call through `**`.

    Since Python 3.12 such calls count against a limit of C recursion that nothing can raise (3.12.1 allows some 750),
    whereas plain calls from Python to Python are bound by the recursion limit alone.
    """
    state.before_codegen(node)
    if not how:
        node._codegen_impl(state)
    elif "is_elif" in how:
        node._codegen_impl(state, is_elif=how["is_elif"])
    else:
        node._codegen_impl(state, **how)
    state.after_codegen(node)


class _Recording:
    """Notes where one node begins and ends, or takes its ends from the nodes LibCST names for them."""

    def __init__(self, state: Any, node: Any, start_node: Any, end_node: Any) -> None:
        self.state, self.node, self.start_node, self.end_node = state, node, start_node, end_node
        for bound in (start_node, end_node):
            if bound is not None:
                state.wanted.add(id(bound))

    def __enter__(self) -> None:
        self.begin = (self.state.line, self.state.column)

    def __exit__(self, exception: object, *_: object) -> None:
        state = self.state
        if exception is not None:
            return
        begin = state.places[id(self.start_node)][:2] if self.start_node is not None else self.begin
        end = state.places[id(self.end_node)][2:] if self.end_node is not None else (state.line, state.column)
        state.places[id(self.node)] = (*begin, *end)


class _Shift:
    """From positions in the generated code to positions in the text, where LibCST has dropped characters.

    It drops or copies form feeds in front of code, and lines that hold nothing but a backslash; everything else it
    keeps. So the lines of both correspond, up to their leading blanks.
    """

    def __init__(self, generated: str, text: str) -> None:
        self.lines: list[tuple[int, int, int]] = []
        self.needed = generated != text and self._correspond(split_lines(generated), split_lines(text))

    def _correspond(self, generated: list[str], original: list[str]) -> bool:
        at = 0
        for line in generated:
            stripped = line.lstrip(_BLANK)
            while at < len(original) and original[at].lstrip(_BLANK) != stripped:
                if original[at].strip(_BLANK) != "\\":
                    return False
                at += 1
            if at == len(original):
                return False
            lead = len(line) - len(stripped)
            self.lines.append((at + 1, lead, len(original[at]) - len(stripped) - lead))
            at += 1
        return True

    def moved(self, line: int, column: int) -> tuple[int, int]:
        """The same place in the text."""
        if line > len(self.lines):  # LibCST counts the line after the end of the file
            return self.lines[-1][0] + line - len(self.lines), column
        there, lead, more = self.lines[line - 1]
        return there, column + more if column >= lead else column
