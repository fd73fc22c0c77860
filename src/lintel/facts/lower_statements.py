"""Lowering of statements: assignments, branches, loops, exceptions, imports.

Each statement leaves the temporaries as it found them; a nested block goes into a block of its own.
"""

from __future__ import annotations

from typing import Any, Final

from lintel.facts.lower_expressions import BINARY
from lintel.facts.lower_frame import Frame, Statement
from lintel.facts.lower_patterns import case_test
from lintel.facts.lower_targets import KIND, note_bound, register_of, store, store_name, subscript_key
from lintel.flow import ir
from lintel.source.lazy import cst

Attribute = cst.Attribute
Del = cst.Del
Else = cst.Else
Finally = cst.Finally
If = cst.If
Import = cst.Import
ImportFrom = cst.ImportFrom
Name = cst.Name
SimpleStatementLine = cst.SimpleStatementLine
SimpleString = cst.SimpleString
Subscript = cst.Subscript
Try = cst.Try

_ENDS: Final = frozenset({ir.RETURN, ir.RAISE, ir.BREAK, ir.CONTINUE})


def suite(frame: Frame, body: Any) -> None:
    """Lower statements, one after the other, into the current block."""
    statements = frame.unit.statements
    base = frame.next
    for each in body:
        if type(each) is SimpleStatementLine:
            for small in each.body:
                statements[type(small)](frame, small)
                if frame.next != base:
                    frame.release(base)
        else:
            statements[type(each)](frame, each)
            if frame.next != base:
                frame.release(base)


def block_of(frame: Frame, body: Any) -> int:
    """Lower the body of a compound statement, or an Else or Finally (None: nothing), into a block of its own."""
    if body is None:
        return ir.NONE
    if type(body) is Else or type(body) is Finally:
        body = body.body
    emit = frame.emit
    block = frame.open()
    suite(frame, body.body)
    frame.emit = emit
    return frame.closed(block)


def _value(frame: Frame, node: Any, dest: int = -1) -> int:
    return frame.expressions[type(node)](frame, node, dest)


def expression(frame: Frame, node: cst.Expr) -> None:
    """An expression for its effects; docstrings and `...` have none."""
    value: Any = node.value
    if type(value) is not SimpleString:
        frame.expressions[type(value)](frame, value, -1)


def assign(frame: Frame, node: cst.Assign) -> None:
    """`a = b = value`."""
    targets = node.targets
    first: Any = targets[0].target
    value: Any = node.value
    slot = frame.slots.get(first.value, -1) if type(first) is Name else -1
    result = frame.expressions[type(value)](frame, value, slot)
    if slot >= 0 and len(targets) == 1 and not frame.in_class:
        if result != slot:
            frame.emit((ir.MOVE, 0, frame.ordinals[id(node)], slot, result))
        return
    for each in targets:
        store(frame, each.target, result, 0, frame.ordinals[id(node)])


def annotated(frame: Frame, node: cst.AnnAssign) -> None:
    """`a: T = value`: the value first, then what it was declared to be."""
    target: Any = node.target
    at = frame.ordinals[id(node)]
    if node.value is not None:
        store(frame, target, _value(frame, node.value, register_of(frame, target)), KIND["AnnAssign"], at)
    annotation = _value(frame, node.annotation.annotation)
    if type(target) is Name:
        slot = register_of(frame, target)
        frame.emit((ir.ANNOTATE, slot if slot >= 0 else frame.names[target.value], annotation))
    elif type(target) is Attribute:
        frame.emit(
            (ir.ANNOTATE_ATTRIBUTE, _value(frame, target.value), frame.identifiers[target.attr.value], annotation)
        )


def augmented(frame: Frame, node: cst.AugAssign) -> None:
    """`a += value`."""
    target: Any = node.target
    at = frame.ordinals[id(node)]
    operator = BINARY[type(node.operator).__name__.removesuffix("Assign")]
    kind = type(target)
    if kind is Attribute or kind is Subscript:
        _augmented_part(frame, node, operator)
        return
    current = _value(frame, target)
    value = _value(frame, node.value)
    slot = register_of(frame, target)
    result = slot if slot >= 0 else frame.temporary()
    frame.emit((ir.AUGMENT, at, result, operator, current, value))
    if slot < 0:
        store(frame, target, result, KIND["AugAssign"], at)
    else:
        note_bound(frame, target.value)


def _augmented_part(frame: Frame, node: cst.AugAssign, operator: int) -> None:
    target: Any = node.target
    place = frame.ordinals[id(target)]
    owner = _value(frame, target.value)
    current = frame.temporary()
    is_attribute = type(target) is Attribute
    key = frame.identifiers[target.attr.value] if is_attribute else subscript_key(frame, target)
    frame.emit((ir.ATTRIBUTE if is_attribute else ir.SUBSCRIPT, place, current, owner, key))
    value = _value(frame, node.value)
    result = frame.temporary()
    frame.emit((ir.AUGMENT, frame.ordinals[id(node)], result, operator, current, value))
    frame.emit((ir.STORE_ATTRIBUTE if is_attribute else ir.STORE_SUBSCRIPT, place, owner, key, result))


def returned(frame: Frame, node: cst.Return) -> None:
    """`return`."""
    inner: Any = node.value
    value = frame.unit.none if inner is None else frame.expressions[type(inner)](frame, inner, -1)
    frame.emit((ir.RETURN, frame.ordinals[id(node)], value))


def raised(frame: Frame, node: cst.Raise) -> None:
    """`raise value from cause`."""
    value = ir.NONE if node.exc is None else _value(frame, node.exc)
    cause = ir.NONE if node.cause is None else _value(frame, node.cause.item)
    frame.emit((ir.RAISE, frame.ordinals[id(node)], value, cause))


def asserted(frame: Frame, node: cst.Assert) -> None:
    """`assert test, message`."""
    test = _value(frame, node.test)
    block = message = ir.NONE
    if node.msg is not None:
        emit = frame.emit
        block = frame.open()
        message = _value(frame, node.msg)
        frame.emit = emit
        block = frame.closed(block)
    frame.emit((ir.ASSERT, frame.ordinals[id(node)], test, block, message))


def deleted(frame: Frame, node: Any) -> None:
    """`del` of a target."""
    target: Any = node.target if type(node) is Del else node
    kind = type(target)
    if kind is Name:
        slot = register_of(frame, target)
        frame.emit((ir.DELETE, slot if slot >= 0 else frame.names[target.value]))
        if frame.in_class:
            frame.names.pop(target.value, None)
    elif kind is Attribute:
        owner = _value(frame, target.value)
        frame.emit((ir.DELETE_ATTRIBUTE, frame.ordinals[id(target)], owner, frame.identifiers[target.attr.value]))
    elif kind is Subscript:
        owner = _value(frame, target.value)
        frame.emit((ir.DELETE_SUBSCRIPT, frame.ordinals[id(target)], owner, subscript_key(frame, target)))
    else:
        for element in getattr(target, "elements", ()):
            deleted(frame, element.value)


def branch(frame: Frame, node: cst.If) -> None:
    """`if` with all its `elif`."""
    base = frame.next
    emit = frame.emit
    at = frame.ordinals[id(node)]
    arms: list[int] = []
    test_block, test = ir.NONE, _value(frame, node.test)
    while True:
        frame.release(base)
        arms += (test_block, test, block_of(frame, node.body))
        orelse = node.orelse
        if type(orelse) is not If:
            break
        node = orelse
        test_block = frame.open()
        test = _value(frame, node.test)
        frame.emit = emit
        test_block = frame.closed(test_block)
    emit((ir.IF, at, block_of(frame, orelse), *arms))


def match(frame: Frame, node: cst.Match) -> None:
    """`match`: its subject, then one arm a case."""
    subject = _value(frame, node.subject)
    base = frame.next
    emit = frame.emit
    arms: list[int] = []
    for case in node.cases:
        test_block = ir.NONE
        if arms:
            test_block = frame.open()
        test = case_test(frame, case, subject)
        frame.emit = emit
        if test_block != ir.NONE:
            test_block = frame.closed(test_block)
        frame.release(base)
        arms += (test_block, test, block_of(frame, case.body))
    emit((ir.MATCH, frame.ordinals[id(node)], ir.NONE, *arms))


def while_loop(frame: Frame, node: cst.While) -> None:
    """`while`."""
    base = frame.next
    emit = frame.emit
    test_block = frame.open()
    test = _value(frame, node.test)
    frame.emit = emit
    test_block = frame.closed(test_block)
    frame.release(base)
    block = block_of(frame, node.body)
    emit((ir.WHILE, frame.ordinals[id(node)], test_block, test, block, block_of(frame, node.orelse)))


def for_loop(frame: Frame, node: cst.For) -> None:
    """`for`, `async for`: a plain variable is the register of the items, other targets are assigned from one."""
    target: Any = node.target
    at = frame.ordinals[id(node)]
    iterable = _value(frame, node.iter)
    item = register_of(frame, target)
    simple = item >= 0
    if not simple:
        item = frame.temporary()
    emit = frame.emit
    block = frame.open()
    if not simple:
        store(frame, target, item, KIND["For"], at)
    suite(frame, node.body.body)
    frame.emit = emit
    block = frame.closed(block)
    otherwise = block_of(frame, node.orelse)
    emit((ir.FOR, at, int(node.asynchronous is not None), iterable, item, block, otherwise))


def try_statement(frame: Frame, node: cst.Try | cst.TryStar) -> None:
    """`try` with all its parts."""
    body = block_of(frame, node.body)
    handlers: list[int] = []
    for handler in node.handlers:
        handlers += _handler(frame, handler)
    otherwise = block_of(frame, node.orelse)
    final = block_of(frame, node.finalbody)
    opcode = ir.TRY if type(node) is Try else ir.TRY_STAR
    frame.emit((opcode, frame.ordinals[id(node)], body, otherwise, final, *handlers))


def _handler(frame: Frame, node: cst.ExceptHandler | cst.ExceptStarHandler) -> tuple[int, int, int, int]:
    base = frame.next
    emit = frame.emit
    type_block, type_operand, register = ir.NONE, ir.NONE, -1
    if node.type is not None:
        type_block = frame.open()
        type_operand = _value(frame, node.type)
        frame.emit = emit
        type_block = frame.closed(type_block)
        frame.release(base)
    block = frame.open()
    target: Any = None if node.name is None else node.name.name
    if target is not None:
        register = register_of(frame, target)
        if register < 0:
            register = frame.temporary()
            store(frame, target, register, KIND["Try"], ir.NO_PLACE)
    suite(frame, node.body.body)
    instructions = frame.blocks[block]
    if target is not None and not (instructions and instructions[-1][0] in _ENDS):
        deleted(frame, target)
    frame.emit = emit
    frame.release(base)
    return type_block, type_operand, register, frame.closed(block)


def with_statement(frame: Frame, node: cst.With) -> None:
    """`with`, `async with`: each manager is entered in turn, then the block is run."""
    is_async = int(node.asynchronous is not None)
    managers: list[int] = []
    for item in node.items:
        manager = _value(frame, item.item)
        managers.append(manager)
        target: Any = None if item.asname is None else item.asname.name
        register = register_of(frame, target)
        entered = register if register >= 0 else frame.temporary()
        at = frame.ordinals[id(item)]
        frame.emit((ir.ENTER, at, is_async, entered, manager))
        if target is not None and register < 0:
            store(frame, target, entered, KIND["WithItem"], at)
    block = block_of(frame, node.body)
    frame.emit((ir.WITH, frame.ordinals[id(node)], is_async, block, *managers))


def break_loop(frame: Frame, _node: cst.Break) -> None:
    """`break`."""
    frame.emit((ir.BREAK,))


def continue_loop(frame: Frame, _node: cst.Continue) -> None:
    """`continue`."""
    frame.emit((ir.CONTINUE,))


def nothing(_frame: Frame, _node: Any) -> None:
    """A statement that does nothing when it runs: `pass`, `global`, `nonlocal`."""


def _dotted(node: Any) -> str:
    parts: list[str] = []
    while type(node) is Attribute:
        parts.append(node.attr.value)
        node = node.value
    parts.append(node.value)
    return ".".join(reversed(parts))


def imported(frame: Frame, node: cst.Import | cst.LazyImport) -> None:
    """`import a.b`, `import a.b as c`, `lazy import a`."""
    lazy = int(type(node) is not Import)
    for alias in node.names:
        module = _dotted(alias.name)
        whole = alias.asname is not None or "." not in module
        _import(frame, alias, lambda at, to, m=module, w=whole: (ir.IMPORT, at, to, frame.identifiers[m], int(w), lazy))


def imported_from(frame: Frame, node: cst.ImportFrom | cst.LazyImportFrom) -> None:
    """`from ..a import b as c`, `from a import *`."""
    lazy = int(type(node) is not ImportFrom)
    module = frame.identifiers["" if node.module is None else _dotted(node.module)]
    level = len(node.relative)
    if isinstance(node.names, cst.ImportStar):
        frame.emit((ir.IMPORT_STAR, frame.ordinals[id(node.names)], module, level))
        return
    for alias in node.names:
        name = frame.identifiers[_dotted(alias.name)]
        _import(frame, alias, lambda at, to, n=name: (ir.IMPORT_FROM, at, to, module, level, n, lazy))


def _import(frame: Frame, alias: cst.ImportAlias, instruction: Any) -> None:
    at = frame.ordinals[id(alias)]
    bound = _dotted(alias.name).split(".", 1)[0]
    if alias.asname is not None:
        target: Any = alias.asname.name
        bound = target.value
    slot = frame.slots.get(bound, -1)
    to = slot if slot >= 0 else frame.temporary()
    frame.emit(instruction(at, to))
    store_name(frame, bound, to, KIND["ImportAlias"], at)


STATEMENTS: dict[str, Statement] = {
    "AnnAssign": annotated,
    "Assert": asserted,
    "Assign": assign,
    "AugAssign": augmented,
    "Break": break_loop,
    "Continue": continue_loop,
    "Del": deleted,
    "Expr": expression,
    "For": for_loop,
    "Global": nothing,
    "If": branch,
    "Import": imported,
    "ImportFrom": imported_from,
    "LazyImport": imported,
    "LazyImportFrom": imported_from,
    "Match": match,
    "Nonlocal": nothing,
    "Pass": nothing,
    "Raise": raised,
    "Return": returned,
    "Try": try_statement,
    "TryStar": try_statement,
    "While": while_loop,
    "With": with_statement,
}
