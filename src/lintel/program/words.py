"""What the name of a function is about: `list_user_roles` is about user roles, `package_show` about packages.

A backend's functions are named verb first or verb last, around the thing they act on. Cutting the verbs, the qualifiers
and what follows a preposition leaves that thing; equal things are one subject. Plain word lists decide, no dictionary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DECORATED = 0.6
_TELLING = 0.6
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")

_VERBS = _listed(
    """
    abort accept acquire activate add adjust aggregate allow announce append apply approve assert assign
    associate attach attempt authenticate authorize backfill begin bind build calculate call cancel change check
    choose claim clean cleanup clear clone close collect combine compare compute configure confirm connect
    construct consume convert copy create decode decrement decrypt dedupe define delete deliver deploy
    deregister describe deserialize detach detect determine disable discard disconnect dispatch display do
    download drop dump edit emit enable encode encrypt end enforce enqueue enrich ensure enter evaluate exclude
    execute exists expand expire explain extend extract fetch fill finalize find finish fix flush format forward
    gather generate get give grab grant handle has have hide hydrate identify import include increment infer
    init initialize insert inspect install invalidate invite invoke is issue iter iterate join keep kill launch
    list load lookup maintain make manage mark match materialize maybe merge migrate modify monitor move must
    need normalize notify obtain open ordered paginate paint parse perform persist ping plot poll pop populate prefetch
    prepare print produce promote prune publish pull purge push put raise read rebuild receive recompute
    reconcile redirect refresh register reject release reload remove rename render reopen reorder repair replace
    require reset resolve restart restore resume retrieve retry return revert revoke roll rollback rotate run
    sanitize save select send serialize serve set setup should show shutdown simulate skip solve sort split start stop
    submit subscribe suggest summarize supports swap switch sync synchronize terminate test to toggle touch
    transform translate trim truncate try unarchive unassign unbind undo uninstall unlink unlock unpin
    unregister unset unshare unsubscribe unwrap update upgrade upload upsert use validate verify visit wait walk
    warn wrap write can was are does did will
    """
)
_VERBS_OR_NOUNS = _listed(
    """
    access archive archived audit batch block bulk cache charge cleanup comment commit count delegate draft email
    export favorite favourite file filter flag follow group guess import index invoice lease link lock log login
    logout map message order patch pause pay pin place plan post preview process query queue rank rate record
    refund report request reserve review route schedule search share ship sign stage star store stream tag
    template ticket toggle track trigger vote watch
    """
)
_PREPOSITIONS = _listed(
    """
    about across after against among and as at before between by during for from given if in into is like
    matching of on onto or over per since than through to under until using via when where which while with
    within without
    """
)
_QUALIFIERS = _listed(
    """
    a active actual additional better all an any async available base basic batch best bulk cached child common
    current custom default direct effective empty existing external extra fast final first full given global hard
    has initial inner internal is last latest legacy local main many max min missing more multi multiple my native
    new next no non not old only original other out own parent partial pending periodic plain previous prev private
    public raw real recent related relevant remote root safe same shared simple single soft sql db http html json
    yaml csv xml orm rest some specific sub sync synthetic target temp temporary the top total unique unsafe valid
    again already always forever immediately lazily later never now once quietly silently soon together twice
    """
)
_GENERIC = _listed(
    """
    arg argument attr attribute body callback class cls col content context count data detail dict dto entry enum eq
    error exception expression ext field flag form format func function ge gt handler header helper id impl info
    input instance int item iterator json key kind kwarg le len length level line list log lt mapping meta metadata
    method mode module msg name ne node number obj object output pagination param parameter parser part payload pk
    prefix prop property proto ref reference request response result return row s self sequence set size slug
    statement stats status str string suffix text time timestamp tuple type util utils uuid v val value var variable
    view wrapper yaml
    """
)


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of an identifier in lower case, whatever its style."""
    return tuple(found.lower() for found in _WORD.findall(name))


@cache
def singular(word: str) -> str:
    """A word without the `s` of its plural, by the plainest rules."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "as")) else word


@cache
def subject(name: str) -> tuple[str, ...]:
    """The thing a function's name is about, as words: () where it names only verbs."""
    found = [singular(word) for word in _cut(_plain_verb(list(words(name))))]
    while len(found) > 1 and (found[0] in _QUALIFIERS or found[0].endswith("ed")):
        found = found[1:]
    return () if found and found[0] in _QUALIFIERS else tuple(found)


class Affixes(NamedTuple):
    """The word that most names of a unit begin with before any verb, and the one they end with; '' where none does."""

    first: str
    last: str

    def off(self, name: str) -> str:
        """A name without these words, as words with underscores between them."""
        found = list(words(name))
        if self.first and len(found) > 1 and found[0] == self.first:
            found = found[1:]
        if self.last and len(found) > 1 and found[-1] == self.last:
            found = found[:-1]
        return "_".join(found)


def affixes(names: Sequence[str]) -> Affixes:
    """The words that decorate the names of a unit (`rpc_start`, `assign_api`) and say nothing of what each is about.

    A word is one where most names have it at that end and most are about something still when it is taken off.
    """
    return Affixes(_affix(names, 0), _affix(names, -1))


def _affix(names: Sequence[str], end: int) -> str:
    split = [words(name) for name in names]
    counts = Counter(found[end] for found in split if len(found) > 1)
    word, count = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if count < _DECORATED * len(names) or is_verb(word):
        return ""
    rest = ["_".join(found[1:] if end == 0 else found[:-1]) for found in split if len(found) > 1 and found[end] == word]
    return word if sum(bool(subject(name)) for name in rest) >= _TELLING * len(rest) else ""


def is_generic(word: str) -> bool:
    """Whether a word says nothing of what the code is about (`id`, `list`, `helper`)."""
    return word in _GENERIC or len(word) < 2


def says_what(word: str) -> bool:
    """Whether a word adds to what a thing is (`stack component`), rather than what is done or how (`async`, `get`)."""
    return not (word in _VERBS or word in _QUALIFIERS or word in _PREPOSITIONS or word.endswith("ed"))


def is_verb(word: str) -> bool:
    """Whether a word names what is done rather than what it is done to."""
    return word in _VERBS or word in _VERBS_OR_NOUNS


def _plain_verb(found: list[str]) -> list[str]:
    """The words with the verb of an asynchronous twin in its plain form: `aget` is `get`."""
    first = found[0][1:] if found and found[0].startswith("a") else ""
    return [first, *found[1:]] if first in _VERBS and found[0] not in _VERBS | _VERBS_OR_NOUNS else found


def _cut(found: list[str]) -> list[str]:
    """The words between the verbs, up to a preposition that something stands before."""
    while found and found[0] in _VERBS | _QUALIFIERS:
        found = found[1:]
    while len(found) > 1 and found[0] in _VERBS_OR_NOUNS and _thing(found[1:]):
        found = found[1:]
    while len(found) > 1 and found[-1] in _VERBS:
        found = found[:-1]
    for index, word in enumerate(found):
        if word in _PREPOSITIONS:
            return found[:index] if index else _cut(found[1:])
    return [word for word in found if not word.isdigit()]


def _thing(found: list[str]) -> bool:
    """Whether these words name a thing before any preposition."""
    return found[0] not in _PREPOSITIONS and found[0] not in _VERBS
