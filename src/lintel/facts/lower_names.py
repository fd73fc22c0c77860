"""Which names each scope of a file binds, found before it is lowered: a name read on line 1 may be bound on line 9.

Statements are looked through for each scope; bindings that hide in expressions (walrus, comprehension variables), in
patterns and in type parameters are rare, so they are found from the lists of the walk, and climb to their scope.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from lintel.source.children import cst_package
from lintel.source.lazy import cst
from lintel.source.walk import Walked

Attribute = cst.Attribute
ClassDef = cst.ClassDef
CompFor = cst.CompFor
CompIf = cst.CompIf
Element = cst.Element
FunctionDef = cst.FunctionDef
If = cst.If
Lambda = cst.Lambda
List = cst.List
Name = cst.Name
SimpleStatementLine = cst.SimpleStatementLine
StarredElement = cst.StarredElement
Tuple = cst.Tuple


class Bound(NamedTuple):
    """What the statements of one scope say about names; names in a stable order."""

    names: dict[str, None]
    globals: list[str]
    nonlocals: list[str]


class Hidden(NamedTuple):
    """Bindings of one scope that its statements do not show.

    Attributes:
        names: bound by `:=` and by patterns; they are variables of the scope.
        own: for each CompFor and TypeParameters (by identity) the names that exist only inside of it.
        hazards: names that an expression reads before a `:=` further right in it binds them.
    """

    names: list[str]
    own: list[tuple[int, list[str]]]
    hazards: set[str]


def target_names(target: Any, names: dict[str, None]) -> None:
    """Add the names that an assignment target binds, in source order."""
    stack = [target]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is Name:
            names[node.value] = None
        elif kind is Tuple or kind is List:
            stack += reversed(node.elements)
        elif kind is Element or kind is StarredElement:
            stack.append(node.value)


def bound_names(body: Sequence[Any]) -> Bound:
    """What the statements of a module, class or function bind, nested blocks included, nested scopes not."""
    found = Bound({}, [], [])
    simple, compound = _tables()
    names = found.names
    stack: list[Sequence[Any]] = [body]
    while stack:
        for node in stack.pop():
            kind = type(node)
            if kind is SimpleStatementLine:
                for statement in node.body:
                    bind = simple.get(type(statement))
                    if bind is not None:
                        bind(statement, found)
            elif kind in compound:
                stack += compound[kind](node, names)
            elif kind in simple:
                simple[kind](node, found)
    return found


def hidden_names(walked: Walked) -> dict[int, Hidden]:
    """The hidden bindings of each scope that has any, by the identity of its Module, ClassDef, FunctionDef, Lambda."""
    found: dict[int, Hidden] = {}

    def hidden(node: Any) -> Hidden:
        return found.setdefault(id(scope_of(walked, node)), Hidden([], [], set()))

    for node in walked.of("NamedExpr", "MatchAs", "MatchStar", "MatchMapping"):
        name = getattr(node, _NAME_FIELDS[type(node).__name__])
        if name is not None:
            hidden(node).names.append(name.value)
    for node in walked.of("CompFor"):
        names: dict[str, None] = {}
        target_names(node.target, names)
        hidden(node).own.append((id(node), list(names)))
    for node in walked.of("TypeParameters"):
        hidden(node).own.append((id(node), [each.param.name.value for each in node.params]))
    for node in walked.of("NamedExpr"):
        if _is_hazard(walked, node):
            hidden(node).hazards.add(node.target.value)
    return found


_NAME_FIELDS = {"NamedExpr": "target", "MatchAs": "name", "MatchStar": "name", "MatchMapping": "rest"}


def scope_of(walked: Walked, node: cst.CSTNode) -> cst.CSTNode:
    """The innermost scope in which this node is evaluated (defaults, decorators, bases: outside of their owner).

    Comprehensions are no scopes here: their variables are hidden names of the scope around them.
    """
    scopes = (FunctionDef, ClassDef, Lambda)
    below = node
    for above in walked.ancestors(node):
        if type(above) in scopes and getattr(above, "body", None) is below:
            return above
        below = above
    return below


def _is_hazard(walked: Walked, walrus: cst.NamedExpr) -> bool:
    """Whether the statement names the target of this `:=` before it, so that registers would be read too late."""
    if type(walrus.target) is not Name:
        return False
    above: cst.CSTNode = walrus
    for above in walked.ancestors(walrus):
        if type(above) in (CompIf, CompFor):
            return False
        if isinstance(above, cst.BaseStatement | cst.BaseSmallStatement | cst.Lambda):
            break
    names = walked.of("Name")
    for index in range(walked.ordinal(walrus.target) - 1, -1, -1):
        if above not in walked.ancestors(names[index]):
            return False
        if names[index].value == walrus.target.value:
            return True
    return False


_Simple = Callable[[Any, Bound], None]
_Compound = Callable[[Any, dict[str, None]], list[Any]]


@cache
def _tables() -> tuple[dict[type, _Simple], dict[type, _Compound]]:
    return _by_type(_SIMPLE), _by_type(_COMPOUND)


def _by_type(named: dict[str, Any]) -> dict[type, Any]:
    package = cst_package()
    return {getattr(package, name): value for name, value in named.items() if hasattr(package, name)}


def _assign(node: cst.Assign, found: Bound) -> None:
    for each in node.targets:
        target = each.target
        if type(target) is Name:
            found.names[target.value] = None
        else:
            target_names(target, found.names)


def _target(node: Any, found: Bound) -> None:
    target_names(node.target, found.names)


def _import(node: Any, found: Bound) -> None:
    if isinstance(node.names, cst.ImportStar):
        return
    for alias in node.names:
        if alias.asname is not None:
            target_names(alias.asname.name, found.names)
        else:
            name = alias.name
            while type(name) is Attribute:
                name = name.value
            found.names[name.value] = None


def _type_alias(node: cst.TypeAlias, found: Bound) -> None:
    found.names[node.name.value] = None


def _global(node: cst.Global, found: Bound) -> None:
    found.globals.extend(item.name.value for item in node.names)


def _nonlocal(node: cst.Nonlocal, found: Bound) -> None:
    found.nonlocals.extend(item.name.value for item in node.names)


def _definition(node: Any, names: dict[str, None]) -> list[Any]:
    names[node.name.value] = None
    return []


def _if(node: cst.If, _names: dict[str, None]) -> list[Any]:
    orelse = node.orelse
    if orelse is None:
        return [node.body.body]
    return [(orelse,) if type(orelse) is If else orelse.body.body, node.body.body]


def _while(node: cst.While, _names: dict[str, None]) -> list[Any]:
    return _bodies(node.orelse, node)


def _for(node: cst.For, names: dict[str, None]) -> list[Any]:
    target_names(node.target, names)
    return _bodies(node.orelse, node)


def _with(node: cst.With, names: dict[str, None]) -> list[Any]:
    for item in node.items:
        if item.asname is not None:
            target_names(item.asname.name, names)
    return [node.body.body]


def _try(node: cst.Try | cst.TryStar, names: dict[str, None]) -> list[Any]:
    for handler in node.handlers:
        if handler.name is not None:
            target_names(handler.name.name, names)
    return _bodies(node.finalbody, node.orelse, *reversed(node.handlers), node)


def _match(node: cst.Match, _names: dict[str, None]) -> list[Any]:
    return _bodies(*reversed(node.cases))


def _bodies(*owners: Any) -> list[Any]:
    return [owner.body.body for owner in owners if owner is not None]


_SIMPLE: dict[str, _Simple] = {
    "Assign": _assign,
    "AnnAssign": _target,
    "AugAssign": _target,
    "Del": _target,
    "Import": _import,
    "ImportFrom": _import,
    "LazyImport": _import,
    "LazyImportFrom": _import,
    "TypeAlias": _type_alias,
    "Global": _global,
    "Nonlocal": _nonlocal,
}

_COMPOUND: dict[str, _Compound] = {
    "FunctionDef": _definition,
    "ClassDef": _definition,
    "If": _if,
    "While": _while,
    "For": _for,
    "With": _with,
    "Try": _try,
    "TryStar": _try,
    "Match": _match,
}
