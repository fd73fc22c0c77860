"""Sinks: which argument of which call is dangerous, under which conditions, and what is told of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lintel.flow.combining import choice, is_plain, mix
from lintel.flow.definitions import Class
from lintel.flow.frame import Frame
from lintel.flow.guards import PATH
from lintel.flow.summary import Event
from lintel.flow.texts import parts_of, text
from lintel.flow.values import (
    UNKNOWN,
    At,
    Choice,
    Cleaned,
    Const,
    Lib,
    Mix,
    Ref,
    Value,
)
from lintel.flow.world import Arguments
from lintel.knowledge.schema import Row
from lintel.program.flow_rows import LibraryRows, given_as, part_key, with_checks
from lintel.program.flow_sink import Sink

_NAMED: Final = re.compile(r"%\((\w+)\)s")


class LibrarySinks(LibraryRows):
    """Tells the frame of the sinks that a call is."""

    def tell_sinks(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> None:
        """An event for each sink that the call is."""
        for row in self.rows(callee.name).get("sink", ()):
            if not row.arguments:
                continue
            shell = row.get("danger") == "command" and self._shell_line(frame, row, arguments)
            if shell is None or (not shell and not self._is_active(row, arguments)):
                continue
            if isinstance(shell, Value):
                self._tell(frame, row, {"data": shell}, at)
                continue
            data = [
                self._part(frame, value, argument.at.parts, at)
                for argument in row.arguments
                if argument.role == "data" and (value := given_as(callee, argument, arguments)) is not None
            ]
            if row.get("template"):
                data = self._in_template(frame, row, arguments, at)
            if not data:
                continue
            if row.get("danger") == "sql" and all(self.is_built(value) for value in data):
                continue
            if row.get("quoted"):
                data = [text(("'", value, "'"), at) for value in data]
            data = [self.by_type(value) for value in data]
            values = {"data": data[0] if len(data) == 1 else mix(data, at, "arguments")}
            bound = row.argument("bound")
            given = None if bound is None else arguments.at(bound.at.position, bound.at.keyword)
            if given is not None:
                values["bound"] = given
            self._tell(frame, row, values, at)

    def _in_template(self, frame: Frame, row: Row, arguments: Arguments, at: At) -> list[Value]:
        """The template that keywords of a call are put into: one of the keywords, or an attribute of the class."""
        name = row.get("template")
        template = arguments.keywords.get(name)
        if template is None and frame.owner is not None:
            template = self._world.body(frame.owner.path).attribute(frame.owner, name, at)
        parts = None if template is None else parts_of(template)
        found: list[str | Value] = []
        for part in parts or ():
            pieces = _NAMED.split(part) if isinstance(part, str) else [part]
            for place, piece in enumerate(pieces):
                given = arguments.keywords.get(piece) if place % 2 and isinstance(piece, str) else None
                shown = f"%({piece})s" if place % 2 else piece
                found.append(given if given is not None and piece != name else shown)
        return [text(found, at)]

    def is_built(self, value: Value) -> bool:
        """Whether what is executed is an object that a library of databases made: it was judged where it was made."""
        if type(value) is Choice:
            return all(self.is_built(each) for each in value.values)
        return type(value) is Lib and value.source is None and value.name.split(".", 1)[0] in self._builders

    def _shell_line(self, frame: Frame, row: Row, arguments: Arguments) -> Value | bool | None:
        """What a list gives to a shell (`["sh", "-c", line]`), or the program in it that a client may name.

        False where it is no list, None where it gives nothing.
        """
        argument = row.argument("data")
        given = None if argument is None else arguments.at(argument.at.position, argument.at.keyword)
        if given is None:
            return False
        if type(given) is Choice:
            several = [self._line_of(frame, row, arguments, each) for each in given.values]
            lines = [each for each in several if isinstance(each, Value)]
            return choice(lines) if lines else False if False in several else None
        return self._line_of(frame, row, arguments, given)

    def _line_of(self, frame: Frame, row: Row, arguments: Arguments, given: Value) -> Value | bool | None:
        body = frame.body(given)
        if type(given) is Ref and body is not None and body.kind in ("list", "tuple"):
            several = list(body.items or body.head)
            if body.items is None and len(several) == 2 and body.rest is not None:
                several.append(body.rest)
            if len(several) >= 3 and self._is_shell(several[0], several[1]):
                return several[2]
            if several:
                return _named(several[0])
            return None if body.rest is None or any(map(is_plain, _each(body.rest))) else _named(body.rest)
        if type(given) is Const:
            return self._line_after(frame, row, arguments, given)
        if row.argument("enables") is not None and not self._is_active(row, arguments) and type(given) in (Lib, Mix):
            return _named(given)
        return False

    def _line_after(self, frame: Frame, row: Row, arguments: Arguments, program: Value) -> Value | bool:
        """What follows the option of a shell that is named apart from its arguments, or from the list of these.

        Where a program is told its own name, that comes first among them.
        """
        argument = row.argument("data")
        place = 0 if argument is None or argument.at.position is None else argument.at.position
        words: Sequence[Value] = arguments.positional[place + 1 :]
        if words and (items := frame.items_of(words[0])) is not None and type(words[0]) is not Const:
            words = items
        for at, word in enumerate(words[:2]):
            if self._is_shell(program, word) and at + 1 < len(words):
                return words[at + 1]
        return False

    def _is_shell(self, program: Value, flag: Value) -> bool:
        """Whether a program and its first argument are, on some machine, a shell that is given a line."""
        programs = (value.rpartition("/")[2] for value in _constants(program))
        return not self._shells.isdisjoint(programs) and any(word.lower().endswith("c") for word in _constants(flag))

    def _part(self, frame: Frame, value: Value, parts: tuple[str, ...], at: At) -> Value:
        for part in parts:
            body = frame.body(value)
            if not part and body is not None and body.kind == "dict":
                value = frame.item(value, UNKNOWN, at)
            else:
                value = frame.element(value, at) if not part else frame.item(value, part_key(part), at)
        return value

    def _is_active(self, row: Row, arguments: Arguments) -> bool:
        enables = row.argument("enables")
        if enables is not None:
            given = arguments.at(enables.at.position, enables.at.keyword)
            if given is None or (type(given) is Const and not given.value):
                return False
        decides = row.argument("decides")
        if decides is not None:
            given = arguments.at(decides.at.position, decides.at.keyword)
            if given is None or given is arguments.double_star:  # nothing says that `**` brings it
                return row.get("absent") != "safe"
            if row.get("dangerous"):
                return type(given) is Const and str(given.value).lower() in row.get("dangerous").split()
            return not self._is_one_of(given, row.get("safe").split())
        return True

    def _is_one_of(self, value: Value, safe: list[str]) -> bool:
        if type(value) is Choice:
            return all(self._is_one_of(each, safe) for each in value.values)
        if type(value) is Const:
            return str(value.value) in safe
        if type(value) is Class:  # what the project made of one of those
            above = self._world.lineage(value)
            return any(type(each) is Lib and self._is_one_of(each, safe) for each in above)
        return type(value) is Lib and (value.name in safe or self._knowledge.canonical(value.name) in safe)

    def by_type(self, value: Value) -> Value:
        """A value that is harmless because of what it is: an open file is no path."""
        if type(value) is Choice:
            return choice([self.by_type(each) for each in value.values])
        if type(value) is Lib:
            for row in self.rows(value.name).get("cleans", ()):
                if not row.arguments:
                    return Cleaned(value, frozenset(row.get("for").split()))
            if self.is_upload(value):
                return Cleaned(value, PATH)
        return value

    def _tell(self, frame: Frame, row: Row, values: dict[str, Value], at: At) -> None:
        if all(is_plain(value) for value in values.values()) and row.get("danger") != "sql":
            return
        sink = Sink(row.get("danger"), row.place, row.get("styles"), row.origin)
        frozen = {role: frame.freeze(with_checks(frame, self.by_type(value))) for role, value in values.items()}
        frame.tell(Event(sink, at, frame.symbol, frozen))


def _each(value: Value) -> tuple[Value, ...]:
    return value.values if type(value) is Choice else (value,)


def _constants(value: Value) -> list[str]:
    """The constants that a value may be, as texts."""
    return [str(each.value) for each in _each(value) if type(each) is Const]


def _named(program: Value) -> Value | None:
    """A program as something that a client may name."""
    made = mix((program,), None, "program")
    return None if is_plain(made) else made
