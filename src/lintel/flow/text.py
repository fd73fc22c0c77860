"""The flow IR as text, one instruction a line: what tests read, and what a developer looks at.

`x` is a variable of the function, `%0` a temporary, `::x` a module variable, `f::x` a variable of a function around,
`?x` a name that the file does not bind, `-` is absent; constants are written as Python writes them. Blocks are indented
below the instruction that runs them; `test` is the block of the condition on the next line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lintel.flow import ir
from lintel.flow.encoding import constant_of

_CONVERSIONS: Final = {0: "", ord("s"): "!s", ord("r"): "!r", ord("a"): "!a"}


def show_module(module: ir.ModuleIR, *, places: bool = False) -> str:
    """All functions of a module, an empty line between two."""
    return "\n".join(show(module, index, places=places) for index in range(len(module.functions)))


def show(module: ir.ModuleIR, function: int = 0, *, places: bool = False) -> str:
    """One function as lines, the last one ended too; with `places`, each instruction says which node it points at."""
    writer = _Writer(module, module.functions[function], places=places)
    writer.line(writer.header(), 0)
    writer.block(0, 1)
    return "\n".join(writer.lines) + "\n"


class _Writer:
    """The lines of one function."""

    def __init__(self, module: ir.ModuleIR, function: ir.Function, *, places: bool) -> None:
        self.module = module
        self.function = function
        self.places = places
        self.lines: list[str] = []

    def line(self, text: str, depth: int) -> None:
        self.lines.append("  " * depth + text)

    def name(self, index: int) -> str:
        return self.module.names[index]

    def slot(self, function: ir.Function, slot: int) -> str:
        """The name of a variable, with its slot where two have the same name."""
        name = self.name(function.slots[slot])
        return f"{name}'{slot}" if function.slots.count(function.slots[slot]) > 1 else name

    def value(self, operand: int) -> str:
        """An operand."""
        if operand >= 0:
            slots = len(self.function.slots)
            return self.slot(self.function, operand) if operand < slots else f"%{operand - slots}"
        entry = self.module.pool[~operand]
        if type(entry) is tuple:
            tag, payload, second = entry
            if tag == ir.ABSENT:
                return "-"
            if tag == ir.UNKNOWN:
                return "unknown"
            if tag == ir.UNBOUND:
                return f"?{payload}"
            if tag == ir.VARIABLE:
                owner = self.module.functions[int(payload)]
                return f"{'' if owner.parent < 0 else owner.name}::{self.slot(owner, second)}"
        return repr(constant_of(entry))

    def values(self, operands: tuple[int, ...]) -> str:
        return ", ".join(map(self.value, operands))

    def header(self) -> str:
        """The first line: what the function is, its parameters, what it captures."""
        function = self.function
        text = ("module", "class {}", "def {}({})", "lambda({1})")[function.kind].format(
            function.name, self.parameters()
        )
        if function.flags & ir.ASYNC:
            text = f"async {text}"
        if function.flags & ir.GENERATES:
            text += " generates"
        if function.captures:
            text += f" captures {self.values(tuple(function.captures))}"
        for word, slots in (("captured", function.captured), ("rebound", function.rebound)):
            if slots:
                text += f" {word} " + ", ".join(self.slot(function, slot) for slot in slots)
        return text

    def parameters(self) -> str:
        stars = {ir.VARIADIC: "*", ir.VARIADIC_KEYWORDS: "**"}
        parts: list[str] = []
        before = ir.POSITIONAL_ONLY
        for slot, (kind, _) in enumerate(self.function.params):
            if before == ir.POSITIONAL_ONLY < kind and parts:
                parts.append("/")
            if kind == ir.KEYWORD_ONLY and before < ir.VARIADIC:
                parts.append("*")
            parts.append(stars.get(kind, "") + self.slot(self.function, slot))
            before = kind
        if before == ir.POSITIONAL_ONLY and parts:
            parts.append("/")
        return ", ".join(parts)

    def block(self, number: int, depth: int) -> None:
        """The instructions of a block (NONE: nothing)."""
        if number == ir.NONE:
            return
        for instruction in self.function.blocks[number]:
            self.instruction(instruction, depth)

    def instruction(self, instruction: ir.Instruction, depth: int) -> None:
        """One instruction and the blocks below it."""
        place = ir.place(instruction) if self.places else None
        suffix = f"  @{place[0]} {place[1]}" if place else ""
        structured = _STRUCTURED.get(instruction[0])
        if structured is not None:
            structured(self, instruction, depth, suffix)
            return
        plain = _PLAIN.get(instruction[0])
        self.line((self.generic(instruction) if plain is None else plain(self, instruction)) + suffix, depth)

    def generic(self, instruction: ir.Instruction) -> str:
        """`to = opcode operands`, for instructions that need nothing better."""
        target = ""
        parts: list[str] = []
        for code, value in ir.operands(instruction):
            if code == "to" and not target:
                target = f"{self.value(value)} = "
            elif code in {"v", "to"}:
                parts.append(self.value(value))
            elif code == "n":
                parts.append(self.name(value) or "''")
            elif code in {"#", "b", "f"}:
                parts.append(str(value))
        opcode = ir.OPS[instruction[0]].name.lower().replace("_", " ")
        return f"{target}{opcode} {', '.join(parts)}".rstrip()

    def argument(self, how: int, operand: int) -> str:
        """One argument of a call or class."""
        if how >= 0:
            return f"{self.name(how)}={self.value(operand)}"
        return {ir.POSITIONAL: "", ir.STAR: "*", ir.DOUBLE_STAR: "**"}[how] + self.value(operand)

    def arguments(self, count: int, operands: tuple[int, ...]) -> str:
        """Positional arguments, then keywords."""
        parts = [self.value(each) for each in operands[:count]]
        return ", ".join(parts + [self.argument(how, each) for how, each in _pairs(operands[count:])])


def _pairs(values: tuple[int, ...]) -> list[tuple[int, int]]:
    return list(zip(values[::2], values[1::2], strict=True))


def _move(writer: _Writer, ins: ir.Instruction) -> str:
    return f"{writer.value(ins[3])} = {writer.value(ins[4])}"


def _call(writer: _Writer, ins: ir.Instruction) -> str:
    return f"{writer.value(ins[2])} = call {writer.value(ins[3])}({writer.arguments(ins[4], ins[5:])})"


def _call_unpacked(writer: _Writer, ins: ir.Instruction) -> str:
    return f"{writer.value(ins[2])} = call {writer.value(ins[3])}({writer.arguments(0, ins[4:])})"


def _method(writer: _Writer, ins: ir.Instruction) -> str:
    receiver = f"{writer.value(ins[3])}.{writer.name(ins[4])}"
    return f"{writer.value(ins[2])} = call {receiver}({writer.arguments(ins[5], ins[6:])})"


def _attribute(writer: _Writer, ins: ir.Instruction) -> str:
    return f"{writer.value(ins[2])} = {writer.value(ins[3])}.{writer.name(ins[4])}"


def _subscript(writer: _Writer, ins: ir.Instruction) -> str:
    return f"{writer.value(ins[2])} = {writer.value(ins[3])}[{writer.value(ins[4])}]"


def _binary(writer: _Writer, ins: ir.Instruction) -> str:
    operators = ir.COMPARE_OPERATORS if ins[0] == ir.COMPARE else ir.BINARY_OPERATORS
    operator = operators[ins[3]] + ("=" if ins[0] == ir.AUGMENT else "")
    return f"{writer.value(ins[2])} = {writer.value(ins[4])} {operator} {writer.value(ins[5])}"


def _unary(writer: _Writer, ins: ir.Instruction) -> str:
    return f"{writer.value(ins[1])} = {ir.UNARY_OPERATORS[ins[2]]}{writer.value(ins[3])}"


def _dict(writer: _Writer, ins: ir.Instruction) -> str:
    parts = [f"{writer.value(key)}: {writer.value(value)}" for key, value in _pairs(ins[3:])]
    return f"{writer.value(ins[2])} = dict {', '.join(parts)}".rstrip()


def _format(writer: _Writer, ins: ir.Instruction) -> str:
    spec = "" if ins[4] == ir.NONE else f" : {writer.value(ins[4])}"
    return f"{writer.value(ins[1])} = format {writer.value(ins[2])}{_CONVERSIONS[ins[3]]}{spec}"


def _function(writer: _Writer, ins: ir.Instruction) -> str:
    target, number = ins[2], ins[3]
    inner = writer.module.functions[number]
    parts: list[str] = []
    for what, operand in _pairs(ins[4:]):
        if ins[0] == ir.CLASS:
            parts.append(writer.argument(what, operand))
        elif what == ir.RETURNS:
            parts.append(f"-> {writer.value(operand)}")
        else:
            name = writer.name(inner.slots[what // 2])
            parts.append(f"{name}{': ' if what % 2 else '='}{writer.value(operand)}")
    opcode = ir.OPS[ins[0]].name.lower()
    return f"{writer.value(target)} = {opcode} {number}({', '.join(parts)})"


def _store(writer: _Writer, ins: ir.Instruction) -> str:
    if ins[0] == ir.STORE_OUTER:
        return f"{writer.value(ins[3])} = {writer.value(ins[4])}"
    owner = writer.value(ins[2])
    part = f".{writer.name(ins[3])}" if ins[0] == ir.STORE_ATTRIBUTE else f"[{writer.value(ins[3])}]"
    return f"{owner}{part} = {writer.value(ins[4])}"


def _unpack(writer: _Writer, ins: ir.Instruction) -> str:
    targets = [("*" if index == ins[4] else "") + writer.value(each) for index, each in enumerate(ins[5:])]
    return f"[{', '.join(targets)}] = {writer.value(ins[3])}"


def _import(writer: _Writer, ins: ir.Instruction) -> str:
    word = "lazy import" if ins[-1] else "import"
    if ins[0] == ir.IMPORT:
        return f"{writer.value(ins[2])} = {word} {writer.name(ins[3])}{'' if ins[4] else ' (first)'}"
    module = "." * ins[4] + writer.name(ins[3])
    return f"{writer.value(ins[2])} = {word} {module} : {writer.name(ins[5])}"


def _import_star(writer: _Writer, ins: ir.Instruction) -> str:
    return f"import {'.' * ins[3]}{writer.name(ins[2])} : *"


def _delete(writer: _Writer, ins: ir.Instruction) -> str:
    part = f".{writer.name(ins[3])}" if ins[0] == ir.DELETE_ATTRIBUTE else f"[{writer.value(ins[3])}]"
    return f"delete {writer.value(ins[2])}{part}"


def _annotate(writer: _Writer, ins: ir.Instruction) -> str:
    if ins[0] == ir.ANNOTATE:
        return f"annotate {writer.value(ins[1])}: {writer.value(ins[2])}"
    return f"annotate {writer.value(ins[1])}.{writer.name(ins[2])}: {writer.value(ins[3])}"


def _enter(writer: _Writer, ins: ir.Instruction) -> str:
    return f"{writer.value(ins[3])} = {'async ' if ins[2] else ''}enter {writer.value(ins[4])}"


def _short_circuit(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    word = ir.OPS[ins[0]].name.lower()
    for block, operand in _pairs(ins[3:]):
        if block != ir.NONE:
            writer.line(f"{word} block of {writer.value(operand)}", depth)
            writer.block(block, depth + 1)
    operands = [ins[2], *ins[4::2]]
    writer.line(f"{writer.value(ins[1])} = {f' {word} '.join(map(writer.value, operands))}{suffix}", depth)


def _select(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    for index in range(4, len(ins), 4):
        test_block, test, block, value = ins[index : index + 4]
        _test(writer, test_block, depth)
        writer.line(f"when {writer.value(test)}: {writer.value(value)}", depth)
        writer.block(block, depth + 1)
    writer.line(f"otherwise: {writer.value(ins[3])}", depth)
    writer.block(ins[2], depth + 1)
    writer.line(f"{writer.value(ins[1])} = select{suffix}", depth)


def _test(writer: _Writer, block: int, depth: int) -> None:
    if block != ir.NONE:
        writer.line("test", depth)
        writer.block(block, depth + 1)


def _branch(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    words = ("if", "elif") if ins[0] == ir.IF else ("case", "case")
    for index in range(3, len(ins), 3):
        test_block, test, block = ins[index : index + 3]
        _test(writer, test_block, depth)
        writer.line(f"{words[index > 3]} {writer.value(test)}{suffix if index == 3 else ''}", depth)
        writer.block(block, depth + 1)
    _otherwise(writer, ins[2], depth, "else")


def _otherwise(writer: _Writer, block: int, depth: int, word: str) -> None:
    if block != ir.NONE:
        writer.line(word, depth)
        writer.block(block, depth + 1)


def _while(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    _test(writer, ins[2], depth)
    writer.line(f"while {writer.value(ins[3])}{suffix}", depth)
    writer.block(ins[4], depth + 1)
    _otherwise(writer, ins[5], depth, "else")


def _for(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    writer.line(f"{'async ' if ins[2] else ''}for {writer.value(ins[4])} in {writer.value(ins[3])}{suffix}", depth)
    writer.block(ins[5], depth + 1)
    if ins[0] == ir.FOR:
        _otherwise(writer, ins[6], depth, "else")


def _comprehension(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    opcode = ir.OPS[ins[0]].name.lower().replace("_", " ")
    writer.line(f"{writer.value(ins[2])} = {opcode}{suffix}", depth)
    writer.block(ins[3], depth + 1)


def _try(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    writer.line(f"try{suffix}", depth)
    writer.block(ins[2], depth + 1)
    for index in range(5, len(ins), 4):
        type_block, kind, register, block = ins[index : index + 4]
        _test(writer, type_block, depth)
        name = "" if register < 0 else f" as {writer.value(register)}"
        writer.line(f"except{'*' if ins[0] == ir.TRY_STAR else ''} {writer.value(kind)}{name}", depth)
        writer.block(block, depth + 1)
    _otherwise(writer, ins[3], depth, "else")
    _otherwise(writer, ins[4], depth, "finally")


def _with(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    writer.line(f"{'async ' if ins[2] else ''}with {writer.values(ins[4:])}{suffix}", depth)
    writer.block(ins[3], depth + 1)


def _assert(writer: _Writer, ins: ir.Instruction, depth: int, suffix: str) -> None:
    writer.line(f"assert {writer.value(ins[2])} else {writer.value(ins[4])}{suffix}", depth)
    writer.block(ins[3], depth + 1)


_PLAIN: Final[dict[int, Callable[[_Writer, ir.Instruction], str]]] = {
    ir.MOVE: _move,
    ir.CALL: _call,
    ir.CALL_UNPACKED: _call_unpacked,
    ir.METHOD: _method,
    ir.ATTRIBUTE: _attribute,
    ir.SUBSCRIPT: _subscript,
    **dict.fromkeys((ir.BINARY, ir.AUGMENT, ir.COMPARE), _binary),
    ir.UNARY: _unary,
    ir.DICT: _dict,
    ir.FORMAT: _format,
    **dict.fromkeys((ir.FUNCTION, ir.LAMBDA, ir.CLASS), _function),
    **dict.fromkeys((ir.STORE_OUTER, ir.STORE_ATTRIBUTE, ir.STORE_SUBSCRIPT), _store),
    ir.UNPACK: _unpack,
    **dict.fromkeys((ir.IMPORT, ir.IMPORT_FROM), _import),
    ir.IMPORT_STAR: _import_star,
    **dict.fromkeys((ir.DELETE_ATTRIBUTE, ir.DELETE_SUBSCRIPT), _delete),
    **dict.fromkeys((ir.ANNOTATE, ir.ANNOTATE_ATTRIBUTE), _annotate),
    ir.ENTER: _enter,
}

_STRUCTURED: Final[dict[int, Callable[[_Writer, ir.Instruction, int, str], None]]] = {
    **dict.fromkeys((ir.AND, ir.OR), _short_circuit),
    ir.SELECT: _select,
    **dict.fromkeys((ir.IF, ir.MATCH), _branch),
    ir.WHILE: _while,
    **dict.fromkeys((ir.FOR, ir.COMP_FOR), _for),
    **dict.fromkeys((ir.LIST_COMP, ir.SET_COMP, ir.DICT_COMP, ir.GENERATOR), _comprehension),
    **dict.fromkeys((ir.TRY, ir.TRY_STAR), _try),
    ir.WITH: _with,
    ir.ASSERT: _assert,
}
