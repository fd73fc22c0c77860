"""Lowering of string building: f-strings with nested format specs, t-strings, implicit concatenation."""

from __future__ import annotations

from typing import Any, Final

from lintel.facts.lower_frame import Expression, Frame
from lintel.facts.lower_literals import content
from lintel.flow import ir
from lintel.flow.encoding import constant_of
from lintel.source.lazy import cst

ConcatenatedString = cst.ConcatenatedString
FormattedStringText = cst.FormattedStringText
SimpleString = cst.SimpleString
TemplatedString = cst.TemplatedString
TemplatedStringText = cst.TemplatedStringText

_AROUND: Final = {
    name: number
    for number, name in enumerate(ir.KINDS)
    if name in {"AnnAssign", "Assign", "AugAssign", "BinaryOperation", "Call", "NamedExpr", "Raise", "Return", "Yield"}
}
_NOWHERE: Final = (0, ir.NO_PLACE)


def formatted_string(frame: Frame, node: cst.FormattedString, dest: int) -> int:
    """An f-string: a constant where nothing is put in, else FSTRING."""
    return _join(frame, ir.FSTRING, _place_around(frame, node), _parts(frame, node), dest)


def templated_string(frame: Frame, node: cst.TemplatedString, dest: int) -> int:
    """A t-string: always a template."""
    parts = _parts(frame, node)
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.TSTRING, *_place_around(frame, node), result, *parts))
    return result


def concatenated_string(frame: Frame, node: cst.ConcatenatedString, dest: int) -> int:
    """Implicit concatenation, however long: a constant where all parts are, else CONCAT (or TSTRING)."""
    links: list[Any] = []
    right: Any = node
    while type(right) is ConcatenatedString:
        links.append(right.left)
        right = right.right
    links.append(right)
    parts: list[int] = []
    opcode = ir.CONCAT
    for link in links:
        if type(link) is SimpleString:
            parts.append(frame.literals[link.value])
            continue
        if type(link) is TemplatedString and opcode == ir.CONCAT:
            opcode = ir.TSTRING
        parts += _parts(frame, link)
    return _join(frame, opcode, _place_around(frame, node), parts, dest)


def _place_around(frame: Frame, node: cst.CSTNode) -> tuple[int, int]:
    """Where a text is put together: the nearest node around it that is found again without a parse."""
    for above in frame.unit.ancestors(node):
        kind = _AROUND.get(type(above).__name__)
        if kind is not None:
            return kind, frame.ordinals[id(above)]
    return _NOWHERE


def _join(frame: Frame, opcode: int, at: tuple[int, int], parts: list[int], dest: int) -> int:
    if opcode != ir.TSTRING and all(part < 0 for part in parts):
        whole = _constant(frame, parts, bytes_too=opcode == ir.CONCAT)
        if whole is not None:
            return frame.unit.constant(whole)
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((opcode, *at, result, *parts))
    return result


def _constant(frame: Frame, parts: list[int], *, bytes_too: bool) -> str | bytes | None:
    try:
        values = [constant_of(frame.unit.pool[~part]) for part in parts]
    except ValueError:
        return None
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values):
        return "".join(texts)
    pieces = [value for value in values if isinstance(value, bytes)]
    return b"".join(pieces) if bytes_too and len(pieces) == len(values) else None


def _parts(frame: Frame, node: cst.FormattedString | cst.TemplatedString) -> list[int]:
    raw = "r" in node.start or "R" in node.start
    return _operands(frame, node.parts, raw=raw)


def _operands(frame: Frame, parts: Any, *, raw: bool) -> list[int]:
    unit = frame.unit
    found: list[int] = []
    for part in parts:
        if type(part) is FormattedStringText or type(part) is TemplatedStringText:
            text = part.value
            if "{" in text or "}" in text:
                text = text.replace("{{", "{").replace("}}", "}")
            found.append(unit.constant(content(text, raw=raw)))
        else:
            if part.equal is not None:
                found.append(unit.constant(_source(part)))
            found.append(_hole(frame, part, raw=raw))
    return found


def _hole(frame: Frame, part: Any, *, raw: bool) -> int:
    node = part.expression
    value = frame.expressions[type(node)](frame, node, -1)
    conversion, spec = part.conversion, part.format_spec
    if conversion is None and part.equal is not None and spec is None:
        conversion = "r"
    if conversion is None and spec is None:
        return value
    operand = ir.NONE
    if spec is not None:
        operand = _join(frame, ir.FSTRING, _NOWHERE, _operands(frame, spec, raw=raw), -1)
    result = frame.temporary()
    frame.emit((ir.FORMAT, result, value, 0 if conversion is None else ord(conversion[0]), operand))
    return result


def _source(part: Any) -> str:
    """What `{value = }` prints before the value."""
    module = cst.Module([])
    code = module.code_for_node
    before, equal = part.whitespace_before_expression, part.equal
    return f"{code(before)}{code(part.expression)}{code(part.whitespace_after_expression)}{code(equal)}"


STRINGS: dict[str, Expression] = {
    "FormattedString": formatted_string,
    "TemplatedString": templated_string,
    "ConcatenatedString": concatenated_string,
}
