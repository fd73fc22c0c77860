"""Odd code, and code of any shape at all: it is solved to the end, and what is known of it is still known."""

from __future__ import annotations

from itertools import chain

import hypothesmith
import libcst as cst
import pytest
from flowing import HANDLER, RUN, WEB, flows, sinks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintel.errors import SourceError
from lintel.knowledge.index import Knowledge

QUERY = "request.args['q']"


def _snippets(text: str) -> dict[str, str]:
    parts = text.strip().removeprefix("## ").split("\n## ")
    return {name: f"{code}\n" for name, _, code in (part.partition("\n") for part in parts)}


ODD = _snippets("""
## decorators of decorators
def outer(f):
    def inner(g):
        return lambda *a, **k: g(*a, **k)
    return inner
@outer(outer)
@outer(lambda f: f)
@(lambda f: f)
def odd(x):
    return x
## a class as a decorator
class Deco:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self.f(*a)
@Deco
@Deco
def odd(x):
    return x
## a metaclass
class Meta(type):
    def __new__(mcs, name, bases, body, **k):
        return super().__new__(mcs, name, bases, body)
    def __call__(cls, *a):
        return super().__call__(*a)
    def __getattr__(cls, n): return cls
class Made(metaclass=Meta, extra=1):
    def go(self, x): return x
def odd(x):
    return Made().go(x)
## a class made by a call
Made = type('Made', (object,), {'go': lambda self, x: x})
def odd(x):
    return Made().go(x)
## exec of unknown
import os
exec(os.environ['CODE'])
def odd(x):
    exec(open('f').read(), globals(), locals())
    return x
## exec that binds names
def odd(x):
    exec('y = x')
    return eval('y') or y or x
## globals as a dictionary
globals()['name'] = 1
def odd(x):
    globals()['held'] = x
    locals().update(a=x)
    return x
## an assignment in an expression
def odd(x):
    return y if (y := x) else [z for z in [y] if (w := z)][0]
## a match of everything
def odd(x):
    match x:
        case {'a': [1, *rest, {'b': b, **more}], **others} if rest: return rest
        case str(y) | int(y): return y
        case None | True | -1.5 | 'a': return ''
        case Cls(a, b=c) as whole: return whole
        case [*_] | (_, _): return x
        case _: return x
## groups of exceptions
def odd(x):
    try:
        try: raise ExceptionGroup(x, [ValueError(x)])
        except* (ValueError, TypeError) as group: y = group.exceptions
        except* OSError: y = x
        else: y = x
        finally: x = x
    finally:
        pass
    return x
## finally that returns
def odd(x):
    while True:
        try: return ''
        finally: return x
## loops with else
def odd(x):
    for y in x:
        if y: break
    else: return x
    while y: continue
    else: pass
    return x
## parameters of types
class Box[T: (int, str), *Ts, **P]:
    def get[U](self, x: U) -> U: return x
type Alias[T] = Box[T] | None
def odd[T](x: T) -> T:
    box: Alias[T] = Box()
    return box.get(x)
## every kind of parameter
def odd(a, /, b=1, *c, d, e=2, **f):
    return a
odd = (lambda g: lambda x: g(x, *(), d=x, **{}))(odd)
## generators
def some(x):
    got = yield x
    yield from (y for y in [x, got])
    return x
def odd(x):
    made = some(x)
    made.send(None)
    return next(made)
## slots and descriptors
class Cell:
    __slots__ = ('v',)
    def __get__(self, obj, cls): return self
    def __set__(self, obj, v): self.v = v
class Has:
    cell = Cell()
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
def odd(x):
    has = Has()
    has.cell = has.p = x
    del has.missing, has['a']
    return has.p
## global and nonlocal
held = None
def odd(x):
    global held, never
    y = None
    def set_():
        nonlocal y
        global held
        y = held = x
    set_()
    return y or held
## names that are deleted
def odd(x):
    y = x
    del x
    try: x
    except NameError: x = y
    return x
## stars everywhere
def odd(x):
    a, *b, (c, *d) = x, *[x], [x, *x]
    print(*b, **{'k': c}, sep='')
    return [*b, *{*d}, *{**{x: x}}][0]
## a name for everything
def odd(odd):
    class odd2(str): odd = odd
    return odd
## ellipses, chains and nothing
def odd(x):
    ...
    assert 0 < len(x) < 9 != x, x
    x: str
    (lambda: (yield))
    return x[...][::2, None:x] or x
## operators that a class defines
class Op:
    def __init__(self, x): self.x = x
    def __add__(self, o): return o
    __radd__ = __mul__ = __add__
    def __getitem__(self, k): return self.x
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __iter__(self): return iter([self.x])
    def __bool__(self): raise KeyError
def odd(x):
    with Op(x) as op, Op(op):
        op += op
    op @= op
    return Op(x)['k']
""")

ASYNC = _snippets("""
## comprehensions
async def odd(x):
    return [y async for y in some(x) if await y][0] or {k: v async for k, v in some(x)}
async def some(x):
    yield x
## loops and managers
async def odd(x):
    async with x.lock() as a, x:
        async for y in a:
            await y
        else: await x
    return x
""")

TEMPLATES = "def odd(x):\n    t = t'select {x!r:>{x}} {x=}'\n    return t.values[0] or x\n"


def odd(knowledge: Knowledge, source: str, call: str = "odd") -> list[str]:
    handler = HANDLER if call == "odd" else HANDLER.replace("def", "async def")
    text = f"from db import run\n{WEB}{source}{handler}    run({call}({QUERY}))\n    run({QUERY})\n"
    return sinks({"db.py": RUN, "web.py": text}, knowledge)


@pytest.mark.parametrize("source", ODD.values(), ids=ODD)
def test_odd_code_is_solved_and_what_follows_it_too(knowledge: Knowledge, source: str) -> None:
    assert f"web.py: run({QUERY})" in odd(knowledge, source)


@pytest.mark.parametrize("source", ASYNC.values(), ids=ASYNC)
def test_odd_coroutines_too(knowledge: Knowledge, source: str) -> None:
    assert f"web.py: run({QUERY})" in odd(knowledge, source, "await odd")


def test_templates_are_solved_whatever_the_interpreter_knows(knowledge: Knowledge) -> None:
    found = flows(
        {"db.py": RUN, "web.py": f"from db import run\n{WEB}{TEMPLATES}{HANDLER}    run(odd({QUERY}))\n"}, knowledge
    )
    assert "client" in found.show()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(hypothesmith.from_node())
def test_any_tree_is_solved(knowledge: Knowledge, source: str) -> None:
    try:
        cst.parse_module(source)
        flows({"any.py": source, "web.py": "from any import *\n" + WEB}, knowledge).show()
    except (cst.ParserSyntaxError, SourceError):
        return


NAMES = ("x", "y", "run", "f", "g", "Box", "other")
EXPRESSIONS = st.recursive(
    st.sampled_from([*NAMES, QUERY, "'a'", "1", "None", "[]", "{}", "self"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} + {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"{two[0]}({two[1]})"),
        st.tuples(inner, inner, inner).map(lambda three: f"({three[0]} if {three[1]} else {three[2]})"),
        st.tuples(inner, inner).map(lambda two: f"{two[0]}[{two[1]}]" if two[0][0] not in "'1" else two[0]),
        st.tuples(inner, inner).map(lambda two: f"[{two[0]}, *{two[1]}]"),
        st.tuples(inner, inner).map(lambda two: f"{{{two[0]}: {two[1]}}}"),
        inner.map(lambda one: f"(lambda x, *y: {one})"),
        inner.map(lambda one: f"({one}).x"),
        inner.map(lambda one: f"[x for y in {one} for x in y]"),
        inner.map(lambda one: f"f'{{({one})}}'" if "'" not in one else f"str({one})"),
    ),
    max_leaves=6,
)


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


_SIMPLE = st.one_of(
    st.tuples(st.sampled_from(NAMES), EXPRESSIONS).map(lambda two: [f"{two[0]} = {two[1]}"]),
    st.tuples(st.sampled_from(NAMES), EXPRESSIONS).map(lambda two: [f"{two[0]}.x = {two[1]}"]),
    st.tuples(st.sampled_from(NAMES), EXPRESSIONS).map(lambda two: [f"{two[0]}[{two[1]}] = {two[1]}"]),
    st.tuples(st.sampled_from(NAMES), EXPRESSIONS).map(lambda two: [f"{two[0]} += {two[1]}"]),
    EXPRESSIONS.map(lambda one: [f"run({one})"]),
    EXPRESSIONS.map(lambda one: [one]),
    st.sampled_from(NAMES).map(lambda name: [f"del {name}"]),
    st.sampled_from([["raise x"], ["from other import *"], ["import web"], ["from web import x, f as y"], ["pass"]]),
)
BLOCKS = st.recursive(
    st.lists(_SIMPLE, min_size=1, max_size=3).map(lambda found: list(chain.from_iterable(found))),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: two[0] + two[1]),
        st.tuples(EXPRESSIONS, inner, inner).map(
            lambda each: [f"if {each[0]}:", *_indented(each[1]), "else:", *_indented(each[2])]
        ),
        st.tuples(EXPRESSIONS, inner).map(lambda two: [f"while {two[0]}:", *_indented(two[1])]),
        st.tuples(EXPRESSIONS, inner).map(lambda two: [f"for x in {two[0]}:", *_indented(two[1])]),
        st.tuples(inner, inner, inner).map(
            lambda each: [
                *("try:", *_indented(each[0])),
                *("except x as y:", *_indented(each[1])),
                *("finally:", *_indented(each[2])),
            ]
        ),
        st.tuples(EXPRESSIONS, inner).map(lambda two: [f"with {two[0]} as y:", *_indented(two[1])]),
        st.tuples(st.sampled_from(NAMES), inner, EXPRESSIONS).map(
            lambda each: [f"def {each[0]}(self, x, *y, f=None):", *_indented(each[1]), f"    return {each[2]}"]
        ),
        st.tuples(st.sampled_from(NAMES), EXPRESSIONS, inner).map(
            lambda each: [f"class {each[0]}({each[1]}):", *_indented(each[2])]
        ),
    ),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(BLOCKS, BLOCKS)
def test_programs_of_any_shape_are_solved_the_same_way_twice(
    knowledge: Knowledge, one: list[str], two: list[str]
) -> None:
    text = "\n".join(["from other import *", RUN, *one])
    files = {
        "web.py": WEB + text + "\n" + HANDLER + "\n".join(_indented(two)),
        "other.py": f"from web import *\n{text}\n",
    }
    shown = flows(files, knowledge).show()
    assert flows(dict(reversed(files.items())), knowledge).show() == shown
