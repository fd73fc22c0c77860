"""The flow of values over the whole program: the solver's world, made of the files, their names and library knowledge.

The world is one object in floors, each of which knows those below: files and their variables (`flow_modules`), classes
(`flow_classes`), libraries (`flow_libraries`), annotations (`flow_annotations`), functions (`flow_summaries`). Here is
the order in which all of it is solved: module bodies, the functions that can matter, what frameworks call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lintel.flow import ir
from lintel.flow.bounds import STORES
from lintel.flow.combining import walk
from lintel.flow.definitions import Bound, Class, Func, Instance
from lintel.flow.frame import Frame
from lintel.flow.summary import Event
from lintel.flow.values import At, Choice, Lib, Mix, Opaque, Value
from lintel.flow.world import Arguments
from lintel.knowledge.index import Knowledge
from lintel.knowledge.schema import Row
from lintel.program.flow_entries import class_entries, functions_of, object_entries, run_entry
from lintel.program.flow_entry import Entry
from lintel.program.flow_library import Library
from lintel.program.flow_modules import Given
from lintel.program.flow_relevance import (
    IN_PIECES,
    Named,
    Relevance,
    counts_without_a_client,
    sealing_names,
    sink_names,
    source_names,
)
from lintel.program.flow_settling import settled
from lintel.program.flow_sink import Sink
from lintel.program.flow_storing import store_names, storing
from lintel.program.flow_summaries import FlowSummaries
from lintel.program.flow_writers import run_writers, written
from lintel.program.names import Symbol
from lintel.project.modules import ModuleMap

MOST_ROUNDS = 4  # through how many objects a value may go that one handler leaves for the next


class FlowWorld(FlowSummaries):
    """Everything that the solver asks of the program. `irs` gives the IR of a file, None where it has none.

    `entries` are the functions that frameworks call; `spoken` the functions and `known` the classes that knowledge
    speaks of, with their names there.
    """

    def __init__(
        self,
        paths: Sequence[str],
        irs: Callable[[str], ir.ModuleIR | None],
        modules: ModuleMap,
        knowledge: Knowledge,
        subclasses: Mapping[Symbol, Sequence[Symbol]],
        routes: Callable[[Symbol], Sequence[str]] = lambda _: (),
        spoken: Mapping[Symbol, str] = MappingProxyType({}),
        known: Mapping[Symbol, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(Given(tuple(paths), irs, modules, knowledge, subclasses, routes, known))
        self.library = Library(self, knowledge)
        self.entries: list[Entry] = []
        self.trusted = False  # whether the handler that is called is for operators only
        self._routes = routes
        self._spoken = spoken
        self._counting = frozenset(row.place for row in knowledge.of_kind("sink") if counts_without_a_client(row))

    def known_call(self, frame: Frame, function: Func, arguments: Arguments, at: At) -> Value | None:
        """What the project's own knowledge says that a call of its function gives; None: what the body gives."""
        writer = self.writers.get((function.path, function.index))
        if writer is not None:
            return self._written(frame, writer, function, arguments, at)
        if not self._spoken:
            return None
        symbol = Symbol(function.path, self.module_ir(function.path).qualified_name(function.index))
        place = self._spoken.get(symbol)
        if place is None:
            return None
        owner = self._owners.get((function.path, function.index))
        receiver = None
        if owner is not None and self._kind(owner, function) != "static" and arguments.positional:
            receiver, *rest = arguments.positional
            arguments = Arguments(rest, arguments.keywords, arguments.star, arguments.double_star)
            if self._kind(owner, function) == "property":
                return self.library.read(place, at)
        return self.library.said(frame, Lib(place, at, owner=receiver), arguments, at)

    def _written(self, frame: Frame, row: Row, function: Func, arguments: Arguments, at: At) -> Value:
        """What a method that writes SQL gives to one that goes on with it: the sinks that it is are told."""
        name = self.module_ir(function.path).functions[function.index].name
        given = Arguments(arguments.positional[1:], arguments.keywords, arguments.star, arguments.double_star)
        self.library.tell_sinks(frame, Lib(f"{row.place}().{name}", at), given, at)
        return written(row, name, at)

    def routes_of(self, function: Func) -> list[str]:
        """The routes of a handler, or of the class that it is a method of."""
        name = self.module_ir(function.path).qualified_name(function.index)
        found = list(self._routes(Symbol(function.path, name)))
        owner, _, _ = name.rpartition(".")
        return found or (list(self._routes(Symbol(function.path, owner))) if owner else [])

    def solve(self, wanted: Sequence[str]) -> Sequence[Event]:
        """Solve the functions of these files and all that frameworks call in them; all that arrives somewhere."""
        for path in wanted:
            self.conclude(self.body(path).events)
        self.finish(wanted)
        self.kept.changed.clear()
        for path in wanted:
            self._class_entries(path)
        solved = self._relevant(wanted)
        entries = sorted(self.entries, key=lambda each: each.inputs == "message")
        for entry in entries:
            run_entry(self, entry)
        self._solve_again(solved, entries)
        for path in wanted:
            for cls in self._classes(path):
                run_writers(self, cls)
        self._conclude_roots(solved)
        return self.events

    def _solve_again(self, solved: Mapping[tuple[str, int], Func], entries: Sequence[Entry]) -> None:
        """Solve anew what looked into something that outlives calls before others put there what it holds."""
        for _ in range(MOST_ROUNDS):
            stale = self.forget()
            if not stale:
                return
            for key in sorted(stale & solved.keys()):
                self.summary(solved[key], None)
            for entry in entries:
                if any((each.path, each.index) in stale for each, _ in functions_of(self, entry.function)):
                    run_entry(self, entry)
        for path, index in sorted(self.forget()):
            self.met(STORES, path, self.module_ir(path).qualified_name(index))

    def _relevant(self, wanted: Sequence[str]) -> Mapping[tuple[str, int], Func]:
        """The functions of these files that can matter, solved: sinks first, then whoever mentions what leads there."""
        sinks, sources = sink_names(self.knowledge), source_names(self.knowledge)
        relevance = Relevance(wanted, self.module_ir, sinks, sources, self.implied)
        self.set_on_classes = relevance.set_on_classes
        solved: dict[tuple[str, int], Func] = {}
        keeping = storing(self, wanted, self._functions, store_names(self.knowledge), relevance.knows)
        keeping |= relevance.naming(sealing_names(self.knowledge)) & self._functions.keys()
        for key in sorted(keeping):  # what others read has to be there before they are solved
            self.summary(self._functions[key], None)
        wave = relevance.first() | keeping | self.customary(wanted)
        told: set[Named] = set()
        while wave:
            for key in sorted(wave):
                function = self._defined(key)
                if function is not None and key not in solved:
                    solved[key] = function
                    self.summary(function, None)
            names = {name for key in wave if key in solved for name in self._names_of(solved[key])} - told
            told |= names
            wave = relevance.mentioning(names) - solved.keys()
        return solved

    def _defined(self, key: tuple[str, int]) -> Func | None:
        """A function of the program; one inside another is known once that has been solved."""
        if key not in self._functions:
            functions = self.module_ir(key[0]).functions
            outer = functions[key[1]].parent
            while outer > 0 and functions[outer].kind == ir.CLASS_BODY:
                outer = functions[outer].parent
            around = self._defined((key[0], outer)) if outer > 0 else None
            if around is not None:
                self.summary(around, None)
        return self._functions.get(key)

    def _names_of(self, function: Func) -> Sequence[Named]:
        """The names by which others may call a function in which something arrives from its caller."""
        summary = self.summary(function, None)
        if not any(map(self._may_matter_without_a_client, summary.events)) and not _is_sent(summary.returns):
            return ()
        module = self.module_ir(function.path)
        definition = module.functions[function.index]
        parent = module.functions[definition.parent]
        if parent.kind == ir.CLASS_BODY and definition.name.startswith("__"):
            below = self._subclasses.get(Symbol(function.path, module.qualified_name(definition.parent)), ())
            made = (parent.name, *(each.name.rpartition(".")[2] for each in below))
            return (*map(Named, made), Named(definition.name, parent.name))
        if definition.kind != ir.DEFINITION:
            return (Named(parent.name),)
        if parent.kind == ir.CLASS_BODY:
            return (Named(definition.name, parent.name),)
        return (Named(definition.name, self.modules.names.get(function.path, "").rpartition(".")[2], free=True),)

    def _conclude_roots(self, solved: Mapping[tuple[str, int], Func]) -> None:
        """What arrives from callers whom nobody knows is of unknown origin."""
        for key in sorted(solved):
            self.conclude_root(solved[key])

    def conclude_root(self, function: Func) -> None:
        """The same for one function."""
        if (function.path, function.index) not in self.called_functions:
            self.conclude(
                event._replace(values={role: settled(value, text=True) for role, value in event.values.items()})
                for event in self.summary(function, None).events
            )

    def _class_entries(self, path: str) -> None:
        """Note the methods of the file's classes that a framework calls."""
        for cls in self._classes(path):
            for member, inputs, library in class_entries(self, cls):
                self.entries.append(Entry(Bound(Instance(cls), member), inputs, library, ""))
            self.entries += object_entries(self, cls)

    def _classes(self, path: str) -> Iterator[Class]:
        """The classes of a file whose bodies were run."""
        for index, function in enumerate(self.module_ir(path).functions):
            cls = Class(path, index)
            if function.kind == ir.CLASS_BODY and cls.key in self._infos:
                yield cls

    def settled(self, value: Value, *, text: bool = False) -> Value:
        """A value whose holes nobody fills, see `flow_settling`."""
        return settled(value, text=text)

    def _may_matter_without_a_client(self, event: Event) -> bool:
        """Whether more than a client's data counts at a sink, or it is not yet known which it is."""
        if type(event.sink) is not Sink:
            return event.sink is None
        told_in_pieces = event.sink.danger in IN_PIECES and _is_of_unknown(event.values.get("data"))
        return event.sink.name in self._counting and not told_in_pieces


def _is_of_unknown(data: Value | None) -> bool:
    """Whether data is a whole of which no caller can make a text in pieces."""
    several = data.values if type(data) is Choice else (data,)
    return all(type(each) in (Mix, Opaque) for each in several)


def _is_sent(value: Value) -> bool:
    """Whether a function gives its callers what a client sent."""
    return any(type(part) is Lib and part.source is not None for part in walk(value))
