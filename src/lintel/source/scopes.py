"""Scopes and bindings of one file: which name means what, as far as this file alone can say.

LibCST's ScopeProvider and QualifiedNameProvider multiply the cost of parsing by nine; judgements need the answer for a
few names of a file. So bindings are collected once from the walk's lists, and names are looked up when they are asked
for. The rules are those of the language reference, section 4.2: class scopes are not seen from functions and
comprehensions inside them, the first iterable of a comprehension belongs to the scope outside, an assignment expression
in a comprehension binds outside it, `global` and `nonlocal` redirect, type parameters have a scope of their own around
what they belong to, through which the class around is seen.
"""

from __future__ import annotations

import builtins
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from lintel.source.lazy import cst
from lintel.source.walk import Walked

BindingKind = Literal[
    "import", "def", "class", "param", "assign", "annotation", "augmented", "for", "with", "except", "match", "type",
    "del", "global",
]  # fmt: skip

SCOPE_TYPES = frozenset(
    {
        "Module",
        "ClassDef",
        "FunctionDef",
        "Lambda",
        "ListComp",
        "SetComp",
        "DictComp",
        "StarredDictComp",
        "GeneratorExp",
        "TypeParameters",
    }
)
_GENERIC = frozenset({"FunctionDef", "ClassDef", "TypeAlias"})
_COMPREHENSIONS = frozenset({"ListComp", "SetComp", "DictComp", "StarredDictComp", "GeneratorExp"})
_OPENING = (SCOPE_TYPES | _GENERIC) - {"TypeParameters"}
_BUILTINS = frozenset(dir(builtins)) - {"__doc__", "__loader__", "__name__", "__package__", "__spec__"}


@dataclass(slots=True, eq=False)
class Scope:
    """One scope: the node that opens it, the scope around it, and what it binds."""

    node: Any
    outer: Scope | None
    names: dict[str, list[Binding]] = field(default_factory=lambda: defaultdict(list))
    redirected: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The LibCST type name of the node that opens the scope."""
        return type(self.node).__name__

    @property
    def around(self) -> Scope | None:
        """The scope outside, type parameters passed over: a method's is its class."""
        outer = self.outer
        while outer is not None and outer.kind == "TypeParameters":
            outer = outer.outer
        return outer


@dataclass(slots=True, eq=False)
class Binding:
    """One place that gives a name its meaning.

    `value` is the expression bound, where the whole of it is bound to the name (`x = value`, `with value as x`).
    `qualified` is the dotted text of what an import binds. `annotation` is the annotation expression, if any.
    """

    name: str
    kind: BindingKind
    node: Any
    scope: Scope
    value: Any = None
    annotation: Any = None
    qualified: str = ""


def dotted(node: Any) -> str:
    """The text of a dotted name (`a.b.c`) or an empty string for anything else."""
    parts: list[str] = []
    while type(node).__name__ == "Attribute":
        parts.append(node.attr.value)
        node = node.value
    if type(node).__name__ != "Name":
        return ""
    parts.append(node.value)
    return ".".join(reversed(parts))


class Scopes:
    """The scopes of one file, built from its walk."""

    def __init__(self, walked: Walked) -> None:
        self._walked = walked
        self.module = Scope(walked.root, None)
        self._by_node: dict[int, Scope] = {id(walked.root): self.module}
        self._block_scope: dict[int, Scope] = {}
        self._uses: dict[str, list[cst.Name]] | None = None
        self._nonlocal: list[Binding] = []
        self._collect()

    # Which scope

    def scope_of(self, node: cst.CSTNode) -> Scope:
        """The scope this node is evaluated in; a function's decorators and defaults belong to the scope outside."""
        parents = self._walked.parents
        passed: list[int] = []
        below: cst.CSTNode | None = None
        child, above = node, parents.get(id(node))
        found: Scope | None = None
        while above is not None and found is None:
            name = type(above).__name__
            if name == "IndentedBlock":
                found = self._block_scope.get(id(above))
                if found is None:
                    passed.append(id(above))
            if found is None and name in _OPENING:
                found = self._entered(above, child, below, node)
            below, child, above = child, above, parents.get(id(above))
        scope = found or self.module
        for block in passed:
            self._block_scope[block] = scope
        return scope

    def scope(self, node: cst.CSTNode) -> Scope:
        """The scope that this node opens (a module, class, function, lambda or comprehension)."""
        known = self._by_node.get(id(node))
        if known is None:
            known = self._by_node[id(node)] = Scope(node, self._outside(node))
        return known

    def _outside(self, node: Any) -> Scope:
        """The scope around one that is opened."""
        if type(node).__name__ == "TypeParameters":
            return self.scope_of(self._walked.parent(node))  # type: ignore[arg-type]
        parameters = getattr(node, "type_parameters", None)
        return self.scope_of(node) if parameters is None else self.scope(parameters)

    def _entered(self, above: Any, child: Any, below: Any, node: Any) -> Scope | None:
        """The scope that `above` opens around its child on the way to `node`, or None where it opens none there."""
        kind = type(above).__name__
        if kind != "TypeAlias" and _inside(above, child, below, kind):
            return self.scope(above)
        parameters = getattr(above, "type_parameters", None)
        if parameters is None or child is above.name or type(child).__name__ == "Decorator":
            return None
        here: Any = node
        around: Any = self._walked.parent(node)
        while here is not child:
            if type(around).__name__ == "Param" and around.default is here:
                return None
            here, around = around, self._walked.parent(around)
        return self.scope(parameters)

    # What a name means

    def lookup(self, name: str, scope: Scope) -> list[Binding]:
        """The bindings that a name, read in this scope, can have; empty for builtins and unknown names."""
        here: Scope | None = scope
        first = True
        while here is not None:
            redirect = here.redirected.get(name)
            if redirect == "global":
                return self.module.names.get(name, [])
            if (first or here.kind != "ClassDef") and redirect is None and name in here.names:
                return here.names[name]
            first = first and here.kind == "TypeParameters"
            here = here.outer
        return []

    def bindings(self, name: cst.Name) -> list[Binding]:
        """The bindings that this name node can have where it stands."""
        return self.lookup(name.value, self.scope_of(name))

    def is_builtin(self, name: cst.Name) -> bool:
        """Whether the name is a builtin of the language that nothing in the file rebinds."""
        return name.value in _BUILTINS and not self.bindings(name)

    @staticmethod
    def names_builtin(name: str) -> bool:
        """Whether a name that nothing binds is one of the language's builtins."""
        return name in _BUILTINS

    def uses(self, binding: Binding) -> Iterator[cst.Name]:
        """The name nodes that may read this binding, in source order; the binding's own target is left out."""
        if self._uses is None:
            self._uses = defaultdict(list)
            for node in self._walked.of("Name"):
                self._uses[node.value].append(node)
        for node in self._uses.get(binding.name, ()):
            if not self.is_plain_reference(node):
                continue
            if any(each is binding for each in self.bindings(node)):
                yield node

    def is_plain_reference(self, name: cst.Name) -> bool:
        """Whether this name node reads a variable (it is no attribute, keyword, parameter, target or import)."""
        below: Any = name
        above: Any = self._walked.parents.get(id(name))
        kind = type(above).__name__
        if kind == "Attribute":
            return above.value is name and not self._is_module_text(above)
        if kind == "Arg":
            return above.value is name
        while kind in _TARGET_PARTS:
            below, above = above, self._walked.parent(above)
            kind = type(above).__name__
        if kind in _TARGETS:
            return above.target is not below
        if kind in _NAMED:
            return above.name is not name
        if kind == "MatchMapping":
            return above.rest is not name
        return kind not in _NAMING

    def _is_module_text(self, node: Any) -> bool:
        """Whether an attribute is part of the dotted name of a module that is imported."""
        parents = self._walked.parents
        while type(node).__name__ == "Attribute":
            node = parents.get(id(node))
        return type(node).__name__ in _IMPORTING

    def close(self) -> None:
        """Let go of the tree: scopes and bindings point at each other, and a worker runs without garbage collector."""
        for scope in self._by_node.values():
            scope.names.clear()
        self._by_node.clear()
        self._block_scope.clear()
        self._uses = None

    # Building

    def _bind(self, scope: Scope, binding: Binding) -> None:
        redirect = scope.redirected.get(binding.name)
        if redirect == "global":
            scope = self.module
        elif redirect == "nonlocal":
            self._nonlocal.append(binding)  # whose it is shows when all other bindings are known
            return
        binding.scope = scope
        scope.names[binding.name].append(binding)

    def _collect(self) -> None:
        for node in self._walked.of("Global", "Nonlocal"):
            scope, word = self.scope_of(node), type(node).__name__.lower()
            for item in node.names:
                scope.redirected[item.name.value] = word
        self._collect_imports()
        self._collect_definitions()
        self._collect_assignments()
        self._collect_other_targets()
        for binding in self._nonlocal:
            outer = binding.scope.outer
            while outer is not None and (outer.kind == "ClassDef" or binding.name not in outer.names):
                outer = outer.outer
            binding.scope = outer or binding.scope
            binding.scope.names[binding.name].append(binding)

    def _collect_imports(self) -> None:
        for node in self._walked.of("Import", "LazyImport"):
            scope = self.scope_of(node)
            for alias in node.names:
                whole = dotted(alias.name)
                name = alias.asname.name.value if alias.asname else whole.split(".", 1)[0]
                self._bind(scope, Binding(name, "import", node, scope, qualified=whole if alias.asname else name))
        for node in self._walked.of("ImportFrom", "LazyImportFrom"):
            if not isinstance(node.names, (list, tuple)):
                continue
            scope = self.scope_of(node)
            base = imported_from(node)
            for alias in node.names:
                source = alias.name.value
                name = alias.asname.name.value if alias.asname else source
                joint = "" if base.endswith(".") or not base else "."
                self._bind(scope, Binding(name, "import", node, scope, qualified=f"{base}{joint}{source}"))

    def _collect_definitions(self) -> None:
        for node in self._walked.of("FunctionDef", "ClassDef"):
            scope = self.scope_of(node)
            kind: BindingKind = "def" if type(node).__name__ == "FunctionDef" else "class"
            self._bind(scope, Binding(node.name.value, kind, node, scope))
        for node in self._walked.of("Param"):
            owner = self._walked.parent(self._walked.parent(node))  # type: ignore[arg-type]
            if owner is None or type(owner).__name__ not in {"FunctionDef", "Lambda"}:
                continue
            scope = self.scope(owner)
            annotation = node.annotation.annotation if node.annotation else None
            self._bind(scope, Binding(node.name.value, "param", node, scope, annotation=annotation))
        for node in self._walked.of("TypeVar", "TypeVarTuple", "ParamSpec", "TypeAlias"):
            scope = self.scope_of(node)
            self._bind(scope, Binding(node.name.value, "type", node, scope))

    def _collect_assignments(self) -> None:
        for node in self._walked.of("Assign"):
            for target in node.targets:
                self._bind_target(target.target, "assign", node, node.value)
        for node in self._walked.of("AnnAssign"):
            annotation = node.annotation.annotation
            kind: BindingKind = "assign" if node.value is not None else "annotation"
            self._bind_target(node.target, kind, node, node.value, annotation)
        for node in self._walked.of("AugAssign"):
            self._bind_target(node.target, "augmented", node)
        for node in self._walked.of("NamedExpr"):
            scope = self.scope_of(node)
            while scope.kind in _COMPREHENSIONS and scope.outer is not None:
                scope = scope.outer
            if type(node.target).__name__ == "Name":
                self._bind(scope, Binding(node.target.value, "assign", node, scope, node.value))

    def _collect_other_targets(self) -> None:
        for node in self._walked.of("For"):
            self._bind_target(node.target, "for", node)
        for node in self._walked.of("CompFor"):
            self._bind_target(node.target, "for", node)
        for node in self._walked.of("WithItem"):
            if node.asname is not None:
                self._bind_target(node.asname.name, "with", node, node.item)
        for node in self._walked.of("ExceptHandler", "ExceptStarHandler"):
            if node.name is not None:
                self._bind_target(node.name.name, "except", node)
        for node in self._walked.of("MatchAs", "MatchStar"):
            if node.name is not None:
                self._bind_target(node.name, "match", node)
        for node in self._walked.of("MatchMapping"):
            if node.rest is not None:
                self._bind_target(node.rest, "match", node)
        for node in self._walked.of("Del"):
            self._bind_target(node.target, "del", node)

    def _bind_target(
        self, target: Any, kind: BindingKind, node: Any, value: Any = None, annotation: Any = None
    ) -> None:
        if type(target).__name__ == "Name":
            scope = self.scope_of(target)
            self._bind(scope, Binding(target.value, kind, node, scope, value, annotation))
            return
        for name in names_in_target(target):
            scope = self.scope_of(name)
            self._bind(scope, Binding(name.value, kind, node, scope))


_TARGET_PARTS = frozenset({"Element", "List", "StarredElement", "Tuple"})
_TARGETS = frozenset({"AnnAssign", "AugAssign", "CompFor", "For", "NamedExpr"})
_IMPORTING = frozenset({"Import", "ImportAlias", "ImportFrom", "LazyImport", "LazyImportFrom"})
_NAMING = _IMPORTING | {
    "AsName", "AssignTarget", "Del", "MatchAs", "MatchKeywordElement", "MatchStar", "NameItem",
}  # fmt: skip
_NAMED = _GENERIC | {"Param", "ParamSpec", "TypeVar", "TypeVarTuple"}


def names_in_target(target: Any) -> list[cst.Name]:
    """The plain names that an assignment target binds, in source order, through tuples, lists and stars."""
    names: list[cst.Name] = []
    todo = [target]
    while todo:
        node = todo.pop()
        kind = type(node).__name__
        if kind == "Name":
            names.append(node)
        elif kind in {"Tuple", "List"}:
            todo.extend(element.value for element in reversed(node.elements))
        elif kind == "StarredElement":
            todo.append(node.value)
    return names


def imported_from(node: Any) -> str:
    """The module text of a `from` import with its leading dots: `..models`, `.`, `os.path`."""
    return "." * len(node.relative) + (dotted(node.module) if node.module is not None else "")


def _inside(scope_node: Any, child: Any, below: Any, kind: str) -> bool:
    """Whether `child`, a direct child of `scope_node` on the way to a node, is evaluated inside the scope it opens."""
    if kind == "Module":
        return True
    if kind in {"FunctionDef", "ClassDef", "Lambda"}:
        return scope_node.body is child
    return scope_node.for_in is not child or child.iter is not below
