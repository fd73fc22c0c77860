"""What a file defines: classes, functions and module-level names, as values that outlive the tree.

Bases, decorators and annotations are qualified names as `source.names` writes them, so that linking can follow them to
other files. Sizes are counted in statements: they do not depend on formatting, and positions stay unneeded.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal

import msgspec

from lintel.facts.owners import Owners
from lintel.source.annotations import read_annotation
from lintel.source.lazy import cst
from lintel.source.module import Module

Shape = Literal["stub", "delegate", "body"]

_COMPOUND = ("If", "For", "While", "Try", "TryStar", "With", "Match")
_BRANCHES = ("If", "For", "While", "ExceptHandler", "ExceptStarHandler", "MatchCase")
_CONSTANTS = frozenset({"builtins.True", "builtins.False", "builtins.None"})
_SUBSCRIPTS = frozenset({"Optional", "Annotated", "Final", "ClassVar"})


class Decorator(msgspec.Struct, frozen=True, array_like=True):
    """A decorator: its qualified name without the call (or '' where unknown), and its first constant text argument."""

    name: str
    text: str


class Parameter(msgspec.Struct, frozen=True, array_like=True):
    """A parameter and the qualified name of its annotation, without `Optional` and its like; '' where there is none."""

    name: str
    annotation: str


class Function(msgspec.Struct, frozen=True, array_like=True):
    """A function or method, `name` dotted inside its module (`Class.method`, `outer.inner`).

    `owner` is the class it is a method of, or ''. `nested` says that it stands inside another function. `shape` is
    `stub` for a body that does nothing (a declaration), `delegate` for one call that is handed through. `statements`
    and `branches` count those of nested functions too.
    """

    name: str
    ordinal: int
    owner: str
    nested: bool
    is_async: bool
    decorators: tuple[Decorator, ...]
    parameters: tuple[Parameter, ...]
    returns: str
    shape: Shape
    statements: int
    branches: int

    @property
    def short(self) -> str:
        """The last part of the name."""
        return self.name.rsplit(".", 1)[-1]

    def decorated(self, *last: str) -> bool:
        """Whether a decorator's last word is one of these."""
        return any(each.name.rsplit(".", 1)[-1] in last for each in self.decorators)


class Attribute(msgspec.Struct, frozen=True, array_like=True):
    """An attribute that a class sets in its body or through `self`, and the qualified name of its value, or ''."""

    name: str
    value: str


class Class(msgspec.Struct, frozen=True, array_like=True):
    """A class, `name` dotted inside its module; `bases` are qualified names without subscripts ('' where unknown).

    `statements` counts those of its body that stand in no method. `nested` says that it stands inside a function.
    """

    name: str
    ordinal: int
    nested: bool
    bases: tuple[str, ...]
    keywords: tuple[str, ...]
    decorators: tuple[Decorator, ...]
    attributes: tuple[Attribute, ...]
    statements: int


class Alias(msgspec.Struct, frozen=True, array_like=True):
    """A module-level name that stands for something: `get = client.get`, `app = FastAPI()` (`fastapi.FastAPI()`)."""

    name: str
    target: str


class Definitions(msgspec.Struct, frozen=True, array_like=True):
    """Everything that a file defines.

    `variables` are the module-level names bound by assignment; `exports` is `__all__`, or None where there is none that
    can be read; `statements` counts those that stand in no function and no class.
    """

    classes: tuple[Class, ...]
    functions: tuple[Function, ...]
    variables: tuple[str, ...]
    aliases: tuple[Alias, ...]
    exports: tuple[str, ...] | None
    statements: int


def extract_definitions(module: Module, owners: Owners) -> Definitions:
    """The definitions of a file, each kind in source order."""
    statements, branches = _sizes(module, owners)
    classes, owner_names = _classes(module, owners, statements)
    variables, aliases = _variables(module)
    return Definitions(
        classes=classes,
        functions=_functions(module, owners, owner_names, statements, branches),
        variables=variables,
        aliases=aliases,
        exports=_exports(module),
        statements=statements[0],
    )


def _sizes(module: Module, owners: Owners) -> tuple[Counter[int], Counter[int]]:
    """Statements and branches by identity of the outermost function, else of the class, else 0 for the module."""
    statements: Counter[int] = Counter()
    branches: Counter[int] = Counter()
    walked = module.walked
    keys: dict[int, int] = {}
    for kind in ("SimpleStatementLine", "SimpleStatementSuite", *_COMPOUND, "ExceptHandler", "MatchCase"):
        for node in walked.by_type.get(kind, ()):
            above: Any = node if kind == "SimpleStatementSuite" else walked.parents[id(node)]
            key = keys.get(id(above))
            if key is None:
                place = owners.block(above)
                owner = place.function or place.owner
                key = keys[id(above)] = 0 if owner is None else id(owner)
            statements[key] += kind not in {"ExceptHandler", "MatchCase"}
            branches[key] += kind in _BRANCHES
    return statements, branches


def _classes(module: Module, owners: Owners, statements: Counter[int]) -> tuple[tuple[Class, ...], dict[int, str]]:
    names = module.names
    found: list[Class] = []
    owner_names: dict[int, str] = {}
    for ordinal, node in enumerate(module.walked.of("ClassDef")):
        name = owner_names[id(node)] = names.defined_name(node)
        bases = (each.value.value if type(each.value).__name__ == "Subscript" else each.value for each in node.bases)
        found.append(
            Class(
                name=name,
                ordinal=ordinal,
                nested=owners.place(node).function is not None,
                bases=tuple(names.name_of(base) or "" for base in bases),
                keywords=tuple(
                    f"{each.keyword.value}={names.name_of(each.value) or ''}" for each in node.keywords if each.keyword
                ),
                decorators=_decorators(module, node),
                attributes=_attributes(module, node),
                statements=statements[id(node)],
            )
        )
    return tuple(found), owner_names


def _attributes(module: Module, node: Any) -> tuple[Attribute, ...]:
    names = module.names
    found: dict[str, str] = {}
    for name, bindings in module.scopes.scope(node).names.items():
        if any(each.kind in {"assign", "annotation"} for each in bindings):
            annotated = next((each.annotation for each in bindings if each.annotation is not None), None)
            found[name] = _annotation(module, annotated)
    for name, values in names.attribute_values(node).items():
        known = {names.name_of(value) for value in values if getattr(value, "value", "") != "None"}
        found[name] = found.get(name) or (known.pop() or "" if len(known) == 1 else "")
    return tuple(Attribute(name, value) for name, value in found.items())


def _functions(
    module: Module, owners: Owners, owner_names: dict[int, str], statements: Counter[int], branches: Counter[int]
) -> tuple[Function, ...]:
    found: list[Function] = []
    for ordinal, node in enumerate(module.walked.of("FunctionDef")):
        parent: Any = module.walked.parent(node)
        nested = owners.block(parent).function is not None
        place = owners.block(parent)
        found.append(
            Function(
                name=module.names.defined_name(node),
                ordinal=ordinal,
                owner="" if nested or place.owner is None else owner_names[id(place.owner)],
                nested=nested,
                is_async=node.asynchronous is not None,
                decorators=_decorators(module, node),
                parameters=_parameters(module, node.params),
                returns=_annotation(module, node.returns.annotation if node.returns else None),
                shape=_shape(node),
                statements=statements[id(node)],
                branches=branches[id(node)],
            )
        )
    return tuple(found)


def _decorators(module: Module, node: Any) -> tuple[Decorator, ...]:
    found: list[Decorator] = []
    for each in node.decorators:
        callee, text = each.decorator, ""
        if type(callee).__name__ == "Call":
            first = next(iter(callee.args), None)
            if first is not None and type(first.value).__name__ == "SimpleString":
                text = first.value.raw_value
            callee = callee.func
        found.append(Decorator(module.names.name_of(callee) or "", text))
    return tuple(found)


def _parameters(module: Module, parameters: Any) -> tuple[Parameter, ...]:
    found: list[Parameter] = []
    stars = (parameters.star_arg, *parameters.kwonly_params, parameters.star_kwarg)
    for each in (*parameters.posonly_params, *parameters.params, *stars):
        if type(each).__name__ == "Param":
            annotation = each.annotation.annotation if each.annotation is not None else None
            found.append(Parameter(f"{each.star or ''}{each.name.value}", _annotation(module, annotation)))
    return tuple(found)


def _annotation(module: Module, node: Any) -> str:
    """The qualified name that an annotation is about, without `Optional`, `Annotated` and `| None`; or ''."""
    while node is not None:
        kind = type(node).__name__
        if kind == "Subscript":
            outer = getattr(node.value, "attr", node.value)
            if getattr(outer, "value", "") not in _SUBSCRIPTS or not node.slice:
                node = node.value
            else:
                node = getattr(node.slice[0].slice, "value", None)
        elif kind == "BinaryOperation":
            node = node.left if getattr(node.left, "value", None) != "None" else node.right
        elif kind in {"SimpleString", "ConcatenatedString"}:
            return _quoted(module, node)
        else:
            return module.names.name_of(node) or ""
    return ""


def _quoted(module: Module, node: Any) -> str:
    """What `_annotation` says, of quoted text."""
    form = read_annotation(node)
    while form.kind in {"subscript", "union"}:
        if form.kind == "union":
            form = next((side for side in form.parts if side.kind != "none"), form.parts[0])
        elif form.name.rpartition(".")[2] in _SUBSCRIPTS and form.parts:
            form = form.parts[0]
        else:
            break
    if form.kind == "none":
        return "builtins.None"
    return (module.names.name_in(form.name, node) or "") if form.name else ""


def _shape(function: Any) -> Shape:
    body = function.body.body
    simple = [
        small for line in body for small in (line.body if type(line).__name__ == "SimpleStatementLine" else (line,))
    ]
    if simple and _is_text(simple[0]):
        simple = simple[1:]
    if all(_does_nothing(each) for each in simple):
        return "stub"
    if len(simple) == 1 and type(simple[0]).__name__ in {"Return", "Expr"}:
        value = simple[0].value
        value = value.expression if type(value).__name__ == "Await" else value
        return "delegate" if type(value).__name__ == "Call" else "body"
    return "body"


def _is_text(statement: Any) -> bool:
    value = getattr(statement, "value", None) if type(statement).__name__ == "Expr" else None
    return type(value).__name__ in {"SimpleString", "ConcatenatedString"}


def _does_nothing(statement: cst.CSTNode) -> bool:
    kind = type(statement).__name__
    if kind == "Pass" or _is_text(statement):
        return True
    if kind == "Expr":
        return type(statement.value).__name__ == "Ellipsis"  # type: ignore[attr-defined]
    if kind == "Raise":
        raised = getattr(statement.exc, "func", statement.exc)  # type: ignore[attr-defined]
        return getattr(raised, "value", "") == "NotImplementedError"
    value = getattr(statement, "value", None)
    return kind == "Return" and (value is None or (type(value).__name__ == "Name" and value.value == "None"))


def _variables(module: Module) -> tuple[tuple[str, ...], tuple[Alias, ...]]:
    variables: list[str] = []
    aliases: list[Alias] = []
    for name, bindings in module.scopes.module.names.items():
        values = [each for each in bindings if each.kind in {"assign", "annotation", "augmented"}]
        if not values:
            continue
        variables.append(name)
        if len(bindings) == 1 and values[0].value is not None:
            target = module.names.name_of(values[0].value)
            if target is not None and target not in _CONSTANTS:
                aliases.append(Alias(name, target))
    return tuple(variables), tuple(aliases)


def _exports(module: Module) -> tuple[str, ...] | None:
    """The names of `__all__`, from lists and sums of lists; None where there is none or a part cannot be read."""
    bindings = [each for each in module.scopes.module.names.get("__all__", ()) if each.kind != "annotation"]
    found: list[str] = []
    for binding in bindings:
        value = binding.value if binding.kind == "assign" else getattr(binding.node, "value", None)
        todo: list[Any] = [value]
        while todo:
            node = todo.pop()
            if type(node).__name__ == "BinaryOperation":
                todo += [node.right, node.left]
            elif type(node).__name__ in {"List", "Tuple"}:
                texts = [each.value for each in node.elements]
                found += [each.raw_value for each in texts if type(each).__name__ == "SimpleString"]
            else:
                return None
    return tuple(found) if bindings else None
