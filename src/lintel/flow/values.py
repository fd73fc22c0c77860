"""Abstract values: what an expression may hold, as far as that can be told without running it.

A value is a constant, a text with holes, a container or object (in the heap, see `heap`), something callable (see
`definitions`), a value of a library known by the way that led to it, a part of a parameter, or a mixture of such (see
`combining`). Values are shared and never changed; each says from which others it was made, and where, so that the way
of a client's text can be told step by step.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from lintel.flow.heap import Body


ALL: Final = frozenset({"all"})
NOTHING: Final[frozenset[str]] = frozenset()
GUESSED: Final = frozenset({"guessed"})  # what `Cleaned` says of a value that came out of something unknown


class At(NamedTuple):
    """A place: the file, and the node of it by LibCST type and ordinal."""

    path: str
    kind: str
    ordinal: int


class Shared(NamedTuple):
    """The number of what outlives a call: an object that the body of a module made, a class (below 0), a module (0).

    Every function knows such an object by this number, whatever else its own heap holds.
    """

    path: str
    number: int


class Value:
    """What an expression may hold.

    `open` says that a part of it is known only to a caller (a hole) or to the heap of one function: a value that is
    not open means the same everywhere.
    """

    __slots__ = ()
    open = False

    @property
    def key(self) -> Hashable:
        """What tells this value from others where checks of it are remembered; equal for the same expression."""
        return self

    def made_of(self) -> tuple[Value, ...]:
        """The values that it was made of, in order."""
        return ()


def _any_open(values: tuple[Value, ...]) -> bool:
    """Whether one is open; a loop, since millions of values are made."""
    for value in values:  # noqa: SIM110
        if value.open:
            return True
    return False


class Const(Value):
    """A constant."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    @property
    def key(self) -> Hashable:
        """Constants are equal by type and value."""
        return (type(self.value), repr(self.value))

    def __repr__(self) -> str:
        return f"Const({self.value!r})"


class Harmless(Value):
    """A value that nobody outside decides a text with: a number, a date, one of many constants."""

    __slots__ = ("what",)

    def __init__(self, what: str) -> None:
        self.what = what

    def __repr__(self) -> str:
        return f"Harmless({self.what})"


NUMBER: Final = Harmless("number")
FIXED: Final = Harmless("constant")
NO_VALUE: Final = Harmless("nothing")  # of code that cannot run: joins swallow it


class Opaque(Value):
    """A value of which nothing is known, and where it came from."""

    __slots__ = ("at", "what")

    def __init__(self, what: str = "", at: At | None = None) -> None:
        self.what = what
        self.at = at

    def __repr__(self) -> str:
        return f"Opaque({self.what})"


UNKNOWN: Final = Opaque()


class Hole(Value):
    """Something that the caller knows: a parameter (`index`), or a part of one (`base` and how it is reached).

    `how` is "" for a parameter, "." for the attribute `name`, "[" for the item under the constant `name`, "*" for any
    item. `hint` is what its annotation says that it is, `at` where the part was taken.
    """

    __slots__ = ("at", "base", "hint", "how", "index", "key", "name")
    open = True

    def __init__(
        self,
        index: int,
        base: Hole | None = None,
        how: str = "",
        name: Any = "",
        hint: Value | None = None,
        at: At | None = None,
    ) -> None:
        self.at = at
        self.index = index
        self.base = base
        self.how = how
        self.name = name
        self.hint = hint
        self.key: Hashable = (index, how, name, None if base is None else base.key)  # the way from the parameter

    def __repr__(self) -> str:
        return f"Hole({self.index})" if self.base is None else f"{self.base!r}{self.how}{self.name}"


class Lib(Value):
    """A value of a library, by its access path; `inputs` are what it was made of, `source` the request data it is.

    `oid` is its number in the heap (0: it holds nothing of ours), `arguments` the constants in the last call, `owner`
    the value whose attribute it is.
    """

    __slots__ = ("arguments", "at", "inputs", "name", "oid", "open", "owner", "source", "told")

    def __init__(
        self,
        name: str,
        at: At | None = None,
        inputs: tuple[Value, ...] = (),
        source: Source | None = None,
        oid: Hashable = 0,
        arguments: Hashable = None,
        owner: Value | None = None,
    ) -> None:
        self.name = name
        self.at = at
        self.inputs = inputs
        self.source = source
        self.oid = oid
        self.arguments = arguments
        self.owner = owner
        self.open = bool(inputs) and _any_open(inputs)
        self.told: tuple[Value, ...] | None = None

    @property
    def key(self) -> Hashable:
        """Request data read twice under the same name is the same, if it is of one object."""
        if self.source is None:
            return self
        owner = self.owner
        if type(owner) is Lib and owner.source is None and owner.oid:  # one field of a form
            return (self.name, self.arguments, owner.oid)
        return (self.name, self.arguments)

    def made_of(self) -> tuple[Value, ...]:
        """What it was made of."""
        return self.inputs

    def __repr__(self) -> str:
        return f"Lib({self.name}{', source' if self.source else ''}{', ' + repr(self.inputs) if self.inputs else ''})"


class Source(NamedTuple):
    """That something is request data: which part of the request, where it was taken, by what name.

    `trusted`: only operators of the application may send it.
    """

    part: str
    at: At
    name: str
    trusted: bool = False


class Text(Value):
    """A text put together here: constant texts and values, in order."""

    __slots__ = ("at", "open", "parts", "told")

    def __init__(self, parts: tuple[str | Value, ...], at: At | None = None) -> None:
        self.parts = parts
        self.open = False
        for each in parts:
            if not isinstance(each, str) and each.open:
                self.open = True
                break
        self.told: tuple[Value, ...] | None = None
        self.at = at

    def made_of(self) -> tuple[Value, ...]:
        """Its holes."""
        return tuple(part for part in self.parts if not isinstance(part, str))

    def __repr__(self) -> str:
        return f"Text{self.parts!r}"


class Mix(Value):
    """Something made of other values: as dangerous as they are.

    `way` are the places where it was made of one another, first one first, and how; `base` what it names in other
    words, where that is known: what is checked of the one holds of the other.
    """

    __slots__ = ("at", "base", "how", "open", "told", "values", "way")

    def __init__(
        self,
        values: tuple[Value, ...],
        at: At | None = None,
        how: str = "",
        *,
        way: tuple[tuple[At, str], ...] = (),
    ) -> None:
        self.values = values
        self.open = _any_open(values)
        self.way = way
        self.told: tuple[Value, ...] | None = None
        self.base: Value | None = None
        self.at = at
        self.how = how

    def made_of(self) -> tuple[Value, ...]:
        """What it was made of."""
        return self.values

    def __repr__(self) -> str:
        return f"Mix({self.how}{self.values!r})"


class Choice(Value):
    """One of several values."""

    __slots__ = ("open", "told", "values")

    def __init__(self, values: tuple[Value, ...]) -> None:
        self.values = values
        self.told: tuple[Value, ...] | None = None
        self.open = _any_open(values)

    def made_of(self) -> tuple[Value, ...]:
        """The alternatives."""
        return self.values

    def __repr__(self) -> str:
        return f"Choice{self.values!r}"


class Cleaned(Value):
    """A value that is no danger of these (`ALL`: of none)."""

    __slots__ = ("dangers", "open", "told", "value")

    def __init__(self, value: Value, dangers: frozenset[str]) -> None:
        self.value = value
        self.told: tuple[Value, ...] | None = None
        self.open = value.open
        self.dangers = dangers

    def made_of(self) -> tuple[Value, ...]:
        """What was cleaned."""
        return (self.value,)

    def __repr__(self) -> str:
        return f"Cleaned({self.value!r}, {sorted(self.dangers)})"


class Ref(Value):
    """An object or container of this function's heap."""

    __slots__ = ("oid",)
    open = True

    def __init__(self, oid: int | Shared) -> None:
        self.oid = oid

    @property
    def key(self) -> Hashable:
        """One object."""
        return ("object", self.oid)

    def __repr__(self) -> str:
        return f"Ref({self.oid})"


class Fresh(Value):
    """An object with its contents, on its way from one function to another; `oid` is that of the other heap, or 0.

    One that outlives the call (`Shared`) is the same object wherever it comes.
    """

    __slots__ = ("body", "oid", "told")
    open = True

    def __init__(self, body: Body, oid: int | Shared = 0) -> None:
        self.body = body
        self.told: tuple[Value, ...] | None = None
        self.oid = oid

    def made_of(self) -> tuple[Value, ...]:
        """All that it holds."""
        return tuple(self.body.parts())

    def __repr__(self) -> str:
        return f"Fresh({self.body!r})"


class Test(Value):
    """A condition whose outcome is open: what it says of which value where it holds and where it does not.

    `yes` and `no` tell by the keys of values of which dangers these are free where it does, and does not. `held` is
    what gave the outcome, where that is more than true or false: a match.
    """

    __slots__ = ("held", "no", "yes")
    open = True

    def __init__(self, yes: Checks, no: Checks, held: Value | None = None) -> None:
        self.held = held
        self.yes = yes
        self.no = no

    @property
    def key(self) -> Hashable:
        """What it says where it holds, and where not."""
        return ("test", frozenset(self.yes.items()), frozenset(self.no.items()))

    def made_of(self) -> tuple[Value, ...]:
        """What was looked at: an outcome carries no text of it."""
        return ()

    def __repr__(self) -> str:
        return f"Test({self.yes}, {self.no})"


Checks = Mapping[Hashable, frozenset[str]]
NO_CHECKS: Final[Checks] = {}

TRUE: Final = Const(value=True)
FALSE: Final = Const(value=False)
NONE: Final = Const(None)
