"""How libraries call what they are given: with which arguments, how often, and what they give back of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lintel.flow import ir
from lintel.flow.builtin_functions import FUNCTIONS
from lintel.flow.calls import call
from lintel.flow.combining import choice
from lintel.flow.definitions import Func, Special
from lintel.flow.frame import Frame
from lintel.flow.heap import Body
from lintel.flow.values import NONE, UNKNOWN, At, Lib, Value
from lintel.flow.world import Arguments
from lintel.knowledge.schema import Row
from lintel.program.flow_rows import given_as

Giver = Callable[[Frame, Value, Arguments, At], Value]


def called_with(frame: Frame, callee: Lib, row: Row, function: Value, arguments: Arguments) -> Arguments:
    """The arguments that the function is called with: those that follow it, or those that are packed in one."""
    at = next(each.at for each in row.arguments if each.role == "callable")
    given = Arguments(list(arguments.positional), dict(arguments.keywords), arguments.star, arguments.double_star)
    if at.position is not None and at.position < len(given.positional):
        del given.positional[: at.position + 1]
    else:
        given.keywords.pop(at.keyword or "", None)
    positional = row.argument("positional")
    if positional is not None:
        packed = given_as(callee, positional, arguments)
        items = frame.items_of(packed) if packed is not None else ()
        words = arguments.at(None if positional.at.position is None else positional.at.position + 1, "kwargs")
        given = Arguments(list(items or ()), star=None if items is not None else packed)
        body = frame.body(words) if words is not None else None
        if body is not None:
            given.keywords = {key: each for key, each in body.keyed.items() if isinstance(key, str)}
    if at.keyword == "self" and type(function) is Func and _takes_itself(frame, function):
        given.positional.insert(0, UNKNOWN)
    return given


def _takes_itself(frame: Frame, function: Func) -> bool:
    """Whether a function that is no method takes the task that it became as first parameter."""
    module = frame.world.module_ir(function.path)
    definition = module.functions[function.index]
    outside = module.functions[definition.parent].kind != ir.CLASS_BODY
    return outside and bool(definition.params) and module.names[definition.slots[0]] == "self"


def _nothing(frame: Frame, function: Value, given: Arguments, at: At) -> Value:
    call(frame, function, given, at)
    return NONE


def _future(frame: Frame, function: Value, given: Arguments, at: At) -> Value:
    """An object that is asked for what the call gave."""
    held = Special("held", call(frame, function, given, at))
    return frame.allocate(Body("object", fields={"result": held, "get": held}))


def _each(frame: Frame, function: Value, given: Arguments, at: At) -> Value:
    """The function is called with each item."""
    return FUNCTIONS["map"](frame, Arguments([function, *given.positional]), at) or UNKNOWN


def _folded(frame: Frame, function: Value, given: Arguments, at: At) -> Value:
    """The function is called with what it gave last and the next item."""
    element = frame.element(given.given(), at)
    start = given.at(1, "initial")
    first = call(frame, function, Arguments([element if start is None else start, element]), at)
    again = call(frame, function, Arguments([first, element]), at)
    return choice([first, again] if start is None else [start, first, again])


GIVERS: Final[Mapping[str, Giver]] = {"nothing": _nothing, "future": _future, "each": _each, "folded": _folded}
"""What comes back, by the word that a row has for it; else it is what the function gives."""
