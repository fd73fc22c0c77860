"""The files of a program as the solver sees them: their functions, their bodies, and what their variables hold.

Module bodies are run when they are first asked for: they define classes and functions, decorate handlers and tie
routes. A variable holds what the body leaves in it, and what functions of the file put there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lintel.flow import ir
from lintel.flow.carried import Carried, carried
from lintel.flow.combining import choice
from lintel.flow.definitions import Class, Func, Module
from lintel.flow.heap import Body
from lintel.flow.solving import Solving
from lintel.flow.values import UNKNOWN, Lib, Shared, Value
from lintel.flow.world import World
from lintel.knowledge.index import Knowledge
from lintel.program.flow_kept import Kept
from lintel.program.flow_library import Library
from lintel.program.flow_settling import settled
from lintel.program.names import Symbol
from lintel.project.modules import ModuleMap

_EMPTY = ir.ModuleIR([], [(ir.ABSENT, 0, 0)], [ir.Function("<module>", 0, -1, -1, 0, [], [], 0, [], [], [], [[]])])


class Given(NamedTuple):
    """What a world is made of.

    `irs` gives the IR of a file of `paths`, None where it has none; `subclasses` the classes below one; `routes` what a
    function or class answers; `known` the names of classes that are a library's.
    """

    paths: tuple[str, ...]
    irs: Callable[[str], ir.ModuleIR | None]
    modules: ModuleMap
    knowledge: Knowledge
    subclasses: Mapping[Symbol, Sequence[Symbol]]
    routes: Callable[[Symbol], Sequence[str]]
    known: Mapping[Symbol, str]


class FlowModules(World):
    """The part of the world that knows files, their variables and imports. `library` knows what is outside."""

    library: Library

    def __init__(self, given: Given) -> None:
        self.paths = given.paths
        self.modules = given.modules
        self._irs = given.irs
        self._known_paths = frozenset(given.paths)
        self._ir: dict[str, ir.ModuleIR] = {}
        self._bodies: dict[str, Solving] = {}
        self._carried: dict[tuple[str, int, tuple[int, ...]], Carried] = {}
        self._values: dict[tuple[str, int], Value] = {}
        self._finished: set[str] = set()
        self._slots: dict[str, dict[str, int]] = {}
        self._stars: dict[str, list[str]] = {}
        self._sought: set[tuple[str, str]] = set()
        self.kept = Kept()
        self.set_on_classes: frozenset[str] = frozenset()

    def module_ir(self, path: str) -> ir.ModuleIR:
        """The functions of a file."""
        found = self._ir.get(path)
        if found is None:
            given = self._irs(path) if path in self._known_paths else None
            found = self._ir[path] = given if given is not None else _EMPTY
        return found

    def carried(self, path: str, index: int, blocks: tuple[int, ...]) -> Carried:
        """What a loop of a function carries from one round to the next; worked out once."""
        key = (path, index, blocks)
        found = self._carried.get(key)
        if found is None:
            found = self._carried[key] = carried(self.module_ir(path).functions[index], blocks)
        return found

    def body(self, path: str) -> Solving:
        """The module body of a file, run."""
        found = self._bodies.get(path)
        if found is None:
            self.module_ir(path)
            found = self._bodies[path] = Solving(self, path, 0)
            found.shares = True
            function = found.function
            if function.blocks:
                found.run(0)
            found.state.alive = True
            self.kept.note(found.shared_effects(), importing=True)
        return found

    def slots(self, path: str) -> dict[str, int]:
        """The module variables of a file by name."""
        found = self._slots.get(path)
        if found is None:
            module = self.module_ir(path)
            found = {module.names[name]: slot for slot, name in enumerate(module.functions[0].slots)}
            self._slots[path] = found
        return found

    def variable(self, path: str, slot: int) -> Value:
        """What a variable of a module holds."""
        key = (path, slot)
        found = self._values.get(key)
        if found is not None:
            return found
        running = path not in self._bodies
        body = self.body(path)
        held = body.state.regs[slot]
        name = self.module_ir(path).names[self.module_ir(path).functions[0].slots[slot]]
        value = self.free_name(path, name) if held is None else body.freeze(held)
        if slot in self.module_ir(path).functions[0].rebound:
            value = choice([value, *self._rebound(path, slot)])
        kept = self.kept.attribute(Shared(path, 0), name)
        if kept is not None:
            value = choice((value, kept))
        if running or path in self._finished:
            self._values[key] = value
        return value

    def finish(self, paths: Iterable[str]) -> None:
        """From here on the module variables of these files do not change: what was told of any is asked anew."""
        self._finished.update(paths)
        self._values.clear()

    def _rebound(self, path: str, slot: int) -> list[Value]:
        """What functions of the file store in a module variable."""
        self._values[path, slot] = UNKNOWN  # while it is worked out
        found: list[Value] = []
        for index, entry in _stores_of(self.module_ir(path), slot):
            value = self.summary(Func(path, index), None).outer.get(entry)
            if value is not None:
                found.append(settled(value))
        del self._values[path, slot]
        return found

    def with_kept(self, oid: Shared, body: Body | None) -> Body | None:
        """What an object of a module holds."""
        return self.kept.body(oid, body) if self.kept else body

    def kept_in(self, value: Class, name: str) -> Value | None:
        """What functions set as an attribute of a class."""
        return self.kept.attribute(value.oid, name)

    def is_set_on_classes(self, name: str) -> bool:
        """Whether some function sets an attribute of this name of a class."""
        return name in self.set_on_classes

    def free_name(self, path: str, name: str) -> Value:
        """A name that nothing in the file binds."""
        if (path, name) in self._sought:  # modules that star-import each other
            return Lib(f"builtins.{name}")
        self._sought.add((path, name))
        try:
            for star in self._star_modules(path):
                if star != path:
                    found = self._member(star, name, frozenset({path}))
                    if found is not None:
                        return found
        finally:
            self._sought.discard((path, name))
        return Lib(f"builtins.{name}")

    def _star_modules(self, path: str) -> list[str]:
        """The files of the project that a file imports all names of."""
        found = self._stars.get(path)
        if found is None:
            found = self._stars[path] = []
            module = self.module_ir(path)
            for block in module.functions[0].blocks:
                for ins in block:
                    target = None
                    if ins[0] == ir.IMPORT_STAR:
                        target = self.modules.resolve(path, module.names[ins[2]], ins[3])
                    if target is not None:
                        found.append(target.path)
        return found

    def imported(self, path: str, module: str, level: int, name: str | None, *, whole: bool) -> Value:
        """What an import binds."""
        if name is None:
            dotted = module if whole else module.split(".", 1)[0]
            target = self.modules.resolve(path, dotted, 0)
            if target is not None:
                return Module(target.path, target.name)
            if dotted in self._packages:
                return Module("", dotted)
            return Lib(dotted)
        target = self.modules.resolve(path, module, level)
        if target is not None:
            found = self._member(target.path, name, frozenset())
            if found is not None and not (type(found) is Lib and found.name == f"builtins.{name}"):
                return found
            # A package that imports its own module binds the name by this very statement.
            sub = self.modules.resolve(path, f"{module}.{name}" if module else name, level)
            if found is not None and sub is None:
                return found
            return Module(sub.path, sub.name) if sub is not None else UNKNOWN
        sub = self.modules.resolve(path, f"{module}.{name}" if module else name, level)
        if sub is not None:
            return Module(sub.path, sub.name)
        return UNKNOWN if level else self.library.named(f"{module}.{name}")

    @cached_property
    def _packages(self) -> frozenset[str]:
        """The packages that hold modules of the project, by dotted name."""
        names: set[str] = set()
        for name in self.modules.by_name:
            parts = name.split(".")
            names.update(".".join(parts[:end]) for end in range(1, len(parts)))
        return frozenset(names)

    def member(self, path: str, name: str) -> Value:
        """A name of a module."""
        found = self._member(path, name, frozenset())
        return UNKNOWN if found is None else found

    def _member(self, path: str, name: str, seen: frozenset[str]) -> Value | None:
        """A name of a module, None where it has none; `seen` are the files that imported all of this one."""
        slot = self.slots(path).get(name)
        if slot is not None:
            return self.variable(path, slot)
        for child in self.modules.submodules(path) if path.endswith("__init__.py") else ():
            dotted = self.modules.names.get(child, "")
            if dotted.rpartition(".")[2] == name:
                return Module(child, dotted)
        for star in self._star_modules(path):
            if star not in seen and star != path:
                found = self._member(star, name, seen | {path})
                if found is not None:
                    return found
        return None


def _stores_of(module: ir.ModuleIR, slot: int) -> Iterator[tuple[int, int]]:
    """The functions that store in a module variable, each with the pool entry that it names it by."""
    for index, function in enumerate(module.functions):
        if index and function.kind == ir.DEFINITION:
            for block in function.blocks:
                for ins in block:
                    if ins[0] == ir.STORE_OUTER and module.pool[~ins[3]] == (ir.VARIABLE, 0, slot):
                        yield index, ins[3]
