"""The room of flows: the program solved once it is first asked, and what arrives at its sinks by danger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from lintel.facts.module import ModuleFacts
from lintel.flow.bounds import bounds_said
from lintel.flow.ir import ModuleIR
from lintel.knowledge.index import Knowledge
from lintel.program.flow import FlowWorld
from lintel.program.flow_ways import with_symbols
from lintel.program.flows import Flow, gathered, level_of
from lintel.program.names import Names, Symbol
from lintel.program.routes import Routes
from lintel.project.file_roles import file_role
from lintel.project.modules import ModuleMap
from lintel.source.deep import with_deep_stack


class FlowRoom:
    """What flows into which sinks. Tests and migrations are solved only where the program calls them."""

    def __init__(
        self,
        facts: Mapping[str, ModuleFacts],
        irs: Callable[[str], ModuleIR | None],
        names: Names,
        modules: ModuleMap,
        knowledge: Knowledge,
        routes: Routes,
        spoken: Mapping[Symbol, str] = MappingProxyType({}),
        known: Mapping[Symbol, str] = MappingProxyType({}),
    ) -> None:
        self._facts = facts
        self._irs = irs
        self._names = names
        self._modules = modules
        self._knowledge = knowledge
        self._routes = routes
        self._spoken = spoken
        self._known = known

    def keys(self, danger: str) -> Sequence[str]:
        """The sinks of a danger that something arrives at: `path|LibCST type|ordinal|danger`."""
        return self._by_danger.get(danger, ())

    def flow(self, key: str) -> Flow:
        """What arrives at a sink."""
        return self.flows[key]

    @cached_property
    def flows(self) -> Mapping[str, Flow]:
        """All flows by key, in a fixed order."""
        return self._solution[0]

    def notices(self) -> tuple[str, ...]:
        """What a user has to know of how values were followed: the bounds that were met."""
        return bounds_said(self._solution[1])

    @cached_property
    def _solution(self) -> tuple[Mapping[str, Flow], Mapping[str, Iterable[tuple[str, str]]]]:
        return with_deep_stack(self._solved)

    @cached_property
    def _by_danger(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key, flow in self.flows.items():
            found[flow.danger].append(key)
        return {danger: tuple(keys) for danger, keys in found.items()}

    def world(self) -> FlowWorld:
        """The program for the solver, not solved yet."""
        return FlowWorld(
            tuple(self._facts), self._irs, self._modules, self._knowledge, self._subclasses(),
            self._routes.of, self._spoken, self._known,
        )  # fmt: skip

    def _solved(self) -> tuple[Mapping[str, Flow], Mapping[str, Iterable[tuple[str, str]]]]:
        wanted = [path for path in self._facts if not file_role(path).test and not file_role(path).migration]
        world = self.world()
        return with_symbols(gathered(world.solve(wanted)), self._irs), world.bounds

    def _subclasses(self) -> Mapping[Symbol, Sequence[Symbol]]:
        """The classes of the project below each class of it."""
        below: defaultdict[Symbol, list[Symbol]] = defaultdict(list)
        for path, facts in self._facts.items():
            for each in facts.definitions.classes:
                symbol = Symbol(path, each.name)
                for above in self._names.lineage(symbol)[0]:
                    below[above].append(symbol)
        return below

    def show(self) -> str:
        """Each sink that something arrives at: file, LibCST type and ordinal, danger, how surely."""
        lines = []
        for flow in self.flows.values():
            levels = sorted({level_of(arrival.pieces) for arrival in flow.arrivals})
            lines.append(f"{flow.path}|{flow.kind}|{flow.ordinal}: {flow.danger} {flow.sink} {' '.join(levels)}")
        return "\n".join(lines)
