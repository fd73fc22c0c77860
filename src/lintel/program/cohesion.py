"""Which functions belong together: the parts that a large class or module would split into.

Functions are nodes; they are tied by the thing their names speak of and by what they use (attributes, own functions,
entities, libraries). What nearly everything uses (a logger, a session, a helper) ties nothing and is left out. Parts
begin with what names say; functions whose names say little join the part they share most with; parts that use the same
things are one part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from lintel.program.words import is_generic, says_what

SMALLEST_PART = 3
ONE_SUBJECT = 0.6
_HUB = 0.3
_SAME = 0.8
_PULL = 0.5
_UNTIED = frozenset(
    {
        "logger",
        "log",
        "_logger",
        "_log",
        "logging",
        "session",
        "_session",
        "db",
        "database",
        "config",
        "settings",
        "_config",
        "_settings",
        "conf",
        "cfg",
    }
)


class Member(msgspec.Struct, frozen=True, array_like=True):
    """One function: its name, its node, its size, the words of what it is about, and what it uses."""

    name: str
    ordinal: int
    statements: int
    about: tuple[str, ...]
    uses: frozenset[str]


class Part(msgspec.Struct, frozen=True, array_like=True):
    """One group of functions that belong together, the largest first; `label` says what they are about."""

    label: str
    functions: tuple[str, ...]
    ordinals: tuple[int, ...]
    statements: int


def parts_of(members: Sequence[Member], smallest: int = SMALLEST_PART) -> tuple[Part, ...]:
    """The parts of at least so many functions, largest first; functions that belong to none are left out."""
    heads = {member.name: head_of(member) for member in members}
    counts = Counter(head for head in heads.values() if head)
    seeds = {head for head, count in counts.items() if count >= smallest}
    placed: dict[str, str] = {}
    for member in members:
        head = heads[member.name]
        mentioned = [word for word in member.about if word in seeds]
        if head in seeds or mentioned:
            placed[member.name] = head if head in seeds else mentioned[-1]
    tokens = tied_tokens(members)
    placed |= _pulled(members, placed, tokens)
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.name in placed:
            groups[placed[member.name]].append(member)
    merged = _merged(groups, tokens)
    found = [as_part(label, group) for label, group in merged.items() if len(group) >= smallest]
    return tuple(sorted(found, key=lambda part: (-len(part.functions), -part.statements, part.label)))


def head_of(member: Member) -> str:
    """The first word of what a function is about that is not a word for anything; '' where there is none."""
    return next((word for word in member.about if not is_generic(word)), "")


def dominant_word(subjects: Sequence[tuple[str, ...]]) -> tuple[str, float]:
    """The word that most functions are about, and their share of the functions that are about something."""
    speaking = [about for about in subjects if about]
    counts = Counter(word for about in speaking for word in set(about) if not is_generic(word))
    if not counts:
        return "", 0.0
    word, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return word, count / len(speaking)


def tied_tokens(members: Sequence[Member]) -> dict[str, frozenset[str]]:
    """For each function what it uses that at least one other uses too and that is no hub."""
    counts = Counter(token for member in members for token in member.uses)
    limit = max(2, int(len(members) * _HUB))
    ties = {token for token, count in counts.items() if 2 <= count <= limit and not is_untied(token)}
    return {member.name: member.uses & ties for member in members}


def is_untied(token: str) -> bool:
    """Whether what is used is so common (a logger, a session) that sharing it ties nothing."""
    return token.rsplit(".", 1)[-1] in _UNTIED


def spread(members: Sequence[Member], parts: Iterable[Part]) -> float:
    """Over how many subjects the work is spread: the inverse of the chance that two statements serve the same one."""
    part_of = {name: part.label for part in parts for name in part.functions}
    weights: Counter[str] = Counter()
    for member in members:
        weights[part_of.get(member.name) or head_of(member) or "?"] += member.statements
    total = sum(weights.values())
    return total * total / sum(weight * weight for weight in weights.values()) if total else 0.0


def _pulled(
    members: Sequence[Member], placed: Mapping[str, str], tokens: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """The part that each function without a telling name shares most with; rare things tie more than common ones."""
    users: dict[str, list[str]] = defaultdict(list)
    for name, label in placed.items():
        for token in tokens[name]:
            users[token].append(label)
    found: dict[str, str] = {}
    for member in members:
        if member.name in placed or head_of(member):
            continue
        pull: Counter[str] = Counter()
        for token in sorted(tokens[member.name]):
            for label, count in Counter(users[token]).items():
                pull[label] += count / len(users[token]) ** 2  # type: ignore[assignment]
        best = min(pull, key=lambda label: (-pull[label], label), default="")
        if best and pull[best] >= _PULL:
            found[member.name] = best
    return found


def _merged(groups: Mapping[str, list[Member]], tokens: Mapping[str, frozenset[str]]) -> dict[str, list[Member]]:
    """The groups, a group taken into a larger one where nearly all its functions use what only the two of them use.

    One step only: what a group is tied to is asked of the groups as names made them.
    """
    used = {label: frozenset().union(*(_own(each, tokens) for each in group)) for label, group in groups.items()}
    users = Counter(token for each in used.values() for token in each)
    into: dict[str, str] = {}
    for label in sorted(groups, key=lambda each: (len(groups[each]), each)):
        ties: list[tuple[float, str]] = []
        for other in sorted(groups):
            if other not in into and (len(groups[other]), other) > (len(groups[label]), label):
                shared = {token for token in used[label] & used[other] if users[token] == 2}
                tied = sum(bool(_own(each, tokens) & shared) for each in groups[label])
                ties.append((tied / len(groups[label]), other))
        share, larger = max(ties, default=(0.0, ""))
        if share >= _SAME:
            into[label] = larger
    merged: dict[str, list[Member]] = defaultdict(list)
    for label, group in sorted(groups.items()):
        merged[_last(label, into)] += group
    return merged


def _last(label: str, into: Mapping[str, str]) -> str:
    while label in into:
        label = into[label]
    return label


def _own(member: Member, tokens: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What a function uses, and the function itself as others use it."""
    return tokens[member.name] | as_used(member)


def as_used(member: Member) -> frozenset[str]:
    """A function as others of its unit use it."""
    return frozenset((f"self.{member.name}", f":{member.name}"))


def as_part(label: str, group: Sequence[Member]) -> Part:
    """A group under the name that the word which began it gives it."""
    ordered = sorted(group, key=lambda member: (-member.statements, member.ordinal))
    return Part(
        _label(label, group),
        tuple(member.name for member in ordered),
        tuple(member.ordinal for member in ordered),
        sum(member.statements for member in group),
    )


def _label(head: str, group: Sequence[Member]) -> str:
    """What a group is called: the word that most of its members share, with the word that mostly follows it.

    The word that began the group is preferred; where others have joined it so that fewer than half speak of it, the
    word that most speak of is. `service` becomes `service connector` where most say so.
    """
    counts = Counter(word for member in group for word in set(member.about) if not is_generic(word))
    best = min(counts, key=lambda word: (-counts[word], word), default=head)
    if counts[head] * 2 < len(group) and counts[best] > counts[head]:
        head = best
    own = [member.about for member in group if head in member.about]
    following = Counter(about[about.index(head) + 1] for about in own if about.index(head) + 1 < len(about))
    if not following:
        return head
    word, count = min(following.items(), key=lambda item: (-item[1], item[0]))
    return f"{head} {word}" if count * 3 >= len(own) * 2 and says_what(word) else head
