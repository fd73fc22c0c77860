"""Lowering of expressions: calls and attribute chains, operators, conditions, constants.

Each function takes the frame, the node and a register it may use for the result (-1: none), and returns the operand of
the value, which need not be that register. Chains are followed in loops, everything else recurses by one call a level.
"""

from __future__ import annotations

from typing import Any, Final

from lintel.facts.lower_frame import Expression, Frame
from lintel.facts.lower_targets import KIND, register_of, store_name, subscript_key
from lintel.flow import ir
from lintel.source.lazy import cst

And = cst.And
Attribute = cst.Attribute
BinaryOperation = cst.BinaryOperation
BooleanOperation = cst.BooleanOperation
Call = cst.Call
Float = cst.Float
IfExp = cst.IfExp
Integer = cst.Integer
Name = cst.Name
SimpleString = cst.SimpleString
Subscript = cst.Subscript

BINARY: Final = {
    "Add": 0, "Subtract": 1, "Multiply": 2, "Divide": 3, "FloorDivide": 4, "Modulo": 5, "Power": 6, "MatrixMultiply": 7,
    "LeftShift": 8, "RightShift": 9, "BitAnd": 10, "BitOr": 11, "BitXor": 12,
}  # fmt: skip
_UNARY: Final = {"Minus": 0, "Plus": 1, "BitInvert": 2}
_COMPARE: Final = {
    "Equal": 0, "NotEqual": 1, "LessThan": 2, "LessThanEqual": 3, "GreaterThan": 4, "GreaterThanEqual": 5, "In": 6,
    "NotIn": 7, "Is": 8, "IsNot": 9,
}  # fmt: skip


def name(frame: Frame, node: cst.Name, _dest: int) -> int:
    """A name."""
    return frame.names[node.value]


def token(frame: Frame, node: cst.SimpleString | cst.Integer | cst.Float | cst.Imaginary, _dest: int) -> int:
    """A literal of one token."""
    return frame.literals[node.value]


def ellipsis(frame: Frame, _node: cst.Ellipsis, _dest: int) -> int:
    """The literal `...`."""
    return frame.unit.constant(...)


def call(frame: Frame, node: cst.Call, dest: int) -> int:
    """A call: most are of a name, or of a method of a name."""
    func: Any = node.func
    kind = type(func)
    if kind is Name:
        return _call(frame, node, frame.names[func.value], -1, dest)
    if kind is Attribute and type(func.value) is Name:
        return _call(frame, node, frame.names[func.value.value], frame.identifiers[func.attr.value], dest)
    return chain(frame, node, dest)


def attribute(frame: Frame, node: cst.Attribute, dest: int) -> int:
    """An attribute that is read, mostly of a name."""
    value: Any = node.value
    if type(value) is not Name:
        return chain(frame, node, dest)
    owner = frame.names[value.value]
    if dest < 0:
        dest = frame.next
        frame.next = dest + 1
    frame.emit((ir.ATTRIBUTE, frame.ordinals[id(node)], dest, owner, frame.identifiers[node.attr.value]))
    return dest


def chain(frame: Frame, node: Any, dest: int) -> int:
    """Calls, attributes and subscripts, of any length: `a.b[c].d().e`."""
    spine: list[Any] = []
    kind = type(node)
    while True:
        if kind is Call:
            spine.append(node)
            node = node.func
        elif kind is Attribute or kind is Subscript:
            spine.append(node)
            node = node.value
        else:
            break
        kind = type(node)
    operand = frame.names[node.value] if kind is Name else frame.expressions[kind](frame, node, -1)
    method = -1
    last = len(spine) - 1
    for index in range(last, -1, -1):
        link = spine[index]
        kind = type(link)
        if kind is Call:
            operand = _call(frame, link, operand, method, -1 if index else dest)
            method = -1
        elif kind is Subscript:
            key = subscript_key(frame, link)
            result = frame.temporary() if index or dest < 0 else dest
            frame.emit((ir.SUBSCRIPT, frame.ordinals[id(link)], result, operand, key))
            operand = result
        elif index and type(spine[index - 1]) is Call:
            method = frame.identifiers[link.attr.value]
        else:
            result = frame.temporary() if index or dest < 0 else dest
            frame.emit((ir.ATTRIBUTE, frame.ordinals[id(link)], result, operand, frame.identifiers[link.attr.value]))
            operand = result
    return operand


def _call(frame: Frame, node: cst.Call, target: int, method: int, dest: int) -> int:
    """A call of the operand `target`, or of the method of it that has this name (-1: none)."""
    values: list[int] = []
    keywords: list[int] = []
    names = frame.names
    for arg in node.args:
        if arg.star:
            return _call_unpacked(frame, node, target, method, dest, (values, keywords))
        value: Any = arg.value
        kind = type(value)
        if kind is Name:
            operand = names[value.value]
        elif kind is SimpleString:
            operand = frame.literals[value.value]
        else:
            operand = frame.expressions[kind](frame, value, -1)
        keyword = arg.keyword
        if keyword is None:
            values.append(operand)
        else:
            keywords += (frame.identifiers[keyword.value], operand)
    if dest < 0:
        dest = frame.next
        frame.next = dest + 1
    if method < 0:
        frame.emit((ir.CALL, frame.ordinals[id(node)], dest, target, len(values), *values, *keywords))
    else:
        frame.emit((ir.METHOD, frame.ordinals[id(node)], dest, target, method, len(values), *values, *keywords))
    return dest


def _call_unpacked(
    frame: Frame, node: cst.Call, target: int, method: int, dest: int, done: tuple[list[int], list[int]]
) -> int:
    """Finish a call whose next argument is starred; `done` are the positional values and keyword pairs before it."""
    values, keywords = done
    pairs = [each for value in values for each in (ir.POSITIONAL, value)] + keywords
    pairs += arguments(frame, node.args[len(values) + len(keywords) // 2 :])
    if method >= 0:
        bound = frame.temporary()
        frame.emit((ir.ATTRIBUTE, frame.ordinals[id(node.func)], bound, target, method))
        target = bound
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.CALL_UNPACKED, frame.ordinals[id(node)], result, target, *pairs))
    return result


def arguments(frame: Frame, args: Any) -> list[int]:
    """The arguments of a call or class as pairs of how and value."""
    pairs: list[int] = []
    for arg in args:
        value = frame.expressions[type(arg.value)](frame, arg.value, -1)
        if arg.star:
            pairs += (ir.STAR if arg.star == "*" else ir.DOUBLE_STAR, value)
        elif arg.keyword is not None:
            pairs += (frame.identifiers[arg.keyword.value], value)
        else:
            pairs += (ir.POSITIONAL, value)
    return pairs


def binary(frame: Frame, node: cst.BinaryOperation, dest: int) -> int:
    """Operators between two values; the left spine of a long chain is followed in a loop."""
    expressions = frame.expressions
    spine = [node]
    left: Any = node.left
    while type(left) is BinaryOperation:
        spine.append(left)
        left = left.left
    operand = expressions[type(left)](frame, left, -1)
    while spine:
        link = spine.pop()
        right = expressions[type(link.right)](frame, link.right, -1)
        result = frame.temporary() if spine or dest < 0 else dest
        operator = BINARY[type(link.operator).__name__]
        frame.emit((ir.BINARY, frame.ordinals[id(link)], result, operator, operand, right))
        operand = result
    return operand


def boolean(frame: Frame, node: cst.BooleanOperation, dest: int) -> int:
    """`and`, `or`: one instruction for a chain of the same operator."""
    operator = type(node.operator)
    parts: list[Any] = [node.right]
    left: Any = node.left
    while type(left) is BooleanOperation and type(left.operator) is operator:
        parts.append(left.right)
        left = left.left
    pairs = [frame.expressions[type(left)](frame, left, -1)]
    while parts:
        pairs += apart(frame, parts.pop())
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.AND if operator is And else ir.OR, result, *pairs))
    return result


def apart(frame: Frame, node: Any) -> tuple[int, int]:
    """Lower an expression into a block of its own: the block (NONE if nothing has to run for it) and the operand."""
    emit = frame.emit
    block = frame.open()
    operand = frame.expressions[type(node)](frame, node, -1)
    frame.emit = emit
    return frame.closed(block), operand


def comparison(frame: Frame, node: cst.Comparison, dest: int) -> int:
    """A comparison; of a chain, each later link in a block that runs while the earlier ones hold."""
    expressions = frame.expressions
    at = frame.ordinals[id(node)]
    left = expressions[type(node.left)](frame, node.left, -1)
    links = node.comparisons
    target: Any = links[0]
    right = expressions[type(target.comparator)](frame, target.comparator, -1)
    result = dest if dest >= 0 and len(links) == 1 else frame.temporary()
    frame.emit((ir.COMPARE, at, result, _COMPARE[type(target.operator).__name__], left, right))
    if len(links) == 1:
        return result
    pairs = [result]
    emit = frame.emit
    for target in links[1:]:
        left = right
        pairs.append(frame.open())
        right = expressions[type(target.comparator)](frame, target.comparator, -1)
        holds = frame.temporary()
        frame.emit((ir.COMPARE, at, holds, _COMPARE[type(target.operator).__name__], left, right))
        pairs.append(holds)
        frame.emit = emit
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.AND, result, *pairs))
    return result


def unary(frame: Frame, node: cst.UnaryOperation, dest: int) -> int:
    """`not`, and signs; the sign of a number belongs to the constant."""
    operator = type(node.operator).__name__
    inner = node.expression
    operand = frame.expressions[type(inner)](frame, inner, -1)
    if operator == "Minus" and type(inner) in (Integer, Float):
        value = frame.unit.pool[~operand]
        if isinstance(value, int | float):
            return frame.unit.constant(-value)
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.NOT, result, operand) if operator == "Not" else (ir.UNARY, result, _UNARY[operator], operand))
    return result


def conditional(frame: Frame, node: cst.IfExp, dest: int) -> int:
    """A conditional expression; those in its else branch belong to the same instruction."""
    arms: list[int] = []
    emit = frame.emit
    test = (ir.NONE, frame.expressions[type(node.test)](frame, node.test, -1))
    while True:
        arms += (*test, *apart(frame, node.body))
        orelse = node.orelse
        if type(orelse) is not IfExp:
            break
        node = orelse
        test = apart(frame, node.test)
    otherwise = apart(frame, orelse)
    frame.emit = emit
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.SELECT, result, *otherwise, *arms))
    return result


def named(frame: Frame, node: cst.NamedExpr, _dest: int) -> int:
    """`:=`: the value, which its name holds from here on."""
    target: Any = node.target
    value = frame.expressions[type(node.value)](frame, node.value, -1)
    if type(target) is Name:
        store_name(frame, target.value, value, KIND["NamedExpr"], frame.ordinals[id(node)])
        slot = register_of(frame, target)
        if slot >= 0 and frame.names.get(target.value) == slot:
            return slot
    return value


def awaited(frame: Frame, node: cst.Await, dest: int) -> int:
    """`await`."""
    operand = frame.expressions[type(node.expression)](frame, node.expression, -1)
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((ir.AWAIT, frame.ordinals[id(node)], result, operand))
    return result


def yielded(frame: Frame, node: cst.Yield, dest: int) -> int:
    """`yield` and `yield from`."""
    frame.flags |= ir.GENERATES
    opcode, inner = ir.YIELD, node.value
    if isinstance(inner, cst.From):
        opcode, inner = ir.YIELD_FROM, inner.item
    operand = frame.unit.none if inner is None else frame.expressions[type(inner)](frame, inner, -1)
    result = dest if dest >= 0 else frame.temporary()
    frame.emit((opcode, frame.ordinals[id(node)], result, operand))
    return result


def unknown(frame: Frame, _node: Any, _dest: int) -> int:
    """An expression of a kind that came after this was written."""
    return frame.unit.unknown()


EXPRESSIONS: dict[str, Expression] = {
    "Attribute": attribute,
    "Await": awaited,
    "BinaryOperation": binary,
    "BooleanOperation": boolean,
    "Call": call,
    "Comparison": comparison,
    "Ellipsis": ellipsis,
    "Float": token,
    "IfExp": conditional,
    "Imaginary": token,
    "Integer": token,
    "Name": name,
    "NamedExpr": named,
    "SimpleString": token,
    "Subscript": chain,
    "UnaryOperation": unary,
    "Yield": yielded,
}
