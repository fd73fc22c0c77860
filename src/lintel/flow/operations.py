"""The operators: constants are folded, texts put together, everything else is made of its operands."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from lintel.flow.attributes import method_of
from lintel.flow.builtin_containers import extend, merge_into
from lintel.flow.calls import call_library_method
from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Class, Instance
from lintel.flow.guards import compared
from lintel.flow.heap import MOST_ITEMS, Body
from lintel.flow.texts import LONGEST, added, constant, interpolated, parts_of
from lintel.flow.values import (
    FIXED,
    NO_CHECKS,
    NUMBER,
    UNKNOWN,
    At,
    Choice,
    Const,
    Harmless,
    Lib,
    Mix,
    Ref,
    Test,
    Text,
    Value,
)
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


_FOLD: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "<<": operator.lshift, ">>": operator.rshift, "&": operator.and_,
    "|": operator.or_, "^": operator.xor,
}  # fmt: skip
_DUNDER: Final = {"+": "__add__", "/": "__truediv__", "%": "__mod__", "|": "__or__", "-": "__sub__", "*": "__mul__"}
_OF_NUMBERS: Final = frozenset({"-", "/", "//", "**", "<<", ">>", "&", "^", "@"})
_TOO_LARGE: Final = 1 << 20


def binary(frame: Frame, sign: str, left: Value, right: Value, at: At | None) -> Value:
    """`left sign right`."""
    if type(left) is Const and type(right) is Const:
        folded = _folded(sign, left.value, right.value)
        if folded is not None:
            return folded
    if sign == "+":
        return _plus(frame, left, right, at)
    if sign == "%":
        found = _percent(frame, left, right, at)
        if found is not None:
            return found
    if type(left) is Choice and type(right) is Const and len(left.values) <= 4:
        return choice([binary(frame, sign, each, right, at) for each in left.values])
    if sign == "*":
        return _times(frame, left, right, at)
    if sign == "/" and type(left) is Lib:
        return _divided(frame, left, right, at)
    if sign == "-" and (remaining := _remaining(frame, left, right)) is not None:
        return remaining
    if sign == "&":
        common = _common(frame, left, right)
        if common is not None:
            return common
    if sign == "|":
        found = choice((left, right)) if _may_be_type(left) and _may_be_type(right) else _merged(frame, left, right, at)
        if found is not None:
            return found
    return _by_method(frame, sign, left, right, at)


def _may_be_type(value: Value) -> bool:
    """Whether `|` may say, in an annotation, that something is of one type or another."""
    return type(value) in (Class, Lib, Choice) or (type(value) is Const and value.value is None)


def _by_method(frame: Frame, sign: str, left: Value, right: Value, at: At | None) -> Value:
    method = method_of(frame, left, _DUNDER.get(sign, ""), at) if sign in _DUNDER else None
    if method is not None:
        return frame.call(method, Arguments([right]), at)
    if sign in _OF_NUMBERS and (type(right) is Harmless or left is NUMBER or (type(left) is Harmless and sign != "/")):
        return NUMBER
    if sign == "/" and at is not None:
        return frame.world.joined_path(frame, left, right, at)
    return mix((left, right), at, sign)


def _divided(frame: Frame, left: Lib, right: Value, at: At | None) -> Value:
    """`Path / x`: what knowledge says of `Path().__truediv__`, else made of both: a text can only go into a path."""
    if frame.world.is_known(Lib(f"{left.name}.__truediv__")):
        return call_library_method(frame, left, "__truediv__", Arguments([right]), at)
    return frame.world.joined_path(frame, left, right, at or At(frame.path, "", 0))


def _folded(sign: str, left: Any, right: Any) -> Value | None:
    if sign in ("**", "<<", "*") and isinstance(right, int) and isinstance(left, int) and right > 64:
        return FIXED
    if sign == "*" and (isinstance(left, str | bytes | tuple) or isinstance(right, str | bytes | tuple)):
        size = len(left) * right if isinstance(right, int) else len(right) * left if isinstance(left, int) else 0
        if size > LONGEST:
            return FIXED
    if sign == "%" and isinstance(left, str | bytes):
        return None
    fold = _FOLD.get(sign)
    if fold is None:
        return None
    try:
        made = fold(left, right)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError, MemoryError):
        return FIXED
    return constant(made) if not isinstance(made, int) or abs(made) < _TOO_LARGE**4 else NUMBER


def _plus(frame: Frame, left: Value, right: Value, at: At | None) -> Value:
    if type(left) in (Ref, Instance) and (method := method_of(frame, left, "__add__", at)) is not None:
        return frame.call(method, Arguments([right]), at)
    made = added(frame.clean_text(left), frame.clean_text(right), at)
    if made is not None:
        return made
    first, second = frame.body(left), frame.body(right)
    if first is not None and second is not None and first.kind in ("list", "tuple") and first.kind == second.kind:
        if first.items is not None and second.items is not None and first.exact and second.exact:
            return frame.allocate(Body(first.kind, ()).with_items((*first.items, *second.items)))
        if first.items is not None and first.exact:
            element = second.element() if second.base is None else frame.element(right, at)
            return frame.allocate(Body(first.kind, None, rest=choice((*first.items, element)), head=first.items))
        rest = choice((first.element(), second.element()))
        return frame.allocate(Body(first.kind, None, rest=rest, head=first.items or first.head))
    if type(left) is Ref or type(right) is Ref:
        elements = choice([frame.element(each, at) for each in (left, right)])
        if first is None or first.cls is None:
            head = () if first is None else first.items or first.head
            return frame.allocate(Body("list", None, rest=elements, head=head))
        return _by_method(frame, "+", left, right, at)
    if left is NUMBER or right is NUMBER:
        return NUMBER
    if is_plain(left) and is_plain(right):
        return FIXED
    return Text((left, right), at)


def _percent(frame: Frame, left: Value, right: Value, at: At | None) -> Value | None:
    if type(left) is Choice and len(left.values) <= 4:
        made = [_percent(frame, each, right, at) for each in left.values]
        return choice([each if each is not None else mix((left, right), at, "%") for each in made])
    parts = parts_of(left)
    if parts is None:
        return None
    body = frame.body(right)
    if body is not None and body.kind == "tuple" and body.items is not None:
        return interpolated(left, [frame.clean_text(each) for each in body.items], None, at)
    by_name = any(isinstance(part, str) and "%(" in part.replace("%%", "") for part in parts)
    if by_name or (body is not None and body.kind == "dict"):
        return interpolated(left, None, lambda key: frame.item(right, Const(key), at), at)
    return interpolated(left, [frame.clean_text(right)], None, at)


def _times(frame: Frame, left: Value, right: Value, at: At | None) -> Value:
    for one, other in ((left, right), (right, left)):
        if type(one) is Const and type(one.value) is int and one.value <= 0 and type(other) in (Lib, Mix, Text):
            return Const("")  # of a text, none
    body, times = (frame.body(left), right) if frame.body(left) is not None else (frame.body(right), left)
    if body is not None and body.kind in ("list", "tuple"):
        items, count = body.items, times.value if type(times) is Const else None
        if items is not None and body.exact and isinstance(count, int) and len(items) * count <= MOST_ITEMS:
            return frame.allocate(Body(body.kind, items * count))
        return frame.allocate(Body(body.kind, None, rest=body.element()))
    for one, other in ((left, right), (right, left)):
        if type(one) is Const and isinstance(one.value, str):
            return choice((one, Const(one.value * 2))) if is_plain(other) or type(other) is not Text else FIXED
    if is_plain(left) and is_plain(right):
        return NUMBER
    return mix((left, right), at, "*")


def _remaining(frame: Frame, left: Value, right: Value) -> Value | None:
    """What is in one set and not in another: where it is nothing, all of the one is in the other."""
    one, other = frame.body(left), frame.body(right)
    if one is None or other is None or one.kind != "set" or other.kind != "set":
        return None
    outcome = compared("in", frame.element(left, None), right, other.element(), closed=other.exact or _is_all(other))
    return Test(NO_CHECKS, outcome.yes, frame.allocate(one)) if type(outcome) is Test and outcome.yes else None


def _is_all(body: Body) -> bool:
    """Whether a container holds only constants, be they not known one by one."""
    return body.base is None and all(map(is_plain, body.parts()))


def _common(frame: Frame, left: Value, right: Value) -> Value | None:
    """What two sets share is in each of them: of one that holds only constants, only these."""
    for one in (left, right):
        body = frame.body(one)
        if body is not None and body.kind == "set" and body.exact and all(is_plain(part) for part in body.parts()):
            return frame.allocate(Body("set", None, rest=body.element()))
    return None


def _merged(frame: Frame, left: Value, right: Value, at: At | None) -> Value | None:
    body = frame.body(left)
    if body is None or type(left) is not Ref or body.kind not in ("dict", "set"):
        return None
    made = frame.allocate(body)
    (merge_into if body.kind == "dict" else extend)(frame, made, right, at)
    return made


def unary(sign: str, value: Value) -> Value:
    """`-x`, `+x`, `~x`."""
    if type(value) is Const and isinstance(value.value, int | float):
        number = value.value
        if sign == "-":
            return Const(-number)
        return Const(~number) if sign == "~" and isinstance(number, int) else Const(number)
    return NUMBER if is_plain(value) else UNKNOWN if type(value) is not Lib else value
