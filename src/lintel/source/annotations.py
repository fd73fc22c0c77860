"""Annotations as a small form of their own, the same whether they are written as code or as quoted text.

What stands in quotes is no part of LibCST's tree, so both spellings are brought here before `source.names` asks what
they mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from lintel.source.lazy import cst
from lintel.source.scopes import dotted

if TYPE_CHECKING:
    import ast

_MAX_DEPTH = 50


class Form(NamedTuple):
    """One annotation: a dotted `name`, a name with `parts` in brackets, a union of `parts`, or nothing readable."""

    kind: Literal["name", "subscript", "union", "none", "unknown"]
    name: str = ""
    parts: tuple[Form, ...] = ()

    def wanted(self) -> Form:
        """The only side of a union that is not None; any other annotation is itself, a real union is unknown."""
        if self.kind != "union":
            return self
        sides = [side for side in self.parts if side.kind != "none"]
        return sides[0].wanted() if len(sides) == 1 else UNREADABLE


UNREADABLE = Form("unknown")
_NONE = Form("none")


def read_annotation(node: cst.CSTNode, depth: int = _MAX_DEPTH) -> Form:
    """The form of an annotation expression."""
    here: Any = node
    kind = type(here).__name__
    if depth <= 0:
        return UNREADABLE
    if kind in {"Name", "Attribute"}:
        return _named(dotted(here))
    if kind in {"SimpleString", "ConcatenatedString"}:
        from lintel.source.literals import string_value

        return _read_text(string_value(here) or "", depth - 1)
    if kind == "BinaryOperation" and type(here.operator).__name__ == "BitOr":
        sides: list[Form] = []
        while type(here).__name__ == "BinaryOperation":
            sides.append(read_annotation(here.right, depth - 1))
            here = here.left
        return Form("union", parts=(read_annotation(here, depth - 1), *reversed(sides)))
    if kind == "Subscript":
        values = (getattr(each.slice, "value", None) for each in here.slice)
        parts = tuple(UNREADABLE if value is None else read_annotation(value, depth - 1) for value in values)
        return Form("subscript", dotted(here.value), parts)
    return UNREADABLE


def _named(name: str) -> Form:
    if name == "None":
        return _NONE
    return Form("name", name) if name else UNREADABLE


def _read_text(text: str, depth: int) -> Form:
    if text.isidentifier():  # most are; the parser is for the rest
        return _named(text)
    import ast
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return UNREADABLE
    return _read_ast(parsed.body, depth)


def _read_ast(node: ast.expr, depth: int) -> Form:
    import ast

    if depth <= 0:
        return UNREADABLE
    if isinstance(node, (ast.Name, ast.Attribute)):
        return _named(_dotted(node))
    if isinstance(node, ast.Constant):
        return (
            _NONE
            if node.value is None
            else _read_text(node.value, depth - 1)
            if isinstance(node.value, str)
            else UNREADABLE
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return Form("union", parts=(_read_ast(node.left, depth - 1), _read_ast(node.right, depth - 1)))
    if isinstance(node, ast.Subscript):
        inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return Form("subscript", _dotted(node.value), tuple(_read_ast(each, depth - 1) for each in inner))
    return UNREADABLE


def _dotted(node: ast.expr) -> str:
    import ast

    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join((node.id, *reversed(parts))) if isinstance(node, ast.Name) else ""
