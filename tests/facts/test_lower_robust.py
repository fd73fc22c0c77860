"""Lowering never raises, whatever the length of chains and the depth of nesting, and points at the right nodes."""

from __future__ import annotations

import sys
from collections import Counter

import hypothesmith
import libcst as cst
import pytest
from hypothesis import HealthCheck, given, settings

from lintel.facts.lower import lower
from lintel.facts.lower_file import tables
from lintel.flow import encoding, ir
from lintel.flow.text import show_module
from lintel.source.walk import walk

LINKS = 3000  # where the parser itself is not slow: trailers take it quadratic time

LONG = {
    "operators": "x = " + " + ".join(["a"] * LINKS),
    "attributes and calls": "x = a" + ".b()" * 1000,
    "subscripts": "x = a" + "[0]" * 1000,
    "and": "x = " + " and ".join(["a.b"] * LINKS),
    "comparison": "x = " + " < ".join(["a"] * LINKS),
    "implicit concatenation": "x = " + " ".join(["'a'"] * LINKS),
    "implicit concatenation of f-strings": "x = " + " ".join(["f'{a}'"] * LINKS),
    "conditional expressions": "x = " + "".join(f"a if b == {n} else " for n in range(500)) + "c",
    "list": "x = [" + "a, " * LINKS + "]",
    "statements": "a()\n" * LINKS,
    "with items": "with " + ", ".join(["a"] * LINKS) + ": pass",
    "alternatives": "match a:\n    case " + " | ".join(["1"] * LINKS) + ": pass",
    "cases": "match a:\n" + "    case 1: pass\n" * LINKS,
    "handlers": "try: pass\n" + "except A: pass\n" * LINKS,
    "loops of a comprehension": "x = [a " + "for a in b " * 300 + "]",
    "dotted import": "import " + ".".join(["a"] * 300),
}

DEEP = {
    "parentheses": "x = " + "(" * 200 + "a" + ")" * 200,
    "calls": "x = " + "f(" * 200 + "a" + ")" * 200,
    "lists": "x = " + "[" * 200 + "a" + "]" * 200,
    "subscripts": "x = " + "a[" * 200 + "a" + "]" * 200,
    "powers": "x = " + " ** ".join(["a"] * 600),
    "not": "x = " + "not " * 900 + "a",
    "lambdas": "x = " + "lambda: " * 300 + "a",
    "conditions": "x = " + "a if b else (" * 150 + "c" + ")" * 150,
    "patterns": "match a:\n    case " + "[" * 10 + "b" + "]" * 10 + ": pass",
    "blocks": "".join("  " * n + "if a:\n" for n in range(90)) + "  " * 90 + "f()\n",
    "functions": "".join("  " * n + f"def f{n}(a):\n" for n in range(90)) + "  " * 90 + "return a\n",
}


@pytest.mark.parametrize("source", LONG.values(), ids=LONG)
def test_chains_need_no_recursion(source: str) -> None:
    walked = walk(cst.parse_module(source))
    before = sys.getrecursionlimit()
    depth = 0
    frame = sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    sys.setrecursionlimit(depth + 60)
    try:
        module = lower(walked)
    finally:
        sys.setrecursionlimit(before)
    assert encoding.decode(encoding.encode(module)) == module


def test_a_chain_of_elif_is_one_instruction() -> None:
    source = "if a == 0: f()\n" + "".join(f"elif a == {n}: f()\n" for n in range(1, 250))
    module = lower(walk(cst.parse_module(source)))
    assert Counter(instruction[0] for instruction in module.functions[0].blocks[0]) == {ir.COMPARE: 1, ir.IF: 1}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_nesting_beyond_the_recursion_limit_is_lowered_all_the_same(source: str) -> None:
    limit = sys.getrecursionlimit()
    module = lower(walk(cst.parse_module(source)))
    assert encoding.decode(encoding.encode(module)) == module
    assert sys.getrecursionlimit() == limit


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(hypothesmith.from_node())
def test_any_tree_is_lowered_encoded_and_shown(source: str) -> None:
    try:
        tree = cst.parse_module(source)
    except cst.ParserSyntaxError:
        return
    module = lower(walk(tree))
    assert encoding.decode(encoding.encode(module)) == module
    assert show_module(module)
    check_shape(module)


def test_every_kind_of_expression_and_statement_has_its_lowering() -> None:
    expressions, statements = tables()
    for base, table in (
        (cst.BaseExpression, expressions),
        (cst.BaseSmallStatement, statements),
        (cst.BaseCompoundStatement, statements),
    ):
        for kind in vars(cst).values():
            if isinstance(kind, type) and issubclass(kind, base) and not kind.__name__.startswith("Base"):
                assert kind in table or kind in {cst.From, cst.Annotation}, kind


SAMPLE = '''
import os.path as p
@app.get("/")
async def f(a: int = g(1), *, b=lambda c: c.d) -> List[str]:
    """Doc."""
    x = y.z = await a.b(c[0].d).e(f"{a.g}" "x")
    for i in [j.k for j in a if j < i.l]:
        x += -i if i.m else (n := i.o())
    with open(x) as q, r: raise E(x.s) from x.t
    match x:
        case A(b=[1]): assert x.u
    del x.v, x[1]
    return {"a": (yield x)}
class C(D[0], k=e.f):
    def m(self): return super().m(*self.w, **self.x)
'''


def test_ordinals_are_those_of_the_walk() -> None:
    walked = walk(cst.parse_module(SAMPLE))
    module = lower(walked)
    pointed = Counter[tuple[str, int]]()
    for function in module.functions:
        for block in function.blocks:
            for instruction in block:
                place = ir.place(instruction)
                if place is not None:
                    assert place[1] < len(walked.of(place[0])), place
                    pointed[place] += 1
    for kind in ("Call", "Subscript", "Await", "ListComp", "Dict", "Comparison", "Return", "Raise"):
        expected = {(kind, walked.ordinal(node)) for node in walked.of(kind)}
        assert {place for place in pointed if place[0] == kind} == expected, kind


def test_a_text_in_pieces_points_at_what_stands_around_it() -> None:
    source = """
def f(x, y):
    a = f"{x}"
    a += "1" f"{y}"
    b: str = g(f"{x}", h["k"] + f"{y}")
    if (c := f"{x}" "2"):
        yield f"{a}"
    raise ValueError
lambda x: (f"{x}", 1)
"""
    module = lower(walk(cst.parse_module(source)))
    texts = [
        ir.place(instruction)
        for function in module.functions
        for block in function.blocks
        for instruction in block
        if instruction[0] in (ir.FSTRING, ir.CONCAT)
    ]
    around = [
        ("Assign", 0),
        ("AugAssign", 0),
        ("Call", 0),
        ("BinaryOperation", 0),
        ("NamedExpr", 0),
        ("Yield", 0),
        None,
    ]
    assert sorted(texts, key=str) == sorted(around, key=str)


def test_an_attribute_instruction_names_the_attribute_of_its_ordinal() -> None:
    walked = walk(cst.parse_module(SAMPLE))
    module = lower(walked)
    attributes = walked.of("Attribute")
    seen = 0
    for function in module.functions:
        for block in function.blocks:
            for instruction in block:
                if instruction[0] in {ir.ATTRIBUTE, ir.STORE_ATTRIBUTE, ir.DELETE_ATTRIBUTE} and instruction[1] >= 0:
                    name = instruction[4 if instruction[0] == ir.ATTRIBUTE else 3]
                    assert module.names[name] == attributes[instruction[1]].attr.value
                    seen += 1
    assert seen > 8


def test_parameters_and_functions_know_their_ordinals() -> None:
    walked = walk(cst.parse_module(SAMPLE))
    for function in lower(walked).functions:
        kind = {ir.DEFINITION: "FunctionDef", ir.LAMBDA_EXPRESSION: "Lambda", ir.CLASS_BODY: "ClassDef"}.get(
            function.kind
        )
        if kind in {"FunctionDef", "ClassDef"}:
            assert walked.of(kind)[function.at].name.value == function.name
    function = lower(walked).functions[1]
    names = [lower(walked).names[slot] for slot in function.slots]
    assert [walked.of("Param")[at].name.value for _, at in function.params] == names[: len(function.params)]


def check_shape(module: ir.ModuleIR) -> None:
    """Each operand is in range, each block belongs to one instruction, instructions have the length of their layout."""
    for function in module.functions:
        owners = Counter[int]()
        for block in function.blocks:
            for instruction in block:
                fixed = ir.OPS[instruction[0]].layout
                if "*" not in fixed and "count" not in fixed:
                    assert len(instruction) == 1 + len(fixed), instruction
                for code, value in ir.operands(instruction):
                    assert code != "v" or -len(module.pool) <= value < function.registers
                    assert code != "to" or -1 <= value < function.registers
                    assert code != "n" or 0 <= value < len(module.names)
                    assert code != "f" or 0 < value < len(module.functions)
                owners.update(ir.blocks_of(instruction))
        assert owners == Counter(range(1, len(function.blocks)))
