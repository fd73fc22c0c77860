"""Which functions can matter: those that mention something that may be a sink, and whoever mentions such functions.

Most of a program leads to no sink at all; a function of that part is solved only where one that matters calls it. The
test is by names alone, so it is cheap and keeps too much rather than too little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from lintel.flow import ir
from lintel.knowledge.index import Knowledge
from lintel.knowledge.schema import PROJECT, Row

Place = tuple[str, int]
_NAME_AT = {ir.METHOD: 4, ir.ATTRIBUTE: 4, ir.IMPORT_FROM: 5, ir.STORE_ATTRIBUTE: 3}  # operands that are names

_STORED_AT = 3  # the operand that is the name of an attribute that is set

_WITHOUT_A_CLIENT = frozenset({"sql", "sql-fragment", "sql-written", "command", "code", "code-expression"})

IN_PIECES = frozenset({"sql", "sql-fragment", "command"})
"""Dangers of which a value of unknown origin is told only as a piece of a text that is put together in the program."""


EVERYDAY = frozenset(
    {
        "__call__", "__enter__", "__init__", "add", "append", "apply", "build", "call", "check", "close",
        "copy", "create", "decode", "delete", "encode", "evaluate", "execute", "exists", "extend", "fetch",
        "filter", "find", "format", "get", "handle", "head", "init", "insert", "items", "iterdir", "join",
        "keys", "list", "load", "loads", "log", "main", "map", "move", "name", "open", "options", "parse",
        "patch", "path", "pop", "post", "predict", "process", "put", "query", "read", "register", "rename",
        "replace", "request", "run", "save", "search", "select", "send", "set", "setup", "start", "stat",
        "stop", "submit", "touch", "update", "validate", "write",
    }
)  # fmt: skip
"""Methods that everything has: a call of one says nothing of what it is called on."""


class Named(NamedTuple):
    """The name by which others may call a function, and what it stands in: a class or (`free`) a module.

    Without an owner it is looked for wherever it is mentioned.
    """

    name: str
    owner: str = ""
    free: bool = False


def is_telling(name: str) -> bool:
    """Whether a method's name alone says that it runs a statement, whatever it is called on."""
    return name.startswith(("execute", "exec_driver", "mogrify", "prepare_statement"))


def counts_without_a_client(row: Row) -> bool:
    """Whether a sink is told of where a value of unknown origin arrives; the others need a client's data.

    A loader of objects is, if an argument could make it a loader of data.
    """
    danger = row.get("danger")
    return danger in _WITHOUT_A_CLIENT or (danger == "deserialise" and row.argument("decides") is not None)


def sink_names(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The last names of the sinks at which more than a client's data counts, each with the packages it belongs to."""
    return _last_names(row for row in knowledge.of_kind("sink") if counts_without_a_client(row))


def source_names(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The last names of all places where a client's data comes in, and of what stands for the request."""
    found = dict(_last_names(knowledge.of_kind("request-data")))
    requests = {row.place for row in knowledge.of_kind("request-object")}
    for library in knowledge.libraries:
        for same in library.same:
            if same.target in requests and not same.path.endswith(")"):
                last = same.path.rpartition(".")[2]
                found[last] = found.get(last, frozenset()) | {same.path.partition(".")[0]}
    return found


def sealing_names(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The last names of what signs or encrypts a value, to be read in another request."""
    return _last_names(knowledge.of_kind("seals"))


def _last_names(rows: Iterable[Row]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        place = row.place.split("[", 1)[0]
        root = place.split(".", 1)[0]
        # What the project defines itself may be called in files that name nothing of the module it is in.
        root = "builtins" if row.library == PROJECT else root
        found[_telling_name(place)].add(root)
    return {name: frozenset(roots) for name, roots in found.items()}


def _telling_name(place: str) -> str:
    """The last name of a place by which a function that uses it is known: `environ` of `Request().environ.get()`.

    Whoever is handed the value of which only the everyday name is left is solved for who hands it on.
    """
    above, _, last = place.removesuffix(".await").removesuffix("()").rpartition(".")
    holder = above.rpartition(".")[2]
    return holder if last in EVERYDAY and holder.isidentifier() and "()." in above else last


class Relevance:
    """Finds the functions of a program that can matter.

    `module_ir` gives the functions of a file; `sinks` and `sources` are last names with the packages they belong to;
    `implied` gives the packages that a file works with though it does not name them.
    """

    def __init__(
        self,
        paths: Sequence[str],
        module_ir: Callable[[str], ir.ModuleIR],
        sinks: Mapping[str, frozenset[str]],
        sources: Mapping[str, frozenset[str]],
        implied: Callable[[str], frozenset[str]] = lambda _: frozenset(),
    ) -> None:
        self._paths = paths
        self._module_ir = module_ir
        self._sinks = sinks
        self._sources = sources
        self._implied = implied
        self._mentioning: defaultdict[str, set[Place]] = defaultdict(set)
        self._bare: defaultdict[str, set[Place]] = defaultdict(set)  # of everyday names, those that stand alone
        self._known: dict[str, frozenset[str]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._set: set[str] = set()
        self._index()
        self.set_on_classes = frozenset(self._set)

    def first(self) -> set[Place]:
        """The functions that mention something that may be a sink."""
        found: set[Place] = set()
        for name, roots in self._sinks.items():
            for place in self._mentioning.get(name, ()):
                if is_telling(name) or "builtins" in roots or self.knows(place[0], roots):
                    found.add(place)
        for name, roots in self._sources.items():
            for place in self._mentioning.get(name, ()):
                if place not in found and self.knows(place[0], roots):
                    found.add(place)
        return found

    def naming(self, names: Mapping[str, frozenset[str]]) -> set[Place]:
        """The functions that mention one of these names, in files that know the package it belongs to."""
        return {
            place
            for name, roots in names.items()
            for place in self._mentioning.get(name, ())
            if self.knows(place[0], roots)
        }

    def mentioning(self, names: Iterable[Named]) -> set[Place]:
        """The functions that mention one of these names.

        Where everything has methods of that name, what the function stands in has to be mentioned in the file too,
        unless the name of a function that is no method stands alone.
        """
        found: set[Place] = set()
        for name, owner, free in names:
            for place in self._mentioning.get(name, ()):
                everyday = owner and name in EVERYDAY and not (free and place in self._bare[name])
                if not everyday or owner in self._all_names(place[0]):
                    found.add(place)
        return found

    def _all_names(self, path: str) -> frozenset[str]:
        """Every name in a file, and every last part of one."""
        known = self._names.get(path)
        if known is None:
            names = self._module_ir(path).names
            known = self._names[path] = frozenset((*names, *(name.rpartition(".")[2] for name in names)))
        return known

    def knows(self, path: str, roots: frozenset[str]) -> bool:
        """Whether a file imports, or mentions in any other way, one of these packages."""
        known = self._known.get(path)
        if known is None:
            named = frozenset(name.split(".", 1)[0] for name in self._module_ir(path).names)
            known = self._known[path] = named | self._implied(path)
        return not known.isdisjoint(roots)

    def _index(self) -> None:
        """Note which function mentions which names."""
        for path in self._paths:
            module = self._module_ir(path)
            pooled = _pooled_names(module)
            for index, function in enumerate(module.functions):
                attributes, others = _mentions(module, function, pooled, self._set)
                for name in attributes | others:
                    self._mentioning[name].add((path, index))
                for name in others & EVERYDAY:
                    self._bare[name].add((path, index))


def _pooled_names(module: ir.ModuleIR) -> list[str]:
    """The names that pool entries stand for, '' for those that stand for none."""
    found: list[str] = []
    for entry in module.pool:
        name = ""
        if type(entry) is tuple:
            if entry[0] == ir.UNBOUND:
                name = str(entry[1])
            elif entry[0] == ir.VARIABLE:
                owner = module.functions[int(entry[1])] if int(entry[1]) < len(module.functions) else None
                name = module.names[owner.slots[entry[2]]] if owner is not None else ""
        found.append(name)
    return found


def _mentions(
    module: ir.ModuleIR, function: ir.Function, pooled: list[str], on_classes: set[str]
) -> tuple[set[str], set[str]]:
    """The names that a function mentions: of attributes that it calls, reads and stores; of what it has otherwise.

    `on_classes` is told which attributes it sets of something that a module names, or of `cls`: these may be a class's.
    """
    names = module.names
    of_class = bool(function.params) and names[function.slots[0]] == "cls"
    attributes: set[str] = set()
    found: set[str] = set()
    for block in function.blocks:
        for ins in block:
            at = _NAME_AT.get(ins[0])
            if at is not None:
                (found if ins[0] == ir.IMPORT_FROM else attributes).add(names[ins[at]])
                if at == _STORED_AT and (ins[2] < 0 or (of_class and ins[2] == 0)):
                    on_classes.add(names[ins[at]])
            for operand in ins[1:]:
                if operand < -1 and -operand <= len(pooled):
                    found.add(pooled[~operand])
            if ins[0] == ir.FUNCTION:
                found.add(module.functions[ins[3]].name)
    found.discard("")
    return attributes, found
