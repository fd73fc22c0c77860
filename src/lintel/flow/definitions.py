"""What a program defines, as values: functions, classes, modules, and what is made of them without being run.

They belong to no heap of their own: a function knows what it captured, a method its object.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING

from lintel.flow.values import Shared, Value

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


class Func(Value):
    """A function of the project. `captures` are the values of variables of functions around it."""

    __slots__ = ("captures", "defaults", "env", "index", "open", "path")

    def __init__(
        self,
        path: str,
        index: int,
        defaults: Mapping[int, Value] | None = None,
        env: Frame | None = None,
        captures: Mapping[int, Value] | None = None,
    ) -> None:
        self.path = path
        self.index = index
        self.defaults = defaults or {}
        self.env = env
        self.captures = captures or {}
        self.open = env is not None or bool(captures)

    @property
    def key(self) -> Hashable:
        """The function and what it captured."""
        return (self.path, self.index, tuple((slot, value.key) for slot, value in self.captures.items()))

    def __repr__(self) -> str:
        return f"Func({self.path}:{self.index})"


class Class(Value):
    """A class of the project."""

    __slots__ = ("index", "oid", "path")

    def __init__(self, path: str, index: int) -> None:
        self.path = path
        self.index = index
        self.oid = Shared(path, -index)

    @property
    def key(self) -> Hashable:
        """Its definition."""
        return (self.path, self.index)

    def __repr__(self) -> str:
        return f"Class({self.path}:{self.index})"


class Bound(Value):
    """A method of an object: of the project (`function`), or of a built-in value (its `name`)."""

    __slots__ = ("function", "name", "receiver")
    open = True

    def __init__(self, receiver: Value, function: Value | None, name: str = "") -> None:
        self.receiver = receiver
        self.function = function
        self.name = name

    @property
    def key(self) -> Hashable:
        """Object and method."""
        return (self.receiver.key, self.name, None if self.function is None else self.function.key)

    def made_of(self) -> tuple[Value, ...]:
        """The object."""
        return (self.receiver,)

    def __repr__(self) -> str:
        return f"Bound({self.receiver!r}.{self.name or self.function!r})"


class Partial(Value):
    """A callable with arguments that it will be called with."""

    __slots__ = ("function", "keywords", "positional")
    open = True

    def __init__(self, function: Value, positional: tuple[Value, ...], keywords: Mapping[str, Value]) -> None:
        self.function = function
        self.positional = positional
        self.keywords = keywords

    @property
    def key(self) -> Hashable:
        """What will be called with what."""
        words = tuple((name, value.key) for name, value in self.keywords.items())
        return (self.function.key, tuple(each.key for each in self.positional), words)

    def made_of(self) -> tuple[Value, ...]:
        """What it holds."""
        return (self.function, *self.positional, *self.keywords.values())


class Module(Value):
    """A module of the project, or a package without a file (`path` ""), by its name."""

    __slots__ = ("name", "path")

    def __init__(self, path: str, name: str) -> None:
        self.path = path
        self.name = name

    @property
    def key(self) -> Hashable:
        """Its path and name."""
        return (self.path, self.name)


class Super(Value):
    """`super()`: the classes above one, with the object."""

    __slots__ = ("owner", "receiver")
    open = True

    def __init__(self, owner: Class, receiver: Value) -> None:
        self.owner = owner
        self.receiver = receiver


class Special(Value):
    """A member of a class that is not simply bound: property, staticmethod, classmethod."""

    __slots__ = ("function", "kind")
    open = True

    def __init__(self, kind: str, function: Value) -> None:
        self.kind = kind
        self.function = function


class Accessor(Value):
    """`x.setter` of a property, as it is used as a decorator."""

    __slots__ = ("getter", "kind")

    def __init__(self, kind: str, getter: Special) -> None:
        self.kind = kind
        self.getter = getter


class Instance(Value):
    """An object of a class of the project, of which nothing else is known: what an annotation says."""

    __slots__ = ("cls",)

    def __init__(self, cls: Class) -> None:
        self.cls = cls

    @property
    def key(self) -> Hashable:
        """Its class."""
        return ("instance", self.cls.key)
