"""When a unit is responsible for too much, and how that is said: one measure for services and controllers.

Size is evidence, never the reason: a unit is too broad because its work falls into several groups that have little to
do with each other, because its endpoints serve several resources, or because it reaches into most of the project.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from lintel.program.cohesion import ONE_SUBJECT, SMALLEST_PART, Part
from lintel.program.responsibilities import Unit
from lintel.program.words import is_verb, singular, subject, words

_SMALL_SUBJECT = 0.4
_SPREAD = 4.0
_SCATTERED = 8.0
_REACH = 30
_REACH_STATEMENTS = 5
_MISSED = 0.85  # how far one measure may fall short where the others are strong
_CLEAR = 1.15
_CAP = 2.0
_SMALL = 0.7
_COVERED = 0.75
_SYSTEMS = 3
_ENTITY_PART = 4
_VERBS_IN_COMMON = 2
_RESOURCES_COVERED = 0.5
_KNOWS = 15
_KNOWS_MANY = 20
_HEADS = 8
_HEADS_BEHIND_ONE = 10
_PAIRS_COVERED = 0.6
_DUTY_STATEMENTS = 3
_HERE = frozenset({"filesystem", "process"})
_CATCH_ALL = frozenset({"utils", "util", "utilities", "helpers", "helper", "common", "misc", "shared", "tools"})
_KINDS = frozenset(
    {"actions", "adapters", "api", "core", "functions", "handlers", "jobs", "operations", "services", "tasks", "views"}
)
_SUBJECTS = 10  # effective, from where on they are many
_LEAST = 0.7  # how far one of the three may fall short of its limit
_WAYS = 5.0  # ways in, work and subjects, each relative to its limit, multiplied
_WAYS_KNOWING = 4.0  # where the unit uses a great part of the project
_WAYS_CATCH_ALL = 2.4
_WAYS_UNTITLED = 1.6
_WAYS_CONTROLLER = 1.3
_WAYS_VIEWS = 4.0
_FEW_WAYS = 0.2
_ENTERED = 0.7
_ENTERED_SERVICE = 0.5
_MOSTLY = 0.5
_TELLING = 4  # letters; shorter words begin too many others
_SHOWN = 5


class Limits(NamedTuple):
    """From which size on breadth counts: functions that do work, their statements, groups, endpoints."""

    functions: int
    statements: int
    groups: int
    endpoints: int


class Breadth(NamedTuple):
    """Why a unit is too broad, and the groups it would split into."""

    by: Literal["groups", "resources", "systems", "scatter", "ways", "paths", "duties", "reach"]
    parts: tuple[Part, ...]


def breadth(unit: Unit, limits: Limits) -> Breadth | None:
    """Whether a unit is responsible for too much, by its strongest evidence; None where it is not, or has an excuse."""
    if unit.excuse:
        return _by_duties(unit, limits)
    return (
        _by_resources(unit, limits)
        or _by_groups(unit, limits)
        or _by_entities(unit, limits)
        or _by_systems(unit, limits)
        or _by_scatter(unit, limits)
        or _by_ways(unit, limits)
        or _by_paths(unit, limits)
        or _by_duties(unit, limits)
        or _by_reach(unit, limits)
    )


def _clear(*ratios: float) -> bool:
    """Whether measures, each relative to its limit, say together that a unit is too broad.

    One may miss its limit by a little where the others are well beyond theirs; all at their limits are not enough.
    """
    return min(ratios) >= _MISSED and sum(min(each, _CAP) for each in ratios) >= _CLEAR * len(ratios)


def _by_resources(unit: Unit, limits: Limits) -> Breadth | None:
    """Endpoints of several resources, none of which is what most of them are about.

    Two of a kind tell something in a module only: in a view class they are actions on parts of its one entity.
    """
    if unit.endpoints < max(limits.endpoints, 1) or not unit.resources:
        return None
    if len(unit.resources[0].functions) >= ONE_SUBJECT * unit.endpoints:
        return None
    for least, wanted, covered in (
        (SMALLEST_PART, limits.groups, _RESOURCES_COVERED),
        (SMALLEST_PART - 1, limits.groups + 1, _PAIRS_COVERED),
    ):
        parts = tuple(part for part in _things(unit) if len(part.functions) >= least)
        enough = sum(len(part.functions) for part in parts) >= covered * unit.endpoints
        if enough and len(parts) >= wanted and (least == SMALLEST_PART or not (unit.shared or unit.name)):
            return Breadth("resources", parts)
    return None


def _things(unit: Unit) -> list[Part]:
    """The resources whose word is a thing, not what is done."""
    return [part for part in unit.resources if subject(part.label) and not is_verb(part.label)]


def _by_groups(unit: Unit, limits: Limits) -> Breadth | None:
    """Many unrelated groups in a large unit; one whose routes all begin alike must know much of the project too."""
    if unit.shared and unit.collaborators < _KNOWS_MANY:
        return None
    if is_one_work(unit) and unit.collaborators < _KNOWS:
        return None
    large = max(unit.functions, _SMALL * unit.small) / limits.functions
    work = unit.small_statements / limits.statements
    foreign = [part for part in unit.parts if not _is_own(part, unit)]
    clear = _clear(large, work, len(foreign) / limits.groups, unit.spread / _SPREAD)
    return Breadth("groups", unit.parts) if clear and len(foreign) >= limits.groups else None


def _is_own(part: Part, unit: Unit) -> bool:
    """Whether a group is about what the unit is named for: tokens and token data in a class of tokens."""
    stem = unit.path.removesuffix(".py").rpartition("/")[2]
    named = {singular(word) for word in words(unit.name.rpartition(".")[2] or stem) if len(word) >= _TELLING}
    return any(word.startswith(tuple(named)) for word in words(part.label)) if named else False


def _by_entities(unit: Unit, limits: Limits) -> Breadth | None:
    """The same few verbs for several things, in a smaller unit that calls itself a service or a controller, or is one.

    One is what callers enter nearly everywhere.
    """
    parts = tuple(part for part in unit.small_parts if len(part.functions) >= SMALLEST_PART)
    enough = unit.small >= _SMALL * limits.functions and len(parts) >= limits.groups
    entered = _ENTERED_SERVICE if unit.role in {"service", "controller"} else _ENTERED
    serves = unit.offered >= entered * unit.small
    if unit.shared or not serves or not enough or unit.share >= _SMALL_SUBJECT:
        return None
    covered = sum(len(part.functions) for part in parts) >= _COVERED * unit.small
    wide = sum(len(part.functions) >= _ENTITY_PART for part in parts) >= limits.groups - 1
    return Breadth("groups", parts) if covered and wide and _verbs_in_common(parts) else None


def _verbs_in_common(parts: tuple[Part, ...]) -> bool:
    """Whether some verbs recur in most of the groups: each of them is a thing of its own that is kept."""
    verbs = Counter(
        verb for part in parts for verb in {words(name)[0] for name in part.functions if words(name)} if is_verb(verb)
    )
    return sum(count > len(parts) / 2 and count >= SMALLEST_PART for count in verbs.values()) >= _VERBS_IN_COMMON


def _by_systems(unit: Unit, limits: Limits) -> Breadth | None:
    """Several systems outside the machine, in a unit of several groups."""
    outside = set(unit.systems) - _HERE
    enough = unit.small >= _SMALL * limits.functions and len(unit.small_parts) >= limits.groups
    return Breadth("systems", unit.small_parts) if enough and len(outside) >= _SYSTEMS else None


def _by_scatter(unit: Unit, limits: Limits) -> Breadth | None:
    """A large module that is named for nothing and whose work is spread over so many subjects that few make a group."""
    if not _is_scattered(unit):
        return None
    sizes = (unit.functions / limits.functions, unit.small_statements / limits.statements)
    return Breadth("scatter", unit.small_parts) if _clear(*sizes, unit.spread / _SCATTERED) else None


def _by_ways(unit: Unit, limits: Limits) -> Breadth | None:
    """Many functions that callers come for one by one, much work behind them, and names about many things."""
    variety = max(unit.subjects / _SUBJECTS, _several(unit.groups) / limits.groups)
    ratios = (unit.offered / limits.functions, unit.small_statements / limits.statements, variety)
    several = len(unit.groups) >= limits.groups - 1
    parts = unit.groups if several or not _is_scattered(unit) else unit.small_parts
    one = unit.shared or unit.share >= _MOSTLY or unit.funnel >= _MOSTLY
    if one or min(ratios) < _LEAST or len(parts) < limits.groups - 1:
        return None
    return Breadth("ways", parts) if math.prod(ratios) >= _enough_ways(unit) else None


def _enough_ways(unit: Unit) -> float:
    """From where on ways in, work and variety together are too much.

    Less is enough where no subject gives the name, and a little less where much of the project is used.
    """
    stem = unit.path.removesuffix(".py").removesuffix("/__init__").rpartition("/")[2]
    if unit.role == "controller" and (unit.endpoints or not unit.name):
        return _WAYS_VIEWS if unit.name else _WAYS_CONTROLLER
    serves = unit.role in {"service", "repository", "controller"}
    if serves or (not unit.name and stem in _KINDS) or _is_scattered(unit):
        return _WAYS_UNTITLED
    if _is_catch_all(unit):
        return _WAYS_CATCH_ALL
    return _WAYS_KNOWING if unit.collaborators >= _REACH else _WAYS


def _is_catch_all(unit: Unit) -> bool:
    """Whether this is a module that is named for nothing."""
    parts = unit.path.lower().removesuffix(".py").removesuffix("/__init__").split("/")
    return not unit.name and parts[-1] in _CATCH_ALL


def _is_scattered(unit: Unit) -> bool:
    """Whether a module is named for nothing and no subject is more than a small part of it."""
    return _is_catch_all(unit) and bool(unit.small_parts) and unit.share < _SMALL_SUBJECT / 2


def _several(parts: Sequence[Part]) -> float:
    """The effective number of groups: one large and some small ones are few."""
    sizes = [len(part.functions) for part in parts]
    return sum(sizes) ** 2 / sum(size * size for size in sizes) if sizes else 0.0


def is_one_work(unit: Unit) -> bool:
    """Whether nearly all functions are steps of the few that nothing here uses: long work, in one piece perhaps."""
    return unit.ways <= _FEW_WAYS * unit.small


def _by_paths(unit: Unit, limits: Limits) -> Breadth | None:
    """A large module of many endpoints, each under a path of its own, that uses much of the project."""
    if unit.endpoints < max(limits.endpoints, 1) or unit.small_statements < limits.statements:
        return None
    things = _things(unit)
    if _served(unit) & _named(unit):
        return None  # a module that is named for the one resource it serves
    many = len(things) >= (_HEADS_BEHIND_ONE if unit.shared else _HEADS)
    knows = unit.collaborators >= (_KNOWS_MANY if unit.shared else _KNOWS)
    one = unit.resources and len(unit.resources[0].functions) >= ONE_SUBJECT * unit.endpoints
    return Breadth("paths", tuple(things)) if many and knows and not one else None


def _served(unit: Unit) -> set[str]:
    """The words of the resource that nearly all routes begin with."""
    return {singular(word) for word in words(unit.shared)}


def _named(unit: Unit) -> set[str]:
    """The words of the module's name."""
    return {singular(word) for word in words(unit.path.removesuffix(".py").rpartition("/")[2])}


def _by_duties(unit: Unit, limits: Limits) -> Breadth | None:
    """A very large unit about one thing, with many duties around it, that uses much of the project."""
    large = unit.functions >= 2 * limits.functions and unit.statements >= _DUTY_STATEMENTS * limits.statements
    many = len(unit.duties) >= limits.groups and unit.collaborators >= _KNOWS
    return Breadth("duties", unit.duties) if large and many else None


def _by_reach(unit: Unit, limits: Limits) -> Breadth | None:
    """A very large unit that uses a great part of the project: whatever its names say, it knows everything."""
    if unit.shared and _served(unit) <= _named(unit):
        return None
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
    if found.by in {"resources", "paths"}:
        return f"{unit.endpoints} endpoints"
    if found.by == "systems":
        return f"{unit.small} functions, {', '.join(sorted(set(unit.systems) - _HERE))}"
    if found.by == "reach":
        return f"{unit.functions} functions, {unit.statements} statements, {unit.collaborators} modules used"
    if found.by == "ways":
        return f"{unit.small} functions, {unit.offered} of which no other uses"
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
