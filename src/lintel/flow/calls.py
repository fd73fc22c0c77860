"""Calls: who is called, with what; of a function of the project, by its summary for arguments of these shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from lintel.flow import ir
from lintel.flow.applying import apply
from lintel.flow.attributes import class_of, member_of, method_of
from lintel.flow.binding import bind, captured
from lintel.flow.bounds import CALLEES, NESTED
from lintel.flow.builtin_functions import FUNCTIONS
from lintel.flow.builtin_methods import method_of_value
from lintel.flow.combining import MOST_CALLABLES, choice, is_plain, leaves, mix
from lintel.flow.construction import construct
from lintel.flow.definitions import Bound, Class, Func, Instance, Module, Partial, Special, Super
from lintel.flow.guards import HOST_DANGERS, checked, is_host, vouched
from lintel.flow.shapes import shapes_of
from lintel.flow.summary import Event
from lintel.flow.values import GUESSED, UNKNOWN, At, Choice, Cleaned, Fresh, Hole, Lib, Mix, Opaque, Ref, Test, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


MOST_NESTED: Final = 3  # times that the parts a function gives lead back to it
Caller = Callable[["Frame", Any, Arguments, At | None], Value]
MethodCaller = Callable[["Frame", Any, str, Arguments, At | None], Value]


def call(frame: Frame, callee: Value, arguments: Arguments, at: At | None) -> Value:
    """What calling a value gives."""
    if type(callee) is Class or (type(callee) is Bound and callee.function is None):  # an object keeps what it is given
        arguments = _clean(frame, arguments)
    return _CALLERS.get(type(callee), _call_unknown)(frame, callee, arguments, at)


def _call_choice(frame: Frame, callee: Choice, arguments: Arguments, at: At | None) -> Value:
    return choice([call(frame, each, arguments, at) for each in _several(frame, callee)])


def _several(frame: Frame, callee: Choice) -> Sequence[Value]:
    """The alternatives that are looked into."""
    if len(callee.values) > MOST_CALLABLES:
        frame.world.met(CALLEES, frame.path, frame.symbol)
    return callee.values[:MOST_CALLABLES]


def _call_partial(frame: Frame, callee: Partial, arguments: Arguments, at: At | None) -> Value:
    merged = Arguments(
        [*callee.positional, *arguments.positional],
        {**callee.keywords, **arguments.keywords},
        arguments.star,
        arguments.double_star,
    )
    return call(frame, callee.function, merged, at)


def _call_object(frame: Frame, callee: Ref | Hole | Instance, arguments: Arguments, at: At | None) -> Value:
    method = method_of(frame, callee, "__call__", at)
    if method is None:
        return _call_unknown(frame, callee, arguments, at)
    return call(frame, method, arguments, at)


def _call_special(frame: Frame, callee: Special, arguments: Arguments, at: At | None) -> Value:
    if callee.kind == "held":
        return callee.function
    if callee.kind == "type":
        return unknown_result(callee, arguments, at)
    return call(frame, callee.function, arguments, at)


def _call_fresh(frame: Frame, callee: Fresh, arguments: Arguments, at: At | None) -> Value:
    return call(frame, frame.thaw(callee), arguments, at)


def _call_clean(frame: Frame, callee: Cleaned, arguments: Arguments, at: At | None) -> Value:
    return call(frame, callee.value, arguments, at)


def _call_unknown(frame: Frame, callee: Value, arguments: Arguments, at: At | None) -> Value:
    frame.note(callee)
    return unknown_result(callee, arguments, at)


def unknown_result(callee: Value, arguments: Arguments, at: At | None) -> Value:
    """What a callee gives of which nothing is known: something made of all that it is given."""
    made: list[Value] = [Cleaned(value, GUESSED) for value in arguments.all() if not is_plain(value)]
    if type(callee) is Mix or (type(callee) is Bound and type(callee.receiver) in (Mix, Hole)):
        made.insert(0, callee.receiver if type(callee) is Bound else callee)
    name = callee.name if type(callee) is Bound else ""
    return mix(made, at, name) if made else Opaque(name, at)


def _unknown_method(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> Value:
    made = unknown_result(Bound(receiver, None, name), arguments, at)
    return vouched(frame, name, arguments, made)


def _call_library(frame: Frame, callee: Lib, arguments: Arguments, at: At | None) -> Value:
    name = callee.name
    if name.endswith("().__init__"):  # `super().__init__(...)`
        _construct_above(frame, arguments, at)
    if name.startswith("builtins."):
        special = FUNCTIONS.get(name[9:])
        if special is not None:
            found = special(frame, arguments, at)
            if found is not None:
                return found
        method = name.rpartition(".")[2]
        if name.startswith(_TEXT_TYPES) and method not in _OF_THE_TYPE and arguments.positional:  # `str.strip(x)`
            receiver, *rest = arguments.positional
            return call_method(frame, receiver, method, Arguments(rest, arguments.keywords), at)
    return frame.world.library_call(frame, callee, _clean(frame, arguments), at or At(frame.path, "", 0))


_TEXT_TYPES: Final = ("builtins.str.", "builtins.bytes.", "builtins.list.", "builtins.dict.")
_OF_THE_TYPE: Final = frozenset({"fromhex", "fromkeys", "maketrans"})


def _clean(frame: Frame, arguments: Arguments) -> Arguments:
    """Arguments with what has been checked of them: what is made of them is told by its leaves, without their keys."""
    if not frame.state.checked or not any(_is_text(each) for each in arguments.all()):
        return arguments
    positional = [_cleaned(frame, each) for each in arguments.positional]
    keywords = {word: _cleaned(frame, each) for word, each in arguments.keywords.items()}
    return Arguments(positional, keywords, arguments.star, arguments.double_star)


def _cleaned(frame: Frame, value: Value) -> Value:
    if type(value) is Choice:
        return choice([_cleaned(frame, each) for each in value.values])
    return frame.clean(value) if _is_text(value) else value


def _is_text(value: Value) -> bool:
    """Whether a value may be a text: of objects, parts are asked for."""
    return type(value) in (Mix, Choice) or (type(value) is Lib and value.source is not None)


def _call_bound(frame: Frame, callee: Bound, arguments: Arguments, at: At | None) -> Value:
    if callee.function is not None:
        if frame.function.name == "__init__" and type(callee.function) is Func and _is_maker(frame, callee.function):
            _construct_above(frame, arguments, at)
        merged = Arguments(
            [callee.receiver, *arguments.positional], arguments.keywords, arguments.star, arguments.double_star,
            arguments.spread,
        )  # fmt: skip
        return call(frame, callee.function, merged, at)
    return call_method(frame, callee.receiver, callee.name, arguments, at)


def _is_maker(frame: Frame, function: Func) -> bool:
    return frame.world.module_ir(function.path).functions[function.index].name == "__init__"


def _construct_above(frame: Frame, arguments: Arguments, at: At | None) -> None:
    """A constructor gives the constructors of libraries' classes above what it gives the one that it calls."""
    for above in () if frame.owner is None else frame.world.lineage(frame.owner):
        if type(above) is Lib:
            frame.world.sinks(frame, above, arguments, at or At("", "", -1))


def call_function(frame: Frame, callee: Func, arguments: Arguments, at: At | None) -> Value:
    """Call a function of the project: bind, take its summary, and let it do here what it does."""
    world = frame.world
    known = world.known_call(frame, callee, arguments, at or At("", "", -1))
    if known is not None:  # what the project says of its function goes before what the function's body says
        world.called(callee)
        return known
    function = world.module_ir(callee.path).functions[callee.index]
    actuals = bind(frame, function, callee, arguments, at)
    actuals += captured(frame, function, callee)
    world.called(callee)
    bare = callee if callee.env is None and not callee.captures else Func(callee.path, callee.index)
    summary = world.summary(bare, None)
    frame.registers = frame.registers or summary.registers
    if summary.reads:
        frame.reads |= summary.reads
    gives = summary.returns if summary.elements is None else summary.elements
    does_something = summary.events or summary.effects or summary.registers or not is_plain(gives)
    if summary.sensitive and (does_something or _gets_objects(frame, actuals, summary.sensitive)):
        shapes = shapes_of(frame, actuals, summary.sensitive)
        if shapes is not None:
            summary = world.summary(bare, shapes)
    place = (callee.path, callee.index)
    if frame.applying[place] >= MOST_NESTED:
        frame.world.met(NESTED, frame.path, frame.symbol)
        return UNKNOWN
    if frame.state.checked:  # what the callee makes of them may go where checks do not
        actuals = [value if type(value) in (Ref, Fresh, Hole) else frame.clean(value) for value in actuals]
    frame.applying[place] += 1
    result = apply(frame, summary, actuals, callee, at, function, names=not arguments.spread)
    frame.applying[place] -= 1
    hosts = [value for value in actuals if is_host(value)]
    if hosts and any(ins[0] == ir.RAISE for block in function.blocks for ins in block):
        for host in hosts:  # who is given the host of an address and may raise is there to refuse hosts
            frame.state.check(checked(host, HOST_DANGERS))
    return result


def _gets_objects(frame: Frame, actuals: Sequence[Value], sensitive: frozenset[int]) -> bool:
    """Whether a callee whose own lines show nothing is given objects that may be what counts.

    Such are what a library made, whose members may, and what the callee may check a value by: a container, or an object
    that holds one.
    """
    checks = any(not is_plain(value) and frame.body(value) is None for value in actuals)
    for index, value in enumerate(actuals):
        if index in sensitive:
            body = None if type(value) is Lib else frame.body(value)
            held = value if body is None else body.base
            if type(held) is Lib and (body is not None or frame.world.has_members(held)):
                return True
            if checks and body is not None and type(value) in (Ref, Fresh):
                return True
    return False


_CALLERS: Final[dict[type[Value], Caller]] = {
    Func: call_function,
    Lib: _call_library,
    Bound: _call_bound,
    Class: construct,
    Choice: _call_choice,
    Partial: _call_partial,
    Ref: _call_object,
    Hole: _call_object,
    Instance: _call_object,
    Special: _call_special,
    Fresh: _call_fresh,
    Cleaned: _call_clean,
}


# Methods


def call_method(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> Value:
    """`receiver.name(...)`."""
    caller = _METHOD_CALLERS.get(type(receiver))
    if caller is not None:
        return caller(frame, receiver, name, arguments, at)
    result = method_of_value(frame, receiver, name, arguments, at)
    if result is None or type(receiver) in (Opaque, Mix):
        tell_unknown(frame, receiver, name, arguments, at)
    return _unknown_method(frame, receiver, name, arguments, at) if result is None else result


def _method_of_choice(frame: Frame, receiver: Choice, name: str, arguments: Arguments, at: At | None) -> Value:
    return choice([call_method(frame, each, name, arguments, at) for each in _several(frame, receiver)])


def _method_of_fresh(frame: Frame, receiver: Fresh, name: str, arguments: Arguments, at: At | None) -> Value:
    return call_method(frame, frame.thaw(receiver), name, arguments, at)


def _method_of_clean(frame: Frame, receiver: Cleaned, name: str, arguments: Arguments, at: At | None) -> Value:
    """What a method makes of a clean value alone is as clean; of others beside it, as they are."""
    found = method_of_value(frame, receiver, name, arguments, at)
    if found is not None:
        return found
    if type(receiver.value) is Lib:  # a method may be a sink of what it is called on
        frame.state.check({receiver.value.key: receiver.dangers})
    made = call_method(frame, receiver.value, name, arguments, at)
    others = any(leaves(value) for value in arguments.all())
    return made if others or is_plain(made) else Cleaned(made, receiver.dangers)


def _method_of_definition(
    frame: Frame, receiver: Module | Class | Super, name: str, arguments: Arguments, at: At | None
) -> Value:
    found = frame.attribute(receiver, name, at)
    if type(receiver) is Class and type(found) is Opaque:
        return unknown_result(found, arguments, at)
    if type(found) is Bound and found.function is None and found.receiver is receiver:
        return unknown_result(found, arguments, at)
    return call(frame, found, arguments, at)


def _method_of_object(
    frame: Frame, receiver: Ref | Hole | Instance, name: str, arguments: Arguments, at: At | None
) -> Value:
    found = _own_method(frame, receiver, name, at)
    if found is not None:
        return call(frame, found, arguments, at)
    result = method_of_value(frame, receiver, name, arguments, at)
    if type(receiver) is Hole:
        if type(receiver.hint) is Lib:
            typed = Lib(receiver.hint.name, receiver.hint.at, (receiver,), None, 0)
            return call_library_method(frame, typed, name, arguments, at)
        if type(receiver.hint) is not Instance:
            frame.note(receiver)
    if result is None or type(receiver) is Hole:
        tell_unknown(frame, receiver, name, arguments, at)
    return _unknown_method(frame, receiver, name, arguments, at) if result is None else result


def _own_method(frame: Frame, receiver: Value, name: str, at: At | None) -> Value | None:
    """What the object itself, its class, or (where that leaves it open) the classes below have under the name."""
    body = frame.body(receiver)
    if body is not None:
        if name in body.fields:
            return body.fields[name]
        if body.cls is None and type(receiver) is Ref:
            return None
    cls = class_of(frame, receiver)
    if cls is None:
        return None
    found = member_of(frame, cls, receiver, name, at)
    if type(receiver) is Ref:
        if found is None and body is not None and body.base is not None:
            return frame.attribute(body.base, name, at)
        return found
    below = frame.world.implementations(cls, name)
    if below:
        frame.note(receiver)
        several = [Bound(receiver, each) if type(each) is Func else each for each in below]
        return choice([*([found] if found is not None else []), *several])
    if found is None:
        held = frame.attribute(receiver, name, at)
        return held if type(held) in (Func, Class, Bound, Lib, Partial, Choice) else None
    return found


def tell_unknown(frame: Frame, receiver: Value, name: str, arguments: Arguments, at: At | None) -> None:
    """Tell callers of a call that may be a sink, once they know what it is called on."""
    if any(type(each) in (Func, Bound, Class) for each in arguments.all()):
        frame.registers = True
    if at is None or not frame.world.is_hazard(name, arguments):
        return
    values = {str(index): frame.freeze(value) for index, value in enumerate(arguments.positional)}
    values.update({word: frame.freeze(value) for word, value in arguments.keywords.items()})
    frame.tell(Event(None, at, frame.symbol, values, name, frame.freeze(receiver)))


def call_library_method(frame: Frame, receiver: Lib, name: str, arguments: Arguments, at: At | None) -> Value:
    """A method of a library's value: what knowledge says, what was stored in it here, what texts do."""
    body = frame.body(receiver)
    if body is not None and name in body.fields:
        return call(frame, body.fields[name], arguments, at)
    found = frame.world.library_method(frame, receiver, name, at or At("", "", -1))
    if type(found) is not Lib:
        return call(frame, found, arguments, at)
    return _call_library(frame, found, arguments, at)


def _method_of_function(frame: Frame, receiver: Func, name: str, arguments: Arguments, at: At | None) -> Value:
    """`function.delay(...)`: a queue's decorator gave the function methods."""
    callee = frame.world.task_method(receiver, name)
    if callee is None:
        return _unknown_method(frame, receiver, name, arguments, at)
    return _call_library(frame, callee, arguments, at)


def _method_of_outcome(frame: Frame, receiver: Test, name: str, arguments: Arguments, at: At | None) -> Value:
    if receiver.held is not None:
        return call_method(frame, receiver.held, name, arguments, at)
    result = method_of_value(frame, receiver, name, arguments, at)
    return _unknown_method(frame, receiver, name, arguments, at) if result is None else result


_METHOD_CALLERS: Final[dict[type[Value], MethodCaller]] = {
    Func: _method_of_function,
    Lib: call_library_method,
    Choice: _method_of_choice,
    Fresh: _method_of_fresh,
    Cleaned: _method_of_clean,
    Test: _method_of_outcome,
    Module: _method_of_definition,
    Class: _method_of_definition,
    Super: _method_of_definition,
    Ref: _method_of_object,
    Hole: _method_of_object,
    Instance: _method_of_object,
}
