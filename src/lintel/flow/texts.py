"""Texts: how constants and values are put together, and what the operators and methods of texts make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from lintel.flow.combining import choice, mix
from lintel.flow.values import FIXED, NO_VALUE, NUMBER, At, Choice, Cleaned, Const, Harmless, Text, Value

LONGEST: Final = 4_000  # characters of a constant that is worth to be known
MOST_PARTS: Final = 48


def text(parts: Iterable[str | Value], at: At | None) -> Value:
    """The text that these parts make, in order; a constant where all are."""
    found: list[str | Value] = []
    for part in parts:
        if type(part) is str:
            _add(found, part)
        elif type(part) is Const:
            _add(found, part.value if isinstance(part.value, str) else _said(part.value))
        elif type(part) is Text:
            for inner in part.parts:
                if type(inner) is str:
                    _add(found, inner)
                else:
                    found.append(inner)
        else:
            found.append(part)
    if not found:
        return Const("")
    if len(found) == 1 and type(found[0]) is str:
        return Const(found[0]) if len(found[0]) <= LONGEST else FIXED
    if len(found) > MOST_PARTS:
        return mix((part for part in found if type(part) is not str), at, "text")  # type: ignore[misc]
    return Text(tuple(found), at)


def _add(found: list[str | Value], piece: str) -> None:
    if found and type(found[-1]) is str:
        found[-1] += piece
    elif piece:
        found.append(piece)


def _said(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def added(left: Value, right: Value, at: At | None) -> Value | None:
    """`left + right` where one is a text; None where neither is known to be."""
    if type(left) is Choice and len(left.values) <= 4 and _is_text(right):
        return choice(added(each, right, at) or mix((each, right), at, "+") for each in left.values)
    if type(right) is Choice and len(right.values) <= 4 and _is_text(left):
        return choice(added(left, each, at) or mix((left, each), at, "+") for each in right.values)
    if _is_text(left) or _is_text(right):
        return text((left, right), at)
    return None


def _is_text(value: Value) -> bool:
    kind = type(value)
    return kind is Text or (kind is Const and isinstance(value.value, str | bytes))  # type: ignore[attr-defined]


def interpolated(template: Value, values: Sequence[Value] | None, named: Any, at: At | None) -> Value | None:
    """`template % ...`: `values` in order, or `named`, a function from a key to its value."""
    parts = _flat(template)
    if parts is None:
        return None
    found: list[str | Value] = []
    waiting = list(values) if values is not None else []
    for part in parts:
        if type(part) is not str:
            found.append(part)
            continue
        if not _percent(part, found, waiting, named):
            return mix((template, *(values or ())), at, "%")
    return text(found, at)


_CONVERSIONS: Final = "diouxXeEfFgGcrsa"


def _percent(piece: str, found: list[str | Value], waiting: list[Value], named: Any) -> bool:
    index = 0
    while index < len(piece):
        here = piece.find("%", index)
        if here < 0:
            found.append(piece[index:])
            break
        found.append(piece[index:here])
        index = here + 1
        key = None
        if piece[index : index + 1] == "(":
            end = piece.find(")", index)
            if end < 0:
                return False
            key, index = piece[index + 1 : end], end + 1
        while index < len(piece) and piece[index] in "-+ #0123456789.*hlL":
            index += 1
        if index >= len(piece):
            return False
        kind = piece[index]
        index += 1
        if kind == "%":
            found.append("%")
            continue
        if kind not in _CONVERSIONS:
            return False
        if key is not None:
            value = named(key) if named is not None else None
        else:
            value = waiting.pop(0) if waiting else None
        if value is None:
            return False
        found.append(NUMBER if kind in "diouxXeEfFgG" and type(value) is not Const else value)
    return True


def formatted(
    template: Value, positional: Sequence[Value], keyword: Callable[[str], Value | None], at: At | None
) -> Value | None:
    """`template.format(...)`; None where the template is no text that is known."""
    parts = _flat(template)
    if parts is None or any(type(part) is not str for part in parts):
        return None
    found: list[str | Value] = []
    automatic = 0
    piece = "".join(parts)  # type: ignore[arg-type]
    index = 0
    while index < len(piece):
        sign = piece[index]
        if sign in "{}":
            if piece[index + 1 : index + 2] == sign:
                found.append(sign)
                index += 2
                continue
            end = piece.find("}", index)
            if sign == "}" or end < 0:
                return None
            field = piece[index + 1 : end]
            name = field.split(":", 1)[0].split("!", 1)[0]
            head = name.replace("[", ".", 1).split(".", 1)[0]
            if not head:
                value = positional[automatic] if automatic < len(positional) else None
                automatic += 1
            elif head.isdigit():
                value = positional[int(head)] if int(head) < len(positional) else None
            else:
                value = keyword(head)
            if value is None:
                return None
            if name != head:
                value = mix((value,), at, "format")
            found.append(NUMBER if field[len(name) :].rstrip().endswith(("d", "f", "x", "e", "g", "n")) and
                         ":" in field and type(value) is not Const else value)  # fmt: skip
            index = end + 1
            continue
        end = min((place for place in (piece.find("{", index), piece.find("}", index)) if place >= 0), default=-1)
        end = len(piece) if end < 0 else end
        found.append(piece[index:end])
        index = end
    return text(found, at)


def _flat(value: Value) -> tuple[str | Value, ...] | None:
    if type(value) is Const and isinstance(value.value, str):
        return (value.value,)
    return value.parts if type(value) is Text else None


def joined_by(separator: Value, items: Sequence[Value] | None, element: Value | None, at: At | None) -> Value:
    """`separator.join(items)`; of items that are not known one by one, two stand for all."""
    if items is None:
        if element is None or element is NO_VALUE:
            return Const("")
        if type(separator) is Const and type(element) is Const and isinstance(element.value, str):
            return Repeated.of(element, separator, at)
        return choice((text((element,), at), text((element, separator, element), at)))
    found: list[str | Value] = []
    for index, item in enumerate(items):
        if index:
            found.append(separator)
        found.append(item)
    return text(found, at)


class Repeated:
    """Makes the text of a constant that is repeated an unknown number of times."""

    @staticmethod
    def of(element: Value, separator: Value, at: At | None) -> Value:
        """Once, or several times."""
        return choice((element, text((element, separator, element), at)))


def case_changed(value: Value, method: str, arguments: Sequence[Value], at: At | None) -> Value:
    """A method of texts that keeps what a text says (`strip`, `lower`, `replace`, ...)."""
    if type(value) is Const and all(type(each) is Const for each in arguments):
        try:
            made = getattr(value.value, method)(*(each.value for each in arguments))  # type: ignore[attr-defined]
        except Exception:  # noqa: BLE001 - whatever a built-in method says to odd constants
            return FIXED
        return constant(made)
    if type(value) is Choice:
        return choice(case_changed(each, method, arguments, at) for each in value.values)
    if type(value) is Text and method in {"strip", "lstrip", "rstrip", "lower", "upper", "encode", "decode"}:
        change = method if method in {"lower", "upper"} else ""
        return text((getattr(part, change)() if change and type(part) is str else part for part in value.parts), at)  # type: ignore[union-attr]
    if type(value) is Harmless:
        return value
    if type(value) is Cleaned and method in {"strip", "lower", "upper", "encode", "decode"}:
        return value
    return mix((value, *(arguments if method in {"replace", "ljust", "rjust", "center"} else ())), at, method)


def constant(made: object) -> Value:
    """What was computed of constants; what would be too large is a constant that is not told."""
    if isinstance(made, str | bytes) and len(made) > LONGEST:
        return FIXED
    if isinstance(made, str | bytes | int | float | complex | None):
        return Const(made)
    return FIXED
