"""What explains the width of a unit by design: then its size says nothing, and it is not looked into further.

A client of one remote system is as wide as that system, functions of one protocol are one thing written many times, and
long work with few ways in is one piece of it. Each excuse is said by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from lintel.facts.definitions import Class, Function
from lintel.facts.module import ModuleFacts
from lintel.facts.uses import Uses
from lintel.program.names import Names, Symbol
from lintel.program.roles import Roles
from lintel.program.words import is_verb, words

_FUNNEL = 0.7
_WAYS_IN = 0.2
_FIXTURES = 0.5
_KNOWS_MUCH = 25  # modules: who knows so many is more than one piece of work, whoever enters
_PROTOCOL = 0.6
_COMMON = 0.12
_DEPTH = 7
_REMOTE = frozenset({"http", "rpc"})
_OPERATORS = frozenset(
    f"__{name}__"
    for name in (
        "add",
        "sub",
        "mul",
        "truediv",
        "floordiv",
        "mod",
        "pow",
        "neg",
        "abs",
        "lt",
        "le",
        "gt",
        "ge",
        "and",
        "or",
    )
)
_A_NUMBER = 5  # operators, from which on a class is one kind of value
_DESIGNED = frozenset({"test", "exception", "enum", "entity", "manager", "admin", "visitor"})
_SHAPES = frozenset({"schema", "settings"})
_RECEIVERS = frozenset({"self", "cls"})
_EVERYDAY = frozenset(
    [
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
    ]
)
_EMPTY = Uses("", (), (), (), (), ())


class Excuses:
    """Answers `of` for the units of a project.

    `methods` gives the functions of a file by the class that owns them, `uses` what each function uses, `system` the
    sorts of outside systems that a name in a file touches, `collaborators` how many other modules functions use.
    """

    def __init__(
        self,
        facts: Mapping[str, ModuleFacts],
        names: Names,
        roles: Roles,
        methods: Callable[[str], Mapping[str, Sequence[Function]]],
        uses: Mapping[Symbol, Uses],
        system: Callable[[str, str], frozenset[str]],
        collaborators: Callable[[str, Sequence[Function]], int],
    ) -> None:
        self._facts = facts
        self._names = names
        self._roles = roles
        self._methods = methods
        self._uses = uses
        self._system = system
        self._collaborators = collaborators

    def of(self, path: str, definition: Class | None, functions: Sequence[Function], role: str, endpoints: int) -> str:
        """What explains the width of a unit, '' where nothing does; `functions` are those that do work."""
        total = self._methods(path)[definition.name if definition is not None else ""]
        if role != "controller" and _one_protocol(functions):
            return "functions of one protocol"
        job = _one_job(functions)
        if job:
            return f"one job: {job}"
        if total and sum(each.decorated("fixture") for each in total) >= _FIXTURES * len(total):
            return "test support"
        if role != "controller" and len(functions) * 3 < len(total):
            return "mostly hands through"
        rarely = self._is_entered_rarely(path, definition, functions, role, endpoints)
        if rarely and self._collaborators(path, functions) < _KNOWS_MUCH:
            return "few ways in"
        if definition is None:
            return ""
        if sum(each.short in _OPERATORS for each in total) >= _A_NUMBER:
            return "value type"
        kinds = {kind.removesuffix("-base") for kind in self._roles.class_kinds(path, definition)}
        designed = kinds & (_DESIGNED | _SHAPES if len(definition.attributes) >= len(functions) else _DESIGNED)
        if designed:
            return f"{min(designed)} class"
        return "client of one remote system" if self._is_client(path, definition, functions) else ""

    def _is_entered_rarely(
        self, path: str, definition: Class | None, functions: Sequence[Function], role: str, endpoints: int
    ) -> bool:
        """Whether most functions are steps of the few that are endpoints, or that names offer to others."""
        if role == "controller":
            return 0 < endpoints <= _WAYS_IN * len(functions)
        return _is_shut(functions) if definition is not None else self._has_few_ways_in(path, functions)

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


def _is_shut(functions: Sequence[Function]) -> bool:
    """Whether nearly all methods that do work are a class's own affair: steps of the few that it offers."""
    return sum(not each.short.startswith("_") for each in functions) <= _WAYS_IN * len(functions)


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
    """The verb with which most names begin, where it is no everyday one, or `convert`: validators, parsers, maps."""
    if functions and sum("to" in words(each.short)[1:-1] for each in functions) >= _PROTOCOL * len(functions):
        return "convert"
    verbs = Counter(words(function.short)[0] for function in functions if words(function.short))
    verb, count = max(verbs.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return (
        verb
        if (is_verb(verb) or verb == "on") and verb not in _EVERYDAY and count >= _PROTOCOL * len(functions)
        else ""
    )
