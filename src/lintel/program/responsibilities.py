"""What large classes and modules are responsible for: the parts they fall into, and what speaks for them.

A unit is a class, or the functions of a module. Only functions that do work count: declarations, accessors, pure
delegations and the few-line kind are left out, so that interfaces and facades are small whatever their length. What
explains width by design (a client of one remote system, functions of one protocol, an entity) is an excuse, said by
name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from lintel.facts.definitions import Class, Function
from lintel.facts.module import ModuleFacts
from lintel.facts.uses import Uses
from lintel.knowledge.index import Knowledge
from lintel.program.cohesion import ONE_SUBJECT, Member, Part, dominant_word, parts_of, spread
from lintel.program.names import Names, Symbol
from lintel.program.roles import Roles
from lintel.program.words import is_verb, subject, words
from lintel.project.file_roles import file_role
from lintel.project.provenance import is_vendored

SMALLEST_UNIT = 10
_WORK_STATEMENTS = 5
_WORK_BRANCHES = 2
_SMALL_STATEMENTS = 2
_SMALL_PART = 2
_FUNNEL = 0.7
_WAYS_IN = 0.2
_PROTOCOL = 0.6
_DEPTH = 7
_REMOTE = frozenset({"http", "rpc"})
_DESIGNED = frozenset({"test", "exception", "enum", "entity", "manager", "admin", "visitor"})
_SHAPES = frozenset({"schema", "settings"})
_ACCESSORS = ("property", "cached_property", "setter", "deleter", "getter", "overload", "abstractmethod", "validator")
_RECEIVERS = frozenset(
    {"self", "cls", "session", "db", "conn", "connection", "cursor", "request", "user", "current_user"}
)
_COMMON = 0.12
_VERSIONS = re.compile(r"api|v\d+")
_EVERYDAY = frozenset(
    {
        "get",
        "list",
        "create",
        "update",
        "delete",
        "set",
        "add",
        "remove",
        "handle",
        "do",
        "run",
        "make",
        "fetch",
        "load",
        "process",
    }
)
_EMPTY = Uses("", (), (), (), (), ())


class Unit(msgspec.Struct, frozen=True, array_like=True):
    """A class (`name`, `ordinal` of its node) or a module (`name` is '', `ordinal` -1) and what it is responsible for.

    A unit with an excuse is not looked into further. `functions` and `statements` count what does work (`small` and
    `small_parts` with the short functions too), `parts` are its groups, `spread` the effective number of subjects,
    `dominant` the word that most functions are about and `share` their share. `resources` are its endpoints by the
    first word of their route. `systems` are the sorts of outside systems it touches, `collaborators` the number of
    other modules of the project it uses. `excuse` says what explains its width by design, or ''.
    """

    path: str
    name: str
    ordinal: int
    role: str
    functions: int
    statements: int
    parts: tuple[Part, ...]
    small: int
    small_parts: tuple[Part, ...]
    spread: float
    dominant: str
    share: float
    resources: tuple[Part, ...]
    systems: tuple[str, ...]
    collaborators: int
    excuse: str


class Responsibilities:
    """The units of a project, by key `path|class name`."""

    def __init__(self, facts: Mapping[str, ModuleFacts], names: Names, roles: Roles, knowledge: Knowledge) -> None:
        self._facts = facts
        self._names = names
        self._roles = roles
        self._knowledge = knowledge
        self._member_of: dict[Symbol, Member] = {}
        self._system_of: dict[tuple[str, str], frozenset[str]] = {}

    def keys(self) -> Sequence[str]:
        """The keys of all units of production code with at least `SMALLEST_UNIT` functions or endpoints, sorted."""
        return sorted(self._units)

    def unit(self, key: str) -> Unit:
        """The unit of a key; a KeyError where there is none."""
        path, _, name = key.rpartition("|")
        definition, functions = self._units[key]
        total = self._methods(path)[name]
        small = _working(total, _SMALL_STATEMENTS)
        telling = functions if len(functions) >= SMALLEST_UNIT else small
        dominant, share = dominant_word([subject(each.short) for each in telling])
        one_subject = share >= ONE_SUBJECT
        role = self._roles.of_class(path, definition, total) if definition else self._roles.of_module(path)
        excuse = f"one subject: {dominant}" if one_subject else self._excuse(path, definition, telling, role)
        members = [] if excuse else self._members(path, functions)
        parts = parts_of(members)
        return Unit(
            path=path,
            name=name,
            ordinal=-1 if definition is None else definition.ordinal,
            role=role,
            functions=len(functions),
            statements=sum(each.statements for each in functions),
            parts=parts,
            small=len(small),
            small_parts=() if excuse else parts_of(self._members(path, small), _SMALL_PART),
            spread=round(spread(members, parts), 1),
            dominant=dominant,
            share=round(share, 2),
            resources=self._resources(path, name),
            systems=() if excuse else self._systems(path, total),
            collaborators=0 if excuse else self._collaborators(path, functions),
            excuse=excuse,
        )

    def show(self) -> str:
        """One line a unit: role, sizes, parts, excuse."""
        lines: list[str] = []
        for key in self.keys():
            unit = self.unit(key)
            parts = ", ".join(f"{part.label} ({len(part.functions)})" for part in unit.parts)
            excuse = f"; {unit.excuse}" if unit.excuse else ""
            lines.append(
                f"{key} [{unit.role}] {unit.functions} functions, {unit.statements} statements, "
                f"spread {unit.spread}: {parts}{excuse}"
            )
        return "\n".join(lines)

    @cached_property
    def _units(self) -> dict[str, tuple[Class | None, list[Function]]]:
        found: dict[str, tuple[Class | None, list[Function]]] = {}
        for path, facts in self._facts.items():
            role = file_role(path)
            if not role.production or role.migration or "migrations/" in path or is_vendored(path):
                continue
            methods = self._methods(path)
            units: list[Class | None] = [None, *(each for each in facts.definitions.classes if not each.nested)]
            for each in units:
                name = each.name if each is not None else ""
                working = _working(methods.get(name, []))
                small = _working(methods.get(name, []), _SMALL_STATEMENTS)
                endpoints = sum(self._roles.is_endpoint(path, method) for method in methods.get(name, []))
                if max(len(small), endpoints) >= SMALLEST_UNIT:
                    found[f"{path}|{name}"] = (each, working)
        return found

    def _methods(self, path: str) -> dict[str, list[Function]]:
        """The functions of a file that stand in no other, by the class that owns them ('' for the module)."""
        table: dict[str, list[Function]] = defaultdict(list)
        for each in self._facts[path].definitions.functions:
            if not each.nested:
                table[each.owner].append(each)
        return table

    @cached_property
    def _uses(self) -> dict[Symbol, Uses]:
        return {Symbol(path, each.owner): each for path, facts in self._facts.items() for each in facts.uses}

    def _members(self, path: str, functions: Iterable[Function]) -> list[Member]:
        return [self._member(path, each) for each in functions]

    def _member(self, path: str, function: Function) -> Member:
        key = Symbol(path, function.name)
        found = self._member_of.get(key)
        if found is None:
            about = subject(function.short)
            tokens = self._tokens(path, function)
            found = Member(function.short, function.ordinal, function.statements, about, tokens)
            self._member_of[key] = found
        return found

    def _tokens(self, path: str, function: Function) -> frozenset[str]:
        """What ties a function to others: attributes, own functions, and what it names of this and other modules."""
        uses = self._uses.get(Symbol(path, function.name), _EMPTY)
        tokens = {f"self.{name}" for name in (*uses.read, *uses.written)}
        for name in uses.names:
            found = self._names.resolve(path, name)
            if found is not None:
                tokens.add(f":{found.name}" if found.path == path else f"{found.path}:{found.name}")
        return frozenset(tokens)

    def _systems(self, path: str, functions: Iterable[Function]) -> tuple[str, ...]:
        found: set[str] = set()
        for function in functions:
            for name in self._uses.get(Symbol(path, function.name), _EMPTY).names:
                if not name.startswith(":"):
                    found |= self._system(path, name)
        return tuple(sorted(found))

    def _resources(self, path: str, name: str) -> tuple[Part, ...]:
        """The endpoints by the first word of their routes, the largest group first; those without one are left out."""
        groups: dict[str, list[Function]] = defaultdict(list)
        for each in self._methods(path)[name]:
            if self._roles.is_endpoint(path, each):
                groups[_resource(self._roles.route(path, each))].append(each)
        parts = [
            Part(
                label,
                tuple(each.short for each in group),
                tuple(each.ordinal for each in group),
                sum(each.statements for each in group),
            )
            for label, group in groups.items()
            if label
        ]
        return tuple(sorted(parts, key=lambda part: (-len(part.functions), part.label)))

    def _collaborators(self, path: str, functions: Iterable[Function]) -> int:
        """The number of other modules of the project that the functions name something of."""
        names = {name for each in functions for name in self._uses.get(Symbol(path, each.name), _EMPTY).names}
        found = {symbol.path for name in names if (symbol := self._names.resolve(path, name)) is not None}
        return len(found - {path})

    def _system(self, path: str, name: str) -> frozenset[str]:
        """The sorts of outside systems that a name, called or not, touches."""
        key = (path, name)
        found = self._system_of.get(key)
        if found is None:
            rows = self._knowledge.rows("external-system", self._names.full(path, name).removesuffix("()"))
            found = self._system_of[key] = frozenset(row.get("system") for row in rows)
        return found

    # What explains width

    def _excuse(self, path: str, definition: Class | None, functions: Sequence[Function], role: str) -> str:
        total = self._methods(path)[definition.name if definition is not None else ""]
        if role != "controller" and _one_protocol(functions):
            return "functions of one protocol"
        verb = _one_job(functions)
        if verb:
            return f"one job: {verb}"
        if role != "controller" and len(functions) * 3 < len(total):
            return "mostly hands through"
        if definition is None:
            return "few ways in" if role != "controller" and self._has_few_ways_in(path, functions) else ""
        kinds = {kind.removesuffix("-base") for kind in self._roles.class_kinds(path, definition)}
        designed = kinds & (_DESIGNED | _SHAPES if len(definition.attributes) >= len(functions) else _DESIGNED)
        if designed:
            return f"{min(designed)} class"
        return "client of one remote system" if self._is_client(path, definition, functions) else ""

    def _has_few_ways_in(self, path: str, functions: Sequence[Function]) -> bool:
        """Whether most functions of a module are steps of the few that it offers: long work, and one piece of it."""
        entered = [
            each for each in functions if not each.short.startswith("_") or Symbol(path, each.name) in self._entered
        ]
        return len(entered) <= _WAYS_IN * len(functions)

    @cached_property
    def _entered(self) -> frozenset[Symbol]:
        """The functions with private names that other modules name all the same."""
        found: set[Symbol] = set()
        for path, facts in self._facts.items():
            named = {
                f"{each.module}{'' if each.module.endswith('.') else '.'}{name.name}"
                for each in facts.imports
                for name in each.names
            }
            named.update(name for each in facts.uses for name in each.names)
            private = (name for name in named if name.removesuffix("()").rpartition(".")[2].startswith("_"))
            symbols = {self._names.resolve(path, name.removesuffix("()")) for name in private if name[:1] != ":"}
            found |= {symbol for symbol in symbols if symbol is not None and symbol.path != path}
        return frozenset(found)

    def _is_client(self, path: str, definition: Class, functions: Sequence[Function]) -> bool:
        """Whether most functions talk to a remote system, themselves or through own methods that do."""
        own = {each.short: Symbol(path, each.name) for each in self._methods(path)[definition.name]}
        for base in reversed(self._names.lineage(Symbol(path, definition.name))[0]):
            if base.path in self._facts:
                inherited = self._methods(base.path).get(base.name, [])
                own |= {each.short: Symbol(base.path, each.name) for each in inherited if each.short not in own}
        callers: Counter[str] = Counter()
        handing: dict[str, set[str]] = {}
        for function in functions:
            uses = self._uses.get(Symbol(path, function.name), _EMPTY)
            handing[function.short] = (set(uses.called) - set(uses.entered)) & own.keys()
            callers.update(handing[function.short])
        remote = {name for name, count in callers.items() if count >= 2 and self._is_remote(own[name])}
        direct = {each.short for each in functions if self._only_calls(path, each)}
        covered = sum(bool(names & remote) or short in direct for short, names in handing.items())
        return covered >= _FUNNEL * len(functions)

    def _only_calls(self, path: str, function: Function) -> bool:
        """Whether a function speaks HTTP or RPC by itself, and touches no other system."""
        uses = self._uses.get(Symbol(path, function.name), _EMPTY)
        systems = {system for name in uses.names if not name.startswith(":") for system in self._system(path, name)}
        return bool(systems) and systems <= _REMOTE

    def _is_remote(self, start: Symbol) -> bool:
        """Whether a function reaches a library that speaks HTTP or RPC, through a few functions of the project."""
        seen, layer = {start}, [start]
        for _ in range(_DEPTH):
            below: list[Symbol] = []
            for here in layer:
                uses = self._uses.get(here, _EMPTY)
                if any(self._system(here.path, name) & _REMOTE for name in uses.names):
                    return True
                called = [self._names.resolve(here.path, name) for name in uses.names if name.endswith("()")]
                owner = here.name.rpartition(".")[0]
                called += [Symbol(here.path, f"{owner}.{name}") for name in uses.called if owner]
                below += [each for each in called if each is not None and each not in seen]
                seen.update(below)
            layer = below
        return False


def _working(functions: Sequence[Function], least: int = _WORK_STATEMENTS) -> list[Function]:
    """The functions of at least so many statements, without the asynchronous or synchronous twins of others."""
    names = {each.short for each in functions}
    return [each for each in functions if _works(each, least) and not _is_twin(each.short, names)]


def _works(function: Function, least: int) -> bool:
    if function.shape != "body" or (function.short.startswith("__") and function.short.endswith("__")):
        return False
    if function.decorated(*_ACCESSORS):
        return False
    return function.statements >= least or function.branches >= _WORK_BRANCHES


def _is_twin(name: str, names: set[str]) -> bool:
    bare = name.lstrip("_")
    lead = name[: len(name) - len(bare)]
    return (
        (bare.startswith("a") and lead + bare[1:] in names)
        or (bare.startswith("async_") and lead + bare.removeprefix("async_") in names)
        or (name.endswith("_async") and name.removesuffix("_async") in names)
        or (name.endswith("_sync") and name.removesuffix("_sync") in names)
    )


def _resource(route: str) -> str:
    """The first word of a route, past `api` and versions; '' where it begins with a parameter."""
    for segment in route.strip("/").split("/"):
        if not _VERSIONS.fullmatch(segment):
            return "" if segment[:1] in set("{<:") else segment
    return ""


def _one_protocol(functions: Sequence[Function]) -> bool:
    """Whether most functions take the very same parameters, two or more: actions, commands, hooks found by name.

    A few such protocols may stand side by side (validators of a value, and of a value in its context).
    """
    shapes = Counter(
        tuple(each.name for each in function.parameters if each.name not in _RECEIVERS) for function in functions
    )
    common = [count for names, count in shapes.items() if len(names) >= 2 and count >= _COMMON * len(functions)]
    return bool(common) and sum(common) >= _PROTOCOL * len(functions)


def _one_job(functions: Sequence[Function]) -> str:
    """The verb with which most names begin, where it is no everyday one: validators, converters, parsers."""
    verbs = Counter(words(function.short)[0] for function in functions if words(function.short))
    verb, count = max(verbs.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return (
        verb
        if (is_verb(verb) or verb == "on") and verb not in _EVERYDAY and count >= _PROTOCOL * len(functions)
        else ""
    )
