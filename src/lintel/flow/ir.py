"""The flow IR: what a file does, as flat tuples of integers that outlive its syntax tree.

A module is a list of functions. Function 0 is the module body; class bodies, lambdas and nested functions are functions
of the list too, numbered in source order. Comprehensions belong to the function around them.

**Registers.** A function owns `registers` of them. The first `len(slots)` hold its variables (parameters first, in
the order of `params`; comprehension variables and type parameters have slots of their own); the others are
temporaries. A temporary is written once in the statement that makes it and is dead at its end; numbers are used again
by later statements.

**Operands.** An integer `>= 0` is a register, read when the instruction runs. An integer `< 0` is the entry
`pool[~operand]` of the module: a constant, a variable of another function (`VARIABLE owner slot`; owner 0 is a module
variable), or a name that nothing in this file binds (`UNBOUND name`: a builtin, or what a star import brought).
Operand `NONE` (-1) is "absent"; `pool[0]` says so. A module variable that holds nothing when read falls back on the
builtin.

**Blocks.** Control flow is structured: `blocks[0]` is the body, and an instruction that branches names the blocks it
may run (`NONE`: nothing to run). A block ends by running out, or by RETURN, RAISE, BREAK or CONTINUE; what follows
one of these in the same block is unreachable, and kept. Chains (`elif`, boolean operators, conditional expressions)
are one instruction. A condition is a variable, or a temporary whose defining instruction (COMPARE, NOT, AND, OR,
CALL, METHOD, MATCH_...) stands before it in the same block or in the test block named beside it, so that a solver can
refine, on each branch, the values that the condition compares.

**Places.** `at` is an ordinal: the index of a node among the nodes of its LibCST type in the whole file. The type
follows from the opcode (`OPS[opcode].kind`), or from the operand `kind`, an index into `KINDS`. `NO_PLACE` (-1): none
of its own. Where the destination of an instruction is a slot, the instruction is an assignment to that variable too.

| instruction | operands | meaning |
|---|---|---|
| MOVE | kind at to value | to = value; kind: the statement or expression that binds |
| CALL | at to callee count value... (name value)... | to = callee(...): `count` positional, then keyword arguments |
| CALL_UNPACKED | at to callee (how value)... | the same with `*` or `**`; how: POSITIONAL, STAR, DOUBLE_STAR or name |
| METHOD | at to receiver name count value... (name value)... | to = receiver.name(...), as CALL of an ATTRIBUTE |
| ATTRIBUTE | at to object name | to = object.name |
| SUBSCRIPT | at to object key | to = object[key] |
| SLICE | to lower upper step | to = slice(...), each may be NONE |
| BINARY | at to operator left right | operator: an index into BINARY_OPERATORS |
| AUGMENT | at to operator left right | left operator= right; if `to` is a temporary, a store follows |
| UNARY | to operator value | operator: an index into UNARY_OPERATORS |
| NOT | to value | to = not value |
| COMPARE | at to operator left right | operator: an index into COMPARE_OPERATORS; chains are an AND of these |
| AND | to first (block value)... | while all are true, each block is run for its value; to = the last value |
| OR | to first (block value)... | the same while all are false |
| SELECT | to else-block else-value (test-block test block value)... | conditional expression, tests in order |
| FSTRING | at to value... | the parts joined, each formatted as by format() (text is itself) |
| CONCAT | at to value... | implicit concatenation with an f-string in it, parts as for FSTRING |
| TSTRING | at to value... | template of the parts (PEP 750) |
| FORMAT | to value conversion spec | a part; conversion: 0, or code point of "s", "r", "a"; spec may be NONE |
| LIST, TUPLE, SET | at to value... | a new container |
| DICT | at to (key value)... | a new dictionary |
| ADD | container value | append or add to the display or comprehension being built in this register |
| EXTEND | container value | add all that value iterates over |
| ADD_PAIR | container key value | container[key] = value |
| MERGE | container value | container.update(value) |
| LIST_COMP, SET_COMP, DICT_COMP | at to block | to = empty container, then the block adds to it |
| GENERATOR | at to block | the same for a generator expression, as if it ran at once |
| AWAIT, YIELD, YIELD_FROM | at to value | to = the result of awaiting, of sending, of the subgenerator |
| FUNCTION, LAMBDA | at to function (what value)... | a closure; what: 2n default, 2n+1 annotation of n-th, RETURNS |
| CLASS | at to function (how value)... | a class with the body `function`; bases and keywords as for CALL_UNPACKED |
| DECORATE | at to decorator value | to = decorator(value) |
| TYPE_PARAMETER | to name stars bound default | stars: 1 TypeVarTuple, 2 ParamSpec; bound, default: or NONE |
| LOOKUP | to slot outer | a name of a class body: the slot where it holds something, else outer |
| STORE_OUTER | kind at variable value | assign a VARIABLE operand (global, nonlocal) |
| STORE_ATTRIBUTE | at object name value | object.name = value |
| STORE_SUBSCRIPT | at object key value | object[key] = value |
| UNPACK | kind at source star register... | source's items into the registers; star: index of the starred one, or -1 |
| ANNOTATE | variable annotation | a slot or VARIABLE operand was declared with this annotation |
| ANNOTATE_ATTRIBUTE | object name annotation | object.name was |
| DELETE | variable | a slot or VARIABLE operand holds nothing from here |
| DELETE_ATTRIBUTE | at object name | del object.name |
| DELETE_SUBSCRIPT | at object key | del object[key] |
| IMPORT | at to module whole lazy | import of a dotted module; whole 1: to = that module, 0: to = its first package |
| IMPORT_FROM | at to module level name lazy | to = name of module (or submodule); level: of dots |
| IMPORT_STAR | at module level | all public names of it may be bound from here |
| IF | at else-block (test-block test block)... | the block of the first true test; first test-block is NONE |
| MATCH | at else-block (test-block test block)... | the same; a pattern and its guard are a test, which binds |
| WHILE | at test-block test block else-block | loop; else is run when the test fails |
| FOR | at async iterable to block else-block | loop: to = each item; async 1: `async for` |
| COMP_FOR | at async iterable to block | the same inside a comprehension |
| TRY, TRY_STAR | at block else finally (type-block type register block)... | handlers; type NONE: all; register or -1 |
| ENTER | at async to manager | to = manager.__enter__() |
| WITH | at async block manager... | run the block, then leave the managers entered before, last one first |
| RETURN | at value | at is NO_PLACE for the value of a lambda |
| RAISE | at value cause | both may be NONE; value NONE: raise again |
| ASSERT | at test message-block message | goes on where test is true; else raises; message or NONE |
| BREAK, CONTINUE | | of the innermost loop |
| MATCH_CLASS | to subject class count name... | test: instance, `count` positional patterns, attributes |
| MATCH_POSITIONAL | to subject class index | the attribute that class.__match_args__ names |
| MATCH_SEQUENCE | to subject length star | test: a sequence of this length (star 1: at least); UNPACK follows |
| MATCH_MAPPING | to subject key... | test: a mapping with these keys; SUBSCRIPTs follow |
| MATCH_REST | to subject key... | a new dictionary of the other keys |
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

Instruction = tuple[int, ...]

NONE: Final = -1
NO_PLACE: Final = -1

POSITIONAL: Final = -1
STAR: Final = -2
DOUBLE_STAR: Final = -3
RETURNS: Final = -1

BINARY_OPERATORS: Final = ("+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^")
UNARY_OPERATORS: Final = ("-", "+", "~")
COMPARE_OPERATORS: Final = ("==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not")


class Op(NamedTuple):
    """What is known of an opcode: its name, the LibCST type its `at` counts ("" for none or explicit), its layout.

    A layout names the operands in order: `at`, `kind`, `to` (a register written), `v` (operand), `n` (index into
    names), `b` (block), `f` (function), `#`, `how`, `what` (numbers); what follows `*` repeats to the end, and
    `count` is the number of `v` before that.
    """

    name: str
    kind: str
    layout: tuple[str, ...]


def _table(text: str) -> tuple[Op, ...]:
    rows = (line.split() for line in text.strip().splitlines())
    return tuple(Op(name, "" if kind == "-" else kind, tuple(layout)) for name, kind, *layout in rows)


OPS: Final[tuple[Op, ...]] = _table(
    """
    MOVE - kind at to v
    CALL Call at to v count * n v
    CALL_UNPACKED Call at to v * how v
    METHOD Call at to v n count * n v
    ATTRIBUTE Attribute at to v n
    SUBSCRIPT Subscript at to v v
    SLICE - to v v v
    BINARY BinaryOperation at to # v v
    AUGMENT AugAssign at to # v v
    UNARY - to # v
    NOT - to v
    COMPARE Comparison at to # v v
    AND - to v * b v
    OR - to v * b v
    SELECT - to b v * b v b v
    FSTRING - kind at to * v
    CONCAT - kind at to * v
    TSTRING - kind at to * v
    FORMAT - to v # v
    LIST List at to * v
    TUPLE Tuple at to * v
    SET Set at to * v
    DICT Dict at to * v v
    ADD - v v
    EXTEND - v v
    ADD_PAIR - v v v
    MERGE - v v
    LIST_COMP ListComp at to b
    SET_COMP SetComp at to b
    DICT_COMP DictComp at to b
    GENERATOR GeneratorExp at to b
    AWAIT Await at to v
    YIELD Yield at to v
    YIELD_FROM Yield at to v
    FUNCTION FunctionDef at to f * what v
    LAMBDA Lambda at to f * what v
    CLASS ClassDef at to f * how v
    DECORATE Decorator at to v v
    TYPE_PARAMETER - to n # v v
    LOOKUP - to v v
    STORE_OUTER - kind at v v
    STORE_ATTRIBUTE Attribute at v n v
    STORE_SUBSCRIPT Subscript at v v v
    UNPACK - kind at v # * to
    ANNOTATE - v v
    ANNOTATE_ATTRIBUTE - v n v
    DELETE - v
    DELETE_ATTRIBUTE Attribute at v n
    DELETE_SUBSCRIPT Subscript at v v
    IMPORT ImportAlias at to n # #
    IMPORT_FROM ImportAlias at to n # n #
    IMPORT_STAR ImportStar at n #
    IF If at b * b v b
    MATCH Match at b * b v b
    WHILE While at b v b b
    FOR For at # v to b b
    COMP_FOR CompFor at # v to b
    TRY Try at b b b * b v to b
    TRY_STAR TryStar at b b b * b v to b
    ENTER WithItem at # to v
    WITH With at # b * v
    RETURN Return at v
    RAISE Raise at v v
    ASSERT Assert at v b v
    BREAK -
    CONTINUE -
    MATCH_CLASS - to v v # * n
    MATCH_POSITIONAL - to v v #
    MATCH_SEQUENCE - to v # #
    MATCH_MAPPING - to v * v
    MATCH_REST - to v * v
    """
)

(
    MOVE, CALL, CALL_UNPACKED, METHOD, ATTRIBUTE, SUBSCRIPT, SLICE, BINARY, AUGMENT, UNARY, NOT, COMPARE, AND, OR,
    SELECT, FSTRING, CONCAT, TSTRING, FORMAT, LIST, TUPLE, SET, DICT, ADD, EXTEND, ADD_PAIR, MERGE, LIST_COMP,
    SET_COMP, DICT_COMP, GENERATOR, AWAIT, YIELD, YIELD_FROM, FUNCTION, LAMBDA, CLASS, DECORATE, TYPE_PARAMETER,
    LOOKUP, STORE_OUTER, STORE_ATTRIBUTE, STORE_SUBSCRIPT, UNPACK, ANNOTATE, ANNOTATE_ATTRIBUTE, DELETE,
    DELETE_ATTRIBUTE, DELETE_SUBSCRIPT, IMPORT, IMPORT_FROM, IMPORT_STAR, IF, MATCH, WHILE, FOR, COMP_FOR, TRY,
    TRY_STAR, ENTER, WITH, RETURN, RAISE, ASSERT, BREAK, CONTINUE, MATCH_CLASS, MATCH_POSITIONAL, MATCH_SEQUENCE,
    MATCH_MAPPING, MATCH_REST,
) = range(len(OPS))  # fmt: skip

# What an explicit `kind` can be: the node types that bind a name to a value computed elsewhere; and, of a text that is
# written in pieces, the nearest node around it that is placed without a parse.
KINDS: Final = (
    "Assign", "AnnAssign", "NamedExpr", "For", "CompFor", "WithItem", "ImportAlias", "FunctionDef", "ClassDef",
    "TypeAlias", "AugAssign", "Match", "Try", "BinaryOperation", "Call", "Raise", "Return", "Yield",
)  # fmt: skip

# Tags of the pool entries that are not plain constants.
ABSENT: Final = 0
VARIABLE: Final = 1
UNBOUND: Final = 2
ELLIPSIS: Final = 3
IMAGINARY: Final = 4
BIG_INTEGER: Final = 5
SURROGATES: Final = 6
UNKNOWN: Final = 7
BYTES: Final = 8

# (tag, payload, second payload): VARIABLE owner slot; UNBOUND name; others have 0 second. Bytes travel as latin-1 text.
Special = tuple[int, int | float | str, int]
Entry = str | int | float | bool | Special | None

# Kinds of functions.
MODULE_BODY: Final = 0
CLASS_BODY: Final = 1
DEFINITION: Final = 2
LAMBDA_EXPRESSION: Final = 3

# Kinds of parameters, and bits of `Function.flags`.
POSITIONAL_ONLY: Final = 0
ORDINARY: Final = 1
VARIADIC: Final = 2
KEYWORD_ONLY: Final = 3
VARIADIC_KEYWORDS: Final = 4
ASYNC: Final = 1
GENERATES: Final = 2


class Function(msgspec.Struct, frozen=True, array_like=True):
    """One function, lambda, class body or module body.

    Attributes:
        name: its simple name ("<lambda>", "<module>").
        kind: MODULE_BODY, CLASS_BODY, DEFINITION or LAMBDA_EXPRESSION.
        at: the ordinal of its ClassDef, FunctionDef or Lambda.
        parent: the number of the function around it, -1 for the module body.
        flags: ASYNC, GENERATES.
        params: kind and ordinal (of the Param) of each parameter; the n-th lives in slot n.
        slots: the names of the variables, as indices into the names of the module.
        registers: how many registers it uses, slots included.
        captures: pool operands of the variables of functions around it that it, or a function inside it, uses.
        captured: own slots that functions inside it read or rebind.
        rebound: own slots that functions inside it rebind (of the module body: by `global`).
        blocks: the instructions.
    """

    name: str
    kind: int
    at: int
    parent: int
    flags: int
    params: list[tuple[int, int]]
    slots: list[int]
    registers: int
    captures: list[int]
    captured: list[int]
    rebound: list[int]
    blocks: list[list[Instruction]]


class ModuleIR(msgspec.Struct, frozen=True, array_like=True):
    """The functions of one file, with the identifiers and pool entries that they share.

    A pool entry is a plain constant (str, int, float, bool, None) or a tuple of a tag and its payload.
    """

    names: list[str]
    pool: list[Entry]
    functions: list[Function]

    def qualified_name(self, function: int) -> str:
        """`Class.method`, `outer.inner`: the names from the module down; "" for the module body."""
        parts: list[str] = []
        while function > 0:
            parts.append(self.functions[function].name)
            function = self.functions[function].parent
        return ".".join(reversed(parts))


def place(instruction: Instruction) -> tuple[str, int] | None:
    """The LibCST type and ordinal an instruction points at, for `source.positions`; None where it has none."""
    op = OPS[instruction[0]]
    if op.kind:
        kind, at = op.kind, instruction[1]
    elif op.layout[:1] == ("kind",):
        kind, at = KINDS[instruction[1]], instruction[2]
    else:
        return None
    return None if at == NO_PLACE else (kind, at)


def blocks_of(instruction: Instruction) -> list[int]:
    """The blocks that an instruction may run, in the order of its operands."""
    return [value for code, value in operands(instruction) if code == "b" and value != NONE]


def operands(instruction: Instruction) -> list[tuple[str, int]]:
    """Each operand with the code that `Op.layout` gives it; for code that treats all instructions alike."""
    layout = OPS[instruction[0]].layout
    found: list[tuple[str, int]] = []
    index = 1
    for place_in_layout, code in enumerate(layout):
        if code == "*":
            group = layout[place_in_layout + 1 :]
            rest = instruction[index:]
            return found + [(group[number % len(group)], value) for number, value in enumerate(rest)]
        value = instruction[index]
        index += 1
        found.append((code, value))
        if code == "count":
            found += [("v", each) for each in instruction[index : index + value]]
            index += value
    return found
