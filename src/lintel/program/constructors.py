"""Rings of classes whose constructors need one another: none of them can be made without all the others.

Classes that only hold data are left out (an entity refers to its parent by nature), and so is what only the type
checker imports: an object that is handed over later. Constructors that only make one another, none taking anything of
the ring, follow nested data down to its end (parsers of trees): there a ring of objects cannot arise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from lintel.facts.constructions import Construction
from lintel.facts.module import ModuleFacts
from lintel.program.names import Names, Symbol, imported_name
from lintel.program.roles import Roles
from lintel.project.file_roles import file_role
from lintel.project.graph import cyclic_components, shortest_cycle

_DATA = frozenset({"entity-base", "schema-base", "exception-base", "enum-base", "test-base"})


class Demand(msgspec.Struct, frozen=True, array_like=True):
    """That the constructor of one class takes or makes an object of another; `ordinal` is the first one's node."""

    path: str
    name: str
    ordinal: int
    how: Literal["makes", "takes"]
    target_path: str
    target: str


class ConstructorRing(msgspec.Struct, frozen=True, array_like=True):
    """One ring: how many classes are in it, and the demands of a shortest way around."""

    classes: int
    cycle: tuple[Demand, ...]


class Constructors:
    """The rings of constructors in a project, by key: the first class of each, `path|name`."""

    def __init__(self, facts: Mapping[str, ModuleFacts], names: Names, roles: Roles) -> None:
        self._facts = facts
        self._names = names
        self._roles = roles

    def keys(self) -> Sequence[str]:
        """The keys of all rings, sorted."""
        return sorted(self._members)

    def ring(self, key: str) -> ConstructorRing:
        """The ring of a key; a KeyError where there is none."""
        members = self._members[key]
        inside = set(members)
        graph = {one: sorted(inside & self._demands.get(one, {}).keys()) for one in members}
        cycles = (shortest_cycle(graph, pair) for pair in self._taking(members))
        found = min((each for each in cycles if each), key=len)
        start = found.index(min(found))
        nodes = (*found[start:], *found[:start])
        around = zip(nodes, (*nodes[1:], nodes[0]), strict=True)
        return ConstructorRing(len(members), tuple(self._demands[one][other] for one, other in around))

    def show(self) -> str:
        """One line a ring."""
        rings = (self.ring(key) for key in self.keys())
        return "\n".join(", ".join(f"{each.name} {each.how} {each.target}" for each in ring.cycle) for ring in rings)

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        graph = {one: list(needs) for one, needs in self._demands.items()}
        return {members[0]: members for members in cyclic_components(graph) if self._taking(members)}

    def _taking(self, members: Sequence[str]) -> list[tuple[str, str]]:
        """The pairs of which the first is handed an object of the second, when it is made."""
        return [
            (one, other)
            for one in members
            for other, demand in sorted(self._demands.get(one, {}).items())
            if demand.how == "takes" and other in members
        ]

    @cached_property
    def _demands(self) -> dict[str, dict[str, Demand]]:
        """For each class, as `path|name`, what its constructor needs of other classes that need something."""
        found: dict[str, dict[str, Demand]] = {}
        for path, facts in self._facts.items():
            if not facts.constructions or not file_role(path).production:
                continue
            for each in facts.constructions:
                definition = self._names.class_at(Symbol(path, each.owner))
                if definition is None or self._roles.class_kinds(path, definition) & _DATA:
                    continue
                needs: dict[str, Demand] = {}
                for how, names in (("takes", self._taken(path, each)), ("makes", each.makes)):
                    for other in filter(None, (self._class(path, name) for name in names)):
                        demand = Demand(path, each.owner, definition.ordinal, how, *other)  # type: ignore[arg-type]
                        needs["|".join(other)] = demand
                needs.pop(f"{path}|{each.owner}", None)
                found[f"{path}|{each.owner}"] = needs
        return {
            one: {other: demand for other, demand in needs.items() if other in found} for one, needs in found.items()
        }

    def _taken(self, path: str, construction: Construction) -> list[str]:
        """The annotations of the parameters without default, but for those that only the type checker imports."""
        function = self._names.function_at(Symbol(path, f"{construction.owner}.__init__"))
        given = function.parameters if function is not None else ()
        names = [each.annotation for each in given if each.name in construction.required and each.annotation]
        checked = {
            imported_name(each, name.name)
            for each in self._facts[path].imports
            for name in each.names
            if each.when == "typing"
        }
        return [name for name in names if name not in checked]

    def _class(self, path: str, name: str) -> Symbol | None:
        """The class of the project that a name leads to."""
        symbol = self._names.resolve(path, name)
        return symbol if symbol is not None and self._names.class_at(symbol) is not None else None
