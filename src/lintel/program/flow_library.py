"""What library knowledge says to the solver of calls: callers, cleaners, checks, carriers, handlers and decorators."""

from __future__ import annotations

from lintel.flow.attributes import method_of
from lintel.flow.builtin_methods import PIECES, is_normal, method_of_value
from lintel.flow.calls import call, tell_unknown
from lintel.flow.combining import choice, is_plain, leaves, mix
from lintel.flow.definitions import Bound, Class, Func, Partial, Special
from lintel.flow.frame import Frame
from lintel.flow.guards import NORMAL_PATH, checked, is_host
from lintel.flow.partial import BELOW
from lintel.flow.values import (
    ALL,
    FIXED,
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
    Test,
    Text,
    Value,
)
from lintel.flow.world import Arguments
from lintel.knowledge.schema import Row
from lintel.program.flow_calling import GIVERS, called_with
from lintel.program.flow_entry import Entry
from lintel.program.flow_making import MAKERS
from lintel.program.flow_patterns import by_pattern
from lintel.program.flow_results import LibraryResults
from lintel.program.flow_rows import COMPILED, NORMAL, flattened, given_as, holder


class Library(LibraryResults):
    """The answers of library knowledge, in the solver's terms."""

    def task_method(self, function: Func, name: str) -> Lib | None:
        """A method of the object that a queue's decorator made of a function; None where rows say nothing of it."""
        made = self.tasks.get((function.path, function.index))
        place = f"{made}.{name}"
        return Lib(place, owner=function) if made is not None and "calls" in self.rows(place) else None

    def call(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
        """What the call gives; its sinks are told."""
        rows = self.rows(callee.name)
        kept = self._kept(callee, arguments) or self._held(frame, callee, arguments)
        if kept is not None:
            return kept
        found = by_pattern(frame, callee, arguments, at)
        if found is not None:
            return found
        unpacked = _unpacked(frame, rows, arguments)
        if unpacked is not None:
            return unpacked
        if rows:
            self.tell_sinks(frame, callee, arguments, at)
            found = self._known(frame, callee, rows, arguments, at)
            if found is not None:
                return found
        if callee.source is not None:
            return self._of_request(frame, callee, arguments, at)
        if not rows:
            self._tell_of_unknown(frame, callee, arguments, at)
            told = _of_text(frame, callee, arguments, at)
            if told is not None:
                return told
        found = self._got(frame, callee, arguments, at)
        return self._result(frame, callee, arguments, at) if found is None else found

    def _tell_of_unknown(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> None:
        """Tell of a statement that is run by something of which no row says what it is."""
        owner, _, name = callee.name.rpartition(".")
        if name in self.hazards and not self._has_members(owner):
            tell_unknown(frame, UNKNOWN, name, arguments, at)

    def _got(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value | None:
        """`mapping.get("key")` where rows speak of `mapping["key"]`."""
        owner, _, method = callee.name.rpartition(".")
        key = arguments.positional[0] if arguments.positional else None
        if method not in ("get", "pop") or type(key) is not Const or not self.rows(f"{owner}[{key.value}]"):
            return None
        mapping = callee.owner if type(callee.owner) is Lib else Lib(owner, callee.at, callee.inputs)
        found = self.item(frame, mapping, key, at)
        default = arguments.at(1, "default")
        return found if default is None else choice((found, default))

    def read(self, name: str, at: At) -> Value | None:
        """What rows say of a property of a project's class; None where they say nothing."""
        seen = self._part_of(self._seen(Lib(name, at), at))
        return None if type(seen) is Lib and seen.source is None and not self.is_known(seen) else seen

    def said(self, frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value | None:
        """What rows say that a call of a project's function gives, its sinks told; None where they leave it open."""
        made = self._seen(Lib(f"{callee.name}()", at), at)
        if type(made) is Lib and made.source is not None:
            return made
        if "harmless" in self.rows(f"{callee.name}()"):
            return NUMBER
        seen = self._seen(callee, at)
        if type(seen) is Lib and seen.source is not None:
            return self._of_request(frame, seen, arguments, at)
        self.tell_sinks(frame, callee, arguments, at)
        return self._known(frame, callee, self.rows(callee.name), arguments, at)

    def _known(
        self, frame: Frame, callee: Lib, rows: dict[str, list[Row]], arguments: Arguments, at: At
    ) -> Value | None:
        """What the kinds of rows say that the call gives; None where they leave it to its type."""
        if "never-returns" in rows:
            frame.leave()
            return NO_VALUE
        if "seals" in rows or "opens" in rows:
            return self._sealed(frame, callee, rows, arguments)
        if "calls" in rows:
            return self._calls(frame, callee, rows["calls"][0], arguments, at)
        if "harmless" in rows:
            return NUMBER
        if "cleans" in rows:
            return self._cleaned(frame, callee, rows["cleans"][0], arguments)
        if "checks" in rows:
            return self._checks(frame, callee, rows["checks"][0], arguments)
        if "carries" in rows and "request-data" not in rows:
            kept = self._memory(frame, callee, arguments, stores=False)
            if kept is not None:
                return kept
            return self._carried(frame, callee, rows["carries"][0], arguments, at)
        if "signs" in rows:
            return _signed(frame, callee, arguments, at)
        if "injects" in rows or "calls-for-field" in rows:
            row = (rows.get("injects") or rows["calls-for-field"])[0]
            selector = row.arguments[0].at
            given = arguments.at(selector.position, selector.keyword)
            return Lib(f"{callee.name}()", at, (given,) if given is not None else ())
        if "declares-field" in rows:
            self._declare(frame, rows["declares-field"][0], callee, arguments)
        if "endpoint-register" in rows:
            self._registered(frame, rows["endpoint-register"][0], arguments)
        return self._declaration(frame, callee, rows, arguments, at)

    def _declaration(
        self, frame: Frame, callee: Lib, rows: dict[str, list[Row]], arguments: Arguments, at: At
    ) -> Value | None:
        """What declares a field, a parameter or a handler, with what it says of it."""
        for row in rows.get("validated-by", ()):
            given = given_as(callee, row.arguments[0], arguments)
            validators = () if given is None else frame.items_of(given) or ()
            return Lib(f"{callee.name}()", at, tuple(map(frame.freeze, validators)), None, frame.library_number())
        if "parameter-marker" in rows or "held-to" in rows:
            row = (rows.get("parameter-marker") or rows["held-to"])[0]
            held = given_as(callee, row.arguments[0], arguments) if row.arguments else None
            pattern = held.value if type(held) is Const else None
            return Lib(f"{callee.name}()", at, _makers(rows, arguments), None, 0, pattern)
        if "default-maker" in rows and (makers := _makers(rows, arguments)):
            return Lib(f"{callee.name}()", at, makers)
        if "endpoint" in rows:
            route = next((each.value for each in arguments.positional if type(each) is Const), None)
            return Lib(f"{callee.name}()", at, (), None, 0, route if isinstance(route, str) else None)
        return None

    def _sealed(self, frame: Frame, callee: Lib, rows: dict[str, list[Row]], arguments: Arguments) -> Value | None:
        """What is signed here is given back where the signature is checked, be it in another request."""
        for row in rows.get("seals", ()):
            self.stores.setdefault(f"sealed:{row.get('seal')}", []).append(
                frame.freeze(self._value_of(callee, row, arguments))
            )
        for row in rows.get("opens", ()):
            return self._shared(f"sealed:{row.get('seal')}")
        return None

    def _value_of(self, callee: Lib, row: Row, arguments: Arguments) -> Value:
        found = [
            value for each in row.arguments if each.role == "value" and (value := given_as(callee, each, arguments))
        ]
        if found:
            return found[0] if len(found) == 1 else Mix(tuple(found), None, "arguments")
        if row.arguments:
            return NO_VALUE
        return self._receiver(callee)

    def _receiver(self, callee: Lib) -> Value:
        owner = holder(callee)
        if owner is not None:
            return owner
        return mix(callee.inputs, callee.at, callee.name) if callee.inputs else FIXED

    def _cleaned(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments) -> Value:
        value = self._value_of(callee, row, arguments)
        dangers = frozenset(row.get("for").split())
        if "all" in dangers:
            if row.get("how") == "raises" and not is_plain(value) and value is not NO_VALUE:
                frame.state.check(checked(value, ALL))
            return NUMBER
        if is_plain(value):
            return value if value is not NO_VALUE else FIXED
        return Cleaned(value, dangers)

    def _checks(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments) -> Value:
        value = self._value_of(callee, row, arguments)
        dangers = ALL if row.get("for") == "all" else frozenset(row.get("for").split())
        values = flattened(frame, [value])
        if row.get("of") == "signed":
            values = [leaf for each in arguments.all() for leaf in _signed_with(each)]
        if row.get("of") == NORMAL:  # a path that may hold `..` lies inside of anything
            values = [each for each in values if is_normal(each)]
        checks = {key: found for each in values for key, found in checked(each, dangers).items()}
        if row.get("how") == "raises":
            frame.state.check(checks)
            return NONE
        return Test(NO_CHECKS, checks) if row.get("how") == "denies" else Test(checks, NO_CHECKS)

    def _carried(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments, at: At) -> Value:
        value = self._value_of(callee, row, arguments)
        maker = MAKERS.get(row.get("makes"))
        made = None if maker is None else maker(frame, callee, value, arguments, at)
        if made is not None:
            return made
        name = f"{callee.name}()"
        canonical = self._knowledge.canonical(name)
        if type(value) in (Func, Class, Bound, Partial):
            return value
        own = not row.arguments or any(each.at.keyword == "self" for each in row.arguments)
        filled = own and bool(row.arguments) and not all(map(is_plain, arguments.all()))
        is_object = type(value) is Lib and row.get("makes") not in (NORMAL, "host") and self._is_object(value)
        is_object = is_object and not filled and not (own and leaves(value))
        if is_object and (leaves(value) or not self._has_members(canonical)):
            return value
        how = row.get("makes") if row.get("makes") in (NORMAL, COMPILED) else callee.name.rpartition(".")[2]
        if canonical != name or (self._knowledge.is_about(canonical) and self._has_members(canonical)):
            given = flattened(frame, [value, *(each for each in arguments.all() if each is not value)])
            label = NORMAL_PATH if how == NORMAL else None
            return Lib(
                canonical,
                at,
                tuple(leaves(mix(given, None))),
                None,
                frame.library_number(),
                label,
                value if label else None,
            )
        if is_plain(value) and not filled:
            return FIXED if value is not NO_VALUE else UNKNOWN
        values = [value, *(each for each in arguments.all() if each is not value and not is_plain(each))]
        mixed = mix(flattened(frame, values), at, how)
        if type(mixed) is Mix and how == NORMAL:
            mixed.base = value
            if type(value) is Text and str(value.parts[0]).startswith("/"):
                return Cleaned(mixed, frozenset({BELOW}))  # above the root there is nothing
        if type(mixed) is Mix and row.get("makes") == "packed":
            frame.packed[id(mixed)] = (mixed, callee.name, value)
        return mixed

    def _calls(self, frame: Frame, callee: Lib, row: Row, arguments: Arguments, at: At) -> Value:
        callable_ = next(each for each in row.arguments if each.role == "callable")
        function = given_as(callee, callable_, arguments)
        for name in callable_.at.parts:  # a method that its class has
            function = None if function is None else method_of(frame, function, name, at)
        if function is None:
            return self._result(frame, callee, arguments, at)
        given = called_with(frame, callee, row, function, arguments)
        if row.get("gives") == "callable":
            return Partial(function, tuple(given.positional), given.keywords)
        if type(function) not in (Func, Class, Bound, Partial, Lib, Choice, Ref, Hole):
            return function  # a coroutine was made already
        if type(function) is Func and callee.owner is function:
            self.sent.add((function.path, function.index))
        giver = GIVERS.get(row.get("gives"), call)
        return giver(frame, function, given, at)

    def _registered(self, frame: Frame, row: Row, arguments: Arguments) -> None:
        handler = row.argument("handler")
        given = None if handler is None else arguments.at(handler.at.position, handler.at.keyword)
        route = row.argument("route")
        path = None if route is None else arguments.at(route.at.position, route.at.keyword)
        shown = path.value if type(path) is Const and isinstance(path.value, str) else ""
        if given is None or not row.get("inputs"):
            return
        methods = [method_of(frame, given, name, None) for name in row.get("handlers").split()]
        several: list[Value] = [method for method in methods if method is not None]
        for each in several or [given]:
            self._world.entries.append(
                Entry(frame.freeze(each), row.get("inputs"), row.library, shown, row.get("verb"))
            )

    def decorated(self, frame: Frame, decorator: Value, value: Value, at: At) -> Value:
        """What a library's decorator makes of a function: the function; handlers are noted."""
        from lintel.flow.builtin_functions import FUNCTIONS

        if type(decorator) is not Lib:
            return value
        if decorator.name in ("builtins.property", "builtins.staticmethod", "builtins.classmethod"):
            return FUNCTIONS[decorator.name[9:]](frame, Arguments([value]), at) or value
        for name in (decorator.name.removesuffix("()"), decorator.name):
            rows = self.rows(name)
            for row in rows.get("endpoint", ()):
                if row.get("inputs"):
                    route = decorator.arguments if isinstance(decorator.arguments, str) else ""
                    self._world.entries.append(Entry(value, row.get("inputs"), row.library, route, row.get("verb")))
                    return value
            if "field-validator" in rows and isinstance(decorator.arguments, tuple):
                function = value.function if type(value) is Special else value
                if type(function) is Func:
                    self.validators[function.path, function.index] = decorator.arguments
                return value
            for row in rows.get("message-handler", ()):
                self._world.entries.append(Entry(value, "message", row.library, ""))
                if type(value) is Func and row.get("object"):
                    self.tasks[value.path, value.index] = row.get("object")
                return value
        return value


def _makers(rows: dict[str, list[Row]], arguments: Arguments) -> tuple[Value, ...]:
    """What a declaration has make what its field holds."""
    several = [each.at for row in rows.get("default-maker", ()) for each in row.arguments]
    given = [arguments.at(at.position, at.keyword) for at in several]
    return tuple(value for value in given if value is not None)


SIGNED = ("made", "signed")  # what `Lib.arguments` says of a signature


def _signed(frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value:
    """A signature, which is no danger itself, with what it was made of."""
    body = frame.body(callee)
    held = () if body is None or body.rest is None else (body.rest,)
    inputs = leaves(mix((*callee.inputs, *held, *flattened(frame, arguments.all())), None))
    return Cleaned(Lib(f"{callee.name}()", at, tuple(inputs), None, 0, SIGNED), ALL)


def _signed_with(value: Value) -> list[Value]:
    """What a value is the signature of."""
    inner = value.value if type(value) is Cleaned else value
    if type(inner) is not Lib or inner.arguments != SIGNED:
        return []
    return [leaf.value if type(leaf) is Cleaned else leaf for leaf in inner.inputs]


def _unpacked(frame: Frame, rows: dict[str, list[Row]], arguments: Arguments) -> Value | None:
    """What was packed in this very function comes out as it went in: key by key, and no danger to unpack."""
    given = arguments.positional[0] if arguments.positional else None
    packed = frame.packed.get(id(given))
    if packed is None or not any(row.get("undoes") == packed[1] for row in rows.get("carries", ())):
        return None
    return packed[2]


def _of_text(frame: Frame, callee: Lib, arguments: Arguments, at: At) -> Value | None:
    """What a method of texts gives: of a part of a library's value that has pieces, or is the host of an address."""
    owner, method = callee.owner, callee.name.rpartition(".")[2]
    if method in PIECES and type(owner) is Lib and owner.inputs:
        return method_of_value(frame, mix(owner.inputs, None), method, arguments, at) or UNKNOWN
    host = holder(callee)
    return method_of_value(frame, host, method, arguments, at) if host is not None and is_host(host) else None
