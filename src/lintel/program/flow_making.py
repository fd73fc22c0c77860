"""What carriers make whose result has a form of its own: copies, objects of fields, tuples with names, readers.

A row says which with `makes`; here is what each of these words means to the solver.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lintel.flow.attributes import class_of
from lintel.flow.combining import choice
from lintel.flow.construction import fields_of
from lintel.flow.definitions import Class
from lintel.flow.frame import Frame
from lintel.flow.heap import Body
from lintel.flow.texts import text
from lintel.flow.values import NO_VALUE, NONE, At, Const, Lib, Value
from lintel.flow.world import Arguments

Maker = Callable[[Frame, Lib, Value, Arguments, At], Value | None]


def _list(frame: Frame, _callee: Lib, _value: Value, arguments: Arguments, _at: At) -> Value | None:
    return frame.allocate(Body("list", ()).with_items(tuple(arguments.positional)))


def _queue(frame: Frame, _callee: Lib, _value: Value, _arguments: Arguments, _at: At) -> Value | None:
    return frame.allocate(Body("list", ()))


def _copy(frame: Frame, _callee: Lib, value: Value, _arguments: Arguments, _at: At) -> Value | None:
    """A copy shares nothing with what it was made of."""
    return None if frame.body(value) is None else frame.copied(value)


def _changed_copy(frame: Frame, _callee: Lib, value: Value, arguments: Arguments, _at: At) -> Value | None:
    body = frame.body(value)
    if body is None:
        return None
    fields = {**body.fields, **arguments.keywords}
    return frame.allocate(Body(body.kind, body.items, body.keyed, fields, body.rest, body.base, body.cls))


def _fields(frame: Frame, _callee: Lib, _value: Value, arguments: Arguments, _at: At) -> Value | None:
    """An object with a field for each keyword."""
    rest = arguments.double_star
    known = None if rest is None else frame.body(rest)
    more = {} if known is None else known.keyed
    return frame.allocate(Body("object", fields={**more, **arguments.keywords}, base=None if known else rest))


def _keys(frame: Frame, _callee: Lib, value: Value, arguments: Arguments, at: At) -> Value | None:
    """A dictionary that holds one value under several keys."""
    held = arguments.at(1, "value") or Const(None)
    keys = frame.items_of(value)
    if keys is not None and all(type(key) is Const for key in keys):
        body = Body("dict")
        for key in keys:
            body = body.with_item(key, held)
        return frame.allocate(body)
    return frame.allocate(Body("dict", rest=choice((held, frame.element(value, at)))))


def _mapping(frame: Frame, _callee: Lib, value: Value, _arguments: Arguments, at: At) -> Value | None:
    """A dictionary of an object's fields."""
    body = frame.body(value)
    cls = class_of(frame, value)
    names = list(body.fields) if body is not None else []
    if cls is not None:
        names += [name for name in fields_of(frame, cls) if name not in names]
    if not names:
        return None
    keyed: dict[object, Value] = {name: frame.copied(frame.attribute(value, str(name), at)) for name in names}
    return frame.allocate(Body("dict", keyed=keyed, rest=None if body is None else body.rest))


def _model(frame: Frame, callee: Lib, value: Value, _arguments: Arguments, at: At) -> Value | None:
    """An object of the class that is asked, a field for each that it declares."""
    if type(callee.owner) is not Class:
        return None
    return frame.call(callee.owner, Arguments(double_star=value), at)


def _added(frame: Frame, _callee: Lib, value: Value, arguments: Arguments, _at: At) -> Value | None:
    """Nothing: the second argument is put somewhere into the first."""
    if frame.oid_of(value) is None or len(arguments.positional) < 2:
        return None
    frame.set_body(value, frame.held(value).with_some(frame.clean(arguments.positional[1])))
    return NONE


def _alone(frame: Frame, _callee: Lib, value: Value, _arguments: Arguments, _at: At) -> Value | None:
    """What a request asks is its address, whatever else is in it."""
    return None if frame.body(value) is not None else value


def _any_item(frame: Frame, _callee: Lib, value: Value, _arguments: Arguments, at: At) -> Value | None:
    return frame.element(value, at)


def _tuple_class(frame: Frame, callee: Lib, value: Value, _arguments: Arguments, at: At) -> Value | None:
    """A class of tuples whose items have names."""
    names: tuple[object, ...] = ()
    if type(value) is Const and isinstance(value.value, str):
        names = tuple(value.value.replace(",", " ").split())
    else:
        names = tuple(each.value for each in frame.items_of(value) or () if type(each) is Const)
    return Lib(f"{callee.name}()", at, (), None, 0, names) if names else None


def _tuple(frame: Frame, callee: Lib, _value: Value, arguments: Arguments, _at: At) -> Value | None:
    """A tuple whose items have names, of the class that is called."""
    names = callee.arguments
    if not isinstance(names, tuple) or not all(isinstance(each, str) for each in names):
        return None
    if arguments.star is not None or arguments.double_star is not None:
        return None
    fields = dict(zip(names, arguments.positional, strict=False))
    fields.update(arguments.keywords)
    items = tuple(fields.get(name, NO_VALUE) for name in names)
    return frame.allocate(Body("tuple", items, fields=fields))


def _item(frame: Frame, callee: Lib, value: Value, _arguments: Arguments, at: At) -> Value | None:
    """What is read from the value by the keys that the reader was made with."""
    return _read(frame, callee, lambda key: frame.item(value, Const(key), at))


def _attribute(frame: Frame, callee: Lib, value: Value, _arguments: Arguments, at: At) -> Value | None:
    """What is read from the value by the names that the reader was made with."""

    def read(path: object) -> Value:
        found = value
        for name in str(path).split("."):
            found = frame.attribute(found, name, at)
        return found

    return _read(frame, callee, read)


def _read(frame: Frame, callee: Lib, read: Callable[[object], Value]) -> Value | None:
    keys = callee.arguments
    if not isinstance(keys, tuple) or not keys:
        return None
    found = tuple(read(key) for key in keys)
    return found[0] if len(found) == 1 else frame.allocate(Body("tuple", found))


def _address(frame: Frame, _callee: Lib, value: Value, _arguments: Arguments, at: At) -> Value | None:
    """An address of its parts: scheme, host, path and what follows."""
    parts = frame.items_of(value)
    if parts is None or len(parts) < 3:
        return None
    scheme, host, path, *others = parts
    return text((scheme, "://", host, "/", path, *(each for other in others for each in ("?", other))), at)


MAKERS: Final[Mapping[str, Maker]] = {
    "list": _list,
    "queue": _queue,
    "copy": _copy,
    "changed-copy": _changed_copy,
    "fields": _fields,
    "keys": _keys,
    "mapping": _mapping,
    "model": _model,
    "added": _added,
    "any-item": _any_item,
    "tuple-class": _tuple_class,
    "tuple": _tuple,
    "item": _item,
    "attribute": _attribute,
    "address": _address,
    "value-alone": _alone,
}
"""What is made, by the word that a row has for it; None where the arguments are not known well enough to say more."""
