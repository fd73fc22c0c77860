"""Texts and containers that are written out: f-strings, lists, dictionaries, and what comprehensions add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.attributes import method_of
from lintel.flow.builtin_containers import extend, merge_into
from lintel.flow.builtin_conversions import quoted, spelled
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.heap import Body
from lintel.flow.items import constant_key
from lintel.flow.texts import text
from lintel.flow.values import FIXED, NO_VALUE, NUMBER, Choice, Const, Ref, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.solving import Handler, Solving


def _fstring(frame: Solving, ins: ir.Instruction) -> None:
    parts = [_spelled(frame, frame.value(each)) for each in ins[4:]]
    choices = [each for each in parts if type(each) is Choice]
    at = frame.place(ir.KINDS[ins[1]], ins[2])
    if len(choices) == 1 and len(choices[0].values) <= 4:
        one = choices[0]
        frame.state.regs[ins[3]] = choice(
            [text([each if part is one else part for part in parts], at) for each in one.values]
        )
        return
    frame.state.regs[ins[3]] = text(parts, at)


def _spelled(frame: Solving, value: Value) -> Value:
    """What `format()` makes of a value that is no text."""
    if type(value) is Ref:
        method = method_of(frame, value, "__format__", None)
        return spelled(frame, value, None) if method is None else frame.call(method, Arguments([Const("")]), None)
    return frame.clean_text(value)


def _tstring(frame: Solving, ins: ir.Instruction) -> None:
    """A template string binds what is put in: whoever takes it decides."""
    frame.state.regs[ins[3]] = FIXED


def _format(frame: Solving, ins: ir.Instruction) -> None:
    value = frame.value(ins[2])
    spec = NO_VALUE if ins[4] == ir.NONE else frame.value(ins[4])
    if type(spec) is Const and isinstance(spec.value, str) and spec.value[-1:] in ("d", "f", "x", "e", "g", "n", "X"):
        value = NUMBER if type(value) is not Const else value
    elif not is_plain(spec) and spec is not NO_VALUE:
        value = mix((value, spec), None, "format")
    how = chr(max(ins[3], 0))
    if how == "s" and type(value) is Ref:
        said = spelled(frame, value, None)
    else:
        said = quoted(frame, value, None) if how in "ra" else _spelled(frame, value)
    frame.state.regs[ins[1]] = said


def _sequence(kind: str) -> Handler:
    def make(frame: Solving, ins: ir.Instruction) -> None:
        values = tuple(frame.handed(each) for each in ins[3:])
        frame.state.regs[ins[2]] = frame.allocate(Body(kind, ()).with_items(values))

    return make


def _dict(frame: Solving, ins: ir.Instruction) -> None:
    keyed: dict[object, Value] = {}
    body = Body("dict")
    for index in range(3, len(ins), 2):
        key, value = constant_key(frame, frame.value(ins[index])), frame.handed(ins[index + 1])
        if type(key) is Const and len(keyed) < 200:
            keyed[key.value] = value
        else:
            body = body.with_some(value, under=frame.clean(key))
    frame.state.regs[ins[2]] = frame.allocate(Body("dict", None, keyed, body.fields, body.rest))


def _add(frame: Solving, ins: ir.Instruction) -> None:
    owner, value = frame.value(ins[1]), frame.clean(frame.value(ins[2]))
    body = frame.held(owner)
    if body.items is not None and not frame.comprehending:
        frame.set_body(owner, body.with_items((*body.items, value)))
    else:
        frame.set_body(owner, body.with_some(value))


def _extend(frame: Solving, ins: ir.Instruction) -> None:
    extend(frame, frame.value(ins[1]), frame.value(ins[2]), None)


def _add_pair(frame: Solving, ins: ir.Instruction) -> None:
    owner, key, value = (frame.clean(frame.value(each)) for each in ins[1:4])
    frame.set_body(owner, frame.held(owner).with_item(key, value))


def _merge(frame: Solving, ins: ir.Instruction) -> None:
    merge_into(frame, frame.value(ins[1]), frame.value(ins[2]), None)


DISPLAYS: Final[dict[int, Handler]] = {
    ir.FSTRING: _fstring,
    ir.CONCAT: _fstring,
    ir.TSTRING: _tstring,
    ir.FORMAT: _format,
    ir.LIST: _sequence("list"),
    ir.TUPLE: _sequence("tuple"),
    ir.SET: _sequence("set"),
    ir.DICT: _dict,
    ir.ADD: _add,
    ir.EXTEND: _extend,
    ir.ADD_PAIR: _add_pair,
    ir.MERGE: _merge,
}
