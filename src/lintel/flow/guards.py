"""What a condition says of a value: which dangers it is free of where the condition holds, and where it does not.

A value that was compared with constants, found in a closed collection, or matched from end to end by a pattern of
harmless characters is clean from there on. Who leaves (`return`, `raise`, `abort`) where the check failed has checked.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, Final

from lintel.flow.combining import choice, is_plain, leaves
from lintel.flow.heap import both
from lintel.flow.partial import QUOTES, holds, literal_parts
from lintel.flow.patterns import held_to
from lintel.flow.values import (
    ALL,
    FALSE,
    GUESSED,
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

if TYPE_CHECKING:
    from lintel.flow.frame import Frame
    from lintel.flow.world import Arguments

HOST_DANGERS: Final = frozenset({"url", "redirect"})
HOST: Final = ("made", "host")  # what `Lib.arguments` says of the host of an address
NORMAL_PATH: Final = ("made", "normal-path")  # what it says of a path that was made absolute and free of `..`
OPEN: Final = (Mix, Text, Lib, Hole, Cleaned, Choice, Opaque)
_SAME_LETTERS: Final = frozenset(
    {"lower", "upper", "strip", "lstrip", "rstrip", "casefold", "title", "capitalize", "str"}
)
_PIECES: Final = frozenset({"split", "rsplit", "splitlines"})
PATH: Final = frozenset({"path"})
PARENTS: Final = ("made", "parents")  # what it says of the folders above a path
SIGN: Final = ("made", "sign")  # what it says of any sign of a text of a client
ITEM: Final = "item"  # how a mixture is made that is any item of another
INNER: Final = "inner"  # how a text without its first and last sign was made of it


def keys_of(value: Value) -> list[Hashable]:
    """The keys of all that is checked with a value: its alternatives, and what it was made of letter by letter."""
    found: list[Hashable] = [value.key]
    if type(value) is Choice:
        found += [key for each in value.values if not is_plain(each) for key in keys_of(each)]
    elif type(value) is Mix and _has_all_letters(value):
        found += keys_of(value.values[0])
    elif type(value) is Mix and value.base is not None and value.how != INNER:
        found += keys_of(value.base)
    elif type(value) is Lib and value.arguments in (NORMAL_PATH, SIGN) and value.owner is not None:
        found += keys_of(value.owner)
    elif type(value) is Cleaned:
        found += keys_of(value.value)
    return found


def _has_all_letters(value: Mix) -> bool:
    """Whether a value says what another one does, letter by letter; a piece of that, lowered, says less."""
    return len(value.values) == 1 and all(how in _SAME_LETTERS for how in (value.how, *(how for _, how in value.way)))


def checked(value: Value, dangers: frozenset[str]) -> dict[Hashable, frozenset[str]]:
    """That a value is no danger of these, by all keys that it has; who checks a host checks its address."""
    found = dict.fromkeys(keys_of(value), dangers)
    if is_host(value) or (type(value) is Lib and value.source is None and dangers <= HOST_DANGERS):
        for part in leaves(value):
            for key in keys_of(part):
                found.setdefault(key, HOST_DANGERS)
    return found


def vouched(frame: Frame, name: str, arguments: Arguments, made: Value) -> Value:
    """What a function of which only the name is known has `made`: where it is true, its name may vouch for arguments.

    Nobody knows what it has looked at, so these are not clean, but no longer known to be of a client's choosing.
    """
    if not frame.world.is_check(name):
        return made
    checks: dict[Hashable, frozenset[str]] = {}
    for value in arguments.all():
        if not is_plain(value):
            checks.update(dict.fromkeys(keys_of(value), GUESSED))
    return Test(checks, NO_CHECKS, made) if checks else made


def is_host(value: Value) -> bool:
    """Whether a value is the host of an address."""
    while type(value) is Mix and len(value.values) == 1 and value.how in _SAME_LETTERS:
        value = value.values[0]
    return type(value) is Lib and value.arguments == HOST


def outcome_of(checks: dict[Hashable, frozenset[str]], *, negative: bool = False) -> Test:
    """A condition that, where it holds (`negative`: where it does not), checks these."""
    return Test(NO_CHECKS, checks) if negative else Test(checks, NO_CHECKS)


def negated(value: Value) -> Value:
    """`not value`."""
    truth = truth_of(value)
    if truth is not None:
        return FALSE if truth else TRUE
    return Test(checks_of(value, holds=False), checks_of(value, holds=True))


def truth_of(value: Value) -> bool | None:
    """Whether a value is true; None where that is open."""
    if type(value) is Const:
        return bool(value.value)
    if type(value) is Choice:
        truths = {truth_of(each) for each in value.values}
        return truths.pop() if len(truths) == 1 else None
    if type(value) is Text:
        return True if any(isinstance(part, str) and part for part in value.parts) else None
    return None


def checks_of(value: Value, *, holds: bool) -> Checks:
    """What is checked where a value is true, or false: an address without a host stays on this one."""
    if type(value) is Test:
        return value.yes if holds else value.no
    if type(value) is Choice:  # one outcome for each thing that was looked at: whichever it was, that one is checked
        found: dict[Hashable, frozenset[str]] = {}
        for each in value.values:
            found.update(checks_of(each, holds=holds))
        return found
    return checked(value, ALL) if not holds and is_host(value) else NO_CHECKS


def empty(value: Value) -> Checks:
    """What is known of a value that is false: an empty text holds nothing of anybody's.

    Told only where the other way has checked the value, or nobody asks: it would be remembered of every condition.
    """
    return checked(value, ALL) if isinstance(value, OPEN) else NO_CHECKS


def compared(operator: str, left: Value, right: Value, elements: Value | None, *, closed: bool) -> Value:
    """The outcome of a comparison. `elements` are what a container `right` holds, `closed` says that it is all."""
    folded = _folded(operator, left, right)
    if folded is not None:
        return folded
    positive = operator in {"==", "in", "is"}
    if operator in {"==", "!="} and type(left) is Test and left.yes:  # of a check that gives back what it checked
        return left if positive else Test(left.no, left.yes)
    if operator in {"is", "is not", "==", "!="} and type(right) is Const and not right.value and type(left) is Test:
        return Test(left.no, left.yes) if positive else left  # no match, false
    if operator in {"==", "!=", "is", "is not"}:
        for one, other in ((left, right), (right, left)):
            if type(other) is Cleaned and isinstance(one, OPEN) and one.key == other.value.key:  # it is as clean
                return outcome_of(checked(one, other.dangers), negative=not positive)
            own = type(other) is Lib and other.source is None and not leaves(other)
            if isinstance(one, OPEN) and (is_plain(other) or (own and is_host(one))):
                return _among(one, other, positive=positive)
        return Test(NO_CHECKS, NO_CHECKS)
    if operator in {"in", "not in"}:
        return _containment(left, right, elements, closed=closed, positive=positive)
    return Test(NO_CHECKS, NO_CHECKS)


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
    if type(left) is Const and left.value == "..":
        path = right if elements is None else _taken_apart(elements)
        if path is not None and isinstance(path, OPEN):
            found = checked(path, PATH)
            if type(path) is Lib and path.arguments != NORMAL_PATH:  # the pieces of a path object
                found.update({key: PATH for part in path.inputs for key in keys_of(part)})
            return outcome_of(found, negative=positive)
    if type(right) is Lib and right.arguments == PARENTS and right.owner is not None:
        return outcome_of(checked(right.owner, PATH), negative=not positive)
    if isinstance(left, OPEN):
        signs = _signs(left, right, elements, closed=closed)
        if signs is not None:
            return outcome_of(checked(left, signs), negative=not positive)
        if elements is not None:
            if closed and not any(map(_is_anyones, leaves(elements))):  # constants, or what is the server's own
                return _among(left, right if type(right) is Const else elements, positive=positive)
            return Test(NO_CHECKS, NO_CHECKS)
        if type(right) in (Const, Harmless) or (type(right) is Lib and right.source is None and not right.inputs):
            return outcome_of(checked(left, ALL), negative=not positive)
        return Test(NO_CHECKS, NO_CHECKS)
    if type(left) is Const and isinstance(left.value, str) and isinstance(right, OPEN):
        return _without(left.value, right, positive=positive)
    return Test(NO_CHECKS, NO_CHECKS)


def _signs(value: Value, right: Value, elements: Value | None, *, closed: bool) -> frozenset[str] | None:
    """What a text is free of each of whose signs is one of these; None where no sign is looked at, or not in signs."""
    if not (value.how == ITEM if type(value) is Mix else type(value) is Lib and value.arguments == SIGN):
        return None
    if type(right) is Const and isinstance(right.value, str):
        return held_to(set(right.value))
    known = elements.values if type(elements) is Choice else (elements,)
    found = {each.value for each in known if type(each) is Const}
    if not closed or len(found) < len(known) or not all(isinstance(each, str) and len(each) == 1 for each in found):
        return None
    return held_to({str(each) for each in found})


def _is_anyones(leaf: Value) -> bool:
    """Whether a client or a caller may have put this into a collection."""
    while type(leaf) is Cleaned:
        leaf = leaf.value
    return type(leaf) is not Opaque


def _among(value: Value, known: Value, *, positive: bool) -> Value:
    """A value is one of those that are known; where it is none of them, a piece of a path is at least no `..`."""
    one, other = checked(value, ALL), {}
    path = _taken_apart(value)
    if path is not None and _holds_step(known):
        other = checked(path, PATH)
    return Test(one, other) if positive else Test(other, one)


def _holds_step(known: Value) -> bool:
    """Whether `..` is among constants."""
    if type(known) is Choice:
        return any(map(_holds_step, known.values))
    return type(known) is Const and (known.value == ".." or (isinstance(known.value, tuple) and ".." in known.value))


def _taken_apart(piece: Value) -> Value | None:
    """What a text was whose pieces are these."""
    if type(piece) is Choice:
        several = [_taken_apart(each) for each in piece.values]
        whole = tuple(each for each in several if each is not None)
        return Choice(whole) if len(whole) == len(several) else None
    if type(piece) is Mix and len(piece.values) == 1 and piece.how in _PIECES:
        return piece.values[0]
    return None


def _without(piece: str, text: Value, *, positive: bool) -> Value:
    """`piece in text`: what the text is free of where the piece is not in it."""
    if type(text) is Choice:
        return choice([_without(piece, each, positive=positive) for each in text.values if not is_plain(each)])
    if type(text) is Mix and text.how == INNER and text.base is not None and piece in QUOTES:
        return outcome_of(checked(text.base, frozenset({literal_parts(piece)[2]})), negative=positive)
    dangers = holds(piece)
    return outcome_of(checked(text, dangers), negative=positive) if dangers else Test(NO_CHECKS, NO_CHECKS)


def all_of(values: list[Value]) -> Value:
    """Where an `and` of these holds, all hold; where it does not, what each that fails says alike."""
    if len(values) == 1:
        return values[0]
    return Test(_of_all(values, holds=True), _of_any(values, holds=False))


def any_of(values: list[Value]) -> Value:
    """Where an `or` of these does not hold, none does; where it does, what each that holds says alike."""
    if len(values) == 1:
        return values[0]
    return Test(_of_any(values, holds=True), _of_all(values, holds=False))


def _of_all(values: list[Value], *, holds: bool) -> Checks:
    """What is checked where all of these are true, or all false."""
    found: dict[Hashable, frozenset[str]] = {}
    for value in values:
        for key, dangers in (checks_of(value, holds=holds) or (NO_CHECKS if holds else empty(value))).items():
            found[key] = found.get(key, NOTHING) | dangers
    return found


def _of_any(values: list[Value], *, holds: bool) -> Checks:
    """What is checked whichever of these is true, or false."""
    shared: Checks | None = None
    for value in values if any(type(value) is Test for value in values) else ():
        said = checks_of(value, holds=holds) or (NO_CHECKS if holds else empty(value))
        shared = said if shared is None else both(shared, said)
    return shared or NO_CHECKS
