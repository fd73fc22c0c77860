"""Which functions may put something into a store that others read: a request's state, a session, what a thread keeps.

These are solved before the functions that read there. What a store is called says little (`state`, `session`), so what
is looked at is where an assignment goes: to a variable that holds a store, to an attribute of such a name in a file
that works with its library, to a parameter that is declared as one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lintel.flow import ir
from lintel.flow.definitions import Func
from lintel.flow.values import Choice, Lib, Value
from lintel.knowledge.index import Knowledge

if TYPE_CHECKING:
    from lintel.program.flow import FlowWorld

Place = tuple[str, int]
Knows = Callable[[str, frozenset[str]], bool]
_STORES = (ir.STORE_ATTRIBUTE, ir.STORE_SUBSCRIPT)
_NAME_AT = {ir.ATTRIBUTE: 4, ir.IMPORT_FROM: 5}  # operands that name what a register is
_PARTS = {ir.ATTRIBUTE: (2, 3), ir.SUBSCRIPT: (2, 3), ir.MOVE: (3, 4)}  # a register, and what it is a part of, or is


def store_names(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The last names of stores, each with the packages in whose files it is one, those that hand it on included."""
    handing: dict[str, set[str]] = {}
    for library in knowledge.libraries:
        for same in library.same:
            handing.setdefault(same.target.split(".", 1)[0], set()).add(same.path.split(".", 1)[0])
    found: dict[str, frozenset[str]] = {}
    for row in knowledge.of_kind("shared-store"):
        if row.get("puts"):
            continue  # what holds one value is followed as objects that outlive calls are
        last = row.place.rpartition(".")[2].removesuffix("()")
        root = row.place.split(".", 1)[0]
        found[last] = found.get(last, frozenset()) | {root} | handing.get(root, set())
    return found


def storing(
    world: FlowWorld,
    wanted: Sequence[str],
    functions: Mapping[Place, Func],
    names: Mapping[str, frozenset[str]],
    knows: Knows,
) -> set[Place]:
    """The functions of these files that may put something into a store.

    `names` are those of stores with their packages (see `store_names`), `knows` tells whether a file names a package.
    """
    close: dict[str, frozenset[str]] = {}
    for path in wanted:
        named = names.keys() & set(world.module_ir(path).names)
        if named:
            close[path] = frozenset(name for name in named if knows(path, names[name]))
    return {
        key for key, function in tuple(functions.items()) if key[0] in close and _stores(world, function, close[key[0]])
    }


def _stores(world: FlowWorld, function: Func, names: frozenset[str]) -> bool:
    """Whether an assignment of a function goes to a store; `names` are those of attributes that are stores here."""
    module = world.module_ir(function.path)
    instructions = [ins for block in module.functions[function.index].blocks for ins in block]
    targets = {ins[2] for ins in instructions if ins[0] in _STORES}
    if not targets:
        return False
    if any(_is_store(world, function, target) for target in sorted(targets)):
        return True
    return not targets.isdisjoint(
        _registers(world, function, instructions, {module.names.index(name) for name in names})
    )


def _registers(world: FlowWorld, function: Func, instructions: Sequence[ir.Instruction], names: set[int]) -> set[int]:
    """The registers of a function that may hold a store, or a part of one."""
    found: set[int] = set()
    known = -1
    while known < len(found):
        known = len(found)
        for ins in instructions:
            named = _NAME_AT.get(ins[0])
            if named is not None and ins[named] in names:
                found.add(ins[2])
            elif ins[0] in _PARTS:
                to, whole = _PARTS[ins[0]]
                if ins[whole] in found or _is_store(world, function, ins[whole]):
                    found.add(ins[to])
    return found


def _is_store(world: FlowWorld, function: Func, operand: int) -> bool:
    """Whether a variable of the module holds a store, or a parameter is declared, or by custom named, as one."""
    module = world.module_ir(function.path)
    value: Value | None = None
    if operand < 0:
        entry = module.pool[~operand]
        if type(entry) is tuple and entry[0] == ir.VARIABLE and entry[1] == 0:
            value = world.variable(function.path, entry[2])
    elif operand < len(module.functions[function.index].params):
        annotation = world.annotation(function.path, function.index, operand)
        value = world.named_so(function, operand) if annotation is None else world.annotated(annotation)
    several = value.values if type(value) is Choice else (value,)
    return any(type(each) is Lib and each.name in world.library.store_names for each in several)
