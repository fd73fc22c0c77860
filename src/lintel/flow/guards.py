"""What a condition says of a value: which dangers it is free of where the condition holds, and where it does not.

A value that was compared with constants, found in a closed collection, or matched from end to end by a pattern of
harmless characters is clean from there on. Who leaves (`return`, `raise`, `abort`) where the check failed has checked.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache
from typing import Any, Final

from lintel.flow.combining import is_plain
from lintel.flow.values import (
    ALL,
    FALSE,
    NO_CHECKS,
    NOTHING,
    TRUE,
    Checks,
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

OPEN: Final = (Mix, Text, Lib, Hole, Cleaned, Choice, Opaque)
_SAME_LETTERS: Final = frozenset(
    {"lower", "upper", "strip", "lstrip", "rstrip", "casefold", "title", "capitalize", "str"}
)
PATH_STEP: Final = frozenset({"path"})
PREFIX: Final = frozenset({"url", "redirect", "path"})


def keys_of(value: Value) -> list[Hashable]:
    """The keys of all that is checked with a value: its alternatives, and what it was made of letter by letter."""
    found: list[Hashable] = [value.key]
    if type(value) is Choice:
        found += [key for each in value.values if not is_plain(each) for key in keys_of(each)]
    elif type(value) is Mix and value.how in _SAME_LETTERS and len(value.values) == 1:
        found += keys_of(value.values[0])
    elif type(value) is Cleaned:
        found += keys_of(value.value)
    return found


def checked(value: Value, dangers: frozenset[str]) -> dict[Hashable, frozenset[str]]:
    """That a value is no danger of these, by all keys under which it may be met."""
    return dict.fromkeys(keys_of(value), dangers)


def test_of(checks: dict[Hashable, frozenset[str]], *over: Value, negative: bool = False) -> Test:
    """A condition that, where it holds (`negative`: where it does not), checks these."""
    return Test(NO_CHECKS, checks, over) if negative else Test(checks, NO_CHECKS, over)


def negated(value: Value) -> Value:
    """`not value`."""
    truth = truth_of(value)
    if truth is not None:
        return FALSE if truth else TRUE
    if type(value) is Test:
        return Test(value.no, value.yes, value.over)
    return Test(NO_CHECKS, NO_CHECKS, (value,))


def truth_of(value: Value) -> bool | None:
    """Whether a value is true; None where that is open."""
    kind = type(value)
    if kind is Const:
        return bool(value.value)  # type: ignore[attr-defined]
    if kind is Choice:
        truths = {truth_of(each) for each in value.values}  # type: ignore[attr-defined]
        return truths.pop() if len(truths) == 1 else None
    if kind is Text:
        return True if any(type(part) is str and part for part in value.parts) else None  # type: ignore[attr-defined]
    return None


def checks_of(value: Value, *, holds: bool) -> Checks:
    """What is checked where a value is true, or false."""
    if type(value) is Test:
        return value.yes if holds else value.no
    return NO_CHECKS


def compared(operator: str, left: Value, right: Value, elements: Value | None, *, closed: bool) -> Value:
    """The outcome of a comparison. `elements` are what `right` holds, where it is a container, `closed` if only that."""
    folded = _folded(operator, left, right)
    if folded is not None:
        return folded
    positive = operator in {"==", "in", "is"}
    if operator in {"==", "!="} and type(left) is Test and left.yes:  # of a check that gives back what it checked
        return left if positive else Test(left.no, left.yes, left.over)
    if operator in {"is", "is not", "==", "!="} and type(right) is Const and not right.value and type(left) is Test:
        return Test(left.no, left.yes, left.over) if positive else left  # no match, false
    if operator in {"==", "!=", "is", "is not"}:
        for one, other in ((left, right), (right, left)):
            if isinstance(one, OPEN) and is_plain(other):
                return test_of(checked(one, ALL), one, negative=not positive)
        return Test(NO_CHECKS, NO_CHECKS, (left, right))
    if operator in {"in", "not in"}:
        return _containment(left, right, elements, closed=closed, positive=positive)
    return Test(NO_CHECKS, NO_CHECKS, (left, right))


def _folded(operator: str, left: Value, right: Value) -> Value | None:
    if type(left) is not Const or type(right) is not Const:
        return None
    a: Any = left.value
    b: Any = right.value
    try:
        outcome = _OPERATIONS[operator](a, b)
    except TypeError:
        return None
    return TRUE if outcome else FALSE


_OPERATIONS: Final[dict[str, Any]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
    "is": lambda a, b: a is b or (a == b and type(a) is type(b)),
    "is not": lambda a, b: not (a is b or (a == b and type(a) is type(b))),
}


def _containment(left: Value, right: Value, elements: Value | None, *, closed: bool, positive: bool) -> Value:
    if isinstance(left, OPEN):
        if elements is not None:
            if closed and is_plain(elements):
                return test_of(checked(left, ALL), left, negative=not positive)
            if not closed or not is_plain(elements):
                return Test(NO_CHECKS, NO_CHECKS, (left,))
        if type(right) in (Const, Harmless) or (type(right) is Lib and right.source is None and not right.inputs):
            return test_of(checked(left, ALL), left, negative=not positive)
        return Test(NO_CHECKS, NO_CHECKS, (left, right))
    if type(left) is Const and isinstance(right, OPEN) and left.value == "..":
        return test_of(checked(right, PATH_STEP), right, negative=positive)
    return Test(NO_CHECKS, NO_CHECKS, (left, right))


def all_of(values: list[Value]) -> Value:
    """Where an `and` of these holds, all hold; where it does not, nothing is known of one."""
    if len(values) == 1:
        return values[0]
    yes: dict[Hashable, frozenset[str]] = {}
    for value in values:
        for key, dangers in checks_of(value, holds=True).items():
            yes[key] = yes.get(key, NOTHING) | dangers
    return Test(yes, NO_CHECKS, tuple(values))


def any_of(values: list[Value]) -> Value:
    """Where an `or` of these does not hold, none does."""
    if len(values) == 1:
        return values[0]
    no: dict[Hashable, frozenset[str]] = {}
    for value in values:
        for key, dangers in checks_of(value, holds=False).items():
            no[key] = no.get(key, NOTHING) | dangers
    shared: dict[Hashable, frozenset[str]] | None = None
    for value in values:
        yes = checks_of(value, holds=True)
        if shared is None:
            shared = dict(yes)
        else:
            shared = {key: dangers & yes[key] for key, dangers in shared.items() if key in yes and dangers & yes[key]}
    return Test(shared or NO_CHECKS, no, tuple(values))


@lru_cache(maxsize=200)
def left_by(pattern: str) -> frozenset[str]:
    """The dangers of which a text is free from which everything that matches the pattern was taken out."""
    try:
        with _quiet():
            parsed = list(re._parser.parse(pattern))  # type: ignore[attr-defined]
    except (re.error, RecursionError, OverflowError, ValueError):
        return NOTHING
    if len(parsed) == 1 and str(parsed[0][0]) in ("MAX_REPEAT", "MIN_REPEAT"):
        parsed = list(parsed[0][1][2])
    if len(parsed) != 1:
        return NOTHING
    name, argument = str(parsed[0][0]), parsed[0][1]
    taken: set[str] | None = None
    if name == "IN" and str(argument[0][0]) == "NEGATE":
        kept = _members(argument[1:])
        taken = None if kept is None else set(map(chr, range(256))) - kept
    elif name == "NOT_LITERAL":
        taken = set(map(chr, range(256))) - {chr(argument)}
    elif name == "IN":
        taken = _members(argument)
    if taken is None:
        return NOTHING
    return frozenset(danger for danger, hurts in _HURTS.items() if hurts <= taken)


# What a character set that a value is held to leaves of each danger: harmless where none of these can stand in it.
_HURTS: Final = {
    "sql": set("'\"`\\;() =%,\n\t\0/*"),
    "sql-fragment": set("'\"`\\;() =%,\n\t\0/*"),
    "command": set("'\"`\\;|&$<>(){}*?~#! \n\t\0"),
    "code": set("'\"()[].=+ \n"),
    "url": set(":/@?#\\ \n"),
    "redirect": set(":/\\\n"),
    "path": set("/\\\0"),
    "html": set("<>&\"'"),
    "deserialise": set(map(chr, range(128))),
}


@lru_cache(maxsize=500)
def held_by(pattern: str, how: str) -> frozenset[str]:
    """The dangers of which a text is free that the pattern matches by `fullmatch`, `match` or `search`."""
    try:
        with _quiet():
            parsed = re._parser.parse(pattern)  # type: ignore[attr-defined]
    except (re.error, RecursionError, OverflowError, ValueError):
        return NOTHING
    items = list(parsed)
    ends = ("AT_END", "AT_END_STRING")
    if how != "fullmatch" and not (items and str(items[-1][0]) == "AT" and str(items[-1][1]) in ends):
        return NOTHING
    starts = ("AT_BEGINNING", "AT_BEGINNING_STRING")
    if how == "search" and not (str(items[0][0]) == "AT" and str(items[0][1]) in starts):
        return NOTHING
    allowed = _characters(parsed)
    if allowed is None:
        return NOTHING
    return frozenset(danger for danger, hurts in _HURTS.items() if not allowed & hurts)


def _quiet() -> Any:
    import warnings

    return warnings.catch_warnings(action="ignore")


_WORD: Final = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_CATEGORIES: Final = {"CATEGORY_DIGIT": set("0123456789"), "CATEGORY_WORD": _WORD, "CATEGORY_SPACE": set(" \t\n\r\f\v")}


def _characters(parsed: Any) -> set[str] | None:
    """The ASCII characters that may stand in a match; None where any may."""
    found: set[str] = set()
    for operator, argument in parsed:
        name = str(operator)
        if name == "LITERAL":
            found.add(chr(argument))
        elif name == "IN":
            inner = _members(argument)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            inner = _characters(argument[2])
        elif name == "SUBPATTERN":
            inner = _characters(argument[-1])
        elif name == "ATOMIC_GROUP":
            inner = _characters(argument)
        elif name == "BRANCH":
            several = [_characters(each) for each in argument[1]]
            inner = None if None in several else set().union(*several)  # type: ignore[arg-type]
        elif name in ("AT", "ASSERT", "ASSERT_NOT", "GROUPREF"):
            continue
        else:
            return None
        if name != "LITERAL":
            if inner is None:
                return None
            found |= inner
    return found


def _members(members: Any) -> set[str] | None:
    found: set[str] = set()
    for operator, argument in members:
        name = str(operator)
        if name == "LITERAL":
            found.add(chr(argument))
        elif name == "RANGE":
            found.update(map(chr, range(argument[0], min(argument[1], 255) + 1)))
        elif name == "CATEGORY" and str(argument) in _CATEGORIES:
            found |= _CATEGORIES[str(argument)]
        else:
            return None
    return found
