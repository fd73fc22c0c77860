"""One function while it is being solved: its variables, its heap, and what has been learnt of it.

What it reads from objects and containers, how it calls, and what it hands to others is written in files of their own:
they are functions of a frame, which are its methods here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import Final

from lintel.flow import attributes, calls, ir, items, outliving, transport
from lintel.flow.bounds import SINKS
from lintel.flow.combining import is_plain, join
from lintel.flow.definitions import Class
from lintel.flow.encoding import constant_of
from lintel.flow.heap import Body, Oid, State
from lintel.flow.rebuilding import cleaned_by, is_written
from lintel.flow.summary import Event
from lintel.flow.values import (
    NO_VALUE,
    UNKNOWN,
    At,
    Choice,
    Cleaned,
    Const,
    Fresh,
    Hole,
    Lib,
    Mix,
    Ref,
    Shared,
    Text,
    Value,
)
from lintel.flow.world import World

MOST_EVENTS: Final = 200  # of one function; more come together only in generated code and dispatchers
MOST_AT_ONE_PLACE: Final = 24


class Frame:
    """The state of one function and what has been learnt of it.

    `origins` are the objects of the heap that the caller knows; `numbered` is how many objects have a number; `packed`
    are texts with what they were packed of, and by what. `shares`: its objects outlive it, for it is a module's body;
    `shared` is what such objects held before this function changed them, `reads` are those that it has looked into.
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
        self.events: list[Event] = []
        self.origins: dict[Oid, tuple[Hole, Body]] = {}
        self.sensitive: set[int] = set()
        self.registers = False
        self.raised: list[list[State]] = []
        self.thrown: list[list[Value]] = []
        self.owner: Class | None = None
        self.calls_handlers = False
        self.symbol = self.module.qualified_name(index)
        self.numbered = 0
        self._told: defaultdict[Hashable, list[int]] = defaultdict(list)
        self._said: set[Hashable] = set()
        self.packed: dict[int, tuple[Value, str, Value]] = {}
        self.iterating: set[Hashable] = set()
        self.shares = False
        self.shared: dict[Shared, Body | None] = {}
        self.reads: set[Shared] = set()
        self.applying: defaultdict[tuple[str, int], int] = defaultdict(int)

    attribute = attributes.attribute
    store_attribute = attributes.store_attribute
    item = items.item
    store_item = items.store_item
    element = items.element
    items_of = items.items_of
    call = calls.call
    freeze = transport.freeze
    thaw = transport.thaw
    copied = transport.copied
    effects = transport.effects
    shared_effects = outliving.shared_effects

    def tell(self, event: Event) -> None:
        """Values arrive at a sink. What was told before is not told again; much at one place is told together."""
        place = (event.sink, event.at, event.name)
        said = (place, tuple((role, value.key) for role, value in event.values.items()))
        if said in self._said:
            return
        self._said.add(said)
        told = self._told[place]
        if len(told) >= MOST_AT_ONE_PLACE:
            last = self.events[told[-1]]
            several = {role: join(last.values.get(role), value) or value for role, value in event.values.items()}
            self.events[told[-1]] = last._replace(values={**last.values, **several})
        elif len(self.events) >= MOST_EVENTS:
            self.world.met(SINKS, self.path, self.symbol)
        else:
            told.append(len(self.events))
            self.events.append(event)

    def leave(self) -> None:
        """What was called never returns: it raises, or ends the program."""
        if self.raised and self.state.alive:
            self.raised[-1].append(self.state.copy())
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
        if owner:
            return UNKNOWN
        if slot in self.module.functions[0].rebound:
            self.reads.add(Shared(self.path, 0))
        return self.world.variable(self.path, slot)

    def place(self, kind: str, ordinal: int) -> At | None:
        """The place of a node of this file; None where it has none of its own."""
        return None if ordinal < 0 else At(self.path, kind, ordinal)

    # Objects

    def allocate(self, body: Body) -> Ref:
        """A new object."""
        oid = self.number()
        self.state.heap[oid] = body
        return Ref(oid)

    def number(self) -> int:
        """A number for a new object."""
        self.numbered += 1
        return self.numbered

    def library_number(self) -> Hashable:
        """A number for a library's object: what is known of it is kept under that, also where it came from a caller."""
        return (self.path, self.symbol, self.number())

    def oid_of(self, value: Value) -> Oid | None:
        """Where the heap keeps what is known of a value; None where it keeps nothing."""
        if type(value) is Ref:
            return value.oid
        if type(value) is Hole:
            return value.key
        if type(value) is Class:
            return value.oid
        if type(value) is Fresh and type(value.oid) is Shared:
            return value.oid
        if type(value) is Lib and value.oid:
            return ("lib", value.oid)
        return None

    def body(self, value: Value) -> Body | None:
        """What is known of the contents of a value."""
        oid = self.oid_of(value)
        if oid is None:
            return value.body if type(value) is Fresh else None
        found = self.state.heap.get(oid)
        if found is None and type(oid) is Shared and oid.number > 0:
            self.reads.add(oid)
            known = value.body if type(value) is Fresh else self.shared.get(oid)
            return self.world.with_kept(oid, known)
        return found

    def set_body(self, value: Value, body: Body) -> None:
        """From here on the object holds this."""
        oid = self.oid_of(value)
        if oid is not None:
            if type(oid) is Shared and oid not in self.shared:
                self.shared[oid] = self.body(value)
            self.state.heap[oid] = body

    def held(self, value: Value) -> Body:
        """The body of an object that is about to be changed."""
        return self.body(value) or Body("object", base=value if type(value) in (Hole, Lib) else None)

    def clean(self, value: Value) -> Value:
        """A value with what has been checked of it up to here, to be kept where checks are not."""
        checks = self.state.checked
        if not checks or is_plain(value):
            return value
        dangers = checks.get(value.key)
        if dangers:
            return Cleaned(value, dangers)
        return cleaned_by(value, checks) if is_written(value) else value

    def handed(self, operand: int) -> Value:
        """What an operand holds, with what has been checked of it: where it goes, checks may not."""
        value = self.value(operand)
        return value if type(value) is Ref else self.clean(value)

    def clean_text(self, value: Value) -> Value:
        """A text with what has been checked of it, to be put into another: there its parts are all that is known."""
        return self.clean(value) if type(value) is Text else value

    def note(self, value: Value) -> None:
        """More could be told of this, were it known."""
        while type(value) is Mix and len(value.values) == 1:
            value = value.values[0]
        if type(value) is Hole:
            self.sensitive.add(value.index)
        elif type(value) is Choice:
            for each in value.values:
                self.note(each)
