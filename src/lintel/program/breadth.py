"""When a unit is responsible for too much, and how that is said: one measure for services and controllers.

Size is evidence, never the reason: a unit is too broad because its work falls into several groups that have little to
do with each other, because its endpoints serve several resources, or because it reaches into most of the project.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from lintel.program.cohesion import ONE_SUBJECT, SMALLEST_PART, Part
from lintel.program.responsibilities import Unit

_SMALL_SUBJECT = 0.4
_SPREAD = 4.0
_REACH = 40
_REACH_STATEMENTS = 5
_SMALL = 0.7
_SYSTEMS = 3
_HERE = frozenset({"filesystem", "process"})
_CATCH_ALL = frozenset({"utils", "util", "utilities", "helpers", "helper", "common", "misc", "shared", "tools"})
_SHOWN = 5


class Limits(NamedTuple):
    """From which size on breadth counts: functions that do work, their statements, groups, endpoints."""

    functions: int
    statements: int
    groups: int
    endpoints: int


class Breadth(NamedTuple):
    """Why a unit is too broad, and the groups it would split into."""

    by: Literal["groups", "resources", "systems", "scatter", "reach"]
    parts: tuple[Part, ...]


def breadth(unit: Unit, limits: Limits) -> Breadth | None:
    """Whether a unit is responsible for too much, by its strongest evidence; None where it is not, or has an excuse."""
    if unit.excuse:
        return None
    return (
        _by_groups(unit, limits)
        or _by_resources(unit, limits)
        or _by_systems(unit, limits)
        or _by_scatter(unit, limits)
        or _by_reach(unit, limits)
    )


def _by_groups(unit: Unit, limits: Limits) -> Breadth | None:
    """Many unrelated groups: in a large unit, or in a smaller one that calls itself a service or a controller."""
    large = unit.functions >= limits.functions and unit.statements >= limits.statements
    if large and len(unit.parts) >= limits.groups and unit.spread >= _SPREAD:
        return Breadth("groups", unit.parts)
    parts = tuple(part for part in unit.small_parts if len(part.functions) >= SMALLEST_PART)
    enough = unit.small >= _SMALL * limits.functions and len(parts) >= limits.groups
    named = unit.role in {"service", "controller"}
    return Breadth("groups", parts) if named and enough and unit.share < _SMALL_SUBJECT else None


def _by_resources(unit: Unit, limits: Limits) -> Breadth | None:
    """Endpoints of several resources, none of which is what most of them are about."""
    parts = tuple(part for part in unit.resources if len(part.functions) >= SMALLEST_PART)
    endpoints = sum(len(part.functions) for part in unit.resources)
    if endpoints < limits.endpoints or len(parts) < limits.groups:
        return None
    return Breadth("resources", parts) if len(parts[0].functions) < ONE_SUBJECT * endpoints else None


def _by_systems(unit: Unit, limits: Limits) -> Breadth | None:
    """Several systems outside the machine, in a unit of several groups."""
    outside = set(unit.systems) - _HERE
    enough = unit.small >= _SMALL * limits.functions and len(unit.small_parts) >= limits.groups
    return Breadth("systems", unit.small_parts) if enough and len(outside) >= _SYSTEMS else None


def _by_scatter(unit: Unit, limits: Limits) -> Breadth | None:
    """A large module that is named for nothing and whose work is spread over so many subjects that few make a group."""
    large = unit.functions >= limits.functions and unit.statements >= limits.statements
    catch_all = not unit.name and _CATCH_ALL & set(unit.path.lower().removesuffix(".py").split("/")[-2:])
    scattered = unit.spread >= 2 * _SPREAD and unit.share < _SMALL_SUBJECT / 2
    return Breadth("scatter", unit.small_parts) if large and catch_all and scattered and unit.small_parts else None


def _by_reach(unit: Unit, limits: Limits) -> Breadth | None:
    """A very large unit that uses a great part of the project: whatever its names say, it knows everything."""
    least = limits.statements * (2 if unit.role == "controller" else _REACH_STATEMENTS)
    large = unit.functions >= limits.functions and unit.statements >= least
    return Breadth("reach", unit.parts) if large and unit.collaborators >= _REACH and unit.parts else None


def what(unit: Unit) -> str:
    """How a unit is called in a message."""
    if unit.name:
        return f"class {unit.name}"
    parts = unit.path.removesuffix(".py").split("/")
    return f"module {parts[-2] if parts[-1] == '__init__' and len(parts) > 1 else parts[-1]}"


def size(unit: Unit, found: Breadth) -> str:
    """The size of a unit as evidence."""
    if found.by == "resources":
        return f"{sum(len(part.functions) for part in unit.resources)} endpoints"
    if found.by == "systems":
        return f"{unit.small} functions, {', '.join(sorted(set(unit.systems) - _HERE))}"
    if found.by == "reach":
        return f"{unit.functions} functions, {unit.statements} statements, {unit.collaborators} modules used"
    return f"{max(unit.functions, sum(len(part.functions) for part in found.parts))} functions"


def groups(found: Breadth) -> str:
    """The groups a unit would split into, the largest first, with the number of their functions."""
    shown = [f"{part.label} ({len(part.functions)})" for part in found.parts[:_SHOWN]]
    more = len(found.parts) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def members(part: Part) -> str:
    """Some functions of a group, the largest first, and what they amount to."""
    shown = ", ".join(part.functions[:_SHOWN]) + (", ..." if len(part.functions) > _SHOWN else "")
    return f"{part.label}: {shown} ({len(part.functions)} functions, {part.statements} statements)"
