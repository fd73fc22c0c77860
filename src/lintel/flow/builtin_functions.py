"""The built-in functions of the language, as far as they make, hand on, test or clean values.

Those that convert values or go through items are in files of their own; here are those about objects and classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from lintel.flow.attributes import class_of
from lintel.flow.builtin_conversions import CONVERSIONS, Builtin
from lintel.flow.builtin_iteration import ITERATION
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Bound, Class, Func, Special, Super
from lintel.flow.exceptions import EXCEPTIONS
from lintel.flow.guards import checked
from lintel.flow.values import ALL, FALSE, NO_CHECKS, NONE, TRUE, UNKNOWN, At, Const, Hole, Lib, Mix, Ref, Test, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


def _getattr(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    owner, name = arguments.given(), arguments.given(1)
    default = arguments.at(2, None)
    if type(name) is Const and isinstance(name.value, str):
        found = frame.attribute(owner, name.value, at)
        return found if default is None else choice((found, default))
    frame.note(name)
    made = mix((owner, name), at, "getattr")
    return made if default is None else choice((made, default))


def _setattr(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
    owner, name, value = arguments.given(), arguments.given(1), arguments.given(2)
    if type(name) is Const and isinstance(name.value, str):
        frame.store_attribute(owner, name.value, value, at)
        return NONE
    frame.note(name)
    if type(owner) in (Ref, Hole):
        frame.set_body(owner, frame.held(owner).with_some(value))
    return NONE


def _isinstance(frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value, kinds = arguments.given(), arguments.given(1)
    several = frame.items_of(kinds) or (kinds,)
    names = {each.name for each in several if type(each) is Lib}
    if type(value) is Const and names and len(names) == len(several) and names <= _TYPES.keys():
        return TRUE if isinstance(value.value, tuple(_TYPES[name] for name in names)) else FALSE
    if are_numbers(several):
        return Test(checked(value, ALL), NO_CHECKS)
    if any(type(each) is Class and _is_enum(frame, each) for each in several):
        return Test(checked(value, ALL), NO_CHECKS)
    if all(type(each) is Class and not _is_text(frame, each) for each in several):
        return Test(checked(value, _REDIRECT), NO_CHECKS)  # where it leads is told by its own class
    if "builtins.str" in names and _may_be_text(value):
        return TRUE  # of what is no text, nothing here does harm
    return Test(NO_CHECKS, NO_CHECKS)


def are_numbers(kinds: Sequence[Value]) -> bool:
    """Whether no text is of any of these types."""
    return bool(kinds) and all(type(each) is Lib and each.name in _NUMERIC for each in kinds)


def _may_be_text(value: Value) -> bool:
    """Whether a value is a client's, or the caller's, of which nothing says that it is no text."""
    if type(value) is Hole:
        return value.hint is None
    return type(value) is Mix or (type(value) is Lib and value.source is not None)


_REDIRECT: Final = frozenset({"redirect"})
_TEXTS: Final = frozenset({"builtins.str", "builtins.bytes", "collections.UserString"})
_TYPES: Final = {f"builtins.{each.__name__}": each for each in (str, int, bytes, float, bool)}
_NUMERIC: Final = frozenset(
    {
        "builtins.int", "builtins.float", "builtins.bool", "builtins.complex", "uuid.UUID", "datetime.date",
        "datetime.datetime", "datetime.time", "datetime.timedelta", "decimal.Decimal", "numbers.Number",
        "numbers.Integral", "numbers.Real", "ipaddress.IPv4Address",
    }
)  # fmt: skip


def _is_enum(frame: Frame, cls: Class) -> bool:
    return any(type(each) is Lib and each.name.startswith("enum.") for each in frame.world.lineage(cls))


def _is_text(frame: Frame, cls: Class) -> bool:
    return any(type(each) is Lib and each.name in _TEXTS for each in frame.world.lineage(cls))


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
    value = arguments.positional[0]
    found = class_of(frame, value)
    return found or (UNKNOWN if is_plain(value) else Special("type", value))


def _vars(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    return arguments.given()


def _special(kind: str) -> Builtin:
    def make(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
        return Special(kind, arguments.given())

    return make


def _property(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    getter = arguments.at(0, "fget")
    return Special("property", getter) if getter is not None else UNKNOWN


def _nothing(_frame: Frame, _arguments: Arguments, _at: At | None) -> Value | None:
    return NONE


def _callable(_frame: Frame, arguments: Arguments, _at: At | None) -> Value | None:
    value = arguments.given()
    return TRUE if type(value) in (Func, Class, Bound) else Test(NO_CHECKS, NO_CHECKS)


FUNCTIONS: Final[dict[str, Builtin]] = {
    **CONVERSIONS,
    **ITERATION,
    **EXCEPTIONS,
    "getattr": _getattr,
    "setattr": _setattr,
    "hasattr": lambda *_: Test(NO_CHECKS, NO_CHECKS),
    "callable": _callable,
    "isinstance": _isinstance,
    "issubclass": lambda *_: Test(NO_CHECKS, NO_CHECKS),
    "super": _super,
    "type": _type,
    "vars": _vars,
    "staticmethod": _special("static"),
    "classmethod": _special("class"),
    "property": _property,
    "print": _nothing,
}
