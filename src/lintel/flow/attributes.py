"""What attributes hold: of objects, of classes and those above them, of modules and of what only a caller knows.

Everything here is a function of a frame; `frame.Frame` has the public ones as methods.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Accessor, Bound, Class, Func, Instance, Module, Special, Super
from lintel.flow.heap import Body
from lintel.flow.outliving import set_here, set_in_module, set_on_class, with_set
from lintel.flow.values import (
    FIXED,
    UNKNOWN,
    At,
    Choice,
    Const,
    Fresh,
    Harmless,
    Hole,
    Lib,
    Mix,
    Opaque,
    Ref,
    Text,
    Value,
)
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


DEEPEST_HOLE: Final = 6
Reader = Callable[["Frame", Any, str, At | None], Value]


def attribute(frame: Frame, owner: Value, name: str, at: At | None) -> Value:
    """`owner.name`."""
    told_by_code = name.startswith("__") and frame.world.is_name_of_code(name)
    if told_by_code and type(owner) in (Hole, Opaque, Mix, Func):
        return FIXED
    read = _READERS.get(type(owner))
    found = UNKNOWN if read is None else read(frame, owner, name, at)
    return FIXED if told_by_code and found is UNKNOWN else found


def _of_library(frame: Frame, owner: Lib, name: str, at: At | None) -> Value:
    body = frame.body(owner)
    if body is not None and name in body.fields:
        return body.fields[name]
    return frame.world.library_attribute(frame, owner, name, at or At(frame.path, "", 0))


def _of_module(frame: Frame, owner: Module, name: str, _at: At | None) -> Value:
    if owner.path:
        return set_here(frame, owner.path, name) or frame.world.member(owner.path, name)
    return frame.world.imported(frame.path, f"{owner.name}.{name}", 0, None, whole=True)


def _of_class(frame: Frame, owner: Class, name: str, at: At | None) -> Value:
    body = frame.body(owner)
    if body is not None and name in body.fields:
        return body.fields[name]  # set in this very function
    found = member_of(frame, owner, owner, name, at)
    return found or set_on_class(frame, owner, name) or member_of(frame, owner, owner, name, at, UNKNOWN) or UNKNOWN


def _of_instance(frame: Frame, owner: Instance, name: str, at: At | None) -> Value:
    found = member_of(frame, owner.cls, owner, name, at)
    if found is not None:
        return found
    stored = frame.world.attribute_hint(owner.cls, name)  # before what is not known of a library's class above
    if stored is not None:
        return frame.thaw(stored)
    return member_of(frame, owner.cls, owner, name, at, UNKNOWN) or UNKNOWN


def _of_choice(frame: Frame, owner: Choice, name: str, at: At | None) -> Value:
    return choice([attribute(frame, each, name, at) for each in owner.values])


def _of_fresh(frame: Frame, owner: Fresh, name: str, at: At | None) -> Value:
    return attribute(frame, frame.thaw(owner), name, at)


def _of_bound(_frame: Frame, owner: Bound, name: str, _at: At | None) -> Value:
    return owner.receiver if name == "__self__" else UNKNOWN


def _of_special(_frame: Frame, owner: Special, name: str, _at: At | None) -> Value:
    return Accessor(name, owner) if owner.kind == "property" else UNKNOWN


def _of_harmless(_frame: Frame, owner: Harmless, _name: str, _at: At | None) -> Value:
    return owner


def _of_text(_frame: Frame, owner: Value, name: str, _at: At | None) -> Value:
    return Bound(owner, None, name)


def _of_mix(_frame: Frame, owner: Mix, name: str, at: At | None) -> Value:
    return mix((owner,), at, f".{name}")


def _of_opaque(_frame: Frame, _owner: Opaque, name: str, at: At | None) -> Value:
    return Opaque(name, at)


# Objects


def _of_object(frame: Frame, owner: Ref | Hole, name: str, at: At | None) -> Value:
    body = frame.body(owner)
    if body is not None:
        found = body.fields.get(name)
        if found is None and body.kind == "object":
            found = body.keyed.get(name)  # put there by way of `__dict__`
            if name == "__dict__" and type(owner) is Ref:
                return owner
        if found is None and body.cls is not None:
            found = _declared_data(frame, body, body.cls, name, at) or member_of(frame, body.cls, owner, name, at)
        if found is not None:
            return found
        if body.base is not None and body.base is not owner:
            return attribute(frame, body.base, name, at)
        if type(owner) is Ref:
            if body.cls is not None:
                asked = _asked_for(frame, owner, name, at)
                return asked or frame.world.attribute_hint(body.cls, name) or UNKNOWN
            return owner if name == "__dict__" else Bound(owner, None, name)
    return _of_hole(frame, owner, name, at) if type(owner) is Hole else UNKNOWN


def _asked_for(frame: Frame, owner: Value, name: str, at: At | None) -> Value | None:
    """What `__getattr__` gives for a name that nothing else has; None where the class has no such method."""
    if name.startswith("__"):
        return None
    method = method_of(frame, owner, "__getattr__", at)
    return None if method is None else frame.call(method, Arguments([Const(name)]), at)


def _declared_data(frame: Frame, body: Body, cls: Class, name: str, at: At | None) -> Value | None:
    """A field of a model made of request data: what is assigned to it in the class is what it is by default alone."""
    if type(body.base) is not Lib or body.base.source is None:
        return None
    said = declared(frame, cls, name)
    if said is None:
        return None
    if type(said) is Instance:
        return frame.allocate(Body("object", base=attribute(frame, body.base, name, at), cls=said.cls))
    if is_plain(said) or type(said) is Fresh:
        return frame.thaw(said)
    return frame.world.as_declared(frame, cls, name, attribute(frame, body.base, name, at), at)


def declared(frame: Frame, cls: Class, name: str) -> Value | None:
    """What a model declares a field to be: UNKNOWN where that is a text of the client's choosing; None: no field."""
    for above in frame.world.lineage(cls):
        if type(above) is Class:
            info = frame.world.class_info(above)
            said = info.annotations.get(name)
            if said is not None:
                plain = type(said) is Fresh and all(is_plain(part) for part in said.body.parts())
                return said if plain or type(said) in (Harmless, Instance) else UNKNOWN
            if name in info.fields:
                return None if frame.world.is_form_field(info.members.get(name)) else UNKNOWN
    return None


def _of_hole(frame: Frame, owner: Hole, name: str, at: At | None) -> Value:
    hint = owner.hint
    if name == "__dict__":
        return owner
    if type(hint) is Lib:
        typed = Lib(hint.name, hint.at, (owner,), hint.source)
        return frame.world.library_attribute(frame, typed, name, at or At(frame.path, "", 0))
    further = None
    if type(hint) is Instance:
        found = member_of(frame, hint.cls, owner, name, at)
        if type(found) is Lib and declared(frame, hint.cls, name) is not None:
            found = None  # how a field is declared: the object holds what it was made with
        if found is not None:
            if is_plain(found) or frame.world.implementations(hint.cls, name):
                frame.note(owner)
            stored = frame.world.attribute_hint(hint.cls, name) if type(found) is Const else None
            if stored is None:
                return found
            return Hole(owner.index, owner, ".", name, choice((found, stored)))  # a default that methods replace
        further = frame.world.attribute_hint(hint.cls, name)
        if further is not None and _is_settled(further):
            return further
    if depth_of(owner) >= DEEPEST_HOLE:
        return mix((owner,), at, f".{name}")
    return Hole(owner.index, owner, ".", name, further, at)


def depth_of(hole: Hole) -> int:
    """How many steps away from its parameter a hole is, the parameter counted."""
    depth = 0
    here: Hole | None = hole
    while here is not None:
        here = here.base
        depth += 1
    return depth


def _is_settled(value: Value) -> bool:
    """Whether an attribute is the same whoever calls: something of a library, or to be called."""
    if type(value) is Choice:
        return all(type(each) is Lib and not each.inputs for each in value.values)
    return type(value) in (Lib, Func, Class, Module, Bound)


# Classes


def class_of(frame: Frame, value: Value) -> Class | None:
    """The class of the project that a value is an object of, where that is known."""
    if type(value) is Instance:
        return value.cls
    if type(value) is Hole and type(value.hint) is Instance:
        return value.hint.cls
    body = frame.body(value)
    return None if body is None else body.cls


def method_of(frame: Frame, owner: Value, name: str, at: At | None) -> Bound | None:
    """The method that the class of an object has under a name."""
    cls = class_of(frame, owner)
    if cls is None:
        return None
    found = member_of(frame, cls, owner, name, at)
    return found if type(found) is Bound else None


def member_of(
    frame: Frame, cls: Class, receiver: Value, name: str, at: At | None, missing: Value | None = None
) -> Value | None:
    """A member as it is seen through a class or an object of it.

    `missing` is what is given back where there is none; if that is UNKNOWN, what a library's class above says instead.
    """
    for above in frame.world.lineage(cls):
        if type(above) is Class:
            member = frame.world.class_info(above).members.get(name)
            if member is not None:
                found = _bound(frame, member, receiver, above, at)
                if type(member) is Lib and type(receiver) is not Class:
                    found = frame.world.form_field(frame, cls, receiver, name, member)
                return with_set(frame, above, name, found) if type(member) not in (Func, Special) else found
        elif type(above) is Lib:
            held = above if receiver is cls else Lib(f"{above.name}()", above.at)
            found = frame.world.library_attribute(frame, held, name, at or At("", "", 0))
            if type(found) is Lib and frame.world.is_filled(found):
                return Lib(found.name, found.at, found.inputs, None, found.oid, found.arguments, receiver)
            if frame.world.is_known(found):
                return _as_form(frame, cls, receiver, found)
            if missing is UNKNOWN:
                missing = found
    return missing


def _as_form(frame: Frame, cls: Class, receiver: Value, found: Value) -> Value:
    """What a form or serializer has read, as its class says what its fields hold."""
    if type(found) is not Lib or found.source is None:
        return found
    fields = frame.world.fields_of_form(frame, cls, receiver, found)
    return frame.allocate(Body("dict", keyed=fields, base=found)) if fields else found


def _bound(frame: Frame, member: Value, receiver: Value, owner: Class, at: At | None) -> Value:
    if type(member) is Func:
        return member if type(receiver) is Class else Bound(receiver, member)
    if type(member) is not Special:
        return member
    if member.kind == "static":
        return member.function
    if member.kind == "class":
        holder = receiver if type(receiver) is Class else class_of(frame, receiver) or owner
        return Bound(holder, member.function)
    if type(receiver) is Class:
        return UNKNOWN
    return frame.call(Bound(receiver, member.function), Arguments(), at)


def _above(frame: Frame, owner: Super, name: str, _at: At | None) -> Value:
    lineage = list(frame.world.lineage(owner.owner))
    cls = class_of(frame, owner.receiver)
    if cls is not None:
        whole = list(frame.world.lineage(cls))
        places = [i for i, each in enumerate(whole) if type(each) is Class and each.key == owner.owner.key]
        lineage = whole[places[0] :] if places else lineage
    for above in lineage[1:]:
        if type(above) is Class:
            member = frame.world.class_info(above).members.get(name)
            if member is not None:
                return _bound(frame, member, owner.receiver, above, None)
        elif type(above) is Lib:
            held = Lib(f"{above.name}()", above.at)
            return frame.world.library_attribute(frame, held, name, At(frame.path, "", 0))
    return Bound(owner.receiver, None, name)


_READERS: Final[dict[type[Value], Reader]] = {
    Ref: _of_object,
    Hole: _of_object,
    Lib: _of_library,
    Module: _of_module,
    Class: _of_class,
    Choice: _of_choice,
    Super: _above,
    Instance: _of_instance,
    Fresh: _of_fresh,
    Bound: _of_bound,
    Special: _of_special,
    Harmless: _of_harmless,
    Const: _of_text,
    Text: _of_text,
    Mix: _of_mix,
    Opaque: _of_opaque,
}


# Assignments


def store_attribute(frame: Frame, owner: Value, name: str, value: Value, at: At | None) -> None:
    """`owner.name = value`."""
    if type(owner) is Choice:
        for each in owner.values:
            if type(each) in (Ref, Hole, Fresh):
                body = frame.held(each)
                known = attribute(frame, each, name, at)
                frame.set_body(each, body.with_field(name, choice((known, value))))
        return
    store = owner.hint if type(owner) is Hole else owner
    if type(store) is Lib:
        frame.world.library_store(frame, store, f".{name}", value, at or At(frame.path, "", 0))
    setter = _setter(frame, owner, name)
    if setter is not None:
        frame.call(Bound(owner, setter), Arguments([value]), at)
    elif type(owner) in (Ref, Hole, Lib, Class, Fresh):
        frame.set_body(owner, frame.held(owner).with_field(name, frame.clean(value)))
    elif type(owner) is Module:
        set_in_module(frame, owner.path, name, value)


def _setter(frame: Frame, owner: Value, name: str) -> Value | None:
    cls = class_of(frame, owner)
    if cls is None:
        return None
    for above in frame.world.lineage(cls):
        if type(above) is Class:
            member = frame.world.class_info(above).members.get(f"{name}.setter")
            if member is not None:
                return member
    return None
