"""What all findings about flows say alike: the surest arrival, the way that it came, how sure that makes us."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from lintel.card import Card
from lintel.finding import Confidence, Finding, Related, Severity
from lintel.program.flows import Arrival, Flow, Piece, Step, level_of
from lintel.view import ProgramView

_PARTS = {
    "any": "request data", "body": "the request's body", "cookie": "a cookie", "file": "an uploaded file",
    "header": "a header", "message": "a message", "path": "the request's path", "query": "a query parameter",
}  # fmt: skip


def worst(flow: Flow, *, unknown: bool, holds: Callable[[Arrival], bool] = lambda _: True) -> Arrival | None:
    """The surest arrival of those for which `holds`: a client's data; if `unknown`, else a value of unknown origin."""
    for level in ("client", "unknown") if unknown else ("client",):
        for arrival in flow.arrivals:
            if level_of(arrival.pieces) == level and holds(arrival):
                return arrival
    return None


def decided(arrival: Arrival) -> Piece:
    """The piece of an arrival that decides how sure a finding is."""
    holes = [piece for piece in arrival.pieces if piece.hole]
    level = level_of(holes)
    return next(piece for piece in holes if piece.level == level)


def origin(piece: Piece) -> str:
    """Where what fills a hole comes from, in words."""
    if piece.level == "client":
        return _PARTS.get(piece.part, "request data")
    if piece.name == "parameter":
        return "a parameter of unknown origin"
    name = piece.name.lstrip(".")
    return f"`{name}` of unknown origin" if name.isidentifier() else "a value of unknown origin"


def callee_of(flow: Flow) -> str:
    """The name that the sink is known by: its module or class and its own."""
    way = flow.sink.replace("()", "").removeprefix("builtins.").split(".")
    return ".".join(way[-2:])


def shape(arrival: Arrival) -> str:
    """What arrives as text, holes as `{}`: what the identity of a finding is built on."""
    return "".join("{}" if piece.hole else piece.text for piece in arrival.pieces)


def flow_finding(
    card: Card,
    flow: Flow,
    view: ProgramView,
    arrival: Arrival,
    piece: Piece | None = None,
    *,
    severity: Severity | None = None,
    confidence: Confidence | None = None,
    **arguments: str,
) -> Finding:
    """The finding that this arrives at this sink, with its way; `piece` is what it is about, by default the worst.

    A client's data is sure to do harm and anything else may, unless the rule knows more (`confidence`).
    """
    chosen = decided(arrival) if piece is None else piece
    if confidence is None:
        confidence = Confidence.HIGH if chosen.level == "client" and flow.certain else Confidence.MEDIUM
    found = view.found(
        card,
        flow.path,
        view.place(flow.path, flow.kind, flow.ordinal),
        anchor=f"{flow.sink}({shape(arrival)})",
        symbol=flow.symbol,
        severity=severity,
        confidence=confidence,
        related=(),
        **arguments,
    )
    return msgspec.structs.replace(found, steps=_steps(flow, view, arrival, chosen))


def _steps(flow: Flow, view: ProgramView, arrival: Arrival, piece: Piece) -> tuple[Related, ...]:
    """The way of the value: where it comes in, through what, where it does harm."""
    steps = _in_order(piece.steps, arrival.calls, flow)
    if flow.reached is not None:
        steps.append(flow.reached)
    steps.append(Step(flow.path, flow.kind, flow.ordinal, f"reaches {callee_of(flow)}"))
    return tuple(_related(_each_place_once(steps), view))


def _in_order(steps: Sequence[Step], calls: Sequence[Step], flow: Flow) -> list[Step]:
    """The steps of a value, and between them the calls that led to the functions that they are in."""
    functions = [(call.path, call.symbol) for call in calls] + [(flow.path, flow.symbol)]
    found: list[Step] = []
    entered = 0
    for step in steps:
        here = (step.path, step.symbol)
        if here in functions[entered:]:
            reached = functions.index(here, entered)
            if found:  # before it comes in, calls hand on the request
                found += calls[entered:reached]
            entered = reached
        found.append(step)
    return [*found, *calls[entered:]]


# Where a value is made, bound, read, handed on or given back; displays and tests would say nothing more of its way.
_PLACED = frozenset(
    {
        "AnnAssign",
        "Assign",
        "Attribute",
        "AugAssign",
        "Await",
        "BinaryOperation",
        "Call",
        "ClassDef",
        "For",
        "FunctionDef",
        "Lambda",
        "NamedExpr",
        "Raise",
        "Return",
        "Subscript",
        "Yield",
    }
)  # fmt: skip


def _each_place_once(steps: Iterable[Step]) -> list[Step]:
    """The steps that can be told; of several in a row at one place where the value comes in, else the last."""
    found: list[Step] = []
    for step in steps:
        if step.ordinal < 0 or step.kind not in _PLACED:
            continue
        if found and _place(found[-1]) == _place(step):
            if len(found) > 1:
                found[-1] = step
        else:
            found.append(step)
    return found


def _place(step: Step) -> tuple[str, str, int]:
    return (step.path, step.kind, step.ordinal)


def _related(steps: Iterable[Step], view: ProgramView) -> Iterable[Related]:
    for step in steps:
        yield Related(step.path, view.place(step.path, step.kind, step.ordinal), step.what)
