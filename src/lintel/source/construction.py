"""How LibCST's nodes come about in a process that only reads: the checks and guards of construction left out.

Half of the time that parsing takes is spent where the native parser calls the constructors of node types, a million
times for 100,000 lines. Those are constructors of frozen dataclasses: each field is set past a guard against setting
it, and each node then validates itself, though the parser makes valid nodes only (LibCST says so at
`CSTNode.__post_init__`). Plain constructors make parsing a quarter quicker. They also make LibCST's import twice as
quick, which writes five methods for each of 175 dataclasses: the constructor is the only one of them that reading
takes. A process that others share must not have them: there, code that changes a node or makes an invalid one must
still be told. A worker process is ours alone.

Before each of those calls the native parser imports the package `libcst` anew (`PyImport_Import`), by way of the
`__import__` that it finds through the globals of the innermost Python frame. Those are the globals of one module of
LibCST, whose own functions keep the builtins they were made with; so there, importing can be made to do nothing.

Half of all nodes are a space, no space, a line end or a dot between two names: one of a kind serves for all of them.
"""

from __future__ import annotations

import builtins
import dataclasses
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from lintel.source.children import cst_package
from lintel.source.lazy import cst

_ALIKE = ("SimpleWhitespace", "Newline", "Dot", "AssignEqual")  # makers that the parser calls with few values
_KEPT = 1024
_GUARDS = ("__setattr__", "__delattr__")


def construct_quickly() -> None:
    """From now on all of LibCST's nodes in this process are made without checks, and can be changed. No way back.

    Those without meaning may be one object in many places; their makers in the package `libcst` are no classes then.
    """
    if "libcst" in sys.modules:
        _replace_constructors()
    else:
        with _plain_dataclasses():
            cst_package()
    _spare_imports()
    for name in _ALIKE:
        maker = getattr(cst_package(), name)
        setattr(cst_package(), name, lru_cache(maxsize=_KEPT)(maker))


def _spare_imports() -> None:
    """Let the parser's own imports do nothing: `sys.audit` is what costs least and takes any arguments."""
    calling_the_parser = importlib.import_module("libcst._parser.entrypoints")
    vars(calling_the_parser)["__builtins__"] = {**vars(builtins), "__import__": sys.audit}


def _replace_constructors() -> None:
    kinds = [kind for kind in vars(cst_package()).values() if cst.CSTNode in getattr(kind, "__mro__", ())]
    for kind in kinds:
        for guard in _GUARDS:
            if guard in vars(kind):
                delattr(kind, guard)
        if "__init__" in vars(kind):
            kind.__init__ = _plain_constructor(kind)


@contextmanager
def _plain_dataclasses() -> Iterator[None]:
    """While this is open, frozen dataclasses of LibCST's nodes are made with a plain constructor and nothing else."""
    ordinary = dataclasses.dataclass

    def dataclass(kind: type[Any] | None = None, **how: Any) -> Any:
        if kind is None:
            return lambda kind: dataclass(kind, **how)
        if not (how.get("frozen") and kind.__module__.startswith("libcst._nodes.")):
            return ordinary(kind, **how)
        made: Any = ordinary(kind, **{**how, "init": False, "repr": False, "eq": False, "frozen": False})
        made.__init__ = _plain_constructor(made)
        return made

    setattr(dataclasses, "dataclass", dataclass)  # noqa: B010 - to a type checker no function can be replaced
    try:
        yield
    finally:
        setattr(dataclasses, "dataclass", ordinary)  # noqa: B010


def _plain_constructor(kind: type[Any]) -> Callable[..., None]:
    """Write an `__init__` that sets the fields and does nothing else; it takes what the dataclass's own takes."""
    names: dict[str, Any] = {"MISSING": dataclasses.MISSING}
    parameters, body = ["self"], []
    for field in dataclasses.fields(kind):
        name = field.name
        if field.default is not dataclasses.MISSING:
            names[f"default_{name}"] = field.default
            parameters.append(f"{name}=default_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            names[f"make_{name}"] = field.default_factory
            parameters.append(f"{name}=MISSING")
            body.append(f"    if {name} is MISSING:\n        {name} = make_{name}()")
        else:
            parameters.append(name)
        body.append(f"    self.{name} = {name}")
    source = f"def __init__({', '.join(parameters)}):\n" + ("\n".join(body) or "    pass")
    exec(source, names)  # lintel: ignore[code-injection] -- names of fields, which are identifiers
    constructor: Callable[..., None] = names["__init__"]
    return constructor
