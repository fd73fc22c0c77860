"""The summary of a function that has been run: what all its ways out have in common, and what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lintel.flow import ir
from lintel.flow.combining import bounded, choice, is_plain
from lintel.flow.guards import checks_of, truth_of
from lintel.flow.heap import State, both, merge
from lintel.flow.rebuilding import cleaned_by, is_written
from lintel.flow.summary import Summary
from lintel.flow.values import Checks, Cleaned, Fresh, Test, Value

if TYPE_CHECKING:
    from lintel.flow.solving import Solving


def summarised(frame: Solving) -> Summary:
    """The summary of a function that has been run."""
    states = [state for _, state in frame.returns]
    living = [state.copy() for state in states]
    for state in living:
        state.alive = True
    merged = merge(living)
    if merged is None:
        return Summary(
            events=tuple(frame.events),
            sensitive=frozenset(frame.sensitive),
            outer=frame.outer,
            leaves=False,
            registers=frame.registers,
            reads=frozenset(frame.reads),
        )
    values: list[Value] = []
    for value, state in frame.returns:
        frame.state = state
        values.append(bounded(_cleaned(frame.freeze(value), value, state.checked)))
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
        registers=frame.registers,
        reads=frozenset(frame.reads),
    )


def _cleaned(value: Value, before: Value, checks: Checks) -> Value:
    """A value (`before` it was frozen) that was checked on its way out stays clean outside, in texts too."""
    dangers = checks.get(before.key)
    if dangers and not is_plain(value) and type(value) is not Fresh:
        return Cleaned(value, dangers)
    return cleaned_by(value, checks) if checks and is_written(value) else value


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
