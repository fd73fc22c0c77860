"""What the call of a class makes: an object, its fields filled by its constructor or as data classes fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow.attributes import declared, member_of
from lintel.flow.combining import is_plain, leaves, mix
from lintel.flow.definitions import Bound, Class, Instance
from lintel.flow.heap import Body
from lintel.flow.values import UNKNOWN, At, Const, Harmless, Lib, Ref, Value
from lintel.flow.world import Arguments

if TYPE_CHECKING:
    from lintel.flow.frame import Frame


_MEMBER: Final = Harmless("member")
_KEYED: Final = frozenset({"typing.TypedDict", "typing_extensions.TypedDict"})  # whose objects are dictionaries
_IN_ORDER: Final = frozenset({"typing.NamedTuple", "typing_extensions.NamedTuple"})  # whose objects are tuples


def construct(frame: Frame, cls: Class, arguments: Arguments, at: At | None) -> Value:
    """An object of a class of the project."""
    library = next((each for each in frame.world.lineage(cls) if type(each) is Lib), None)
    if any(type(each) is Lib and each.name.startswith("enum.") for each in frame.world.lineage(cls)):
        return _MEMBER
    base = None if library is None else Lib(f"{library.name}()", at, (), None, frame.library_number())
    ref = frame.allocate(Body("object", cls=cls, base=base))
    maker = member_of(frame, cls, ref, "__init__", at)
    if type(maker) is Bound and maker.function is not None:
        frame.call(maker, arguments, at)
        return ref
    if library is not None:
        frame.world.sinks(frame, library, arguments, at or At("", "", -1))
    _fill(frame, ref, cls, arguments)
    if any(type(each) is Lib and each.name in _KEYED for each in frame.world.lineage(cls)):
        return frame.allocate(Body("dict", keyed=frame.held(ref).fields, base=arguments.double_star))
    afterwards = member_of(frame, cls, ref, "__post_init__", at)
    if type(afterwards) is Bound and afterwards.function is not None:
        frame.call(afterwards, Arguments(), at)
    return ref


def _fill(frame: Frame, ref: Ref, cls: Class, arguments: Arguments) -> None:
    """What a data class, model or named tuple makes of its arguments: a field each."""
    names = fields_of(frame, cls)
    body = frame.held(ref)
    for name, value in zip(names, arguments.positional, strict=False):
        body = body.with_field(name, value)
    for name, value in arguments.keywords.items():
        body = body.with_field(name, value)
    if arguments.double_star is not None or len(arguments.positional) > len(names):
        rest = [value for value in arguments.all() if not is_plain(value)]
        if arguments.double_star is not None:
            for name in names:
                if name not in body.fields:
                    body = body.with_field(name, frame.item(arguments.double_star, Const(name), None))
        if rest and not names:
            body = body.with_some(mix(rest, None, "fields"))
    for name, maker in frame.world.default_makers(cls):
        if name not in body.fields:
            body = body.with_field(name, frame.call(maker, Arguments(), None))
    if any(type(each) is Lib and each.name in _IN_ORDER for each in frame.world.lineage(cls)):
        items = tuple(body.fields.get(name) or frame.attribute(cls, name, None) for name in names)
        body = Body("tuple", items, fields=dict(zip(names, items, strict=True)), cls=cls)
    frame.set_body(ref, _converted(frame, cls, body))


def fields_of(frame: Frame, cls: Class) -> list[str]:
    """The fields that a class and those above it declare, in order."""
    names: list[str] = []
    for above in reversed(list(frame.world.lineage(cls))):
        if type(above) is Class:
            info = frame.world.class_info(above)
            said = info.fields or tuple(name for name, member in info.members.items() if _is_declared(frame, member))
            names += [name for name in said if name not in names]
    return names


def _converted(frame: Frame, cls: Class, body: Body) -> Body:
    """What a model makes of what it is given: of a field that is declared as a number, a number."""
    if not frame.world.converts(cls):
        return body
    for name, value in body.fields.items():
        said = declared(frame, cls, str(name))
        if type(said) is Instance and frame.body(value) is None and not is_plain(value):
            base = frame.allocate(Body("object", base=value, cls=said.cls))
            body = body.with_field(name, base)
        elif said is UNKNOWN and _is_sent(value):
            body = body.with_field(name, frame.world.as_declared(frame, cls, str(name), value, None))
        elif said is not None and type(said) is not Instance:
            body = body.with_field(name, frame.thaw(said))
    return body


def _is_sent(value: Value) -> bool:
    """Whether a client decides a value, whoever calls."""
    return any(type(leaf) is Lib and leaf.source is not None for leaf in leaves(value))


def _is_declared(frame: Frame, member: Value) -> bool:
    """Whether a member stands for an argument: it is what a library's declaration of one gives."""
    return type(member) is Lib and member.name.endswith("()") and not frame.world.is_form_field(member)
