"""What the parameters and captured variables of a function hold in a call of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintel.flow import ir
from lintel.flow.combining import choice
from lintel.flow.definitions import Func
from lintel.flow.heap import Body
from lintel.flow.values import NO_VALUE, UNKNOWN, At, Const, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


def bind(frame: Frame, function: ir.Function, callee: Func, arguments: Arguments, at: At | None) -> list[Value]:
    """The value of each parameter."""
    positional = list(arguments.positional)
    keywords = dict(arguments.keywords)
    found: list[Value] = []
    names = frame.world.module_ir(callee.path).names
    for index, (kind, _) in enumerate(function.params):
        name = names[function.slots[index]]
        if kind == ir.VARIADIC:
            found.append(_rest(frame, positional, arguments))
            positional = []
        elif kind == ir.VARIADIC_KEYWORDS:
            base = arguments.double_star
            found.append(frame.allocate(Body("dict", keyed=dict(keywords), base=base)))
        elif kind != ir.KEYWORD_ONLY and positional:
            found.append(positional.pop(0))
        elif kind != ir.POSITIONAL_ONLY and name in keywords:
            found.append(keywords.pop(name))
        else:
            found.append(_missing(frame, callee, index, name, kind, arguments, at))
    return found


def _rest(frame: Frame, positional: list[Value], arguments: Arguments) -> Value:
    if arguments.star is None:
        return frame.allocate(Body("tuple", tuple(positional)))
    element = frame.element(arguments.star, None)
    return frame.allocate(Body("tuple", None, rest=choice([*positional, element])))


def _missing(
    frame: Frame, callee: Func, index: int, name: str, kind: int, arguments: Arguments, at: At | None
) -> Value:
    brought: list[Value] = []
    if arguments.star is not None and kind != ir.KEYWORD_ONLY:
        brought.append(frame.item(arguments.star, Const(index - len(arguments.positional)), at))
    if arguments.double_star is not None and kind != ir.POSITIONAL_ONLY:
        brought.append(frame.item(arguments.double_star, Const(name), at))
    brought = [value for value in brought if value is not NO_VALUE]
    default = callee.defaults.get(index)
    if default is not None:
        brought.append(frame.thaw(default))
    return choice(brought) if brought else UNKNOWN


def captured(frame: Frame, function: ir.Function, callee: Func) -> list[Value]:
    """The value of each variable of a function around that the callee uses."""
    found: list[Value] = []
    for operand in function.captures:
        held = callee.captures.get(operand)
        if held is None:
            held = callee.env.value(operand) if callee.env is not None else _elsewhere(frame, callee, operand)
        found.append(held)
    return found


def _elsewhere(frame: Frame, callee: Func, operand: int) -> Value:
    entry = frame.world.module_ir(callee.path).pool[~operand]
    if type(entry) is tuple and entry[0] == ir.VARIABLE and entry[1] == 0:
        return frame.world.variable(callee.path, entry[2])
    return frame.value(operand) if callee.path == frame.path else UNKNOWN
