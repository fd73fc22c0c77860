"""What calls of the `re` module give where the pattern is known: what is left of a text, what its groups may hold."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from lintel.flow.combining import is_plain, leaves, mix
from lintel.flow.definitions import Func
from lintel.flow.frame import Frame
from lintel.flow.guards import checked
from lintel.flow.heap import Body
from lintel.flow.patterns import group_held, groups_of, held_by, left_by
from lintel.flow.values import FIXED, NOTHING, UNKNOWN, At, Cleaned, Const, Lib, Test, Value
from lintel.flow.world import Arguments

_MATCHERS: Final = frozenset({"match", "fullmatch", "search"})
_FINDERS: Final = frozenset({"findall", "finditer"})
_READERS: Final = frozenset({"group", "__getitem__", "groups", "groupdict"})
_MARK: Final = "pattern"
_PLACES: Final = ("re", "re.Pattern()")


def by_pattern(frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value | None:
    """What a call of the `re` module gives; None where the pattern is not known."""
    owner, _, method = callee.name.rpartition(".")
    if callee.name == "re.compile":
        given = arguments.at(0, "pattern")
        return None if type(given) is not Const else Lib("re.Pattern()", at, (), None, 0, given.value)
    if owner == "re.Match()" and method in _READERS:
        return _read(callee, method, arguments, at)
    if owner not in _PLACES or method not in _MATCHERS | _FINDERS | {"sub"}:
        return None
    compiled = owner != "re"
    own: Value | None = Const(callee.arguments) if isinstance(callee.arguments, str) else UNKNOWN
    pattern = own if compiled else arguments.at(0, "pattern")
    if type(pattern) is not Const or not isinstance(pattern.value, str):
        return None
    place = 0 if compiled else 1
    if method == "sub":
        with_, subject = arguments.at(place, "repl"), arguments.at(place + 1, "string")
        return _taken_out(frame, pattern.value, with_, subject, at)
    subject = arguments.at(place, "string")
    if subject is None or is_plain(subject):
        return None
    if method in _MATCHERS:
        return _matched(pattern.value, method, subject, at)
    return _found(frame, pattern.value, subject, at, several=method == "findall")


def _match(pattern: str, subject: Value, at: At) -> Lib:
    return Lib("re.Match()", at, tuple(leaves(mix((subject,), None))), None, 0, (_MARK, pattern))


def _matched(pattern: str, how: str, subject: Value, at: At) -> Value:
    """`re.fullmatch(pattern, text)`: true where the text holds only what the pattern allows, and then a match.

    Where nothing is found anywhere, the text has no sign of those that are looked for.
    """
    dangers = held_by(pattern, how)
    absent = left_by(pattern) if how == "search" else NOTHING
    match = _match(pattern, subject, at)
    return Test(checked(subject, dangers), checked(subject, absent), match) if dangers or absent else match


def _found(frame: Frame, pattern: str, subject: Value, at: At, *, several: bool) -> Value | None:
    """`findall`, `finditer`."""
    if not several:
        return frame.allocate(Body("iterator", None, rest=_match(pattern, subject, at)))
    count = groups_of(pattern)
    if count < 0:
        return None
    if count < 2:
        return frame.allocate(Body("list", None, rest=_group(pattern, count, (subject,), at, "findall")))
    row = tuple(_group(pattern, number, (subject,), at, "findall") for number in range(1, count + 1))
    return frame.allocate(Body("list", None, rest=frame.allocate(Body("tuple", row))))


def _group(pattern: str, group: int | str, values: tuple[Value, ...], at: At, how: str) -> Value:
    made = mix(values, at, how)
    dangers = group_held(pattern, group)
    return Cleaned(made, dangers) if dangers and not is_plain(made) else made


def _read(callee: Lib, method: str, arguments: Arguments, at: At) -> Value | None:
    """A group of a match."""
    pattern = pattern_of(callee.arguments)
    if pattern is None or method in ("groups", "groupdict"):
        return None
    given = [each.value for each in arguments.positional if type(each) is Const]
    if len(given) != len(arguments.positional) or len(given) > 1:
        return None
    return group_of(pattern, given[0] if given else 0, callee.inputs, at)


def pattern_of(arguments: Hashable) -> str | None:
    """The pattern of a match, by what it was made with."""
    if isinstance(arguments, tuple) and len(arguments) == 2 and arguments[0] == _MARK:
        return str(arguments[1])
    return None


def group_of(pattern: str, group: object, inputs: tuple[Value, ...], at: At) -> Value | None:
    """What a group of a match may hold; None where it is not known which group is meant."""
    if not isinstance(group, int | str):
        return None
    return _group(pattern, group, inputs, at, "group")


def _taken_out(frame: Frame, pattern: str, with_: Value | None, subject: Value | None, at: At) -> Value | None:
    """`re.sub(pattern, "", text)`: what is left is free of what the pattern takes out."""
    if type(with_) is Func:
        with_ = frame.call(with_, Arguments([FIXED]), at)
    if subject is None or is_plain(subject) or type(with_) is not Const or not isinstance(with_.value, str):
        return None
    dangers = left_by(pattern)
    if not dangers or (not with_.value.replace("_", "").replace("-", "").isalnum() and with_.value.strip("_-")):
        return None
    return Cleaned(mix((subject,), at, "sub"), dangers)
