"""One function while it is being solved: its variables and heap, and what it reads from and writes to objects."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from lintel.flow import calls, ir
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Accessor, Bound, Class, Func, Instance, Module, Special, Super  # noqa: F401
from lintel.flow.encoding import constant_of
from lintel.flow.heap import Body, Oid, State, rebuilt
from lintel.flow.summary import Effect, Event
from lintel.flow.values import (
    FIXED,
    NO_VALUE,
    NUMBER,
    UNKNOWN,
    At,
    Choice,
    Cleaned,
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
from lintel.flow.world import Arguments, World

DEEPEST_HOLE: Final = 6
MOST_EVENTS: Final = 120  # of one function; more come together only in generated code and dispatchers
MOST_AT_ONE_PLACE: Final = 6


class Frame:
    """The state of one function and what has been learnt of it.

    `holes` are the values of the parameters and captures, in the order of `Summary`'s holes; `origins` are the objects
    of the heap that the caller knows.
    """

    def __init__(self, world: World, path: str, index: int, env: Frame | None = None) -> None:
        self.world = world
        self.path = path
        self.module = world.module_ir(path)
        self.index = index
        self.function = self.module.functions[index]
        self.env = env
        self.state = State([None] * self.function.registers, {}, {})
        self.captures: dict[int, Value] = {}
        self.returns: list[tuple[Value, State]] = []
        self.elements: list[Value] = []
        self.events: list[Event] = []
        self.outer: dict[int, Value] = {}
        self.origins: dict[Oid, tuple[Hole, Body]] = {}
        self.sensitive: set[int] = set()
        self.annotations: dict[int, Value] = {}
        self.fields: list[str] = []
        self.loops: list[tuple[list[State], list[State]]] = []
        self.raised: list[list[State]] = []
        self.members: dict[int, Value] = {}
        self.owner: Class | None = None
        self.calls_handlers = False
        self.symbol = self.module.qualified_name(index)
        self._oid = 0
        self._told: dict[Hashable, int] = {}
        self._said: set[Hashable] = set()

    call = calls.call

    def tell(self, event: Event) -> None:
        """Values arrive at a sink. What was told before is not told again, and of one place only so much."""
        place = (event.sink, event.at, event.name)
        said = (place, tuple((role, value.key) for role, value in event.values.items()))
        count = self._told.get(place, 0)
        if said in self._said or count >= MOST_AT_ONE_PLACE or len(self.events) >= MOST_EVENTS:
            return
        self._said.add(said)
        self._told[place] = count + 1
        self.events.append(event)

    def leave(self) -> None:
        """What was called never returns."""
        self.state.alive = False

    # Operands

    def value(self, operand: int) -> Value:
        """What an operand holds now."""
        if operand >= 0:
            held = self.state.regs[operand]
            if held is not None:
                return held
            return self._unset(operand)
        entry = self.module.pool[~operand]
        if type(entry) is not tuple:
            return Const(entry)
        return self._special(operand, entry)

    def _unset(self, register: int) -> Value:
        function = self.function
        if function.kind == ir.MODULE_BODY and register < len(function.slots):
            return self.world.free_name(self.path, self.module.names[function.slots[register]])
        return UNKNOWN

    def _special(self, operand: int, entry: ir.Special) -> Value:
        tag, payload, second = entry
        if tag == ir.VARIABLE:
            return self._variable(operand, int(payload), second)
        if tag == ir.UNBOUND:
            return self.world.free_name(self.path, str(payload))
        if tag == ir.ABSENT:
            return NO_VALUE
        if tag in (ir.UNKNOWN, ir.ELLIPSIS):
            return UNKNOWN
        return Const(constant_of(entry))

    def _variable(self, operand: int, owner: int, slot: int) -> Value:
        captured = self.captures.get(operand)
        if captured is not None:
            return captured
        frame: Frame | None = self
        while frame is not None:
            if frame.index == owner and frame.path == self.path:
                held = frame.state.regs[slot]
                return frame._unset(slot) if held is None else held
            if operand in frame.captures:
                return frame.captures[operand]
            frame = frame.env
        return self.world.variable(self.path, slot) if owner == 0 else UNKNOWN

    def place(self, kind: str, ordinal: int) -> At | None:
        """The place of a node of this file; None where it has none of its own."""
        return None if ordinal < 0 else At(self.path, kind, ordinal)

    def name(self, index: int) -> str:
        """A name of the module."""
        return self.module.names[index]

    # Objects

    def allocate(self, body: Body) -> Ref:
        """A new object."""
        oid = self.number()
        self.state.heap[oid] = body
        return Ref(oid)

    def number(self) -> int:
        """A number for a new object."""
        self._oid += 1
        return self._oid

    def oid_of(self, value: Value) -> Oid | None:
        """Where the heap keeps what is known of a value; None where it keeps nothing."""
        kind = type(value)
        if kind is Ref:
            return value.oid  # type: ignore[attr-defined, no-any-return]
        if kind is Hole:
            return value.key
        if kind is Lib and value.oid:  # type: ignore[attr-defined]
            return ("lib", value.oid)  # type: ignore[attr-defined]
        return None

    def body(self, value: Value) -> Body | None:
        """What is known of the contents of a value."""
        oid = self.oid_of(value)
        if oid is None:
            return value.body if type(value) is Fresh else None
        return self.state.heap.get(oid)

    def set_body(self, value: Value, body: Body) -> None:
        """From here on the object holds this."""
        oid = self.oid_of(value)
        if oid is not None:
            self.state.heap[oid] = body

    def held(self, value: Value) -> Body:
        """The body of an object that is about to be changed."""
        return self.body(value) or Body("object", base=value if type(value) in (Hole, Lib) else None)

    def clean(self, value: Value) -> Value:
        """A value with what has been checked of it up to here, to be kept where checks are not."""
        dangers = self.state.checked.get(value.key) if self.state.checked else None
        return Cleaned(value, dangers) if dangers and not is_plain(value) else value

    def note(self, value: Value) -> None:
        """More could be told of this, were it known."""
        while type(value) is Mix and len(value.values) == 1:
            value = value.values[0]
        if type(value) is Hole:
            self.sensitive.add(value.index)
        elif type(value) is Choice:
            for each in value.values:
                self.note(each)

    # Attributes

    def attribute(self, owner: Value, name: str, at: At | None) -> Value:
        """`owner.name`."""
        kind = type(owner)
        if kind is Ref or kind is Hole:
            return self._of_object(owner, name, at)
        if kind is Lib:
            body = self.body(owner)
            if body is not None and name in body.fields:
                return body.fields[name]
            return self.world.library_attribute(self, owner, name, at or At(self.path, "", 0))
        if kind is Module:
            return self.world.member(owner.path, name) if owner.path else self._of_package(owner, name)
        if kind is Class:
            return self._of_class(owner, owner, name, at)
        if kind is Choice:
            return choice([self.attribute(each, name, at) for each in owner.values])
        if kind is Super:
            return self._above(owner, name)
        if kind is Instance:
            return self._of_class(owner.cls, owner, name, at)
        if kind is Fresh:
            return self.attribute(self.thaw(owner), name, at)
        if kind is Bound and name == "__self__":
            return owner.receiver
        if kind is Special and owner.kind == "property":
            return Accessor(name, owner)
        if kind is Harmless:
            return owner
        if kind is Const or kind is Text:
            return Bound(owner, None, name)
        if kind in (Mix, Opaque):
            return mix((owner,), at, f".{name}") if kind is Mix else Opaque(name, at)
        return UNKNOWN

    def _of_package(self, owner: Module, name: str) -> Value:
        return self.world.imported(self.path, f"{owner.name}.{name}", 0, None, whole=True)

    def _of_object(self, owner: Value, name: str, at: At | None) -> Value:
        body = self.body(owner)
        if body is not None:
            found = body.fields.get(name)
            if found is not None:
                return found
            if body.cls is not None:
                found = self._of_class(body.cls, owner, name, at, missing=None)
                if found is not None:
                    return found
            if body.cls is not None and type(body.base) is Lib and body.base.source is not None:
                said = self._declared(body.cls, name)
                if type(said) is Instance:
                    return self.allocate(Body("object", base=self.attribute(body.base, name, at), cls=said.cls))
                if said is not None:
                    return self.thaw(said)
            if body.base is not None and body.base is not owner:
                return self.attribute(body.base, name, at)
            if type(owner) is Ref:
                if body.cls is not None:
                    return self.world.attribute_hint(body.cls, name) or UNKNOWN
                if name == "__dict__":
                    return owner
                return Bound(owner, None, name)
        if type(owner) is not Hole:
            return UNKNOWN
        return self._of_hole(owner, name, at)

    def _declared(self, cls: Class, name: str) -> Value | None:
        """What a model declares a field to be, where that is no text of the client's choosing."""
        for above in self.world.lineage(cls):
            if type(above) is Class:
                said = self.world.class_info(above).annotations.get(name)
                if said is not None:
                    plain = type(said) is Fresh and all(is_plain(part) for part in said.body.parts())
                    return said if plain or type(said) in (Harmless, Instance) else None
        return None

    def _of_hole(self, owner: Hole, name: str, at: At | None) -> Value:
        hint = owner.hint
        if type(hint) is Lib:
            typed = Lib(hint.name, hint.at, (owner,), hint.source)
            return self.world.library_attribute(self, typed, name, at or At(self.path, "", 0))
        further = None
        if type(hint) is Instance:
            found = self._of_class(hint.cls, owner, name, at, missing=None)
            if found is not None:
                if self.world.implementations(hint.cls, name):
                    self.note(owner)
                return found
            further = self.world.attribute_hint(hint.cls, name)
            if further is not None and type(further) in (Lib, Func, Class, Module, Bound, Instance):
                return further
        if _depth(owner) >= DEEPEST_HOLE:
            return mix((owner,), at, f".{name}")
        return Hole(owner.index, owner, ".", name, further)

    def _of_class(
        self, cls: Class, receiver: Value, name: str, at: At | None, missing: Value | None = UNKNOWN
    ) -> Value | None:  # type: ignore[return]
        """A member as it is seen through a class or an object of it."""
        for above in self.world.lineage(cls):
            if type(above) is Class:
                member = self.world.class_info(above).members.get(name)
                if member is not None:
                    return self._bound(member, receiver, above, at)
            elif type(above) is Lib:
                held = above if receiver is cls else Lib(f"{above.name}()", above.at)
                found = self.world.library_attribute(self, held, name, at or At("", "", 0))
                if self.world.is_known(found):
                    return self._with_numbers(cls, found)
                if missing is UNKNOWN:
                    missing = found
        return missing

    def _with_numbers(self, cls: Class, found: Value) -> Value:
        """What a form or serializer has read, but for the fields that it declares as numbers and the like."""
        if type(found) is not Lib or found.source is None:
            return found
        numbers: dict[object, Value] = {}
        for above in self.world.lineage(cls):
            if type(above) is Class:
                numbers = {**self.world.numbers_of(above), **numbers}
        return self.allocate(Body("dict", keyed=numbers, base=found)) if numbers else found

    def _bound(self, member: Value, receiver: Value, owner: Class, at: At | None) -> Value:
        kind = type(member)
        if kind is Func:
            return member if type(receiver) is Class else Bound(receiver, member)
        if kind is Special:
            if member.kind == "static":
                return member.function
            if member.kind == "class":
                holder = receiver if type(receiver) is Class else self._class_of(receiver) or owner
                return Bound(holder, member.function)
            if type(receiver) is Class:
                return UNKNOWN
            return self.call(Bound(receiver, member.function), Arguments(), at)
        return member

    def _class_of(self, value: Value) -> Class | None:
        if type(value) is Instance:
            return value.cls
        if type(value) is Hole and type(value.hint) is Instance:
            return value.hint.cls
        body = self.body(value)
        return None if body is None else body.cls

    def _above(self, owner: Super, name: str) -> Value:
        lineage = list(self.world.lineage(owner.owner))
        cls = self._class_of(owner.receiver)
        if cls is not None:
            whole = list(self.world.lineage(cls))
            places = [i for i, each in enumerate(whole) if type(each) is Class and each.key == owner.owner.key]
            lineage = whole[places[0] :] if places else lineage
        for above in lineage[1:]:
            if type(above) is Class:
                member = self.world.class_info(above).members.get(name)
                if member is not None:
                    return self._bound(member, owner.receiver, above, None)
            elif type(above) is Lib:
                return self.world.library_attribute(self, Lib(f"{above.name}()", above.at), name, At(self.path, "", 0))
        return Bound(owner.receiver, None, name)

    def store_attribute(self, owner: Value, name: str, value: Value, at: At | None) -> None:
        """`owner.name = value`."""
        kind = type(owner)
        if kind is Choice:
            for each in owner.values:
                if type(each) in (Ref, Hole):
                    body = self.held(each)
                    known = self.attribute(each, name, at)
                    self.set_body(each, body.with_field(name, choice((known, value))))
            return
        if kind is Lib:
            self.world.library_store(self, owner, f".{name}", value, at or At(self.path, "", 0))
        setter = self._setter(owner, name)
        if setter is not None:
            self.call(Bound(owner, setter), Arguments([value]), at)
            return
        if kind in (Ref, Hole, Lib):
            self.set_body(owner, self.held(owner).with_field(name, value))

    def _setter(self, owner: Value, name: str) -> Value | None:
        cls = self._class_of(owner)
        if cls is None:
            return None
        for above in self.world.lineage(cls):
            if type(above) is Class:
                member = self.world.class_info(above).members.get(f"{name}.setter")
                if member is not None:
                    return member
        return None

    # Items

    def item(self, owner: Value, key: Value, at: At | None) -> Value:
        """`owner[key]`."""
        kind = type(owner)
        if kind is Choice:
            return choice([self.item(each, key, at) for each in owner.values])
        body = self.body(owner)
        if body is not None and (body.kind != "object" or key.key in body.keyed or body.base is not None):
            return self._of_body(owner, body, key, at)
        if kind is Const:
            return self._of_constant(owner, key)
        if kind is Lib:
            return self.world.library_item(self, owner, key, at or At(self.path, "", 0))
        if kind is Hole:
            return self._hole_item(owner, key, at)
        if kind is Harmless:
            return owner
        if kind is Class:
            return FIXED  # a member of an enumeration, or a generic class
        if kind is Cleaned:
            return Cleaned(self.item(owner.value, key, at), owner.dangers)
        if kind is Text or kind is Mix:
            return mix((owner,), at, "[]")
        if (method := self._method(owner, "__getitem__", at)) is not None:
            return self.call(method, Arguments([key]), at)
        return Opaque("item", at)

    def _method(self, owner: Value, name: str, at: At | None) -> Value | None:
        cls = self._class_of(owner)
        if cls is None:
            return None
        found = self._of_class(cls, owner, name, at, missing=None)
        return found if type(found) is Bound else None

    def _of_body(self, owner: Value, body: Body, key: Value, at: At | None) -> Value:
        if type(key) is Const:
            if body.items is not None:
                index = key.value
                if isinstance(index, int) and -len(body.items) <= index < len(body.items):
                    return body.items[index]
                return NO_VALUE if body.rest is None and body.base is None else body.element()
            try:
                found = body.keyed.get(key.value)
            except TypeError:
                found = None
            if found is not None:
                return found if body.rest is None else choice((found, body.rest))
            if "__factory__" in body.fields:
                return self._made_for(owner, body, key, at)
            if body.base is not None and body.rest is None:
                return self._base_item(body.base, key, at)
            if body.rest is not None:
                return body.rest if body.base is None else choice((body.rest, self._base_item(body.base, key, at)))
            return UNKNOWN if body.kind == "object" else NO_VALUE
        part = self._slice(owner, body, key)
        if part is not None:
            return part
        found = body.element()
        if body.base is not None:
            return choice((found, self._base_item(body.base, key, at)))
        if found is NO_VALUE and body.kind == "object":
            return UNKNOWN
        return found

    def _made_for(self, owner: Value, body: Body, key: Const, at: At | None) -> Value:
        """What a dictionary with a factory makes of a key that it does not have."""
        made = self.call(body.fields["__factory__"], Arguments(), at)
        self.set_body(owner, self.held(owner).with_item(key, made))
        return made

    def _base_item(self, base: Value, key: Value, at: At | None) -> Value:
        """An item of what a body stands on, without what was written over it."""
        if type(base) is Hole:
            return self._hole_item(base, key, at)
        if type(base) is Lib:
            return self.world.library_item(self, base, key, at or At(self.path, "", 0))
        return self.item(base, key, at)

    def _slice(self, owner: Value, body: Body, key: Value) -> Value | None:
        slice_body = self.body(key)
        if slice_body is None or slice_body.kind != "slice" or slice_body.items is None:
            return None
        bounds = [each.value if type(each) is Const else NO_VALUE for each in slice_body.items]
        if body.items is None or NO_VALUE in bounds:
            rest = body.element()
            return self.allocate(Body(body.kind, None, rest=None if rest is NO_VALUE else rest, base=body.base))
        try:
            return self.allocate(Body(body.kind, body.items[slice(*bounds)]))
        except (TypeError, ValueError):
            return UNKNOWN

    def _of_constant(self, owner: Const, key: Value) -> Value:
        index: object = key.value if type(key) is Const else None
        body = self.body(key)
        if body is not None and body.kind == "slice" and body.items is not None:
            bounds = [each.value if type(each) is Const else NO_VALUE for each in body.items]
            if NO_VALUE not in bounds:
                index = slice(*bounds)
        try:
            found = owner.value[index]  # type: ignore[index]
        except (TypeError, IndexError, ValueError, KeyError):
            return FIXED
        return Const(found)

    def _hole_item(self, owner: Hole, key: Value, at: At | None) -> Value:
        if type(owner.hint) is Lib:
            typed = Lib(owner.hint.name, owner.hint.at, (owner,), owner.hint.source)
            return self.world.library_item(self, typed, key, at or At(self.path, "", 0))
        if _depth(owner) >= DEEPEST_HOLE:
            return mix((owner,), at, "[]")
        if type(key) is Const and isinstance(key.value, str | int):
            return Hole(owner.index, owner, "[", key.value)
        if not is_plain(key):
            self.note(owner)
        return Hole(owner.index, owner, "*")

    def store_item(self, owner: Value, key: Value, value: Value, at: At | None) -> None:
        """`owner[key] = value`."""
        kind = type(owner)
        if kind is Choice:
            for each in owner.values:
                if type(each) in (Ref, Hole):
                    self.set_body(each, self.held(each).with_item(key, value, sure=False))
            return
        if kind is Lib:
            shown = key.value if type(key) is Const else ""
            self.world.library_store(self, owner, f"[{shown}]", value, at or At(self.path, "", 0))
        if kind in (Ref, Hole, Lib):
            self.set_body(owner, self.held(owner).with_item(key, value))

    def element(self, owner: Value, at: At | None) -> Value:
        """Any item that iterating gives."""
        kind = type(owner)
        if kind is Choice:
            return choice([self.element(each, at) for each in owner.values])
        body = self.body(owner)
        if body is not None:
            if body.kind == "dict":
                found = body.keys()
                return found if body.base is None else choice((found, self._base_element(body.base, at)))
            if body.kind != "object" or body.rest is not None:
                found = body.element()
                return found if body.base is None else choice((found, self._base_element(body.base, at)))
            if body.base is not None and body.base is not owner:
                return self._base_element(body.base, at)
        if kind is Const:
            if isinstance(owner.value, str) and 0 < len(owner.value) <= 16:
                return choice([Const(sign) for sign in owner.value])
            return FIXED
        if kind is Hole:
            return self._hole_item(owner, UNKNOWN, at)
        if kind is Lib:
            return self.world.library_item(self, owner, NO_VALUE, at or At(self.path, "", 0))
        if kind is Harmless:
            return NUMBER if owner is NUMBER else FIXED
        if kind is Class:
            return FIXED
        if kind is Cleaned:
            return Cleaned(self.element(owner.value, at), owner.dangers)
        method = self._method(owner, "__iter__", at)
        if method is not None:
            return self.element(self.call(method, Arguments(), at), at)
        if kind in (Text, Mix):
            return mix((owner,), at, "item")
        return UNKNOWN

    def _base_element(self, base: Value, at: At | None) -> Value:
        return self._base_item(base, NO_VALUE, at) if type(base) in (Hole, Lib) else self.element(base, at)

    def items_of(self, owner: Value) -> tuple[Value, ...] | None:
        """All items in order, where they are known one by one."""
        body = self.body(owner)
        if body is not None and body.exact:
            if body.kind == "dict":
                return tuple(Const(key) for key in body.keyed)
            if body.items is not None:
                return body.items
        if type(owner) is Const and isinstance(owner.value, str | tuple) and len(owner.value) <= 16:
            return tuple(Const(each) for each in owner.value)
        return None

    # From one heap to another

    def freeze(self, value: Value, seen: dict[int, Value] | None = None) -> Value:
        """A value as it can leave this function: objects with their contents, the caller's own as holes."""

        def change(part: Value) -> Value | None:
            kind = type(part)
            if kind is Ref:
                return self._frozen(part, memo)
            if kind is Func and part.env is not None:
                function = self.world.module_ir(part.path).functions[part.index]
                captures = {}
                for operand in function.captures:
                    held = part.captures.get(operand) or part.env.value(operand)
                    captures[operand] = part.env.freeze(held, memo)
                return Func(part.path, part.index, part.defaults, None, captures)
            if kind is Special:
                return Special(part.kind, rebuilt(part.function, change, memo))
            return None

        memo: dict[int, Value] = {} if seen is None else seen
        return rebuilt(value, change, memo)

    def _frozen(self, ref: Ref, memo: dict[int, Value]) -> Value:
        origin = self.origins.get(ref.oid)
        if origin is not None:
            return origin[0]
        body = self.state.heap.get(ref.oid)
        if body is None:
            return UNKNOWN
        return Fresh(body.mapped(lambda part: self.freeze(part, memo)), ref.oid)

    def thaw(self, value: Value, made: dict[Hashable, Ref] | None = None) -> Value:
        """A value that came from another function, its objects put into this heap."""
        memo: dict[Hashable, Ref] = {} if made is None else made

        def change(part: Value) -> Value | None:
            if type(part) is Fresh:
                if id(part) in memo:
                    return memo[id(part)]
                ref = memo[id(part)] = self.allocate(part.body)
                self.state.heap[ref.oid] = part.body.mapped(lambda inner: rebuilt(inner, change, seen))
                return ref
            return None

        seen: dict[int, Value] = {}
        return value if type(value) in _NOTHING_INSIDE else rebuilt(value, change, seen)

    # What is told to callers

    def effects(self) -> tuple[Effect, ...]:
        """What this function changed of objects that its caller knows."""
        found: list[Effect] = []
        for oid, body in self.state.heap.items():
            origin = self.origins.get(oid)
            if origin is not None:
                if body is not origin[1]:
                    found.append(Effect(origin[0], self._outside(body), whole=True))
            elif type(oid) is tuple and body.base is not None and type(body.base) is Hole:
                found.append(Effect(body.base, self._outside(body), whole=False))
        return tuple(found)

    def _outside(self, body: Body) -> Body:
        memo: dict[int, Value] = {}
        return body.mapped(lambda part: self.freeze(part, memo))

    def text_of(self, at: At) -> str:
        """The file of a place, for messages."""
        return at.path


def _depth(hole: Hole) -> int:
    depth = 0
    here: Hole | None = hole
    while here is not None:
        here = here.base
        depth += 1
    return depth


_NOTHING_INSIDE: Final = frozenset({Const, Harmless, Class, Module, Opaque, Hole, Ref})
