"""Control flow: branches, loops, exceptions; and the solving of one function from its first instruction to its summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from lintel.flow import ir
from lintel.flow.combining import bounded, choice, is_plain
from lintel.flow.execute import SIMPLE
from lintel.flow.frame import Frame
from lintel.flow.guards import checks_of, truth_of
from lintel.flow.heap import Body, Oid, State, both, merge
from lintel.flow.summary import Summary
from lintel.flow.values import (
    NO_CHECKS,
    NO_VALUE,
    NONE,
    UNKNOWN,
    At,
    Checks,
    Choice,
    Cleaned,
    Fresh,
    Hole,
    Lib,
    Ref,
    Test,
    Value,
)
from lintel.flow.world import World

ROUNDS: Final = (3, 2, 1)  # of a loop, of one inside it, of those inside that
MOST_UNROLLED: Final = 5
MOST_STEPS: Final = 6_000  # instructions run in one function; beyond that every loop is run once


class Solving(Frame):
    """A frame that runs."""

    def __init__(self, world: World, path: str, index: int, env: Frame | None = None) -> None:
        super().__init__(world, path, index, env)
        self.comprehending = 0
        self.steps = 0
        self.setters: dict[str, Value] = {}
        self.field_annotations: dict[str, Value] = {}

    def inner(self, index: int) -> Solving:
        """A frame for a class body that runs inside this one."""
        made = Solving(self.world, self.path, index, self)
        made.state.heap = self.state.heap
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
            simple = SIMPLE.get(ins[0])
            if simple is not None:
                simple(self, ins)
            else:
                CONTROL[ins[0]](self, ins)

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
            return 1
        return ROUNDS[min(len(self.loops), len(ROUNDS) - 1)]

    def go_on(self, states: Sequence[State]) -> None:
        """Go on where any of these states does."""
        merged = merge(states)
        if merged is None:
            self.state.alive = False
        else:
            self.state.take(merged)


def _if(frame: Solving, ins: ir.Instruction) -> None:
    otherwise, arms = ins[2], ins[3:]
    ends: list[State] = []
    for index in range(0, len(arms), 3):
        test_block, test, block = arms[index : index + 3]
        if test_block != ir.NONE:
            frame.run(test_block)
            if not frame.state.alive:
                break
        value = frame.value(test)
        frame.note(value)
        truth = truth_of(value)
        if truth is not False:
            ends.append(frame.branch(block, checks_of(value, holds=True)))
        if truth is True:
            frame.go_on(ends)
            return
        frame.state.check(checks_of(value, holds=False))
    if frame.state.alive:
        if otherwise != ir.NONE:
            ends.append(frame.branch(otherwise, NO_CHECKS))
        else:
            ends.append(frame.state.copy())
    frame.go_on(ends)


def _select(frame: Solving, ins: ir.Instruction) -> None:
    to, otherwise_block, otherwise, arms = ins[1], ins[2], ins[3], ins[4:]
    found: list[Value] = []
    failed: Checks = {}
    for index in range(0, len(arms), 4):
        test_block, test, block, operand = arms[index : index + 4]
        if test_block != ir.NONE:
            frame.run(test_block)
        value = frame.value(test)
        frame.note(value)
        truth = truth_of(value)
        if truth is not False:
            found.append(_in_branch(frame, block, operand, checks_of(value, holds=True)))
        if truth is True:
            frame.state.regs[to] = choice(found)
            return
        failed = {**failed, **checks_of(value, holds=False)}
    found.append(_in_branch(frame, otherwise_block, otherwise, failed))
    frame.state.regs[to] = choice(found)


def _in_branch(frame: Solving, block: int, operand: int, checks: Checks) -> Value:
    """The value of an arm: what the test has checked holds for it, so it leaves clean."""
    saved = frame.state.checked
    frame.state.check(checks)
    if block != ir.NONE:
        frame.run(block)
    value = frame.value(operand)
    dangers = frame.state.checked.get(value.key)
    frame.state.checked = saved
    return Cleaned(value, dangers) if dangers and not is_plain(value) else value


def _loop(frame: Solving, bind: Callable[[], bool], block: int, otherwise: int) -> None:
    """Run a loop until nothing new is learnt. `bind` gives the next item; it is false where the loop is over."""
    exits: list[State] = []
    for _ in range(frame.rounds):
        before = frame.state.copy()
        breaks: list[State] = []
        continues: list[State] = []
        if not bind():
            break
        frame.loops.append((breaks, continues))
        after = frame.branch(block, NO_CHECKS)
        frame.loops.pop()
        exits += breaks
        merged = merge([frame.state, after, *continues])
        if merged is not None:
            frame.state.take(merged)
        if _same(before, frame.state):
            break
    if otherwise != ir.NONE and frame.state.alive:
        ended = frame.branch(otherwise, NO_CHECKS)
        frame.go_on([ended, *exits])
    else:
        frame.go_on([frame.state.copy(), *exits])


def _same(before: State, after: State) -> bool:
    if any(a is not b for a, b in zip(before.regs, after.regs, strict=True)):
        return False
    return before.heap.keys() == after.heap.keys() and all(before.heap[oid] is after.heap[oid] for oid in after.heap)


def _while(frame: Solving, ins: ir.Instruction) -> None:
    test_block, test, block, otherwise = ins[2:6]
    exits: list[State] = []
    for _ in range(frame.rounds):
        if test_block != ir.NONE:
            frame.run(test_block)
        if not frame.state.alive:
            break
        value = frame.value(test)
        truth = truth_of(value)
        if truth is False:
            break
        before = frame.state.copy()
        breaks: list[State] = []
        continues: list[State] = []
        frame.loops.append((breaks, continues))
        after = frame.branch(block, checks_of(value, holds=True))
        frame.loops.pop()
        exits += breaks
        if truth is True:
            merged = merge([after, *continues])
            if merged is None:
                frame.state.alive = False
                break
        else:
            merged = merge([frame.state, after, *continues])
        if merged is not None:
            frame.state.take(merged)
        if _same(before, frame.state):
            frame.state.check(checks_of(value, holds=False))
            break
    if frame.state.alive and otherwise != ir.NONE:
        frame.go_on([frame.branch(otherwise, NO_CHECKS), *exits])
    else:
        frame.go_on([frame.state.copy(), *exits] if frame.state.alive else exits)


def _for(frame: Solving, ins: ir.Instruction) -> None:
    iterable, to, block, otherwise = frame.value(ins[3]), ins[4], ins[5], ins[6]
    at = frame.place("For", ins[1])
    _iterate(frame, iterable, to, block, otherwise, at)


def _comp_for(frame: Solving, ins: ir.Instruction) -> None:
    iterable, to, block = frame.value(ins[3]), ins[4], ins[5]
    items = frame.items_of(iterable)
    exact = items is not None and len(items) <= 8
    frame.comprehending += not exact
    _iterate(frame, iterable, to, block, ir.NONE, frame.place("CompFor", ins[1]))
    frame.comprehending -= not exact


def _iterate(frame: Solving, iterable: Value, to: int, block: int, otherwise: int, at: At | None) -> None:
    items = frame.items_of(iterable)
    frame.note(iterable)
    if items is not None and len(items) <= MOST_UNROLLED and frame.rounds > 1:
        _unrolled(frame, items, to, block, otherwise)
        return
    element = frame.element(iterable, at)
    if element is NO_VALUE:
        if items is None and frame.body(iterable) is None:
            element = UNKNOWN
        else:
            return

    def bind() -> bool:
        frame.state.regs[to] = element
        return True

    _loop(frame, bind, block, otherwise)


def _unrolled(frame: Solving, items: tuple[Value, ...], to: int, block: int, otherwise: int) -> None:
    """A loop over a few items that are all known: once for each."""
    exits: list[State] = []
    for item in items:
        frame.state.regs[to] = item
        breaks: list[State] = []
        continues: list[State] = []
        frame.loops.append((breaks, continues))
        after = frame.branch(block, NO_CHECKS)
        frame.loops.pop()
        exits += breaks
        frame.go_on([after, *continues])
        if not frame.state.alive:
            break
    if frame.state.alive and otherwise != ir.NONE:
        frame.go_on([frame.branch(otherwise, NO_CHECKS), *exits])
    elif exits:
        frame.go_on([frame.state.copy(), *exits])


def _comprehension(kind: str) -> Callable[[Solving, ir.Instruction], None]:
    def make(frame: Solving, ins: ir.Instruction) -> None:
        ref = frame.allocate(Body(kind, () if kind != "dict" else None))
        frame.state.regs[ins[2]] = ref
        if ins[3] != ir.NONE:
            frame.run(ins[3])

    return make


def _try(frame: Solving, ins: ir.Instruction) -> None:
    block, otherwise, final, handlers = ins[2], ins[3], ins[4], ins[5:]
    raised: list[State] = []
    frame.raised.append(raised)
    returns = len(frame.returns)
    before = frame.state.copy()
    after = frame.branch(block, NO_CHECKS) if block != ir.NONE else frame.state.copy()
    frame.raised.pop()
    ends: list[State] = []
    if handlers:
        middle = after.copy()
        middle.alive = True
        middle.checked = both(before.checked, after.checked)
        start = merge([before, middle, *raised]) or before
        frame.state.take(start)
        frame.state.checked = before.checked
        for index in range(0, len(handlers), 4):
            type_block, _, register, handler = handlers[index : index + 4]
            if type_block != ir.NONE:
                frame.run(type_block)
            if register >= 0:
                frame.state.regs[register] = _exception(frame, handlers[index + 1])
            ends.append(frame.branch(handler, NO_CHECKS))
    frame.state.take(after)
    if frame.state.alive:
        ends.insert(0, frame.branch(otherwise, NO_CHECKS) if otherwise != ir.NONE else frame.state.copy())
    if final == ir.NONE:
        frame.go_on(ends)
        return
    _finally(frame, ends, final, returns)


def _exception(frame: Solving, operand: int) -> Value:
    kind = UNKNOWN if operand == ir.NONE else frame.value(operand)
    return Lib(f"{kind.name}()") if type(kind) is Lib else UNKNOWN


def _finally(frame: Solving, ends: list[State], final: int, returns: int) -> None:
    merged = merge(ends)
    if merged is not None:
        frame.state.take(merged)
        frame.run(final)
        return
    if len(frame.returns) > returns:
        last = frame.returns[-1][1]
        frame.state.take(last.copy())
        frame.state.alive = True
        frame.run(final)
    frame.state.alive = False


def _with(frame: Solving, ins: ir.Instruction) -> None:
    block = ins[3]
    if block == ir.NONE:
        return
    suppressing = any(_may_suppress(frame, frame.value(each)) for each in ins[4:])
    before = frame.state.copy()
    after = frame.branch(block, NO_CHECKS)
    frame.go_on([before, after] if suppressing else [after])


def _may_suppress(frame: Solving, manager: Value) -> bool:
    return type(manager) is Lib and manager.name == "contextlib.suppress()"


def _return(frame: Solving, ins: ir.Instruction) -> None:
    frame.returns.append((frame.value(ins[2]), frame.state.copy()))
    frame.state.alive = False


def _raise(frame: Solving, _ins: ir.Instruction) -> None:
    if frame.raised:
        frame.raised[-1].append(frame.state.copy())
    frame.state.alive = False


def _assert(frame: Solving, ins: ir.Instruction) -> None:
    value = frame.value(ins[2])
    if truth_of(value) is False:
        frame.state.alive = False
        return
    frame.state.check(checks_of(value, holds=True))


def _break(frame: Solving, _ins: ir.Instruction) -> None:
    if frame.loops:
        frame.loops[-1][0].append(frame.state.copy())
    frame.state.alive = False


def _continue(frame: Solving, _ins: ir.Instruction) -> None:
    if frame.loops:
        frame.loops[-1][1].append(frame.state.copy())
    frame.state.alive = False


CONTROL: Final[dict[int, Callable[[Solving, ir.Instruction], None]]] = {
    ir.IF: _if, ir.MATCH: _if, ir.SELECT: _select, ir.WHILE: _while, ir.FOR: _for, ir.COMP_FOR: _comp_for,
    ir.LIST_COMP: _comprehension("list"), ir.SET_COMP: _comprehension("set"), ir.DICT_COMP: _comprehension("dict"),
    ir.GENERATOR: _comprehension("iterator"), ir.TRY: _try, ir.TRY_STAR: _try, ir.WITH: _with, ir.RETURN: _return,
    ir.RAISE: _raise, ir.ASSERT: _assert, ir.BREAK: _break, ir.CONTINUE: _continue,
}  # fmt: skip


# One function


def solve(frame: Solving, holes: Sequence[Value]) -> Summary:
    """Run a function whose parameters and captures hold these values, and say what it does."""
    function = frame.function
    count = len(function.params)
    for slot in range(count):
        frame.state.regs[slot] = given(frame, holes[slot], Hole(slot))
    for place, operand in enumerate(function.captures):
        frame.captures[operand] = given(frame, holes[count + place], Hole(count + place))
    if function.blocks:
        frame.run(0)
    if frame.state.alive:
        frame.returns.append((NONE, frame.state))
    return _summarised(frame)


def given(frame: Frame, value: Value, hole: Hole) -> Value:
    """What a parameter holds: a shape becomes an object of this heap, known to the caller by its hole."""
    kind = type(value)
    if kind is Fresh:
        oid: Oid = frame.number()
        body: Body = value.body
        items = None if body.items is None else tuple(
            given(frame, each, Hole(hole.index, hole, "[", place)) for place, each in enumerate(body.items)
        )  # fmt: skip
        keyed = {key: given(frame, each, Hole(hole.index, hole, "[", key)) for key, each in body.keyed.items()}
        fields = {key: given(frame, each, Hole(hole.index, hole, ".", key)) for key, each in body.fields.items()}
        made = Body(body.kind, items, keyed, fields, body.rest, body.base, body.cls)
        frame.state.heap[oid] = made
        frame.origins[oid] = (hole, made)
        return Ref(oid)  # type: ignore[arg-type]
    if kind is Choice:
        return choice([given(frame, each, hole) for each in value.values])
    return value


def _summarised(frame: Solving) -> Summary:
    states = [state for _, state in frame.returns]
    living = [state.copy() for state in states]
    for state in living:
        state.alive = True
    merged = merge(living)
    if merged is None:
        return Summary(
            events=tuple(frame.events), sensitive=frozenset(frame.sensitive), outer=frame.outer, leaves=False
        )
    values: list[Value] = []
    for value, state in frame.returns:
        frame.state = state
        values.append(bounded(_cleaned(frame.freeze(value), state)))
    frame.state = merged
    yes, no = _verdicts(frame.returns)
    elements = choice(frame.elements) if frame.function.flags & ir.GENERATES else None
    return Summary(
        returns=choice(values),
        elements=elements,
        events=tuple(frame.events),
        effects=frame.effects(),
        outer=frame.outer,
        checks={key: dangers for key, dangers in merged.checked.items() if _travels(key)},
        when_true=yes,
        when_false=no,
        sensitive=frozenset(frame.sensitive),
    )


def _cleaned(value: Value, state: State) -> Value:
    """A value that was checked on its way out stays clean outside."""
    dangers = state.checked.get(value.key)
    if dangers and not is_plain(value) and type(value) is not Fresh:
        return Cleaned(value, dangers)
    return value


def _travels(key: object) -> bool:
    return type(key) is tuple and len(key) == 4 and type(key[0]) is int


def _verdicts(returns: Sequence[tuple[Value, State]]) -> tuple[Checks, Checks]:
    """What is checked where a function has returned something true, and something false."""
    if len(returns) == 1 and type(returns[0][0]) is Test:
        test = returns[0][0]
        return (
            {key: dangers for key, dangers in test.yes.items() if _travels(key)},
            {key: dangers for key, dangers in test.no.items() if _travels(key)},
        )
    sides: list[Checks] = []
    for wanted in (True, False):
        found: Checks | None = None
        for value, state in returns:
            if truth_of(value) is (not wanted):
                continue
            checks: dict[object, frozenset[str]] = dict(state.checked)
            for key, dangers in checks_of(value, holds=wanted).items():
                checks[key] = checks.get(key, frozenset()) | dangers
            found = checks if found is None else both(found, checks)
        sides.append({key: dangers for key, dangers in (found or {}).items() if _travels(key)})
    return sides[0], sides[1]
