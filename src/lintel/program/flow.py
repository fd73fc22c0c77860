"""The flow of values over the whole program: the solver's world, made of the files, their names and library knowledge.

Functions are solved on demand and once for each shape of arguments that matters; what is in progress is known, so that
recursion ends. Module bodies are run first: they define classes and functions, decorate handlers and tie routes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from lintel.flow import ir
from lintel.flow.combining import choice, is_plain, walk
from lintel.flow.definitions import Bound, Class, Func, Instance, Module, Partial, Special
from lintel.flow.frame import Frame
from lintel.flow.heap import Body
from lintel.flow.rebuilding import rebuilt
from lintel.flow.shapes import shape_key
from lintel.flow.solving import Solving, solve
from lintel.flow.summary import Event, Summary
from lintel.flow.values import (
    FIXED,
    NO_VALUE,
    NUMBER,
    UNKNOWN,
    At,
    Choice,
    Const,
    Fresh,
    Harmless,
    Hole,
    Lib,
    Opaque,
    Ref,
    Value,
)
from lintel.flow.world import Arguments, ClassInfo
from lintel.knowledge.index import Knowledge
from lintel.program.flow_entries import class_entries, run_entry
from lintel.program.flow_library import EVERYDAY, Library, assumed
from lintel.program.flow_relevance import WITHOUT_A_CLIENT, Relevance, sink_names, source_names
from lintel.program.names import Names, Symbol
from lintel.project.modules import ModuleMap

MOST_SHAPES = 10  # solutions of one function beside the general one
MOST_IMPLEMENTATIONS = 8
_NUMBERS = frozenset(
    {
        "builtins.int", "builtins.float", "builtins.bool", "builtins.complex", "uuid.UUID", "datetime.date",
        "datetime.datetime", "datetime.time", "datetime.timedelta", "decimal.Decimal",
    }
)  # fmt: skip
_WRAPPERS = frozenset(
    {"Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "Awaitable", "Mapped", "ReadOnly"}
)
_COLLECTIONS = frozenset(
    {"list", "List", "set", "Set", "Sequence", "Iterable", "Collection", "frozenset", "FrozenSet", "tuple", "Tuple",
     "AsyncIterable", "Iterator"}
)  # fmt: skip
_GENERATORS = frozenset({"Generator", "AsyncGenerator", "AsyncIterator"})


class Entry:
    """A function that a framework calls: what its parameters are, and the path that it answers."""

    __slots__ = ("function", "inputs", "library", "route", "verb")

    def __init__(self, function: Value, inputs: str, library: str, route: str, verb: str = "") -> None:
        self.function = function
        self.inputs = inputs
        self.library = library
        self.route = route
        self.verb = verb


class FlowWorld:
    """Everything that the solver asks of the program. `irs` gives the IR of a file, None where it has none."""

    def __init__(
        self,
        paths: Sequence[str],
        irs: Callable[[str], ir.ModuleIR | None],
        names: Names,
        modules: ModuleMap,
        knowledge: Knowledge,
        subclasses: Mapping[Symbol, Sequence[Symbol]],
        routes: Callable[[Symbol], Sequence[str]] = lambda _: (),
        spoken: Mapping[Symbol, str] = MappingProxyType({}),
    ) -> None:
        self.paths = tuple(paths)
        self._known_paths = frozenset(paths)
        self._irs = irs
        self._names = names
        self.modules = modules
        self.knowledge = knowledge
        self.library = Library(self, knowledge)
        self._subclasses = subclasses
        self._routes = routes
        self._spoken = spoken
        self._ir: dict[str, ir.ModuleIR] = {}
        self._bodies: dict[str, Solving] = {}
        self._values: dict[tuple[str, int], Value] = {}
        self._slots: dict[str, dict[str, int]] = {}
        self._stars: dict[str, list[str]] = {}
        self._infos: dict[Hashable, ClassInfo] = {}
        self._lineages: dict[Hashable, tuple[Value, ...]] = {}
        self._summaries: dict[Hashable, Summary] = {}
        self._shapes: dict[tuple[str, int], int] = defaultdict(int)
        self._in_progress: set[Hashable] = set()
        self._sought: set[tuple[str, str]] = set()
        self._hints: dict[tuple[Hashable, str], Value | None] = {}
        self._annotations: dict[tuple[str, int], dict[int, Value]] = defaultdict(dict)
        self._functions: dict[tuple[str, int], Func] = {}
        self._owners: dict[tuple[str, int], Class] = {}
        self._kinds: dict[tuple[str, int], str] = {}
        self._rebinders: dict[str, dict[int, list[int]]] = {}
        self.recursive: set[Hashable] = set()
        self.called_functions: set[tuple[str, int]] = set()
        self.entries: list[Entry] = []
        self.trusted = False  # whether the handler that is called is for operators only
        self.bounds: dict[str, int] = defaultdict(int)
        self.events: dict[Hashable, Event] = {}
        self._kept: list[Event] = []  # so that no other gets its id

    def routes_of(self, function: Func) -> list[str]:
        """The routes of a handler, or of the class that it is a method of."""
        name = self.module_ir(function.path).qualified_name(function.index)
        found = list(self._routes(Symbol(function.path, name)))
        owner, _, _ = name.rpartition(".")
        return found or (list(self._routes(Symbol(function.path, owner))) if owner else [])

    def conclude(self, events: Iterable[Event]) -> None:
        """Flows that depend on no caller."""
        for event in events:
            told = event if event.sink is not None else assumed(event)
            if told is not None:
                self.events.setdefault(id(event), told)
                self._kept.append(event)

    def solve(self, wanted: Sequence[str]) -> Sequence[Event]:
        """Solve the functions of these files and all that frameworks call in them; everything that arrives somewhere."""
        for path in wanted:
            body = self.body(path)
            self.conclude(body.events)
        self._finished.update(wanted)
        self._values.clear()
        for path in wanted:
            self._class_entries(path)
        relevance = Relevance(
            wanted, self.module_ir, sink_names(self.knowledge), source_names(self.knowledge), EVERYDAY
        )
        solved: dict[tuple[str, int], Func] = {}
        wave = relevance.first() | self._storing(wanted)
        told: set[tuple[str, str]] = set()
        while wave:
            for key in sorted(wave):
                function = self._functions.get(key)
                if function is not None and key not in solved:
                    solved[key] = function
                    self.summary(function, None)
            names = {name for key in wave if key in solved for name in self._names_of(solved[key])} - told
            told |= names
            wave = relevance.mentioning(names) - solved.keys()
        for entry in self.entries:
            run_entry(self, entry)
        self._conclude_roots(solved)
        return list(self.events.values())

    def _names_of(self, function: Func) -> Sequence[tuple[str, str]]:
        """The names by which others may call a function in which something arrives from its caller, with its class."""
        events = self.summary(function, None).events
        if not any(event.sink is None or event.sink.danger in WITHOUT_A_CLIENT for event in events):
            return ()
        module = self.module_ir(function.path)
        definition = module.functions[function.index]
        parent = module.functions[definition.parent]
        if parent.kind == ir.CLASS_BODY and definition.name.startswith("__"):
            below = self._subclasses.get(Symbol(function.path, module.qualified_name(definition.parent)), ())
            made = (parent.name, *(each.name.rpartition(".")[2] for each in below))
            return (*((name, "") for name in made), (definition.name, parent.name))
        if definition.kind != ir.DEFINITION:
            return ((parent.name, ""),)
        return ((definition.name, parent.name if parent.kind == ir.CLASS_BODY else ""),)

    def _conclude_roots(self, solved: Mapping[tuple[str, int], Func]) -> None:
        """What arrives from callers whom nobody knows is of unknown origin."""
        for key in sorted(solved):
            if key not in self.called_functions:
                events = self.summary(solved[key], None).events
                self.conclude(
                    event._replace(
                        values={role: self.settled(value, text=True) for role, value in event.values.items()}
                    )
                    for event in events
                )

    def _storing(self, wanted: Sequence[str]) -> set[tuple[str, int]]:
        """Functions that may put something into a store that others read."""
        stores = {name.rpartition(".")[2].removesuffix("()") for name in self.library.store_names}
        found: set[tuple[str, int]] = set()
        for path in wanted:
            if not stores.isdisjoint(self.module_ir(path).names):
                found |= {
                    key for key in self._functions if key[0] == path and self._stores_something(self._functions[key])
                }
        return found

    def _stores_something(self, function: Func) -> bool:
        """Whether a function may put something into a store that others read: these are solved first."""
        definition = self.module_ir(function.path).functions[function.index]
        return any(
            ins[0] in (ir.STORE_ATTRIBUTE, ir.STORE_SUBSCRIPT) and ins[2] < 0
            for block in definition.blocks
            for ins in block
        )

    def _class_entries(self, path: str) -> None:
        module = self.module_ir(path)
        for index, function in enumerate(module.functions):
            if function.kind == ir.CLASS_BODY and Class(path, index).key in self._infos:
                cls = Class(path, index)
                for member, inputs, library in class_entries(self, cls):
                    self.entries.append(Entry(Bound(Instance(cls), member), inputs, library, ""))

    # Files

    def module_ir(self, path: str) -> ir.ModuleIR:
        """The functions of a file."""
        found = self._ir.get(path)
        if found is None:
            given = self._irs(path) if path in self._known_paths else None
            found = self._ir[path] = given if given is not None else _EMPTY
        return found

    def body(self, path: str) -> Solving:
        """The module body of a file, run."""
        found = self._bodies.get(path)
        if found is None:
            self.module_ir(path)
            found = self._bodies[path] = Solving(self, path, 0)
            function = found.function
            if function.blocks:
                found.run(0)
            found.state.alive = True
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
        if running or path in self._finished:
            self._values[key] = value
        return value

    @cached_property
    def _finished(self) -> set[str]:
        return set()

    def finish(self, path: str) -> None:
        """From here on the module variables of a file do not change."""
        self._finished.add(path)

    def _rebound(self, path: str, slot: int) -> list[Value]:
        """What functions of the file store in a module variable."""
        self._values[path, slot] = UNKNOWN  # while it is worked out
        module = self.module_ir(path)
        found: list[Value] = []
        for index, function in enumerate(module.functions):
            if index and function.kind == ir.DEFINITION:
                for block in function.blocks:
                    for ins in block:
                        if ins[0] == ir.STORE_OUTER and module.pool[~ins[3]] == (ir.VARIABLE, 0, slot):
                            summary = self.summary(Func(path, index), None)
                            value = summary.outer.get(ins[3])
                            if value is not None:
                                found.append(self.settled(value))
        del self._values[path, slot]
        return found

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
        found = self._stars.get(path)
        if found is None:
            found = self._stars[path] = []
            module = self.module_ir(path)
            for block in module.functions[0].blocks:
                for ins in block:
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
            if self._is_package(dotted):
                return Module("", dotted)
            return Lib(dotted)
        target = self.modules.resolve(path, module, level)
        if target is not None:
            found = self._member(target.path, name, frozenset())
            if found is not None:
                return found
            sub = self.modules.resolve(path, f"{module}.{name}" if module else name, level)
            return Module(sub.path, sub.name) if sub is not None else UNKNOWN
        sub = self.modules.resolve(path, f"{module}.{name}" if module else name, level)
        if sub is not None:
            return Module(sub.path, sub.name)
        return UNKNOWN if level else self._outside(f"{module}.{name}")

    def _outside(self, name: str) -> Value:
        return self.library.named(name)

    @cached_property
    def _packages(self) -> frozenset[str]:
        names = set()
        for name in self.modules.by_name:
            parts = name.split(".")
            names.update(".".join(parts[:end]) for end in range(1, len(parts)))
        return frozenset(names)

    def _is_package(self, dotted: str) -> bool:
        return dotted in self._packages

    def member(self, path: str, name: str) -> Value:
        """A name of a module."""
        found = self._member(path, name, frozenset())
        return UNKNOWN if found is None else found

    def _member(self, path: str, name: str, seen: frozenset[str]) -> Value | None:
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

    # Classes

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
            found = tuple(order)
            if value.key in self._infos:
                self._lineages[value.key] = found
        return found

    def _climb(self, value: Value, order: list[Value], seen: set[Hashable]) -> None:
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
        found: list[Value] = []
        symbol = Symbol(value.path, self.module_ir(value.path).qualified_name(value.index))
        for below in self._subclasses.get(symbol, ())[: MOST_IMPLEMENTATIONS * 4]:
            cls = self.class_at(below)
            member = None if cls is None else self.class_info(cls).members.get(name)
            if member is not None:
                found.append(member.function if type(member) is Special else member)
                if len(found) >= MOST_IMPLEMENTATIONS:
                    self.bounds["classes that override one method"] += 1
                    break
        return found

    def class_at(self, symbol: Symbol) -> Class | None:
        """The class of this name."""
        index = self._class_indices(symbol.path).get(symbol.name)
        return None if index is None else Class(symbol.path, index)

    def _class_indices(self, path: str) -> dict[str, int]:
        module = self.module_ir(path)
        cache = self.__dict__.setdefault("_indices", {})
        if path not in cache:
            cache[path] = {
                module.qualified_name(index): index
                for index, function in enumerate(module.functions)
                if function.kind == ir.CLASS_BODY
            }
        found: dict[str, int] = cache[path]
        return found

    def attribute_hint(self, value: Class, name: str) -> Value | None:
        """What methods of a class, or of those above, store under an attribute."""
        key = (value.key, name)
        if key in self._hints:
            return self._hints[key]
        self._hints[key] = None
        found: list[Value] = []
        for above in self.lineage(value):
            if type(above) is Class:
                found += self._stored(above, name)
                said = self.class_info(above).annotations.get(name)
                if said is not None and not found:
                    found.append(said)
        result = choice(found) if found else None
        self._hints[key] = result
        return result

    def _stored(self, cls: Class, name: str) -> list[Value]:
        module = self.module_ir(cls.path)
        if name not in module.names:
            return []
        number = module.names.index(name)
        found: list[Value] = []
        for index, function in enumerate(module.functions):
            if function.parent != cls.index or function.kind != ir.DEFINITION or not function.params:
                continue
            stores = any(
                ins[0] == ir.STORE_ATTRIBUTE and ins[3] == number and ins[2] == 0
                for block in function.blocks
                for ins in block
            )
            if stores:
                summary = self.summary(Func(cls.path, index), None)
                for effect in summary.effects:
                    if effect.target.base is None and effect.target.index == 0 and name in effect.body.fields:
                        found.append(self.settled(effect.body.fields[name]))
        return found

    def settled(self, value: Value, *, text: bool = False) -> Value:
        """A value whose holes nobody fills: what their annotations say, else something unknown.

        `text`: it is a text, or becomes one: then it does not matter of which library's class a part is.
        """

        def change(part: Value) -> Value | None:
            if type(part) is Hole:
                if part.hint is not None and type(part.hint) is not Opaque and not (text and type(part.hint) is Lib):
                    return part.hint
                return Opaque(f".{part.name}" if part.base is not None else "parameter")
            return None

        return rebuilt(value, change, {})

    # Functions

    def note_annotation(self, path: str, index: int, parameter: int, value: Value) -> None:
        """A parameter was declared with this annotation."""
        self._annotations[path, index][parameter] = value

    def note_function(self, frame: Frame, value: Func) -> None:
        """A function was defined."""
        self._functions[value.path, value.index] = value
        if frame.owner is not None and frame.function.kind == ir.CLASS_BODY:
            self._owners[value.path, value.index] = frame.owner

    def function(self, path: str, index: int) -> Func | None:
        """A function as its definition made it."""
        return self._functions.get((path, index))

    def annotation(self, path: str, index: int, parameter: int) -> Value | None:
        """The annotation of a parameter."""
        value = self._annotations.get((path, index), {}).get(parameter)
        if type(value) is Const and isinstance(value.value, str) and value.value.replace(".", "").isidentifier():
            head, *rest = value.value.split(".")
            found = self.member(path, head)
            if found is UNKNOWN:
                found = self.free_name(path, head)
            for name in rest:
                found = self.body(path).attribute(found, name, None)
            return found
        return value

    def annotated(self, value: Value) -> Value | None:
        """What an annotation says that a variable holds."""
        kind = type(value)
        if kind is Class:
            lineage = self.lineage(value)
            if any(type(each) is Lib and each.name.startswith("enum.") for each in lineage):
                return FIXED
            return Instance(value)
        if kind is Choice:
            several = [self.annotated(each) for each in value.values if type(each) is not Const]
            return several[0] if len(several) == 1 or (several and all(type(e) is Harmless for e in several)) else None
        if kind is not Lib:
            return None
        return self._annotated_by_library(value)

    def _annotated_by_library(self, value: Lib) -> Value | None:
        name = value.name
        if name in _NUMBERS:
            return NUMBER
        if name.endswith("[]"):
            short = name[:-2].rpartition(".")[2]
            inner = self._inner(value)
            if short == "Literal":
                return FIXED
            if short in _WRAPPERS or short in _GENERATORS:
                return self.annotated(inner)
            if short in _COLLECTIONS:
                element = self.annotated(inner)
                return Fresh(Body("list", None, rest=element)) if element is not None else None
            return self.annotated(Lib(name[:-2])) if short not in ("Union", "dict", "Dict", "type", "Type") else None
        if name.startswith(("builtins.", "typing.", "collections.")):
            return None
        said = self.knowledge.canonical(name)
        if self.library.is_number(said):
            return NUMBER
        return Lib(self.knowledge.canonical(f"{said}()"))

    def _inner(self, value: Lib) -> Value:
        inner = value.inputs[0] if value.inputs else UNKNOWN
        if type(inner) is Fresh and inner.body.items:
            return inner.body.items[0]  # type: ignore[no-any-return]
        return inner

    def called(self, function: Func) -> None:
        """A function is called from somewhere."""
        self.called_functions.add((function.path, function.index))

    def summary(self, function: Func, shapes: Sequence[Value] | None) -> Summary:
        """What a function does."""
        place = (function.path, function.index)
        key: Hashable = place if shapes is None else (place, tuple(map(shape_key, shapes)))
        found = self._summaries.get(key)
        if found is not None:
            return found
        if shapes is not None and self._shapes[place] >= MOST_SHAPES:
            self.bounds["shapes of arguments of one function"] += 1
            return self.summary(function, None)
        if key in self._in_progress:
            self.recursive.add(key)
            return Summary(returns=NO_VALUE)
        if shapes is not None:
            self._shapes[place] += 1
        self._in_progress.add(key)
        try:
            found = self._solved(function, shapes)
            if key in self.recursive:  # now that a first answer is known, what it calls itself for is too
                self._summaries[key] = found
                self._in_progress.discard(key)
                found = self._solved(function, shapes)
        finally:
            self._in_progress.discard(key)
        self._summaries[key] = found
        return found

    def _solved(self, function: Func, shapes: Sequence[Value] | None) -> Summary:
        self.body(function.path)
        frame = Solving(self, function.path, function.index)
        frame.owner = self._owners.get((function.path, function.index)) or self._outer_owner(function)
        count = len(frame.function.params) + len(frame.function.captures)
        holes = list(shapes) if shapes is not None else [Hole(index) for index in range(count)]
        for index in range(len(frame.function.params)):
            holes[index] = self._parameter(function, frame, index, holes[index])
        found = solve(frame, holes)
        closed = [event for event in found.events if not _is_open(event)]
        if closed:
            self.conclude(closed)
            found.events = tuple(event for event in found.events if _is_open(event))
        return found

    def _outer_owner(self, function: Func) -> Class | None:
        module = self.module_ir(function.path)
        index = module.functions[function.index].parent
        while index > 0:
            owner = self._owners.get((function.path, index))
            if owner is not None:
                return owner
            index = module.functions[index].parent
        return None

    def _parameter(self, function: Func, frame: Solving, index: int, value: Value) -> Value:
        """What a parameter holds beside what callers say: its class for `self`, what its annotation says."""
        if type(value) is not Hole or value.hint is not None:
            return value
        owner = self._owners.get((function.path, function.index))
        if index == 0 and owner is not None:
            kind = self._kind(owner, function)
            if kind == "class":
                return owner
            if kind != "static":
                return Hole(index, hint=Instance(owner))
        kind_of = frame.function.params[index][0]
        if kind_of in (ir.VARIADIC, ir.VARIADIC_KEYWORDS):
            return value
        annotation = self.annotation(function.path, function.index, index)
        said = None if annotation is None else self.annotated(annotation)
        if said is None:
            return value
        if type(said) is Harmless or type(said) is Fresh:
            return said if type(said) is Harmless or _all_plain(said) else value
        return Hole(index, hint=said)

    def _kind(self, owner: Class, function: Func) -> str:
        name = self.module_ir(function.path).functions[function.index].name
        member = self.class_info(owner).members.get(name)
        if type(member) is Special and member.kind in ("static", "class"):
            return member.kind
        return "class" if name in ("__new__", "__init_subclass__", "__class_getitem__") else ""

    # Libraries: see flow_library

    def library_call(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """What a library's function gives."""
        return self.library.call(frame, callee, arguments, at)

    def known_call(self, frame: Frame, function: Func, arguments: Arguments, at: At) -> Value | None:
        """What the project's own knowledge says that a call of one of its functions gives; None: what its body gives."""
        if not self._spoken:
            return None
        symbol = Symbol(function.path, self.module_ir(function.path).qualified_name(function.index))
        place = self._spoken.get(symbol)
        if place is None:
            return None
        owner = self._owners.get((function.path, function.index))
        receiver = None
        if owner is not None and self._kind(owner, function) != "static" and arguments.positional:
            receiver, *rest = arguments.positional
            arguments = Arguments(rest, arguments.keywords, arguments.star, arguments.double_star)
        return self.library.said(frame, Lib(place, at, owner=receiver), arguments, at)

    def library_attribute(self, frame: Frame, owner: Lib, name: str, at: At) -> Value:
        """An attribute of a library's value."""
        return self.library.attribute(frame, owner, name, at)

    def numbers_of(self, value: Class) -> Mapping[object, Value]:
        """The fields of a form or serializer that no client can make a text of."""
        return self.library.numbers_of(self.class_info(value).members)

    def is_known(self, value: Value) -> bool:
        """Whether knowledge says anything of this part of a library."""
        return self.library.is_known(value)

    def library_method(self, frame: Frame, owner: Lib, name: str, at: At) -> Value:
        """A method of a library's value, to be called."""
        return self.library.attribute(frame, owner, name, at, called=True)

    def library_item(self, frame: Frame, owner: Lib, key: Value, at: At) -> Value:
        """An item of a library's value."""
        return self.library.item(frame, owner, key, at)

    def library_store(self, frame: Frame, owner: Lib, step: str, value: Value, at: At) -> None:
        """An assignment to a part of a library's value."""
        self.library.store(frame, owner, step, value, at)

    def library_awaited(self, owner: Lib, at: At) -> Value:
        """What awaiting gives."""
        return self.library.awaited(owner, at)

    def sinks(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> None:
        """Tell of the sinks that a call is."""
        self.library.tell_sinks(frame, callee, arguments, at)

    def is_hazard(self, name: str) -> bool:
        """Whether some sink is a method of this name."""
        return name in self.library.hazards

    def decorated(self, frame: Frame, decorator: Value, value: Value, at: At) -> Value:
        """What a library's decorator makes of a function: the function; handlers are noted."""
        return self.library.decorated(frame, decorator, value, at)


def _is_open(event: Event) -> bool:
    """Whether what arrives depends on the caller."""
    values = [*event.values.values(), *([] if event.receiver is None else [event.receiver])]
    return any(type(part) is Hole for value in values for part in walk(value))


def _path_of(value: Value) -> str:
    if type(value) is Func:
        return value.path
    if type(value) is Bound and value.function is not None:
        return _path_of(value.function)
    if type(value) is Choice:
        return _path_of(value.values[0])
    return _path_of(value.function) if type(value) is Partial else ""


def _all_plain(value: Value) -> bool:
    return type(value) is Fresh and all(is_plain(part) for part in value.body.parts())


_EMPTY = ir.ModuleIR([], [(ir.ABSENT, 0, 0)], [ir.Function("<module>", 0, -1, -1, 0, [], [], 0, [], [], [], [[]])])

__all__ = ["Bound", "Entry", "Event", "FlowWorld", "Partial", "Ref"]
