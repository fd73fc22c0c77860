"""The linked program: the table of questions that rules may ask and of subjects they may judge.

Each room of `program/` answers some questions; this file only knows which room answers which. A question has a name and
a key (text), and its answer is a plain value that msgspec can encode, so that `ProgramView` can record what a verdict
depended on. A room is made when it is first asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Protocol

from lintel.card import Card
from lintel.facts.module import ModuleFacts
from lintel.finding import Span
from lintel.flow.ir import ModuleIR
from lintel.knowledge.index import Knowledge
from lintel.knowledge.kinds_of_flow import DANGERS
from lintel.program.components import Components, Ring
from lintel.program.constants import ConstantLinks
from lintel.program.constructors import ConstructorRing, Constructors
from lintel.program.conventions import Conventions
from lintel.program.flow_room import FlowRoom
from lintel.program.flows import Flow
from lintel.program.imports import ImportGraph
from lintel.program.names import Names, Symbol
from lintel.program.own_places import OwnPlaces
from lintel.program.responsibilities import Responsibilities, Unit
from lintel.program.roles import Roles
from lintel.program.routes import Routes
from lintel.project.modules import ModuleMap, module_map


class KindSpans(Protocol):
    """The spans of the nodes of one LibCST type."""

    def __getitem__(self, ordinal: int, /) -> Span:
        """The span of the node with this ordinal."""


class Spans(Protocol):
    """The spans of a file's nodes by LibCST type name."""

    def __getitem__(self, kind: str, /) -> KindSpans:
        """The spans of a type."""


class Program:
    """The facts of a project, linked on demand.

    `irs` gives the flow IR of a file, None where there is none.
    `facts` maps project-relative paths to facts; `locate` gives the spans of a file's nodes by LibCST type name, in
    source order; `cards` are the cards of the rules in use; `src` are the source roots that settings name.
    """

    def __init__(
        self,
        facts: Mapping[str, ModuleFacts],
        locate: Callable[[str], Spans],
        cards: Mapping[str, Card],
        knowledge: Knowledge,
        src: Sequence[str] = (),
        irs: Callable[[str], ModuleIR | None] = lambda _: None,
    ) -> None:
        self.facts = dict(sorted(facts.items()))
        self.knowledge = knowledge
        self.src = tuple(src)
        self._locate = locate
        self._cards = cards
        self._irs = irs

    @property
    def lines(self) -> int:
        """How many lines all files have together."""
        return sum(each.lines for each in self.facts.values())

    def card(self, code: str) -> Card:
        """The card of a rule."""
        return self._cards[code]

    # The rooms

    @cached_property
    def modules(self) -> ModuleMap:
        """Which path is which module."""
        imported = {
            path: tuple(each.module for each in facts.imports if not each.module.startswith("."))
            for path, facts in self.facts.items()
        }
        return module_map(self.facts, self.src, imported)

    @cached_property
    def names(self) -> Names:
        """What names mean, through re-exports."""
        return Names(self.facts, self.modules)

    @cached_property
    def imports(self) -> ImportGraph:
        """Which module imports which."""
        return ImportGraph(self.facts, self.names)

    @cached_property
    def components(self) -> Components:
        """Modules that import one another."""
        return Components(self.imports, self.facts)

    @cached_property
    def routes(self) -> Routes:
        """Which code answers which path."""
        return Routes(self.facts, self.names, self.knowledge)

    @cached_property
    def roles(self) -> Roles:
        """What part classes and modules play."""
        return Roles(self.facts, self.names, self.routes, self.knowledge)

    @cached_property
    def constructors(self) -> Constructors:
        """Classes whose constructors need one another."""
        return Constructors(self.facts, self.names, self.roles)

    @cached_property
    def responsibilities(self) -> Responsibilities:
        """What large classes and modules are responsible for."""
        return Responsibilities(self.facts, self.names, self.roles, self.knowledge)

    @cached_property
    def conventions(self) -> Conventions:
        """Which functions are found by their name."""
        return Conventions(self.facts)

    @cached_property
    def constants(self) -> ConstantLinks:
        """Where constants are used, and which functions read configuration."""
        constants = {path: facts.constants for path, facts in self.facts.items()}
        return ConstantLinks(constants, self.knowledge, self.names.resolve)

    @cached_property
    def own_places(self) -> OwnPlaces:
        """What the project's own knowledge is about."""
        return OwnPlaces(self.facts, self._irs, self.names, self.modules, self.knowledge)

    @cached_property
    def flows(self) -> FlowRoom:
        """What flows into which sinks."""
        own = self.own_places
        return FlowRoom(
            self.facts, self._irs, self.names, self.modules, self.knowledge, self.routes, own.functions, own.classes
        )

    # What can be asked

    @cached_property
    def questions(self) -> Mapping[str, Callable[[str], Any]]:
        """What can be asked: question name to the function that answers it for a key."""
        return {
            "place": self._place,
            "module-name": self._module_name,
            "definition": self._definition,
            "is-inherited": self._is_inherited,
            "is-hook": self._is_hook,
            "is-set-again": self._is_set_again,
            "import-ring": self._ring,
            "constructor-ring": self._constructor_ring,
            "unit": self._unit,
            "constant-uses": self.constants.uses,
            "config-reader": self.constants.reader,
            "is-flow": self._is_flow,
            **{f"flow:{danger}": self._flow for danger in DANGERS},
        }

    @cached_property
    def subject_kinds(self) -> Mapping[str, Callable[[], Sequence[str]]]:
        """What can be judged: subject kind to the function that lists its keys.

        A subject is the answer to the question of the same name.
        """
        return {
            "import-ring": self._rings,
            "constructor-ring": self._constructor_rings,
            "unit": self._unit_keys,
            **{f"flow:{danger}": partial(self._flow_keys, danger) for danger in DANGERS},
        }

    def answer(self, question: str, key: str) -> Any:
        """The answer to a question about a key."""
        return self.questions[question](key)

    def subjects(self, kind: str) -> Sequence[str]:
        """The keys of all subjects of a kind, in a fixed order."""
        return self.subject_kinds[kind]()

    def _place(self, key: str) -> Span:
        """The span of the node `path|LibCST type|ordinal`."""
        path, kind, ordinal = key.rsplit("|", 2)
        return self._locate(path)[kind][int(ordinal)]

    def _module_name(self, path: str) -> str:
        """The dotted name of the module at a path."""
        return self.modules.name(path)

    def _rings(self) -> Sequence[str]:
        return self.components.keys()

    def _ring(self, key: str) -> Ring:
        return self.components.ring(key)

    def _constructor_rings(self) -> Sequence[str]:
        return self.constructors.keys()

    def _constructor_ring(self, key: str) -> ConstructorRing:
        return self.constructors.ring(key)

    def _unit_keys(self) -> Sequence[str]:
        return self.responsibilities.keys()

    def _unit(self, key: str) -> Unit:
        return self.responsibilities.unit(key)

    def _flow_keys(self, danger: str) -> Sequence[str]:
        return self.flows.keys(danger)

    def _flow(self, key: str) -> Flow:
        return self.flows.flow(key)

    def _is_flow(self, key: str) -> bool:
        """Whether something arrives at the sink `path|LibCST type|ordinal|danger`."""
        return key in self.flows.flows

    def _definition(self, key: str) -> tuple[str, str] | None:
        """Path and dotted name of what `path|qualified name as written there` leads to, None outside the project."""
        path, _, name = key.rpartition("|")
        found = self.names.resolve(path, name)
        return (found.path, found.name) if found is not None else None

    def _is_set_again(self, key: str) -> bool:
        """Whether a module that star-imports `path|variable` binds the name anew."""
        path, _, name = key.rpartition("|")
        return self.names.is_set_again(Symbol(path, name))

    def _is_inherited(self, key: str) -> bool:
        """Whether a class of the project inherits from `path|dotted name of a class`."""
        path, _, name = key.rpartition("|")
        return self.names.is_inherited(Symbol(path, name))

    def _is_hook(self, key: str) -> bool:
        """Whether `path|name of a function` is one of several of this name and form, which something finds by name."""
        path, _, name = key.rpartition("|")
        return self.conventions.is_hook(Symbol(path, name))
