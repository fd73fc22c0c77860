"""The functions of a program, solved on demand and once for each shape of arguments that matters.

What is in progress is known, so that recursion ends: a function that calls itself is solved again with its
first answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from lintel.flow import ir
from lintel.flow.bounds import SHAPES
from lintel.flow.combining import is_plain
from lintel.flow.definitions import Class, Func, Instance, Special
from lintel.flow.frame import Frame
from lintel.flow.shapes import shape_key
from lintel.flow.solving import Solving, solve
from lintel.flow.summary import Event, Summary
from lintel.flow.values import FIXED, NO_VALUE, Fresh, Harmless, Hole, Lib, Value
from lintel.program.flow_fields import FlowFields
from lintel.program.flow_modules import Given
from lintel.program.flow_settling import is_open
from lintel.program.flow_sink import assumed

MOST_SHAPES = 10  # solutions of one function beside the general one


class FlowSummaries(FlowFields):
    """The part of the world that solves functions.

    `events` are the flows that depend on no caller, `called_functions` those that something of the program calls,
    `recursive` those that were asked for while they were solved.
    """

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.events: list[Event] = []
        self.called_functions: set[tuple[str, int]] = set()
        self.recursive: set[Hashable] = set()
        self._functions: dict[tuple[str, int], Func] = {}
        self._owners: dict[tuple[str, int], Class] = {}
        self._summaries: dict[Hashable, Summary] = {}
        self._shapes: dict[tuple[str, int], int] = defaultdict(int)

    def conclude(self, events: Iterable[Event]) -> None:
        """Flows that depend on no caller."""
        for event in events:
            told = event if event.sink is not None else assumed(event)
            if told is not None:
                self.events.append(told)

    def note_function(self, frame: Frame, value: Func) -> None:
        """A function was defined."""
        self._functions[value.path, value.index] = value
        if frame.owner is not None and frame.function.kind == ir.CLASS_BODY:
            self._owners[value.path, value.index] = frame.owner
            row = self.library.writer_named(self.module_ir(value.path), value.index)
            if row is not None:
                self.writers[value.path, value.index] = row

    def called(self, function: Func) -> None:
        """A function is called from somewhere."""
        self.called_functions.add((function.path, function.index))

    def forget(self) -> set[tuple[str, int]]:
        """Forget what functions do that looked into objects before something was put there; which they are."""
        changed = self.kept.changed
        if not changed:
            return set()
        self.kept.changed = set()
        stale = {key: summary for key, summary in self._summaries.items() if not changed.isdisjoint(summary.reads)}
        places: set[tuple[str, int]] = set()
        for key in stale:
            del self._summaries[key]
            place: Any = key
            places.add(place[0] if type(place[0]) is tuple else place)
        for each in places:
            self._shapes.pop(each, None)
        self._values.clear()
        self._hints.clear()
        return places

    def summary(self, function: Func, shapes: Sequence[Value] | None) -> Summary:
        """What a function does."""
        place = (function.path, function.index)
        key: Hashable = place if shapes is None else (place, tuple(map(shape_key, shapes)))
        found = self._summaries.get(key)
        if found is not None:
            return found
        if shapes is not None and self._shapes[place] >= MOST_SHAPES:
            self.met(SHAPES, function.path, self.module_ir(function.path).qualified_name(function.index))
            return self.summary(function, None)
        if key in self._in_progress:
            self.recursive.add(key)
            return Summary(returns=NO_VALUE)
        if shapes is not None:
            self._shapes[place] += 1
        self._in_progress.add(key)
        try:
            found = self._solved(function, shapes)
            if key in self.recursive:  # now that a first answer is known, what it calls itself for is too
                self._summaries[key] = found
                self._in_progress.discard(key)
                found = self._solved(function, shapes)
        finally:
            self._in_progress.discard(key)
        self._summaries[key] = found
        return found

    def _solved(self, function: Func, shapes: Sequence[Value] | None) -> Summary:
        """What a function does, worked out; what depends on no caller is told at once."""
        self.body(function.path)
        frame = Solving(self, function.path, function.index)
        frame.owner = self._owners.get((function.path, function.index)) or self._outer_owner(function)
        count = len(frame.function.params) + len(frame.function.captures)
        holes: list[Value] = list(shapes) if shapes is not None else [Hole(index) for index in range(count)]
        for index in range(len(frame.function.params)):
            holes[index] = self._parameter(function, frame, index, holes[index])
        found = solve(frame, holes)
        self.kept.note(found.effects)
        closed = [event for event in found.events if not is_open(event)]
        if closed:
            self.conclude(closed)
            found.events = tuple(event for event in found.events if is_open(event))
        return found

    def _outer_owner(self, function: Func) -> Class | None:
        """The class whose method a function stands in."""
        module = self.module_ir(function.path)
        index = module.functions[function.index].parent
        while index > 0:
            owner = self._owners.get((function.path, index))
            if owner is not None:
                return owner
            index = module.functions[index].parent
        return None

    def _parameter(self, function: Func, frame: Solving, index: int, value: Value) -> Value:
        """What a parameter holds beside what callers say: its class for `self`, what its annotation says."""
        if type(value) is not Hole or value.hint is not None:
            return value
        owner = self._owners.get((function.path, function.index))
        writer = self.writers.get((function.path, function.index))
        if writer is not None and index:
            given = writer.get("given").split()[index - 1 : index]
            # what one writer gives to another beside that is told where it is given
            return Lib(self.knowledge.canonical(given[0])) if given else FIXED
        if index == 0 and owner is not None:
            kind = self._kind(owner, function)
            if kind == "class":
                return owner
            if kind != "static":
                return Hole(index, hint=Instance(owner))
        if frame.function.params[index][0] in (ir.VARIADIC, ir.VARIADIC_KEYWORDS):
            return value
        annotation = self.annotation(function.path, function.index, index)
        said = self.named_so(function, index) if annotation is None else self.annotated(annotation)
        if said is None:
            return value
        if type(said) is Fresh:
            return said if all(map(is_plain, said.body.parts())) else value
        return said if type(said) is Harmless else Hole(index, hint=said)

    def owner_of(self, function: Func) -> Class | None:
        """The class that a method stands in."""
        return self._owners.get((function.path, function.index))

    def receiver(self, function: Func) -> Value | None:
        """What stands for `self` where a framework calls a method; None where the function is none."""
        owner = self._owners.get((function.path, function.index))
        return None if owner is None or self._kind(owner, function) else Instance(owner)

    def _kind(self, owner: Class, function: Func) -> str:
        """Whether a method is of the "class", "static", a "property", or ("") of an object."""
        name = self.module_ir(function.path).functions[function.index].name
        member = self.class_info(owner).members.get(name)
        if type(member) is Special and member.kind in ("static", "class", "property"):
            return member.kind
        return "class" if name in ("__new__", "__init_subclass__", "__class_getitem__") else ""
