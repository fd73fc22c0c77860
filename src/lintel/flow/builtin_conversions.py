"""Built-in functions that make a value of another: numbers, texts, containers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from lintel.flow.attributes import method_of
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Class, Func
from lintel.flow.exceptions import is_exception
from lintel.flow.guards import NORMAL_PATH, checked, truth_of
from lintel.flow.heap import Body
from lintel.flow.texts import constant, literal, text
from lintel.flow.values import (
    ALL,
    FALSE,
    FIXED,
    NO_CHECKS,
    NO_VALUE,
    NUMBER,
    TRUE,
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


def _number(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    """`int(x)`, `float(x)`: a number; had `x` been anything else, the next line would not be reached."""
    value = arguments.given()
    if type(value) is Const and len(arguments.positional) == 1:
        held: Any = value.value
        try:
            return Const(int(held))
        except (TypeError, ValueError, OverflowError):
            return NUMBER
    if not is_plain(value):
        frame.state.check(checked(value, ALL))
    return NUMBER


def _plain_number(_frame: Frame, _arguments: Arguments, _at: At | None) -> Value | None:
    return NUMBER


def _range(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    """`range(...)`: few numbers that are known are told one by one."""
    bounds: list[Any] = [each.value for each in arguments.positional if type(each) is Const]
    if not bounds or len(bounds) != len(arguments.all()) or not all(type(each) is int for each in bounds):
        return NUMBER
    try:
        numbers = range(*bounds)
    except (TypeError, ValueError):
        return NUMBER
    if len(numbers) > MOST_NUMBERS:
        return NUMBER
    return frame.allocate(Body("tuple", tuple(map(Const, numbers))))


def _len(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    items = frame.items_of(arguments.given())
    return NUMBER if items is None else Const(len(items))


def _ord(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value = arguments.given()
    if type(value) is Const and isinstance(value.value, str) and len(value.value) == 1:
        return Const(ord(value.value))
    return NUMBER


def _chr(_frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = arguments.given()
    if type(value) is Const and isinstance(value.value, int) and 0 <= value.value < 0x110000:
        return Const(chr(value.value))
    return mix((value,), at, "chr")


def _bool(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value = arguments.given()
    truth = truth_of(value)
    if truth is not None:
        return TRUE if truth else FALSE
    return value if type(value) is Test else Test(NO_CHECKS, NO_CHECKS)


def _str(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = arguments.given() if arguments.positional else arguments.at(0, "object") or Const("")
    return spelled(frame, value, at)


def spelled(frame: Frame, value: Value, at: At | None) -> Value:
    """`str(x)`: the text of it, which is `x` where `x` is a text."""
    if type(value) is Const:
        return constant(str(value.value)) if isinstance(value.value, str | int | float | None) else FIXED
    if type(value) is Choice:
        return choice([spelled(frame, each, at) for each in value.values])
    kind = type(value)
    if kind is Ref or kind is Hole:
        method = method_of(frame, value, "__str__", at) or method_of(frame, value, "__repr__", at)
        if method is not None:
            return frame.call(method, Arguments(), at)
        body = frame.body(value)
        if body is not None and (body.cls is None or is_exception(body.base)):
            return mix(body.parts(), at, "str")
    if type(value) is Lib and value.arguments == NORMAL_PATH:
        made = mix((value,), at, "normal-path")
        if type(made) is Mix:
            made.base = value  # what is checked of the text of a path is checked of the path
        return made
    return value if kind in _TEXTS else mix((value,), at, "str")


_TEXTS: Final = frozenset({Text, Mix, Lib, Hole, Opaque, Harmless, Cleaned})


def _ascii(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    return quoted(frame, arguments.given(), at)


def quoted(frame: Frame, value: Value, at: At | None) -> Value:
    """`repr(x)`: of a text, or of a container of texts, a literal; an object may say what it likes."""
    if type(value) is Ref and (method := method_of(frame, value, "__repr__", at)) is not None:
        return frame.call(method, Arguments(), at)
    body = frame.body(value)
    if type(value) is not Ref or body is None:
        return literal(value)
    made = mix(body.parts(), at, "repr")
    return made if is_plain(made) or body.cls is not None else Cleaned(made, frozenset({"code"}))


def _format(_frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    spec = arguments.at(1, None)
    if type(spec) is Const and isinstance(spec.value, str) and spec.value[-1:] in {"d", "f", "x", "e", "g", "n"}:
        return NUMBER
    return text((arguments.given(),), at)


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
    if not arguments.positional:
        return frame.allocate(body)
    given = arguments.positional[0]
    if type(given) in (Func, Class) or (type(given) is Lib and given.name.startswith("builtins.")):
        return frame.allocate(Body("dict", keyed=body.keyed, fields={"__factory__": given}))
    known = frame.body(given)
    if known is not None and known.kind == "dict":
        keyed = {**known.keyed, **body.keyed}
        return frame.allocate(Body("dict", None, keyed, known.fields, known.rest, known.base))
    pairs = frame.items_of(given)
    if pairs is None:
        stands_for_itself = type(given) in (Lib, Hole)
        rest = None if stands_for_itself else frame.element(given, at)
        return frame.allocate(Body("dict", keyed=body.keyed, rest=rest, base=given if stands_for_itself else None))
    for pair in pairs:
        body = body.with_item(frame.item(pair, Const(0), at), frame.item(pair, Const(1), at))
    return frame.allocate(body)


def _bytes(_frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    value = arguments.given()
    return value if type(value) in (Text, Const, Lib, Hole, Mix) else mix((value,), at, "bytes")


MOST_NUMBERS: Final = 16  # of a range that are told one by one


CONVERSIONS: Final[dict[str, Builtin]] = {
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
    "range": _range,
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
}
