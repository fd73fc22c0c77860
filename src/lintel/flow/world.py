"""What the solver asks of the program around a function: other functions, modules, classes, libraries.

The flow floor names no library and keeps no store; who solves (`lintel.program.flow`) answers these questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from lintel.flow import ir
from lintel.flow.carried import Carried
from lintel.flow.definitions import Class, Func
from lintel.flow.summary import Summary
from lintel.flow.values import UNKNOWN, At, Lib, Shared, Value

if TYPE_CHECKING:
    from lintel.flow.frame import Frame
    from lintel.flow.heap import Body


@dataclass(slots=True)
class Arguments:
    """The arguments of a call: positional, by keyword, and what `*` and `**` bring that is not known one by one.

    `spread`: the call passes on with `*` whatever it has been given.
    """

    positional: list[Value] = field(default_factory=list)
    keywords: dict[str, Value] = field(default_factory=dict)
    star: Value | None = None
    double_star: Value | None = None
    spread: bool = False

    def all(self) -> list[Value]:
        """Every value among them."""
        rest = [value for value in (self.star, self.double_star) if value is not None]
        return [*self.positional, *self.keywords.values(), *rest]

    def at(self, position: int | None, keyword: str | None) -> Value | None:
        """The argument at a position or under a keyword."""
        if keyword is not None and keyword in self.keywords:
            return self.keywords[keyword]
        if position is not None and position < len(self.positional):
            return self.positional[position]
        if position is not None and self.star is not None:
            return self.star
        return self.double_star if keyword is not None else None

    def given(self, position: int = 0) -> Value:
        """The argument at a position; something unknown where there is none."""
        found = self.at(position, None)
        return UNKNOWN if found is None else found


@dataclass(slots=True)
class ClassInfo:
    """A class of the project as its body left it.

    `bases` are values; `members` what the body binds; `fields` the annotated names in order, `annotations` what
    these say that they hold, `said` they themselves.
    """

    value: Class
    name: str
    bases: tuple[Value, ...] = ()
    members: dict[str, Value] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    annotations: dict[str, Value] = field(default_factory=dict)
    said: dict[str, Value] = field(default_factory=dict)


class World(Protocol):
    """The program around the function that is being solved."""

    def met(self, bound: str, path: str, name: str) -> None:
        """A bound (see `bounds`) was met in a function of this file: it is followed less exactly than it could be."""

    def module_ir(self, path: str) -> ir.ModuleIR:
        """The functions of a file."""

    def carried(self, path: str, index: int, blocks: tuple[int, ...]) -> Carried:
        """What a loop of a function carries from one round to the next, whose blocks are these."""

    def variable(self, path: str, slot: int) -> Value:
        """What a variable of a module holds, all stores of the project taken together."""

    def with_kept(self, oid: Shared, body: Body | None) -> Body | None:
        """What an object that outlives calls holds, what functions put into it included."""

    def kept_in(self, value: Class, name: str) -> Value | None:
        """What functions set as an attribute of a class; None where none does."""

    def is_set_on_classes(self, name: str) -> bool:
        """Whether some function sets an attribute of this name of a class."""

    def free_name(self, path: str, name: str) -> Value:
        """A name that nothing in the file binds: of a star import, else a builtin."""

    def imported(self, path: str, module: str, level: int, name: str | None, *, whole: bool) -> Value:
        """What an import statement binds: a module, or a name of one."""

    def member(self, path: str, name: str) -> Value:
        """A name of a module."""

    def class_info(self, value: Class) -> ClassInfo:
        """A class."""

    def define_class(self, info: ClassInfo) -> None:
        """A class body has been run."""

    def lineage(self, value: Class) -> Sequence[Value]:
        """The class and those above it, in the order in which members are looked for: `Class`, or `Lib`."""

    def implementations(self, value: Class, name: str) -> Sequence[Value]:
        """What subclasses of a class bind to the name of a method that it leaves to them, or overrides."""

    def attribute_hint(self, value: Class, name: str) -> Value | None:
        """What the methods of a class store under the attribute of an instance; None where none does."""

    def summary(self, function: Func, shapes: Sequence[Value] | None) -> Summary:
        """What a function does; with `shapes`, where it is given values of these shapes."""

    def called(self, function: Func) -> None:
        """A function is called from somewhere: its parameters are its callers' affair."""

    def library_call(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """What the call of a library's function gives; sinks are told to the frame."""

    def known_call(self, frame: Frame, function: Func, arguments: Arguments, at: At) -> Value | None:
        """What knowledge says that a call of a function of the project gives, its sinks told; None: ask its body."""

    def converts(self, value: Class) -> bool:
        """Whether objects of a class hold in their fields what the annotations say, whatever they are made of."""

    def is_filled(self, value: Lib) -> bool:
        """Whether a library's method is about the project's class that it is called on."""

    def task_method(self, function: Func, name: str) -> Lib | None:
        """A method of what the decorator of a queue made of a function, to be called; None where it is none."""

    def library_attribute(self, frame: Frame, owner: Lib, name: str, at: At) -> Value:
        """An attribute of a library's value."""

    def fields_of_form(self, frame: Frame, cls: Class, receiver: Value, given: Lib) -> Mapping[object, Value]:
        """The fields of a form or serializer that do not hold just what a client sent."""

    def is_form_field(self, member: Value | None) -> bool:
        """Whether a member of a class is a field of a form, an object that has what a client sent."""

    def form_field(self, frame: Frame, cls: Class, receiver: Value, name: str, field: Lib) -> Value:
        """A field of a form, with what is refused by its validators gone of what it holds; anything else as it is."""

    def default_makers(self, cls: Class) -> Sequence[tuple[str, Value]]:
        """The fields of which something is made for each object of a class, with what makes it."""

    def as_declared(self, frame: Frame, cls: Class, name: str, sent: Value, at: At | None) -> Value:
        """What a field of a model holds that was given this, by its declaration and validators."""

    def joined_path(self, frame: Frame, left: Value, right: Value, at: At) -> Value:
        """`left / right` where it may be that a path is put together."""

    def is_known(self, value: Value) -> bool:
        """Whether knowledge says anything of this part of a library."""

    def has_members(self, value: Lib) -> bool:
        """Whether knowledge says anything of members of this part of a library: it is no mere text."""

    def held_by(self, value: Lib) -> frozenset[str]:
        """The dangers of which a text is free that fits the pattern with which this marker was made."""

    def library_method(self, frame: Frame, owner: Lib, name: str, at: At) -> Value:
        """A method of a library's value, to be called."""

    def library_item(self, frame: Frame, owner: Lib, key: Value, at: At) -> Value:
        """An item of a library's value, or (key NO_VALUE) any of them."""

    def library_store(self, frame: Frame, owner: Lib, step: str, value: Value, at: At) -> None:
        """An assignment to an attribute (`.name`) or item (`[key]`) of a library's value."""

    def library_awaited(self, owner: Lib, at: At) -> Value:
        """What awaiting a library's value gives."""

    def annotated(self, value: Value) -> Value | None:
        """What an annotation with this value says that a parameter holds; None where it says nothing."""

    def note_annotation(self, path: str, index: int, parameter: int, value: Value) -> None:
        """A parameter of a function was declared with this annotation."""

    def note_function(self, frame: Frame, value: Func) -> None:
        """A function was defined in a frame."""

    def sinks(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> None:
        """Tell the frame of the sinks that a call is."""

    def is_check(self, name: str) -> bool:
        """Whether a function of this name says of what it is given that it may be used."""

    def is_name_of_code(self, name: str) -> bool:
        """Whether an attribute of this name says how something is called in the program: no client decides it."""

    def by_type(self, value: Value) -> Value:
        """A value that arrives at a sink, clean of what it is no danger of because of its type."""

    def is_hazard(self, name: str, arguments: Arguments) -> bool:
        """Whether a method of this name may be a sink of these, so that a call of it must be told to callers."""

    def decorated(self, frame: Frame, decorator: Value, value: Value, at: At) -> Value:
        """What a decorator of a library makes of a function or class."""
