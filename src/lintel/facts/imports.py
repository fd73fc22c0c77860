"""What a file imports: each statement with its names, when it runs, and what the names are used for.

The import graph is built from this, and so is the resolution of names through re-exports. Where an imported name is
used decides what it costs to cut an import: names that only annotations need can move under `TYPE_CHECKING`, names that
only functions need can be imported there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from lintel.facts.owners import Moment
from lintel.source.module import Module
from lintel.source.scopes import dotted, imported_from
from lintel.source.walk import Walked

When = Literal["load", "guarded", "deferred", "typing"]
Kind = Literal["Import", "ImportFrom", "LazyImport", "LazyImportFrom"]
Use = Literal["load", "deferred", "annotation", "unused"]
STAR = "*"


class ImportedName(msgspec.Struct, frozen=True, array_like=True):
    """One name of an import: what it is called there, what it is called here, and where this file uses it.

    `used` is the most demanding use: `load` while the module is loaded, `deferred` inside functions only, `annotation`
    in annotations only, `unused` nowhere (a re-export, or nothing).
    """

    name: str
    bound: str
    used: Use


class Import(msgspec.Struct, frozen=True, array_like=True):
    """One import of one module.

    `module` is the text as written, with leading dots. `import a.b` has one entry in `names`, with an empty name.
    `kind` and `ordinal` say which node it is (an `import a, b` makes two imports of one node). `when` is `guarded`
    for an import that may fail or be passed over while the module loads. `function` is the dotted name of the
    function around it.
    """

    module: str
    names: tuple[ImportedName, ...]
    when: When
    kind: Kind
    ordinal: int
    function: str

    @property
    def star(self) -> bool:
        """Whether this imports every public name."""
        return any(each.name == STAR for each in self.names)


def extract_imports(module: Module, used: Mapping[str, Moment]) -> tuple[Import, ...]:
    """The imports of a file, plain ones first, in source order. `used` is what `facts.uses` saw of bound names."""
    found: list[Import] = []
    walked = module.walked
    for kind, ordinal, node in _nodes(walked, "Import", "LazyImport"):
        when, function = _when(module, node)
        for alias in node.names:
            whole = dotted(alias.name)
            bound = alias.asname.name.value if alias.asname else whole.split(".", 1)[0]
            name = ImportedName("", bound, used.get(bound, "unused"))
            found.append(Import(whole, (name,), when, kind, ordinal, function))
    for kind, ordinal, node in _nodes(walked, "ImportFrom", "LazyImportFrom"):
        when, function = _when(module, node)
        names: list[ImportedName] = []
        if isinstance(node.names, (list, tuple)):
            for alias in node.names:
                bound = alias.asname.name.value if alias.asname else alias.name.value
                names.append(ImportedName(alias.name.value, bound, used.get(bound, "unused")))
        else:
            names.append(ImportedName(STAR, STAR, "load"))
        found.append(Import(imported_from(node), tuple(names), when, kind, ordinal, function))
    return tuple(found)


def _nodes(walked: Walked, *kinds: Kind) -> Iterator[tuple[Kind, int, Any]]:
    for kind in kinds:
        for ordinal, node in enumerate(walked.of(kind)):
            yield kind, ordinal, node


def _when(module: Module, node: Any) -> tuple[When, str]:
    """When an import statement runs, and the dotted name of the function it stands in."""
    when: When = "load"
    below = node
    function: Any = None
    above: Any
    for above in module.walked.ancestors(node):
        kind = type(above).__name__
        if kind == "FunctionDef" and function is None:
            function = above
        elif kind == "If":
            condition = _condition(above.test)
            taken = above.orelse is not below
            if condition == "typing":
                return ("typing", "") if taken else (when, "")
            if condition == "main" and taken:
                when = "deferred"
            elif condition != "not typing" and when == "load":
                when = "guarded"
        elif kind in {"Try", "TryStar"} and when == "load":
            when = "guarded"
        below = above
    if function is not None:
        return "deferred", module.names.defined_name(function)
    return ("deferred" if when != "typing" and type(node).__name__.startswith("Lazy") else when), ""


def _condition(test: Any) -> Literal["typing", "not typing", "main", "other"]:
    """What an `if` at import time asks: for the type checker, for the main program, or something else."""
    kind = type(test).__name__
    if kind == "UnaryOperation" and type(test.operator).__name__ == "Not":
        return "not typing" if _condition(test.expression) == "typing" else "other"
    if kind == "Comparison":
        return "main" if getattr(test.left, "value", None) == "__name__" else "other"
    if kind in {"Name", "Attribute"} and dotted(test).rsplit(".", 1)[-1] == "TYPE_CHECKING":
        return "typing"
    return "typing" if kind in {"Name", "Integer"} and test.value in {"False", "0"} else "other"
