"""Methods that an ORM calls to have SQL written: what they give back is executed as it is, whoever calls them.

A custom expression, lookup or function binds what it was made with by giving back placeholders and parameters. What it
puts into the text instead is SQL, and who makes the expression decides it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lintel.flow.combining import is_plain
from lintel.flow.definitions import Class, Func
from lintel.flow.rebuilding import cleaned_by
from lintel.flow.summary import Event
from lintel.flow.values import UNKNOWN, At, Choice, Fresh, Lib, Opaque, Text, Value
from lintel.knowledge.schema import Row
from lintel.program.flow_settling import settled
from lintel.program.flow_sink import Sink

if TYPE_CHECKING:
    from lintel.program.flow import FlowWorld


def run_writers(world: FlowWorld, cls: Class) -> None:
    """Solve the methods of a class that write SQL, and tell of what they give back."""
    members = world.class_info(cls).members
    maker = members.get("__init__")
    if type(maker) is Func and _has_template(world, cls):
        world.conclude_root(maker)
    for name, member in members.items():
        if type(member) is Func:
            row = _row(world, cls, name, member)
            if row is not None:
                run_writer(world, member, row)


def _row(world: FlowWorld, cls: Class, name: str, member: Func) -> Row | None:
    """What knowledge says of a method that a class itself defines."""
    named = world.writers.get((member.path, member.index))
    if named is not None or name not in world.library.writers:
        return named
    above = [each.name for each in world.lineage(cls) if type(each) is Lib]
    for row in world.library.writers[name]:
        if any(row in world.library.class_rows(each, row.kind) for each in above):
            return row
    return None


def _has_template(world: FlowWorld, cls: Class) -> bool:
    """Whether what the constructor of a class is given may be put into SQL that the class has as an attribute."""
    return any(
        world.body(cls.path).attribute(cls, row.get("template"), None) is not UNKNOWN
        for above in world.lineage(cls)
        if type(above) is Lib
        for row in world.library.rows(above.name).get("sink", ())
        if row.get("template")
    )


def written(row: Row, function: str, at: At) -> Lib:
    """What a caller gets of a method that writes SQL: what is wrong with it is told of the method itself."""
    return Lib(f"{row.place}().{function}()", at, (Opaque("parameters", at),))


def run_writer(world: FlowWorld, function: Func, row: Row) -> None:
    """Solve a function that writes SQL, and tell of what it gives back."""
    definition = world.module_ir(function.path).functions[function.index]
    summary = world.summary(function, None)
    symbol = world.module_ir(function.path).qualified_name(function.index)
    world.conclude(
        event._replace(values={role: settled(value, text=True) for role, value in event.values.items()})
        for event in summary.events
    )
    name = f"{row.place.rpartition('.')[2]}.{definition.name}"
    sink = Sink(row.get("danger"), name, "", row.origin)
    here = At(function.path, "FunctionDef", definition.at)
    for text in _texts(summary.returns):
        checked = settled(cleaned_by(text, summary.checks), text=True)
        world.conclude([Event(sink, text.at or here, symbol, {"data": checked})])


def _texts(value: Value) -> Iterator[Text]:
    """The texts that may come back, alone or as first of several."""
    if type(value) is Choice:
        for each in value.values:
            yield from _texts(each)
    elif type(value) is Fresh and value.body.kind in ("tuple", "list") and value.body.items:
        yield from _texts(value.body.items[0])
    elif type(value) is Text and not is_plain(value):
        yield value
