"""The built-in functions of the language, as far as they make, hand on, test or clean values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lintel.flow.attributes import class_of, method_of
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Bound, Class, Func, Special, Super
from lintel.flow.guards import checked, checks_of, truth_of
from lintel.flow.heap import Body
from lintel.flow.texts import constant, text
from lintel.flow.values import (
    ALL,
    FALSE,
    FIXED,
    NO_CHECKS,
    NO_VALUE,
    NONE,
    NUMBER,
    TRUE,
    UNKNOWN,
    At,
    Choice,
    Cleaned,
    Const,
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


Builtin = Callable[["Frame", Arguments, At | None], Value | None]


def _first(arguments: Arguments, index: int = 0) -> Value:
    found = arguments.at(index, None)
    return UNKNOWN if found is None else found


def _number(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    """`int(x)`, `float(x)`: a number; had `x` been anything else, the next line would not be reached."""
    value = _first(arguments)
    if type(value) is Const and len(arguments.positional) == 1:
        try:
            return Const(int(value.value))  # type: ignore[call-overload]
        except (TypeError, ValueError, OverflowError):
            return NUMBER
    if not is_plain(value):
        frame.state.check(checked(value, ALL))
    return NUMBER


def _plain_number(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    return NUMBER


def _len(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    items = frame.items_of(_first(arguments))
    return NUMBER if items is None else Const(len(items))


def _ord(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value = _first(arguments)
    if type(value) is Const and isinstance(value.value, str) and len(value.value) == 1:
        return Const(ord(value.value))
    return NUMBER


def _chr(_frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = _first(arguments)
    if type(value) is Const and isinstance(value.value, int) and 0 <= value.value < 0x110000:
        return Const(chr(value.value))
    return mix((value,), at, "chr")


def _bool(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value = _first(arguments)
    truth = truth_of(value)
    if truth is not None:
        return TRUE if truth else FALSE
    return value if type(value) is Test else Test(NO_CHECKS, NO_CHECKS, (value,))


def _str(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    """`str(x)`: the text of it, which is `x` where `x` is a text."""
    value = _first(arguments) if arguments.positional else arguments.at(0, "object") or Const("")
    kind = type(value)
    if kind is Const:
        return constant(str(value.value)) if isinstance(value.value, str | int | float | None) else FIXED
    if kind is Choice:
        several = [_str(frame, Arguments([each]), at) for each in value.values]
        return choice([each for each in several if each is not None])
    if kind is Ref or kind is Hole:
        method = method_of(frame, value, "__str__", at)
        if method is not None:
            return frame.call(method, Arguments(), at)
        body = frame.body(value)
        if body is not None and body.cls is None:
            return mix(body.parts(), at, "str")
    return value if kind in _TEXTS else mix((value,), at, "str")


_TEXTS: Final = frozenset({Text, Mix, Lib, Hole, Opaque, Harmless, Cleaned})


def _ascii(_frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    return mix((_first(arguments),), at, "repr")


def _format(_frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    spec = arguments.at(1, None)
    if type(spec) is Const and isinstance(spec.value, str) and spec.value[-1:] in {"d", "f", "x", "e", "g", "n"}:
        return NUMBER
    return text((_first(arguments),), at)


def _sequence(kind: str) -> Builtin:
    def make(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
        if not arguments.positional:
            return frame.allocate(Body(kind, ()))
        value = arguments.positional[0]
        items = frame.items_of(value)
        if items is not None:
            return frame.allocate(Body(kind, items))
        element = frame.element(value, at)
        return frame.allocate(Body(kind, None, rest=None if element is NO_VALUE else element))

    return make


def _dict(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    body = Body("dict", keyed=dict(arguments.keywords), base=arguments.double_star)
    if arguments.positional:
        given = arguments.positional[0]
        if type(given) in (Func, Class) or (type(given) is Lib and given.name.startswith("builtins.")):
            return frame.allocate(Body("dict", keyed=dict(arguments.keywords), fields={"__factory__": given}))
        known = frame.body(given)
        if known is not None and known.kind == "dict":
            body = Body("dict", keyed={**known.keyed, **body.keyed}, rest=known.rest, base=known.base)
        else:
            pairs = frame.items_of(given)
            for pair in pairs or ():
                body = body.with_item(frame.item(pair, Const(0), at), frame.item(pair, Const(1), at))
            if pairs is None:
                body = Body("dict", keyed=body.keyed, base=given if type(given) in (Lib, Hole) else None,
                            rest=None if type(given) in (Lib, Hole) else frame.element(given, at))  # fmt: skip
    return frame.allocate(body)


def _any_item(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    """`max`, `min`, `next`, `random.choice`: one of the items, or of the arguments."""
    if len(arguments.positional) > 1:
        return choice(arguments.positional)
    found = frame.element(_first(arguments), at)
    default = arguments.keywords.get("default")
    return choice([each for each in (found, default) if each is not None])


def _next(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = _first(arguments)
    method = method_of(frame, value, "__next__", at)
    if method is not None:
        return frame.call(method, Arguments(), at)
    items = frame.items_of(value)
    found = items[0] if items else frame.element(value, at)
    return choice([found, *arguments.positional[1:]])


def _iter(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = _first(arguments)
    method = method_of(frame, value, "__iter__", at)
    if method is not None:
        return frame.call(method, Arguments(), at)
    return value


def _some_items(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    """`sorted`, `reversed`: the items in another order."""
    value = _first(arguments)
    items = frame.items_of(value)
    if items is not None and (len(items) < 2 or all(is_plain(each) for each in items)):
        return frame.allocate(Body("list", items))
    element = frame.element(value, at)
    return frame.allocate(Body("list", None, rest=None if element is NO_VALUE else element))


def _reversed(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    items = frame.items_of(_first(arguments))
    if items is not None:
        return frame.allocate(Body("list", items[::-1]))
    return _some_items(frame, arguments, at)


def _enumerate(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = _first(arguments)
    items = frame.items_of(value)
    if items is not None:
        pairs = [frame.allocate(Body("tuple", (Const(i), each))) for i, each in enumerate(items)]
        return frame.allocate(Body("iterator", tuple(pairs)))
    pair = frame.allocate(Body("tuple", (NUMBER, frame.element(value, at))))
    return frame.allocate(Body("iterator", None, rest=pair))


def _zip(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    exact = [frame.items_of(value) for value in arguments.positional]
    if exact and all(items is not None for items in exact):
        rows = list(zip(*exact, strict=False))  # type: ignore[arg-type]
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
    found = frame.element(_first(arguments), at)
    return NUMBER if is_plain(found) else mix((found,), at, "sum")


def _getattr(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    owner, name = _first(arguments), _first(arguments, 1)
    default = arguments.at(2, None)
    if type(name) is Const and isinstance(name.value, str):
        found = frame.attribute(owner, name.value, at)
        return found if default is None else choice((found, default))
    made = mix((owner, name), at, "getattr")
    return made if default is None else choice((made, default))


def _setattr(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    owner, name, value = _first(arguments), _first(arguments, 1), _first(arguments, 2)
    if type(name) is Const and isinstance(name.value, str):
        frame.store_attribute(owner, name.value, value, at)
    elif type(owner) in (Ref, Hole):
        frame.set_body(owner, frame.held(owner).with_some(value))
    return NONE


def _isinstance(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value, kinds = _first(arguments), _first(arguments, 1)
    several = frame.items_of(kinds) or (kinds,)
    names = {each.name for each in several if type(each) is Lib}
    if isinstance(value, Const) and names and len(names) == len(several):
        known = {"builtins.str": str, "builtins.int": int, "builtins.bytes": bytes, "builtins.float": float,
                 "builtins.bool": bool}  # fmt: skip
        if names <= known.keys():
            return TRUE if isinstance(value.value, tuple(known[name] for name in names)) else FALSE
    if names and names <= _NUMERIC:
        return Test(checked(value, ALL), NO_CHECKS, (value,))
    if any(type(each) is Class and _is_enum(frame, each) for each in several):
        return Test(checked(value, ALL), NO_CHECKS, (value,))
    return Test(NO_CHECKS, NO_CHECKS, (value,))


_NUMERIC: Final = frozenset(
    {
        "builtins.int", "builtins.float", "builtins.bool", "builtins.complex", "uuid.UUID", "datetime.date",
        "datetime.datetime", "datetime.time", "datetime.timedelta", "decimal.Decimal", "numbers.Number",
        "numbers.Integral", "numbers.Real", "ipaddress.IPv4Address",
    }
)  # fmt: skip


def _is_enum(frame: Frame, cls: Class) -> bool:
    return any(type(each) is Lib and each.name.startswith("enum.") for each in frame.world.lineage(cls))


def _super(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    if len(arguments.positional) >= 2 and type(arguments.positional[0]) is Class:
        return Super(arguments.positional[0], arguments.positional[1])
    function = frame.function
    owner = frame.owner
    if owner is None or not function.params:
        return UNKNOWN
    return Super(owner, frame.value(0))


def _type(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    if len(arguments.positional) != 1:
        return None
    return class_of(frame, arguments.positional[0]) or UNKNOWN


def _vars(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    return _first(arguments)


def _special(kind: str) -> Builtin:
    def make(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
        return Special(kind, _first(arguments))

    return make


def _property(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    getter = arguments.at(0, "fget")
    return Special("property", getter) if getter is not None else UNKNOWN


def _any_all(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    found = frame.element(_first(arguments), at)
    return found if type(found) is Test else Test(NO_CHECKS, NO_CHECKS, ())


def _nothing(_frame: Frame, _arguments: Arguments, _at: At | None) -> Value | None:
    return NONE


def _bytes(_frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = _first(arguments)
    return value if type(value) in (Text, Const, Lib, Hole, Mix) else mix((value,), at, "bytes")


def _callable(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value = _first(arguments)
    return TRUE if type(value) in (Func, Class, Bound) else Test(NO_CHECKS, NO_CHECKS, (value,))


FUNCTIONS: Final[dict[str, Builtin]] = {
    "int": _number,
    "float": _number,
    "complex": _number,
    "bool": _bool,
    "len": _len,
    "ord": _ord,
    "chr": _chr,
    "abs": _plain_number,
    "round": _plain_number,
    "hash": _plain_number,
    "id": _plain_number,
    "divmod": _plain_number,
    "range": _plain_number,
    "hex": _plain_number,
    "bin": _plain_number,
    "oct": _plain_number,
    "str": _str,
    "repr": _ascii,
    "ascii": _ascii,
    "format": _format,
    "bytes": _bytes,
    "bytearray": _bytes,
    "list": _sequence("list"),
    "tuple": _sequence("tuple"),
    "set": _sequence("set"),
    "frozenset": _sequence("set"),
    "dict": _dict,
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
    "getattr": _getattr,
    "setattr": _setattr,
    "hasattr": lambda *_: Test(NO_CHECKS, NO_CHECKS, ()),
    "callable": _callable,
    "isinstance": _isinstance,
    "issubclass": lambda *_: Test(NO_CHECKS, NO_CHECKS, ()),
    "super": _super,
    "type": _type,
    "vars": _vars,
    "staticmethod": _special("static"),
    "classmethod": _special("class"),
    "property": _property,
    "any": _any_all,
    "all": _any_all,
    "print": _nothing,
}
