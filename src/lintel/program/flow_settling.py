"""What of a value only callers know, and what is left of it where no caller is known.

A hole that nobody fills is what its annotation says, else something unknown.
"""

from __future__ import annotations

from lintel.flow.combining import walk
from lintel.flow.rebuilding import rebuilt
from lintel.flow.summary import Event
from lintel.flow.values import Hole, Lib, Opaque, Value


def settled(value: Value, *, text: bool = False) -> Value:
    """A value whose holes nobody fills.

    `text`: it is a text, or becomes one: then it does not matter of which library's class a part is.
    """
    return rebuilt(value, _without_libraries if text else _said, {})


def stored(value: Value, name: str) -> Value:
    """What a method stores under an attribute, for whoever reads that: its parameters are parts of the object then."""

    def said(part: Value) -> Value | None:
        found = _said(part)
        return Opaque(f".{name}") if type(found) is Opaque and type(part) is Hole and part.base is None else found

    return rebuilt(value, said, {})


def is_open(event: Event) -> bool:
    """Whether what arrives depends on the caller."""
    values = [*event.values.values(), *([] if event.receiver is None else [event.receiver])]
    return any(type(part) is Hole for value in values for part in walk(value))


def _said(part: Value) -> Value | None:
    """What is said of a hole; None for what is none."""
    if type(part) is not Hole:
        return None
    return _unknown(part) if part.hint is None or type(part.hint) is Opaque else part.hint


def _without_libraries(part: Value) -> Value | None:
    """The same for a part of a text."""
    return _unknown(part) if type(part) is Hole and type(part.hint) is Lib else _said(part)


def _unknown(hole: Hole) -> Opaque:
    return Opaque(f".{hole.name}" if hole.base is not None else "parameter")
