"""What an expression is worth where the file alone decides it: constants, and texts with holes.

Judgements about configuration ask for the text of a value whether it was written as one string, as adjacent strings, as
an f-string or as a sum. Nothing is executed: literals are read by LibCST's own evaluation of string tokens.
"""

from __future__ import annotations

import ast
import re
import string
import warnings
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
    value = _string(node)
    return value if isinstance(value, str) else None


def literal_value(node: cst.CSTNode) -> Literal | Unknown:
    """The constant that this expression is, without following names; UNKNOWN where it is none."""
    here: Any = node
    kind = type(here).__name__
    if kind in {"SimpleString", "ConcatenatedString"}:
        return _string(here)
    if kind == "Name":
        return _KEYWORDS.get(here.value, UNKNOWN)
    if kind in {"Integer", "Float"}:
        return _number(here)
    if kind == "UnaryOperation":
        inner = literal_value(here.expression)
        minus = type(here.operator).__name__ == "Minus"
        return -inner if minus and isinstance(inner, (int, float)) else UNKNOWN
    if kind in {"Tuple", "List", "Set"}:
        if any(type(element).__name__ != "Element" for element in here.elements):
            return UNKNOWN  # a starred part
        values = tuple(literal_value(element.value) for element in here.elements)
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


_RAW = re.compile(r"[a-zA-Z]*[rR]")


def _string(node: Any) -> str | bytes | Unknown:
    """The value of one or several adjacent string tokens, text or bytes."""
    texts: list[str] = []
    data: list[bytes] = []
    here = node
    while here is not None:
        one = type(here).__name__ != "ConcatenatedString"
        value = _evaluated(here if one else here.left)
        if isinstance(value, Unknown):
            return UNKNOWN
        (texts if isinstance(value, str) else data).append(value)  # type: ignore[arg-type]
        here = None if one else here.right
    if not data:
        return "".join(texts)
    return UNKNOWN if texts else b"".join(data)


def _evaluated(node: Any) -> str | bytes | Unknown:
    if type(node).__name__ != "SimpleString":
        return UNKNOWN
    return _token_value(node.value)


def _token_value(token: str) -> str | bytes | Unknown:
    """What a string token means to the language."""
    try:
        if "\\" not in token:
            value = ast.literal_eval(token)
        else:
            with warnings.catch_warnings():  # the code's escapes are no message to the reader of a report
                warnings.simplefilter("ignore")
                value = ast.literal_eval(token)
    except (ValueError, SyntaxError):
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
            raw = _RAW.match(here.start) is not None
            for part in here.parts:
                is_text = type(part).__name__ == "FormattedStringText"
                parts.append(_template_text(part.value, here.end, raw=raw) if is_text else HOLE)
        else:
            return None
    return "".join(parts)


def _template_text(text: str, quote: str, *, raw: bool) -> str:
    """What the text between the holes of an f-string means: doubled braces are single, escapes are read."""
    text = text.replace("{{", "{").replace("}}", "}")
    if raw or "\\" not in text:
        return text
    value = _token_value(f"{quote}{text}{quote}")
    return value if isinstance(value, str) else text


def _operation(node: Any) -> str | None:
    operator = type(node.operator).__name__
    if operator == "Modulo":
        left = template_of(node.left)
        return None if left is None else _filled_percent(left)
    if operator != "Add":
        return None
    parts: list[str | None] = []
    here = node
    while type(here).__name__ == "BinaryOperation" and type(here.operator).__name__ == "Add":
        parts.append(template_of(here.right))
        here = here.left
    parts.append(template_of(here))
    if all(part is None for part in parts):
        return None
    return "".join(HOLE if part is None else part for part in reversed(parts))


def _filled_braces(text: str) -> str:
    parts: list[str] = []
    try:
        for before, field, _, _ in string.Formatter().parse(text):
            parts += [before, HOLE] if field is not None else [before]
    except ValueError:  # it fails where it is run, too
        return text
    return "".join(parts)


_PERCENT = re.compile(r"%(?:\([^()]*\))?[#0 +-]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?[hlL]?([diouxXeEfFgGcrsa%])")


def _filled_percent(text: str) -> str:
    return _PERCENT.sub(lambda match: "%" if match[1] == "%" else HOLE, text)
