"""What a class says that its fields hold: patterns they are held to, and functions that look at what they are given.

Forms, serializers and models say so in different words; rows tell which. A function that refuses what it is given
checks the field as it would check its own parameter, so it is called with what the field is given.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lintel.flow.combining import choice
from lintel.flow.definitions import Bound, Class, Func, Special
from lintel.flow.frame import Frame
from lintel.flow.heap import Body
from lintel.flow.values import NO_VALUE, NOTHING, At, Choice, Cleaned, Const, Fresh, Lib, Value
from lintel.flow.world import Arguments
from lintel.knowledge.schema import Row
from lintel.program.flow_annotations import FlowAnnotations
from lintel.program.flow_modules import Given


class FieldChecks(NamedTuple):
    """What is known of a field: the dangers that it is free of, and what is called with what it is given."""

    dangers: frozenset[str] = NOTHING
    validators: tuple[Value, ...] = ()


class FlowFields(FlowAnnotations):
    """The part of the world that knows what fields of models are held to."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self._fields: dict[tuple[Hashable, str], FieldChecks] = {}
        self._refused: dict[tuple[Hashable, str], frozenset[str]] = {}
        self._makers: dict[Hashable, tuple[tuple[str, Value], ...]] = {}

    def default_makers(self, cls: Class) -> Sequence[tuple[str, Value]]:
        """The fields of which something is made for each object."""
        found = self._makers.get(cls.key)
        if found is None:
            found = self._makers[cls.key] = tuple(
                (name, member.inputs[0])
                for above in self.lineage(cls)
                if type(above) is Class
                for name, member in self.class_info(above).members.items()
                if type(member) is Lib
                and member.inputs
                and "default-maker" in self.library.rows(member.name.removesuffix("()"))
            )
        return found

    def as_declared(self, frame: Frame, cls: Class, name: str, sent: Value, at: At | None) -> Value:
        """What a field holds that was given this."""
        key = (cls.key, name)
        checks = self._fields.get(key)
        if checks is None:
            checks = self._fields[key] = self._checks_of_field(cls, name)
        for each in checks.validators:
            held = frame.call(each, Arguments([sent]), at)
            sent = sent if held is NO_VALUE or (type(held) is Const and held.value is None) else held
        return Cleaned(sent, checks.dangers) if checks.dangers else sent

    def _checks_of_field(self, cls: Class, name: str) -> FieldChecks:
        markers: list[Value] = []
        validators: list[Value] = []
        for above in self.lineage(cls):
            if type(above) is Class:
                info = self.class_info(above)
                markers += [each for each in (info.members.get(name),) if each is not None]
                markers += _annotated_with(info.said.get(name))
                validators += self._validators(cls, above, name)
        dangers = NOTHING
        for marker in markers:
            if type(marker) is Lib:
                dangers |= self.library.held_by(marker)
                if "calls-for-field" in self.library.rows(marker.name.removesuffix("()")):
                    validators += marker.inputs[:1]
        return FieldChecks(dangers, tuple(validators))

    def _validators(self, cls: Class, above: Class, name: str) -> Iterator[Value]:
        """The methods of a class that a decorator makes validators of a field."""
        if not self.library.validators:
            return
        for member in self.class_info(above).members.values():
            function = member.function if type(member) is Special else member
            if type(function) is Func:
                named = self.library.validators.get((function.path, function.index), ())
                if name in named or "*" in named:
                    yield function if type(member) is Special and member.kind == "static" else Bound(cls, function)

    def is_form_field(self, member: Value | None) -> bool:
        """Whether a member of a class is a field of a form, an object that has what a client sent."""
        return type(member) is Lib and "validated-by" in self.library.rows(member.name.removesuffix("()"))

    def form_field(self, frame: Frame, cls: Class, receiver: Value, name: str, field: Lib) -> Value:
        """A field of a form, with what is refused by its validators gone of what it holds; anything else as it is."""
        rows = self.library.rows(field.name.removesuffix("()")).get("validated-by", ())
        for row in rows if field.name.endswith("()") else ():
            holds = row.get("holds")
            sent = self.library_attribute(frame, field, holds, field.at or At("", "", 0))
            if type(sent) is Lib and sent.source is not None:
                sent = Lib(sent.name, sent.at, sent.inputs, sent.source, sent.oid, (cls.key, name))
                dangers = self._dangers_refused(frame, cls, receiver, name, field, holds, sent)
                if dangers:
                    return frame.allocate(Body("object", fields={holds: Cleaned(sent, dangers)}, base=field))
        return field

    def _dangers_refused(
        self, frame: Frame, cls: Class, receiver: Value, name: str, field: Lib, holds: str, sent: Lib
    ) -> frozenset[str]:
        """The dangers of which a field is free once its validators, and the form's method for it, let it pass."""
        known = self._refused.get((cls.key, name))
        if known is not None:
            return known
        self._refused[cls.key, name] = NOTHING  # a validator may ask for the field that it is about
        found = frozenset[str]().union(*(self.library.held_by(each) for each in field.inputs if type(each) is Lib))
        before, alive = frame.state.checked, frame.state.alive
        given = frame.allocate(Body("object", fields={holds: sent}))
        for each in field.inputs:
            if type(each) is not Lib:
                frame.call(each, Arguments([receiver, given]), field.at)
        for method in self._methods_for(cls, name):
            frame.call(Bound(receiver, method), Arguments([given]), field.at)
        found |= frame.state.checked.get(sent.key, NOTHING)
        frame.state.checked, frame.state.alive = before, alive
        self._refused[cls.key, name] = found
        return found

    def _methods_for(self, cls: Class, name: str) -> Iterator[Func]:
        """The methods of a form, and of those above it, that are given this field to refuse it."""
        prefixes = {
            row.get("prefix")
            for above in self.lineage(cls)
            if type(above) is Lib
            for row in self.library.class_rows(above.name, "field-methods")
            if row.get("takes") == "field"
        }
        for above in self.lineage(cls) if prefixes else ():
            members = self.class_info(above).members if type(above) is Class else {}
            for member in (members.get(f"{prefix}{name}") for prefix in sorted(prefixes)):
                if type(member) is Func and (member.path, member.index) not in self._in_progress:
                    yield member

    def fields_of_form(self, frame: Frame, cls: Class, receiver: Value, given: Lib) -> Mapping[object, Value]:
        """The fields of a form or serializer that do not hold just what a client sent."""
        found: dict[object, Value] = {}
        rows = [
            row
            for above in self.lineage(cls)
            if type(above) is Lib
            for row in self.library.class_rows(above.name, "field-methods")
            if row.get("takes") != "field"
        ]
        for above in self.lineage(cls):
            if type(above) is Class:
                members = self.class_info(above).members
                for name, member in members.items():
                    dangers = self.library.held_by(member) if type(member) is Lib else NOTHING
                    if dangers and name not in found:
                        found[name] = Cleaned(frame.item(given, Const(name), given.at), dangers)
                for row in rows:
                    self._say_methods(frame, row, members, receiver, given, found)
                found = {**self.library.fields_without_text(members), **found}
        return found

    def _say_methods(
        self,
        frame: Frame,
        row: Row,
        members: Mapping[str, Value],
        receiver: Value,
        given: Lib,
        found: dict[object, Value],
    ) -> None:
        """Put what the methods of a class say that its fields hold into `found`."""
        prefix = row.get("prefix")
        for name, member in members.items():
            field = name.removeprefix(prefix)
            own = type(member) is Func and (member.path, member.index) in self._in_progress
            if not name.startswith(prefix) or type(member) is not Func or own or field in found:
                continue
            sent = frame.item(given, Const(field), given.at)
            arguments = Arguments([sent] if row.get("takes") else [])
            held = frame.call(Bound(receiver, member), arguments, given.at)
            found[field] = choice((sent, held)) if held is NO_VALUE or type(held) is Const else held


def _annotated_with(annotation: Value | None) -> list[Value]:
    """What an annotation says beside the type, or as one."""
    if type(annotation) is Choice:
        return [inner for each in annotation.values for inner in _annotated_with(each)]
    if type(annotation) is not Lib:
        return []
    inner = annotation.inputs[0] if annotation.inputs else None
    if annotation.name.endswith("[]") and type(inner) is Fresh and inner.body.items:
        return list(inner.body.items)
    return [annotation]
