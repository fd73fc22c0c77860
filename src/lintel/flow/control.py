"""Control flow: branches, loops and exceptions."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.bounds import ROUNDS
from lintel.flow.carried import ANYTHING, Carried
from lintel.flow.combining import choice, leaves
from lintel.flow.exceptions import caught
from lintel.flow.guards import OPEN, checks_of, empty, truth_of
from lintel.flow.heap import Body, State, alike, both, merge, same_content
from lintel.flow.values import ALL, NO_CHECKS, NO_VALUE, UNKNOWN, At, Checks, Cleaned, Hole, Lib, Ref, Value

if TYPE_CHECKING:
    from lintel.flow.solving import Handler, Solving


MOST_UNROLLED: Final = 5
MOST_ROUNDS: Final = 8  # of a loop in which data goes from variable to variable


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
        if truth is None and isinstance(value, OPEN) and _is_made_anew(test, value, ends[-1]):  # `if x: x = "?" + x`
            frame.state.regs[test] = Cleaned(value, ALL)
        if truth is None and ends[-1].alive and len(ends[-1].checked) > len(frame.state.checked):
            told = ends[-1].checked  # `if x: refuse(x)`
            frame.state.check({key: dangers for key, dangers in empty(value).items() if key in told})
    if frame.state.alive:
        if otherwise != ir.NONE:
            ends.append(frame.branch(otherwise, NO_CHECKS))
        else:
            ends.append(frame.state.copy())
    frame.go_on(ends)


def _is_made_anew(operand: int, value: Value, end: State) -> bool:
    """Whether a variable that was asked holds another value where it was true: where it was not, it is empty."""
    return operand >= 0 and end.regs[operand] is not value


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
    value = frame.clean(frame.value(operand))
    frame.state.checked = saved
    return value


def _loop(frame: Solving, bind: Callable[[], bool], block: int, otherwise: int) -> None:
    """Run a loop until nothing new is learnt. `bind` gives the next item; it is false where the loop is over."""
    carries = frame.world.carried(frame.path, frame.index, (block,))
    exits: list[State] = []
    for number in range(1, MOST_ROUNDS + 1):
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
        if after.alive and not breaks and not continues:
            frame.state.checked = after.checked  # of no items, none does harm
        if _says_enough(frame, number, before, carries):
            break
    if otherwise != ir.NONE and frame.state.alive:
        ended = frame.branch(otherwise, NO_CHECKS)
        frame.go_on([ended, *exits])
    else:
        frame.go_on([frame.state.copy(), *exits])


def _says_enough(frame: Solving, number: int, before: State, carries: Carried) -> bool:
    """Whether another round than this one would say nothing new: it would begin as this one did.

    Where only objects hold more than before, one further round has seen what they hold. After as many as are `usual`
    there is another one where a variable holds what it did not: a client's data on its way through several.
    """
    after, usual = frame.state, frame.rounds
    if number >= usual:
        enough = usual == 1 or all(
            _parts(after.regs[slot]) <= _parts(before.regs[slot]) for slot in carries.slots if slot != ANYTHING
        )
        if number == MOST_ROUNDS and not enough:
            frame.world.met(ROUNDS, frame.path, frame.symbol)
        return enough
    if ANYTHING in carries.slots or any(not alike(before.regs[slot], after.regs[slot]) for slot in carries.slots):
        return False
    return number > 1 or _holds_no_more(before, after, carries)


def _parts(value: Value | None) -> set[Hashable]:
    """What clients and callers have in a value."""
    known = () if value is None else leaves(value)
    return {each.key for each in known if type(each) is Hole or (type(each) is Lib and each.source is not None)}


def _holds_no_more(before: State, after: State, carries: Carried) -> bool:
    """Whether the objects that were there before a round hold after it what they held."""
    added = {value.oid for register in carries.added if type(value := before.regs[register]) is Ref}
    for oid, body in after.heap.items():
        known = before.heap.get(oid)
        if known is None:
            if type(oid) is tuple and oid[0] != "lib":  # a part of what the caller knows
                return False
        elif known is not body and oid not in added and not same_content(known, body):
            return False
    return True


def _while(frame: Solving, ins: ir.Instruction) -> None:
    test_block, test, block, otherwise = ins[2:6]
    carries = frame.world.carried(frame.path, frame.index, (test_block, block))
    exits: list[State] = []
    for number in range(1, MOST_ROUNDS + 1):
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
        if _says_enough(frame, number, before, carries):
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
    element = frame.element(frame.clean(iterable), at)  # what holds of a text holds of its signs
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


def _comprehension(kind: str) -> Handler:
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
    thrown: list[Value] = []
    frame.thrown.append(thrown)
    returns = len(frame.returns)
    before = frame.state.copy()
    after = frame.branch(block, NO_CHECKS) if block != ir.NONE else frame.state.copy()
    frame.raised.pop()
    frame.thrown.pop()
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
                kinds = handlers[index + 1]
                kind = UNKNOWN if kinds == ir.NONE else frame.value(kinds)
                frame.state.regs[register] = caught(frame, kind, thrown)
            ends.append(frame.branch(handler, NO_CHECKS))
    frame.state.take(after)
    if frame.state.alive:
        ends.insert(0, frame.branch(otherwise, NO_CHECKS) if otherwise != ir.NONE else frame.state.copy())
    if final == ir.NONE:
        frame.go_on(ends)
        return
    _finally(frame, ends, final, returns)


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
    suppressing = any(_may_suppress(frame.value(each)) for each in ins[4:])
    before = frame.state.copy()
    after = frame.branch(block, NO_CHECKS)
    frame.go_on([before, after] if suppressing else [after])


def _may_suppress(manager: Value) -> bool:
    return type(manager) is Lib and manager.name == "contextlib.suppress()"


def _return(frame: Solving, ins: ir.Instruction) -> None:
    frame.returns.append((frame.value(ins[2]), frame.state.copy()))
    frame.state.alive = False


def _raise(frame: Solving, ins: ir.Instruction) -> None:
    if frame.raised:
        frame.raised[-1].append(frame.state.copy())
        frame.thrown[-1].append(frame.clean(frame.value(ins[2])))
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


CONTROL: Final[dict[int, Handler]] = {
    ir.IF: _if, ir.MATCH: _if, ir.SELECT: _select, ir.WHILE: _while, ir.FOR: _for, ir.COMP_FOR: _comp_for,
    ir.LIST_COMP: _comprehension("list"), ir.SET_COMP: _comprehension("set"), ir.DICT_COMP: _comprehension("dict"),
    ir.GENERATOR: _comprehension("iterator"), ir.TRY: _try, ir.TRY_STAR: _try, ir.WITH: _with, ir.RETURN: _return,
    ir.RAISE: _raise, ir.ASSERT: _assert, ir.BREAK: _break, ir.CONTINUE: _continue,
}  # fmt: skip
