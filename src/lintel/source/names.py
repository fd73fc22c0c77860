"""Qualified names: the dotted text of what an expression refers to, as far as this file alone can say.

The text is the one that library knowledge uses: `os.environ.get`, `environ.Env()` for the object that a call returns,
`x[]` for an element of it, `:Foo.bar` for what this very module defines, `..models.User` for a relative import as it is
written, `builtins.open`. None means unknown, which is never taken for safe.
"""

from __future__ import annotations

from typing import Any

from lintel.source.annotations import Form, read_annotation
from lintel.source.lazy import cst
from lintel.source.scopes import SCOPE_TYPES, Binding, Scope, Scopes
from lintel.source.walk import Walked

_MAX_STEPS = 24
_WRAPPERS = frozenset({"Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "Mapped"})
_CLASS_OBJECTS = frozenset({"builtins.type", "typing.Type"})
_ALIASES = frozenset({"BinaryOperation", "ConcatenatedString", "SimpleString", "Subscript"})


class Names:
    """Answers `name_of` for the expressions of one file, with memory."""

    def __init__(self, walked: Walked, scopes: Scopes) -> None:
        self._walked = walked
        self._scopes = scopes
        self._memory: dict[int, str | None] = {}
        self._attributes: dict[int, dict[str, list[Any]]] | None = None
        self._annotations: dict[tuple[int, str], list[Any]] = {}

    def name_of(self, node: cst.CSTNode) -> str | None:
        """The qualified name of an expression, or None where it is unknown."""
        return self._name(node, _MAX_STEPS)

    def name_in(self, text: str, node: cst.CSTNode) -> str | None:
        """The qualified name of a dotted text, read in the scope that a node stands in: quoted text has no nodes."""
        return self._dotted(text, self._scopes.scope_of(node), _MAX_STEPS)

    def defined_name(self, node: cst.CSTNode) -> str:
        """The dotted name, inside the module, of a class or function definition (`Outer.method.inner`)."""
        parts = [node.name.value]  # type: ignore[attr-defined]
        for above in self._walked.ancestors(node):
            if type(above).__name__ in {"FunctionDef", "ClassDef"}:
                parts.append(above.name.value)  # type: ignore[attr-defined]
        return ".".join(reversed(parts))

    def attribute_values(self, class_node: cst.CSTNode) -> dict[str, list[Any]]:
        """What each attribute of a class is set to, in its body and through `self` in its methods, in source order."""
        if self._attributes is None:
            self._attributes = self._collect_attributes()
        return self._attributes.get(id(class_node), {})

    def is_self(self, node: cst.CSTNode) -> bool:
        """Whether this is the name of the first parameter of the method around it (`self`, `cls`)."""
        if type(node).__name__ != "Name":
            return False
        bindings = self._scopes.bindings(node)  # type: ignore[arg-type]
        return len(bindings) == 1 and self._is_first_of_method(bindings[0])

    # By kind of expression

    def _name(self, node: Any, steps: int) -> str | None:
        key = id(node)
        if key in self._memory:
            return self._memory[key]
        if steps <= 0:
            return None
        self._memory[key] = None  # what refers to itself is unknown
        found = self._memory[key] = self._find(node, steps)
        return found

    def _find(self, node: Any, steps: int) -> str | None:
        suffix: list[str] = []
        while True:
            kind = type(node).__name__
            if kind == "Attribute":
                if type(node.value).__name__ == "Name" and self.is_self(node.value):
                    base = self._self_attribute(node, steps)
                    break
                suffix.append("." + node.attr.value)
                node = node.value
            elif kind == "Call":
                suffix.append("()")
                node = node.func
            elif kind == "Await":
                node = node.expression
            elif kind == "Subscript":
                suffix.append("[]")
                node = node.value
            elif kind == "NamedExpr":
                node = node.value
            elif kind == "Name":
                base = self._plain(node, steps)
                break
            else:
                return None
        return None if base is None else base + "".join(reversed(suffix))

    def _plain(self, node: Any, steps: int) -> str | None:
        bindings = self._scopes.bindings(node)
        if not bindings:
            return f"builtins.{node.value}" if self._scopes.is_builtin(node) else None
        return self._of_bindings(bindings, steps)

    def _of_bindings(self, bindings: list[Binding], steps: int) -> str | None:
        imports = [binding for binding in bindings if binding.kind == "import"]
        if imports:
            others = (each for each in bindings if each.kind != "import")
            return self._imported(imports) if all(self._is_fallback(each, imports) for each in others) else None
        names = {self._of_binding(binding, steps - 1) for binding in bindings if binding.kind != "annotation"}
        if len(names) == 1 and None not in names:
            return names.pop()
        annotated = [binding for binding in bindings if binding.annotation is not None]
        if len(annotated) != 1:
            return None
        if annotated[0].kind == "param":
            return self._of_binding(annotated[0], steps - 1)
        return self._instance_at(annotated[0].annotation, steps - 1)

    def _imported(self, imports: list[Binding]) -> str:
        """What several imports of one name mean: the first was preferred, unless a later one surely replaces it."""
        first = imports[0].qualified
        for later in imports[1:]:
            if later.qualified != first and not self._is_conditional(later):
                first = later.qualified
        return first

    def _is_fallback(self, binding: Binding, imports: list[Binding]) -> bool:
        """Whether a binding only stands in for an import that fails or is left out.

        `yaml = None` does, wherever it stands; a definition does under a condition; any other value in the `except` or
        `else` that belongs to the import.
        """
        if binding.value is not None and _is_none(binding.value):
            return True
        if binding.kind in {"def", "class"}:
            return self._is_conditional(binding)
        around = {id(above) for each in imports for above in self._walked.ancestors(each.node)}
        for above in self._walked.ancestors(binding.node):
            if type(above).__name__ in {"ExceptHandler", "Else"}:
                return id(self._walked.parent(above)) in around
        return False

    def _is_conditional(self, binding: Binding) -> bool:
        """Whether a binding stands in a branch, so that it may not happen."""
        for above in self._walked.ancestors(binding.node):
            kind = type(above).__name__
            if kind in _BRANCHES:
                return True
            if kind in SCOPE_TYPES:
                return False
        return False

    def _of_binding(self, binding: Binding, steps: int) -> str | None:
        if binding.kind in {"def", "class"}:
            return ":" + self.defined_name(binding.node)
        if binding.kind == "param":
            star = binding.node.star
            if binding.annotation is None or self._is_first_of_method(binding):
                return _STARRED.get(star)
            return _STARRED.get(star) or self._instance_at(binding.annotation, steps)
        if binding.kind in {"assign", "with"} and binding.value is not None:
            found = self._name(binding.value, steps)
            if found is None and binding.annotation is not None:
                return self._instance_at(binding.annotation, steps)
            return found
        return None

    def _self_attribute(self, node: Any, steps: int) -> str | None:
        owner = self._class_of_self(node.value)
        if owner is None:
            return None
        name = node.attr.value
        values = self.attribute_values(owner).get(name, [])
        names = {self._name(value, steps - 1) for value in values if not _is_none(value)}
        if len(names) == 1 and None not in names:
            return names.pop()
        annotations = self._annotations.get((id(owner), name), [])
        return self._instance_at(annotations[0], steps - 1) if len(annotations) == 1 else None

    # Annotations

    def _instance_at(self, annotation: Any, steps: int) -> str | None:
        """The name of an instance of what an annotation says: `Session` gives `sqlalchemy.orm.Session()`."""
        return self._instance(read_annotation(annotation), self._scopes.scope_of(annotation), steps)

    def _instance(self, said: Form, scope: Scope, steps: int) -> str | None:
        said = said.wanted()
        if steps <= 0 or not said.name:
            return None
        if said.kind == "name":
            aliased = self._aliased(said.name, scope)
            if aliased is not None:
                return self._instance_at(aliased, steps - 1)
        name = self._dotted(said.name, scope, steps - 1)
        last = name.rpartition(".")[2] if name is not None else ""
        if said.parts and last in _WRAPPERS:
            return self._instance(said.parts[0], scope, steps - 1)
        if said.parts and last == "Union":
            return self._instance(Form("union", parts=said.parts), scope, steps - 1)
        if said.parts and name in _CLASS_OBJECTS:
            inner = said.parts[0]
            return self._dotted(inner.name, scope, steps - 1) if inner.kind == "name" else None
        return f"{name}()" if name is not None and not name.endswith(("()", "[]")) else None

    def _aliased(self, name: str, scope: Scope) -> Any:
        """The annotation that a name of this file stands for (`Db = Annotated[Session, ...]`, `type Db = ...`)."""
        bindings = self._scopes.lookup(name, scope)
        if len(bindings) != 1 or bindings[0].kind not in {"assign", "type"}:
            return None
        value = bindings[0].value if bindings[0].kind == "assign" else getattr(bindings[0].node, "value", None)
        is_alias = bindings[0].kind == "type" or type(value).__name__ in _ALIASES
        return value if is_alias else None

    def _dotted(self, text: str, scope: Scope, steps: int) -> str | None:
        """The qualified name of a dotted text that is read in a scope."""
        head, dot, rest = text.partition(".")
        bindings = self._scopes.lookup(head, scope)
        if bindings:
            base = self._of_bindings(bindings, steps)
        else:
            base = f"builtins.{head}" if self._scopes.names_builtin(head) else None
        return f"{base}{dot}{rest}" if base is not None else None

    # Classes and their attributes

    def _class_of_self(self, name: Any) -> Any:
        """The class whose method has this name node as its first parameter."""
        around = self._scopes.bindings(name)[0].scope.around
        return None if around is None else around.node

    def _is_first_of_method(self, binding: Binding) -> bool:
        if binding.kind != "param":
            return False
        function = binding.scope.node
        if type(function).__name__ != "FunctionDef":
            return False
        outer = binding.scope.around
        parameters = function.params
        first = next(iter((*parameters.posonly_params, *parameters.params)), None)
        if outer is None or outer.kind != "ClassDef" or first is not binding.node:
            return False
        return not any(getattr(each.decorator, "value", None) == "staticmethod" for each in function.decorators)

    def _collect_attributes(self) -> dict[int, dict[str, list[Any]]]:
        by_class: dict[int, dict[str, list[Any]]] = {}
        for class_node in self._walked.of("ClassDef"):
            values: dict[str, list[Any]] = {}
            for name, bindings in self._scopes.scope(class_node).names.items():
                given = [each.value for each in bindings if each.kind == "assign" and each.value is not None]
                if given:
                    values[name] = given
                for each in bindings:
                    self._annotate(class_node, name, each.annotation)
            by_class[id(class_node)] = values
        for node in self._walked.of("Assign", "AnnAssign"):
            targets = [each.target for each in node.targets] if type(node).__name__ == "Assign" else [node.target]
            for target in targets:
                if type(target).__name__ != "Attribute" or not self.is_self(target.value):
                    continue
                owner, name = self._class_of_self(target.value), target.attr.value
                if node.value is not None:
                    by_class[id(owner)].setdefault(name, []).append(node.value)
                if type(node).__name__ == "AnnAssign":
                    self._annotate(owner, name, node.annotation.annotation)
        return by_class

    def _annotate(self, class_node: Any, attribute: str, annotation: Any) -> None:
        if annotation is not None:
            self._annotations.setdefault((id(class_node), attribute), []).append(annotation)


_BRANCHES = frozenset(
    {"If", "Else", "Try", "TryStar", "ExceptHandler", "ExceptStarHandler", "While", "For", "MatchCase"}
)
_STARRED = {"*": "builtins.tuple()", "**": "builtins.dict()"}


def _is_none(node: Any) -> bool:
    return type(node).__name__ == "Name" and node.value == "None"
