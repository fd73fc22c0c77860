"""Where to look: cheap first questions that leave few nodes of a file for the judgements about constant values.

Most strings and calls of a file can be no configuration. A look at the last name of a callee, or at a few characters of
a string, decides that without resolving a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from lintel.facts.places import Place, place_of
from lintel.knowledge.index import Knowledge
from lintel.knowledge.schema import Row
from lintel.source.literals import string_value
from lintel.source.module import Module
from lintel.source.scopes import dotted

_STRINGS = ("SimpleString", "ConcatenatedString", "FormattedString")
_ENDS = re.compile(r"(?:\(\)|\[[^\]]*\]|\+)+\Z")
_TEXT_PARTS = frozenset({"ConcatenatedString", "FormattedString", "FormattedStringExpression"})


@lru_cache(maxsize=64)
def last_names(knowledge: Knowledge, kind: str) -> frozenset[str]:
    """The last names of the places that rows of this kind speak about, and of their equal names."""
    found = {_last(row.place) for row in knowledge.of_kind(kind)}
    for library in knowledge.libraries:
        found |= {_last(str(same.path)) for same in library.same if _last(str(same.target)) in found}
    return frozenset(found)


@lru_cache(maxsize=64)
def stored_roles(knowledge: Knowledge, kind: str) -> dict[tuple[str, ...], str]:
    """Settings by name and keys, with the role of what is assigned to them; an empty key stands for any."""
    found: dict[tuple[str, ...], str] = {}
    for row in knowledge.of_kind(kind):
        if row.role:
            member = ""
            keys: list[str] = []
            for step in row.path.steps:
                if step.sort == "member":
                    member, keys = step.names[0], []
                elif step.sort == "element":
                    keys.append(step.names[0] if step.names else "")
            found[(member, *keys) if member.isupper() else tuple(keys) or (member,)] = row.role
    return found


def stored_role(knowledge: Knowledge, kind: str, chain: tuple[str, ...]) -> str:
    """The role of a value that is stored under a name and keys (`DATABASES`, `default`, `HOST`), or ''."""
    table = stored_roles(knowledge, kind)
    spellings = (chain, chain[-1:], (*chain[:1], *("",) * (len(chain) - 2), *chain[-1:]), (*chain[:1], "", *chain[2:]))
    return next((table[each] for each in spellings if each in table and (len(each) > 1 or each[0].isupper())), "")


def calls_of_kind(
    module: Module, knowledge: Knowledge, kind: str, may_be: Callable[[Any], bool] | None = None
) -> Iterator[tuple[Any, tuple[Row, ...]]]:
    """The calls of a file whose callee rows of this kind speak about; `may_be` is a cheap question asked first."""
    wanted = last_names(knowledge, kind)
    by_name, aliases = _calls_by_last_name(module)
    for name, calls in by_name.items():
        if name in wanted or aliases.get(name) in wanted:
            for call in calls:
                if may_be is not None and not may_be(call):
                    continue
                qualified = module.names.name_of(call.func)
                if qualified is not None and (rows := _rows(knowledge, kind, qualified)):
                    yield call, rows


@lru_cache(maxsize=8192)
def _rows(knowledge: Knowledge, kind: str, name: str) -> tuple[Row, ...]:
    """`Knowledge.rows` with memory: the same few names are called all over a project."""
    return knowledge.rows(kind, name)


@lru_cache(maxsize=64)
def stored_names(knowledge: Knowledge, kind: str) -> frozenset[str]:
    """The last names and keys of the settings that have a role of this kind."""
    return frozenset(chain[-1] for chain in stored_roles(knowledge, kind) if chain[-1].isupper())


@lru_cache(maxsize=1)
def _calls_by_last_name(module: Module) -> tuple[dict[str, list[Any]], dict[str, str]]:
    """The calls with arguments of a file by the last name of their callee, and what a name stands for.

    Several judgements ask for the same file one after the other; the last answer is kept for them.
    """
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for call in module.walked.of("Call"):
        if call.args:
            func = call.func
            name = getattr(getattr(func, "attr", func), "value", None)
            if isinstance(name, str):
                found[name].append(call)
    aliases = {
        alias.asname.name.value: alias.name.value
        for node in module.walked.of("ImportFrom")
        if isinstance(node.names, (list, tuple))
        for alias in node.names
        if alias.asname is not None
    }
    for name, bindings in module.scopes.module.names.items():
        made_by: Any = getattr(bindings[0].value, "func", None)  # `env = Env()`: calls of `env` are calls of an `Env()`
        made = getattr(getattr(made_by, "attr", made_by), "value", None)
        if isinstance(made, str):
            aliases[name] = made
    return dict(found), aliases


def texts(module: Module, marks: re.Pattern[str], longest: int = 500) -> Iterator[Any]:
    """The outermost string expressions of a file of which some token, of at most this length, matches; each once."""
    seen: set[int] = set()
    parent = module.walked.parent
    search = marks.search
    for node in module.walked.of("SimpleString", "FormattedStringText"):
        if len(node.value) > longest or search(node.value) is None:
            continue
        whole, above = node, parent(node)
        while type(above).__name__ in _TEXT_PARTS:
            whole, above = above, parent(above)  # type: ignore[arg-type]
        if id(whole) not in seen:
            seen.add(id(whole))
            yield whole


@lru_cache(maxsize=1)
def named_strings(module: Module) -> tuple[tuple[Any, str], ...]:
    """The string tokens of a file that stand directly beside a name, with that name; the last answer is kept."""
    found = ((node, near_name(module, node)) for node in module.walked.of("SimpleString"))
    return tuple((node, name) for node, name in found if name)


def near_name(module: Module, node: Any) -> str:
    """The name that stands directly beside a value (target, keyword, key, parameter), or '': a cheap first look."""
    above: Any = module.walked.parent(node)
    match type(above).__name__:
        case "Arg":
            return above.keyword.value if above.keyword is not None else ""
        case "Assign":
            target = above.targets[-1].target
        case "AnnAssign":
            target = above.target
        case "DictElement":
            known = type(above.key).__name__ == "SimpleString" and above.key is not node
            return above.key.value.strip("\"'") if known else ""
        case "Param":
            return above.name.value if above.default is node else ""
        case _:
            return ""
    name = getattr(getattr(target, "attr", target), "value", "")
    if type(target).__name__ == "Subscript" and len(target.slice) == 1:
        name = getattr(getattr(target.slice[0].slice, "value", None), "value", "")
    return name.strip("\"'") if isinstance(name, str) else ""


def uses_in_file(module: Module, place: Place) -> set[str]:
    """The kinds of places where a name that is bound at this place is used, in this file."""
    return {place_of(use, module).kind for use in uses_of(module, place)}


def uses_of(module: Module, place: Place) -> tuple[Any, ...]:
    """Where a name that is bound at this place is used, in this file."""
    bindings = module.scopes.bindings(place.target)
    binding = next((each for each in bindings if each.node is place.at), None)
    return tuple(module.scopes.uses(binding)) if binding is not None else ()


def beside(module: Module, node: Any) -> dict[str, Any]:
    """What is given beside a value in the same call or dictionary: the other values by keyword or constant key."""
    above: Any = module.walked.parent(node)
    around: Any = module.walked.parent(above) if above is not None else None
    if type(above).__name__ == "Arg":
        return {each.keyword.value: each.value for each in getattr(around, "args", ()) if each.keyword is not None}
    if type(above).__name__ == "DictElement":
        named = ((string_value(each.key), each.value) for each in around.elements if hasattr(each, "key"))
        return {name: value for name, value in named if name}
    return {}


def string_behind(module: Module, node: Any) -> Any:
    """The string expression that an expression is, also through a local name that is bound once; or None."""
    kind = type(node).__name__
    if kind in _STRINGS:
        return node
    if kind == "Name":
        bindings = module.scopes.bindings(node)
        if len(bindings) == 1 and bindings[0].kind == "assign" and type(bindings[0].value).__name__ in _STRINGS:
            return bindings[0].value
    return None


def name_of_read(module: Module, node: Any, place: Place) -> str:
    """The name under which the value is looked up that this one stands in for; '' where none is seen."""
    at: Any = place.at
    if type(at).__name__ == "Call" and type(module.walked.parent(at)).__name__ == "AnnAssign":
        at = module.walked.parent(at)
    if type(at).__name__ == "AnnAssign":
        return dotted(at.target)
    above: Any = module.walked.parent(node)
    if type(above).__name__ == "BooleanOperation":
        at = above.left
    first = at.args[0].value if type(at).__name__ == "Call" and at.args else None
    return (string_value(first) or "").lstrip("-") if first is not None else ""


def start_behind(module: Module, node: Any) -> Any:
    """The string with which a text begins that is put together: `base` of `f"{base}/x"` and `base + "/x"`; or None."""
    while (kind := type(node).__name__) == "BinaryOperation" and type(node.operator).__name__ == "Add":
        node = node.left
    if kind == "FormattedString" and node.parts and type(node.parts[0]).__name__ == "FormattedStringExpression":
        node = node.parts[0].expression
    return string_behind(module, node) if type(node).__name__ == "Name" else None


def listed_strings(module: Module, name: str) -> Iterator[Any]:
    """The string tokens of the lists that a file assigns to a name."""
    for node in module.walked.of("Assign"):
        if getattr(node.targets[-1].target, "value", "") == name and type(node.value).__name__ in {"List", "Tuple"}:
            yield from (each.value for each in node.value.elements if type(each.value).__name__ == "SimpleString")


def is_given_later(module: Module, place: Place) -> bool:
    """Whether a file assigns what is worked out to the same name or attribute: then this value is where it begins."""
    written = dotted(place.target)
    others = (each for each in module.walked.of("Assign") if each is not place.at)
    return bool(written) and any(
        type(each.value).__name__ not in _STRINGS and dotted(target.target) == written
        for each in others
        for target in each.targets
    )


def _last(path: str) -> str:
    return _ENDS.sub("", path).rsplit(".", 1)[-1]
