"""Abstract values: what an expression may hold, as far as that can be told without running it.

A value is a constant, a text with holes, a container or object (in the heap, see `heap`), something callable, a value of
a library known by the way that led to it, a part of a parameter, or a mixture of such. Values are shared and never
changed; each says from which others it was made, and where, so that the way of a client's text can be told step by step.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

ALL: Final = frozenset({"all"})
NOTHING: Final[frozenset[str]] = frozenset()
MOST_CHOICES: Final = 8
MOST_PARTS: Final = 48
MOST_LEAVES: Final = 8
MOST_WAY: Final = 8
MOST_NODES: Final = 40
LONGEST: Final = 4_000  # characters of a constant that is worth to be known


class At(NamedTuple):
    """A place: the file, and the node of it by LibCST type and ordinal."""

    path: str
    kind: str
    ordinal: int


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
    item. `hint` is what its annotation says that it is.
    """

    __slots__ = ("base", "hint", "how", "index", "name")
    open = True

    def __init__(self, index: int, base: Hole | None = None, how: str = "", name: Any = "", hint: Value | None = None):
        self.index = index
        self.base = base
        self.how = how
        self.name = name
        self.hint = hint

    @property
    def key(self) -> Hashable:
        """The way from the parameter."""
        return (self.index, self.how, self.name, None if self.base is None else self.base.key)

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
        oid: int = 0,
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
        self.open = any(each.open for each in inputs)
        self.told: tuple[Value, ...] | None = None

    @property
    def key(self) -> Hashable:
        """Request data read twice under the same name is the same."""
        return (self.name, self.arguments) if self.source is not None else self

    def made_of(self) -> tuple[Value, ...]:
        """What it was made of."""
        return self.inputs

    def __repr__(self) -> str:
        return f"Lib({self.name}{', source' if self.source else ''}{', ' + repr(self.inputs) if self.inputs else ''})"


class Source(NamedTuple):
    """That something is request data: which part of the request, where it was taken, by what name."""

    part: str
    at: At
    name: str


class Text(Value):
    """A text put together here: constant texts and values, in order."""

    __slots__ = ("at", "open", "parts", "told")

    def __init__(self, parts: tuple[str | Value, ...], at: At | None = None) -> None:
        self.parts = parts
        self.open = any(type(each) is not str and each.open for each in parts)  # type: ignore[union-attr]
        self.told: tuple[Value, ...] | None = None
        self.at = at

    def made_of(self) -> tuple[Value, ...]:
        """Its holes."""
        return tuple(part for part in self.parts if type(part) is not str)  # type: ignore[misc]

    def __repr__(self) -> str:
        return f"Text{self.parts!r}"


class Mix(Value):
    """Something made of other values: as dangerous as they are. `weak`: by a callee of which nothing is known.

    `way` are the places where it was made of one another, first one first, and how; `base` what it names in other
    words, where that is known: what is checked of the one holds of the other.
    """

    __slots__ = ("at", "base", "how", "open", "values", "way", "weak")

    def __init__(
        self,
        values: tuple[Value, ...],
        at: At | None = None,
        how: str = "",
        *,
        weak: bool = False,
        way: tuple[tuple[At, str], ...] = (),
    ) -> None:
        self.values = values
        self.open = any(each.open for each in values)
        self.way = way
        self.base: Value | None = None
        self.at = at
        self.how = how
        self.weak = weak

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
        self.open = any(each.open for each in values)

    def made_of(self) -> tuple[Value, ...]:
        """The alternatives."""
        return self.values

    def __repr__(self) -> str:
        return f"Choice{self.values!r}"


class Cleaned(Value):
    """A value that is no danger of these (`ALL`: of none)."""

    __slots__ = ("dangers", "open", "value")

    def __init__(self, value: Value, dangers: frozenset[str]) -> None:
        self.value = value
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

    def __init__(self, oid: int) -> None:
        self.oid = oid

    @property
    def key(self) -> Hashable:
        """One object."""
        return ("object", self.oid)

    def __repr__(self) -> str:
        return f"Ref({self.oid})"


class Fresh(Value):
    """An object with its contents, on its way from one function to another; `oid` is that of the other heap, or 0."""

    __slots__ = ("body", "oid")
    open = True

    def __init__(self, body: Any, oid: int = 0) -> None:
        self.body = body
        self.oid = oid

    def made_of(self) -> tuple[Value, ...]:
        """All that it holds."""
        return tuple(self.body.parts())

    def __repr__(self) -> str:
        return f"Fresh({self.body!r})"


class Func(Value):
    """A function of the project. `captures` are the values of variables of functions around it."""

    __slots__ = ("captures", "defaults", "env", "index", "open", "path")

    def __init__(
        self,
        path: str,
        index: int,
        defaults: Mapping[int, Value] | None = None,
        env: Any = None,
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

    __slots__ = ("index", "path")

    def __init__(self, path: str, index: int) -> None:
        self.path = path
        self.index = index

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


class Test(Value):
    """A condition whose outcome is open: what it says of which value where it holds and where it does not.

    `checks` are pairs of a value's key and the dangers that it is free of; `yes` where the condition holds, `no` where
    not. `equal` are values that are constant where it holds: pairs of key and the constant.
    """

    __slots__ = ("no", "over", "yes")
    open = True

    def __init__(self, yes: Checks, no: Checks, over: tuple[Value, ...] = ()) -> None:
        self.yes = yes
        self.no = no
        self.over = over

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


def join(first: Value | None, second: Value | None) -> Value | None:
    """A value that is one of two; a variable that one side does not bind is what the other side says."""
    if first is second or second is None or second is NO_VALUE:
        return first
    if first is None or first is NO_VALUE:
        return second
    kind = type(first)
    if kind is type(second):
        if kind is Harmless:
            return FIXED
        if kind is not Text and kind is not Mix and kind is not Choice and first.key == second.key:
            return first
    return choice((first, second))


def choice(values: Iterable[Value]) -> Value:
    """One of these values, without what is said twice; many constants are one that is not told."""
    found: dict[Hashable, Value] = {}
    for value in values:
        for each in value.values if type(value) is Choice else (value,):
            if each is not NO_VALUE:
                found.setdefault(each.key, each)
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        return NO_VALUE
    if len(found) > MOST_CHOICES:
        found = _fewer(found)
        if len(found) == 1:
            return next(iter(found.values()))
    return Choice(tuple(found.values()))


def _fewer(found: dict[Hashable, Value]) -> dict[Hashable, Value]:
    """Constants first become one; then what remains is mixed."""
    fewer = {key: value for key, value in found.items() if type(value) not in (Const, Harmless)}
    if len(fewer) < len(found):
        fewer[FIXED] = FIXED
    if len(fewer) <= MOST_CHOICES:
        return fewer
    mixed = mix(fewer.values(), None, "one of many")
    return {mixed.key: mixed}


def mix(values: Iterable[Value], at: At | None, how: str = "", *, weak: bool = False) -> Value:
    """Something made of these values: of their leaves, so that mixtures do not grow; of harmless ones, harmless."""
    found: dict[Hashable, Value] = {}
    way: tuple[tuple[At, str], ...] = ()
    for value in values:
        kind = type(value)
        if kind in _PLAIN:
            continue
        if kind is Mix:
            if not way:
                way = value.way  # type: ignore[attr-defined]
            for leaf in value.values:  # type: ignore[attr-defined]
                found.setdefault(leaf.key, leaf)
        elif kind is Hole or kind is Opaque:
            found.setdefault(value.key, value)
        else:
            for leaf in leaves(value):
                found.setdefault(leaf.key, leaf)
        if len(found) >= MOST_LEAVES:
            break
    if not found:
        return FIXED
    if at is not None:
        way = (*way, (at, how))[-MOST_WAY:]
    return Mix(tuple(found.values()), at, how, weak=weak, way=way)


def leaves(value: Value) -> tuple[Value, ...]:
    """What a value was made of in the end, as far as somebody outside may have a part in it; worked out once."""
    if type(value) not in _REMEMBERING:
        return _leaves(value)
    told: tuple[Value, ...] | None = value.told  # type: ignore[attr-defined]
    if told is None:
        told = value.told = _leaves(value)  # type: ignore[attr-defined]
    return told


_REMEMBERING: Final = frozenset({Text, Choice, Lib})


def _leaves(value: Value) -> tuple[Value, ...]:
    found: dict[Hashable, Value] = {}
    seen: set[int] = set()
    waiting: list[tuple[Value, frozenset[str]]] = [(value, NOTHING)]
    while waiting and len(found) < MOST_LEAVES:
        here, clean = waiting.pop()
        kind = type(here)
        if kind in _PLAIN:
            continue
        if kind is Hole or kind is Opaque:
            found.setdefault((here.key, clean), Cleaned(here, clean) if clean else here)
            continue
        if kind is Cleaned:
            waiting.append((here.value, clean | here.dangers))  # type: ignore[attr-defined]
            continue
        inner = here.made_of()
        if not inner or (kind is Lib and here.source is not None):  # type: ignore[attr-defined]
            if kind is Lib and here.source is None:  # type: ignore[attr-defined]
                continue  # a library's own value
            leaf = Cleaned(here, clean) if clean else here
            found.setdefault((here.key, clean), leaf)
            continue
        if id(here) in seen and not clean:
            continue
        seen.add(id(here))
        waiting.extend((part, clean) for part in reversed(inner))
    return tuple(found.values())


def bounded(value: Value) -> Value:
    """A value that may be handed to other functions: one that grew too large is told by its leaves."""
    if type(value) in _SMALL:
        return value
    count = 0
    for _ in walk(value):
        count += 1
        if count > MOST_NODES:
            return mix((value,), None, "much")
    return value


def is_plain(value: Value) -> bool:
    """Whether nobody outside has a part in the value, as far as one look tells."""
    kind = type(value)
    if kind is Choice:
        return all(map(is_plain, value.values))  # type: ignore[attr-defined]
    return kind in _PLAIN


_SMALL: Final = frozenset({Const, Harmless, Opaque, Hole, Ref, Mix, Class, Func, Module})
_PLAIN: Final = frozenset({Const, Harmless, Test, Func, Class, Module})


def walk(value: Value, known: Callable[[Value], bool] | None = None) -> Iterator[Value]:
    """A value and all that it was made of, each once, outer ones first; below those that are `known` nothing."""
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        yield here
        if known is None or not known(here):
            waiting.extend(reversed(here.made_of()))
