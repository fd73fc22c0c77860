"""Builds the flows of small projects written as dictionaries of files: the real extraction, lowering and solving."""

from __future__ import annotations

from collections.abc import Mapping

from lintel.facts.lower import lower
from lintel.facts.module import extract
from lintel.knowledge.index import Knowledge
from lintel.program.flow import FlowWorld
from lintel.program.flow_room import FlowRoom
from lintel.program.flows import Flow, Step, level_of
from lintel.program.program import Program
from lintel.source.deep import with_deep_stack
from lintel.source.module import Module
from lintel.source.positions import ALIGNABLE, align, record_all

Files = Mapping[str, str]

WEB = "from flask import Flask, request\napp = Flask(__name__)\n"
"""The beginning of a file in which a client's data comes in, as `request.args`."""

RUN = "import sqlite3\ndef run(text):\n    sqlite3.connect('x').execute(text)\n"
"""A function that hands its argument to a database."""

HANDLER = "@app.get('/x')\ndef handler():\n"


def program(files: Files, knowledge: Knowledge) -> Program:
    """The linked program, with the flow IR of every file."""
    facts, irs = {}, {}
    for path, text in files.items():
        module = Module(path, text.encode(), max_bytes=10_000_000)
        facts[path], irs[path] = extract(module), lower(module.walked)
        module.close()
    return Program(facts, lambda path: {}, {}, knowledge, (), irs.get)


def flows(files: Files, knowledge: Knowledge) -> FlowRoom:
    """What flows where."""
    return program(files, knowledge).flows


def sinks(files: Files, knowledge: Knowledge, danger: str = "sql") -> list[str]:
    """The sinks of a danger at which a client's data arrives, as file and source line."""
    room = flows(files, knowledge)
    found = []
    for key in room.keys(danger):
        flow = room.flow(key)
        if any(level_of(arrival.pieces) == "client" for arrival in flow.arrivals):
            found.append(f"{flow.path}: {line_of(files, flow)}")
    return found


def line_of(files: Files, place: Flow | Step) -> str:
    """The source line of a sink or of a step on the way."""
    text = files[place.path]
    kinds = (place.kind,)
    found = align(text.encode(), kinds) if ALIGNABLE.issuperset(kinds) else None
    spans = found or record_all(text.encode(), kinds, max_bytes=10_000_000)
    return text.split("\n")[spans[place.kind][place.ordinal].line - 1].strip()


def solved(files: Files, knowledge: Knowledge) -> FlowWorld:
    """The world after it has been solved: what it met of its bounds."""
    linked = program(files, knowledge)
    room = linked.flows
    made: list[FlowWorld] = []

    def solve() -> None:
        world = room.world()
        world.solve(sorted(files))
        made.append(world)

    with_deep_stack(solve)
    return made[0]
