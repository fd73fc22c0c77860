"""What a framework calls: apart from the world, so that who finds handlers and who runs them need not know it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lintel.flow.definitions import Class, Func, Special
from lintel.flow.values import Value
from lintel.knowledge.schema import Row

if TYPE_CHECKING:
    from lintel.flow.world import World


class Entry:
    """A function that a framework calls.

    `inputs` says what its parameters are, `library` names the framework, `route` is the path that it answers and
    `verb` the method, where these are known. `given` is an object that it is handed first.
    """

    __slots__ = ("function", "given", "inputs", "library", "route", "verb")

    def __init__(
        self, function: Value, inputs: str, library: str, route: str, verb: str = "", given: Value | None = None
    ) -> None:
        self.function = function
        self.inputs = inputs
        self.library = library
        self.route = route
        self.verb = verb
        self.given = given


def named_methods(world: World, cls: Class, row: Row) -> Sequence[Func]:
    """The methods of a class, and of those above it, that a row names as handlers; `on_*`: all that begin so."""
    found: dict[str, Func] = {}
    for above in world.lineage(cls):
        members = world.class_info(above).members if type(above) is Class else {}
        for name, member in members.items():
            function = member.function if type(member) is Special else member
            if type(function) is Func and name not in found and _is_named(name, row.get("handlers").split()):
                found[name] = function
    return list(found.values())


def _is_named(name: str, words: Sequence[str]) -> bool:
    return name in words or any(len(word) > 1 and word.endswith("*") and name.startswith(word[:-1]) for word in words)
