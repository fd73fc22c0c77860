"""What the constructor of each class needs: the objects that it is given, and those that it makes itself.

Two classes of which each needs the other cannot be made, tested or replaced alone, whichever file they stand in. An
object that is made with `self` among its arguments is a part that knows its whole, and is no need.
"""

from __future__ import annotations

from typing import Any

import msgspec

from lintel.facts.owners import Owners
from lintel.source.module import Module


class Construction(msgspec.Struct, frozen=True, array_like=True):
    """The needs of one class: its parameters without default, and the qualified names of what `__init__` makes.

    What the parameters are said to be is told by the function's definition (`facts.definitions`).
    """

    owner: str
    required: tuple[str, ...]
    makes: tuple[str, ...]


def extract_constructions(module: Module, owners: Owners) -> tuple[Construction, ...]:
    """The constructors of a file that need anything, in source order."""
    makes = _made(module, owners)
    found: list[Construction] = []
    for function in module.walked.of("FunctionDef"):
        if function.name.value != "__init__":
            continue
        place = owners.block(module.walked.parent(function))  # type: ignore[arg-type]
        if place.owner is None or place.function is not None:
            continue
        params = function.params
        given = (*params.posonly_params, *params.params, *params.kwonly_params)
        required = tuple(each.name.value for each in given if each.annotation and not each.default)
        made = tuple(makes.get(id(function), ()))
        if required or made:
            found.append(Construction(module.names.defined_name(place.owner), required, made))
    return tuple(found)


def _made(module: Module, owners: Owners) -> dict[int, list[str]]:
    """What each `__init__` makes, by identity of its node: calls of capitalised names that are not handed `self`."""
    found: dict[int, list[str]] = {}
    for call in module.walked.of("Call"):
        name = getattr(call.func, "attr", call.func)
        if not isinstance(getattr(name, "value", None), str) or not name.value[:1].isupper():
            continue
        function = owners.place(call).function
        if function is None or function.name.value != "__init__" or any(_is_self(each.value) for each in call.args):
            continue
        made = module.names.name_of(call.func)
        if made is not None and not made.startswith("builtins."):
            found.setdefault(id(function), []).append(made)
    return found


def _is_self(value: Any) -> bool:
    return type(value).__name__ == "Name" and value.value == "self"
