"""Parts of library values: attributes, items, what is stored in one function and read in another, awaiting."""

from __future__ import annotations

from lintel.flow.combining import choice, leaves, mix
from lintel.flow.frame import Frame
from lintel.flow.guards import HOST, NORMAL_PATH, PARENTS, keys_of
from lintel.flow.heap import Body
from lintel.flow.values import (
    NO_CHECKS,
    NUMBER,
    TRUE,
    At,
    Cleaned,
    Const,
    Fresh,
    Lib,
    Shared,
    Test,
    Value,
)
from lintel.flow.world import Arguments
from lintel.knowledge.schema import Row
from lintel.program.flow_patterns import group_of, pattern_of
from lintel.program.flow_rows import is_word
from lintel.program.flow_sinks import LibrarySinks

HELD = "__held__"  # the field of an object of one value that is this
_GENERIC = frozenset({f"builtins.{name}" for name in ("dict", "frozenset", "list", "set", "tuple", "type")})


class LibraryParts(LibrarySinks):
    """What is reached from a value of a library."""

    def attribute(self, frame: Frame, owner: Lib, name: str, at: At, *, called: bool = False) -> Value:
        """`owner.name`; `called`: to be called next."""
        extended = self._extended(owner, f".{name}")
        if extended is None:
            return mix((owner,), at, name)
        if extended in self.store_names or owner.name in self.store_names:
            stored = self._shared(f"{owner.name}.{name}")
            if stored is not None:
                return stored
        inputs = owner.inputs if owner.inputs else ()
        held = frame.body(owner)
        if held is not None and held.rest is not None:
            inputs = tuple(leaves(mix((*inputs, held.rest), None)))
        made = Lib(extended, owner.at, inputs, owner.source, owner.oid, owner.arguments, owner)
        return self._seen(made, at) if called else self._part_of(self._seen(made, at))

    def _part_of(self, value: Value) -> Value:
        """A member or element that is itself clean, or no text of a client."""
        if type(value) is not Lib:
            return value
        rows = self.rows(value.name)
        if "harmless" in rows:
            return NUMBER
        for row in rows.get("checks", ()):
            if not row.arguments:
                return _flag(value, row)
        for row in rows.get("cleans", ()):
            if not row.arguments:
                return Cleaned(value, frozenset(row.get("for").split()))
        if any(row.get("makes") == "host" for row in rows.get("carries", ())):
            return Lib(value.name, value.at, value.inputs, value.source, 0, HOST, value.owner)
        owner = value.owner
        if any(row.get("makes") == "parents" for row in rows.get("carries", ())) and type(owner) is Lib:
            normal = PARENTS if owner.arguments == NORMAL_PATH else None
            return Lib(value.name, value.at, value.inputs, value.source, 0, normal, owner)
        return value

    def item(self, frame: Frame, owner: Lib, key: Value, at: At) -> Value:
        """`owner[key]`; without a key (NO_VALUE) any item."""
        if owner.name in _GENERIC or owner.name.startswith(("typing.", "typing_extensions.", "collections.abc.")):
            return Lib(f"{owner.name}[]", at, (frame.freeze(key),))
        pattern = pattern_of(owner.arguments)
        if pattern is not None and type(key) is Const:
            return group_of(pattern, key.value, owner.inputs, at) or mix(owner.inputs, at, "group")
        body = frame.body(owner)
        if body is not None and type(key) is Const and key.value in body.keyed:
            return body.keyed[key.value]
        shown = str(key.value) if type(key) is Const else ""
        extended = self._extended(owner, f"[{shown if is_word(shown) else ''}]")
        if extended is None:
            return mix((owner,), at, "[]")
        if owner.name in self.store_names:
            stored = self._shared(f"{owner.name}[{shown}]")
            if stored is not None:
                return stored
        inputs = owner.inputs
        if body is not None and body.rest is not None:
            inputs = (*inputs, body.rest)
        if owner.source is None and inputs and not self.rows(extended):
            return mix(inputs, at, "[]")
        return self._part_of(self._seen(Lib(extended, owner.at, inputs, owner.source, 0, shown or None), at))

    def store(self, frame: Frame, owner: Lib, step: str, value: Value, at: At) -> None:
        """An assignment to a part of a library's value."""
        if owner.name in self.store_names:
            self.stores.setdefault(owner.name + step, []).append(frame.freeze(value))
        extended = self._extended(owner, step)
        for row in self.rows(extended or "").get("sink", ()):
            if row.role == "data":
                self._tell(frame, row, {"data": value}, at)

    def _held(self, frame: Frame, callee: Lib, arguments: Arguments) -> Value | None:
        """What an object of one value is given, or gives back; None where it is no such call, or nothing is known.

        It is known by what it was made with: a variable of a context by its name.
        """
        if (callee.name not in self._puts and callee.name not in self._gives) or type(callee.owner) is not Lib:
            return None
        owner = callee.owner
        store = Fresh(Body("object"), Shared(f"{owner.name}{owner.arguments or owner.at}", 1))
        if callee.name in self._puts:
            frame.set_body(store, Body("object", fields={HELD: frame.clean(arguments.given())}))
            return None
        body = frame.body(store)
        found = None if body is None else body.fields.get(HELD)
        default = arguments.at(0, None)
        return found if found is None or default is None else choice((found, default))

    def _declare(self, frame: Frame, row: Row, callee: Lib, arguments: Arguments) -> None:
        """A parser is told of a field: note it where no client can make a text of it."""
        given = {each.role: arguments.at(each.at.position, each.at.keyword) for each in row.arguments}
        name, kind = given.get("name"), given.get("type")
        made = f"{kind.name}()" if type(kind) is Lib else ""
        number = casts(kind) or "harmless" in self.rows(made) or given.get("choices") is not None
        if type(callee.owner) is Lib and type(name) is Const and number:
            store = _parser(callee.owner)
            frame.set_body(store, frame.held(store).with_field(name.value, TRUE))

    def _declared(self, frame: Frame, callee: Lib, made: Lib) -> Value:
        """What a parser gives, but for the fields of which no client can make a text."""
        body = frame.body(_parser(callee.owner)) if type(callee.owner) is Lib else None
        if body is None or not body.fields:
            return made
        numbers: dict[object, Value] = dict.fromkeys(body.fields, NUMBER)
        return frame.allocate(Body("dict", keyed=numbers, fields=numbers, base=made))

    def _kept(self, callee: Lib, arguments: Arguments) -> Value | None:
        """`store.get(name)`: what was stored under the name; None where it is no store, or nothing was."""
        owner, _, method = callee.name.rpartition(".")
        if owner not in self.store_names or method not in ("get", "pop") or not arguments.positional:
            return None
        key = arguments.positional[0]
        if type(key) is not Const:
            return None
        found = [self._shared(f"{owner}.{key.value}"), self._shared(f"{owner}[{key.value}]")]
        default = arguments.at(1, "default")
        several = [each for each in (*found, default) if each is not None]
        return choice(several) if found != [None, None] else None

    def _shared(self, name: str) -> Value | None:
        stored = self.stores.get(name)
        return choice([self._world.settled(each) for each in stored]) if stored else None

    def awaited(self, owner: Lib, at: At) -> Value:
        """What awaiting gives: another type where knowledge says so, else the same."""
        if owner.name.endswith(".await"):
            return owner
        name = f"{owner.name}.await"
        canonical = self._knowledge.canonical(name)
        if canonical != name or self._has_members(name):
            return self._seen(Lib(canonical, owner.at, owner.inputs, owner.source, owner.oid, owner.arguments), at)
        return owner


def _parser(owner: Lib) -> Fresh:
    """What a parser is told of, wherever it is: known by the place where it was made."""
    return Fresh(Body("object"), Shared(f"{owner.name}{owner.at}", 1))


def casts(kind: Value | None) -> bool:
    """Whether this, as a type that a text is turned into, leaves nothing of the text."""
    return type(kind) is Lib and kind.name in ("builtins.int", "builtins.float", "builtins.bool", "uuid.UUID")


def _flag(value: Lib, row: Row) -> Test:
    """An attribute that says whether what its object was made of is fit for some use."""
    dangers = frozenset(row.get("for").split())
    checks = {key: dangers for part in value.inputs for key in keys_of(part)}
    return Test(NO_CHECKS, checks) if row.get("how") == "denies" else Test(checks, NO_CHECKS)
