"""What counts as breadth: groups that are about something else than the unit's own name, weighed together with size."""

from __future__ import annotations

import msgspec

from lintel.program.breadth import Breadth, Limits, breadth
from lintel.program.cohesion import Part
from lintel.program.responsibilities import Unit

LIMITS = Limits(functions=20, statements=300, groups=4, endpoints=0)


def _part(label: str, count: int) -> Part:
    return Part(label, tuple(f"read_{label}_{index}" for index in range(count)), tuple(range(count)), count * 10)


def _unit(
    *labels: str,
    name: str = "Store",
    functions: int = 30,
    statements: int = 450,
    spread: float = 5.0,
    ways: int = 25,
    collaborators: int = 3,
) -> Unit:
    return Unit(
        path="app/store.py", name=name, ordinal=0, role="", functions=functions, statements=statements,
        parts=tuple(_part(label, 5) for label in labels), small=functions, small_parts=(), spread=spread, dominant="",
        share=0.2, resources=(), systems=(), collaborators=collaborators, excuse="", small_statements=statements,
        ways=ways,
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


def test_steps_of_a_few_functions_are_one_work_unless_they_know_much_of_the_project() -> None:
    labels = ("user", "order", "invoice", "voucher")
    assert _by(_unit(*labels, ways=3)) == ""
    assert _by(_unit(*labels, ways=3, collaborators=30)) == "groups"


def _entered(*labels: str, role: str = "", name: str = "Wrapper", ways: int = 40, subjects: float = 15.0) -> Unit:
    groups = tuple(_part(label, 5) for label in labels)
    return msgspec.structs.replace(
        _unit(name=name, functions=45, spread=1.0), role=role, ways=ways, offered=ways, subjects=subjects, groups=groups
    )


def test_many_ways_in_much_work_and_many_subjects_are_breadth() -> None:
    assert _by(_entered("folder", "limit", "runtime", ways=60)) == "ways"
    assert _by(_entered("folder", "limit", "runtime", ways=20)) == ""
    assert _by(_entered("folder", "limit", "runtime", subjects=4.0)) == ""
    assert _by(_entered("folder", "limit")) == ""


def test_a_unit_that_uses_much_of_the_project_needs_a_little_less() -> None:
    unit = _entered("folder", "limit", "runtime", ways=40)
    assert _by(unit) == ""
    assert _by(msgspec.structs.replace(unit, collaborators=30)) == "ways"
    narrow = _entered("folder", "limit", "runtime", ways=20)
    assert _by(msgspec.structs.replace(narrow, collaborators=30)) == ""


def test_a_service_or_a_module_named_for_a_kind_of_functions_needs_less() -> None:
    assert _by(_entered("folder", "limit", "runtime", ways=20, role="service")) == "ways"
    tasks = msgspec.structs.replace(_entered("folder", "limit", "runtime", ways=20), path="app/tasks.py", name="")
    assert _by(tasks) == "ways"


def test_several_groups_of_one_size_are_variety_whatever_their_names_begin_with() -> None:
    labels = ("user", "group", "repository", "gist", "comment", "request")
    assert _by(_entered(*labels, role="controller", ways=45, subjects=3.0)) == "ways"


def test_what_goes_through_one_function_or_is_mostly_about_one_thing_is_one() -> None:
    unit = _entered("folder", "limit", "runtime", ways=60)
    assert _by(unit) == "ways"
    assert _by(msgspec.structs.replace(unit, funnel=0.6)) == ""
    assert _by(msgspec.structs.replace(unit, share=0.55)) == ""
