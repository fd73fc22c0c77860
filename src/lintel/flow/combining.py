"""How several values become one: either of two, one of many, something made of all; and what a value was made of.

Values would grow without end in loops and in chains of calls: here they are kept small. A mixture knows its leaves
only, a choice a few alternatives, and what grew too large is told by its leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice, takewhile
from typing import Final

from lintel.flow.definitions import Bound, Class, Func, Module, Partial
from lintel.flow.values import (
    FIXED,
    NO_VALUE,
    NOTHING,
    At,
    Choice,
    Cleaned,
    Const,
    Fresh,
    Harmless,
    Hole,
    Lib,
    Mix,
    Opaque,
    Ref,
    Test,
    Text,
    Value,
)

MOST_CHOICES: Final = 8
MOST_LEAVES: Final = 8
MOST_CALLABLES: Final = 32  # that a call looks into; a choice holds one more, so that it can be told
MOST_LOOKED_AT: Final = 40  # leaves, before the most telling ones are chosen
MOST_WAY: Final = 8  # places that a mixture remembers
MOST_NODES: Final = 40  # of a value that is handed to other functions
MOST_CARRIED: Final = 200  # of what a function puts into an object of its caller


def join(first: Value | None, second: Value | None) -> Value | None:
    """A value that is one of two; a variable that one side does not bind is what the other side says."""
    if first is second or second is None or second is NO_VALUE:
        return first
    if first is None or first is NO_VALUE:
        return second
    kind = type(first)
    if type(first) is Choice and _is_among(second, first.values):
        return first
    if kind is type(second):
        if kind is Harmless:
            return FIXED
        if kind is not Text and kind is not Mix and kind is not Choice and first.key == second.key:
            return first
    return choice((first, second))


def _is_among(value: Value, values: tuple[Value, ...]) -> bool:
    """Whether a value, or each of its alternatives, is one of these."""
    if type(value) is Choice:
        return all(any(each is other for other in values) for each in value.values)
    return any(value is other for other in values)


def choice(values: Iterable[Value]) -> Value:
    """One of these values, without what is said twice; many constants are one that is not told."""
    found: dict[Hashable, Value] = {}
    for value in values:
        for each in value.values if type(value) is Choice else (value,):
            if each is not NO_VALUE:
                found.setdefault(each.key, each)
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        return NO_VALUE
    if len(found) > MOST_CHOICES:
        found = _fewer(found)
        if len(found) == 1:
            return next(iter(found.values()))
    return Choice(tuple(found.values()))


def _fewer(found: dict[Hashable, Value]) -> dict[Hashable, Value]:
    """Constants first become one; then what remains is mixed. What can be called is told apart for longer."""
    callables = {key: value for key, value in found.items() if type(value) in _CALLABLE}
    fewer = {key: value for key, value in found.items() if type(value) not in _CALLABLE_OR_CONSTANT}
    if len(fewer) + len(callables) < len(found):
        fewer[FIXED] = FIXED
    if len(fewer) > MOST_CHOICES:
        mixed = _alike([each for each in fewer.values() if each is not FIXED])
        fewer = {mixed.key: mixed}
    return {**dict(islice(callables.items(), MOST_CALLABLES + 1)), **fewer}


def _alike(values: list[Value]) -> Value:
    """One of many values: of texts that begin alike it is kept how they do, for the beginning decides most."""
    texts = [each for each in values if type(each) is Text]
    begun = _beginning(texts) if len(texts) == len(values) else []
    if not any(isinstance(each, str) for each in begun):
        return mix(values, None, "one of many")
    ends = [part for each in texts for part in each.parts[len(begun) :] if not isinstance(part, str)]
    return Text((*begun, mix(ends, None, "one of many")), texts[0].at)


def _beginning(texts: list[Text]) -> list[str | Value]:
    """What all these texts begin with."""
    shared: list[str | Value] = []
    for several in zip(*(each.parts for each in texts), strict=False):
        words = [each for each in several if isinstance(each, str)]
        if len(words) == len(several):
            pairs = takewhile(lambda pair: pair[0] == pair[1], zip(min(words), max(words), strict=False))
            word = "".join(sign for sign, _ in pairs)  # what the first and the last in order begin with, all do
            shared += [word] if word else []
            if any(each != word for each in words):
                break
        elif words or len({_identity(each) for each in several}) > 1:
            break
        else:
            shared.append(several[0])
    return shared


def _identity(value: Value) -> Hashable:
    return (value.dangers, _identity(value.value)) if type(value) is Cleaned else value.key


def mix(values: Iterable[Value], at: At | None, how: str = "") -> Value:
    """Something made of these values: of their leaves, so that mixtures do not grow; of harmless ones, harmless."""
    found: dict[Hashable, Value] = {}
    way: tuple[tuple[At, str], ...] = ()
    for value in values:
        kind = type(value)
        if kind in _PLAIN:
            continue
        if type(value) is Mix:
            if not way:
                way = value.way
            for leaf in value.values:
                if type(leaf) is Cleaned and type(leaf.value) in _COMPOSED:  # what was checked at each step counts
                    found.update((inner.key, inner) for inner in leaves(leaf))
                else:
                    found.setdefault(leaf.key, leaf)
        elif kind is Hole or kind is Opaque:
            found.setdefault(value.key, value)
        else:
            for leaf in leaves(value):
                found.setdefault(leaf.key, leaf)
    if not found:
        return FIXED
    if len(found) > MOST_LEAVES:
        found = _most_telling(found)
    if at is not None:
        way = (*way, (at, how))[-MOST_WAY:]
    made = Mix(tuple(found.values()), at, how, way=way)
    made.told = made.values
    return made


def leaves(value: Value) -> tuple[Value, ...]:
    """What a value was made of in the end, as far as somebody outside may have a part in it; worked out once."""
    kind = type(value)
    if kind in _PLAIN:
        return ()
    if kind is Hole or kind is Opaque or (type(value) is Lib and value.source is not None):
        return (value,)
    if kind in _REMEMBERING:
        told: tuple[Value, ...] | None = value.told  # type: ignore[attr-defined]
        if told is None:
            told = value.told = _leaves(value)  # type: ignore[attr-defined]
        return told
    return _leaves(value)


def _leaves(value: Value) -> tuple[Value, ...]:
    found: dict[Hashable, Value] = {}
    seen: set[int] = set()
    waiting: list[tuple[Value, frozenset[str]]] = [(value, NOTHING)]
    while waiting and len(found) < MOST_LOOKED_AT:
        here, clean = waiting.pop()
        kind = type(here)
        if kind in _PLAIN:
            continue
        if kind is Hole or kind is Opaque:
            found.setdefault((here.key, clean), Cleaned(here, clean) if clean else here)
            continue
        if type(here) is Cleaned:
            waiting.append((here.value, clean | here.dangers))
            continue
        sent = type(here) is Lib and here.source is not None
        if sent or not (inner := here.made_of()):
            if sent or kind is not Lib:  # else a library's own value
                found.setdefault((here.key, clean), Cleaned(here, clean) if clean else here)
            continue
        if id(here) in seen and not clean:
            continue
        seen.add(id(here))
        told: tuple[Value, ...] | None = here.told if kind in _REMEMBERING else None  # type: ignore[attr-defined]
        waiting.extend((part, clean) for part in reversed(inner if told is None else told))
    if len(found) > MOST_LEAVES:
        found = _most_telling(found)
    return tuple(found.values())


def _most_telling(found: dict[Hashable, Value]) -> dict[Hashable, Value]:
    """As many leaves as are kept: what a client sent first, then what callers know, then the rest, each as it came."""
    kept = sorted(found.items(), key=lambda item: _rank(item[1]))
    return dict(kept[:MOST_LEAVES])


def _rank(leaf: Value) -> int:
    while type(leaf) is Cleaned:
        leaf = leaf.value
    if type(leaf) is Lib and leaf.source is not None:
        return 0
    return 1 if type(leaf) is Hole else 2


def bounded(value: Value, most: int = MOST_NODES) -> Value:
    """A value that may be handed to other functions: one that grew too large is told by its leaves."""
    if type(value) in _SMALL:
        return value
    if any(count >= most for count, _ in enumerate(walk(value))):
        return mix((value,), None, "much")
    return value


def is_plain(value: Value) -> bool:
    """Whether nobody outside has a part in the value, as far as one look tells."""
    if type(value) is Choice:
        return all(map(is_plain, value.values))
    return type(value) in _PLAIN


_SMALL: Final = frozenset({Const, Harmless, Opaque, Hole, Ref, Mix, Class, Func, Module})
_REMEMBERING: Final = frozenset({Text, Lib, Choice, Mix, Cleaned, Fresh})  # values that remember their leaves
_CALLABLE: Final = frozenset({Func, Class, Bound, Partial})
_CALLABLE_OR_CONSTANT: Final = _CALLABLE | {Const, Harmless}
_COMPOSED: Final = frozenset({Mix, Text, Choice, Cleaned})
_PLAIN: Final = frozenset({Const, Harmless, Test, Func, Class, Module})


def walk(value: Value, known: Callable[[Value], bool] | None = None) -> Iterator[Value]:
    """A value and all that it was made of, each once, outer ones first; below those that are `known` nothing."""
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        yield here
        if known is None or not known(here):
            waiting.extend(reversed(here.made_of()))
