"""Exceptions: what one holds when it is made, and which of those that were raised a handler may be given.

A text that is raised with an exception comes out again where it is caught. Only what the function itself raises inside
of the `try` is followed; what comes out of a call is an exception of which the type alone is known.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Final

from lintel.flow.combining import choice, is_plain, leaves, mix
from lintel.flow.heap import Body
from lintel.flow.values import UNKNOWN, At, Lib, Ref, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.builtin_conversions import Builtin
    from lintel.flow.frame import Frame


_KINDS: Final = {
    name: kind for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)
}
MOST_CAUGHT: Final = 4


def _made(name: str) -> Builtin:
    def make(frame: Frame, arguments: Arguments, at: At | None) -> Value | None:
        given = arguments.all()
        made = Lib(f"builtins.{name}()", at, tuple(leaves(mix(given, None))), None, frame.library_number())
        held = frame.allocate(Body("tuple", tuple(arguments.positional)))
        frame.set_body(made, Body("object", fields={"args": held}))
        return made

    return make


EXCEPTIONS: Final[dict[str, Builtin]] = {name: _made(name) for name in _KINDS}


def caught(frame: Frame, kinds: Value, thrown: list[Value]) -> Value:
    """What the name of a handler holds: what was raised of these kinds, or something of one of them."""
    expected = frame.items_of(kinds) or (kinds,)
    found = [value for value in thrown if any(_may_be(frame, value, kind) for kind in expected)]
    telling = [value for value in found if type(value) is Ref or not is_plain(value)]
    if telling:
        return choice(telling[-MOST_CAUGHT:])
    return Lib(f"{kinds.name}()") if type(kinds) is Lib else UNKNOWN


def _may_be(frame: Frame, value: Value, kind: Value) -> bool:
    """Whether something raised may be of a kind: of the built-in ones it is known."""
    base: Value | None = value
    body = frame.body(value)
    if type(value) is Ref and body is not None:
        base = body.base
        if base is None or type(kind) is not Lib:
            return True
    if type(base) is not Lib or type(kind) is not Lib:
        return True
    made, wanted = _builtin(base.name.removesuffix("()")), _builtin(kind.name)
    return made is None or wanted is None or issubclass(made, wanted)


def _builtin(name: str) -> type | None:
    return _KINDS.get(name.removeprefix("builtins.")) if name.startswith("builtins.") else None


def is_exception(value: Value | None) -> bool:
    """Whether a value is an exception of the language: its text is that of what it was made with."""
    return type(value) is Lib and value.name.endswith("()") and _builtin(value.name.removesuffix("()")) is not None
