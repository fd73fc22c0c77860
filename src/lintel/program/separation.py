"""How many separate things the functions of a unit serve, by how they are used and what they use.

Names alone do not say whether a large unit is one thing. Three measures do together: how many ways lead into it
(functions that no other of its functions uses: each is called for its own sake), how much work lies behind them, and
over how many subjects their names spread. The groups it would split into are communities of the graph in which
functions are tied by attributes, by own functions they call, by what they name of other modules, and by words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from lintel.program.cohesion import SMALLEST_PART, Member, Part, as_part, as_used, head_of, is_untied
from lintel.program.words import is_generic, is_verb, says_what
from lintel.project.communities import communities

_HUB = 0.3
_FEW = 3
_WORD = 1.5
_ONE = 0.5  # the share of a group that one word must name, or two words together
_TWO = 0.6
_BESIDE = 0.5


def ways_in(members: Sequence[Member]) -> tuple[Member, ...]:
    """The functions that no other one of them uses."""
    used = _used_by_others(members)
    return tuple(member for member in members if not any(used[name] for name in as_used(member)))


def funnel(members: Sequence[Member]) -> float:
    """The share of functions that use the one function of theirs which most of them use: a wrapped connection, say."""
    used = _used_by_others(members)
    names = {name for member in members for name in as_used(member)}
    return max((used[name] for name in names), default=0) / max(len(members), 1)


def _used_by_others(members: Sequence[Member]) -> Counter[str]:
    """How many functions use each thing, a function's use of itself left out."""
    return Counter(token for member in members for token in member.uses - as_used(member))


def subjects(members: Sequence[Member]) -> float:
    """The effective number of things that names are about, a function without a telling name being one of its own."""
    counts = Counter(head_of(member) or f"{member.name}()" for member in members)
    total = len(members)
    return math.exp(-sum(count / total * math.log(count / total) for count in counts.values())) if total else 0.0


def groups_by_use(members: Sequence[Member]) -> tuple[Part, ...]:
    """The communities of functions that a word or two name, the largest first.

    Communities of one name are one group; those that most of their members' names do not speak of are left out:
    nobody could tell what they are.
    """
    totals = Counter(word for member in members for word in set(_telling(member)))
    named: dict[str, list[Member]] = defaultdict(list)
    for places in communities(len(members), _ties(members)):
        group = [members[place] for place in places]
        label = _label(group, totals, _HUB * len(members)) if len(group) >= SMALLEST_PART else ""
        if label:
            named[label] += group
    found = [_part(label, group) for label, group in named.items()]
    return tuple(sorted(found, key=lambda part: (-len(part.functions), -part.statements, part.label)))


def _ties(members: Sequence[Member]) -> Mapping[tuple[int, int], float]:
    """How strongly each two functions are tied; what few share ties more than what many do."""
    users: dict[str, list[int]] = defaultdict(list)
    for place, member in enumerate(members):
        for token in member.uses | as_used(member):
            if not is_untied(token):
                users[token].append(place)
        for word in set(_telling(member)):
            users[f"={word}"].append(place)
    limit = max(_FEW, int(len(members) * _HUB))
    ties: dict[tuple[int, int], float] = defaultdict(float)
    for token in sorted(users):
        places = users[token]
        if not 2 <= len(places) <= limit:
            continue
        weight = _WORD / math.sqrt(len(places) - 1) if token[0] == "=" else 1 / (len(places) - 1)
        for index, one in enumerate(places):
            for other in places[:index]:
                ties[other, one] += weight
    return ties


def _label(group: Sequence[Member], totals: Mapping[str, int], common: float) -> str:
    """What names a group: a word that half of its members speak of and few others, or two that most do; or ''."""
    counts = Counter(word for member in group for word in set(_telling(member)) if totals[word] <= common)
    best = sorted(counts, key=lambda word: (-counts[word] * counts[word] / totals[word], word))
    if not best or counts[best[0]] >= _ONE * len(group):
        return best[0] if best else ""
    first = best[0]
    others = {word: sum(first in each.about or word in each.about for each in group) for word in best[1:]}
    second = max(others, key=lambda word: (others[word], -best.index(word)), default="")
    return f"{first}/{second}" if second and counts[second] > 1 and others[second] >= _TWO * len(group) else ""


def _part(label: str, group: Sequence[Member]) -> Part:
    """A group under its name; that of a single word takes the word that mostly stands beside it."""
    part = as_part(label, group)
    if " " in part.label or "/" in label:
        return msgspec.structs.replace(part, label=label if "/" in label else part.label)
    before = Counter(
        each.about[place - 1] for each in group if label in each.about and (place := each.about.index(label))
    )
    word, count = min(before.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    beside = says_what(word) and count >= _BESIDE * len(group)
    return msgspec.structs.replace(part, label=f"{word} {label}" if beside else label)


def _telling(member: Member) -> list[str]:
    """The words of what a function is about that tell it from others."""
    return [word for word in member.about if not is_generic(word) and not is_verb(word)]
