"""What regular expressions leave of a text, or hold it to: which dangers are gone where certain characters are."""

from __future__ import annotations

import importlib
import re
import warnings
from functools import lru_cache
from typing import Any, Final

from lintel.flow.partial import REDIRECT_HOST, REDIRECT_ROOT, settles_host
from lintel.flow.values import NOTHING


@lru_cache(maxsize=200)
def left_by(pattern: str) -> frozenset[str]:
    """The dangers of which a text is free from which everything that matches the pattern was taken out."""
    parsed = _parsed(pattern)
    if parsed is None:
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


_BEGINNINGS: Final = ("AT_BEGINNING", "AT_BEGINNING_STRING")
_ENDS: Final = ("AT_END", "AT_END_STRING")
_MOST_WAYS: Final = 32  # in which a pattern may begin


@lru_cache(maxsize=500)
def held_by(pattern: str, how: str) -> frozenset[str]:
    """The dangers of which a text is free that the pattern matches by `fullmatch`, `match` or `search`."""
    parsed = _parse(pattern)
    if parsed is None:
        return NOTHING
    items = list(parsed)
    anchored = how != "search" or (_is_at(items[:1], _BEGINNINGS) and not parsed.state.flags & re.MULTILINE)
    openings = _openings(items) if anchored else [""]
    host = frozenset({"url", "redirect"}) if all(map(settles_host, openings)) else NOTHING
    return _held_whole(items, how) | _begun(items, how) | host


def _is_at(items: list[Any], places: tuple[str, ...]) -> bool:
    return bool(items) and str(items[0][0]) == "AT" and str(items[0][1]) in places


def _openings(items: list[Any]) -> list[str]:
    """The constant texts with which a match may begin; the empty one where it may begin with anything."""
    return [text for text, _ in _spelled(items)]


def _spelled(items: Any) -> list[tuple[str, bool]]:
    """What a piece of a pattern spells out, and whether that is all of the piece; each way that it may be."""
    ways = [("", True)]
    for operator, argument in items:
        following = _ways(str(operator), argument)
        ways = [(text + more, whole) if going else (text, False) for text, going in ways for more, whole in following]
        if len(ways) > _MOST_WAYS:
            return [("", False)]
    return ways


def _ways(operator: str, argument: Any) -> list[tuple[str, bool]]:
    if operator == "LITERAL":
        return [(chr(argument), True)]
    if operator == "AT":
        return [("", True)]
    if operator in _REPEATS and argument[:2] == (0, 1):
        return [("", True), *_spelled(argument[2])]
    if operator == "SUBPATTERN":
        return _spelled(argument[-1])
    if operator == "BRANCH":
        return [way for each in argument[1] for way in _spelled(each)]
    return [("", False)]


def _begun(items: list[Any], how: str) -> frozenset[str]:
    """What the beginning of a pattern says of a text: that it begins with a slash, and with no second one."""
    anchored = bool(items) and str(items[0][0]) == "AT"
    first, *others = (items[1:] if anchored else items) or [("", 0)]
    if str(first[0]) != "LITERAL" or first[1] != ord("/") or (how == "search" and not anchored):
        return NOTHING
    second: Any = others[0] if others else ("AT", None)
    allowed = _characters([second])
    may_be_nothing = str(second[0]) in _REPEATS and second[1][0] == 0
    if allowed is None or not allowed or allowed & {"/", "\\"} or may_be_nothing:
        return frozenset({REDIRECT_ROOT})
    return frozenset({REDIRECT_ROOT, REDIRECT_HOST})


def _held_whole(items: list[Any], how: str) -> frozenset[str]:
    """The dangers of which a text is free that consists of nothing but a match."""
    if how != "fullmatch" and not _is_at(items[-1:], _ENDS):
        return NOTHING
    if how == "search" and not _is_at(items, _BEGINNINGS):
        return NOTHING
    return _free(items)


@lru_cache(maxsize=500)
def group_held(pattern: str, group: int | str) -> frozenset[str]:
    """The dangers of which a group of any match of the pattern is free."""
    found = _group(pattern, group)
    return NOTHING if found is None else _free(found)


@lru_cache(maxsize=500)
def groups_of(pattern: str) -> int:
    """How many groups a pattern has; -1 where it is none."""
    parsed = _parse(pattern)
    return -1 if parsed is None else int(parsed.state.groups) - 1


def _group(pattern: str, group: int | str) -> Any:
    """What stands in a group of a pattern; None where there is no such group."""
    parsed = _parse(pattern)
    if parsed is None:
        return None
    number = parsed.state.groupdict.get(group) if isinstance(group, str) else group
    return parsed if number == 0 else _inside(parsed, number)


def _inside(parsed: Any, number: int | None) -> Any:
    for operator, argument in parsed:
        name = str(operator)
        within: list[Any] = []
        if name == "SUBPATTERN":
            if argument[0] == number:
                return argument[-1]
            within = [argument[-1]]
        elif name in _REPEATS:
            within = [argument[2]]
        elif name == "ATOMIC_GROUP":
            within = [argument]
        elif name == "BRANCH":
            within = argument[1]
        for each in within:
            found = _inside(each, number)
            if found is not None:
                return found
    return None


def _free(parsed: Any) -> frozenset[str]:
    """The dangers of which everything is free that a piece of a pattern matches."""
    allowed = _characters(parsed)
    return NOTHING if allowed is None else held_to(allowed)


def held_to(allowed: set[str]) -> frozenset[str]:
    """The dangers of which a text is free that has no other characters."""
    free = {danger for danger, hurts in _HURTS.items() if not allowed & hurts}
    return frozenset(free if allowed & _WORD - _DIGITS else {*free, "code"})  # who can name nothing calls nothing


def _parsed(pattern: str) -> list[Any] | None:
    """The pattern as operators and arguments; None where it is none."""
    parsed = _parse(pattern)
    return None if parsed is None else list(parsed)


def _parse(pattern: str) -> Any:
    parser: Any = importlib.import_module("re._parser")  # what `re` itself reads patterns with
    try:
        with warnings.catch_warnings(action="ignore"):
            return parser.parse(pattern)
    except (re.error, RecursionError, OverflowError, ValueError):
        return None


_DIGITS: Final = set("0123456789")
_WORD: Final = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_CATEGORIES: Final = {"CATEGORY_DIGIT": set("0123456789"), "CATEGORY_WORD": _WORD, "CATEGORY_SPACE": set(" \t\n\r\f\v")}


_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_TAKE_NOTHING: Final = frozenset({"AT", "ASSERT", "ASSERT_NOT", "FAILURE", "GROUPREF"})


def _characters(parsed: Any) -> set[str] | None:
    """The ASCII characters that may stand in a match; None where any may."""
    found: set[str] = set()
    for operator, argument in parsed:
        allowed = _allowed_by(str(operator), argument)
        if allowed is None:
            return None
        found |= allowed
    return found


def _allowed_by(operator: str, argument: Any) -> set[str] | None:
    if operator == "LITERAL":
        return {chr(argument)}
    if operator == "IN":
        return _members(argument)
    if operator in _REPEATS:
        return _characters(argument[2])
    if operator == "SUBPATTERN":
        return _characters(argument[-1])
    if operator == "ATOMIC_GROUP":
        return _characters(argument)
    if operator == "BRANCH":
        several = [found for found in map(_characters, argument[1]) if found is not None]
        return set[str]().union(*several) if len(several) == len(argument[1]) else None
    return set() if operator in _TAKE_NOTHING else None


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
