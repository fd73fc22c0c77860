"""The methods of lists, dictionaries, sets and generators."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lintel.flow.combining import choice, is_plain
from lintel.flow.heap import KEYS, LAST, Body
from lintel.flow.values import NO_VALUE, NONE, UNKNOWN, At, Const, Hole, Ref, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


Method = Callable[["Frame", Value, Arguments, At | None], Value | None]


def _append(frame: Frame, receiver: Value, arguments: Arguments, _at: At | None) -> Value | None:
    if not arguments.positional or frame.oid_of(receiver) is None:
        return None
    body = frame.held(receiver)
    value = frame.clean(arguments.positional[0])
    if body.items is not None and body.exact:
        frame.set_body(receiver, body.with_items((*body.items, value)))
    else:
        frame.set_body(receiver, body.with_some(value, last=True))
    return NONE


def _appendleft(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    return _insert(frame, receiver, Arguments([Const(0), *arguments.positional]), at)


def _insert(frame: Frame, receiver: Value, arguments: Arguments, _at: At | None) -> Value | None:
    if len(arguments.positional) < 2 or frame.oid_of(receiver) is None:
        return None
    body = frame.held(receiver)
    place, value = arguments.positional[:2]
    if body.items is not None and type(place) is Const and isinstance(place.value, int):
        items = list(body.items)
        items.insert(place.value, value)
        frame.set_body(receiver, body.with_items(tuple(items)))
    else:
        frame.set_body(receiver, body.with_some(value))
    return NONE


def _extend(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    if not arguments.positional or frame.oid_of(receiver) is None:
        return None
    extend(frame, receiver, arguments.positional[0], at)
    return NONE


def extend(frame: Frame, receiver: Value, value: Value, at: At | None) -> None:
    """Add all items of a value to a container."""
    body = frame.held(receiver)
    items = frame.items_of(value)
    if items is not None and body.items is not None and body.exact:
        frame.set_body(receiver, body.with_items((*body.items, *items)))
        return
    element = frame.element(value, at)
    if element is not NO_VALUE:
        frame.set_body(receiver, body.with_some(element, last=True))


def _pop(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is None:
        return frame.item(receiver, arguments.positional[0] if arguments.positional else UNKNOWN, at)
    place = arguments.positional[0] if arguments.positional else Const(-1)
    default = arguments.positional[1:2]
    if body.kind == "dict":
        found = frame.item(receiver, place, at)
        if type(place) is Const:
            frame.set_body(receiver, body.without(place.value))
        return choice([found, *default]) if default else found
    if (
        body.items
        and type(place) is Const
        and isinstance(place.value, int)
        and -len(body.items) <= place.value < len(body.items)
    ):
        items = list(body.items)
        found = items.pop(place.value)
        frame.set_body(receiver, body.with_items(tuple(items)))
        return found
    if LAST in body.fields and place.key == Const(-1).key:
        frame.set_body(receiver, body.with_some(NO_VALUE))
        return body.fields[LAST]
    return frame.item(receiver, UNKNOWN, at)


def _popleft(frame: Frame, receiver: Value, _arguments: Arguments, at: At | None) -> Value | None:
    return _pop(frame, receiver, Arguments([Const(0)]), at)


def _taken(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    """`get` of a dictionary, or of a queue: what was put in first; what others may have put in is not known."""
    body = frame.body(receiver)
    if body is None or body.kind != "list":
        return _get(frame, receiver, arguments, at)
    found = _popleft(frame, receiver, Arguments(), at)
    return UNKNOWN if found is NO_VALUE else found


def _get(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    if not arguments.positional:
        return None
    body = frame.body(receiver)
    default = arguments.at(1, "default")
    if body is not None and body.kind == "dict":
        found = frame.item(receiver, arguments.positional[0], at)
        exact = type(arguments.positional[0]) is Const and arguments.positional[0].value in body.keyed
        if found is NO_VALUE:
            return default or NONE
        return found if exact and body.rest is None else choice((found, default or NONE))
    found = frame.item(receiver, arguments.positional[0], at)
    return choice((found, default)) if default is not None else found


def _setdefault(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    if not arguments.positional or frame.oid_of(receiver) is None:
        return None
    key, default = arguments.positional[0], arguments.at(1, "default") or NONE
    body = frame.held(receiver)
    if type(key) is Const and key.value in body.keyed:
        return body.keyed[key.value]
    known = frame.item(receiver, key, at)
    value = default if known is NO_VALUE else choice((known, default))
    frame.set_body(receiver, body.with_item(key, value))
    return value


def _update(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    if frame.oid_of(receiver) is None:
        return None
    for value in arguments.positional:
        merge_into(frame, receiver, value, at)
    for word, value in arguments.keywords.items():
        frame.set_body(receiver, frame.held(receiver).with_item(Const(word), value))
    if arguments.double_star is not None:
        merge_into(frame, receiver, arguments.double_star, at)
    return NONE


def merge_into(frame: Frame, receiver: Value, value: Value, at: At | None) -> None:
    """`receiver.update(value)`."""
    known, body = frame.body(value), frame.held(receiver)
    if body.kind == "set" or (known is not None and known.kind != "dict"):
        extend(frame, receiver, value, at)
        return
    if known is None:
        some = value if is_plain(value) else frame.item(value, UNKNOWN, at)
        under = UNKNOWN if is_plain(value) else frame.element(value, at)
        frame.set_body(receiver, body.with_some(some, under=under))
        return
    for key, each in known.keyed.items():
        body = body.with_item(Const(key), each)
    if known.rest is not None:
        body = body.with_some(known.rest, under=known.fields.get(KEYS, UNKNOWN))
    if known.base is not None:
        body = body.with_some(frame.item(known.base, UNKNOWN, at), under=frame.element(known.base, at))
    frame.set_body(receiver, body)


def _values(frame: Frame, receiver: Value, _arguments: Arguments, at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is not None and body.kind == "dict" and body.exact:
        return frame.allocate(Body("iterator", tuple(body.keyed.values())))
    return frame.allocate(Body("iterator", None, rest=frame.item(receiver, UNKNOWN, at)))


def _items(frame: Frame, receiver: Value, _arguments: Arguments, at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is not None and body.kind == "dict" and body.exact:
        pairs = [frame.allocate(Body("tuple", (Const(key), value))) for key, value in body.keyed.items()]
        return frame.allocate(Body("iterator", tuple(pairs)))
    pair = frame.allocate(Body("tuple", (frame.element(receiver, at), frame.item(receiver, UNKNOWN, at))))
    return frame.allocate(Body("iterator", None, rest=pair))


def _keys(frame: Frame, receiver: Value, _arguments: Arguments, at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is not None and body.kind == "dict" and body.exact:
        return frame.allocate(Body("iterator", tuple(Const(key) for key in body.keyed)))
    return frame.allocate(Body("iterator", None, rest=frame.element(receiver, at)))


def _copy(frame: Frame, receiver: Value, _arguments: Arguments, _at: At | None) -> Value | None:
    body = frame.body(receiver)
    return frame.allocate(body) if body is not None and type(receiver) is not Hole else receiver


def _clear(frame: Frame, receiver: Value, _arguments: Arguments, _at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is not None and type(receiver) is Ref:
        frame.set_body(
            receiver, Body(body.kind, () if body.items is not None or body.kind == "list" else None, cls=body.cls)
        )
    return NONE


def _remove(frame: Frame, receiver: Value, arguments: Arguments, _at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is not None and body.items is not None and arguments.positional:
        gone = arguments.positional[0]
        if all(type(each) is Const for each in (*body.items, gone)):
            keys = [each.key for each in body.items]
            if gone.key in keys:
                place = keys.index(gone.key)
                frame.set_body(receiver, body.with_items((*body.items[:place], *body.items[place + 1 :])))
    return NONE


def _reverse(frame: Frame, receiver: Value, _arguments: Arguments, _at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is not None and body.items is not None:
        frame.set_body(receiver, body.with_items(body.items[::-1]))
    return NONE


def _sort(frame: Frame, receiver: Value, _arguments: Arguments, _at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is not None and body.items is not None and len(body.items) > 1:
        frame.set_body(receiver, Body(body.kind, None, rest=body.element(), base=body.base, cls=body.cls))
    return NONE


def _union(frame: Frame, receiver: Value, arguments: Arguments, at: At | None) -> Value | None:
    body = frame.body(receiver)
    if body is None:
        return None
    made = frame.allocate(Body("set", body.items, rest=body.rest, base=body.base))
    for value in arguments.positional:
        extend(frame, made, value, at)
    return made


def _next_of(frame: Frame, receiver: Value, _arguments: Arguments, at: At | None) -> Value | None:
    """`send` and `__next__` of a generator."""
    return frame.element(receiver, at)


def _replaced(frame: Frame, receiver: Value, arguments: Arguments, _at: At | None) -> Value | None:
    """`_replace` of a tuple whose items have names."""
    body = frame.body(receiver)
    if body is None or body.items is None or not body.fields or not arguments.keywords.keys() <= body.fields.keys():
        return None
    names = list(body.fields)
    items = list(body.items)
    for word, value in arguments.keywords.items():
        if names.index(word) < len(items):
            items[names.index(word)] = value
    fields = {**body.fields, **arguments.keywords}
    return frame.allocate(Body(body.kind, tuple(items), fields=fields, cls=body.cls))


def _by_name(frame: Frame, receiver: Value, _arguments: Arguments, _at: At | None) -> Value | None:
    """`_asdict` of a tuple whose items have names."""
    body = frame.body(receiver)
    return None if body is None or not body.fields else frame.allocate(Body("dict", keyed=dict(body.fields)))


CONTAINER: Final[dict[str, Method]] = {
    "append": _append, "put": _append, "put_nowait": _append, "get_nowait": _taken, "add": _append,
    "appendleft": _appendleft, "insert": _insert, "extend": _extend, "pop": _pop, "popleft": _popleft,
    "popitem": _values, "get": _taken, "setdefault": _setdefault, "update": _update, "values": _values,
    "items": _items, "keys": _keys, "copy": _copy, "clear": _clear, "remove": _remove, "discard": _remove,
    "reverse": _reverse, "sort": _sort, "union": _union, "intersection": _copy, "difference": _copy, "send": _next_of,
    "__next__": _next_of, "__getitem__": _get, "_replace": _replaced, "_asdict": _by_name,
}  # fmt: skip
