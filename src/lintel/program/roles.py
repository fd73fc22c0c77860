"""What part a class or module plays: by what it inherits and is decorated with, then by its name and path.

Library knowledge decides first (a base class of entities, a decorator of endpoints); names and folders only where it is
silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lintel.facts.definitions import Class, Function
from lintel.facts.module import ModuleFacts
from lintel.knowledge.index import Knowledge
from lintel.program.names import Names, Symbol
from lintel.program.routes import Routes
from lintel.program.words import words

_CLASS_KINDS = (
    "test-base", "exception-base", "enum-base", "entity-base", "manager-base", "schema-base", "settings-base",
    "admin-base", "visitor-base", "interface-base", "endpoint-class",
)  # fmt: skip
_FOLDERS = {
    "controller": frozenset(
        {
            "controllers",
            "controller",
            "routers",
            "routes",
            "routing",
            "endpoints",
            "api",
            "views",
            "handlers",
            "resources",
            "blueprints",
            "resolvers",
        }
    ),
    "service": frozenset({"services", "service", "usecases", "use_cases", "managers", "interactors", "logic"}),
    "repository": frozenset(
        {"repositories", "repository", "repos", "dao", "crud", "gateways", "persistence", "selectors"}
    ),
}
_SUFFIXES = {
    "controller": frozenset({"controller", "router", "view", "viewset", "resource", "endpoint", "resolver"}),
    "service": frozenset({"service", "usecase", "manager", "interactor", "facade", "processor", "orchestrator"}),
    "repository": frozenset({"repository", "repo", "dao", "gateway", "store", "crud"}),
}


class Roles:
    """Roles of classes and modules, by linked names and library knowledge."""

    def __init__(self, facts: Mapping[str, ModuleFacts], names: Names, routes: Routes, knowledge: Knowledge) -> None:
        self._facts = facts
        self._names = names
        self._routes = routes
        self._knowledge = knowledge
        self._handlers: dict[Symbol, frozenset[str]] = {}

    def class_kinds(self, path: str, definition: Class) -> frozenset[str]:
        """What library knowledge says of a class by all it inherits from and is decorated with (`entity-base`, ...)."""
        inside, outside = self._names.lineage(Symbol(path, definition.name))
        found = {kind for name in outside for kind in self._knowledge.kinds_of(name) if kind in _CLASS_KINDS}
        decorated = [(path, definition)]
        decorated += [(each.path, above) for each in inside if (above := self._names.class_at(each)) is not None]
        for where, each in decorated:
            names = (self._names.full(where, decorator.name) for decorator in each.decorators if decorator.name)
            if any(self._knowledge.rows("schema-decorator", name) for name in names):
                found.add("schema-base")
        return frozenset(found)

    def is_endpoint(self, path: str, function: Function) -> bool:
        """Whether a decorator or a call declares the function as an endpoint."""
        return bool(self._routes.of(Symbol(path, function.name)))

    def route(self, path: str, function: Function) -> str:
        """The path pattern of an endpoint, with what its routers and mounts put before it; or ''."""
        return next((route for route in self._routes.of(Symbol(path, function.name)) if route), "")

    def endpoints(self, path: str) -> Mapping[str, list[tuple[Function, str]]]:
        """The endpoints of a file with their routes, by the class that has them ('' for the module).

        Functions inside a function or method count for where that stands. The methods of a view that is registered as
        a whole count for the module too: it is the module that serves several resources.
        """
        found: dict[str, list[tuple[Function, str]]] = defaultdict(list)
        views = self._routes.views(path)
        for each in self._facts[path].definitions.functions:
            routes = self._routes.of(Symbol(path, each.name))
            if routes:
                owner = each.owner or (self._class_around(path, each.name) if each.nested else "")
                found[owner].append((each, next(filter(None, routes), "")))
            elif each.owner in views and each.short in self._handlers_of(Symbol(path, each.owner)):
                found[""].append((each, views[each.owner]))
        return found

    def _class_around(self, path: str, name: str) -> str:
        """The class in whose method a nested function stands, or ''."""
        outer = name.rpartition(".")[0]
        while outer and self._names.class_at(Symbol(path, outer)) is None:
            outer = outer.rpartition(".")[0]
        return outer

    def _handlers_of(self, view: Symbol) -> frozenset[str]:
        found = self._handlers.get(view)
        if found is None:
            outside = self._names.lineage(view)[1]
            rows = [row for name in outside for row in self._knowledge.rows("endpoint-class", name)]
            found = self._handlers[view] = frozenset(word for row in rows for word in row.get("handlers").split())
        return found

    def of_class(self, path: str, definition: Class, methods: Iterable[Function]) -> str:
        """`controller`, `service`, `repository`, one of the kinds of `class_kinds` without its ending, or ''."""
        kinds = self.class_kinds(path, definition)
        if "endpoint-class" in kinds or any(self.is_endpoint(path, each) for each in methods):
            return "controller"
        for kind in _CLASS_KINDS:
            if kind in kinds:
                return kind.removesuffix("-base")
        last = words(definition.name)[-1:]
        return next((role for role, suffixes in _SUFFIXES.items() if suffixes & set(last)), "") or self._by_folder(path)

    def of_module(self, path: str) -> str:
        """`controller`, `service`, `repository`, or ''."""
        functions = [each for each in self._facts[path].definitions.functions if not each.nested and not each.owner]
        endpoints = sum(self.is_endpoint(path, each) for each in functions)
        return "controller" if endpoints * 4 >= len(functions) > 0 and endpoints else self._by_folder(path)

    def show(self) -> str:
        """The role of each module and class that has one, one a line."""
        lines: list[str] = []
        for path, facts in self._facts.items():
            lines.append(f"{path}: {self.of_module(path)}")
            for each in facts.definitions.classes:
                methods = [method for method in facts.definitions.functions if method.owner == each.name]
                lines.append(f"{path}:{each.name}: {self.of_class(path, each, methods)}")
        return "\n".join(line for line in lines if not line.endswith(": "))

    def _by_folder(self, path: str) -> str:
        *folders, file = path.lower().removesuffix(".py").split("/")
        near = {file, *folders[-1:]}
        return next((role for role, segments in _FOLDERS.items() if segments & near), "")
