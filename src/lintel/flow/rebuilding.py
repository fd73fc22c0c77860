"""Values made anew with their parts changed: holes filled, objects carried over, what has been checked left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from lintel.flow.combining import MOST_WAY, choice, is_plain, leaves, mix
from lintel.flow.definitions import Bound, Class, Func, Partial
from lintel.flow.texts import text
from lintel.flow.values import FIXED, UNKNOWN, Checks, Choice, Cleaned, Const, Fresh, Lib, Mix, Opaque, Text, Value

Change = Callable[[Value], Value | None]
Seen = dict[int, Value]


def rebuilt(value: Value, change: Change, seen: Seen) -> Value:
    """A value with its open parts changed: `change` gives the new part, or None to look inside."""
    if not value.open:
        return value
    known = seen.get(id(value))
    if known is not None:
        return known
    seen[id(value)] = UNKNOWN  # an object that holds itself ends here
    made = change(value)
    if made is None:
        inside = _INSIDE.get(type(value))
        made = value if inside is None else inside(value, change, seen)
    seen[id(value)] = made
    return made


def _fresh(value: Fresh, change: Change, seen: Seen) -> Value:
    return Fresh(value.body.mapped(lambda part: rebuilt(part, change, seen)), value.oid)


def _choice(value: Choice, change: Change, seen: Seen) -> Value:
    return choice([rebuilt(each, change, seen) if each.open else each for each in value.values])


def _function(value: Func, change: Change, seen: Seen) -> Value:
    if not value.captures:
        return value
    captures = {slot: rebuilt(each, change, seen) for slot, each in value.captures.items()}
    return Func(value.path, value.index, value.defaults, value.env, captures)


def _partial(value: Partial, change: Change, seen: Seen) -> Value:
    words = {name: rebuilt(each, change, seen) for name, each in value.keywords.items()}
    positional = tuple(rebuilt(each, change, seen) for each in value.positional)
    return Partial(rebuilt(value.function, change, seen), positional, words)


def _bound(value: Bound, change: Change, seen: Seen) -> Value:
    function = None if value.function is None else rebuilt(value.function, change, seen)
    return Bound(rebuilt(value.receiver, change, seen), function, value.name)


def _cleaned(value: Cleaned, change: Change, seen: Seen) -> Value:
    inner = rebuilt(value.value, change, seen)
    return inner if is_plain(inner) else Cleaned(inner, value.dangers)


def _library(value: Lib, change: Change, seen: Seen) -> Value:
    if not value.inputs:
        return value
    inputs = tuple([rebuilt(each, change, seen) if each.open else each for each in value.inputs])
    if value.source is None:
        inputs = leaves(mix(inputs, None))
    return Lib(value.name, value.at, inputs, value.source, value.oid, value.arguments)


def _text(value: Text, change: Change, seen: Seen) -> Value:
    return text([part if isinstance(part, str) else rebuilt(part, change, seen) for part in value.parts], value.at)


def _mix(value: Mix, change: Change, seen: Seen) -> Value:
    made = mix([rebuilt(each, change, seen) if each.open else each for each in value.values], None, value.how)
    if type(made) is Mix:
        made.at = value.at
        made.way = (*made.way, *value.way)[-MOST_WAY:]
        made.base = None if value.base is None else rebuilt(value.base, change, seen)
    return made


_INSIDE: Final[dict[type[Value], Callable[[Any, Change, Seen], Value]]] = {
    Fresh: _fresh,
    Choice: _choice,
    Func: _function,
    Partial: _partial,
    Bound: _bound,
    Cleaned: _cleaned,
    Lib: _library,
    Text: _text,
    Mix: _mix,
}


def is_written(value: Value) -> bool:
    """Whether a value is, or may be, a text put together of others."""
    return type(value) is Text or (type(value) is Choice and any(type(each) is Text for each in value.values))


def cleaned_by(value: Value, checked: Checks) -> Value:
    """A value with what has been checked of its parts."""
    return _cleaned_by(value, checked, {})


def _cleaned_by(value: Value, checked: Checks, seen: dict[int, Value]) -> Value:
    """The same; `seen` are the parts that were looked at before, for a text may hold one many times over."""
    if type(value) in _UNCHECKED:
        return value
    known = seen.get(id(value))
    if known is None:
        dangers = checked.get(value.key)
        if dangers:
            known = FIXED if "all" in dangers else Cleaned(value, dangers)
        else:
            known = _with_clean_parts(value, lambda part: _cleaned_by(part, checked, seen))
        seen[id(value)] = known
    return known


def _with_clean_parts(value: Value, change: Callable[[Value], Value]) -> Value:
    if type(value) is Text:
        parts = tuple(part if isinstance(part, str) else change(part) for part in value.parts)
        return value if _same(parts, value.parts) else Text(parts, value.at)
    inner = value.made_of()
    several = tuple(map(change, inner))
    if _same(several, inner):
        return value
    if type(value) is Choice:
        return choice(several)
    if type(value) is Mix:
        made = mix(several, None, value.how)
        if type(made) is Mix:
            made.at, made.way, made.base = value.at, value.way, value.base
        return made
    if type(value) is Cleaned:
        return several[0] if is_plain(several[0]) else Cleaned(several[0], value.dangers)
    if type(value) is Lib and value.source is None:
        inputs = tuple(each for each in several if not is_plain(each))
        return Lib(value.name, value.at, inputs, None, value.oid, value.arguments, value.owner)
    return value


def _same(first: Sequence[object], second: Sequence[object]) -> bool:
    return len(first) == len(second) and all(a is b for a, b in zip(first, second, strict=True))


_UNCHECKED: Final = frozenset({Const, Class, Func, Opaque, Partial, Fresh})
