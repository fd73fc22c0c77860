"""The shapes of arguments: what of them a callee is told where it can do more with it than with a mere hole.

Constants, callables, classes and objects keep their structure; what they hold of texts and unknown values becomes holes
again, named by the way to them. So calls that differ in nothing that matters share one solution.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from lintel.flow.combining import choice
from lintel.flow.definitions import Bound, Class, Func, Module, Partial
from lintel.flow.heap import Body
from lintel.flow.values import FIXED, NUMBER, Choice, Const, Fresh, Harmless, Hole, Lib, Ref, Test, Value

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


DEEPEST: Final = 4
MOST: Final = 24  # parts of all arguments together
LONGEST_KEY: Final = 120


def shapes_of(frame: Frame, actuals: Sequence[Value], sensitive: frozenset[int]) -> tuple[Value, ...] | None:
    """The arguments as shapes, holes for those of which nothing more can be told; None where that is all of them."""
    count = [0]
    found: list[Value] = []
    structured = False
    for index, value in enumerate(actuals):
        hole = Hole(index)
        shape = _shape(frame, value, hole, 0, count) if index in sensitive else hole
        structured = structured or type(shape) is not Hole or type(shape.hint) is Lib
        found.append(shape)
    return tuple(found) if structured and count[0] <= MOST else None


def _shape(frame: Frame, value: Value, hole: Hole, depth: int, count: list[int]) -> Value:
    count[0] += 1
    if count[0] > MOST or depth > DEEPEST:
        return hole
    if type(value) is Const:
        return value if not isinstance(value.value, str) or len(value.value) <= LONGEST_KEY else hole
    if type(value) in (Class, Module):
        return value
    if type(value) is Harmless:
        return NUMBER if value is NUMBER else FIXED
    if type(value) is Func:
        return _function(frame, value, hole, depth, count)
    if type(value) is Bound:
        receiver = _shape(frame, value.receiver, Hole(hole.index, hole, ".", "__self__"), depth + 1, count)
        return Bound(receiver, value.function, value.name)
    if type(value) is Partial:
        return Partial(value.function, value.positional, value.keywords) if _closed(value) else hole
    if type(value) is Lib and value.source is None and not value.oid and not value.inputs:
        return Lib(value.name)
    if type(value) is Lib and (value.source is None or frame.world.has_members(value)):
        return Hole(hole.index, hole.base, hole.how, hole.name, Lib(value.name))
    if type(value) in (Ref, Fresh):
        body = frame.body(value)
        return hole if body is None else Fresh(_body(frame, body, hole, depth, count), 0)
    if type(value) is Choice and len(value.values) <= 4:
        several = [_shape(frame, each, hole, depth + 1, count) for each in value.values]
        return hole if any(type(each) is Hole for each in several) else choice(several)
    if type(value) is Hole and value.hint is not None:
        return Hole(hole.index, hole.base, hole.how, hole.name, value.hint)
    return hole


def _closed(value: Partial) -> bool:
    return all(type(each) in (Const, Func, Class) for each in value.made_of())


def _function(frame: Frame, value: Func, hole: Hole, depth: int, count: list[int]) -> Value:
    held = dict(value.captures)
    function = frame.world.module_ir(value.path).functions[value.index]
    if value.env is not None:
        held.update({operand: value.env.value(operand) for operand in function.captures if operand not in held})
    captures = {
        operand: _shape(frame, each, Hole(hole.index, hole, "^", operand), depth + 1, count)
        for operand, each in held.items()
    }
    return Func(value.path, value.index, value.defaults, None, captures)


def _body(frame: Frame, body: Body, hole: Hole, depth: int, count: list[int]) -> Body:
    def part(value: Value, how: str, name: object) -> Value:
        return _shape(frame, value, Hole(hole.index, hole, how, name), depth + 1, count)

    items = None if body.items is None else tuple(part(each, "[", place) for place, each in enumerate(body.items))
    keyed = {key: part(each, "[", key) for key, each in body.keyed.items()}
    fields = {name: part(each, ".", name) for name, each in body.fields.items()}
    rest = None if body.rest is None else Hole(hole.index, hole, "*")
    base = None if body.base is None else body.base if type(body.base) is Lib else hole
    return Body(body.kind, items, keyed, fields, rest, base, body.cls)


def shape_key(value: Value) -> Hashable:
    """What tells shapes apart."""
    if type(value) is Fresh:
        body = value.body
        return (
            body.kind,
            None if body.items is None else tuple(map(shape_key, body.items)),
            tuple((repr(key), shape_key(each)) for key, each in body.keyed.items()),
            tuple((key, shape_key(each)) for key, each in body.fields.items()),
            body.rest is not None,
            None if body.base is None else shape_key(body.base),
            None if body.cls is None else body.cls.key,
        )
    if type(value) is Hole:
        return (value.key, None if value.hint is None else shape_key(value.hint))
    if type(value) is Lib:
        return ("lib", value.name)
    if type(value) is Func:
        return (value.path, value.index, tuple((slot, shape_key(each)) for slot, each in value.captures.items()))
    if type(value) is Bound:
        function = None if value.function is None else shape_key(value.function)
        return (shape_key(value.receiver), value.name, function)
    if type(value) is Choice:
        return tuple(map(shape_key, value.values))
    if type(value) is Test:
        return "test"
    return value.key
