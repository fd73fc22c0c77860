"""The classes of a program as the solver sees them: what is above and below each, and what their methods store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from lintel.flow import ir
from lintel.flow.bounds import OVERRIDES
from lintel.flow.combining import choice
from lintel.flow.definitions import Class, Func, Special
from lintel.flow.values import Choice, Hole, Lib, Value
from lintel.flow.world import ClassInfo
from lintel.knowledge.schema import Row
from lintel.program.flow_modules import FlowModules, Given
from lintel.program.flow_settling import stored
from lintel.program.names import Symbol

MOST_IMPLEMENTATIONS = 8


class FlowClasses(FlowModules):
    """The part of the world that knows classes.

    `bounds` are the functions in which each bound was met; `writers` are methods that write SQL, told by their names.
    """

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.bounds: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self._subclasses = given.subclasses
        self._known = given.known
        self.writers: dict[tuple[str, int], Row] = {}
        self._in_progress: set[Hashable] = set()
        self._infos: dict[Hashable, ClassInfo] = {}
        self._lineages: dict[Hashable, tuple[Value, ...]] = {}
        self._storers: dict[Hashable, defaultdict[str, list[int]]] = {}
        self._below: dict[tuple[Hashable, str], Sequence[Value]] = {}
        self._hints: dict[tuple[Hashable, str], Value | None] = {}
        self._indices: dict[str, dict[str, int]] = {}

    def met(self, bound: str, path: str, name: str) -> None:
        """A bound was met in a function."""
        self.bounds[bound].add((path, name))

    def class_info(self, value: Class) -> ClassInfo:
        """A class."""
        found = self._infos.get(value.key)
        if found is None:
            self.body(value.path)
            found = self._infos.get(value.key)
        if found is None:
            found = self._infos[value.key] = ClassInfo(value, "")
        return found

    def define_class(self, info: ClassInfo) -> None:
        """A class body is about to be run."""
        self._infos[info.value.key] = info

    def lineage(self, value: Class) -> Sequence[Value]:
        """The class and those above it."""
        found = self._lineages.get(value.key)
        if found is None:
            order: list[Value] = []
            self._climb(value, order, set())
            found = (*order, *self._names_in_libraries(order)) if self._known or self.writers else tuple(order)
            if value.key in self._infos:
                self._lineages[value.key] = found
        return found

    def _names_in_libraries(self, order: Sequence[Value]) -> Iterator[Lib]:
        """What libraries' knowledge calls these classes, where the project is such a library, or they act as such."""
        for each in order:
            if type(each) is Class:
                name = self._known.get(Symbol(each.path, self.module_ir(each.path).qualified_name(each.index)))
                if name is not None:
                    yield Lib(name)
                if self.writers:
                    places = {
                        self.writers[member.path, member.index].place: None
                        for member in self.class_info(each).members.values()
                        if type(member) is Func and (member.path, member.index) in self.writers
                    }
                    yield from map(Lib, places)

    def _climb(self, value: Value, order: list[Value], seen: set[Hashable]) -> None:
        """Put a class and those above it in `order`; bases that are no class, or only maybe one, are left out."""
        if type(value) is Choice:
            value = value.values[0]
        if type(value) is Lib:
            name = value.name.split("[", 1)[0]
            if name != "builtins.object" and name not in seen:
                seen.add(name)
                order.append(Lib(name))
            return
        if type(value) is not Class or value.key in seen:
            return
        seen.add(value.key)
        order.append(value)
        for base in self.class_info(value).bases:
            self._climb(base, order, seen)

    def implementations(self, value: Class, name: str) -> Sequence[Value]:
        """What classes below bind to a name."""
        known = self._below.get((value.key, name))
        if known is not None:
            return known
        found: list[Value] = []
        symbol = Symbol(value.path, self.module_ir(value.path).qualified_name(value.index))
        for below in self._subclasses.get(symbol, ()):
            cls = self.class_at(below)
            member = None if cls is None else self.class_info(cls).members.get(name)
            if member is None:
                continue
            if len(found) >= MOST_IMPLEMENTATIONS:
                self.met(OVERRIDES, value.path, f"{symbol.name}.{name}")
                break
            found.append(member.function if type(member) is Special else member)
        self._below[value.key, name] = found
        return found

    def class_at(self, symbol: Symbol) -> Class | None:
        """The class of this name."""
        index = self._class_indices(symbol.path).get(symbol.name)
        return None if index is None else Class(symbol.path, index)

    def _class_indices(self, path: str) -> dict[str, int]:
        """The classes of a file by qualified name."""
        found = self._indices.get(path)
        if found is not None:
            return found
        module = self.module_ir(path)
        found = self._indices[path] = {
            module.qualified_name(index): index
            for index, function in enumerate(module.functions)
            if function.kind == ir.CLASS_BODY
        }
        return found

    def attribute_hint(self, value: Class, name: str) -> Value | None:
        """What methods of a class, or of those above, store under an attribute."""
        key = (value.key, name)
        if key in self._hints:
            return self._hints[key]
        self._hints[key] = None
        found: list[Value] = []
        whole = True
        for above in self.lineage(value):
            if type(above) is Class:
                for function in self._storing_methods(above, name):
                    whole = whole and (function.path, function.index) not in self._in_progress
                    found += self._stored(function, name)
                said = self.class_info(above).annotations.get(name)
                if said is not None and not found:
                    found.append(said)
        result = choice(found) if found else None
        if whole:
            self._hints[key] = result
        else:  # a method that stores it is being solved: ask again when it is
            del self._hints[key]
        return result

    def _storing_methods(self, cls: Class, name: str) -> Iterator[Func]:
        """The methods that a class itself defines and that store something under an attribute of their object."""
        known = self._storers.get(cls.key)
        if known is None:
            module = self.module_ir(cls.path)
            known = self._storers[cls.key] = defaultdict(list)
            for index, function in enumerate(module.functions):
                if function.parent == cls.index:
                    for number in _stored_in_own(function):
                        known[module.names[number]].append(index)
        return (Func(cls.path, index) for index in known.get(name, ()))

    def _stored(self, function: Func, name: str) -> list[Value]:
        """What a method stores under an attribute of its first parameter."""
        return [
            stored(effect.body.fields[name], name)
            for effect in self.summary(function, None).effects
            if _is_own(effect.target) and name in effect.body.fields
        ]


def _is_own(target: Value) -> bool:
    """Whether what a method changes is its object."""
    return type(target) is Hole and target.base is None and target.index == 0


def _stored_in_own(function: ir.Function) -> Iterable[int]:
    """The names, by number, under which a method stores something in its first parameter."""
    if function.kind != ir.DEFINITION or not function.params:
        return ()
    stores = (ins for block in function.blocks for ins in block if ins[0] == ir.STORE_ATTRIBUTE and ins[2] == 0)
    return dict.fromkeys(ins[3] for ins in stores)
