"""Functions, classes, decorators, annotations and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintel.flow import ir
from lintel.flow.calls import call
from lintel.flow.definitions import Accessor, Bound, Class, Func
from lintel.flow.execute_expressions import unpacked
from lintel.flow.values import NO_VALUE, UNKNOWN, At, Choice, Const, Harmless, Hole, Lib, Mix, Opaque, Ref, Value
from lintel.flow.world import Arguments, ClassInfo

if TYPE_CHECKING:
    from lintel.flow.solving import Handler, Solving


def _function(frame: Solving, ins: ir.Instruction) -> None:
    index = ins[3]
    defaults: dict[int, Value] = {}
    for place in range(4, len(ins), 2):
        what, value = ins[place], frame.value(ins[place + 1])
        if what == ir.RETURNS:
            continue
        if what % 2:
            frame.world.note_annotation(frame.path, index, what // 2, value)
        else:
            defaults[what // 2] = frame.freeze(value)
    owner = frame if frame.function.kind in (ir.DEFINITION, ir.LAMBDA_EXPRESSION) else None
    made = Func(frame.path, index, defaults, owner)
    frame.world.note_function(frame, made)
    frame.state.regs[ins[2]] = made


def _class(frame: Solving, ins: ir.Instruction) -> None:
    arguments = unpacked(frame, ins[4:])
    value = Class(frame.path, ins[3])
    info = ClassInfo(value, frame.module.functions[ins[3]].name, tuple(arguments.positional))
    frame.world.define_class(info)
    body = frame.inner(ins[3])
    body.owner = value
    body.run(0)
    function = body.function
    for slot, name in enumerate(function.slots):
        held = body.state.regs[slot]
        if held is not None:
            frozen = body.freeze(held)
            info.members[frame.module.names[name]] = frozen
    info.members.update(body.setters)
    info.fields = tuple(body.fields)
    info.annotations = dict(body.field_annotations)
    info.said = body.field_said
    frame.state.regs[ins[2]] = value


def _decorate(frame: Solving, ins: ir.Instruction) -> None:
    decorator, value = frame.value(ins[3]), frame.value(ins[4])
    at = frame.place("Decorator", ins[1])
    if type(decorator) is Accessor:
        if decorator.kind == "setter" and type(value) is Func:
            name = frame.module.functions[value.index].name
            frame.setters[f"{name}.setter"] = value
        frame.state.regs[ins[2]] = decorator.getter
        return
    if type(decorator) is Mix and any(type(each) is Hole for each in decorator.values):
        frame.registers = True
    if type(decorator) is Lib or type(decorator) not in (Func, Bound, Choice, Class, Ref, Hole):
        frame.state.regs[ins[2]] = frame.world.decorated(frame, decorator, value, at or At(frame.path, "", 0))
        return
    made = call(frame, decorator, Arguments([value]), at)
    if type(made) in (Opaque, Harmless, Const) or made is NO_VALUE:
        made = value
    frame.state.regs[ins[2]] = made


def _type_parameter(frame: Solving, ins: ir.Instruction) -> None:
    frame.state.regs[ins[1]] = UNKNOWN


def _annotate(frame: Solving, ins: ir.Instruction) -> None:
    if ins[1] < 0:
        return
    said = frame.world.annotated(frame.value(ins[2]))
    name = frame.module.names[frame.function.slots[ins[1]]] if ins[1] < len(frame.function.slots) else ""
    if frame.function.kind == ir.CLASS_BODY:
        frame.fields.append(name)
        frame.field_said[name] = frame.value(ins[2])
        if said is not None:
            frame.field_annotations[name] = said
        return
    held = frame.state.regs[ins[1]]
    if said is not None and (held is None or type(held) is Opaque):
        frame.state.regs[ins[1]] = said


def _import(frame: Solving, ins: ir.Instruction) -> None:
    name = frame.module.names[ins[3]]
    frame.state.regs[ins[2]] = frame.world.imported(frame.path, name, 0, None, whole=bool(ins[4]))


def _import_from(frame: Solving, ins: ir.Instruction) -> None:
    names = frame.module.names
    frame.state.regs[ins[2]] = frame.world.imported(frame.path, names[ins[3]], ins[4], names[ins[5]], whole=True)


DEFINITIONS: Final[dict[int, Handler]] = {
    ir.FUNCTION: _function,
    ir.LAMBDA: _function,
    ir.CLASS: _class,
    ir.DECORATE: _decorate,
    ir.TYPE_PARAMETER: _type_parameter,
    ir.ANNOTATE: _annotate,
    ir.IMPORT: _import,
    ir.IMPORT_FROM: _import_from,
}
