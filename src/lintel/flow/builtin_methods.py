"""The methods of texts and containers, of values of which it is known or likely that they are such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lintel.flow.builtin_containers import CONTAINER, Method
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.guards import HOST_DANGERS, NORMAL_PATH, PATH, checked, is_host
from lintel.flow.heap import LAST, Body
from lintel.flow.partial import QUOTES, begins_with, literal_parts, settles_host
from lintel.flow.texts import case_changed, formatted, joined_by, joined_by_some, text
from lintel.flow.values import (
    ALL,
    FIXED,
    NO_CHECKS,
    NUMBER,
    UNKNOWN,
    At,
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
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


SAME_TEXT: Final = frozenset(
    {
        "strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize", "casefold", "swapcase", "encode",
        "decode", "replace", "removeprefix", "removesuffix", "expandtabs", "ljust", "rjust", "center", "zfill",
        "translate",
    }
)  # fmt: skip
PIECES: Final = frozenset({"split", "rsplit", "splitlines", "partition", "rpartition"})
LETTERS: Final = frozenset({"isdigit", "isalnum", "isnumeric", "isdecimal", "isidentifier", "isalpha"})
NUMBERS: Final = frozenset({"count", "index", "find", "rfind", "rindex", "bit_length", "timestamp", "isoformat", "hex"})


def method_of_value(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> Value | None:
    """What a method of a built-in type gives; None where no such method is meant."""
    receiver = frame.clean(receiver)
    body = frame.body(receiver)
    if body is not None and body.kind in _BODIES:
        found = _of_container(frame, receiver, body, name, arguments, at)
        if found is not None:
            return found
    if type(receiver) is Const and isinstance(receiver.value, str | bytes):
        return _of_constant(frame, receiver, name, arguments, at)
    method = _UNKNOWN.get(name)
    if method is not None:
        return method(frame, receiver, arguments, at)
    if name in SAME_TEXT:
        return case_changed(receiver, name, arguments.positional, at)
    if name in PIECES:
        return _pieces(frame, receiver, name, arguments, at)
    if name in LETTERS:
        return Test(checked(receiver, ALL), NO_CHECKS)
    if name in NUMBERS and type(receiver) not in (Lib,):
        return NUMBER
    if type(receiver) is Harmless:
        return FIXED
    return None


_BODIES: Final = frozenset({"list", "tuple", "set", "dict", "iterator", "object"})


def _of_constant(frame: Frame, receiver: Const, name: str, arguments: Arguments, at: At | None) -> Value:
    if name == "format":
        return _format(frame, receiver, arguments, at) or UNKNOWN
    if name == "join":
        return _join(frame, receiver, arguments, at) or UNKNOWN
    if name in PIECES:
        return _pieces(frame, receiver, name, arguments, at)
    if name == "format_map":
        held = arguments.given()
        found = formatted(receiver, (), lambda key: frame.item(held, Const(key), at), at)
        return mix((receiver, *arguments.all()), at, "format") if found is None else found
    return case_changed(receiver, name, arguments.positional, at)


def _pieces(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> Value:
    if type(receiver) is Const and all(type(each) is Const for each in arguments.all()):
        given = [each.value for each in arguments.positional if type(each) is Const]
        words = {word: each.value for word, each in arguments.keywords.items() if type(each) is Const}
        try:
            made = getattr(receiver.value, name)(*given, **words)
        except (TypeError, ValueError, AttributeError):
            return FIXED
        kind = "tuple" if name.endswith("partition") else "list"
        return frame.allocate(Body(kind, None).with_items(tuple(Const(each) for each in made)))
    known = _known_pieces(frame, receiver, name, arguments, at)
    if known is not None:
        return known
    last = mix((receiver,), at, name)
    if _is_of_path(arguments.at(0, "sep")) and not is_plain(last):
        last = Cleaned(last, PATH)  # the last piece of a path is a name in a folder
    if name.endswith("partition"):
        first, third = mix((receiver,), at, name), last if name == "rpartition" else mix((receiver,), at, name)
        return frame.allocate(Body("tuple", (first, arguments.at(0, "sep") or FIXED, third)))
    return frame.allocate(Body("list", None, fields={LAST: last}, rest=mix((receiver,), at, name)))


def _is_of_path(separator: Value | None) -> bool:
    """Whether a text is taken apart into the pieces of a path."""
    return type(separator) is Const and separator.value in ("/", "\\")


def _known_pieces(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> Value | None:
    """The pieces of a text that begins with a constant, as far as that goes: what follows is somewhere behind."""
    given: list[Any] = [each.value for each in arguments.positional if type(each) is Const]
    if type(receiver) is not Text or arguments.keywords or len(given) != len(arguments.positional):
        return None
    head, *others = receiver.parts
    if type(head) is not str or name not in ("split", "partition") or (given and not isinstance(given[0], str)):
        return None
    if name == "partition" or given[1:] == [1]:
        first, sign, after = head.partition(str(given[0])) if given and given[0] else ("", "", "")
        if not sign:
            return None
        last = text((after, *others), at)
        several = (Const(first), Const(sign), last) if name == "partition" else (Const(first), last)
        return frame.allocate(Body("tuple" if name == "partition" else "list", several))
    if given[1:]:
        return None
    words = head.split(*given)
    if given or not head[-1].isspace():
        words = words[:-1]  # the last one goes on in what follows
    if not words:
        return None
    last = mix((receiver,), at, name)
    known = tuple(map(Const, words))
    return frame.allocate(Body("list", None, fields={LAST: last}, rest=choice((*known, last)), head=known))


def _join(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    if not arguments.positional:
        return None
    value = arguments.positional[0]
    items = frame.items_of(value)
    if items is not None:
        cleaned = [frame.clean_text(each) for each in items] if frame.state.checked else items
        return joined_by(receiver, cleaned, at)
    body = frame.body(value)
    return joined_by_some(receiver, () if body is None else body.head, frame.element(value, at), at)


def _format(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    def keyword(name: str) -> Value | None:
        if name in arguments.keywords:
            return arguments.keywords[name]
        if arguments.double_star is not None:
            return frame.item(arguments.double_star, Const(name), at)
        return None

    positional = list(map(frame.clean_text, arguments.positional))
    if arguments.star is not None:
        positional += [frame.element(arguments.star, at)] * 8
    found = formatted(receiver, positional, keyword, at, lambda value, steps: _reached(frame, value, steps, at))
    return mix((receiver, *arguments.all()), at, "format") if found is None else found


def _reached(frame: Frame, value: Value, steps: str, at: At | None) -> Value | None:
    """What a field of a format names by `.a` or `[0]`; None where it goes further than one step."""
    if steps.startswith("[") and steps.endswith("]") and steps.count("[") == 1:
        key = steps[1:-1]
        return frame.item(value, Const(int(key) if key.isdigit() else key), at)
    return frame.attribute(value, steps[1:], at) if steps.startswith(".") and steps[1:].isidentifier() else None


def _startswith(frame: Frame, receiver: Value, arguments: Arguments, _at: At | None) -> Value | None:
    """`x.startswith(prefix)`: of a normal path, that it lies inside; of an address with its host, that it is that."""
    prefix = arguments.at(0, None)
    several = () if prefix is None else frame.items_of(prefix) or ()
    known = is_plain(prefix) if prefix is not None else False
    if not several and not known and type(prefix) not in (Lib, Text, Mix, Hole, Opaque):
        return Test(NO_CHECKS, NO_CHECKS)
    yes: set[str] = set()
    no: set[str] = set()
    if is_normal(receiver):
        yes.add("path")
    given = [prefix] if type(prefix) is Const and isinstance(prefix.value, str) else several
    words = [str(each.value) for each in given if type(each) is Const]
    if words and all(map(settles_host, words)) and len(words) == len(given):
        yes |= {"url", "redirect"}
    for word in words:
        for danger, holds in begins_with(word):
            if holds and len(given) == 1:
                yes.add(danger)
            elif not holds:
                no.add(danger)
    return Test(
        checked(receiver, frozenset(yes)) if yes else NO_CHECKS, checked(receiver, frozenset(no)) if no else NO_CHECKS
    )


def _endswith(_frame: Frame, receiver: Value, arguments: Arguments, _at: At | None) -> Value | None:
    """`x.endswith(quote)`: the end of a literal; of a host, the domain that it lies in."""
    suffix = arguments.at(0, None)
    if is_host(receiver) and type(suffix) is Const and str(suffix.value).startswith("."):
        return Test(checked(receiver, HOST_DANGERS), NO_CHECKS)
    if type(suffix) is not Const or suffix.value not in QUOTES:
        return Test(NO_CHECKS, NO_CHECKS)
    return Test(checked(receiver, frozenset({literal_parts(str(suffix.value))[1]})), NO_CHECKS)


def is_normal(value: Value) -> bool:
    """Whether a path has been made absolute and free of `..`."""
    while type(value) is Cleaned:
        value = value.value
    if type(value) is Lib:
        return value.arguments == NORMAL_PATH
    return type(value) is Mix and value.how == "normal-path"


def _group(_frame: Frame, receiver: Value, _arguments: Arguments, at: At | None) -> Value | None:
    """A part of a match: what the pattern allows is known where the match was made."""
    return mix((receiver,), at, "group")


_BY_NAME: Final = (
    "get", "pop", "items", "values", "keys", "append", "extend", "insert", "update", "setdefault", "add", "copy",
)  # fmt: skip
_UNKNOWN: Final[dict[str, Method]] = {
    **{name: CONTAINER[name] for name in _BY_NAME},
    "format": _format,
    "join": _join,
    "startswith": _startswith,
    "endswith": _endswith,
    "group": _group,
    "groups": _group,
}
"""Methods that are taken for what they are called, of values of which nothing else is known."""


_LOOKING: Final = frozenset({"items", "keys", "values", "get"})


def _as_dict(frame: Frame, body: Body) -> Value:
    """An object as the dictionary of what it holds, to be looked at: its class has no such method."""
    return frame.allocate(Body("dict", None, {**body.fields, **body.keyed}, rest=body.rest))


def _of_container(
    frame: Frame, receiver: Value, body: Body, name: str, arguments: Arguments, at: At | None
) -> Value | None:
    if body.kind == "object" and type(receiver) is Ref and body.base is None and body.cls is not None:
        return CONTAINER[name](frame, _as_dict(frame, body), arguments, at) if name in _LOOKING else None
    method = CONTAINER.get(name)
    if method is not None and (type(receiver) in (Ref, Fresh) or name in _UNKNOWN):
        return method(frame, receiver, arguments, at)
    if name in ("count", "index"):
        return NUMBER
    return None
