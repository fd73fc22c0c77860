"""Lowering of what stands left of an assignment: names, attributes, subscripts, and sequences of them."""

from __future__ import annotations

from typing import Any, Final

from lintel.facts.lower_frame import Frame
from lintel.flow import ir
from lintel.source.lazy import cst

Attribute = cst.Attribute
Comma = cst.Comma
Index = cst.Index
List = cst.List
Name = cst.Name
Slice = cst.Slice
StarredElement = cst.StarredElement
Subscript = cst.Subscript
Tuple = cst.Tuple

KIND: Final = {name: number for number, name in enumerate(ir.KINDS)}


def register_of(frame: Frame, target: Any) -> int:
    """The register of a target that is a plain variable of this function (or comprehension), else -1."""
    if type(target) is not Name:
        return -1
    if target.value in frame.overlay:
        return frame.overlay[target.value]
    return frame.slots.get(target.value, -1)


def store_name(frame: Frame, name: str, value: int, kind: int, at: int) -> None:
    """Bind a name to a value; kind and `at` say where."""
    slot = frame.overlay.get(name) if name in frame.overlay else frame.slots.get(name)
    if slot is not None:
        if value != slot:
            frame.emit((ir.MOVE, kind, at, slot, value))
        if frame.in_class:
            note_bound(frame, name)
        return
    outer = frame.names[name]
    owner = frame.unit.owner(outer)
    if owner is not None:
        owner[0].rebound.add(owner[1])
        frame.emit((ir.STORE_OUTER, kind, at, outer, value))


def note_bound(frame: Frame, name: str) -> None:
    """A name of a class body is bound: from here on it is read from its slot, if the body is sure to pass here."""
    if frame.in_class and not frame.hides_class and getattr(frame.emit, "__self__", None) is frame.blocks[0]:
        frame.names[name] = frame.slots[name]


def store(frame: Frame, target: Any, value: int, kind: int, at: int) -> None:
    """Assign a value to a target."""
    node_kind = type(target)
    if node_kind is Name:
        store_name(frame, target.value, value, kind, at)
    elif node_kind is Attribute:
        owner = frame.expressions[type(target.value)](frame, target.value, -1)
        name = frame.identifiers[target.attr.value]
        frame.emit((ir.STORE_ATTRIBUTE, frame.ordinals[id(target)], owner, name, value))
    elif node_kind is Subscript:
        owner = frame.expressions[type(target.value)](frame, target.value, -1)
        key = subscript_key(frame, target)
        frame.emit((ir.STORE_SUBSCRIPT, frame.ordinals[id(target)], owner, key, value))
    elif node_kind is Tuple or node_kind is List:
        _unpack(frame, target.elements, value, kind, at)
    elif hasattr(target, "value"):
        store(frame, target.value, value, kind, at)


def _unpack(frame: Frame, elements: Any, value: int, kind: int, at: int) -> None:
    registers: list[int] = []
    later: list[tuple[Any, int]] = []
    star = -1
    for index, element in enumerate(elements):
        if type(element) is StarredElement:
            star = index
        register = register_of(frame, element.value)
        if register < 0:
            register = frame.temporary()
            later.append((element.value, register))
        registers.append(register)
    frame.emit((ir.UNPACK, kind, at, value, star, *registers))
    for target, register in later:
        store(frame, target, register, kind, at)
    if frame.in_class:
        for element in elements:
            if register_of(frame, element.value) >= 0:
                note_bound(frame, element.value.value)


def subscript_key(frame: Frame, node: cst.Subscript) -> int:
    """The operand of what stands between the brackets: a value, a slice, or a tuple of them."""
    elements = node.slice
    if len(elements) == 1 and type(elements[0].comma) is not Comma:
        inner = elements[0].slice
        if type(inner) is Index and inner.star is None:
            value = inner.value
            if type(value) is Name:
                return frame.names[value.value]
            return frame.expressions[type(value)](frame, value, -1)
        if type(inner) is Slice:
            return _slice(frame, inner)
    return _key_tuple(frame, elements)


def _key_tuple(frame: Frame, elements: Any) -> int:
    key = -1
    values: list[int] = []
    for element in elements:
        inner = element.slice
        if type(inner) is Slice:
            value = _slice(frame, inner)
        else:
            value = frame.expressions[type(inner.value)](frame, inner.value, -1)
        starred = type(inner) is Index and inner.star is not None
        if key < 0 and not starred:
            values.append(value)
            continue
        if key < 0:
            key = frame.temporary()
            frame.emit((ir.TUPLE, ir.NO_PLACE, key, *values))
        frame.emit((ir.EXTEND if starred else ir.ADD, key, value))
    if key < 0:
        key = frame.temporary()
        frame.emit((ir.TUPLE, ir.NO_PLACE, key, *values))
    return key


def _slice(frame: Frame, node: cst.Slice) -> int:
    parts = (node.lower, node.upper, node.step)
    values = [ir.NONE if part is None else frame.expressions[type(part)](frame, part, -1) for part in parts]
    result = frame.temporary()
    frame.emit((ir.SLICE, result, *values))
    return result
