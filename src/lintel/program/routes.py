"""Which code answers which path: endpoints with whole routes, the prefixes of their routers and mounts before them.

What a call ties together is a fact (`facts.routes`); library knowledge says which calls declare endpoints, make routers
and mount them. A container is what holds routes: a router, a list of routes, a module that is mounted by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from lintel.facts.module import ModuleFacts
from lintel.facts.routes import Tie
from lintel.knowledge.index import Knowledge
from lintel.knowledge.schema import Row
from lintel.program.names import Names, Symbol

_KINDS = frozenset({"router", "endpoint", "endpoint-register", "router-mount"})
_DEEPEST = 8


class _Mount(NamedTuple):
    """That a container hangs under a path of another."""

    prefix: str
    container: Symbol


class Routes:
    """The endpoints of a project."""

    def __init__(self, facts: Mapping[str, ModuleFacts], names: Names, knowledge: Knowledge) -> None:
        self._facts = facts
        self._names = names
        self._knowledge = knowledge

    def of(self, symbol: Symbol) -> tuple[str, ...]:
        """The whole routes of a function or class, '' for one that is not known; () where it is no endpoint."""
        return self.endpoints.get(symbol, ())

    def views(self, path: str) -> Mapping[str, str]:
        """The classes of a file that are registered as a whole, each with its first route."""
        return self._views.get(path, {})

    @cached_property
    def _views(self) -> Mapping[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for symbol, routes in self.endpoints.items():
            if self._names.class_at(symbol) is not None:
                found[symbol.path][symbol.name] = next(filter(None, routes), "")
        return found

    def show(self) -> str:
        """One line an endpoint: where it is defined, its routes."""
        return "\n".join(
            f"{symbol.path}:{symbol.name} {' '.join(routes)}".rstrip()
            for symbol, routes in sorted(self.endpoints.items())
        )

    @cached_property
    def endpoints(self) -> Mapping[Symbol, tuple[str, ...]]:
        """The endpoints, functions and classes, with their routes in order of declaration."""
        found: dict[Symbol, list[str]] = defaultdict(list)
        for path, index, tie, row in self._of_kind("endpoint", "endpoint-register"):
            handlers = self._handlers(path, tie, row)
            if handlers:
                prefix = self._prefix(self._container(path, index), _DEEPEST)
                for handler in handlers:
                    found[handler] += [_joined(prefix, own) for own in _arguments(tie, row, "route")]
        for symbol in self._undecided():
            found.setdefault(symbol, []).append("")
        return {symbol: tuple(dict.fromkeys(routes)) for symbol, routes in found.items()}

    def _undecided(self) -> Iterator[Symbol]:
        """The functions that a decorator declares as endpoints, whatever it is given."""
        known: dict[tuple[str, str], bool] = {}
        for path, facts in self._facts.items():
            for function in facts.definitions.functions:
                for decorator in function.decorators:
                    key = (path, decorator.name)
                    if key not in known:
                        known[key] = bool(decorator.name) and bool(
                            self._knowledge.rows("endpoint", self._names.full(path, decorator.name))
                        )
                    if known[key]:
                        yield Symbol(path, function.name)

    @cached_property
    def _ties(self) -> list[tuple[str, int, Tie, Row]]:
        """The ties that knowledge says something of: path, index, tie, row."""
        found: list[tuple[str, int, Tie, Row]] = []
        rows: dict[tuple[str, str], tuple[Row, ...]] = {}
        for path, facts in self._facts.items():
            for index, tie in enumerate(facts.ties):
                key = (path, tie.callee)
                if key not in rows:
                    rows[key] = self._rows(path, tie.callee)
                found.extend((path, index, tie, row) for row in rows[key])
        return found

    def _rows(self, path: str, callee: str) -> tuple[Row, ...]:
        """What knowledge says of a callee; of a method of an unknown object only whether it mounts routers."""
        if callee.startswith("?."):
            return self._mounting.get(callee[2:], ())
        return tuple(row for row in self._knowledge.all_rows(self._names.full(path, callee)) if row.kind in _KINDS)

    @cached_property
    def _mounting(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows about methods that mount routers, by the method's name: `app` is often just a parameter."""
        rows = [row for row in self._knowledge.of_kind("router-mount") if "()." in row.place]
        return {row.place.rpartition(".")[2]: (row,) for row in reversed(rows)}

    def _of_kind(self, *kinds: str) -> Iterator[tuple[str, int, Tie, Row]]:
        return (each for each in self._ties if each[3].kind in kinds)

    def _handlers(self, path: str, tie: Tie, row: Row) -> list[Symbol]:
        """The functions and classes of the project that a tie gives as handlers."""
        if row.kind == "endpoint":
            return [Symbol(path, tie.decorated)] if tie.decorated else []
        found = [self._code(path, name) for name in _named(tie, row, "handler")]
        return [symbol for symbol in found if symbol is not None]

    def _code(self, path: str, name: str) -> Symbol | None:
        """The function or class that a name leads to; `View.as_view()` and `View()` lead to the class."""
        symbol = self._names.resolve(path, name)
        if symbol is None:
            return None
        if self._names.function_at(symbol) is not None or self._names.class_at(symbol) is not None:
            return symbol
        owner = Symbol(symbol.path, symbol.name.rpartition(".")[0])
        return owner if owner.name and self._names.class_at(owner) is not None else None

    # Containers

    @cached_property
    def _mounts(self) -> dict[Symbol, _Mount]:
        """For each container the first mount of it; one that a call ties to a route itself counts as well."""
        found: dict[Symbol, _Mount] = {}
        for path, index, tie, row in self._of_kind("router-mount", "endpoint-register"):
            prefix = _argument(tie, row, "route") or _argument(tie, row, "prefix")
            around = self._container(path, index)
            for mounted in self._mounted(path, tie, row):
                if mounted != around:
                    found.setdefault(mounted, _Mount(prefix, around))
        return found

    def _mounted(self, path: str, tie: Tie, row: Row) -> Iterator[Symbol]:
        """The routers, lists and modules that a tie mounts, by object or by the text of a module's name."""
        for name in _named(tie, row, "handler"):
            symbol = self._variable(path, name)
            if symbol is not None:
                yield symbol
        if row.kind == "router-mount":
            text = _argument(tie, row, "handler")
            module = self._names.resolve(path, text) if text else None
            if module is not None:
                yield module

    def _variable(self, path: str, name: str) -> Symbol | None:
        """The variable that holds a container: `router`, `shop.users.router`, `router.urls` for the router."""
        found = self._names.resolve(path, name)
        if found is None or found in self._routers:
            return found
        outer = Symbol(found.path, found.name.rpartition(".")[0])
        return outer if outer in self._routers else found

    @cached_property
    def _routers(self) -> dict[Symbol, str]:
        """The variables that hold a router, with the prefix that it is made with."""
        found: dict[Symbol, str] = {}
        for path, _, tie, row in self._of_kind("router"):
            symbol = self._names.resolve(path, tie.bound) if tie.bound else None
            if symbol is not None:
                found[symbol] = _argument(tie, row, "prefix")
        return found

    def _container(self, path: str, index: int) -> Symbol:
        """What holds the route of a tie: the tie around it, its receiver, its list, else the module."""
        tie = self._facts[path].ties[index]
        if tie.under >= 0:
            return Symbol(path, f"#{tie.under}")
        if tie.receiver:
            found = self._names.resolve(path, tie.receiver)
            if found is not None and found.name:
                return self._variable(path, tie.receiver) or found
        found = self._names.resolve(path, tie.listed) if tie.listed else None
        return found or Symbol(path, "")

    def _prefix(self, container: Symbol, deep: int) -> str:
        """The path before all routes of a container."""
        if not deep:
            return ""
        if container.name.startswith("#"):
            index = int(container.name[1:])
            outer = self._prefix(self._container(container.path, index), deep - 1)
            return _joined(outer, self._own[container.path, index])
        own = self._routers.get(container, "")
        mount = self._mounts.get(container) or self._mounts.get(Symbol(container.path, ""))
        if mount is None:
            return own
        return _joined(_joined(self._prefix(mount.container, deep - 1), mount.prefix), own)

    @cached_property
    def _own(self) -> defaultdict[tuple[str, int], str]:
        """The path that each known tie is given itself."""
        found: defaultdict[tuple[str, int], str] = defaultdict(str)
        for path, index, tie, row in self._ties:
            found[path, index] = found[path, index] or _argument(tie, row, "route") or _argument(tie, row, "prefix")
        return found


def _argument(tie: Tie, row: Row, role: str) -> str:
    argument = row.argument(role)
    return tie.text(argument.at.position, argument.at.keyword) if argument is not None else ""


def _arguments(tie: Tie, row: Row, role: str) -> tuple[str, ...]:
    """The texts of all arguments of a role; one that is empty where there is none."""
    texts = (tie.text(each.at.position, each.at.keyword) for each in row.arguments if each.role == role)
    return tuple(filter(None, texts)) or ("",)


def _named(tie: Tie, row: Row, role: str) -> tuple[str, ...]:
    argument = row.argument(role)
    return tie.named(argument.at.position, argument.at.keyword) if argument is not None else ()


def _joined(before: str, after: str) -> str:
    """Two parts of a path, with one slash between them."""
    after = after.removeprefix("^")
    if not before or not after:
        return before or after
    return f"{before.rstrip('/$')}/{after.lstrip('/')}"
