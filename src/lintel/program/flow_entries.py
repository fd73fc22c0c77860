"""What frameworks call, and with what: handlers, their dependencies, methods of class views, consumers of queues."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.calls import call
from lintel.flow.definitions import Bound, Class, Func, Instance, Partial
from lintel.flow.heap import Body
from lintel.flow.patterns import held_by
from lintel.flow.solving import Solving
from lintel.flow.values import NOTHING, NUMBER, UNKNOWN, At, Choice, Cleaned, Const, Fresh, Harmless, Lib, Source, Value
from lintel.flow.world import Arguments
from lintel.knowledge.schema import Row
from lintel.program.flow_entry import Entry, named_methods

if TYPE_CHECKING:
    from lintel.program.flow import FlowWorld

_CONVERTED: Final = re.compile(
    r"[<{](?:(int|float|uuid|any\([^()]*\)):(\w+)|(\w+):(int|float|uuid|number|ymd|date)\b)[^>}]*[>}]"
)
_DEEPEST: Final = 6


def run_entry(world: FlowWorld, entry: Entry) -> None:
    """Call a handler as its framework does."""
    for function, receiver in functions_of(world, entry.function):
        if entry.inputs == "message" and (function.path, function.index) in world.library.sent:
            continue  # what is in the message is what the program puts there
        _call_handler(world, entry, function, receiver)


def functions_of(world: FlowWorld, value: Value) -> list[tuple[Func, Value | None]]:
    """The functions that something callable may be, each with its object."""
    if type(value) is Func:
        return [(value, world.receiver(value))]
    if type(value) is Bound and type(value.function) is Func:
        return [(value.function, value.receiver)]
    if type(value) is Partial:
        return functions_of(world, value.function)
    if type(value) is Choice:
        return [found for each in value.values[:8] for found in functions_of(world, each)]
    return []


def _call_handler(world: FlowWorld, entry: Entry, function: Func, receiver: Value | None) -> None:
    """Call one function as a handler; what arrives somewhere then depends on no caller."""
    frame = Solving(world, function.path, 0)
    frame.calls_handlers = True
    definition = world.module_ir(function.path).functions[function.index]
    inner = _innermost(world, function)
    world.trusted = entry.inputs == "declared" and _is_for_operators(world, inner)
    if entry.given is None:
        arguments = _handler_arguments(world, frame, entry, inner, skip=receiver is not None)
    else:
        arguments = Arguments([entry.given])
    if receiver is not None:
        arguments.positional.insert(0, receiver)
    call(frame, function, arguments, At(function.path, "FunctionDef", definition.at))
    world.conclude(frame.events)
    world.kept.note(frame.shared_effects())


def _is_for_operators(world: FlowWorld, function: Func) -> bool:
    """Whether a handler depends on what lets only operators of the application pass, told by its name."""
    definition = world.module_ir(function.path).functions[function.index]
    for index in range(len(definition.params)):
        annotation = world.annotation(function.path, function.index, index)
        for marker in (function.defaults.get(index), *_annotated_with(annotation)):
            if (
                type(marker) is Lib
                and marker.inputs
                and "injects" in world.library.rows(marker.name.removesuffix("()"))
            ):
                for target, _ in _dependencies(world, marker.inputs[0]):
                    name = world.module_ir(target.path).functions[target.index].name
                    if not world.knowledge.words("operator").isdisjoint(name.lower().split("_")):
                        return True
    return False


def _innermost(world: FlowWorld, function: Func) -> Func:
    """The handler below its wrappers: the function that they captured, whose parameters the framework sees."""
    for _ in range(_DEEPEST):
        definition = world.module_ir(function.path).functions[function.index]
        if not any(kind == ir.VARIADIC_KEYWORDS for kind, _ in definition.params):
            return function
        below = [each for each in function.captures.values() if type(each) is Func]
        if not below:
            return function
        function = below[0]
    return function


def _handler_arguments(world: FlowWorld, frame: Solving, entry: Entry, function: Func, *, skip: bool) -> Arguments:
    """What a framework hands to the parameters of a handler."""
    definition = world.module_ir(function.path).functions[function.index]
    names = world.module_ir(function.path).names
    routes = [entry.route, *world.routes_of(function)]
    converted = {found[2] or found[3] for route in routes for found in _CONVERTED.finditer(route)}
    pieces = entry.inputs in ("path", "request-then-path") and _has_pieces(routes)
    arguments = Arguments()
    request = world.library.request_object(entry.library, entry.verb)
    slots = definition.slots[: len(definition.params)]
    named, above = _named_request(names, slots), _above_the_query(names, slots)
    at = At(function.path, "FunctionDef", definition.at)
    first = True
    for index, (kind, _) in enumerate(definition.params):
        name = names[slots[index]]
        if (skip and index == 0) or (entry.inputs == "resolver" and index <= above):
            continue
        if kind in (ir.VARIADIC, ir.VARIADIC_KEYWORDS):
            if pieces:
                piece = _piece(world, function, index, name, "path", at, converted, ())
                _hand_on_pieces(arguments, kind, piece, converted)
            continue
        if entry.inputs.startswith("request") and first:
            value: Value = (request or UNKNOWN) if named in (None, index) else UNKNOWN
            first = index + 1 == named
            arguments.positional.append(value)
            continue
        first = False
        if entry.inputs == "request-answer-path" and len(arguments.positional) == 1:
            arguments.positional.append(UNKNOWN)
        elif entry.inputs == "declared":
            if (given := declared(world, frame, function, index, name, at, 0)) is not None:
                arguments.keywords[name] = NUMBER if name in converted else given
        elif entry.inputs == "resolver":
            arguments.keywords[name] = _asked(world, function, index, name, at)
        elif entry.inputs in ("path", "request-then-path", "request-answer-path", "message"):
            part = "message" if entry.inputs == "message" else "path"
            said = world.named_so(function, index)
            arguments.keywords[name] = said or _piece(world, function, index, name, part, at, converted, routes)
    return arguments


def _asked(world: FlowWorld, function: Func, index: int, name: str, at: At) -> Value:
    """An argument of a query, unless its annotation, its default or the class around it makes it a number."""
    annotation = world.annotation(function.path, function.index, index)
    said = None if annotation is None else world.annotated(annotation)
    default = function.defaults.get(index)
    is_number = type(default) is Const and isinstance(default.value, int | float)
    owner = world.owner_of(function)
    inner = None if owner is None else world.class_info(owner).members.get("Arguments")
    if type(inner) is Class and name in world.fields_without_text(inner):
        return NUMBER
    if type(said) is Harmless or is_number:
        return NUMBER
    return Lib("client.body", at, (), Source("body", at, name, world.trusted), 0, name)


def _has_pieces(routes: Sequence[str]) -> bool:
    """Whether a route leaves something to the client; what is not known may."""
    known = [route for route in routes if route]
    return not known or any(sign in route for route in known for sign in "<{(")


def _hand_on_pieces(arguments: Arguments, kind: int, piece: Value, converted: Collection[str]) -> None:
    """Pieces of the path that no parameter is named for."""
    if kind == ir.VARIADIC:
        arguments.star = Fresh(Body("tuple", None, rest=piece))
    else:
        arguments.double_star = Fresh(Body("dict", keyed=dict.fromkeys(converted, NUMBER), rest=piece))


def _above_the_query(names: Sequence[str], slots: Sequence[int]) -> int:
    """The last parameter of a resolver that is not the client's: what is known of the query."""
    found = [index for index, slot in enumerate(slots) if names[slot] == "info"]
    return found[0] if found else 1


def _named_request(names: Sequence[str], slots: Sequence[int]) -> int | None:
    """Which parameter is called `request`: some frameworks hand the context on before it."""
    found = [index for index, slot in enumerate(slots) if names[slot] == "request"]
    return found[0] if found and found[0] < 3 else None


def _piece(
    world: FlowWorld,
    function: Func,
    index: int,
    name: str,
    part: str,
    at: At,
    converted: set[str],
    routes: Sequence[str],
) -> Value:
    """What a parameter gets of a path or message: a client's data, unless a converter or annotation makes a number."""
    if name in converted:
        return NUMBER
    annotation = world.annotation(function.path, function.index, index)
    said = None if annotation is None else world.annotated(annotation)
    if part == "message" and said is not None and (given := _object_in_message(world, said)) is not None:
        return given
    piece = Lib(f"client.{part}", at, (), Source(part, at, name, world.trusted), 0, name)
    held = [held_by(found[1], "fullmatch") for route in routes if (found := _group(route, name)) is not None]
    dangers = frozenset.intersection(*held) if held else NOTHING
    return Cleaned(piece, dangers) if dangers else piece


def _object_in_message(world: FlowWorld, said: Value) -> Value | None:
    """What a message holds where it is declared to be no text but a number, a library's object, a row of a database."""
    if type(said) is Harmless:
        return NUMBER
    if type(said) is Lib and not said.name.startswith("client."):
        return said if world.is_known(said) else None
    above = world.lineage(said.cls) if type(said) is Instance else ()
    is_row = any(type(each) is Lib and world.library.class_rows(each.name, "entity-base") for each in above)
    return UNKNOWN if is_row else None


def _group(route: str, name: str) -> re.Match[str] | None:
    """The pattern that a route which is a regular expression has for a piece of the path."""
    return re.search(rf"\(\?P<{re.escape(name)}>([^()]+)\)", route)


def declared(
    world: FlowWorld, frame: Solving, function: Func, index: int, name: str, at: At, depth: int
) -> Value | None:
    """What a parameter is given by its annotation and default, where these declare the request (FastAPI's way)."""
    annotation = world.annotation(function.path, function.index, index)
    default = function.defaults.get(index)
    for marker in (default, *_annotated_with(annotation)):
        if type(marker) is Lib:
            callee = marker.name.removesuffix("()")
            rows = world.library.rows(callee)
            if "injects" in rows:
                return _injected(world, frame, marker, annotation, depth)
            if "parameter-marker" in rows:
                part = rows["parameter-marker"][0].get("from")
                sent = _sent(world, annotation, part, name, at)
                held = world.held_by(marker)
                return Cleaned(sent, held) if held and type(sent) is Lib else sent
    said = None if annotation is None else world.annotated(annotation)
    if type(said) is Lib:
        rows = world.library.rows(said.name)
        if "request-object" in rows or "request-data" in rows or said.source is not None:
            return world.library.seen(said, at)
        if not said.name.startswith("client."):
            return said
    return _sent(world, annotation, "query", name, at)


def _annotated_with(annotation: Value | None) -> tuple[Value, ...]:
    """What `Annotated[...]` says beside the type."""
    if type(annotation) is not Lib or not annotation.name.endswith("Annotated[]") or not annotation.inputs:
        return ()
    inner = annotation.inputs[0]
    if type(inner) is Fresh and inner.body.items:
        return tuple(inner.body.items[1:])
    return ()


def _sent(world: FlowWorld, annotation: Value | None, part: str, name: str, at: At) -> Value:
    """Request data, as far as its declaration leaves a text to the client."""
    said = None if annotation is None else world.annotated(annotation)
    if type(said) is Harmless:
        return NUMBER
    sent = Lib(f"client.{part}", at, (), Source(part, at, name, world.trusted), 0, name)
    body = Lib("client.body", at, (), Source("body", at, name, world.trusted), 0, name)
    if type(said) is Instance:
        return Fresh(Body("object", base=body, cls=said.cls))
    if type(said) is Fresh and type(said.body.rest) is Instance:
        return Fresh(Body("list", None, rest=Fresh(Body("object", base=body, cls=said.body.rest.cls))))
    if type(said) is Fresh:
        return NUMBER if all(type(each) is Harmless for each in said.body.parts()) else sent
    return sent


def _injected(world: FlowWorld, frame: Solving, marker: Lib, annotation: Value | None, depth: int) -> Value:
    """What a dependency gives: it is called with what it declares itself."""
    target: Value | None = marker.inputs[0] if marker.inputs else None
    if target is None and annotation is not None:
        said = world.annotated(annotation)
        target = said.cls if type(said) is Instance else said
    if depth >= _DEEPEST or target is None:
        return UNKNOWN
    for function, receiver in _dependencies(world, target):
        arguments = Arguments() if receiver is None else Arguments([receiver])
        definition = world.module_ir(function.path).functions[function.index]
        names = world.module_ir(function.path).names
        for index, (kind, _) in enumerate(definition.params):
            if kind in (ir.VARIADIC, ir.VARIADIC_KEYWORDS) or (receiver is not None and index == 0):
                continue
            name = names[definition.slots[index]]
            at = At(function.path, "FunctionDef", definition.at)
            value = declared(world, frame, function, index, name, at, depth + 1)
            if value is not None:
                arguments.keywords[name] = value
        place = At(function.path, "FunctionDef", definition.at)
        if type(target) is Class:
            return call(frame, target, Arguments(keywords=arguments.keywords), place)
        given = call(frame, function, arguments, place)
        body = frame.body(given)
        return frame.element(given, None) if body is not None and body.kind == "iterator" else given
    if type(target) is Class:
        return call(frame, target, _fields(world, target), At(target.path, "ClassDef", 0))
    if type(target) is Lib and target.name.endswith("()"):
        return target
    return call(frame, target, Arguments(), At(frame.path, "FunctionDef", 0)) if type(target) is Lib else UNKNOWN


def _fields(world: FlowWorld, cls: Class) -> Arguments:
    """What a dependency that only declares fields is made with: a query parameter for each."""
    info = world.class_info(cls)
    at = At(cls.path, "ClassDef", world.module_ir(cls.path).functions[cls.index].at)
    words: dict[str, Value] = {}
    for name in info.fields:
        said = info.annotations.get(name)
        clean = type(said) is Harmless
        words[name] = (
            NUMBER if clean else Lib("client.query", at, (), Source("query", at, name, world.trusted), 0, name)
        )
    return Arguments(keywords=words)


def _dependencies(world: FlowWorld, target: Value) -> list[tuple[Func, Value | None]]:
    """The functions that a dependency runs, each with its object."""
    if type(target) is Class:
        member = world.class_info(target).members.get("__init__")
        return [(member, Instance(target))] if type(member) is Func else []
    if type(target) is Fresh:
        return _called_object(world, target, target.body.cls)
    if type(target) is Instance:
        return _called_object(world, target, target.cls)
    return functions_of(world, target)


def _called_object(world: FlowWorld, target: Value, cls: Class | None) -> list[tuple[Func, Value | None]]:
    """The `__call__` of an object of a class."""
    member = None if cls is None else world.class_info(cls).members.get("__call__")
    return [(member, target)] if type(member) is Func else []


def object_entries(world: FlowWorld, cls: Class) -> list[Entry]:
    """The methods of a class that a framework hands an object of another class to."""
    found: list[Entry] = []
    for above in world.lineage(cls):
        for row in world.library.class_rows(above.name, "hands-object") if type(above) is Lib else ():
            given = _made_from(world, cls, row)
            for member in named_methods(world, cls, row) if given is not None else ():
                found.append(Entry(Bound(Instance(cls), member), "self", row.library, "", given=given))
    return found


def _made_from(world: FlowWorld, cls: Class, row: Row) -> Value | None:
    """The object that a method is handed; None where a class is named of which nothing is known, its checks neither."""
    name = row.get("made-from")
    made_from = world.body(cls.path).attribute(cls, name, None)
    if type(made_from) is Class:
        return Instance(made_from)
    named = any(type(each) is Class and name in world.class_info(each).members for each in world.lineage(cls))
    return Lib(row.get("otherwise")) if type(made_from) is Lib or not named else None


def class_entries(world: FlowWorld, cls: Class) -> list[tuple[Func, str, str]]:
    """The methods of a class that a framework calls: function, what it is given, library."""
    found: list[tuple[Func, str, str]] = []
    lineage = world.lineage(cls)
    for above in lineage:
        if type(above) is not Lib:
            continue
        for row in world.library.class_rows(above.name, "endpoint-class"):
            found += [(member, row.get("inputs") or "self", row.library) for member in named_methods(world, cls, row)]
    return found
