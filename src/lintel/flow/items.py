"""What containers hold under a key, at any place, one by one: lists and dictionaries, constants, what a caller knows.

Everything here is a function of a frame; `frame.Frame` has the public ones as methods.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from lintel.flow.attributes import DEEPEST_HOLE, depth_of, method_of
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Class
from lintel.flow.guards import INNER, ITEM, SIGN
from lintel.flow.heap import LAST, Body
from lintel.flow.values import (
    FIXED,
    NO_VALUE,
    NUMBER,
    UNKNOWN,
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
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


MOST_SIGNS: Final = 16  # of a text or tuple whose parts are told one by one
ItemReader = Callable[["Frame", Any, Value, At | None], Value]
ElementReader = Callable[["Frame", Any, At | None], Value]


def item(frame: Frame, owner: Value, key: Value, at: At | None) -> Value:
    """`owner[key]`."""
    if type(owner) is Choice:
        return choice([item(frame, each, key, at) for each in owner.values])
    body = frame.body(owner)
    if type(key) is Hole and not _holds_the_same(body):
        frame.note(key)
    key = constant_key(frame, key)
    if body is not None and (body.kind != "object" or key.key in body.keyed or body.base is not None):
        return _of_body(frame, owner, body, key, at)
    if type(owner) in (Mix, Text, Hole, Cleaned, Lib):
        between = _bounds(frame.body(key))
        if between == slice(1, -1):
            return _inside(owner, at)
        if between == slice(None, 0) and type(owner) is not Hole:
            return Const("")
    read = _ITEM_READERS.get(type(owner))
    if read is not None:
        return read(frame, owner, key, at)
    method = method_of(frame, owner, "__getitem__", at)
    return Opaque("item", at) if method is None else frame.call(method, Arguments([key]), at)


def _holds_the_same(body: Body | None) -> bool:
    """Whether a dictionary holds the same under all keys, as far as is known: then the key tells nothing more."""
    return body is not None and body.kind == "dict" and body.rest is not None and not body.keyed and body.base is None


def _inside(owner: Value, at: At | None) -> Value:
    """A text without its first and last sign; what it was taken from is known, for quotes are checked so."""
    made = mix((owner,), at, INNER)
    if type(made) is Mix:
        made.base = owner
    return made


def constant_key(frame: Frame, key: Value) -> Value:
    """A tuple of constants as the constant that it is."""
    body = frame.body(key) if type(key) is Ref else None
    if body is None or body.kind != "tuple" or not body.items or not all(type(each) is Const for each in body.items):
        return key
    return Const(tuple(each.value for each in body.items if type(each) is Const))


def _of_outcome(frame: Frame, owner: Test, key: Value, at: At | None) -> Value:
    return FIXED if owner.held is None else item(frame, owner.held, key, at)


def _of_library(frame: Frame, owner: Lib, key: Value, at: At | None) -> Value:
    return frame.world.library_item(frame, owner, key, at or At(frame.path, "", 0))


def _of_harmless(_frame: Frame, owner: Harmless, _key: Value, _at: At | None) -> Value:
    return owner


def _of_class(_frame: Frame, _owner: Class, _key: Value, _at: At | None) -> Value:
    return FIXED  # a member of an enumeration, or a generic class


def _of_cleaned(frame: Frame, owner: Cleaned, key: Value, at: At | None) -> Value:
    return Cleaned(item(frame, owner.value, key, at), owner.dangers)


def _of_text(_frame: Frame, owner: Value, _key: Value, at: At | None) -> Value:
    return mix((owner,), at, "[]")


def _of_constant(frame: Frame, owner: Const, key: Value, _at: At | None) -> Value:
    held: Any = owner.value
    index: object = key.value if type(key) is Const else None
    between = _bounds(frame.body(key))
    try:
        found = held[index if between is None else between]
    except (TypeError, IndexError, ValueError, KeyError):
        return FIXED
    return Const(found)


def _of_hole(frame: Frame, owner: Hole, key: Value, at: At | None) -> Value:
    if type(owner.hint) is Lib:
        typed = Lib(owner.hint.name, owner.hint.at, (owner,), owner.hint.source)
        return frame.world.library_item(frame, typed, key, at or At(frame.path, "", 0))
    if depth_of(owner) >= DEEPEST_HOLE:
        return mix((owner,), at, "[]")
    if type(key) is Const and isinstance(key.value, str | int):
        return Hole(owner.index, owner, "[", key.value, None, at)
    if not is_plain(key):
        frame.note(owner)
    return Hole(owner.index, owner, "*", "", None, at)


_ITEM_READERS: Final[dict[type[Value], ItemReader]] = {
    Const: _of_constant,
    Lib: _of_library,
    Hole: _of_hole,
    Harmless: _of_harmless,
    Class: _of_class,
    Cleaned: _of_cleaned,
    Test: _of_outcome,
    Text: _of_text,
    Mix: _of_text,
}


# Containers


def _of_body(frame: Frame, owner: Value, body: Body, key: Value, at: At | None) -> Value:
    if type(key) is Const:
        if body.items is not None:
            return _at_index(body, body.items, key.value)
        if key.value == -1 and LAST in body.fields:
            return body.fields[LAST]
        if isinstance(key.value, int) and 0 <= key.value < len(body.head):
            return body.head[key.value]
        return _under_key(frame, owner, body, key, at)
    part = _slice(frame, body, key)
    if part is not None:
        return part
    found = body.element()
    if body.base is not None:
        return choice((found, _of_base(frame, body.base, key, at)))
    if found is NO_VALUE and body.kind == "object":
        return UNKNOWN
    return found


def _at_index(body: Body, items: tuple[Value, ...], index: object) -> Value:
    if isinstance(index, int) and -len(items) <= index < len(items):
        return items[index]
    return NO_VALUE if body.exact else body.element()


def _under_key(frame: Frame, owner: Value, body: Body, key: Const, at: At | None) -> Value:
    try:
        found = body.keyed.get(key.value)
    except TypeError:
        found = None
    if found is not None:
        return found if body.rest is None else choice((found, body.rest))
    if "__factory__" in body.fields:
        return _made_for(frame, owner, body, key, at)
    if body.base is not None:
        inherited = _of_base(frame, body.base, key, at)
        return inherited if body.rest is None else choice((body.rest, inherited))
    if body.rest is not None:
        return body.rest
    return UNKNOWN if body.kind == "object" else NO_VALUE


def _made_for(frame: Frame, owner: Value, body: Body, key: Const, at: At | None) -> Value:
    """What a dictionary with a factory makes of a key that it does not have."""
    made = frame.call(body.fields["__factory__"], Arguments(), at)
    frame.set_body(owner, frame.held(owner).with_item(key, made))
    return made


def _of_base(frame: Frame, base: Value, key: Value, at: At | None) -> Value:
    """An item of what a body stands on, without what was written over it."""
    if type(base) is Hole:
        return _of_hole(frame, base, key, at)
    if type(base) is Lib:
        return _of_library(frame, base, key, at)
    return item(frame, base, key, at)


def _slice(frame: Frame, body: Body, key: Value) -> Value | None:
    """The part of a container that a slice is; None where the key is none."""
    slice_body = frame.body(key)
    if slice_body is None or slice_body.kind != "slice" or slice_body.items is None:
        return None
    between = _bounds(slice_body)
    if body.items is None or between is None:
        rest = body.element()
        return frame.allocate(Body(body.kind, None, rest=None if rest is NO_VALUE else rest, base=body.base))
    try:
        return frame.allocate(Body(body.kind, body.items[between]))
    except (TypeError, ValueError):
        return UNKNOWN


def _bounds(body: Body | None) -> slice | None:
    """The slice that a key is, where its bounds are constants."""
    if body is None or body.kind != "slice" or body.items is None:
        return None
    bounds: list[Any] = [each.value for each in body.items if type(each) is Const]
    return slice(*bounds) if len(bounds) == len(body.items) else None


def store_item(frame: Frame, owner: Value, key: Value, value: Value, at: At | None) -> None:
    """`owner[key] = value`."""
    key, value = constant_key(frame, frame.clean(key)), frame.clean(value)
    if type(owner) is Choice:
        for each in owner.values:
            if type(each) in (Ref, Hole, Fresh):
                frame.set_body(each, frame.held(each).with_item(key, value, sure=False))
        return
    store = owner.hint if type(owner) is Hole else owner
    if type(store) is Lib:
        shown = key.value if type(key) is Const else ""
        frame.world.library_store(frame, store, f"[{shown}]", value, at or At(frame.path, "", 0))
    method = method_of(frame, owner, "__setitem__", at)
    if method is not None:
        frame.call(method, Arguments([key, value]), at)
    elif type(owner) in (Ref, Hole, Lib, Fresh):
        frame.note(key)
        frame.set_body(owner, frame.held(owner).with_item(key, value))


# Iteration


def element(frame: Frame, owner: Value, at: At | None) -> Value:
    """Any item that iterating gives."""
    if type(owner) is Choice:
        return choice([element(frame, each, at) for each in owner.values])
    body = frame.body(owner)
    if body is not None:
        if body.kind != "object" or body.rest is not None:
            found = body.keys() if body.kind == "dict" else body.element()
            return found if body.base is None else choice((found, _element_of_base(frame, body.base, at)))
        if body.base is not None and body.base is not owner:
            return _element_of_base(frame, body.base, at)
    read = _ELEMENT_READERS.get(type(owner))
    if read is not None:
        return read(frame, owner, at)
    method = method_of(frame, owner, "__iter__", at) or method_of(frame, owner, "__aiter__", at)
    return UNKNOWN if method is None else _iterated(frame, owner, method, at)


def _iterated(frame: Frame, owner: Value, method: Value, at: At | None) -> Value:
    """An item of what `__iter__` gives, which may be the object itself."""
    if owner.key in frame.iterating:
        following = method_of(frame, owner, "__next__", at) or method_of(frame, owner, "__anext__", at)
        return UNKNOWN if following is None else frame.call(following, Arguments(), at)
    frame.iterating.add(owner.key)
    found = element(frame, frame.call(method, Arguments(), at), at)
    frame.iterating.discard(owner.key)
    return found


def _element_of_constant(_frame: Frame, owner: Const, _at: At | None) -> Value:
    if isinstance(owner.value, str) and 0 < len(owner.value) <= MOST_SIGNS:
        return choice([Const(sign) for sign in owner.value])
    return FIXED


def _element_of_hole(frame: Frame, owner: Hole, at: At | None) -> Value:
    return _of_hole(frame, owner, UNKNOWN, at)


def _element_of_library(frame: Frame, owner: Lib, at: At | None) -> Value:
    found = _of_library(frame, owner, NO_VALUE, at)
    if type(found) is Lib and found.source is not None and found.arguments is None and found.oid == 0:
        return Lib(found.name, found.at, found.inputs, found.source, 0, SIGN, owner)  # where each is checked, all are
    return found


def _element_of_harmless(_frame: Frame, owner: Harmless, _at: At | None) -> Value:
    return NUMBER if owner is NUMBER else FIXED


def _element_of_class(_frame: Frame, _owner: Class, _at: At | None) -> Value:
    return FIXED


def _element_of_cleaned(frame: Frame, owner: Cleaned, at: At | None) -> Value:
    return Cleaned(element(frame, owner.value, at), owner.dangers)


def _element_of_text(_frame: Frame, owner: Value, at: At | None) -> Value:
    made = mix((owner,), at, ITEM)
    if type(made) is Mix:
        made.base = owner  # where each sign is checked, the text is
    return made


_ELEMENT_READERS: Final[dict[type[Value], ElementReader]] = {
    Const: _element_of_constant,
    Hole: _element_of_hole,
    Lib: _element_of_library,
    Harmless: _element_of_harmless,
    Class: _element_of_class,
    Cleaned: _element_of_cleaned,
    Text: _element_of_text,
    Mix: _element_of_text,
}


def _element_of_base(frame: Frame, base: Value, at: At | None) -> Value:
    return _of_base(frame, base, NO_VALUE, at) if type(base) in (Hole, Lib) else element(frame, base, at)


def items_of(frame: Frame, owner: Value) -> tuple[Value, ...] | None:
    """All items in order, where they are known one by one."""
    body = frame.body(owner)
    if body is not None and body.exact:
        if body.kind == "dict":
            return tuple(Const(key) for key in body.keyed)
        if body.items is not None:
            return body.items
    if type(owner) is Const and isinstance(owner.value, str | tuple) and len(owner.value) <= MOST_SIGNS:
        return tuple(Const(each) for each in owner.value)
    return None
