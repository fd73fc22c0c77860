"""Which resources the paths of endpoints speak of: the same for a router, a view class and a module of handlers.

A resource is the first word of a path behind what all of them share: `/shop/orders/{key}/lines` is about orders where
others are about `/shop/carts`. Where many paths end with the shared part, that part is the resource, and what comes
behind it is an action or a part of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from lintel.facts.definitions import Function
from lintel.program.cohesion import Part
from lintel.program.words import singular, subject, words

_VERSIONS = re.compile(r"api|rest|v\d+(?:\.\d+)?|\d+(?:\.\d+)*|json|ajax|internal", re.IGNORECASE)
_PARAMETER = re.compile(r"[{<(:*\[]|\\")
_SHARED = 0.8
_FEW = 8
_BASE = 0.2


def resources(endpoints: Sequence[tuple[Function, str]]) -> tuple[Part, ...]:
    """The groups of endpoints by the resource of their routes, the largest first; those without one are left out."""
    heads = [(function, head) for function, route in endpoints if (head := _head(route))]
    heads = _behind_shared(heads)
    groups: dict[str, list[Function]] = defaultdict(list)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for function, head in heads:
        spoken = "_".join(subject(head[0])) or head[0]
        word = singular(spoken)
        groups[word].append(function)
        spellings[word][head[0] if spoken in head[0] and len(words(head[0])) == 1 else spoken] += 1
    parts = [
        Part(
            spellings[label].most_common(1)[0][0],
            tuple(each.short for each in group),
            tuple(each.ordinal for each in group),
            sum(each.statements for each in group),
        )
        for label, group in groups.items()
    ]
    return tuple(sorted(parts, key=lambda part: (-len(part.functions), part.label)))


def shared_segment(routes: Sequence[str]) -> str:
    """The first word that nearly all routes share, or '' (also where few have a route)."""
    heads = [head for route in routes if (head := _head(route))]
    if len(heads) < _FEW:
        return ""
    word, count = Counter(head[0] for head in heads).most_common(1)[0]
    return word if count >= _SHARED * len(heads) else ""


def _head(route: str) -> tuple[str, ...]:
    """The words of a route up to its first parameter, past versions and parameters that all begin with."""
    found: list[str] = []
    for segment in route.strip("/^$").split("/"):
        word = segment.strip("^$?")
        if not word or _PARAMETER.search(word):
            if found:
                break
        elif found or not _VERSIONS.fullmatch(word):
            found.append(word.lower())
    return tuple(found)


def _behind_shared(heads: list[tuple[Function, tuple[str, ...]]]) -> list[tuple[Function, tuple[str, ...]]]:
    """The heads without the words that nearly all share, unless many end there."""
    while heads:
        word, count = Counter(head[0] for _, head in heads).most_common(1)[0]
        longer = sum(head[0] == word and len(head) > 1 for _, head in heads)
        ending = count - longer
        if count < _SHARED * len(heads) or not longer:
            break
        if ending >= max(2, _BASE * count):
            return [(function, (word,) if head[0] == word else head) for function, head in heads]
        heads = [(function, head[1:] if head[0] == word and len(head) > 1 else head) for function, head in heads]
    return heads
