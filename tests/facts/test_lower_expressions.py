"""What each expression is lowered to."""

from __future__ import annotations

import textwrap

import libcst as cst
import pytest

from lintel.facts.lower import lower
from lintel.flow.text import show_module
from lintel.source.walk import walk

# One case: a title; the source; what it is lowered to, after the line of dashes.
CASES = r"""
call with positional and keyword arguments
return f(a, 1, key=b)
----
%0 = call ?f(a, 1, key=b)
return %0
====
call with unpacked arguments keeps their order
return f(a, *b, k=1, **c)
----
%0 = call ?f(a, *b, k=1, **c)
return %0
====
method call is one instruction
return a.b.c(1)
----
%0 = a.b
%1 = call %0.c(1)
return %1
====
method call with unpacked arguments
return a.b(*c)
----
%0 = a.b
%1 = call %0(*c)
return %1
====
chain of calls, attributes and subscripts
return a.b(1).c[0].d
----
%0 = call a.b(1)
%1 = %0.c
%2 = %1[0]
%3 = %2.d
return %3
====
arithmetic, left to right
return a + b * 2 - -1
----
%0 = b * 2
%1 = a + %0
%2 = %1 - -1
return %2
====
unary operators; the sign of a number is part of it
return (-a, ~a, +a, not a, -1, -2.5)
----
%0 = -a
%1 = ~a
%2 = +a
%3 = not a
%4 = tuple %0, %1, %2, %3, -1, -2.5
return %4
====
comparison
return a not in b
----
%0 = a not in b
return %0
====
chained comparison evaluates each operand once
return a < f() <= b
----
%0 = call ?f()
%1 = a < %0
and block of %2
  %2 = %0 <= b
%3 = %1 and %2
return %3
====
and, or: one instruction for a chain, blocks for what may not run
return a and b.c and d or f()
----
and block of %0
  %0 = b.c
%1 = a and %0 and d
or block of %2
  %2 = call ?f()
%3 = %1 or %2
return %3
====
conditional expressions in a row
return a if b else c.d if f() else 2
----
when b: a
test
  %0 = call ?f()
when %0: %1
  %1 = c.d
otherwise: 2
%2 = select
return %2
====
walrus
return f((n := a.b), n)
----
%0 = a.b
n = %0
%1 = call ?f(n, n)
return %1
====
walrus to the right of a use: the use is copied before
return f(a, (a := 1))
----
%0 = a
a = 1
%1 = call ?f(%0, 1)
return %1
====
displays
return [a, 1], (a,), {a, b}, {"k": a, b: 2}
----
%0 = list a, 1
%1 = tuple a
%2 = set a, b
%3 = dict 'k': a, b: 2
%4 = tuple %0, %1, %2, %3
return %4
====
displays with unpacking are built in steps
return [a, *b, c]
----
%0 = list a
extend %0, b
add %0, c
return %0
====
dictionary with unpacking
return {"k": 1, **a, b: c}
----
%0 = dict 'k': 1
merge %0, a
add pair %0, b, c
return %0
====
slices and tuples as keys
return a[1:b], a[::2, 0], a[b,]
----
%0 = slice 1, b, -
%1 = a[%0]
%2 = slice -, -, 2
%3 = tuple %2, 0
%4 = a[%3]
%5 = tuple b
%6 = a[%5]
%7 = tuple %1, %4, %6
return %7
====
f-string: parts, conversions, nested format specs
return f"x{a}{{y}}{b!r}{c:>{n}.2f}"
----
%0 = format b!r
%1 = fstring '>', n, '.2f'
%2 = format c : %1
%3 = fstring 'x', a, '{y}', %0, %2
return %3
====
f-string that shows its expression
return f"{a.b = }{c=:>3}"
----
%0 = a.b
%1 = format %0!r
%2 = format c : '>3'
%3 = fstring 'a.b = ', %1, 'c=', %2
return %3
====
f-string of constants only is a constant
return f("{{a}}", f"{{a}}" "b")
----
%0 = call ?f('{{a}}', '{a}b')
return %0
====
implicit concatenation
return "a" f"{b}" r"\n" "\n"
----
%0 = concat 'a', b, '\\n', '\n'
return %0
====
bytes
return b"\x00" b"a\n"
----
return b'\x00a\n'
====
constants
return (None, True, 1, 0x10, 1_0.5, 2j, ..., "é", "\ud800", 99999999999999999999)
----
%0 = tuple None, True, 1, 16, 10.5, 2j, Ellipsis, 'é', '\ud800', 99999999999999999999
return %0
====
percent and format stay what they are
return "%s" % a + "{}".format(b) + ",".join(c)
----
%0 = '%s' % a
%1 = call '{}'.format(b)
%2 = %0 + %1
%3 = call ','.join(c)
%4 = %2 + %3
return %4
====
list comprehension
return [x.y for x in a if x if b]
----
%0 = list comp
  for x in a
    if x
      if b
        %1 = x.y
        add %0, %1
return %0
====
comprehension with several loops and targets
return {k: v for k, (v, *w) in a for z in v}
----
%0 = dict comp
  for %1 in a
    [k, %2] = %1
    [v, *w] = %2
    for z in v
      add pair %0, k, v
return %0
====
generator and set comprehension
return f(x for x in a) and {x for x in b}
----
%0 = generator
  for x'5 in a
    add %0, x'5
%1 = call ?f(%0)
and block of %2
  %2 = set comp
    for x'6 in b
      add %2, x'6
%3 = %1 and %2
return %3
====
lambda
return f(lambda x, *y, z=a: x + b)
----
%0 = lambda 2(z=a)
%1 = call ?f(%0)
return %1
lambda(x, *y, z) captures here::b
  %0 = x + here::b
  return %0
"""


def cases() -> list[object]:
    found = []
    for case in CASES.strip("\n").split("\n====\n"):
        head, expected = case.split("\n----\n")
        title, source = head.split("\n", 1)
        found.append(pytest.param(source + "\n", expected + "\n", id=title))
    return found


@pytest.mark.parametrize(("source", "expected"), cases())
def test_expression(source: str, expected: str) -> None:
    lines = textwrap.indent(source, "    ")
    module = lower(walk(cst.parse_module(f"def here(a, b, c, d, n):\n{lines}")))
    text = show_module(module).split("\n\n", 1)[1]
    first, *others = text.split("\n\n")
    _, _, body = first.partition("\n")
    assert "\n".join([textwrap.dedent(body).rstrip("\n"), *others]).rstrip("\n") + "\n" == expected
