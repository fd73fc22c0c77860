"""What annotations say: of a parameter or a field that no caller is seen to fill, they are all that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from lintel.flow.definitions import Class, Func, Instance
from lintel.flow.heap import Body
from lintel.flow.values import FIXED, NUMBER, UNKNOWN, Choice, Const, Fresh, Harmless, Lib, Value
from lintel.knowledge.schema import Row
from lintel.program.flow_libraries import FlowLibraries
from lintel.program.flow_modules import Given

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


class FlowAnnotations(FlowLibraries):
    """The part of the world that knows annotations."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.knowledge = given.knowledge
        self._annotations: dict[tuple[str, int], dict[int, Value]] = defaultdict(dict)
        self._mentions: dict[str, frozenset[str]] = {}

    def note_annotation(self, path: str, index: int, parameter: int, value: Value) -> None:
        """A parameter was declared with this annotation."""
        self._annotations[path, index][parameter] = value

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

    def named_so(self, function: Func, index: int) -> Value | None:
        """What the name of a parameter says that it holds: the request, where all users of a library call it so.

        The file has to mention the library, or no other with a request of its own in a program that uses the library.
        """
        module = self.module_ir(function.path)
        definition = module.functions[function.index]
        name = module.names[definition.slots[index]] if index < 3 else ""
        rows = [row for row in self._named if row.get("named") == name]
        if not rows:
            return None
        here = self._mentioned(function.path)
        for row in rows:
            if (row.get("beside") or row.place.split(".", 1)[0]) in here:
                return Lib(self.knowledge.canonical(row.place))
        if here.isdisjoint(self._with_requests):
            for row in rows:
                if not row.get("beside") and row.place.split(".", 1)[0] in self._everywhere:
                    return Lib(self.knowledge.canonical(row.place))
        return None

    def customary(self, wanted: Iterable[str]) -> set[tuple[str, int]]:
        """The functions of these files that are given what a protocol hands to all applications."""
        found: set[tuple[str, int]] = set()
        for path in wanted:
            module = self.module_ir(path)
            if any(row.get("beside") in module.names and row.get("named") in module.names for row in self._named):
                for index, function in enumerate(module.functions):
                    if any(self.named_so(Func(path, index), place) for place in range(min(len(function.params), 2))):
                        found.add((path, index))
        return found

    def implied(self, path: str) -> frozenset[str]:
        """The libraries whose request the functions of a file are given, though the file does not mention them."""
        module = self.module_ir(path)
        if all(row.get("named") not in module.names for row in self._named):
            return frozenset()
        said = [
            self.named_so(Func(path, index), place)
            for index, function in enumerate(module.functions)
            for place in range(min(len(function.params), 2))
        ]
        return frozenset(each.name.split(".", 1)[0] for each in said if type(each) is Lib)

    @cached_property
    def _named(self) -> tuple[Row, ...]:
        """The request objects that go by one name; those of libraries that build on others come first."""
        rows = [row for row in self.knowledge.of_kind("request-object") if row.get("named")]
        return tuple(sorted(rows, key=lambda row: row.library, reverse=True))

    @cached_property
    def _with_requests(self) -> frozenset[str]:
        """The packages that have a request of their own."""
        rows = self.knowledge.of_kind("request-object")
        return frozenset(row.get("beside") or row.place.split(".", 1)[0] for row in rows)

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        """All packages that the program mentions."""
        return frozenset(name for path in self.paths for name in self._mentioned(path))

    def _mentioned(self, path: str) -> frozenset[str]:
        """The packages with requests of their own that a file mentions."""
        found = self._mentions.get(path)
        if found is None:
            names = (name.split(".", 1)[0] for name in self.module_ir(path).names)
            found = self._mentions[path] = self._with_requests.intersection(names)
        return found

    def annotated(self, value: Value) -> Value | None:
        """What an annotation says that a variable holds."""
        if type(value) is Class:
            lineage = self.lineage(value)
            if any(type(each) is Lib and each.name.startswith("enum.") for each in lineage):
                return FIXED
            return Instance(value)
        if type(value) is Choice:
            several = [self.annotated(each) for each in value.values if type(each) is not Const]
            return several[0] if len(several) == 1 or (several and all(type(e) is Harmless for e in several)) else None
        return self._annotated_by_library(value) if type(value) is Lib else None

    def _annotated_by_library(self, value: Lib) -> Value | None:
        """What a library's class, or one of `typing`, says as an annotation."""
        name = value.name
        if name in _NUMBERS:
            return NUMBER
        if name.endswith("[]"):
            return self._annotated_by_generic(value, name[:-2])
        if name.startswith(("builtins.", "typing.", "collections.")):
            return None
        said = self.knowledge.canonical(name)
        if self.library.is_number(said):
            return NUMBER
        return Lib(self.knowledge.canonical(f"{said}()"))

    def _annotated_by_generic(self, value: Lib, name: str) -> Value | None:
        """What `name[...]` says: wrappers say what they hold, collections that there is more than one."""
        short = name.rpartition(".")[2]
        if short == "Literal":
            return FIXED
        if short in _WRAPPERS or short in _GENERATORS:
            return self.annotated(_inner(value))
        if short in _COLLECTIONS:
            element = self.annotated(_inner(value))
            return Fresh(Body("list", None, rest=element)) if element is not None else None
        return self.annotated(Lib(name)) if short not in ("Union", "dict", "Dict", "type", "Type") else None


def _inner(value: Lib) -> Value:
    """The first of what stands in the brackets."""
    inner = value.inputs[0] if value.inputs else UNKNOWN
    return inner.body.items[0] if type(inner) is Fresh and inner.body.items else inner
