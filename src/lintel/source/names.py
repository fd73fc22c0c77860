"""Qualified names: the dotted text of what an expression refers to, as far as this file alone can say.

The text is the one that library knowledge uses: `os.environ.get`, `environ.Env()` for the object that a call returns,
`x[]` for an element of it, `:Foo.bar` for what this very module defines, `..models.User` for a relative import as it is
written, `builtins.open`. None means unknown, which is never taken for safe.
"""

from __future__ import annotations

import re
from typing import Any

from lintel.source.lazy import cst
from lintel.source.scopes import Binding, Scope, Scopes
from lintel.source.walk import Walked

_MAX_STEPS = 24
_WRAPPERS = frozenset({"Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "Mapped"})
_DOTTED = re.compile(r"[A-Za-z_][\w.]*\Z")


class Names:
    """Answers `name_of` for the expressions of one file, with memory."""

    def __init__(self, walked: Walked, scopes: Scopes) -> None:
        self._walked = walked
        self._scopes = scopes
        self._memory: dict[int, str | None] = {}
        self._attributes: dict[int, dict[str, list[Any]]] | None = None

    def name_of(self, node: cst.CSTNode) -> str | None:
        """The qualified name of an expression, or None where it is unknown."""
        return self._name(node, _MAX_STEPS)

    def defined_name(self, node: cst.CSTNode) -> str:
        """The dotted name, inside the module, of a class or function definition (`Outer.method.inner`)."""
        parts = [node.name.value]  # type: ignore[attr-defined]
        for above in self._walked.ancestors(node):
            if type(above).__name__ in {"FunctionDef", "ClassDef"}:
                parts.append(above.name.value)  # type: ignore[attr-defined]
        return ".".join(reversed(parts))

    def attribute_values(self, class_node: cst.CSTNode) -> dict[str, list[Any]]:
        """What each attribute of a class is set to, in its body and through `self` in its methods, in source order.

        A parameter's annotation stands in for its value where `self.x = x` takes a parameter over.
        """
        if self._attributes is None:
            self._attributes = self._collect_attributes()
        return self._attributes.get(id(class_node), {})

    def class_around(self, node: cst.CSTNode) -> Any:
        """The class whose method this node stands in (through nested functions), or None."""
        inside_function = False
        for above in self._walked.ancestors(node):
            kind = type(above).__name__
            if kind == "ClassDef":
                return above if inside_function else None
            inside_function = inside_function or kind in {"FunctionDef", "Lambda"}
        return None

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
            others = [each for each in bindings if each.kind != "import" and not _is_fallback(each)]
            return imports[0].qualified if not others else None
        names = {self._of_binding(binding, steps - 1) for binding in bindings if binding.kind != "annotation"}
        annotated = [binding for binding in bindings if binding.annotation is not None]
        if len(names) == 1 and None not in names:
            return names.pop()
        return self._instance(annotated[0].annotation, steps - 1) if len(annotated) == 1 else None

    def _of_binding(self, binding: Binding, steps: int) -> str | None:
        if binding.kind in {"def", "class"}:
            return ":" + self.defined_name(binding.node)
        if binding.kind == "param":
            if self._is_first_of_method(binding):
                return None
            return self._instance(binding.annotation, steps) if binding.annotation is not None else None
        if binding.kind in {"assign", "with"} and binding.value is not None:
            found = self._name(binding.value, steps)
            if found is None and binding.annotation is not None:
                return self._instance(binding.annotation, steps)
            return found
        return None

    def _self_attribute(self, node: Any, steps: int) -> str | None:
        owner = self.class_around(node)
        if owner is None:
            return None
        values = self.attribute_values(owner).get(node.attr.value, [])
        names = {self._name(value, steps - 1) for value in values if not _is_none(value)}
        return names.pop() if len(names) == 1 else None

    def _instance(self, annotation: Any, steps: int) -> str | None:
        """The name of an instance of what an annotation says: `Session` gives `sqlalchemy.orm.Session()`."""
        kind = type(annotation).__name__
        if steps <= 0:
            return None
        if kind == "SimpleString":
            text = annotation.raw_value if hasattr(annotation, "raw_value") else ""
            return self._quoted(text.strip(), annotation, steps)
        if kind == "BinaryOperation":
            sides = [side for side in (annotation.left, annotation.right) if not _is_none(side)]
            return self._instance(sides[0], steps - 1) if len(sides) == 1 else None
        if kind == "Subscript":
            outer = self._name(annotation.value, steps - 1) or ""
            first = getattr(annotation.slice[0].slice, "value", None) if annotation.slice else None
            if outer.rsplit(".", 1)[-1] in _WRAPPERS and first is not None:
                return self._instance(first, steps - 1)
            return f"{outer}()" if outer else None
        name = self._name(annotation, steps - 1)
        return f"{name}()" if name else None

    def _quoted(self, text: str, at: Any, steps: int) -> str | None:
        text = text.removesuffix("| None").removeprefix("None |").strip()
        if not _DOTTED.match(text):
            return None
        head, dot, rest = text.partition(".")
        base = self._of_bindings(self._scopes.lookup(head, self._scopes.scope_of(at)), steps - 1)
        return f"{base}{dot}{rest}()" if base else None

    def _is_first_of_method(self, binding: Binding) -> bool:
        if binding.kind != "param":
            return False
        function = binding.scope.node
        if type(function).__name__ != "FunctionDef":
            return False
        outer: Scope | None = binding.scope.outer
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
            by_class[id(class_node)] = values
        for node in self._walked.of("Assign", "AnnAssign"):
            targets = [each.target for each in node.targets] if type(node).__name__ == "Assign" else [node.target]
            for target in targets:
                if type(target).__name__ != "Attribute" or node.value is None or not self.is_self(target.value):
                    continue
                owner = self.class_around(node)
                if owner is not None:
                    by_class[id(owner)].setdefault(target.attr.value, []).append(node.value)
        return by_class


def _is_none(node: Any) -> bool:
    return type(node).__name__ == "Name" and node.value == "None"


def _is_fallback(binding: Binding) -> bool:
    """Whether a binding only stands in for an import that failed (`yaml = None`, a stub class or function)."""
    return binding.kind in {"def", "class"} or (binding.value is not None and _is_none(binding.value))
