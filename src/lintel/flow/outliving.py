"""What outlives a call: objects that the body of a module made, variables of modules, attributes of classes.

Every function knows such an object by one number (`values.Shared`). What it puts there is an effect like those on what
its caller gave; who solves (`World`) keeps what callers need not be asked about, for others to read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from lintel.flow.combining import MOST_CARRIED, bounded, choice, leaves
from lintel.flow.definitions import Class, Func
from lintel.flow.heap import KEYS, LAST, Body
from lintel.flow.summary import Effect
from lintel.flow.values import Choice, Cleaned, Const, Fresh, Hole, Lib, Ref, Shared, Value

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


_OF_ENGINE: Final = frozenset({KEYS, LAST})


def here(frame: Frame, value: Fresh, oid: Shared) -> Ref:
    """An object that outlives calls, as this function knows it."""
    if frame.shares and oid.path == frame.path:
        return Ref(oid.number)
    if oid not in frame.state.heap:
        body = frame.body(value) or value.body
        frame.state.heap[oid] = body
        frame.shared.setdefault(oid, body)
    return Ref(oid)


def set_on_class(frame: Frame, cls: Class, name: str) -> Value | None:
    """What functions set as an attribute of a class or of those above it, where its body does not."""
    if not frame.world.is_set_on_classes(name):
        return None
    for above in frame.world.lineage(cls):
        if type(above) is Class:
            frame.reads.add(above.oid)
            found = frame.world.kept_in(above, name)
            if found is not None:
                return frame.thaw(found)
    return None


def with_set(frame: Frame, cls: Class, name: str, member: Value) -> Value:
    """What a class has as an attribute: what its body says, or what functions set instead."""
    if not frame.world.is_set_on_classes(name):
        return member
    own = frame.state.heap.get(cls.oid)
    if own is not None and name in own.fields:
        return own.fields[name]
    frame.reads.add(cls.oid)
    kept = frame.world.kept_in(cls, name)
    return member if kept is None else choice((member, frame.thaw(kept)))


def set_here(frame: Frame, path: str, name: str) -> Value | None:
    """What this very function has set as a variable of another module."""
    if not frame.world.is_set_on_classes(name) and not frame.world.module_ir(path).functions[0].rebound:
        return None
    module = Shared(path, 0)
    frame.reads.add(module)
    body = frame.state.heap.get(module)
    return None if body is None else body.fields.get(name)


def set_in_module(frame: Frame, path: str, name: str, value: Value) -> None:
    """A variable of another module is set: who reads it later finds that too."""
    module = Ref(Shared(path, 0))
    frame.set_body(module, frame.held(module).with_field(name, frame.clean(value)))


def shared_effects(frame: Frame) -> list[Effect]:
    """What a function put into objects that outlive it, as far as it may matter to others.

    That is what a client or a caller decides, what can be called, and constants in its place.
    """
    found: list[Effect] = []
    memo: dict[int, Value] = {}
    for oid, before in frame.shared.items():
        body = frame.state.heap.get(oid)
        if body is not None and body is not before:
            known = before or Body("object")
            new = _added(known, body, lambda part: bounded(frame.freeze(part, memo), MOST_CARRIED))
            if any(True for _ in new.parts()):
                target = Class(oid.path, -oid.number) if oid.number < 0 else Fresh(known, oid)
                found.append(Effect(target, new, whole=False))
    return found


def _added(before: Body, after: Body, outside: Callable[[Value], Value]) -> Body:
    """What an object holds that it did not hold before."""
    several = [each for each in after.items or () if not any(each is known for known in before.items or ())]
    if after.rest is not None and after.rest is not before.rest:
        several += after.rest.values if type(after.rest) is Choice else [after.rest]
    items = tuple(each for each in map(outside, several) if _is_told(each))
    keyed = _replaced(before.keyed, after.keyed, outside)
    return Body(after.kind, items, keyed, _replaced(before.fields, after.fields, outside))


def _replaced(
    before: Mapping[Any, Value], after: Mapping[Any, Value], outside: Callable[[Value], Value]
) -> Mapping[Any, Value]:
    new = {
        name: outside(each) for name, each in after.items() if before.get(name) is not each and name not in _OF_ENGINE
    }
    return {name: each for name, each in new.items() if type(each) in (Const, Func, Class) or _is_told(each)}


def _is_told(value: Value) -> bool:
    """Whether a client or caller decides a value, or which it is of several."""
    for leaf in leaves(value):
        inner = leaf.value if type(leaf) is Cleaned and "guessed" not in leaf.dangers else leaf
        if type(inner) is Hole or (type(inner) is Lib and inner.source is not None):
            return True
    return False
