"""Library knowledge as the solver asks for it: rows by name, what is known at all, what arguments stand where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from lintel.flow.combining import is_plain
from lintel.flow.frame import Frame
from lintel.flow.ir import ModuleIR
from lintel.flow.patterns import held_by
from lintel.flow.rebuilding import cleaned_by
from lintel.flow.values import (
    NOTHING,
    NUMBER,
    At,
    Const,
    Lib,
    Mix,
    Ref,
    Source,
    Text,
    Value,
)
from lintel.flow.world import Arguments
from lintel.knowledge.index import Knowledge
from lintel.knowledge.schema import Argument, Row
from lintel.program.flow_relevance import is_telling

if TYPE_CHECKING:
    from lintel.program.flow import FlowWorld


_OF_UPLOADS = re.compile(r"(\[[^\]]*\]|\.(?:get|getlist|pop|values)\(\)|\.(?:stream|file))$")
NORMAL = "normal-path"
COMPILED = "code"
SLASH = Const("/")  # what stands between the pieces of a path where programs run as servers
LONGEST_NAME = 160  # characters of an access path; what is reached beyond is a mixture


class LibraryRows:
    """The rows of knowledge, by the names that the solver meets."""

    def __init__(self, world: FlowWorld, knowledge: Knowledge) -> None:
        self._world = world
        self._knowledge = knowledge
        self._rows: dict[str, dict[str, list[Row]]] = {}
        self._numbers = {
            row.place
            for row in knowledge.of_kind("cleans")
            if row.get("for") == "all" and row.argument("value") is not None
        }
        last = (
            row.place.rpartition(".")[2] for row in knowledge.of_kind("sink") if "()." in row.place and row.arguments
        )
        self.hazards = frozenset(name for name in last if is_telling(name))
        self._builders = frozenset(
            row.place.split(".", 1)[0]
            for row in knowledge.of_kind("sink")
            if row.get("danger") in ("sql", "sql-fragment")
        )
        self._shells = knowledge.words("shell")
        self._separators = knowledge.words("path-separator")
        self.names_of_code = knowledge.words("name-of-code")
        self.check_names = knowledge.words("check-name")
        self.writers: dict[str, list[Row]] = {}
        for row in knowledge.of_kind("writes-sql"):
            for method in row.get("methods").split():
                self.writers.setdefault(method, []).append(row)
        self.stores: dict[str, list[Value]] = {}
        self.tasks: dict[tuple[str, int], str] = {}  # functions that became tasks of a queue, and what they are now
        self.validators: dict[tuple[str, int], tuple[object, ...]] = {}  # the fields that a method says the value of
        self.sent: set[tuple[str, int]] = set()  # those that the program itself puts in the queue
        stores = knowledge.of_kind("shared-store")
        self.store_names = frozenset(row.place for row in stores if not row.get("puts"))
        self._declaring = {row.place.rpartition(".")[0] for row in knowledge.of_kind("declares-field")}
        self._puts = {f"{row.place}.{row.get('puts')}" for row in stores if row.get("puts")}
        self._gives = {f"{row.place}.{row.get('gives')}" for row in stores if row.get("puts")}

    def writer_named(self, module: ModuleIR, index: int) -> Row | None:
        """The row about a method that writes SQL, where its name and those of its parameters tell that it is one."""
        function = module.functions[index]
        for row in self.writers.get(function.name, ()):
            named = row.get("named").split()
            slots = function.slots[1 : min(len(named) + 1, len(function.params))]
            if named and [module.names[slot] for slot in slots] == named:
                return row
        return None

    def rows(self, name: str) -> dict[str, list[Row]]:
        """The rows about a place, by kind."""
        found = self._rows.get(name)
        if found is None:
            found = {}
            if self._knowledge.is_about(name):
                for row in self._knowledge.all_rows(name):
                    found.setdefault(row.kind, []).append(row)
            self._rows[name] = found
        return found

    def is_number(self, name: str) -> bool:
        """Whether instances of this class are numbers, dates and the like."""
        return name in self._numbers

    def named(self, name: str) -> Value:
        """What is imported under a name."""
        canonical = self._knowledge.canonical(name)
        return self._seen(Lib(canonical), None)

    def seen(self, value: Lib, at: At) -> Value:
        """A value of a library at a place: request data, if it is that."""
        return self._seen(value, at)

    def class_rows(self, name: str, kind: str) -> list[Row]:
        """The rows of a kind that hold for classes below a library's class."""
        return list(self._knowledge.rows(kind, name, (name,)))

    def _seen(self, value: Lib, at: At | None) -> Value:
        """A value of a library: request data, if it is that."""
        if value.source is not None:
            return NUMBER if "harmless" in self.rows(value.name) else value
        if value.name in self._separators:
            return SLASH
        rows = self.rows(value.name).get("request-data")
        if rows and at is not None:
            source = Source(rows[0].get("from"), at, value.name)
            return Lib(value.name, at, value.inputs, source, value.oid, value.arguments, value.owner)
        return value

    def _extended(self, owner: Lib, step: str) -> str | None:
        name = owner.name + step
        if len(name) > LONGEST_NAME:
            return None
        return self._knowledge.canonical(name)

    def _is_object(self, value: Value) -> bool:
        """Whether a value is an object of a library, which whoever hands it on does not change."""
        return type(value) is Lib and value.source is None and (not value.inputs or self._has_members(value.name))

    def fields_without_text(self, members: Mapping[str, Value]) -> dict[object, Value]:
        """The declared fields of a form or serializer that no client can make a text of, and those that are files."""
        found: dict[object, Value] = {}
        for name, member in members.items():
            rows = self.rows(member.name) if type(member) is Lib else {}
            if "harmless" in rows:
                found[name] = NUMBER
            elif any(row.get("from") == "file" for row in rows.get("request-data", ())):
                found[name] = member
        return found

    def is_known(self, value: Value) -> bool:
        """Whether rows speak of a value, of what calling it gives, or of its members."""
        if type(value) is not Lib or value.source is not None:
            return True
        name = value.name
        made = f"{name}()"
        return bool(
            self.rows(name)
            or self._has_members(name)
            or self._has_members(made)
            or self._knowledge.canonical(made) != made
        )

    def held_by(self, value: Lib) -> frozenset[str]:
        """The dangers of which a text is free that fits the pattern with which this marker was made."""
        rows = self.rows(value.name.removesuffix("()"))
        pattern = value.arguments
        if "parameter-marker" in rows and isinstance(pattern, str):
            return held_by(pattern, "search")
        for row in rows.get("held-to", ()):
            held = row.get("to") or (pattern if isinstance(pattern, str) else "")
            if held:
                return held_by(held, row.get("how"))
        return NOTHING

    def is_upload(self, value: Lib) -> bool:
        """Whether a value is an open file that a client sent: neither its name nor its content."""
        if value.source is not None and value.source.part != "file":
            return False
        name = value.name
        while True:
            if name == "client.file" or any(
                row.get("from") == "file" for row in self.rows(name).get("request-data", ())
            ):
                return True
            shorter = _OF_UPLOADS.sub("", name)
            if shorter == name:
                return False
            name = shorter

    def has_members(self, value: Lib) -> bool:
        """Whether rows speak of members of a value; items under any key are of one kind."""
        head, bracket, _ = value.name.rpartition("[") if value.name.endswith("]") else (value.name, "", "")
        return self._has_members(f"{head}[]" if bracket else head)

    def _has_members(self, name: str) -> bool:
        """Whether rows speak of members of a value, or of single items."""
        return name in self._holders

    @cached_property
    def _holders(self) -> frozenset[str]:
        """Everything of which rows name a member or an item."""
        places = (row.place for library in self._knowledge.libraries for row in library.rows)
        return frozenset(
            place[:index]
            for place in places
            for index, sign in enumerate(place)
            if sign == "." or (sign == "[" and place[index + 1 : index + 2] != "]")
        )

    def request_object(self, library: str, verb: str) -> Lib | None:
        """The object that carries the request in a library; of several, the one for the verb."""
        found = [row.place for row in self._knowledge.of_kind("request-object") if row.library == library]
        sockets = [place for place in found if "websocket" in place.lower()]
        others = [place for place in found if place not in sockets]
        chosen = (sockets or others) if verb == "websocket" else (others or sockets)
        return Lib(self._knowledge.canonical(chosen[0])) if chosen else None


def given_as(callee: Lib, argument: Argument, arguments: Arguments) -> Value | None:
    """What stands at the place of an argument; `self` is what the method is called on."""
    if argument.at.keyword == "self" and argument.at.position is None:
        return holder(callee) or (Mix(callee.inputs, callee.at, "self") if callee.inputs else None)
    return arguments.at(argument.at.position, argument.at.keyword)


def holder(callee: Lib) -> Value | None:
    """What a method is called on, with what was put into it since it was made; None where nothing is known of it."""
    owner = callee.owner
    if type(owner) is Lib and owner.source is None and owner.inputs != callee.inputs:
        return Lib(owner.name, owner.at, callee.inputs, None, owner.oid, owner.arguments, owner.owner)
    return owner


def is_word(text: str) -> bool:
    """Whether a constant key can stand in an access path."""
    return bool(text) and not any(sign in "[]()+." or sign.isspace() for sign in text)


def part_key(part: str) -> Const:
    """The key that a part of a selector names."""
    return Const(int(part)) if part.isdigit() else Const(part)


def flattened(frame: Frame, values: list[Value]) -> list[Value]:
    """Values as something may be made of them: of containers what they hold."""
    found: list[Value] = []
    for value in values:
        body = frame.body(value)
        if type(value) is Ref and body is not None:
            found += [part for part in body.parts() if not is_plain(part)]
        elif type(value) in (Mix, Text):  # what was checked of it is lost where it becomes part of another mixture
            clean = with_checks(frame, value)
            found += [] if is_plain(clean) else [clean]
        elif not is_plain(value):
            found.append(value)
    return found[:16]


def with_checks(frame: Frame, value: Value) -> Value:
    """A value with what has been checked of its parts by now."""
    return cleaned_by(value, frame.state.checked) if frame.state.checked else value
