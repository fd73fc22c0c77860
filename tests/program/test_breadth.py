"""What counts as breadth: groups that are about something else than the unit's own name, weighed together with size."""

from __future__ import annotations

from lintel.program.breadth import Breadth, Limits, breadth
from lintel.program.cohesion import Part
from lintel.program.responsibilities import Unit

LIMITS = Limits(functions=20, statements=300, groups=4, endpoints=0)


def _part(label: str, count: int) -> Part:
    return Part(label, tuple(f"read_{label}_{index}" for index in range(count)), tuple(range(count)), count * 10)


def _unit(*labels: str, name: str = "Store", functions: int = 30, statements: int = 450, spread: float = 5.0) -> Unit:
    return Unit(
        path="app/store.py", name=name, ordinal=0, role="", functions=functions, statements=statements,
        parts=tuple(_part(label, 5) for label in labels), small=functions, small_parts=(), spread=spread, dominant="",
        share=0.2, resources=(), systems=(), collaborators=3, excuse="", small_statements=statements,
    )  # fmt: skip


def _by(unit: Unit) -> str:
    found: Breadth | None = breadth(unit, LIMITS)
    return found.by if found is not None else ""


def test_groups_about_other_things_are_breadth() -> None:
    assert _by(_unit("user", "order", "invoice", "voucher")) == "groups"


def test_groups_about_what_the_unit_is_named_for_are_not() -> None:
    assert _by(_unit("token", "tokeninfo", "user", "order", "invoice", name="TokenClass")) == ""


def test_one_measure_may_fall_short_a_little_where_others_are_strong() -> None:
    assert _by(_unit("user", "order", "invoice", "voucher", statements=270)) == "groups"
    assert _by(_unit("user", "order", "invoice", "voucher", statements=200)) == ""


def test_all_measures_at_their_limits_are_not_enough() -> None:
    assert _by(_unit("user", "order", "invoice", "voucher", functions=20, statements=300, spread=4.0)) == ""
