"""What lowering remembers: a `Unit` for the file, a `Frame` for the function that is being lowered.

A frame maps each name to an operand: a register for its own variables, a pool entry for those of functions around it,
of the module, and for names that nothing in the file binds. The answer is kept, so that most names cost one look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lintel.facts.lower_literals import NO_VALUE, NoValue, literal
from lintel.facts.lower_names import Bound, Hidden, bound_names, hidden_names
from lintel.flow import ir
from lintel.flow.encoding import entry_of
from lintel.source.walk import Walked

Expression = Callable[["Frame", Any, int], int]
Statement = Callable[["Frame", Any], None]

_CONSTANTS: dict[str, object] = {"None": None, "True": True, "False": False}
_PLACED = sorted({op.kind for op in ir.OPS if op.kind} | set(ir.KINDS) | {"Param"})
_NOTHING = Hidden([], [], set())


class Numbered(dict[str, int]):
    """Numbers for texts, given out in the order of first use."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number


class Literals(dict[str, int]):
    """The operand of each literal token, evaluated once."""

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self._unit = unit

    def __missing__(self, key: str) -> int:
        operand = self[key] = self._unit.constant(literal(key))
        return operand


class Unit:
    """All that the functions of one file share while it is lowered."""

    def __init__(self, walked: Walked, expressions: dict[type, Expression], statements: dict[type, Statement]) -> None:
        self.expressions = expressions
        self.statements = statements
        self.ordinals = _ordinals(walked)
        self.ancestors = walked.ancestors
        self.names = Numbered()
        self.literals = Literals(self)
        self.pool: list[ir.Entry] = [(ir.ABSENT, 0, 0)]
        self.functions: list[ir.Function | None] = []
        self.hidden = hidden_names(walked)
        self.own: dict[int, dict[str, int]] = {}
        self.globals = {item.name.value: None for node in walked.of("Global") for item in node.names}
        self.frames: list[Frame] = []
        self._entries: dict[object, int] = {}
        self.none = self.constant(None)
        self.outermost = Outermost(self)

    def close(self) -> None:
        """Let go of everything: frames and their tables point at each other, and workers run without collector."""
        for frame in self.frames:
            del frame.names, frame.parent, frame.unit
        self.frames.clear()
        del self.literals, self.outermost, self.ancestors

    def constant(self, value: object) -> int:
        """The operand of a Python constant, or of an unknown value."""
        entry = (ir.UNKNOWN, 0, 0) if isinstance(value, NoValue) else entry_of(value)
        return self._entry((type(entry), repr(entry) if isinstance(entry, float) else entry), entry)

    def unbound(self, name: str) -> int:
        """The operand of a name that nothing in the file binds."""
        return self._entry((ir.UNBOUND, name), (ir.UNBOUND, name, 0))

    def variable(self, owner: int, slot: int) -> int:
        """The operand of a variable as other functions see it."""
        return self._entry((ir.VARIABLE, owner, slot), (ir.VARIABLE, owner, slot))

    def unknown(self) -> int:
        """The operand of a value about which nothing is known."""
        return self.constant(NO_VALUE)

    def owner(self, operand: int) -> tuple[Frame, int] | None:
        """The frame and slot of a variable of another function; None for any other operand."""
        entry = self.pool[~operand] if operand < 0 else None
        if type(entry) is tuple and entry[0] == ir.VARIABLE:
            return self.frames[int(entry[1])], entry[2]
        return None

    def _entry(self, key: object, entry: ir.Entry) -> int:
        operand = self._entries.get(key)
        if operand is None:
            operand = self._entries[key] = ~len(self.pool)
            self.pool.append(entry)
        return operand


class Outermost(dict[str, int]):
    """The operands of names that no function around binds: module variables, constants, and names of elsewhere."""

    def __init__(self, unit: Unit) -> None:
        super().__init__({name: unit.constant(value) for name, value in _CONSTANTS.items()})
        self._unit = unit

    def __missing__(self, key: str) -> int:
        unit = self._unit
        slot = unit.frames[0].slots.get(key)
        operand = self[key] = unit.unbound(key) if slot is None else unit.variable(0, slot)
        return operand


def _ordinals(walked: Walked) -> dict[int, int]:
    found: dict[int, int] = {}
    for kind in _PLACED:
        nodes = walked.by_type.get(kind)
        if nodes:
            found.update(zip(map(id, nodes), range(len(nodes)), strict=True))
    return found


class Names(dict[str, int]):
    """The operand of each name in one frame; a name that is new here is resolved, and kept."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame

    def __missing__(self, key: str) -> int:
        return self._frame.resolve(key)


class Frame:
    """The function that is being lowered.

    Attributes:
        names: name to operand, as the expression that is being lowered sees it.
        slots: name to register, of the variables that statements of this function bind.
        overlay: name to register, of the comprehension variables and type parameters that are in force.
        direct: nothing but the module, and class bodies, is around it.
        emit: adds an instruction to the current block.
        next: the first free temporary; statements put it back when they are done.
        hides_class: in a comprehension of a class body, which does not see the names of the class.
    """

    __slots__ = (
        "blocks", "captured", "captures", "direct", "emit", "expressions", "flags", "hides_class", "identifiers",
        "in_class", "index", "literals", "names", "next", "ordinals", "overlay", "parent", "rebound", "slot_names",
        "slots", "top", "unit",
    )  # fmt: skip

    def __init__(
        self,
        unit: Unit,
        parent: Frame | None,
        node: Any,
        body: Any,
        params: Iterable[str] = (),
        *,
        in_class: bool = False,
    ) -> None:
        self.unit = unit
        self.parent = parent
        self.ordinals = unit.ordinals
        self.expressions = unit.expressions
        self.literals = unit.literals
        self.identifiers = unit.names
        self.in_class = in_class
        self.direct: bool = parent is None or (
            not parent.overlay and parent.direct and (parent.in_class or parent.parent is None)
        )
        self.index = len(unit.functions)
        unit.functions.append(None)
        unit.frames.append(self)
        self.hides_class = False
        self.flags = 0
        self.captures: set[int] = set()
        self.captured: set[int] = set()
        self.rebound: set[int] = set()
        self.overlay: dict[str, int] = {}
        self.names: dict[str, int] = Names(self)
        block: list[ir.Instruction] = []
        self.blocks = [block]
        self.emit: Callable[[ir.Instruction], None] = block.append
        self._declare(node, body, list(params))
        self.next = self.top = len(self.slot_names)

    def _declare(self, node: Any, body: Any, slot_names: list[str]) -> None:
        unit = self.unit
        hidden = unit.hidden.get(id(node), _NOTHING)
        bound = bound_names(body)
        names = bound.names
        if hidden.names:
            names |= dict.fromkeys(hidden.names)
        if self.parent is None:
            names |= unit.globals
        else:
            for name in (*bound.globals, *bound.nonlocals):
                names.pop(name, None)
        self.slots = dict(zip(slot_names, range(len(slot_names)), strict=True))
        for name in names:
            if name not in self.slots:
                self.slots[name] = len(slot_names)
                slot_names.append(name)
        for identity, own in hidden.own:
            unit.own[identity] = {name: len(slot_names) + index for index, name in enumerate(own)}
            slot_names.extend(own)
        self.slot_names = slot_names
        if not self.in_class:
            self.names.update(self.slots)
            for name in hidden.hazards:
                self.names.pop(name, None)
        if self.parent is not None and (bound.globals or bound.nonlocals):
            self._declare_outer(bound)

    def _declare_outer(self, bound: Bound) -> None:
        for name in bound.nonlocals:
            self.names[name] = self.outer(name)
        if bound.globals:
            module = self.unit.frames[0]
            for name in bound.globals:
                self.names[name] = self.unit.variable(0, module.slots[name])

    def open(self) -> int:
        """Begin a new block, into which instructions go from now on; the caller puts `emit` back."""
        block: list[ir.Instruction] = []
        self.blocks.append(block)
        self.emit = block.append
        return len(self.blocks) - 1

    def closed(self, block: int) -> int:
        """The number of a finished block, or NONE (and the number is free again) where it came out empty."""
        if self.blocks[block] or block != len(self.blocks) - 1:
            return block
        self.blocks.pop()
        return ir.NONE

    def temporary(self) -> int:
        """A new register that lives to the end of the statement."""
        register = self.next
        self.next = register + 1
        return register

    def release(self, base: int) -> None:
        """Temporaries from this one on are free again."""
        if self.next > self.top:  # noqa: PLR1730 - this runs for every statement, and max() is a call
            self.top = self.next
        self.next = base

    def cover(self, own: dict[str, int]) -> dict[str, int | None]:
        """Let these names stand for these registers until `uncover`, which takes the result."""
        saved = {name: self.names.get(name) for name in own}
        self.names.update(own)
        self.overlay.update(own)
        return saved

    def uncover(self, saved: dict[str, int | None]) -> None:
        """Undo the matching `cover`."""
        for name, operand in saved.items():
            self.overlay.pop(name, None)
            if operand is None:
                self.names.pop(name, None)
            else:
                self.names[name] = operand

    def hide_class(self) -> None:
        """From here on this is the inside of a comprehension; the caller puts `names` and `hides_class` back."""
        self.hides_class = True
        declared = {name: operand for name, operand in self.names.items() if name not in self.slots}
        self.names = Names(self)
        self.names.update(declared)

    def resolve(self, name: str) -> int:
        """The operand of a name that is not in `names`."""
        if name in self.slots and not self.hides_class:
            found = self.temporary()
            if self.in_class:
                self.emit((ir.LOOKUP, found, self.slots[name], self.outer(name)))
            else:
                self.emit((ir.MOVE, 0, ir.NO_PLACE, found, self.slots[name]))
            return found
        operand = self.names[name] = self.unit.outermost[name] if self.direct else self.outer(name)
        return operand

    def outer(self, name: str) -> int:
        """The operand of a name that this frame does not bind, as the frames around it have it."""
        passed = [self]
        above = self.parent
        while above is not None:
            found = above.overlay.get(name)
            if found is None and not above.in_class and above.parent is not None:
                found = above.names.get(name, above.slots.get(name))
            if found is not None:
                return self._capture(above, found, passed)
            passed.append(above)
            above = above.parent
        return self.unit.outermost[name]

    def _capture(self, above: Frame, found: int, passed: list[Frame]) -> int:
        if found < 0:
            if found in above.captures:
                for frame in passed:
                    frame.captures.add(found)
            return found
        operand = self.unit.variable(above.index, found)
        above.captured.add(found)
        for frame in passed:
            frame.captures.add(operand)
        return operand
