"""What stands around a `try`: whether it is an alternative, a retry, a last step before an error that is told anyway.

Everything here is read off the tree; what the calls inside do is for knowledge to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lintel.source.walk import Walked

_LEAVING = frozenset({"Return", "Break", "Continue"})
_OWNERS = frozenset({"FunctionDef", "ClassDef", "For", "While", "Module"})
_LOOPS = frozenset({"For", "While"})
_SMALL = frozenset({"SimpleStatementLine", "SimpleStatementSuite"})


def following(walked: Walked, statement: Any) -> list[Any]:
    """The statements after this one in its block, or behind the branch that it ends; simple ones out of their lines."""
    here: Any = statement
    while here is not None and type(here).__name__ not in _OWNERS:
        block = walked.parent(here)
        body = getattr(block, "body", ())
        siblings = list(body) if isinstance(body, (list, tuple)) else []
        index = next((index for index, each in enumerate(siblings) if each is here), len(siblings))
        found: list[Any] = []
        for sibling in siblings[index + 1 :]:
            found.extend(sibling.body if type(sibling).__name__ in _SMALL else (sibling,))
        if found:
            return found
        here = block
    return []


def leaves(nodes: Iterable[Any], *, loop_only: bool = False) -> bool:
    """Whether any of these nodes returns, or leaves a loop or its round: what success does before other ways."""
    wanted = _LEAVING - {"Continue"} if loop_only else _LEAVING
    return any(type(each).__name__ in wanted for each in nodes)


def is_trivial(statement: Any) -> bool:
    """Whether a statement does nothing but end: `pass`, `continue`, `return`, a constant that tells nothing."""
    kind = type(statement).__name__
    if kind in {"Pass", "Continue", "Break"}:
        return True
    return kind == "Return" and is_constant(statement.value) and not is_answer(statement.value)


def is_answer(value: Any) -> bool:
    """Whether a constant tells its receiver something: a text of several words, or a mapping such as a status."""
    kind = type(value).__name__
    if kind == "Dict":
        return bool(value.elements)
    return kind == "SimpleString" and " " in value.value


def is_constant(value: Any) -> bool:
    """Whether an expression is a literal, or a container of literals; nothing at all counts as None."""
    kind = type(value).__name__
    if kind in {"Tuple", "List", "Dict", "Set"}:
        return all(is_constant(getattr(element, "value", None)) for element in value.elements)
    return kind in {"SimpleString", "Integer", "Float", "NoneType"} or (
        kind == "Name" and value.value in {"None", "True", "False"}
    )


def is_repeated(walked: Walked, attempt: Any) -> bool:
    """Whether the nearest block around that is no branch is a loop: the attempt may be made again."""
    for above in walked.ancestors(attempt):
        kind = type(above).__name__
        if kind in _LOOPS:
            return True
        if kind in {"FunctionDef", "ClassDef"}:
            return False
    return False


def assigned_names(nodes: Iterable[Any]) -> set[str]:
    """The plain names that the assignments among these nodes bind."""
    targets = [
        target.target
        for each in nodes
        if type(each).__name__ in {"Assign", "AnnAssign"}
        for target in (each.targets if type(each).__name__ == "Assign" else (each,))
    ]
    elements = [element.value for target in targets for element in getattr(target, "elements", ())]
    return {each.value for each in (*targets, *elements) if type(each).__name__ == "Name"}
