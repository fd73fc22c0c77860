"""Lowering: a syntax tree becomes the flow IR, every function of the file in one pass over what has meaning.

After this the tree can go: flow, effects and queries are answered from the IR. See `flow.ir` for what it holds.
"""

from __future__ import annotations

import sys
import threading
from typing import Final

from lintel.flow import ir
from lintel.source.walk import Walked

_DEEP_LIMIT: Final = 200_000
_DEEP_STACK: Final = 512 * 1024 * 1024
_deep = threading.Lock()


def lower(walked: Walked) -> ir.ModuleIR:
    """Lower a whole file; no tree that LibCST parses makes it raise.

    Args:
        walked: the walk of its Module; ordinals in the IR are those of this walk.
    """
    from lintel.facts.lower_file import lower_file

    try:
        return lower_file(walked)
    except RecursionError:
        return _lower_deep(walked)


def _lower_deep(walked: Walked) -> ir.ModuleIR:
    """The same for expressions nested beyond the recursion limit, in a thread whose stack has room for them."""
    from lintel.facts.lower_file import lower_file

    result: list[ir.ModuleIR] = []
    with _deep:
        limit, size = sys.getrecursionlimit(), threading.stack_size(_DEEP_STACK)
        sys.setrecursionlimit(max(limit, _DEEP_LIMIT))
        try:
            thread = threading.Thread(target=lambda: result.append(lower_file(walked)), name="lowering")
            thread.start()
            thread.join()
        finally:
            sys.setrecursionlimit(limit)
            threading.stack_size(size)
    return result[0]
