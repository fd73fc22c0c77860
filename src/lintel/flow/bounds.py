"""What keeps solving from growing without end, told where it was met: a flow that is not followed must not be silent.

Only bounds that may cost a flow are here. Others cost no more than exactness: a mixture of many values, a text of many
parts or a list of many items is told by what it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

SHAPES: Final = "is called with more kinds of objects or functions than are told apart"
OVERRIDES: Final = "is overridden in more classes than are looked into"
CALLEES: Final = "calls one of more functions than are looked into"
SINKS: Final = "has more sinks that depend on its callers than are told to them"
NESTED: Final = "asks an object for parts that lead to one another without end"
ROUNDS: Final = "hands values on through more variables of a loop than are followed"
STORES: Final = "reads what was handed on through more objects than are followed"
STEPS: Final = "is so long that its loops are followed once only"

MOST_NAMED: Final = 3  # functions of one notice

Place = tuple[str, str]


def bounds_said(met: Mapping[str, Iterable[Place]]) -> tuple[str, ...]:
    """One line for each bound that was met, with the first functions in which it was.

    `met` are the places (file, function) by bound.
    """
    lines = []
    for bound in sorted(met):
        places = sorted(met[bound])
        shown = ", ".join(f"{path}: {name}" for path, name in places[:MOST_NAMED])
        more = f" and {len(places) - MOST_NAMED} more" if len(places) > MOST_NAMED else ""
        lines.append(f"values were not followed everywhere: a function {bound} ({shown}{more})")
    return tuple(lines)
