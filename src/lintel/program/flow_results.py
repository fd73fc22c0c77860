"""What calls of libraries give of which no row says more: request data, a match, something made of arguments."""

from __future__ import annotations

from lintel.flow.builtin_methods import LETTERS, NUMBERS, PIECES, SAME_TEXT, method_of_value
from lintel.flow.combining import choice, is_plain, leaves, mix
from lintel.flow.frame import Frame
from lintel.flow.guards import vouched
from lintel.flow.heap import Body
from lintel.flow.values import (
    GUESSED,
    NONE,
    NUMBER,
    At,
    Cleaned,
    Const,
    Lib,
    Value,
)
from lintel.flow.world import Arguments
from lintel.knowledge.kinds_of_flow import DANGERS
from lintel.program.flow_parts import LibraryParts, casts
from lintel.program.flow_rows import LONGEST_NAME, flattened

_OF_A_FILE = frozenset(DANGERS) - {"deserialise"}  # a file of unknown origin may hold objects that harm
_TEXT_METHODS = SAME_TEXT | PIECES | LETTERS | NUMBERS | {"startswith", "format", "join", "endswith"}


class LibraryResults(LibraryParts):
    """What a call gives."""

    def _of_request(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """A method of request data: what texts and dictionaries do, else more request data."""
        owner, _, method = callee.name.rpartition(".")
        receiver = callee.owner or Lib(owner, callee.at, callee.inputs, callee.source, 0, callee.arguments)
        name = f"{callee.name}()"
        if "harmless" in self.rows(name):
            return NUMBER
        if method in _TEXT_METHODS:
            found = method_of_value(frame, receiver, method, arguments, at)
            if found is not None:
                return found
        if method in NUMBERS or (method == "get" and casts(arguments.keywords.get("type"))):
            return NUMBER
        constants = tuple(each.value for each in arguments.positional[:1] if type(each) is Const)
        canonical = self._knowledge.canonical(name)
        if len(canonical) > LONGEST_NAME:
            return mix((callee,), at, method)
        made = Lib(canonical, at, callee.inputs, callee.source, 0, (callee.arguments, constants))
        if callee.source is not None and callee.source.name in (owner, callee.name):
            made = Lib(
                canonical, at, callee.inputs, callee.source._replace(at=at), 0,
                (callee.arguments, constants),
            )  # fmt: skip
        default = arguments.at(1, "default")
        if method in ("items",):
            key = Lib(made.name, at, made.inputs, made.source, 0, (made.arguments, "key"))
            pair = frame.allocate(Body("tuple", (key, made)))  # two values: who checks the name checks no value
            return frame.allocate(Body("iterator", None, rest=pair))
        if method in ("get", "pop", "getfirst") and default is not None:
            return choice((made, default))
        return self._declared(frame, callee, made) if owner in self._declaring else made

    def _result(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """What a library's function gives of which no row says: a value of the type that its name says."""
        body = frame.body(callee)  # as it was before: what this call puts in does not come out of it as it is
        sinks = self.rows(callee.name).get("sink", ())
        kept = self._memory(frame, callee, arguments, stores=not sinks)  # what is sent away is not kept
        if kept is not None:
            return kept
        name = self._knowledge.canonical(f"{callee.name}()")
        inputs = tuple(callee.inputs)
        given = [value for value in arguments.all() if not is_plain(value)]
        places = {row.get("danger") for row in sinks} & {"path", "url"}
        if places:  # what is read from a place is not the name of the place
            given = [Cleaned(value, _OF_A_FILE) for value in given] if places == {"path"} else []
        given = [Cleaned(value, GUESSED) for value in given]
        held = (body.rest,) if body is not None and body.rest is not None else ()
        inputs = tuple(leaves(mix((*inputs, *flattened(frame, given), *held), None)))
        if len(name) > LONGEST_NAME:
            return mix(inputs, at, "call")
        constants = tuple(each.value for each in arguments.positional if type(each) is Const)
        made = self._seen(Lib(name, at, inputs, None, frame.library_number(), constants or None), at)
        return vouched(frame, callee.name.rpartition(".")[2], arguments, made)

    def _memory(self, frame: Frame, callee: Lib, arguments: Arguments, *, stores: bool = True) -> Value | None:
        """What was put into an object under constant keys is found under them again; what was put in somewhere stays.

        So it is for containers of a library of which no row says more: `parser.set("a", "b", x)`, `parser.get("a",
        "b")`, `buffer.write(x)`.
        """
        if not callee.oid or not arguments.positional:
            return None
        receiver = Lib(callee.name.rpartition(".")[0], callee.at, callee.inputs, None, callee.oid)
        *before, last = arguments.positional
        if before and all(type(each) is Const for each in before):
            key = tuple(each.value for each in before)  # type: ignore[attr-defined]
            method = callee.name.rpartition(".")[2]
            if method.startswith(("set", "add", "put", "insert", "write")):
                frame.set_body(receiver, frame.held(receiver).with_item(Const(key), last))
                return NONE
        body = frame.body(receiver)
        if all(type(each) is Const for each in arguments.positional):
            key = tuple(each.value for each in arguments.positional)  # type: ignore[attr-defined]
            if body is not None and key in body.keyed:
                return body.keyed[key]
            return None
        given = [value for value in arguments.all() if not is_plain(value)]
        if given and stores:
            frame.set_body(receiver, frame.held(receiver).with_some(mix(flattened(frame, given), None, "held")))
        return None
