"""Assignments to variables, attributes and items, and their removal; what `with` binds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.attributes import method_of
from lintel.flow.calls import call
from lintel.flow.combining import choice, join, mix
from lintel.flow.heap import Body
from lintel.flow.values import NO_VALUE, At, Choice, Const, Hole, Lib, Mix, Ref, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.solving import Handler, Solving


def _store_outer(frame: Solving, ins: ir.Instruction) -> None:
    operand, value = ins[3], frame.value(ins[4])
    frozen = frame.freeze(value)
    frame.outer[operand] = join(frame.outer.get(operand), frozen) or frozen
    frame.captures[operand] = value


def _store_attribute(frame: Solving, ins: ir.Instruction) -> None:
    owner, value = frame.value(ins[2]), frame.value(ins[4])
    frame.store_attribute(owner, frame.module.names[ins[3]], value, frame.place("Attribute", ins[1]))


def _store_subscript(frame: Solving, ins: ir.Instruction) -> None:
    owner, key, value = frame.value(ins[2]), frame.value(ins[3]), frame.value(ins[4])
    frame.store_item(owner, key, value, frame.place("Subscript", ins[1]))


def _unpack(frame: Solving, ins: ir.Instruction) -> None:
    source, star, registers = frame.value(ins[3]), ins[4], ins[5:]
    items = frame.items_of(source)
    regs = frame.state.regs
    at = None if ins[2] < 0 else At(frame.path, ir.KINDS[ins[1]], ins[2])
    if items is not None and star < 0 and len(items) == len(registers):
        for register, value in zip(registers, items, strict=True):
            regs[register] = value
        return
    if items is not None and star >= 0 and len(items) >= len(registers) - 1:
        after = len(registers) - star - 1
        middle = items[star : len(items) - after]
        values = [*items[:star], frame.allocate(Body("list", middle)), *items[len(items) - after :]]
        for register, value in zip(registers, values, strict=True):
            regs[register] = value
        return
    for place, register in enumerate(registers):
        if place == star:
            value = frame.element(source, at)
        else:
            value = frame.item(source, Const(place if place < star or star < 0 else place - len(registers)), at)
        if value is NO_VALUE:
            value = frame.element(source, at)
        if type(value) is Mix:  # what is checked of one piece is not checked of the others
            value = mix((value,), None, "piece")
        if place == star:
            value = frame.allocate(Body("list", None, rest=value))
        regs[register] = value


def _delete(frame: Solving, ins: ir.Instruction) -> None:
    if ins[1] >= 0:
        frame.state.regs[ins[1]] = None


def _delete_subscript(frame: Solving, ins: ir.Instruction) -> None:
    owner, key = frame.value(ins[2]), frame.value(ins[3])
    body = frame.body(owner)
    if body is None or type(key) is not Const:
        return
    if body.kind == "dict":
        frame.set_body(owner, body.without(key.value))
    elif body.items is not None and isinstance(key.value, int) and -len(body.items) <= key.value < len(body.items):
        items = list(body.items)
        del items[key.value]
        frame.set_body(owner, body.with_items(tuple(items)))


def _enter(frame: Solving, ins: ir.Instruction) -> None:
    manager = frame.value(ins[4])
    at = frame.place("WithItem", ins[1])
    frame.state.regs[ins[3]] = _entered(frame, manager, at, is_async=bool(ins[2]))


def _entered(frame: Solving, manager: Value, at: At | None, *, is_async: bool) -> Value:
    """What `with manager as x` binds: itself, what its class says, or what a generator yields."""
    if type(manager) is Choice:
        return choice([_entered(frame, each, at, is_async=is_async) for each in manager.values])
    if type(manager) in (Ref, Hole):
        body = frame.body(manager)
        if body is not None and body.kind == "iterator":
            return frame.element(manager, at)
        method = method_of(frame, manager, "__aenter__" if is_async else "__enter__", at)
        if method is not None:
            return call(frame, method, Arguments(), at)
    if type(manager) is Lib and is_async:
        return frame.world.library_awaited(manager, at or At(frame.path, "", 0))
    return manager


STORES: Final[dict[int, Handler]] = {
    ir.STORE_OUTER: _store_outer,
    ir.STORE_ATTRIBUTE: _store_attribute,
    ir.STORE_SUBSCRIPT: _store_subscript,
    ir.UNPACK: _unpack,
    ir.DELETE: _delete,
    ir.DELETE_SUBSCRIPT: _delete_subscript,
    ir.ENTER: _enter,
}
