"""Expressions: calls, attributes, items, operators, what is awaited and yielded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.builtin_containers import extend, merge_into
from lintel.flow.calls import call, call_method
from lintel.flow.combining import choice
from lintel.flow.heap import Body
from lintel.flow.operations import binary, unary
from lintel.flow.values import NONE, UNKNOWN, At, Lib, Ref, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.solving import Handler, Solving


def _move(frame: Solving, ins: ir.Instruction) -> None:
    frame.state.regs[ins[3]] = frame.value(ins[4])


def _lookup(frame: Solving, ins: ir.Instruction) -> None:
    held = frame.state.regs[ins[2]]
    frame.state.regs[ins[1]] = frame.value(ins[3]) if held is None else held


def _arguments_of(frame: Solving, ins: ir.Instruction, count_at: int) -> Arguments:
    """The arguments of a CALL or METHOD."""
    value = frame.value
    first = count_at + 1
    after = first + ins[count_at]
    found = Arguments([value(each) for each in ins[first:after]])
    if after < len(ins):
        names = frame.module.names
        for index in range(after, len(ins), 2):
            found.keywords[names[ins[index]]] = value(ins[index + 1])
    return found


def _call(frame: Solving, ins: ir.Instruction) -> None:
    callee = frame.value(ins[3])
    arguments = _arguments_of(frame, ins, 4)
    frame.state.regs[ins[2]] = call(frame, callee, arguments, frame.place("Call", ins[1]))


def _method(frame: Solving, ins: ir.Instruction) -> None:
    receiver = frame.value(ins[3])
    arguments = _arguments_of(frame, ins, 5)
    name = frame.module.names[ins[4]]
    frame.state.regs[ins[2]] = call_method(frame, receiver, name, arguments, frame.place("Call", ins[1]))


def unpacked(frame: Solving, pairs: tuple[int, ...]) -> Arguments:
    """The arguments of a CALL_UNPACKED or CLASS."""
    found = Arguments()
    for index in range(0, len(pairs), 2):
        how, value = pairs[index], frame.value(pairs[index + 1])
        if how == ir.POSITIONAL:
            if found.star is None:
                found.positional.append(value)
            else:
                found.star = _with(frame, found.star, value)
        elif how == ir.STAR:
            found.spread = True
            _add_star(frame, found, value)
        elif how == ir.DOUBLE_STAR:
            _add_double_star(frame, found, value)
        else:
            found.keywords[frame.module.names[how]] = value
    return found


def _with(frame: Solving, star: Value, value: Value) -> Value:
    return frame.allocate(Body("tuple", None, rest=choice((frame.element(star, None), value))))


def _add_star(frame: Solving, found: Arguments, value: Value) -> None:
    items = frame.items_of(value)
    if items is not None and found.star is None:
        found.positional.extend(items)
    elif found.star is None:
        found.star = value
    else:
        found.star = _with(frame, found.star, frame.element(value, None))


def _add_double_star(frame: Solving, found: Arguments, value: Value) -> None:
    body = frame.body(value)
    if body is not None and body.kind == "dict":
        found.keywords.update({key: each for key, each in body.keyed.items() if isinstance(key, str)})
        if body.rest is not None:
            found.double_star = frame.allocate(Body("dict", None, rest=body.rest))
        elif body.base is not None:
            found.double_star = body.base
    else:
        found.double_star = value


def _call_unpacked(frame: Solving, ins: ir.Instruction) -> None:
    callee = frame.value(ins[3])
    arguments = unpacked(frame, ins[4:])
    for value in (arguments.star, arguments.double_star):
        if value is not None:
            frame.note(value)
    frame.state.regs[ins[2]] = call(frame, callee, arguments, frame.place("Call", ins[1]))


def _attribute(frame: Solving, ins: ir.Instruction) -> None:
    owner = frame.value(ins[3])
    name = frame.module.names[ins[4]]
    frame.state.regs[ins[2]] = frame.attribute(owner, name, frame.place("Attribute", ins[1]))


def _subscript(frame: Solving, ins: ir.Instruction) -> None:
    owner, key = frame.value(ins[3]), frame.value(ins[4])
    frame.state.regs[ins[2]] = frame.item(owner, key, frame.place("Subscript", ins[1]))


def _slice(frame: Solving, ins: ir.Instruction) -> None:
    parts = tuple(NONE if each == ir.NONE else frame.value(each) for each in ins[2:5])
    frame.state.regs[ins[1]] = frame.allocate(Body("slice", parts))


def _binary(frame: Solving, ins: ir.Instruction) -> None:
    operator = ir.BINARY_OPERATORS[ins[3]]
    left, right = frame.value(ins[4]), frame.value(ins[5])
    frame.state.regs[ins[2]] = binary(frame, operator, left, right, frame.place("BinaryOperation", ins[1]))


def _augment(frame: Solving, ins: ir.Instruction) -> None:
    operator = ir.BINARY_OPERATORS[ins[3]]
    left, right = frame.value(ins[4]), frame.value(ins[5])
    at = frame.place("AugAssign", ins[1])
    body = frame.body(left)
    if operator in ("+", "|") and body is not None and body.kind in ("list", "set", "dict") and type(left) is Ref:
        if body.kind == "dict":
            merge_into(frame, left, right, at)
        else:
            extend(frame, left, right, at)
        frame.state.regs[ins[2]] = left
        return
    frame.state.regs[ins[2]] = binary(frame, operator, left, right, at)


def _unary(frame: Solving, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = unary(ir.UNARY_OPERATORS[ins[2]], frame.value(ins[3]))


def _await(frame: Solving, ins: ir.Instruction) -> None:
    value = frame.value(ins[3])
    if type(value) is Lib:
        value = frame.world.library_awaited(value, frame.place("Await", ins[1]) or At(frame.path, "", 0))
    frame.state.regs[ins[2]] = value


def _yield(frame: Solving, ins: ir.Instruction) -> None:
    frame.elements.append(frame.freeze(frame.handed(ins[3])))
    frame.state.regs[ins[2]] = UNKNOWN


def _yield_from(frame: Solving, ins: ir.Instruction) -> None:
    frame.elements.append(frame.freeze(frame.element(frame.value(ins[3]), frame.place("Yield", ins[1]))))
    frame.state.regs[ins[2]] = UNKNOWN


EXPRESSIONS: Final[dict[int, Handler]] = {
    ir.MOVE: _move,
    ir.CALL: _call,
    ir.CALL_UNPACKED: _call_unpacked,
    ir.METHOD: _method,
    ir.ATTRIBUTE: _attribute,
    ir.SUBSCRIPT: _subscript,
    ir.SLICE: _slice,
    ir.BINARY: _binary,
    ir.AUGMENT: _augment,
    ir.UNARY: _unary,
    ir.AWAIT: _await,
    ir.YIELD: _yield,
    ir.YIELD_FROM: _yield_from,
    ir.LOOKUP: _lookup,
}
