"""What a qualified name means in the whole project: the module that defines it, through aliases, re-exports and stars.

A file can only say `..models.User` or `shop.User`; this room follows the text through `__init__` files and star imports
to the definition. What is in progress is remembered, so that packages that star-import each other end the search
instead of multiplying it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from lintel.facts.definitions import Class, Function
from lintel.facts.imports import Import
from lintel.facts.module import ModuleFacts
from lintel.project.modules import ModuleMap

_BUILTINS = "builtins."
_STEPS = 8
_DEEPEST = 60  # re-exports of re-exports; longer chains are lost rather than a danger to the stack


class Symbol(NamedTuple):
    """A definition in the project: the file, and the dotted name inside it ('' for the module itself)."""

    path: str
    name: str


class Names:
    """Resolves names over the facts of all files, with memory."""

    def __init__(self, facts: Mapping[str, ModuleFacts], modules: ModuleMap) -> None:
        self._facts = facts
        self.modules = modules
        self._members: dict[Symbol, Symbol | str | None] = {}
        self._canonical: dict[tuple[str, str], Symbol | str | None] = {}
        self._in_progress: set[Symbol] = set()

    def resolve(self, path: str, name: str) -> Symbol | None:
        """The definition that a qualified name, as written in this file, leads to; None where it leaves the project."""
        found = self.canonical(path, name)
        return found if isinstance(found, Symbol) else None

    def canonical(self, path: str, name: str) -> Symbol | str | None:
        """The definition a name leads to, or the name by which the outside world knows it, or None where it is lost.

        Calls and elements at the end of the name are passed over: ask for `x` to know what made `x()`.
        """
        key = (path, name)
        if key in self._canonical:
            return self._canonical[key]
        found = self._follow(path, plain(name))
        if not self._in_progress:
            self._canonical[key] = found
        return found

    def _follow(self, path: str, name: str) -> Symbol | str | None:
        if name.startswith(_BUILTINS):
            return name
        if name.startswith(":"):
            return self._inside(path, tuple(name[1:].split(".")))
        bare = name.lstrip(".")
        located = self.modules.locate(path, bare, len(name) - len(bare))
        if located is None:
            return name if not name.startswith(".") else None
        target, rest = located
        return self._inside(target.path, rest)

    def text(self, path: str, name: str) -> str:
        """The canonical name as text: `pkg.module.Class` for a definition, else the outside name, or ''."""
        found = self.canonical(path, name)
        if isinstance(found, Symbol):
            module = self.modules.name(found.path)
            return f"{module}.{found.name}" if found.name else module
        return found or ""

    def full(self, path: str, name: str) -> str:
        """The canonical name as text, calls and elements kept, and what a variable was made by put in its place.

        `:router.get` gives `fastapi.APIRouter().get`, in the file of `router = APIRouter()` and in those that import
        it.
        """
        for _ in range(_STEPS):
            head = plain(name)
            found = self.canonical(path, head)
            if not isinstance(found, Symbol):
                return f"{found}{name[len(head) :]}" if found else ""
            first, _dot, rest = found.name.partition(".")
            made = self._made.get(Symbol(found.path, first))
            if made is None:
                return f"{self.text(path, head)}{name[len(head) :]}"
            path, name = found.path, f"{made}{_dot}{rest}{name[len(head) :]}"
        return ""

    def class_at(self, symbol: Symbol) -> Class | None:
        """The class of this name, where the symbol is one."""
        return self._classes.get(symbol)

    def function_at(self, symbol: Symbol) -> Function | None:
        """The function or method of this name, where the symbol is one."""
        return self._functions.get(symbol)

    def lineage(self, symbol: Symbol) -> tuple[list[Symbol], list[str]]:
        """The classes of the project that a class inherits from, nearest first; and outside ones."""
        inside: list[Symbol] = []
        outside: list[str] = []
        waiting = [symbol]
        for here in waiting:
            definition = self._classes.get(here)
            for base in definition.bases if definition is not None else ():
                found = self.canonical(here.path, base) if base else None
                if isinstance(found, str):
                    outside.append(found)
                elif found is not None and found not in waiting:
                    waiting.append(found)
                    inside.append(found)
        return inside, outside

    def is_inherited(self, symbol: Symbol) -> bool:
        """Whether a class of the project inherits from this one directly."""
        return symbol in self._inherited

    def is_set_again(self, symbol: Symbol) -> bool:
        """Whether a module that star-imports the file of a variable binds the same name at its own top level."""
        return any(
            symbol.name in facts.definitions.variables and symbol.path in self._stars(path)
            for path, facts in self._facts.items()
            if any(each.star for each in facts.imports)
        )

    def show(self) -> str:
        """Each name that a file imports from the project and where it is defined, one a line."""
        lines: list[str] = []
        for path, facts in self._facts.items():
            taken = ((each, name) for each in facts.imports for name in each.names)
            for statement, name in taken:
                bound = imported_name(statement, name.name)
                found = self.resolve(path, bound)
                if found is not None:
                    lines.append(f"{path}: {bound} = {found.path}:{found.name}")
        return "\n".join(lines)

    @cached_property
    def _inherited(self) -> frozenset[Symbol]:
        bases = (
            (path, base)
            for path, facts in self._facts.items()
            for each in facts.definitions.classes
            for base in each.bases
        )
        found = (self.resolve(path, base) for path, base in bases if base)
        return frozenset(symbol for symbol in found if symbol is not None)

    @cached_property
    def _classes(self) -> dict[Symbol, Class]:
        return {
            Symbol(path, each.name): each for path, facts in self._facts.items() for each in facts.definitions.classes
        }

    @cached_property
    def _functions(self) -> dict[Symbol, Function]:
        return {
            Symbol(path, each.name): each for path, facts in self._facts.items() for each in facts.definitions.functions
        }

    @cached_property
    def _made(self) -> dict[Symbol, str]:
        """Module-level variables that hold what a call returned, and that call."""
        return {
            Symbol(path, alias.name): alias.target
            for path, facts in self._facts.items()
            for alias in facts.definitions.aliases
            if plain(alias.target) != alias.target
        }

    @cached_property
    def _bound(self) -> dict[str, dict[str, str]]:
        """For each file, the names that imports and aliases bind at its top level, and what they stand for."""
        table: dict[str, dict[str, str]] = {}
        for path, facts in self._facts.items():
            bound = {alias.name: alias.target for alias in facts.definitions.aliases}
            for each in facts.imports:
                if each.when != "deferred":
                    bound |= {name.bound: _binds(each, name.name, name.bound) for name in each.names}
            table[path] = bound
        return table

    @cached_property
    def _defined(self) -> dict[str, frozenset[str]]:
        """For each file, the names that it defines itself at its top level."""
        table: dict[str, frozenset[str]] = {}
        for path, facts in self._facts.items():
            definitions = facts.definitions
            names = [each.name for each in definitions.classes] + [each.name for each in definitions.functions]
            table[path] = frozenset((*names, *definitions.variables))
        return table

    def _inside(self, path: str, parts: tuple[str, ...]) -> Symbol | str | None:
        """What a dotted name means inside a module of the project."""
        if path not in self._facts or not parts:
            return Symbol(path, "")
        found = self._member(Symbol(path, parts[0]))
        if isinstance(found, str):
            return ".".join((found, *parts[1:]))
        if found is None or not parts[1:]:
            return found
        return (
            Symbol(found.path, ".".join((found.name, *parts[1:])))
            if found.name
            else self._inside(found.path, parts[1:])
        )

    def _member(self, symbol: Symbol) -> Symbol | str | None:
        if symbol in self._members:
            return self._members[symbol]
        if symbol in self._in_progress or len(self._in_progress) >= _DEEPEST:
            return None
        self._in_progress.add(symbol)
        found = self._find(symbol)
        self._in_progress.discard(symbol)
        if found is not None or not self._in_progress:
            self._members[symbol] = found
        return found

    def _find(self, symbol: Symbol) -> Symbol | str | None:
        """A member of a module: bound or defined there, or behind its star imports, each module looked into once."""
        waiting, seen = [symbol.path], {symbol.path}
        for path in waiting:
            found = self._directly(Symbol(path, symbol.name))
            if found is not None:
                return found
            stars = [star for star in self._stars(path) if star not in seen and not self._hides(star, symbol.name)]
            waiting += stars
            seen.update(stars)
        path = symbol.path
        target = self.modules.resolve(path, symbol.name, 1) if path.endswith("__init__.py") else None
        return Symbol(target.path, "") if target is not None else None

    def _directly(self, symbol: Symbol) -> Symbol | str | None:
        path, name = symbol
        bound = self._bound[path].get(name)
        if bound is not None and plain(bound) == bound and bound != f":{name}":
            found = self.canonical(path, bound)
            if found is not None and found != symbol:
                return found
        return symbol if name in self._defined[path] else None

    def _stars(self, path: str) -> Iterator[str]:
        for each in self._facts[path].imports:
            if each.star and each.when != "deferred":
                bare = each.module.lstrip(".")
                target = self.modules.resolve(path, bare, len(each.module) - len(bare))
                if target is not None and target.path in self._facts:
                    yield target.path

    def _hides(self, path: str, name: str) -> bool:
        exports = self._facts[path].definitions.exports
        return name.startswith("_") if exports is None else name not in exports


def plain(name: str) -> str:
    """A qualified name up to its first call or element."""
    for mark in "([":
        name = name.partition(mark)[0]
    return name


def imported_name(statement: Import, name: str) -> str:
    """The qualified name, as written, of one name of an import statement."""
    if not name:
        return statement.module
    return f"{statement.module}{name}" if statement.module.endswith(".") else f"{statement.module}.{name}"


def _binds(statement: Import, name: str, bound: str) -> str:
    """What the bound name stands for: `import a.b` binds `a`, not `a.b`."""
    if not name and statement.module.split(".", 1)[0] == bound:
        return bound
    return imported_name(statement, name)
