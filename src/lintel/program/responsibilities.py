"""What large classes and modules are responsible for: the parts they fall into, and what speaks for them.

A unit is a class, or the functions of a module. Only functions that do work count: declarations, accessors, pure
delegations and the few-line kind are left out, so that interfaces and facades are small whatever their length. What
explains width by design (a client of one remote system, functions of one protocol, an entity) is an excuse, said by
name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from lintel.facts.definitions import Class, Function
from lintel.facts.module import ModuleFacts
from lintel.facts.uses import Uses
from lintel.knowledge.index import Knowledge
from lintel.program.cohesion import ONE_SUBJECT, Member, Part, dominant_word, parts_of, spread
from lintel.program.excuses import Excuses
from lintel.program.names import Names, Symbol
from lintel.program.resources import resources, shared_segment
from lintel.program.roles import Roles
from lintel.program.separation import funnel, groups_by_use, subjects, ways_in
from lintel.program.words import Affixes, affixes, subject
from lintel.project.file_roles import file_role
from lintel.project.provenance import is_vendored

SMALLEST_UNIT = 10
_LARGE = 2 * SMALLEST_UNIT  # from here on what is about one thing can have too many duties
_WORK_STATEMENTS = 5
_WORK_BRANCHES = 2
_SMALL_STATEMENTS = 2
_SMALL_PART = 2
_DOMINATED = 0.5
_ACCESSORS = ("property", "cached_property", "setter", "deleter", "getter", "overload", "abstractmethod", "validator")
_EMPTY = Uses("", (), (), (), (), ())


class Unit(msgspec.Struct, frozen=True, array_like=True):
    """A class (`name`, `ordinal` of its node) or a module (`name` is '', `ordinal` -1) and what it is responsible for.

    A unit with an excuse is not looked into further. `functions` and `statements` count what does work (`small`,
    `small_statements` and `small_parts` with the short functions too), `parts` are its groups, `spread` the effective
    number of subjects, `dominant` the word that most functions are about and `share` their share. `duties` are the
    groups that remain of a unit mostly about one thing when the word for it is left out. `endpoints` counts its
    endpoints, `resources` are they by what their routes are about, `shared` is the segment that nearly all routes
    share, or ''. `systems` are the sorts of outside systems it touches, `collaborators` the number of other modules of
    the project it uses. `excuse` says what explains its width by design, or ''. `ways` counts the functions that no
    other one uses, `offered` those of them that no base class asks for; where these are many, `funnel` is the share
    that goes through one of the unit's own functions, `subjects` the effective number of things that names are about,
    and `groups` are what use, calls and names tie together.
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
    small_statements: int = 0
    duties: tuple[Part, ...] = ()
    endpoints: int = 0
    shared: str = ""
    ways: int = 0
    offered: int = 0
    funnel: float = 0.0
    subjects: float = 0.0
    groups: tuple[Part, ...] = ()


class Responsibilities:
    """The units of a project, by key `path|class name`."""

    def __init__(self, facts: Mapping[str, ModuleFacts], names: Names, roles: Roles, knowledge: Knowledge) -> None:
        self._facts = facts
        self._names = names
        self._roles = roles
        self._knowledge = knowledge
        self._member_of: dict[Symbol, Member] = {}
        self._endpoints_of: dict[str, Mapping[str, list[tuple[Function, str]]]] = {}
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
        around = affixes([each.short for each in telling])
        dominant, share = dominant_word([subject(around.off(each.short)) for each in telling])
        role = self._roles.of_class(path, definition, total) if definition else self._roles.of_module(path)
        routes = [route for _, route in self._endpoints(path, name)]
        excuse = self._excuses.of(path, definition, telling, role, len(routes))
        one_subject, large = share >= ONE_SUBJECT, len(functions) >= _LARGE
        open_ = not excuse and (large or not one_subject)
        members = self._members(path, functions if open_ else (), around)
        parts = () if one_subject else parts_of(members)
        close = self._members(path, () if excuse or one_subject else small, around)
        found = Unit(
            path=path,
            name=name,
            ordinal=-1 if definition is None else definition.ordinal,
            role=role,
            functions=len(functions),
            statements=sum(each.statements for each in functions),
            parts=parts,
            small=len(small),
            small_parts=parts_of(close, _SMALL_PART),
            spread=round(spread(members, parts), 1),
            dominant=dominant,
            share=round(share, 2),
            resources=resources(self._endpoints(path, name)),
            systems=() if excuse or one_subject else self._systems(path, total),
            collaborators=self._collaborators(path, functions) if open_ else 0,
            excuse=excuse or (f"one subject: {dominant}" if one_subject else ""),
            small_statements=sum(each.statements for each in small),
            duties=_duties(members, dominant) if large and share >= _DOMINATED else (),
            endpoints=len(routes),
            shared=shared_segment(routes),
        )
        return self._separated(found, close)

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
                endpoints = len(self._endpoints(path, name))
                if max(len(methods.get(name, ())), endpoints) < SMALLEST_UNIT:
                    continue
                working = _working(methods.get(name, []))
                small = _working(methods.get(name, []), _SMALL_STATEMENTS)
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

    @cached_property
    def _excuses(self) -> Excuses:
        return Excuses(
            self._facts, self._names, self._roles, self._methods, self._uses, self._system, self._collaborators
        )

    def _members(self, path: str, functions: Iterable[Function], around: Affixes) -> list[Member]:
        return [self._member(path, each, around) for each in functions]

    def _member(self, path: str, function: Function, around: Affixes) -> Member:
        key = Symbol(path, function.name)
        found = self._member_of.get(key)
        if found is None:
            about = subject(around.off(function.short))
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

    def _separated(self, unit: Unit, members: Sequence[Member]) -> Unit:
        """The unit with how separate its functions are, which is looked into only where many ways lead in."""
        ways = ways_in(members)
        offered = self._offered(unit.path, unit.name, ways)
        many = members if offered >= SMALLEST_UNIT else ()
        return msgspec.structs.replace(
            unit,
            ways=len(ways),
            offered=offered,
            funnel=round(funnel(many), 2),
            subjects=round(subjects(many), 1),
            groups=groups_by_use(many),
        )

    def _offered(self, path: str, name: str, ways: Iterable[Member]) -> int:
        """How many of these methods no base class of the project asks for: the width of an interface is its own."""
        bases = self._names.lineage(Symbol(path, name))[0] if name else ()
        above = {
            each.short
            for base in bases
            if base != Symbol(path, name) and base.path in self._facts
            for each in self._methods(base.path).get(base.name, ())
        }
        return sum(each.name not in above for each in ways)

    def _systems(self, path: str, functions: Iterable[Function]) -> tuple[str, ...]:
        found: set[str] = set()
        for function in functions:
            for name in self._uses.get(Symbol(path, function.name), _EMPTY).names:
                if not name.startswith(":"):
                    found |= self._system(path, name)
        return tuple(sorted(found))

    def _endpoints(self, path: str, name: str) -> list[tuple[Function, str]]:
        """The endpoints of a unit with their routes: its functions and those inside them, for a module its views."""
        found = self._endpoints_of.get(path)
        if found is None:
            found = self._endpoints_of[path] = self._roles.endpoints(path)
        return found.get(name, [])

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


def _duties(members: Sequence[Member], dominant: str) -> tuple[Part, ...]:
    """The parts of members when what nearly all are about is left out of their names.

    A part that most of its members do not speak of is left out: what binds them is what was taken away.
    """
    others = [msgspec.structs.replace(each, about=tuple(w for w in each.about if w != dominant)) for each in members]
    about = {each.name: each.about for each in others}
    return tuple(
        part
        for part in parts_of(others)
        if sum(part.label.split()[0] in about[name] for name in part.functions) * 2 >= len(part.functions)
    )


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
