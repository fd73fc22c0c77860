"""Lowering: a syntax tree becomes the flow IR, every function of the file in one pass over what has meaning.

After this the tree can go: flow, effects and queries are answered from the IR. See `flow.ir` for what it holds.
"""

from __future__ import annotations

from lintel.flow import ir
from lintel.source.deep import with_deep_stack
from lintel.source.walk import Walked


def lower(walked: Walked) -> ir.ModuleIR:
    """Lower a whole file; no tree that LibCST parses makes it raise.

    Args:
        walked: the walk of its Module; ordinals in the IR are those of this walk.
    """
    from lintel.facts.lower_file import lower_file

    try:
        return lower_file(walked)
    except RecursionError:
        return with_deep_stack(lower_file, walked)
