"""Texts: how constants and values are put together, and what the operators and methods of texts make of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from lintel.flow.combining import choice, mix
from lintel.flow.partial import PATH_ROOT
from lintel.flow.values import (
    FIXED,
    NO_VALUE,
    NUMBER,
    At,
    Choice,
    Cleaned,
    Const,
    Harmless,
    Hole,
    Lib,
    Mix,
    Opaque,
    Test,
    Text,
    Value,
)

LONGEST: Final = 4_000  # characters of a constant that is worth to be known
MOST_PARTS: Final = 48


def text(parts: Iterable[str | Value], at: At | None) -> Value:
    """The text that these parts make, in order; a constant where all are."""
    found: list[str | Value] = []
    for part in parts:
        if type(part) is Test and part.held is not None:
            part = part.held  # noqa: PLW2901 - what a match, or a check that is not seen, has given
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
    if len(found) == 1 and isinstance(found[0], _WORTH_A_TEXT):
        return found[0]
    if len(found) > MOST_PARTS:
        return mix((part for part in found if not isinstance(part, str)), at, "text")
    return Text(tuple(found), at)


_WORTH_A_TEXT: Final = (Lib, Mix, Hole, Opaque, Cleaned, Choice)


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
    return type(value) is Text or (type(value) is Const and isinstance(value.value, str | bytes))


Named = Callable[[str], Value | None]


def interpolated(template: Value, values: Sequence[Value] | None, named: Named | None, at: At | None) -> Value | None:
    """`template % ...`: `values` in order, or `named`, a function from a key to its value."""
    parts = parts_of(template)
    if parts is None:
        return None
    found: list[str | Value] = []
    waiting = list(values) if values is not None else []
    for part in parts:
        if not isinstance(part, str):
            found.append(part)
        elif not _percent(part, found, waiting, named):
            return mix((template, *(values or ())), at, "%")
    return text(found, at)


_CONVERSION: Final = re.compile(r"%(?:\(([^)]*)\))?[-+ #0-9.*hlL]*([diouxXeEfFgGcrsa%])")


def _percent(piece: str, found: list[str | Value], waiting: list[Value], named: Named | None) -> bool:
    """Fill the conversions of a constant piece; false where one cannot be told or has no value."""
    index = 0
    while (here := piece.find("%", index)) >= 0:
        found.append(piece[index:here])
        conversion = _CONVERSION.match(piece, here)
        if conversion is None:
            return False
        index = conversion.end()
        key, kind = conversion.groups()
        if kind == "%":
            found.append("%")
            continue
        value = _argument(key, waiting, named)
        if value is None:
            return False
        if kind in "ra":
            value = literal(value)
        found.append(NUMBER if kind in "diouxXeEfFgG" and type(value) is not Const else value)
    found.append(piece[index:])
    return True


def literal(value: Value) -> Value:
    """`repr()` of a text: a literal of the language, whatever the text says."""
    if type(value) is Const:
        return Const(repr(value.value)) if isinstance(value.value, str) else value
    if type(value) is Choice:
        return choice(map(literal, value.values))
    made = mix((value,), None, "repr")
    return Cleaned(made, frozenset({"code"})) if type(made) is Mix and type(value) in _LITERAL else made


_LITERAL: Final = frozenset({Text, Mix, Lib, Cleaned})


def _argument(key: str | None, waiting: list[Value], named: Named | None) -> Value | None:
    if key is not None:
        return None if named is None else named(key)
    return waiting.pop(0) if waiting else None


Reach = Callable[[Value, str], Value | None]


def formatted(
    template: Value, positional: Sequence[Value], keyword: Named, at: At | None, reach: Reach = lambda *_: None
) -> Value | None:
    """`template.format(...)`; None where the template is no text that is known. `reach` reads `.a` of a value."""
    if type(template) is not Const or not isinstance(template.value, str):
        return None
    piece = template.value
    found: list[str | Value] = []
    following = iter(positional)
    index = 0
    while index < len(piece):
        sign = piece[index]
        if sign not in "{}":
            end = min(place for place in (piece.find("{", index), piece.find("}", index), len(piece)) if place >= 0)
            found.append(piece[index:end])
            index = end
        elif piece[index + 1 : index + 2] == sign:
            found.append(sign)
            index += 2
        else:
            end = piece.find("}", index)
            field = "" if sign == "}" or end < 0 else piece[index + 1 : end]
            value = _chosen(_head(field), positional, following, keyword) if sign == "{" and end >= 0 else None
            if value is None:
                return None
            found.append(_shown(field, value, reach, at))
            index = end + 1
    return text(found, at)


def _head(field: str) -> str:
    """The name or number that a field begins with."""
    return _reached(field).replace("[", ".", 1).split(".", 1)[0]


def _reached(field: str) -> str:
    """A field without what says how it is shown."""
    return field.split(":", 1)[0].split("!", 1)[0]


def _chosen(head: str, positional: Sequence[Value], following: Iterator[Value], keyword: Named) -> Value | None:
    """What stands in place of a field: the next argument, one by its number, or by its name."""
    if not head:
        return next(following, None)
    if head.isdigit():
        return positional[int(head)] if int(head) < len(positional) else None
    return keyword(head)


def _shown(field: str, value: Value, reach: Reach, at: At | None) -> Value:
    """What a field shows of the value that it begins with."""
    name = _reached(field)
    steps = name[len(_head(field)) :]
    if steps:
        value = reach(value, steps) or mix((value,), at, "format")
    if field[len(name) :].startswith(("!r", "!a")):
        value = literal(value)
    numeric = ":" in field and field[len(name) :].rstrip().endswith(("d", "f", "x", "e", "g", "n"))
    return NUMBER if numeric and type(value) is not Const else value


def parts_of(template: Value) -> tuple[str | Value, ...] | None:
    """The parts of a text, constants and values; None of anything else."""
    if type(template) is Const and isinstance(template.value, str):
        return (template.value,)
    return template.parts if type(template) is Text else None


def joined_by(separator: Value, items: Sequence[Value], at: At | None) -> Value:
    """`separator.join(items)`."""
    found: list[str | Value] = []
    for index, item in enumerate(items):
        if index:
            found.append(separator)
        found.append(item)
    return text(found, at)


def joined_by_some(separator: Value, head: Sequence[Value], element: Value, at: At | None) -> Value:
    """`separator.join(items)` of items that are not known one by one: two stand for all, or one more than the first."""
    if element is NO_VALUE:
        return Const("")
    if head:
        return choice((joined_by(separator, head, at), joined_by(separator, (*head, element), at)))
    if type(separator) is Const and type(element) is Const and isinstance(element.value, str):
        return choice((element, text((element, separator, element), at)))
    return choice((text((element,), at), text((element, separator, element), at)))


_CASES: Final = {"lower": str.lower, "upper": str.upper}
_ODD: Final = (ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError)
"""What a built-in method says to odd constants."""


QUOTED: Final = frozenset({"sql", "sql-fragment"})


def _doubles_quotes(arguments: Sequence[Value]) -> bool:
    """Whether `replace` is given a quote and twice that quote: how SQL writes a quote inside of quotes."""
    pair = [each.value for each in arguments if type(each) is Const]
    return len(pair) == 2 and pair[0] in ("'", '"', "`", "]") and pair[1] == pair[0] * 2


def case_changed(value: Value, method: str, arguments: Sequence[Value], at: At | None) -> Value:
    """A method of texts that keeps what a text says (`strip`, `lower`, `replace`, ...)."""
    constants = [each.value for each in arguments if type(each) is Const]
    if type(value) is Const and len(constants) == len(arguments):
        try:
            made = getattr(value.value, method)(*constants)
        except _ODD:
            return FIXED
        return constant(made)
    if type(value) is Choice:
        return choice(case_changed(each, method, arguments, at) for each in value.values)
    if type(value) is Text and method in {"strip", "lstrip", "rstrip", "lower", "upper", "encode", "decode"}:
        change = _CASES.get(method)
        parts = [change(part) if change is not None and isinstance(part, str) else part for part in value.parts]
        return text(parts, at)
    if type(value) is Harmless:
        return value
    if method == "replace" and _doubles_quotes(arguments):
        return Cleaned(mix((value,), at, method), QUOTED)
    if type(value) is Cleaned and method in {"strip", "lower", "upper", "encode", "decode"}:
        return value
    made = mix((value, *(arguments if method in {"replace", "ljust", "rjust", "center"} else ())), at, method)
    if method in {"lstrip", "strip"} and type(made) is Mix and any("/" in str(each) for each in constants):
        return Cleaned(made, frozenset({PATH_ROOT}))
    return made


def constant(made: object) -> Value:
    """What was computed of constants; what would be too large is a constant that is not told."""
    if isinstance(made, str | bytes) and len(made) > LONGEST:
        return FIXED
    if isinstance(made, str | bytes | int | float | complex | None):
        return Const(made)
    return FIXED
