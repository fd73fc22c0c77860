"""Lowering of one file: the tables of all handlers, and the module body, from which everything else is reached.

Imported at the first lowering only: the modules of the handlers name LibCST's types when they are imported.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lintel.facts.lower_containers import CONTAINERS
from lintel.facts.lower_expressions import EXPRESSIONS, unknown
from lintel.facts.lower_frame import Expression, Frame, Statement, Unit
from lintel.facts.lower_functions import DEFINITIONS, LAMBDAS, finished
from lintel.facts.lower_statements import STATEMENTS, nothing, suite
from lintel.facts.lower_strings import STRINGS
from lintel.flow import ir
from lintel.source.children import cst_package
from lintel.source.walk import Walked


def lower_file(walked: Walked) -> ir.ModuleIR:
    """Lower a whole file; RecursionError where its expressions are nested beyond the recursion limit."""
    expressions, statements = tables()
    unit = Unit(walked, expressions, statements)
    root: Any = walked.root
    frame = Frame(unit, None, root, root.body)
    suite(frame, root.body)
    finished(frame, "<module>", ir.MODULE_BODY, ir.NO_PLACE, [])
    functions = [function for function in unit.functions if function is not None]
    lowered = ir.ModuleIR(list(unit.names), unit.pool, functions)
    unit.close()
    return lowered


class _Table(dict[type, Any]):
    """Handlers by node type; a type that came after this was written is passed over, as unknown."""

    def __init__(self, named: dict[str, Any], other: Any) -> None:
        package = cst_package()
        super().__init__({getattr(package, name): handler for name, handler in named.items() if hasattr(package, name)})
        self._other = other

    def __missing__(self, key: type) -> Any:
        return self._other


@cache
def tables() -> tuple[dict[type, Expression], dict[type, Statement]]:
    """The handlers of expressions and of statements, by LibCST node type."""
    expressions = _Table({**EXPRESSIONS, **CONTAINERS, **STRINGS, **LAMBDAS}, unknown)
    return expressions, _Table({**STATEMENTS, **DEFINITIONS}, nothing)
