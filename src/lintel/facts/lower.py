"""Lowering: a syntax tree becomes the flow IR, every function of the file in one pass over what has meaning.

After this the tree can go: flow, effects and queries are answered from the IR. See `flow.ir` for what it holds.
"""

from __future__ import annotations

import sys
import threading
from functools import cache
from typing import Any, Final

from lintel.facts.lower_containers import CONTAINERS
from lintel.facts.lower_expressions import EXPRESSIONS, unknown
from lintel.facts.lower_frame import Expression, Frame, Statement, Unit
from lintel.facts.lower_functions import DEFINITIONS, LAMBDAS, finished
from lintel.facts.lower_statements import STATEMENTS, nothing, suite
from lintel.facts.lower_strings import STRINGS
from lintel.flow import ir
from lintel.source.children import cst_package
from lintel.source.walk import Walked

_DEEP_LIMIT: Final = 200_000
_DEEP_STACK: Final = 512 * 1024 * 1024
_deep = threading.Lock()


def lower(walked: Walked) -> ir.ModuleIR:
    """Lower a whole file.

    Args:
        walked: the walk of its Module; ordinals in the IR are those of this walk.
    """
    try:
        return _lower(walked)
    except RecursionError:
        return _lower_deep(walked)


def _lower(walked: Walked) -> ir.ModuleIR:
    expressions, statements = _tables()
    unit = Unit(walked, expressions, statements)
    root: Any = walked.root
    frame = Frame(unit, None, root, root.body)
    suite(frame, root.body)
    finished(frame, "<module>", ir.MODULE_BODY, ir.NO_PLACE, [])
    functions = [function for function in unit.functions if function is not None]
    return ir.ModuleIR(list(unit.names), unit.pool, functions)


def _lower_deep(walked: Walked) -> ir.ModuleIR:
    """The same for expressions nested beyond the recursion limit, in a thread whose stack has room for them."""
    result: list[ir.ModuleIR] = []
    with _deep:
        limit, size = sys.getrecursionlimit(), threading.stack_size(_DEEP_STACK)
        sys.setrecursionlimit(max(limit, _DEEP_LIMIT))
        try:
            thread = threading.Thread(target=lambda: result.append(_lower(walked)), name="lowering")
            thread.start()
            thread.join()
        finally:
            sys.setrecursionlimit(limit)
            threading.stack_size(size)
    return result[0]


class _Table(dict[type, Any]):
    """Handlers by node type; a type that came after this was written is passed over, as unknown."""

    def __init__(self, named: dict[str, Any], other: Any) -> None:
        package = cst_package()
        super().__init__({getattr(package, name): handler for name, handler in named.items() if hasattr(package, name)})
        self._other = other

    def __missing__(self, key: type) -> Any:
        return self._other


@cache
def _tables() -> tuple[dict[type, Expression], dict[type, Statement]]:
    expressions = _Table({**EXPRESSIONS, **CONTAINERS, **STRINGS, **LAMBDAS}, unknown)
    return expressions, _Table({**STATEMENTS, **DEFINITIONS}, nothing)
