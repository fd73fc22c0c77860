"""What the solver asks of libraries: all of it is answered by what knowledge says of them (see `flow_library`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lintel.flow.definitions import Class, Func
from lintel.flow.frame import Frame
from lintel.flow.values import At, Lib, Value
from lintel.flow.world import Arguments
from lintel.program.flow_classes import FlowClasses
from lintel.program.words import words

_PATH: Final = "pathlib.Path"  # the one class of the standard library whose objects are divided by texts


class FlowLibraries(FlowClasses):
    """The part of the world that hands on what is asked of libraries."""

    def library_call(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """What a library's function gives."""
        return self.library.call(frame, callee, arguments, at)

    def converts(self, value: Class) -> bool:
        """Whether a class is below one that makes its fields what they are declared to be."""
        above = (each for each in self.lineage(value) if type(each) is Lib)
        return any(self.library.class_rows(each.name, "converting-base") for each in above)

    def is_filled(self, value: Lib) -> bool:
        """Whether rows say that a method makes an object of its class, or a dictionary of its fields, or calls one."""
        rows = self.library.rows(value.name)
        if any(row.get("makes") in ("model", "mapping") for row in rows.get("carries", ())):
            return True
        return any(
            each.at.keyword == "self" and each.at.parts for row in rows.get("calls", ()) for each in row.arguments
        )

    def task_method(self, function: Func, name: str) -> Lib | None:
        """A method of what a queue made of a function."""
        return self.library.task_method(function, name)

    def library_attribute(self, frame: Frame, owner: Lib, name: str, at: At) -> Value:
        """An attribute of a library's value."""
        return self.library.attribute(frame, owner, name, at)

    def fields_without_text(self, value: Class) -> Mapping[object, Value]:
        """The fields of a form or serializer that no client can make a text of."""
        return self.library.fields_without_text(self.class_info(value).members)

    def joined_path(self, frame: Frame, left: Value, right: Value, at: At) -> Value:
        """`left / right` where it may be that a path is put together: of two parts, as its class makes it."""
        return self.library.call(frame, Lib(_PATH), Arguments([left, right]), at)

    def is_known(self, value: Value) -> bool:
        """Whether knowledge says anything of this part of a library."""
        return self.library.is_known(value)

    def has_members(self, value: Lib) -> bool:
        """Whether knowledge says anything of members of this part of a library: it is no mere text."""
        return self.library.has_members(value)

    def held_by(self, value: Lib) -> frozenset[str]:
        """The dangers of which a text is free that fits the pattern with which this marker was made."""
        return self.library.held_by(value)

    def library_method(self, frame: Frame, owner: Lib, name: str, at: At) -> Value:
        """A method of a library's value, to be called."""
        return self.library.attribute(frame, owner, name, at, called=True)

    def library_item(self, frame: Frame, owner: Lib, key: Value, at: At) -> Value:
        """An item of a library's value."""
        return self.library.item(frame, owner, key, at)

    def library_store(self, frame: Frame, owner: Lib, step: str, value: Value, at: At) -> None:
        """An assignment to a part of a library's value."""
        self.library.store(frame, owner, step, value, at)

    def library_awaited(self, owner: Lib, at: At) -> Value:
        """What awaiting gives."""
        return self.library.awaited(owner, at)

    def sinks(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> None:
        """Tell of the sinks that a call is."""
        self.library.tell_sinks(frame, callee, arguments, at)

    def is_check(self, name: str) -> bool:
        """Whether a function of this name says of what it is given that it may be used."""
        return not self.library.check_names.isdisjoint(words(name))

    def is_name_of_code(self, name: str) -> bool:
        """Whether an attribute of this name says how something is called in the program."""
        return name in self.library.names_of_code

    def by_type(self, value: Value) -> Value:
        """A value that arrives at a sink, clean of what it is no danger of because of its type."""
        return self.library.by_type(value)

    def is_hazard(self, name: str, arguments: Arguments) -> bool:
        """Whether some sink is a method of this name, and what it is given has not been judged where it was made."""
        return name in self.library.hazards and not (
            arguments.positional and self.library.is_built(arguments.positional[0])
        )

    def decorated(self, frame: Frame, decorator: Value, value: Value, at: At) -> Value:
        """What a library's decorator makes of a function: the function; handlers are noted."""
        return self.library.decorated(frame, decorator, value, at)
