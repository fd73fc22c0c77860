"""The solving of one function, from its first instruction to its summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from lintel.flow import ir
from lintel.flow.bounds import STEPS
from lintel.flow.combining import choice
from lintel.flow.control import CONTROL
from lintel.flow.definitions import Func
from lintel.flow.execute_conditions import CONDITIONS
from lintel.flow.execute_definitions import DEFINITIONS
from lintel.flow.execute_displays import DISPLAYS
from lintel.flow.execute_expressions import EXPRESSIONS
from lintel.flow.execute_stores import STORES
from lintel.flow.frame import Frame
from lintel.flow.heap import Body, State, merge
from lintel.flow.summarising import summarised
from lintel.flow.summary import Summary
from lintel.flow.values import NONE, Checks, Choice, Fresh, Hole, Ref, Value
from lintel.flow.world import World

Handler = Callable[["Solving", ir.Instruction], None]
ROUNDS: Final = (3, 2, 1)  # of a loop, of one inside it, of those inside that
MOST_STEPS: Final = 6_000  # instructions run in one function; beyond that every loop is run once


def _nothing(_frame: Solving, _ins: ir.Instruction) -> None:
    """Nothing that a value depends on."""


HANDLERS: Final[dict[int, Handler]] = {
    **EXPRESSIONS,
    **CONDITIONS,
    **DISPLAYS,
    **DEFINITIONS,
    **STORES,
    **CONTROL,
    ir.ANNOTATE_ATTRIBUTE: _nothing,
    ir.DELETE_ATTRIBUTE: _nothing,
    ir.IMPORT_STAR: _nothing,
}


class Solving(Frame):
    """A frame that runs.

    `returns` and `elements` are what it gives back and yields, `outer` the variables of functions around it that it
    binds, `loops` the states that left and continued the loops it is in; `comprehending` counts comprehensions over
    more than a few items. `fields`, `setters` and `field_annotations` are what a class body declares.
    """

    def __init__(self, world: World, path: str, index: int, env: Frame | None = None) -> None:
        super().__init__(world, path, index, env)
        self.returns: list[tuple[Value, State]] = []
        self.elements: list[Value] = []
        self.outer: dict[int, Value] = {}
        self.loops: list[tuple[list[State], list[State]]] = []
        self.comprehending = 0
        self.steps = 0
        self.fields: list[str] = []
        self.setters: dict[str, Value] = {}
        self.field_annotations: dict[str, Value] = {}
        self.field_said: dict[str, Value] = {}

    def inner(self, index: int) -> Solving:
        """A frame for a class body that runs inside this one."""
        made = Solving(self.world, self.path, index, self)
        made.state.heap = self.state.heap
        made.shares = self.shares
        made.numbered = self.numbered + 1000 * (index + 1)
        return made

    def run(self, block: int) -> None:
        """Run a block to its end, or to where it leaves."""
        state = self.state
        instructions = self.function.blocks[block]
        self.steps += len(instructions)
        for ins in instructions:
            if not state.alive:
                return
            HANDLERS[ins[0]](self, ins)

    def branch(self, block: int, checks: Checks) -> State:
        """The state after a block is run on a copy of the present one, in which these checks have held."""
        here = self.state
        self.state = here.copy()
        self.state.check(checks)
        if block != ir.NONE:
            self.run(block)
        after = self.state
        self.state = here
        return after

    @property
    def rounds(self) -> int:
        """How often the loop that begins here is run."""
        if self.steps > MOST_STEPS:
            self.world.met(STEPS, self.path, self.symbol)
            return 1
        return ROUNDS[min(len(self.loops), len(ROUNDS) - 1)]

    def go_on(self, states: Sequence[State]) -> None:
        """Go on where any of these states does."""
        merged = merge(states)
        if merged is None:
            self.state.alive = False
        else:
            self.state.take(merged)


def solve(frame: Solving, holes: Sequence[Value]) -> Summary:
    """Run a function whose parameters and captures hold these values, and say what it does."""
    function = frame.function
    count = len(function.params)
    for slot in range(count):
        frame.state.regs[slot] = _given(frame, holes[slot], Hole(slot))
    for place, operand in enumerate(function.captures):
        frame.captures[operand] = _given(frame, holes[count + place], Hole(count + place))
    if function.blocks:
        frame.run(0)
    if frame.state.alive:
        frame.returns.append((NONE, frame.state))
    return summarised(frame)


def _given(frame: Frame, value: Value, hole: Hole) -> Value:
    """What a parameter holds: a shape becomes an object of this heap, known to the caller by its hole."""
    if type(value) is Fresh:
        oid = frame.number()
        body = value.body
        items = None
        if body.items is not None:
            places = enumerate(body.items)
            items = tuple(_given(frame, each, Hole(hole.index, hole, "[", place)) for place, each in places)
        keyed = {key: _given(frame, each, Hole(hole.index, hole, "[", key)) for key, each in body.keyed.items()}
        fields = {key: _given(frame, each, Hole(hole.index, hole, ".", key)) for key, each in body.fields.items()}
        made = Body(body.kind, items, keyed, fields, body.rest, body.base, body.cls)
        frame.state.heap[oid] = made
        frame.origins[oid] = (hole, made)
        return Ref(oid)
    if type(value) is Choice:
        return choice([_given(frame, each, hole) for each in value.values])
    if type(value) is Func and value.captures:
        captures = {
            slot: _given(frame, each, Hole(hole.index, hole, "^", slot)) for slot, each in value.captures.items()
        }
        return Func(value.path, value.index, value.defaults, None, captures)
    return value
