"""Which function each stop of a value's way is in, so that it can be told in the order in which it is gone.

A value says where it was made, its calls where it was handed on; only the functions that these places stand in tell
which came first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from msgspec.structs import replace

from lintel.flow import ir
from lintel.program.flows import Arrival, Flow, Piece, Step

Places = Mapping[tuple[str, int], str]


def with_symbols(flows: Mapping[str, Flow], irs: Callable[[str], ir.ModuleIR | None]) -> Mapping[str, Flow]:
    """The same flows, with the function of each step on the way of a client's data."""

    @cache
    def places(path: str) -> Places:
        module = irs(path)
        return {} if module is None else _places(module)

    def step(each: Step) -> Step:
        return replace(each, symbol=places(each.path).get((each.kind, each.ordinal), ""))

    def piece(each: Piece) -> Piece:
        return replace(each, steps=tuple(map(step, each.steps))) if each.steps else each

    def arrival(each: Arrival) -> Arrival:
        return replace(each, pieces=tuple(map(piece, each.pieces)))

    return {key: replace(flow, arrivals=tuple(map(arrival, flow.arrivals))) for key, flow in flows.items()}


def _places(module: ir.ModuleIR) -> Places:
    """The qualified name of the function that each place of a file is in; a definition is in itself."""
    found: dict[tuple[str, int], str] = {}
    for index, function in enumerate(module.functions):
        symbol = module.qualified_name(index)
        if function.kind == ir.DEFINITION:
            found["FunctionDef", function.at] = symbol
        for block in function.blocks:
            for instruction in block:
                place = ir.place(instruction)
                if place is not None:
                    found.setdefault(place, symbol)
    return found
