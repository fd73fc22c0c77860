"""What each function, class body and module body makes use of: attributes of `self`, and names from outside.

An analysis of responsibilities needs to know which methods share data, which functions call each other, and which
classes and libraries they name; no more is kept. The same pass sees how demanding each imported name is used.
"""

from __future__ import annotations

from typing import Any

import msgspec

from lintel.facts.owners import Moment, Owners, Place
from lintel.source.module import Module

_MODULE_KINDS = frozenset({"import", "def", "class", "assign", "annotation", "augmented"})
_OWN = frozenset({"self", "cls"})
_DEMAND: dict[Moment, int] = {"annotation": 0, "deferred": 1, "load": 2}


class Uses(msgspec.Struct, frozen=True, array_like=True):
    """What one function (nested ones included), class body or module body uses, each list sorted.

    `owner` is the dotted name of the function or class, '' for the module. `read` and `written` are attributes of
    `self` or `cls`, `called` those of them that are called, `entered` those whose call a `with` statement enters.
    `names` are qualified names that come from an import or from the module level (`:User`, `requests.get`), with `()`
    after what is called.
    """

    owner: str
    read: tuple[str, ...]
    written: tuple[str, ...]
    called: tuple[str, ...]
    entered: tuple[str, ...]
    names: tuple[str, ...]


class _Seen:
    """The sets of one owner while they grow."""

    __slots__ = ("called", "entered", "names", "read", "written")

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.written: set[str] = set()
        self.called: set[str] = set()
        self.entered: set[str] = set()
        self.names: set[str] = set()


def extract_uses(module: Module, owners: Owners) -> tuple[tuple[Uses, ...], dict[str, Moment]]:
    """The uses of a file in order of first appearance, and for each imported name its most demanding use."""
    return _Pass(module, owners).run()


class _Pass:
    """One pass over the names of a file."""

    def __init__(self, module: Module, owners: Owners) -> None:
        self._module = module
        self._walked = module.walked
        self._owners = owners
        top = module.scopes.module.names
        self._meaning = {name: _meaning(name, bindings) for name, bindings in top.items()}
        self._local_imports = {
            name for node in module.walked.of("ImportFrom", "Import") for name in _bound(node)
        } - self._meaning.keys()
        self._local: dict[int, dict[str, list[Any]]] = {}
        self._seen: dict[int, _Seen] = {}
        self._nodes: dict[int, Any] = {}
        self._demand: dict[str, Moment] = {}

    def run(self) -> tuple[tuple[Uses, ...], dict[str, Moment]]:
        meaning, local = self._meaning, self._local_imports
        is_reference, parents = self._module.scopes.is_plain_reference, self._walked.parents
        for node in self._walked.of("Name"):
            name = node.value
            if name in meaning or name in local:
                if is_reference(node):
                    self._outside(node, name)
            elif name in _OWN:
                above = parents[id(node)]
                if type(above).__name__ == "Attribute" and above.value is node:
                    self._own(node, above)
        names = self._module.names
        found: list[Uses] = []
        for key, seen in self._seen.items():
            owner = self._nodes[key]
            sets = (seen.read, seen.written, seen.called, seen.entered, seen.names)
            found.append(
                Uses(names.defined_name(owner) if owner is not None else "", *(tuple(sorted(each)) for each in sets))
            )
        return tuple(found), self._demand

    def _of(self, place: Place) -> _Seen:
        owner = place.function if place.function is not None else place.owner
        key = id(owner)
        seen = self._seen.get(key)
        if seen is None:
            seen = self._seen[key] = _Seen()
            self._nodes[key] = owner
        return seen

    def _own(self, node: Any, attribute: Any) -> None:
        place = self._owners.place(node)
        if place.function is None or place.owner is None:
            return
        seen = self._of(place)
        name = attribute.attr.value
        above: Any = self._walked.parent(attribute)
        kind = type(above).__name__
        if kind == "AssignTarget" or (kind in {"AnnAssign", "AugAssign"} and above.target is attribute):
            seen.written.add(name)
        else:
            seen.read.add(name)
            if kind == "Call" and above.func is attribute:
                seen.called.add(name)
                if type(self._walked.parent(above)).__name__ == "WithItem":
                    seen.entered.add(name)

    def _outside(self, node: Any, name: str) -> None:
        place = self._owners.place(node)
        qualified = self._meaning.get(name)
        local = self._locals(place).get(name) if place.when == "deferred" else None
        if local is not None:
            qualified = local[0].qualified if local[0].kind == "import" else None
        elif qualified:
            self._remember(name, place.when)
        if qualified:
            self._of(place).names.add(self._chain(node, qualified))

    def _locals(self, place: Place) -> dict[str, list[Any]]:
        """What the outermost function of a place binds itself."""
        if place.function is None:
            return {}
        key = id(place.function)
        known = self._local.get(key)
        if known is None:
            scope = self._module.scopes.scope(place.function)
            known = {name: found for name, found in scope.names.items() if name not in scope.redirected}
            self._local[key] = known
        return known

    def _remember(self, name: str, when: Moment) -> None:
        known = self._demand.get(name)
        if known is None or _DEMAND[when] > _DEMAND[known]:
            self._demand[name] = when

    def _chain(self, node: Any, qualified: str) -> str:
        """The qualified name of the longest attribute chain that starts at this name, `()` where it is called."""
        parents = self._walked.parents
        above: Any = parents.get(id(node))
        while type(above).__name__ == "Attribute" and above.value is node:
            qualified = f"{qualified}.{above.attr.value}"
            node, above = above, parents.get(id(above))
        return f"{qualified}()" if type(above).__name__ == "Call" and above.func is node else qualified


def _meaning(name: str, bindings: list[Any]) -> str:
    """What a module-level name means: what it imports, else `:name` for what the module defines."""
    for binding in bindings:
        if binding.kind == "import":
            return str(binding.qualified)
    return f":{name}" if any(each.kind in _MODULE_KINDS for each in bindings) else ""


def _bound(node: Any) -> list[str]:
    if not isinstance(node.names, (list, tuple)):
        return []
    return [
        each.asname.name.value if each.asname else str(getattr(_root(each.name), "value", "")) for each in node.names
    ]


def _root(node: Any) -> Any:
    while type(node).__name__ == "Attribute":
        node = node.value
    return node
