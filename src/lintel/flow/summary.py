"""What a function does, said in terms of what it is given: the form in which callers know it.

The holes of a summary are the parameters, in order, then the captured variables (`values.Hole`). A caller puts its own
values in their place.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lintel.flow.heap import Body
from lintel.flow.values import NO_CHECKS, NO_VALUE, At, Checks, Shared, Value


class Call(NamedTuple):
    """A call that a flow came through: where it stands, in which function, what is called."""

    at: At
    symbol: str
    callee: str


class Event(NamedTuple):
    """That values arrive at a sink.

    `sink` is what knowledge says of it (None for a method, `name`, of a `receiver` that only the caller knows: `values`
    are its arguments then). `at` is the place where it is told: the call of the library, or of a wrapper that only
    hands the value on, in `symbol`; `reached` is the place of the library's call where that is another. `calls` are the
    calls that values came through, innermost first.
    """

    sink: Hashable
    at: At
    symbol: str
    values: Mapping[str, Value]
    name: str = ""
    receiver: Value | None = None
    calls: tuple[Call, ...] = ()
    reached: At | None = None


class Effect(NamedTuple):
    """That an object which the caller knows (`target`) holds `body` afterwards; `whole`: nothing else.

    The target is a part of what the caller gave, or an object or class that outlives calls.
    """

    target: Value
    body: Body
    whole: bool


@dataclass(slots=True)
class Summary:
    """What one function does.

    Attributes:
        returns: what it gives back; NO_VALUE where it never does.
        elements: what a generator yields, else None.
        events: what arrives at sinks in it, or in what it calls.
        effects: what it changes of objects that the caller knows.
        outer: variables of functions around it that it binds, by pool operand.
        checks: what is checked of the caller's values once it has returned.
        when_true, when_false: what is checked where what it returned is true, false.
        sensitive: parameters of which more may be told where the argument is a constant, a callable or an object.
        leaves: whether it ever returns.
        reads: objects and classes that outlive calls, of which it or what it calls has looked at what they hold.
        registers: whether it hands functions to something of its caller's, which may be the application.
    """

    returns: Value = NO_VALUE
    elements: Value | None = None
    events: tuple[Event, ...] = ()
    effects: tuple[Effect, ...] = ()
    outer: Mapping[int, Value] = field(default_factory=dict)
    checks: Checks = field(default_factory=lambda: NO_CHECKS)
    when_true: Checks = field(default_factory=lambda: NO_CHECKS)
    when_false: Checks = field(default_factory=lambda: NO_CHECKS)
    sensitive: frozenset[int] = frozenset()
    leaves: bool = True
    registers: bool = False
    reads: frozenset[Shared] = frozenset()
