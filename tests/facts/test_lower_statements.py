"""What each statement is lowered to."""

from __future__ import annotations

import textwrap

import libcst as cst
import pytest

from lintel.facts.lower import lower
from lintel.flow.text import show_module
from lintel.source.walk import walk

# One case: a title; the source; what it is lowered to, after the line of dashes.
CASES = r"""
assignment writes the register of the variable
x = y = f(a)
x = y
----
x = call ?f(a)
y = x
x = y
====
a container is never built in the variable that it reads
x = [*x, 1]
----
%0 = list
extend %0, x
add %0, 1
x = %0
====
assignment to parts
a.b = c[0] = d
----
a.b = ?d
?c[0] = ?d
====
unpacking
(x, a.b, [y, *z]) = f()
----
%0 = call ?f()
[x, %1, %2] = %0
a.b = %1
[y, *z] = %2
====
augmented assignment
x += 1
a.b -= x
a[f()] *= 2
----
x = x += 1
%0 = a.b
%1 = %0 -= x
a.b = %1
%1 = call ?f()
%0 = a[%1]
%2 = %0 *= 2
a[%1] = %2
====
annotated assignment
x: int = f()
y: List[str]
self.z: int = 1
----
x = call ?f()
annotate x: ?int
%0 = ?List[?str]
annotate y: %0
?self.z = 1
annotate ?self.z: ?int
====
if, elif, else
if a.b: x = 1
elif f(a): pass
elif c: return
else: x = 2
----
%0 = a.b
if %0
  x = 1
test
  %0 = call ?f(a)
elif %0
elif ?c
  return None
else
  x = 2
====
guard
if x not in ALLOWED: raise ValueError(x) from None
run(x)
----
%0 = x not in ?ALLOWED
if %0
  %0 = call ?ValueError(x)
  raise %0, None
%0 = call ?run(x)
====
while with else
while f(x):
    if a: break
    continue
else: g()
----
test
  %0 = call ?f(x)
while %0
  if a
    break
  continue
else
  %0 = call ?g()
====
for with targets and else
for i, a.b in f(): g(i)
else: h()
----
%0 = call ?f()
for %1 in %0
  [i, %2] = %1
  a.b = %2
  %3 = call ?g(i)
else
  %3 = call ?h()
====
try with everything
try: f()
except (A, B) as e: g(e)
except C: raise
except: return 1
else: h()
finally: i()
----
try
  %0 = call ?f()
test
  %0 = tuple ?A, ?B
except %0 as e
  %0 = call ?g(e)
  delete e
except ?C
  raise -, -
except -
  return 1
else
  %0 = call ?h()
finally
  %0 = call ?i()
====
exception group
try: f()
except* A as e: pass
----
try
  %0 = call ?f()
except* ?A as e
  delete e
====
with
with open(a) as f, b() as (x, y), c: g()
----
%0 = call ?open(a)
f = enter %0
%1 = call ?b()
%2 = enter %1
[x, y] = %2
%3 = enter ?c
with %0, %1, ?c
  %4 = call ?g()
====
match on values, classes and sequences
match a.b:
    case "x" | 1: f()
    case None: g()
    case Point(0, y=Inner(z)) if z: h(z)
    case [first, 2, *rest]: i()
    case {"k": v, **others}: j()
    case (1 | 2) as n: k()
    case other: l()
----
%0 = a.b
%1 = %0 == 'x'
or block of %2
  %2 = %0 == 1
%3 = %1 or %2
case %3
  %1 = call ?f()
test
  %1 = %0 is None
case %1
  %1 = call ?g()
test
  %1 = match class %0, ?Point, 1, y
  and block of %3
    %2 = match positional %0, ?Point, 0
    %3 = %2 == 0
  and block of %7
    %4 = %0.y
    %5 = match class %4, ?Inner, 1
    and block of True
      %6 = match positional %4, ?Inner, 0
      z = %6
    %7 = %5 and True
  %8 = %1 and %3 and %7
  %9 = %8 and z
case %9
  %1 = call ?h(z)
test
  %1 = match sequence %0, 2, 1
  and block of True
    [%2, %3, *%4] = %0
  and block of True
    first = %2
  and block of %5
    %5 = %3 == 2
  and block of True
    rest = %4
  %6 = %1 and True and True and %5 and True
case %6
  %1 = call ?i()
test
  %1 = match mapping %0, 'k'
  and block of True
    %2 = %0['k']
    v = %2
  and block of True
    %3 = match rest %0, 'k'
    others = %3
  %4 = %1 and True and True
case %4
  %1 = call ?j()
test
  %1 = %0 == 1
  or block of %2
    %2 = %0 == 2
  %3 = %1 or %2
  and block of True
    n = %0
  %4 = %3 and True
case %4
  %1 = call ?k()
test
  other = %0
case True
  %1 = call ?l()
====
assert
assert a, f"{b}"
assert isinstance(a, int)
----
assert a else %0
  %0 = fstring ?b
%0 = call ?isinstance(a, ?int)
assert %0 else -
====
delete
del x, a.b, a[0], (y, z)
----
delete x
delete a.b
delete a[0]
delete y
delete z
====
raise
raise
raise A(b)
----
raise -, -
%0 = call ?A(?b)
raise %0, -
====
docstrings and dots leave nothing
"doc"
...
pass
f()
----
%0 = call ?f()
"""


def cases() -> list[object]:
    found = []
    for case in CASES.strip("\n").split("\n====\n"):
        head, expected = case.split("\n----\n")
        title, source = head.split("\n", 1)
        found.append(pytest.param(source + "\n", expected + "\n", id=title))
    return found


@pytest.mark.parametrize(("source", "expected"), cases())
def test_statement(source: str, expected: str) -> None:
    lines = textwrap.indent(source, "    ")
    module = lower(walk(cst.parse_module(f"def here(x, y, a):\n{lines}")))
    text = show_module(module).split("\n\n", 1)[1]
    first, *others = text.split("\n\n")
    _, _, body = first.partition("\n")
    assert "\n".join([textwrap.dedent(body).rstrip("\n"), *others]).rstrip("\n") + "\n" == expected
