"""What a framework calls: apart from the world, so that who finds handlers and who runs them need not know it."""

from __future__ import annotations

from lintel.flow.values import Value


class Entry:
    """A function that a framework calls.

    `inputs` says what its parameters are, `library` names the framework, `route` is the path that it answers and
    `verb` the method, where these are known.
    """

    __slots__ = ("function", "inputs", "library", "route", "verb")

    def __init__(self, function: Value, inputs: str, library: str, route: str, verb: str = "") -> None:
        self.function = function
        self.inputs = inputs
        self.library = library
        self.route = route
        self.verb = verb
