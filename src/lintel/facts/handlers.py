"""Which functions answer requests, and which of their parameters carry what the request says.

Frameworks hand in more than data: the request object, sessions, what a dependency made. Only the rest is input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lintel.knowledge.index import Knowledge
from lintel.source.module import Module

_NOT_DATA = frozenset({"self", "cls", "request", "db", "session"})
_INJECTED = frozenset({"Request", "Response", "HttpRequest", "BackgroundTasks", "WebSocket", "Session", "AsyncSession"})
_DEPENDENCIES = frozenset({"Depends", "Security", "Provide", "Inject"})


def answers_requests(
    function: Any, module: Module, knowledge: Knowledge, base_names: Callable[[Any], Iterable[str]]
) -> bool:
    """Whether a decorator declares the function as an endpoint, or its class's base calls it for a request.

    `base_names` gives the qualified names of what a class of this file inherits from.
    """
    if is_declared_endpoint(function, module, knowledge):
        return True
    owner: Any = owner_of(function, module)
    if owner is None or not owner.bases:
        return False
    rows = knowledge.rows("endpoint-class", ":" + module.names.defined_name(owner), base_names(owner))
    return any(function.name.value in row.get("handlers").split() for row in rows)


def is_declared_endpoint(function: Any, module: Module, knowledge: Knowledge) -> bool:
    """Whether a decorator declares the function as an endpoint."""
    for each in function.decorators:
        callee = each.decorator.func if type(each.decorator).__name__ == "Call" else each.decorator
        name = module.names.name_of(callee)
        if name is not None and knowledge.rows("endpoint", name):
            return True
    return False


def owner_of(function: Any, module: Module) -> Any:
    """The class whose body this function stands in directly, or None."""
    block = module.walked.parent(function)
    owner = module.walked.parent(block) if block is not None else None
    return owner if type(owner).__name__ == "ClassDef" else None


def inputs(function: Any) -> list[Any]:
    """The parameters that carry data: without `self`, `_unused` ones, and what a framework hands in."""
    parameters = function.params
    named = [*parameters.posonly_params, *parameters.params, *parameters.kwonly_params]
    return [each for each in named if not each.name.value.startswith("_") and not _is_handed_in(each)]


def _is_handed_in(parameter: Any) -> bool:
    if parameter.name.value in _NOT_DATA:
        return True
    annotation: Any = getattr(parameter.annotation, "annotation", None)
    words = {_last_word(annotation), _last_word(getattr(parameter.default, "func", None))}
    if type(annotation).__name__ == "Subscript":
        inside = (getattr(each.slice, "value", None) for each in annotation.slice)
        words |= {_last_word(getattr(each, "func", None)) for each in inside}
    return bool(words & (_INJECTED | _DEPENDENCIES))


def _last_word(node: Any) -> str:
    return str(getattr(getattr(node, "attr", node), "value", ""))
