"""Built-in functions over the items of a container or iterator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow.attributes import method_of
from lintel.flow.builtin_conversions import Builtin
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.guards import any_of, checks_of
from lintel.flow.heap import Body
from lintel.flow.values import NO_CHECKS, NO_VALUE, NUMBER, At, Cleaned, Const, Test, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


def _any_item(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    """`max`, `min`, `next`, `random.choice`: one of the items, or of the arguments."""
    if len(arguments.positional) > 1:
        return choice(arguments.positional)
    found = frame.element(arguments.given(), at)
    default = arguments.keywords.get("default")
    return choice([each for each in (found, default) if each is not None])


def _next(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = arguments.given()
    method = method_of(frame, value, "__next__", at)
    if method is not None:
        return frame.call(method, Arguments(), at)
    items = frame.items_of(value)
    found = items[0] if items else frame.element(value, at)
    return choice([found, *arguments.positional[1:]])


def _iter(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = arguments.given()
    method = method_of(frame, value, "__iter__", at)
    if method is not None:
        return frame.call(method, Arguments(), at)
    return value


def _some_items(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    """`sorted`, `reversed`: the items in another order."""
    value = arguments.given()
    items = frame.items_of(value)
    if items is not None and (len(items) < 2 or all(is_plain(each) for each in items)):
        return frame.allocate(Body("list", items))
    element = frame.element(value, at)
    return frame.allocate(Body("list", None, rest=None if element is NO_VALUE else element))


def _reversed(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    items = frame.items_of(arguments.given())
    if items is not None:
        return frame.allocate(Body("list", items[::-1]))
    return _some_items(frame, arguments, at)


def _enumerate(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = arguments.given()
    items = frame.items_of(value)
    if items is not None:
        pairs = [frame.allocate(Body("tuple", (Const(i), each))) for i, each in enumerate(items)]
        return frame.allocate(Body("iterator", tuple(pairs)))
    pair = frame.allocate(Body("tuple", (NUMBER, frame.element(value, at))))
    return frame.allocate(Body("iterator", None, rest=pair))


def _zip(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    known = [items for items in map(frame.items_of, arguments.positional) if items is not None]
    if known and len(known) == len(arguments.positional):
        rows = list(zip(*known, strict=False))
        return frame.allocate(Body("iterator", tuple(frame.allocate(Body("tuple", tuple(row))) for row in rows)))
    row = tuple(frame.element(value, at) for value in arguments.positional)
    return frame.allocate(Body("iterator", None, rest=frame.allocate(Body("tuple", row))))


def _map(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    if len(arguments.positional) < 2:
        return None
    function, *iterables = arguments.positional
    items = frame.items_of(iterables[0]) if len(iterables) == 1 else None
    if items is not None and len(items) <= 8:
        made = tuple(frame.call(function, Arguments([each]), at) for each in items)
        return frame.allocate(Body("iterator", made))
    value = frame.call(function, Arguments([frame.element(each, at) for each in iterables]), at)
    return frame.allocate(Body("iterator", None, rest=value))


def _filter(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    if len(arguments.positional) < 2:
        return None
    element = frame.element(arguments.positional[1], at)
    outcome = frame.call(arguments.positional[0], Arguments([element]), at)
    dangers = checks_of(outcome, holds=True).get(element.key)
    if dangers:
        element = Cleaned(element, dangers)
    return frame.allocate(Body("iterator", None, rest=element))


def _sum(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    found = frame.element(arguments.given(), at)
    return NUMBER if is_plain(found) else mix((found,), at, "sum")


def _all(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    found = frame.element(arguments.given(), at)
    return found if type(found) is Test else Test(NO_CHECKS, NO_CHECKS)


def _any(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    """Where any of several known conditions holds, that holds which all of them say where they do."""
    items = frame.items_of(arguments.given())
    if items and all(type(each) is Test for each in items):
        return any_of(list(items))
    found = frame.element(arguments.given(), at) if items is None else None
    return Test(NO_CHECKS, found.no if type(found) is Test else NO_CHECKS)


ITERATION: Final[dict[str, Builtin]] = {
    "max": _any_item,
    "min": _any_item,
    "next": _next,
    "anext": _next,
    "iter": _iter,
    "aiter": _iter,
    "sorted": _some_items,
    "reversed": _reversed,
    "enumerate": _enumerate,
    "zip": _zip,
    "map": _map,
    "filter": _filter,
    "sum": _sum,
    "any": _any,
    "all": _all,
}
