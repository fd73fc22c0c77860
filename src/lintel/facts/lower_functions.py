"""Lowering of what makes functions: definitions, lambdas, classes, type parameters.

Decorators, defaults, annotations, bases and keywords are evaluated in the function around; the body becomes a function
of the file. Annotations are kept: frameworks read dependencies and validation from them.
"""

from __future__ import annotations

from typing import Any

from lintel.facts.lower_expressions import arguments
from lintel.facts.lower_frame import Expression, Frame, Statement
from lintel.facts.lower_statements import suite
from lintel.facts.lower_targets import KIND, store_name
from lintel.flow import ir
from lintel.source.lazy import cst

Param = cst.Param
ParamSpec = cst.ParamSpec
TypeVar = cst.TypeVar
TypeVarTuple = cst.TypeVarTuple


def finished(frame: Frame, name: str, kind: int, at: int, params: list[tuple[int, int]]) -> None:
    """The frame has been lowered: file its function."""
    unit = frame.unit
    frame.release(frame.next)
    unit.functions[frame.index] = ir.Function(
        name=name,
        kind=kind,
        at=at,
        parent=-1 if frame.parent is None else frame.parent.index,
        flags=frame.flags,
        params=params,
        slots=[unit.names[each] for each in frame.slot_names],
        registers=frame.top,
        captures=sorted(frame.captures, reverse=True),
        captured=sorted(frame.captured),
        rebound=sorted(frame.rebound),
        blocks=frame.blocks,
    )


def _parameters(node: cst.Parameters) -> list[tuple[cst.Param, int]]:
    found = [(each, ir.POSITIONAL_ONLY) for each in node.posonly_params]
    found += [(each, ir.ORDINARY) for each in node.params]
    if type(node.star_arg) is Param:
        found.append((node.star_arg, ir.VARIADIC))
    found += [(each, ir.KEYWORD_ONLY) for each in node.kwonly_params]
    if node.star_kwarg is not None:
        found.append((node.star_kwarg, ir.VARIADIC_KEYWORDS))
    return found


def _signature(frame: Frame, params: list[tuple[cst.Param, int]], returns: cst.Annotation | None) -> list[int]:
    """Defaults and annotations as pairs of what and value, evaluated in the function around."""
    expressions = frame.expressions
    pairs: list[int] = []
    for index, (param, _) in enumerate(params):
        if param.annotation is not None:
            node: Any = param.annotation.annotation
            pairs += (2 * index + 1, expressions[type(node)](frame, node, -1))
        if param.default is not None:
            node = param.default
            pairs += (2 * index, expressions[type(node)](frame, node, -1))
    if returns is not None:
        node = returns.annotation
        pairs += (ir.RETURNS, expressions[type(node)](frame, node, -1))
    return pairs


def _places(frame: Frame, params: list[tuple[cst.Param, int]]) -> list[tuple[int, int]]:
    return [(kind, frame.ordinals[id(param)]) for param, kind in params]


def definition(frame: Frame, node: cst.FunctionDef) -> None:
    """`def`, `async def`."""
    decorators = _decorators(frame, node)
    saved = _type_parameters(frame, node.type_parameters)
    params = _parameters(node.params)
    pairs = _signature(frame, params, node.returns)
    at = frame.ordinals[id(node)]
    inner = Frame(frame.unit, frame, node, node.body.body, [param.name.value for param, _ in params])
    if node.asynchronous is not None:
        inner.flags = ir.ASYNC
    suite(inner, node.body.body)
    finished(inner, node.name.value, ir.DEFINITION, at, _places(frame, params))
    if saved is not None:
        frame.uncover(saved)
    slot = -1 if decorators else frame.slots.get(node.name.value, -1)
    result = slot if slot >= 0 else frame.temporary()
    frame.emit((ir.FUNCTION, at, result, inner.index, *pairs))
    _decorate(frame, node, decorators, result, KIND["FunctionDef"])


def lambda_expression(frame: Frame, node: cst.Lambda, dest: int) -> int:
    """`lambda`: a function of one RETURN."""
    params = _parameters(node.params)
    pairs = _signature(frame, params, None)
    at = frame.ordinals[id(node)]
    body: Any = node.body
    inner = Frame(frame.unit, frame, node, (), [param.name.value for param, _ in params])
    value = inner.expressions[type(body)](inner, body, -1)
    inner.emit((ir.RETURN, ir.NO_PLACE, value))
    finished(inner, "<lambda>", ir.LAMBDA_EXPRESSION, at, _places(frame, params))
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.LAMBDA, at, result, inner.index, *pairs))
    return result


def class_definition(frame: Frame, node: cst.ClassDef) -> None:
    """`class`."""
    decorators = _decorators(frame, node)
    saved = _type_parameters(frame, node.type_parameters)
    pairs = arguments(frame, (*node.bases, *node.keywords))
    at = frame.ordinals[id(node)]
    inner = Frame(frame.unit, frame, node, node.body.body, in_class=True)
    suite(inner, node.body.body)
    finished(inner, node.name.value, ir.CLASS_BODY, at, [])
    if saved is not None:
        frame.uncover(saved)
    slot = -1 if decorators else frame.slots.get(node.name.value, -1)
    result = slot if slot >= 0 else frame.temporary()
    frame.emit((ir.CLASS, at, result, inner.index, *pairs))
    _decorate(frame, node, decorators, result, KIND["ClassDef"])


def _decorators(frame: Frame, node: Any) -> list[int]:
    if not node.decorators:
        return []
    expressions = frame.expressions
    return [expressions[type(each.decorator)](frame, each.decorator, -1) for each in node.decorators]


def _decorate(frame: Frame, node: Any, decorators: list[int], value: int, kind: int) -> None:
    """Apply the decorators, last one first, and bind the name."""
    if decorators:
        for decorator, operand in zip(reversed(node.decorators), reversed(decorators), strict=True):
            result = frame.temporary()
            frame.emit((ir.DECORATE, frame.ordinals[id(decorator)], result, operand, value))
            value = result
    store_name(frame, node.name.value, value, kind, frame.ordinals[id(node)])


def _type_parameters(frame: Frame, node: cst.TypeParameters | None) -> dict[str, int | None] | None:
    """Bring type parameters into force; the result is for `uncover`."""
    if node is None:
        return None
    expressions = frame.expressions
    own = frame.unit.own[id(node)]
    saved = frame.cover(own)
    for each in node.params:
        variable = each.param
        stars = 1 if type(variable) is TypeVarTuple else 2 if type(variable) is ParamSpec else 0
        bound = variable.bound if type(variable) is TypeVar else None
        values = [
            ir.NONE if value is None else expressions[type(value)](frame, value, -1) for value in (bound, each.default)
        ]
        name = variable.name.value
        frame.emit((ir.TYPE_PARAMETER, own[name], frame.identifiers[name], stars, *values))
    return saved


def type_alias(frame: Frame, node: cst.TypeAlias) -> None:
    """`type X[T] = ...`: the name holds what the right side says."""
    saved = _type_parameters(frame, node.type_parameters)
    value = frame.expressions[type(node.value)](frame, node.value, -1)
    if saved is not None:
        frame.uncover(saved)
    store_name(frame, node.name.value, value, KIND["TypeAlias"], frame.ordinals[id(node)])


LAMBDAS: dict[str, Expression] = {"Lambda": lambda_expression}
DEFINITIONS: dict[str, Statement] = {
    "ClassDef": class_definition,
    "FunctionDef": definition,
    "TypeAlias": type_alias,
}
