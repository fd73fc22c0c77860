"""Which functions and classes of the project knowledge speaks of, and which of its own rows speak of nothing at all.

A row names a function by the dotted name of a module and the function's name there, or by a name that leads to it
through re-exports; a method by its class: `app.db.Pool().run`, `app.db.Pool.make` where it needs no instance. What is
below the class and overrides the method is meant too. A row about an outside library is met where a file imports that
library and its names are written somewhere in the project: all that can be told without installing it.

Where the project is a library itself, what is known of the library holds of its own functions and classes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from lintel.facts.module import ModuleFacts
from lintel.flow.ir import ModuleIR
from lintel.knowledge.index import Knowledge
from lintel.knowledge.paths import AccessPath, Step, parse_path
from lintel.knowledge.schema import PROJECT
from lintel.program.names import Names, Symbol
from lintel.project.modules import ModuleMap

_ROOT = re.compile(r"[.\[(]")


class OwnPlaces:
    """What the project's own knowledge is about."""

    def __init__(
        self,
        facts: Mapping[str, ModuleFacts],
        irs: Callable[[str], ModuleIR | None],
        names: Names,
        modules: ModuleMap,
        knowledge: Knowledge,
    ) -> None:
        self._facts = facts
        self._irs = irs
        self._names = names
        self._modules = modules
        self._knowledge = knowledge

    @cached_property
    def functions(self) -> Mapping[Symbol, str]:
        """The functions of the project that rows speak of, each with the name under which these rows are found."""
        found: dict[Symbol, str] = {}
        own = self._knowledge.own
        for row in () if own is None else own.rows:
            self._note(found, parse_path(row.place))
        for symbol, place in list(found.items()):
            for below in self._overrides(symbol):
                found.setdefault(below, place)
        for place in self._of_libraries:
            self._note(found, parse_path(place))
        return found

    def _note(self, found: dict[Symbol, str], path: AccessPath) -> None:
        """Note the function that a path names, or whose result it names."""
        made = path.steps[-1:] == (Step("call"),)
        named = AccessPath(path.root, path.steps[:-1]) if made else path
        symbol = self._symbol(named)
        if symbol is None:
            return
        if self._names.class_at(symbol) is not None:
            symbol = Symbol(symbol.path, f"{symbol.name}.__init__")
        if self._names.function_at(symbol) is not None:
            found.setdefault(symbol, self._knowledge.canonical(str(named)))

    @cached_property
    def classes(self) -> Mapping[Symbol, str]:
        """The classes of the project that libraries' knowledge speaks of, each with the name that it has there."""
        found: dict[Symbol, str] = {}
        for place in self._of_libraries:
            path = parse_path(place)
            members = _members(path.steps)
            symbol = self._found((path.root, *members)) if members else None
            if symbol is not None and self._names.class_at(symbol) is not None:
                found.setdefault(symbol, self._knowledge.canonical(".".join((path.root, *members))))
        return found

    @cached_property
    def _of_libraries(self) -> Sequence[str]:
        """The places of which libraries' rows and equal names speak, where the project is such a library itself."""
        places: dict[str, None] = {}
        for library in self._knowledge.libraries:
            if library.name != PROJECT:
                names = [row.place for row in library.rows]
                names += [same.path for same in library.same]
                names += [one.path for one in library.inherits]
                places.update(dict.fromkeys(name for name in names if _ROOT.split(name, maxsplit=1)[0] in self._roots))
        return tuple(places)

    def unmatched(self) -> Sequence[str]:
        """A notice for each thing that the project says and that is about nothing in it."""
        own = self._knowledge.own
        if own is None:
            return ()
        said = [(row.text, row.place, row.origin) for row in own.rows]
        said += [(same.path, same.path, same.origin) for same in own.same]
        said += [(one.path, one.path, one.origin) for one in own.inherits]
        return tuple(
            f"{origin}: `{text}` matches nothing: {self._why(parse_path(place))}"
            for text, place, origin in said
            if not self._is_met(parse_path(place))
        )

    # Places of the project

    def _is_of_project(self, path: AccessPath) -> bool:
        return path.root in self._roots

    @cached_property
    def _roots(self) -> frozenset[str]:
        return frozenset(name.split(".", 1)[0] for name in self._modules.by_name if name)

    def _symbol(self, path: AccessPath) -> Symbol | None:
        """The class, function or variable of the project that a path names; None where there is none."""
        before = _members(path.steps)
        head = self._found((path.root, *before))
        rest = path.steps[len(before) :]
        if head is None or not rest:
            return head
        after = _members(rest[1:])
        if rest[0].sort != "call" or len(after) != 1 or len(rest) != 2 or self._names.class_at(head) is None:
            return None
        return Symbol(head.path, f"{head.name}.{after[0]}")

    def _found(self, parts: tuple[str, ...]) -> Symbol | None:
        for end in range(len(parts), 0, -1):
            for path in self._modules.paths(".".join(parts[:end])):
                found = self._names.resolve(path, ":" + ".".join(parts[end:])) if parts[end:] else Symbol(path, "")
                if found is not None:
                    return found
        return None

    def _exists(self, symbol: Symbol) -> bool:
        if not symbol.name or self._names.function_at(symbol) or self._names.class_at(symbol):
            return True
        owner, _, name = symbol.name.rpartition(".")
        if not owner:
            return name in self._facts[symbol.path].definitions.variables
        held = self._names.class_at(Symbol(symbol.path, owner))
        return held is not None and any(each.name == name for each in held.attributes)

    def _overrides(self, symbol: Symbol) -> Iterator[Symbol]:
        owner, _, name = symbol.name.rpartition(".")
        if not owner or name == "__init__":
            return
        classes = (Symbol(path, each.name) for path, facts in self._facts.items() for each in facts.definitions.classes)
        for cls in classes:
            below = Symbol(cls.path, f"{cls.name}.{name}")
            if self._names.function_at(below) and Symbol(symbol.path, owner) in self._names.lineage(cls)[0]:
                yield below

    # What is met

    def _is_met(self, path: AccessPath) -> bool:
        if self._is_of_project(path):
            symbol = self._symbol(_without_result(path))
            return symbol is not None and self._exists(symbol)
        return path.root in self._imported and {*_names(path)} <= self._written

    def _why(self, path: AccessPath) -> str:
        if not self._is_of_project(path):
            return f"no file imports `{path.root}` and uses what the row names"
        return "the project defines nothing of that name (a function is named by the module or class that defines it)"

    @cached_property
    def _imported(self) -> frozenset[str]:
        """The top-level packages that files import, and that of the built-ins, which need no import."""
        imports = (each.module for facts in self._facts.values() for each in facts.imports)
        return frozenset(("builtins", *(module.split(".", 1)[0] for module in imports)))

    @cached_property
    def _written(self) -> frozenset[str]:
        """All identifiers of the project, and those of the names that knowledge holds for equal to others."""
        found: set[str] = set()
        for path, facts in self._facts.items():
            for each in facts.imports:
                found.update(each.module.split("."), (part for name in each.names for part in name.name.split(".")))
            module = self._irs(path)
            if module is not None:
                found.update(part for name in module.names for part in name.split("."))
        for library in self._knowledge.libraries:
            for same in library.same:
                found.update(_names(parse_path(same.target)))
        return frozenset(found)


def _members(steps: Sequence[Step]) -> tuple[str, ...]:
    """The members with which a path goes on, up to the first step of another sort."""
    found: list[str] = []
    for step in steps:
        if step.sort != "member":
            break
        found += step.names
    return tuple(found)


def _without_result(path: AccessPath) -> AccessPath:
    """The path without what is reached from the result of its last call: `app.web.body()[user]` is about a function."""
    steps = path.steps
    while steps and steps[-1].sort in ("call", "await", "element"):
        steps = steps[:-1]
    return AccessPath(path.root, steps)


def _names(path: AccessPath) -> list[str]:
    return [name for step in path.steps if step.sort == "member" for name in step.names]
