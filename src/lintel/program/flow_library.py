"""What library knowledge says to the solver: sources, sinks, cleaners, checks, callers, and the types of results."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from lintel.flow.builtin_methods import LETTERS, NUMBERS, PIECES, SAME_TEXT, is_normal, method_of_value
from lintel.flow.combining import choice, is_plain, leaves, mix
from lintel.flow.definitions import Bound, Class, Func, Partial
from lintel.flow.frame import Frame
from lintel.flow.guards import HOST, NORMAL_PATH, checked
from lintel.flow.heap import Body
from lintel.flow.patterns import held_by, left_by
from lintel.flow.rebuilding import cleaned_by
from lintel.flow.summary import Event
from lintel.flow.values import (
    ALL,
    FIXED,
    GUESSED,
    NO_CHECKS,
    NO_VALUE,
    NONE,
    NUMBER,
    UNKNOWN,
    At,
    Choice,
    Cleaned,
    Const,
    Hole,
    Lib,
    Mix,
    Ref,
    Source,
    Test,
    Text,
    Value,
)
from lintel.flow.world import Arguments
from lintel.knowledge.index import Knowledge
from lintel.knowledge.schema import Argument, Row
from lintel.program.flow_relevance import is_telling

if TYPE_CHECKING:
    from lintel.program.flow import FlowWorld

NORMAL = "normal-path"
LONGEST_NAME = 160  # characters of an access path; what is reached beyond is a mixture
_MATCHERS = frozenset({"re.fullmatch", "re.match", "re.search", "re.Pattern().fullmatch", "re.Pattern().match"})
_TEXT_METHODS = SAME_TEXT | PIECES | LETTERS | NUMBERS | {"startswith", "format", "join", "endswith"}
EVERYDAY = frozenset(
    {
        "__call__", "__enter__", "__init__", "add", "append", "apply", "build", "call", "check", "close", "copy", "create",
        "delete", "evaluate", "execute", "fetch", "handle", "init", "list", "log", "main", "parse", "query", "register",
        "search", "setup", "stop", "validate", "decode", "encode", "exists", "items", "keys", "name", "path", "predict", "extend", "filter", "find", "format", "get", "head",
        "insert", "iterdir", "join", "load", "loads", "map", "move", "open", "options", "patch", "pop", "post", "process",
        "put", "read", "rename", "replace", "request", "run", "save", "select", "send", "set", "start", "stat", "submit",
        "touch", "update", "write",
    }
)  # fmt: skip
"""Methods that dictionaries, files and everything else have too: a call of one says nothing of what it is called on."""


class Sink(NamedTuple):
    """What a finding has to know of the row that made a call a sink."""

    danger: str
    name: str
    styles: str
    origin: str


def assumed(event: Event) -> Event | None:
    """A statement run by a method of something unknown, where the method's name and the text itself leave no doubt."""
    data = event.values.get("0") or event.values.get("statement") or event.values.get("sql")
    if data is None or not is_telling(event.name) or not any(map(_begins_statement, _texts_of(data))):
        return None
    values = {"data": data}
    if "1" in event.values:
        values["bound"] = event.values["1"]
    return event._replace(sink=Sink("sql", event.name, "", ASSUMED), values=values, receiver=None)


ASSUMED = "assumed"
_STATEMENT = re.compile(
    r"\s*\(?\s*(?:select|insert\s+into|update|delete\s+from|replace\s+into|create|drop|alter|with|call|exec)\s", re.I
)


def _texts_of(value: Value) -> tuple[Value, ...]:
    return value.values if type(value) is Choice else (value,)


def _begins_statement(value: Value) -> bool:
    return type(value) is Text and type(value.parts[0]) is str and _STATEMENT.match(value.parts[0]) is not None


class Library:
    """The answers of library knowledge, in the solver's terms."""

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
        self.stores: dict[str, list[Value]] = {}
        self.store_names = frozenset(row.place for row in knowledge.of_kind("shared-store"))

    # Names

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
        return [row for row in self._knowledge.rows(kind, name, (name,))]

    def _seen(self, value: Lib, at: At | None) -> Value:
        """A value of a library: request data, if it is that."""
        if value.source is not None:
            return NUMBER if "harmless" in self.rows(value.name) else value
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

    # Parts

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
        for row in rows.get("cleans", ()):
            if not row.arguments:
                return Cleaned(value, frozenset(row.get("for").split()))
        if any(row.get("makes") == "host" for row in rows.get("carries", ())):
            return Lib(value.name, value.at, value.inputs, value.source, 0, HOST, value.owner)
        return value

    def item(self, frame: Frame, owner: Lib, key: Value, at: At) -> Value:
        """`owner[key]`; without a key (NO_VALUE) any item."""
        if owner.name.startswith(("typing.", "typing_extensions.", "builtins.", "collections.abc.")):
            return Lib(f"{owner.name}[]", at, (frame.freeze(key),))
        body = frame.body(owner)
        if body is not None and type(key) is Const and key.value in body.keyed:
            return body.keyed[key.value]
        shown = str(key.value) if type(key) is Const else ""
        extended = self._extended(owner, f"[{shown if _is_word(shown) else ''}]")
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

    # Calls

    def call(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """What the call gives; its sinks are told."""
        rows = self.rows(callee.name)
        found = self._by_pattern(frame, callee, arguments, at)
        if found is not None:
            return found
        if rows:
            self.tell_sinks(frame, callee, arguments, at)
            found = self._known(frame, callee, rows, arguments, at)
            if found is not None:
                return found
        if callee.source is not None:
            return self._of_request(frame, callee, arguments, at)
        return self._result(frame, callee, arguments, at)

    def said(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value | None:
        """What rows say that a call of a function of the project gives, its sinks told; None where they leave it open."""
        made = self._seen(Lib(f"{callee.name}()", at), at)
        if type(made) is Lib and made.source is not None:
            return made
        if "harmless" in self.rows(f"{callee.name}()"):
            return NUMBER
        self.tell_sinks(frame, callee, arguments, at)
        return self._known(frame, callee, self.rows(callee.name), arguments, at)

    def tell_sinks(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> None:
        """An event for each sink that the call is."""
        for row in self.rows(callee.name).get("sink", ()):
            if not row.arguments:
                continue
            shell = row.get("danger") == "command" and self._shell_line(frame, row, arguments)
            if shell is None or (not shell and not self._is_active(frame, row, arguments)):
                continue
            if shell:
                self._tell(frame, row, {"data": shell}, at)
                continue
            data = [
                self._part(frame, value, argument.at.parts, at)
                for argument in row.arguments
                if argument.role == "data" and (value := _given(callee, argument, arguments)) is not None
            ]
            if not data:
                continue
            if row.get("danger") == "sql" and all(self._is_built(value) for value in data):
                continue
            values = {"data": data[0] if len(data) == 1 else mix(data, at, "arguments")}
            bound = row.argument("bound")
            given = None if bound is None else arguments.at(bound.at.position, bound.at.keyword)
            if given is not None:
                values["bound"] = given
            if callee.inputs:
                values["receiver"] = mix(callee.inputs, at, "")
            self._tell(frame, row, values, at)

    def _is_built(self, value: Value) -> bool:
        """Whether something to execute is an object that a library of databases made: it was judged where it was made."""
        if type(value) is Choice:
            return all(self._is_built(each) for each in value.values)
        return type(value) is Lib and value.source is None and value.name.split(".", 1)[0] in self._builders

    def _shell_line(self, frame: Frame, row: Row, arguments: Arguments) -> Value | bool | None:
        """What a list of arguments gives to a shell (`["sh", "-c", line]`): False where it is no list, None: nothing."""
        argument = row.argument("data")
        given = None if argument is None else arguments.at(argument.at.position, argument.at.keyword)
        if given is None:
            return False
        several = list(arguments.positional) if type(given) is Const else []
        body = frame.body(given)
        if type(given) is Ref and body is not None and body.kind in ("list", "tuple"):
            several = list(body.items or ())
        elif type(given) is not Const:
            return False
        if len(several) < 3 or not all(type(each) is Const for each in several[:2]):
            return None if type(given) is Ref else False
        program, flag = (str(each.value) for each in several[:2])  # type: ignore[attr-defined]
        if program.rpartition("/")[2] in self._shells and flag.endswith("c"):
            return several[2]
        return None if type(given) is Ref else False

    def _part(self, frame: Frame, value: Value, parts: tuple[str, ...], at: At) -> Value:
        for part in parts:
            body = frame.body(value)
            if not part and body is not None and body.kind == "dict":
                value = frame.item(value, UNKNOWN, at)
            else:
                value = frame.element(value, at) if not part else frame.item(value, _key(part), at)
        return value

    def _is_active(self, frame: Frame, row: Row, arguments: Arguments) -> bool:
        enables = row.argument("enables")
        if enables is not None:
            given = arguments.at(enables.at.position, enables.at.keyword)
            if given is None or (type(given) is Const and not given.value):
                return False
        decides = row.argument("decides")
        if decides is not None:
            given = arguments.at(decides.at.position, decides.at.keyword)
            if given is None:
                return row.get("absent") != "safe"
            safe = row.get("safe").split()
            return not self._is_one_of(given, safe)
        return True

    def _is_one_of(self, value: Value, safe: list[str]) -> bool:
        if type(value) is Choice:
            return all(self._is_one_of(each, safe) for each in value.values)
        if type(value) is Const:
            return str(value.value) in safe
        return type(value) is Lib and (value.name in safe or self._knowledge.canonical(value.name) in safe)

    def _tell(self, frame: Frame, row: Row, values: dict[str, Value], at: At) -> None:
        if all(is_plain(value) for value in values.values()) and row.get("danger") != "sql":
            return
        sink = Sink(row.get("danger"), row.place, row.get("styles"), row.origin)
        frozen = {role: frame.freeze(_checked(frame, value)) for role, value in values.items()}
        frame.tell(Event(sink, at, frame.symbol, frozen))

    def _known(
        self, frame: Frame, callee: Lib, rows: dict[str, list[Row]], arguments: Arguments, at: At
    ) -> Value | None:
        """What the kinds of rows say that the call gives; None where they leave it to its type."""
        if "never-returns" in rows:
            frame.leave()
            return NO_VALUE
        if "calls" in rows:
            return self._calls(frame, callee, rows["calls"][0], arguments, at)
        if "harmless" in rows:
            return NUMBER
        if "cleans" in rows:
            return self._cleaned(frame, callee, rows["cleans"][0], arguments, at)
        if "checks" in rows:
            return self._checks(frame, callee, rows["checks"][0], arguments)
        if "carries" in rows and "request-data" not in rows:
            kept = self._memory(frame, callee, arguments)
            if kept is not None:
                return kept
            return self._carried(frame, callee, rows["carries"][0], arguments, at)
        if "injects" in rows:
            row = rows["injects"][0]
            selector = row.arguments[0].at
            given = arguments.at(selector.position, selector.keyword)
            return Lib(f"{callee.name}()", at, (given,) if given is not None else ())
        if "endpoint-register" in rows:
            self._registered(frame, rows["endpoint-register"][0], arguments)
        if "endpoint" in rows or "parameter-marker" in rows:
            route = next((each.value for each in arguments.positional if type(each) is Const), None)
            return Lib(f"{callee.name}()", at, (), None, 0, route if isinstance(route, str) else None)
        return None

    def _value_of(self, callee: Lib, row: Row, arguments: Arguments) -> Value:
        found = [value for each in row.arguments if each.role == "value" and (value := _given(callee, each, arguments))]
        if found:
            return found[0] if len(found) == 1 else Mix(tuple(found), None, "arguments")
        if row.arguments:
            return NO_VALUE
        return self._receiver(callee)

    def _receiver(self, callee: Lib) -> Value:
        if callee.owner is not None:
            return callee.owner
        return mix(callee.inputs, callee.at, callee.name) if callee.inputs else FIXED

    def _cleaned(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments, at: At) -> Value:
        value = self._value_of(callee, row, arguments)
        dangers = frozenset(row.get("for").split())
        if "all" in dangers:
            if not is_plain(value) and value is not NO_VALUE:
                frame.state.check(checked(value, ALL))
            return NUMBER
        if is_plain(value):
            return value if value is not NO_VALUE else FIXED
        return Cleaned(value, dangers)

    def _checks(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments) -> Value:
        value = self._value_of(callee, row, arguments)
        dangers = ALL if row.get("for") == "all" else frozenset(row.get("for").split())
        values = _flattened(frame, [value])
        if "path" in dangers and _looks_inside(row):  # a path that may hold `..` lies inside of anything
            values = [each for each in values if is_normal(each)]
        checks = {key: found for each in values for key, found in checked(each, dangers).items()}
        if row.get("how") == "raises":
            frame.state.check(checks)
            return mix(values, None, "checked") if row.get("gives") else NONE
        return Test(checks, NO_CHECKS, (value,))

    def _carried(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments, at: At) -> Value:
        if row.get("makes") == "list":
            return frame.allocate(Body("list", ()).with_items(tuple(arguments.positional)))
        value = self._value_of(callee, row, arguments)
        if type(value) in (Func, Class, Bound, Partial) or (not row.get("makes") and self._is_object(value)):
            return value
        name = f"{callee.name}()"
        canonical = self._knowledge.canonical(name)
        how = "normal-path" if row.get("makes") else callee.name.rpartition(".")[2]
        if canonical != name or (self._knowledge.is_about(canonical) and self._has_members(canonical)):
            given = _flattened(frame, [value, *(each for each in arguments.all() if each is not value)])
            label = NORMAL_PATH if how == NORMAL else None
            return Lib(
                canonical, at, tuple(leaves(mix(given, None))), None, frame.number(), label, value if label else None
            )
        if is_plain(value):
            return FIXED if value is not NO_VALUE else UNKNOWN
        values = [value, *(each for each in arguments.all() if each is not value and not is_plain(each))]
        made = mix(_flattened(frame, values), at, how)
        if type(made) is Mix and how == NORMAL:
            made.base = value
        return made

    def _is_object(self, value: Value) -> bool:
        """Whether a value is an object of a library, which whoever hands it on does not change."""
        return type(value) is Lib and value.source is None and (not value.inputs or self._has_members(value.name))

    def numbers_of(self, members: Mapping[str, Value]) -> dict[object, Value]:
        """The declared fields of a form or serializer that no client can make a text of."""
        return {
            name: NUMBER
            for name, member in members.items()
            if type(member) is Lib and "harmless" in self.rows(member.name)
        }

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

    def _has_members(self, name: str) -> bool:
        return any(place.startswith(f"{name}.") for place in self._members_of(name))

    def _members_of(self, name: str) -> tuple[str, ...]:
        known = self.__dict__.setdefault("_prefixes", None)
        if known is None:
            known = set()
            for library in self._knowledge.libraries:
                for row in library.rows:
                    place = row.place
                    for index, sign in enumerate(place):
                        if sign == ".":
                            known.add(place[:index])
            self.__dict__["_prefixes"] = known
        return (f"{name}.",) if name in known else ()

    def _calls(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments, at: At) -> Value:
        from lintel.flow.calls import call

        selector = next(each.at for each in row.arguments if each.role == "callable")
        function = arguments.at(selector.position, selector.keyword)
        if function is None:
            return self._result(frame, callee, arguments, at)
        given = Arguments(list(arguments.positional), dict(arguments.keywords), arguments.star, arguments.double_star)
        if selector.position is not None and selector.position < len(given.positional):
            del given.positional[: selector.position + 1]
        else:
            given.keywords.pop(selector.keyword or "", None)
        positional = row.argument("positional")
        if positional is not None:
            packed = arguments.at(positional.at.position, positional.at.keyword)
            items = frame.items_of(packed) if packed is not None else ()
            words = given.keywords.get("kwargs")
            given = Arguments(list(items or ()), star=None if items is not None else packed)
            body = frame.body(words) if words is not None else None
            if body is not None:
                given.keywords = {key: each for key, each in body.keyed.items() if isinstance(key, str)}
        if row.get("gives") == "callable":
            return Partial(function, tuple(given.positional), given.keywords)
        if type(function) not in (Func, Class, Bound, Partial, Lib, Choice, Ref, Hole):
            return function  # a coroutine was made already
        result = call(frame, function, given, at)
        if row.get("gives") == "nothing":
            return NONE
        return result

    def _registered(self, frame: Frame, row: Row, arguments: Arguments) -> None:
        from lintel.program.flow import Entry

        handler = row.argument("handler")
        given = None if handler is None else arguments.at(handler.at.position, handler.at.keyword)
        route = row.argument("route")
        path = None if route is None else arguments.at(route.at.position, route.at.keyword)
        shown = path.value if type(path) is Const and isinstance(path.value, str) else ""
        if given is not None and row.get("inputs"):
            self._world.entries.append(
                Entry(frame.freeze(given), row.get("inputs"), row.library, shown, row.get("verb"))
            )

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
        if method == "get" and _casts(arguments):
            return NUMBER
        constants = tuple(each.value for each in arguments.positional[:1] if type(each) is Const)
        canonical = self._knowledge.canonical(name)
        if len(canonical) > LONGEST_NAME:
            return mix((callee,), at, method)
        made = Lib(canonical, at, callee.inputs, callee.source, 0, (callee.arguments, constants))
        if callee.source.name == owner or callee.source.name == callee.name:
            made = Lib(
                canonical, at, callee.inputs, Source(callee.source.part, at, callee.source.name), 0,
                (callee.arguments, constants),
            )  # fmt: skip
        default = arguments.at(1, "default")
        if method in ("items",):
            pair = frame.allocate(Body("tuple", (made, made)))
            return frame.allocate(Body("iterator", None, rest=pair))
        if method in ("get", "pop", "getfirst") and default is not None:
            return choice((made, default))
        return made

    def _by_pattern(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value | None:
        """What a call of the `re` module says of its subject; None where the pattern is not known."""
        if callee.name == "re.compile":
            given = arguments.at(0, "pattern")
            return None if type(given) is not Const else Lib("re.Pattern()", at, (), None, 0, given.value)  # type: ignore[arg-type]
        if callee.name in ("re.sub", "re.Pattern().sub"):
            return self._taken_out(callee, arguments, at)
        return self._matched(frame, callee, arguments, at) if callee.name in _MATCHERS else None

    def _matched(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value | None:
        """`re.fullmatch(pattern, text)`: true where the text holds only what the pattern allows."""
        if callee.name.startswith("re.Pattern()"):
            pattern: Value = Const(callee.arguments) if isinstance(callee.arguments, str) else UNKNOWN
            subject = arguments.at(0, "string")
        else:
            pattern, subject = arguments.at(0, "pattern") or UNKNOWN, arguments.at(1, "string")
        if subject is None or type(pattern) is not Const or not isinstance(pattern.value, str):
            return None
        dangers = held_by(pattern.value, callee.name.rpartition(".")[2])
        if not dangers:
            return None
        return Test(checked(subject, dangers), NO_CHECKS, (Cleaned(subject, dangers),))

    def _taken_out(self, callee: Lib, arguments: Arguments, at: At) -> Value | None:
        """`re.sub(pattern, "", text)`: what is left is free of what the pattern takes out."""
        if callee.name == "re.sub":
            pattern, with_, subject = (arguments.at(i, word) for i, word in enumerate(("pattern", "repl", "string")))
        else:
            pattern = Const(callee.arguments) if isinstance(callee.arguments, str) else None
            with_, subject = arguments.at(0, "repl"), arguments.at(1, "string")
        if subject is None or type(pattern) is not Const or type(with_) is not Const or is_plain(subject):
            return None
        if not isinstance(pattern.value, str) or not isinstance(with_.value, str):
            return None
        dangers = left_by(pattern.value)
        if not dangers or (not with_.value.replace("_", "").replace("-", "").isalnum() and with_.value.strip("_-")):
            return None
        return Cleaned(mix((subject,), at, "sub"), dangers)

    def _result(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """What a library's function gives of which no row says: a value of the type that its name says."""
        kept = self._memory(frame, callee, arguments)
        if kept is not None:
            return kept
        name = self._knowledge.canonical(f"{callee.name}()")
        inputs = tuple(callee.inputs)
        given = [value for value in arguments.all() if not is_plain(value)]
        if any(row.get("danger") in ("path", "url") for row in self.rows(callee.name).get("sink", ())):
            given = []  # what is read from a place is not the name of the place
        given = [Cleaned(value, GUESSED) for value in given]
        body = frame.body(callee)
        held = (body.rest,) if body is not None and body.rest is not None else ()
        inputs = tuple(leaves(mix((*inputs, *_flattened(frame, given), *held), None)))
        if len(name) > LONGEST_NAME:
            return mix(inputs, at, "call", weak=True)
        constants = tuple(each.value for each in arguments.positional if type(each) is Const)
        return self._seen(Lib(name, at, inputs, None, frame.number(), constants or None), at)

    def _memory(self, frame: Frame, callee: Lib, arguments: Arguments) -> Value | None:
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
        if given:
            frame.set_body(receiver, frame.held(receiver).with_some(mix(_flattened(frame, given), None, "held")))
        return None

    # Decorators

    def decorated(self, frame: Frame, decorator: Value, value: Value, at: At) -> Value:
        """What a library's decorator makes of a function: the function; handlers are noted."""
        from lintel.flow.builtin_functions import FUNCTIONS
        from lintel.program.flow import Entry

        if type(decorator) is not Lib:
            return value
        if decorator.name in ("builtins.property", "builtins.staticmethod", "builtins.classmethod"):
            return FUNCTIONS[decorator.name[9:]](frame, Arguments([value]), at) or value
        if decorator.name in ("functools.cached_property", "django.utils.functional.cached_property"):
            return FUNCTIONS["property"](frame, Arguments([value]), at) or value
        if decorator.name.rpartition(".")[2] in ("abstractproperty", "hybrid_property"):
            return FUNCTIONS["property"](frame, Arguments([value]), at) or value
        for name in (decorator.name.removesuffix("()"), decorator.name):
            rows = self.rows(name)
            for row in rows.get("endpoint", ()):
                if row.get("inputs"):
                    route = decorator.arguments if isinstance(decorator.arguments, str) else ""
                    self._world.entries.append(Entry(value, row.get("inputs"), row.library, route, row.get("verb")))
                    return value
            if rows.get("message-handler"):
                self._world.entries.append(Entry(value, "message", rows["message-handler"][0].library, ""))
                return value
        return value

    def request_object(self, library: str, verb: str) -> Lib | None:
        """The object that carries the request in a library; of several, the one for the verb."""
        found = [row.place for row in self._knowledge.of_kind("request-object") if row.library == library]
        sockets = [place for place in found if "websocket" in place.lower()]
        others = [place for place in found if place not in sockets]
        chosen = (sockets or others) if verb == "websocket" else (others or sockets)
        return Lib(self._knowledge.canonical(chosen[0])) if chosen else None


def _given(callee: Lib, argument: Argument, arguments: Arguments) -> Value | None:
    """What stands at the place of an argument; `self` is what the method is called on."""
    if argument.at.keyword == "self" and argument.at.position is None:
        return callee.owner or (Mix(callee.inputs, callee.at, "self") if callee.inputs else None)
    return arguments.at(argument.at.position, argument.at.keyword)


def _looks_inside(row: Row) -> bool:
    """Whether a check compares paths by their beginnings."""
    return not row.arguments or row.place.startswith("os.path.common")


def _is_word(text: str) -> bool:
    return bool(text) and not any(sign in "[]()+." or sign.isspace() for sign in text)


def _key(part: str) -> Const:
    return Const(int(part)) if part.isdigit() else Const(part)


def _casts(arguments: Arguments) -> bool:
    """`request.args.get("n", type=int)`."""
    cast = arguments.keywords.get("type")
    return type(cast) is Lib and cast.name in ("builtins.int", "builtins.float", "builtins.bool", "uuid.UUID")


def _flattened(frame: Frame, values: list[Value]) -> list[Value]:
    """Values as something may be made of them: of containers what they hold."""
    found: list[Value] = []
    for value in values:
        body = frame.body(value)
        if type(value) is Ref and body is not None:
            found += [part for part in body.parts() if not is_plain(part)]
        elif not is_plain(value):
            found.append(value)
    return found[:16]


def _checked(frame: Frame, value: Value) -> Value:
    """A value with what has been checked of its parts by now."""
    return cleaned_by(value, frame.state.checked) if frame.state.checked else value
