"""Constants and readers: where a file uses what looks like a configured constant, and which functions read for others.

Whether a constant is an address, or only said in a message, is often decided in another file; and a project's own
`get_env(name, default)` is a way to read the environment like any library's. Both are kept as names and places, never
as values: a credential must not reach the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from lintel.facts.places import Place, place_of
from lintel.source.module import Module
from lintel.source.scopes import dotted

_WORTH_KEEPING = re.compile(
    r"URL|URI|HOST|PORT\b|PORT_|ADDR|ENDPOINT|DSN|SERVER|DOMAIN|BASE|API|PATH|DIR|KEY|TOKEN|SECRET|PASS|PWD|CRED|MAIL|"
    r"REGION|BUCKET|BROKER|QUEUE|HOOK|CONNECTION|DATABASE|_DB|SITE|ORIGIN|CLUSTER|PROXY|GATEWAY|REGISTRY|SALT"
)
_DEFAULT_PARAMETER = re.compile(r"default|fallback|otherwise", re.I)


class ConstantUse(msgspec.Struct, frozen=True, array_like=True):
    """One use of an upper-case name: `kind` is the place's (`facts.places`).

    `name` is the qualified name: `:API_URL` for a constant of this module, `pkg.constants.API_URL` for an imported one.
    `callee` is the qualified name of what it is passed to (or as written), `slot` its keyword or position there, or the
    name that it is bound to.
    """

    name: str
    kind: str
    callee: str = ""
    slot: str = ""


class Reader(msgspec.Struct, frozen=True, array_like=True):
    """A function that looks something up under a name it is given and has a default: a candidate for a config reader.

    `parameters` are its parameters by position (`self` left out); `name` and `default` are those that play the parts;
    `reads` are the qualified names of the lookups that the name reaches.
    """

    function: str
    parameters: tuple[str, ...]
    name: str
    default: str
    reads: tuple[str, ...]


class Constants(msgspec.Struct, frozen=True, array_like=True):
    """The constant uses of a file, each once, and its readers."""

    uses: tuple[ConstantUse, ...] = ()
    readers: tuple[Reader, ...] = ()


def extract_constants(module: Module) -> Constants:
    """The constant uses and readers of a file."""
    uses = sorted(set(_uses(module)), key=lambda use: (use.name, use.kind, use.callee, use.slot))
    return Constants(tuple(uses), tuple(_readers(module)))


def use_of(place: Place, module: Module, name: str) -> ConstantUse:
    """The use of a name at a place."""
    callee = slot = ""
    if place.kind == "argument" and place.target is None:
        callee = module.names.name_of(place.callee) or dotted(place.callee)
        slot = place.keyword if place.keyword is not None else str(place.position)
    elif place.kind in {"bound", "default", "returned"}:
        slot = place.name
    return ConstantUse(name, place.kind, callee, slot)


# Uses


def _uses(module: Module) -> Iterator[ConstantUse]:
    top = module.scopes.module.names
    wanted: dict[str, str] = {}
    for name, bindings in top.items():
        if name.upper() == name and (_WORTH_KEEPING.search(name) or any(map(_holds_address, bindings))):
            imported = next((each.qualified for each in bindings if each.kind == "import"), "")
            if imported or any(each.kind == "assign" for each in bindings):
                wanted[name] = imported or f":{name}"
    if wanted:
        for node in module.walked.of("Name"):
            if node.value in wanted and module.scopes.is_plain_reference(node) and _is_module_level(module, node):
                yield use_of(place_of(node, module), module, wanted[node.value])
    for node in module.walked.of("Attribute"):
        attribute = node.attr.value
        if attribute.upper() == attribute and _WORTH_KEEPING.search(attribute) and type(node.value).__name__ in _BASES:
            qualified = module.names.name_of(node)
            if qualified is not None and not qualified.startswith("builtins."):
                yield use_of(place_of(node, module), module, qualified)


def _holds_address(binding: Any) -> bool:
    """Whether a name is bound to a text that is an address, so that its uses matter whatever it is called."""
    text = getattr(binding.value, "value", None) if type(binding.value).__name__ == "SimpleString" else None
    return isinstance(text, str) and ("://" in text or "arn:" in text)


_BASES = frozenset({"Name", "Attribute"})


def _is_module_level(module: Module, node: Any) -> bool:
    bindings = module.scopes.bindings(node)
    return bool(bindings) and bindings[0].scope is module.scopes.module


# Readers


def _readers(module: Module) -> Iterator[Reader]:
    for function in module.walked.of("FunctionDef"):
        names = _parameters(function)
        default = next((name for name in names if _DEFAULT_PARAMETER.search(name)), None)
        if default is None or len(names) < 2:
            continue
        inside = _inside(function)
        first = next((name for name in names if name != default), None)
        carriers = _carriers(inside, first) if first is not None else set()
        if first is None or not _gives_back(inside, default, carriers):
            continue
        reads = sorted(set(_lookups(module, inside, carriers)))
        if reads:
            yield Reader(module.names.defined_name(function), names, first, default, tuple(reads))


def _parameters(function: Any) -> tuple[str, ...]:
    params = function.params
    names = [each.name.value for each in (*params.posonly_params, *params.params, *params.kwonly_params)]
    return tuple(names[1:] if names[:1] in (["self"], ["cls"]) else names)


def _inside(function: Any) -> dict[str, list[Any]]:
    """The nodes of a function's body by LibCST type name."""
    from lintel.source.walk import walk

    return walk(function.body).by_type


def _gives_back(inside: dict[str, list[Any]], default: str, carriers: set[str]) -> bool:
    """Whether the default is returned as it is, or passed on to a lookup together with the name."""
    if any(node.value is not None and default in _names(node.value) for node in inside.get("Return", ())):
        return True
    for call in inside.get("Call", ()):
        passed = [argument.value for argument in call.args]
        if any(default in _names(value) for value in passed) and any(carriers & _all_names(value) for value in passed):
            return True
    return False


def _carriers(inside: dict[str, list[Any]], first: str) -> set[str]:
    """The names that carry the first parameter's value, through assignments and loops."""
    carriers = {first}
    steps = [(node.target, node.iter) for node in inside.get("For", ())]
    for node in inside.get("Assign", ()):
        steps += [(target.target, node.value) for target in node.targets]
    for _ in range(3):
        for target, value in steps:
            if (name := dotted(target)) and name not in carriers and carriers & _all_names(value):
                carriers.add(name)
    return carriers


def _lookups(module: Module, inside: dict[str, list[Any]], carriers: set[str]) -> Iterator[str]:
    for call in inside.get("Call", ()):
        first = call.args[0] if call.args else None
        if first is None or first.star or not carriers & _all_names(first.value):
            continue
        if (name := module.names.name_of(call.func)) is not None:
            yield name
    for item in inside.get("Subscript", ()):
        index = getattr(item.slice[0].slice, "value", None) if len(item.slice) == 1 else None
        if index is not None and carriers & _all_names(index) and (name := module.names.name_of(item)) is not None:
            yield name


def _names(value: Any) -> set[str]:
    """The names that an expression may be as a whole: through conversions, `or` and choices."""
    kind = type(value).__name__
    if kind == "Name":
        return {value.value}
    if kind == "BooleanOperation":
        return _names(value.left) | _names(value.right)
    if kind == "IfExp":
        return _names(value.body) | _names(value.orelse)
    return set()


def _all_names(value: Any) -> set[str]:
    """All names in an expression."""
    from lintel.source.walk import walk

    return {node.value for node in walk(value).of("Name")}
