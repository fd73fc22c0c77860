"""Lowering of `match`: a pattern becomes tests joined by AND, whose blocks take the subject apart and bind captures.

A pattern that cannot fail is the constant True. What a pattern binds, it binds where its own part of the test has held,
as the interpreter does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lintel.facts.lower_expressions import apart
from lintel.facts.lower_frame import Frame
from lintel.facts.lower_targets import KIND, store_name
from lintel.flow import ir
from lintel.source.lazy import cst

MatchStar = cst.MatchStar
MatchValue = cst.MatchValue

_Test = Callable[[], int]


def case_test(frame: Frame, case: cst.MatchCase, subject: int) -> int:
    """The operand that says whether the subject takes this case; the pattern's names are bound by then."""
    test = pattern(frame, case.pattern, subject)
    if case.guard is None:
        return test
    guard = apart(frame, case.guard)
    result = frame.temporary()
    frame.emit((ir.AND, result, test, *guard))
    return result


def pattern(frame: Frame, node: Any, subject: int) -> int:
    """The operand that says whether the subject matches."""
    lower = _PATTERNS.get(type(node).__name__)
    return frame.unit.unknown() if lower is None else lower(frame, node, subject)


def _all(frame: Frame, first: int, then: list[_Test]) -> int:
    """The conjunction of a test and of further ones, each in a block that runs while all before it hold."""
    pairs = [first]
    emit = frame.emit
    for test in then:
        block = frame.open()
        value = test()
        frame.emit = emit
        block = frame.closed(block)
        if block != ir.NONE or value != frame.unit.constant(True):
            pairs += (block, value)
    if len(pairs) == 1:
        return first
    result = frame.temporary()
    frame.emit((ir.AND, result, *pairs))
    return result


def _bind(frame: Frame, name: Any, value: int) -> int:
    if name is not None:
        store_name(frame, name.value, value, KIND["Match"], ir.NO_PLACE)
    return frame.unit.constant(True)


def _value(frame: Frame, node: cst.MatchValue | cst.MatchSingleton, subject: int) -> int:
    operator = ir.COMPARE_OPERATORS.index("==" if type(node) is MatchValue else "is")
    operand = frame.expressions[type(node.value)](frame, node.value, -1)
    result = frame.temporary()
    frame.emit((ir.COMPARE, ir.NO_PLACE, result, operator, subject, operand))
    return result


def _as(frame: Frame, node: cst.MatchAs, subject: int) -> int:
    if node.pattern is None:
        return _bind(frame, node.name, subject)
    test = pattern(frame, node.pattern, subject)
    return test if node.name is None else _all(frame, test, [lambda: _bind(frame, node.name, subject)])


def _or(frame: Frame, node: cst.MatchOr, subject: int) -> int:
    emit = frame.emit
    pairs = [pattern(frame, node.patterns[0].pattern, subject)]
    for element in node.patterns[1:]:
        block = frame.open()
        value = pattern(frame, element.pattern, subject)
        frame.emit = emit
        pairs += (frame.closed(block), value)
    result = frame.temporary()
    frame.emit((ir.OR, result, *pairs))
    return result


def _sequence(frame: Frame, node: cst.MatchList | cst.MatchTuple, subject: int) -> int:
    elements = node.patterns
    stars = [index for index, element in enumerate(elements) if type(element) is MatchStar]
    test = frame.temporary()
    frame.emit((ir.MATCH_SEQUENCE, test, subject, len(elements) - len(stars), int(bool(stars))))
    if not elements:
        return test
    registers = [frame.temporary() for _ in elements]
    then: list[_Test] = [lambda: _unpack(frame, subject, stars[0] if stars else -1, registers)]
    for element, register in zip(elements, registers, strict=True):
        then.append(_item_test(frame, element, register))
    return _all(frame, test, then)


def _unpack(frame: Frame, subject: int, star: int, registers: list[int]) -> int:
    frame.emit((ir.UNPACK, KIND["Match"], ir.NO_PLACE, subject, star, *registers))
    return frame.unit.constant(True)


def _item_test(frame: Frame, element: Any, item: int) -> _Test:
    if type(element) is MatchStar:
        return lambda: _bind(frame, element.name, item)
    return lambda: pattern(frame, element.value, item)


def _mapping(frame: Frame, node: cst.MatchMapping, subject: int) -> int:
    expressions = frame.expressions
    keys = [expressions[type(element.key)](frame, element.key, -1) for element in node.elements]
    test = frame.temporary()
    frame.emit((ir.MATCH_MAPPING, test, subject, *keys))
    then: list[_Test] = []
    for element, key in zip(node.elements, keys, strict=True):
        then.append(_part_test(frame, element.pattern, (ir.SUBSCRIPT, ir.NO_PLACE), (subject, key)))
    if node.rest is not None:
        rest = node.rest
        then.append(lambda: _bind_rest(frame, rest, subject, keys))
    return _all(frame, test, then)


def _bind_rest(frame: Frame, name: cst.Name, subject: int, keys: list[int]) -> int:
    rest = frame.temporary()
    frame.emit((ir.MATCH_REST, rest, subject, *keys))
    return _bind(frame, name, rest)


def _part_test(frame: Frame, node: Any, before: tuple[int, ...], after: tuple[int, ...]) -> _Test:
    """The test of a part of the subject, which an instruction around a fresh register takes out of it."""

    def test() -> int:
        part = frame.temporary()
        frame.emit((*before, part, *after))
        return pattern(frame, node, part)

    return test


def _class(frame: Frame, node: cst.MatchClass, subject: int) -> int:
    cls = frame.expressions[type(node.cls)](frame, node.cls, -1)
    names = [frame.identifiers[element.key.value] for element in node.kwds]
    test = frame.temporary()
    frame.emit((ir.MATCH_CLASS, test, subject, cls, len(node.patterns), *names))
    then: list[_Test] = []
    for index, element in enumerate(node.patterns):
        part: Any = getattr(element, "value", None)
        then.append(_part_test(frame, part, (ir.MATCH_POSITIONAL,), (subject, cls, index)))
    for keyword, name in zip(node.kwds, names, strict=True):
        then.append(_part_test(frame, keyword.pattern, (ir.ATTRIBUTE, ir.NO_PLACE), (subject, name)))
    return _all(frame, test, then)


_PATTERNS: dict[str, Callable[[Frame, Any, int], int]] = {
    "MatchAs": _as,
    "MatchClass": _class,
    "MatchList": _sequence,
    "MatchMapping": _mapping,
    "MatchOr": _or,
    "MatchSingleton": _value,
    "MatchTuple": _sequence,
    "MatchValue": _value,
}
