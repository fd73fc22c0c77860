"""How LibCST's nodes come about in a process that only reads: the checks and guards of construction left out.

Half of the time that parsing takes is spent where the native parser calls the constructors of node types, a million
times for 100,000 lines. Those are constructors of frozen dataclasses: each field is set past a guard against setting
it, and each node then validates itself, though the parser makes valid nodes only (LibCST says so at
`CSTNode.__post_init__`). Plain constructors make parsing a quarter quicker. A process that others share must not have
them: there, code that changes a node or makes an invalid one must still be told. A worker process is ours alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from lintel.source.children import cst_package
from lintel.source.lazy import cst

_GUARDS = ("__setattr__", "__delattr__")


def construct_quickly() -> None:
    """From now on all of LibCST's nodes in this process are made without checks, and can be changed. No way back."""
    kinds = [kind for kind in vars(cst_package()).values() if cst.CSTNode in getattr(kind, "__mro__", ())]
    for kind in kinds:
        for guard in _GUARDS:
            if guard in vars(kind):
                delattr(kind, guard)
        if "__init__" in vars(kind):
            kind.__init__ = _plain_constructor(kind)


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
    exec(source, names)
    constructor: Callable[..., None] = names["__init__"]
    return constructor
