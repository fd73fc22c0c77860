"""Where the facts stand that a room of the program shows: which line of source each line of its `show()` is about.

A room writes for readers: subject first, no line numbers. What the subject is differs by room, and so does the node
that it stands at; a room that snippets are to mark gets its line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from lintel.program.imports import ImportEdge
from lintel.program.names import imported_name
from lintel.program.program import Program


class Told(NamedTuple):
    """One line of a room's text, and the line of a file that it is about."""

    path: str
    line: int
    text: str


def told(program: Program, room: str) -> list[Told]:
    """Everything that a room shows, with its places; a KeyError for a room that is not known here.

    A fact that several import statements make stands at each of them. A fact that no node can be found for has no
    place, and no marker can hold it.
    """
    lines = getattr(program, room).show().splitlines()
    return [Told(path, line, text) for text in lines for path, line in _PLACES[room](program, text)]


Places = Iterable[tuple[str, int]]


def _line(program: Program, path: str, kind: str, ordinal: int) -> int:
    return int(program.answer("place", f"{path}|{kind}|{ordinal}").line)


def _of_edge(program: Program, edge: ImportEdge) -> Iterator[tuple[str, int]]:
    for site in edge.sites:
        yield edge.source, _line(program, edge.source, site.kind, site.ordinal)


def _imports(program: Program, text: str) -> Iterator[tuple[str, int]]:
    """`a.py -> b.py [load] ...` stands at the statements of that edge, `a.py => p/__init__.py` at what implies it."""
    source, arrow, target, *_ = text.split(" ")
    for edge in program.imports.edges.values():
        implied = arrow == "=>" and edge.when == "load" and edge.target.startswith(target.removesuffix("__init__.py"))
        if edge.source == source and (edge.target == target or implied):
            yield from _of_edge(program, edge)


def _names(program: Program, text: str) -> Iterator[tuple[str, int]]:
    """`a.py: pkg.name = ...` stands at the statements that import that name."""
    path, _, rest = text.partition(": ")
    bound = rest.partition(" = ")[0]
    for statement in program.facts[path].imports:
        if any(imported_name(statement, name.name) == bound for name in statement.names):
            yield path, _line(program, path, statement.kind, statement.ordinal)


def _components(program: Program, text: str) -> Iterator[tuple[str, int]]:
    """A ring stands at the statements of the edge that is to be cut."""
    source, _, target = text.partition("; cut ")[2].partition(" (")[0].partition(" -> ")
    yield from _of_edge(program, program.imports.edges[source, target])


def _definitions(program: Program, text: str) -> Iterator[tuple[str, int]]:
    """`a.py:Name: ...` and `a.py|Name ...` stand at that class or function, without a name at the file's first line."""
    for path, facts in program.facts.items():
        if not text.startswith((f"{path}:", f"{path}|")):
            continue
        name = text[len(path) + 1 :].split(" ", 1)[0].rstrip(":")
        if not name:
            yield path, 1
        for kind, found in (("ClassDef", facts.definitions.classes), ("FunctionDef", facts.definitions.functions)):
            yield from ((path, _line(program, path, kind, each.ordinal)) for each in found if each.name == name)


_PLACES: Mapping[str, Callable[[Program, str], Places]] = {
    "components": _components,
    "imports": _imports,
    "names": _names,
    "responsibilities": _definitions,
    "roles": _definitions,
}
