"""What definitions, classes, imports and newer syntax are lowered to."""

from __future__ import annotations

import libcst as cst
import pytest

from lintel.facts.lower import lower
from lintel.flow.text import show_module
from lintel.source.walk import walk

# One case: a title; the source; what it is lowered to, after the line of dashes.
CASES = r"""
parameters, defaults and annotations
def f(a, /, b: int, *args: str, c: Annotated[User, Depends(get)] = 1, **kw) -> T: return b
----
module
  %0 = call ?Depends(?get)
  %1 = tuple ?User, %0
  %2 = ?Annotated[%1]
  f = function 1(b: ?int, args: ?str, c: %2, c=1, -> ?T)

def f(a, /, b, *args, c, **kw)
  return b
====
keyword-only after a bare star; positional only
def f(a, *, b): pass
def g(a, /): pass
----
module
  f = function 1()
  g = function 2()

def f(a, *, b)

def g(a, /)
====
decorators apply inside out
@app.get("/x")
@cached
def f(): pass
----
module
  %0 = call ?app.get('/x')
  %1 = function 1()
  %2 = decorate ?cached, %1
  %3 = decorate %0, %2
  f = %3

def f()
====
generator, coroutine
def f():
    x = yield 1
    yield from x
async def g():
    async with a as b: await b
    async for i in b: yield
    return [j async for j in b]
----
module
  f = function 1()
  g = function 2()

def f() generates
  x = yield 1
  %0 = yield from x

async def g() generates
  b = async enter ?a
  async with ?a
    %0 = await b
  async for i in b
    %0 = yield None
  %0 = list comp
    async for j in b
      add %0, j
  return %0
====
class: bases, keywords, body, decorators
@dec
class C(Base, *more, metaclass=M):
    'Doc.'
    x: int = 1
    def m(self): return self.x
----
module
  %0 = class 1(?Base, *?more, metaclass=?M)
  %1 = decorate ?dec, %0
  C = %1

class C
  x = 1
  annotate x: ?int
  m = function 2()

def m(self)
  %0 = self.x
  return %0
====
type parameters
def f[T: int, *Ts, **P](x: T) -> T: return T
class C[T = str]: y: T
type A[T] = list[T]
----
module captured T'3, T'6
  T'3 = type parameter T, 0, ?int, -
  Ts = type parameter Ts, 1, -, -
  P = type parameter P, 2, -, -
  f = function 1(x: T'3, -> T'3)
  T'6 = type parameter T, 0, -, ?str
  C = class 2()
  T'7 = type parameter T, 0, -, -
  %0 = ?list[T'7]
  A = %0

def f(x) captures ::T'3
  return ::T'3

class C captures ::T'6
  annotate y: ::T'6
====
t-string
x = t"a{b!r}"
----
module
  %0 = format ?b!r
  x = tstring 'a', %0
====
unpacking in comprehensions
x = [*a for a in b]
----
module
  %0 = list comp
    for a in ?b
      extend %0, a
  x = %0
====
lazy import
lazy import a.b
lazy from c import d
----
module
  a = lazy import a.b (first)
  d = lazy import c : d
====
except without parentheses
try: pass
except A, B: pass
----
module
  try
  test
    %0 = tuple ?A, ?B
  except %0
====
import
import os, os.path, a.b as c
from . import d
from ..e.f import g as h
from i import *
----
module
  os = import os
  os = import os.path (first)
  c = import a.b
  d = import . : d
  h = import ..e.f : g
  import i : *
"""


def cases() -> list[object]:
    found = []
    for case in CASES.strip("\n").split("\n====\n"):
        head, expected = case.split("\n----\n")
        title, source = head.split("\n", 1)
        found.append(pytest.param(source + "\n", expected + "\n", id=title))
    return found


@pytest.mark.parametrize(("source", "expected"), cases())
def test_module(source: str, expected: str) -> None:
    assert show_module(lower(walk(cst.parse_module(source)))) == expected
