"""What an expression is worth where the file alone decides it: constants, and texts with holes.

Judgements about configuration ask for the text of a value whether it was written as one string, as adjacent strings, as
an f-string or as a sum. Nothing is executed: literals are read by LibCST's own evaluation of string tokens.
"""

from __future__ import annotations

import ast
from typing import Any

from lintel.source.lazy import cst

Literal = str | bytes | int | float | bool | None | tuple["Literal", ...]

HOLE = "\0"
"""Stands in a template for a part that is not constant; a character that no readable text holds."""


class Unknown:
    """No literal: the value is not a constant of this expression."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()


def string_value(node: cst.CSTNode) -> str | None:
    """The text of a string token or of adjacent string tokens; None for bytes, f-strings and all else."""
    kind = type(node).__name__
    if kind == "SimpleString":
        value = _evaluated(node)
        return value if isinstance(value, str) else None
    if kind == "ConcatenatedString":
        parts: list[str] = []
        here: Any = node
        while type(here).__name__ == "ConcatenatedString":
            left = string_value(here.left)
            if left is None:
                return None
            parts.append(left)
            here = here.right
        last = string_value(here)
        return None if last is None else "".join(parts) + last
    return None


def literal_value(node: cst.CSTNode) -> Literal | Unknown:
    """The constant that this expression is, without following names; UNKNOWN where it is none."""
    kind = type(node).__name__
    if kind in {"SimpleString", "ConcatenatedString"}:
        text = string_value(node)
        if text is None and kind == "SimpleString":
            return _evaluated(node)
        return UNKNOWN if text is None else text
    if kind == "Name":
        return _KEYWORDS.get(node.value, UNKNOWN)  # type: ignore[attr-defined]
    if kind in {"Integer", "Float"}:
        return _number(node)
    if kind == "UnaryOperation":
        inner = literal_value(node.expression)  # type: ignore[attr-defined]
        minus = type(node.operator).__name__ == "Minus"  # type: ignore[attr-defined]
        return -inner if minus and isinstance(inner, (int, float)) else UNKNOWN
    if kind in {"Tuple", "List", "Set"}:
        values = tuple(literal_value(element.value) for element in node.elements)  # type: ignore[attr-defined]
        return UNKNOWN if any(isinstance(value, Unknown) for value in values) else values  # type: ignore[return-value]
    return UNKNOWN


def template_of(node: cst.CSTNode) -> str | None:
    """The text of a string expression with `HOLE` for each part that is not constant; None where it is no text at all.

    Reads plain and adjacent strings, f-strings, sums, `%` and `.format` with a constant left side.
    """
    kind = type(node).__name__
    if kind in {"SimpleString", "FormattedString", "ConcatenatedString"}:
        return _joined(node)
    if kind == "BinaryOperation":
        return _operation(node)
    if kind == "Call":
        func: Any = node.func  # type: ignore[attr-defined]
        if type(func).__name__ == "Attribute" and func.attr.value == "format":
            left = template_of(func.value)
            return None if left is None else _filled_braces(left)
    return None


_KEYWORDS: dict[str, bool | None] = {"True": True, "False": False, "None": None}


def _evaluated(node: Any) -> str | bytes | Unknown:
    try:
        value = node.evaluated_value
    except (ValueError, SyntaxError, UnicodeError):
        return UNKNOWN
    return value if isinstance(value, (str, bytes)) else UNKNOWN


def _number(node: Any) -> int | float | Unknown:
    try:
        value = ast.literal_eval(node.value)
    except (ValueError, SyntaxError):
        return UNKNOWN
    return value if isinstance(value, (int, float)) else UNKNOWN


def _joined(node: Any) -> str | None:
    parts: list[str] = []
    todo = [node]
    while todo:
        here = todo.pop()
        kind = type(here).__name__
        if kind == "ConcatenatedString":
            todo += [here.right, here.left]
        elif kind == "SimpleString":
            value = _evaluated(here)
            if not isinstance(value, str):
                return None
            parts.append(value)
        elif kind == "FormattedString":
            parts.extend(part.value if type(part).__name__ == "FormattedStringText" else HOLE for part in here.parts)
        else:
            return None
    return "".join(parts)


def _operation(node: Any) -> str | None:
    operator = type(node.operator).__name__
    if operator == "Modulo":
        left = template_of(node.left)
        return None if left is None else _filled_percent(left)
    if operator != "Add":
        return None
    parts: list[str] = []
    here = node
    while type(here).__name__ == "BinaryOperation" and type(here.operator).__name__ == "Add":
        parts.append(template_of(here.right) if _may_be_text(here.right) else HOLE)  # type: ignore[arg-type]
        here = here.left
    parts.append(template_of(here) if _may_be_text(here) else HOLE)  # type: ignore[arg-type]
    parts = [HOLE if part is None else part for part in reversed(parts)]
    return None if all(part == HOLE for part in parts) else "".join(parts)


def _may_be_text(node: Any) -> bool:
    return type(node).__name__ in {"SimpleString", "FormattedString", "ConcatenatedString", "Call"}


def _filled_braces(text: str) -> str:
    parts, rest = [], text.replace("{{", "\1").replace("}}", "\2")
    while "{" in rest:
        before, _, rest = rest.partition("{")
        parts += [before, HOLE]
        rest = rest.partition("}")[2]
    return "".join([*parts, rest]).replace("\1", "{").replace("\2", "}")


def _filled_percent(text: str) -> str:
    import re

    return re.sub(r"%(\(\w*\))?[#0 +-]*\d*(\.\d+)?[sdrfixXgGeEac]", HOLE, text).replace("%%", "%")
