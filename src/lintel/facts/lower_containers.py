"""Lowering of displays and comprehensions.

A container with `*` or `**` in it, and one that is comprehended, is made first and filled then; so it is never built in
the register of the variable it goes to, which its own items may still read (`x = [*x, 1]`).
"""

from __future__ import annotations

from typing import Any

from lintel.facts.lower_frame import Expression, Frame
from lintel.facts.lower_targets import KIND, register_of, store
from lintel.flow import ir
from lintel.source.lazy import cst

DictElement = cst.DictElement
Name = cst.Name
StarredElement = cst.StarredElement


def _display(frame: Frame, node: Any, opcode: int, dest: int) -> int:
    expressions = frame.expressions
    values: list[int] = []
    result = -1
    for element in node.elements:
        value = expressions[type(element.value)](frame, element.value, -1)
        starred = type(element) is StarredElement
        if result < 0 and not starred:
            values.append(value)
            continue
        if result < 0:
            result = frame.temporary()
            frame.emit((opcode, frame.ordinals[id(node)], result, *values))
        frame.emit((ir.EXTEND if starred else ir.ADD, result, value))
    if result < 0:
        result = dest if dest >= 0 else frame.temporary()
        frame.emit((opcode, frame.ordinals[id(node)], result, *values))
    return result


def list_display(frame: Frame, node: cst.List, dest: int) -> int:
    """`[a, *b]`."""
    return _display(frame, node, ir.LIST, dest)


def tuple_display(frame: Frame, node: cst.Tuple, dest: int) -> int:
    """`a, *b`."""
    return _display(frame, node, ir.TUPLE, dest)


def set_display(frame: Frame, node: cst.Set, dest: int) -> int:
    """`{a, *b}`."""
    return _display(frame, node, ir.SET, dest)


def dict_display(frame: Frame, node: cst.Dict, dest: int) -> int:
    """`{k: v, **m}`."""
    expressions = frame.expressions
    values: list[int] = []
    result = -1
    for element in node.elements:
        if type(element) is DictElement:
            key = expressions[type(element.key)](frame, element.key, -1)
            value = expressions[type(element.value)](frame, element.value, -1)
            if result < 0:
                values += (key, value)
            else:
                frame.emit((ir.ADD_PAIR, result, key, value))
            continue
        value = expressions[type(element.value)](frame, element.value, -1)
        if result < 0:
            result = frame.temporary()
            frame.emit((ir.DICT, frame.ordinals[id(node)], result, *values))
        frame.emit((ir.MERGE, result, value))
    if result < 0:
        result = dest if dest >= 0 else frame.temporary()
        frame.emit((ir.DICT, frame.ordinals[id(node)], result, *values))
    return result


def starred(frame: Frame, node: cst.StarredElement, _dest: int) -> int:
    """A starred expression where none is expected: its value."""
    return frame.expressions[type(node.value)](frame, node.value, -1)


_OPCODES = {
    "ListComp": ir.LIST_COMP,
    "SetComp": ir.SET_COMP,
    "DictComp": ir.DICT_COMP,
    "StarredDictComp": ir.DICT_COMP,
    "GeneratorExp": ir.GENERATOR,
}


def comprehension(frame: Frame, node: Any, _dest: int) -> int:
    """All kinds of comprehension: a container, and a block of loops that adds to it.

    The first iterable is evaluated outside; everything else sees the variables of the comprehension
    and, in a class body, does not see the names of the class.
    """
    expressions = frame.expressions
    loop: cst.CompFor = node.for_in
    iterable = expressions[type(loop.iter)](frame, loop.iter, -1)
    result = frame.temporary()
    emit, names, hides = frame.emit, frame.names, frame.hides_class
    if frame.in_class and not hides:
        frame.hide_class()
    block = frame.open()
    saved = _loops(frame, loop, iterable)
    _add(frame, node, result)
    for each in reversed(saved):
        frame.uncover(each)
    frame.emit, frame.names, frame.hides_class = emit, names, hides
    at = frame.ordinals.get(id(node), ir.NO_PLACE)
    frame.emit((_OPCODES[type(node).__name__], at, result, block))
    return result


def _loops(frame: Frame, loop: cst.CompFor, iterable: int) -> list[dict[str, int | None]]:
    """Open the blocks of the loops and conditions; the innermost is the current one afterwards."""
    expressions = frame.expressions
    saved: list[dict[str, int | None]] = []
    while True:
        saved.append(frame.cover(frame.unit.own[id(loop)]))
        item = register_of(frame, loop.target)
        at = frame.ordinals[id(loop)]
        item = item if item >= 0 else frame.temporary()
        emit = frame.emit
        block = frame.open()
        emit((ir.COMP_FOR, at, int(loop.asynchronous is not None), iterable, item, block))
        if type(loop.target) is not Name:
            store(frame, loop.target, item, KIND["CompFor"], at)
        for condition in loop.ifs:
            test = expressions[type(condition.test)](frame, condition.test, -1)
            emit = frame.emit
            block = frame.open()
            emit((ir.IF, ir.NO_PLACE, ir.NONE, ir.NONE, test, block))
        if loop.inner_for_in is None:
            return saved
        loop = loop.inner_for_in
        iterable = expressions[type(loop.iter)](frame, loop.iter, -1)


def _add(frame: Frame, node: Any, result: int) -> None:
    expressions = frame.expressions
    kind = type(node).__name__
    if kind == "DictComp":
        key = expressions[type(node.key)](frame, node.key, -1)
        value = expressions[type(node.value)](frame, node.value, -1)
        frame.emit((ir.ADD_PAIR, result, key, value))
    elif kind == "StarredDictComp":
        frame.emit((ir.MERGE, result, expressions[type(node.value)](frame, node.value, -1)))
    else:
        value = expressions[type(node.elt)](frame, node.elt, -1)
        frame.emit((ir.EXTEND if type(node.elt) is StarredElement else ir.ADD, result, value))


CONTAINERS: dict[str, Expression] = {
    "Dict": dict_display,
    "List": list_display,
    "Set": set_display,
    "StarredElement": starred,
    "Tuple": tuple_display,
    **dict.fromkeys(_OPCODES, comprehension),
}
