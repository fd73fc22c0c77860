"""Source to try the edge of `lintel.source` on: the running interpreter's own library, and what it leaves out.

`LINTEL_WHOLE_LIBRARY=1` takes every file of the library instead of a fixed sample.
"""

import os
import sysconfig
from functools import cache
from pathlib import Path

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider

from lintel.errors import SourceError
from lintel.finding import Span
from lintel.source.parse import Parsed, parse

MAX_BYTES = 5_000_000
SAMPLE = 20

# Small files that hold what is rare: form feeds, patterns, f-strings over several lines, except*, semicolons.
ALWAYS = ("dataclasses.py", "test/test_except_star.py", "test/test_threading.py", "keyword.py", "smtplib.py")

ODD = {
    "byte order mark": b"\xef\xbb\xbffirst = call(1)\n",
    "cookie": b"# -*- coding: latin-1 -*-\nname = call('\xe9', other('\xfc'))  # \xe4\n",
    "carriage returns": b"a = f(1)\rb = g(2)  # c\r",
    "mixed line ends": b"a = f(1)\r\nb = g(2)\nc = h(3)  # d\r\n",
    "form feed before code": b"if a:\n    f(1)\n\x0c    g(2)\n\x0cdef h(): i(3)\n",
    "form feed inside the indentation": b"if a:\n  \x0c  f(1)\n  g(2)\n",
    "lines with only a backslash": b"\\\n\\\na = f(1)\n\\\nb = g(2)\n",
    "wide characters": "é = ff('ü', g('日本'), h('😀'))  # ü\n".encode(),
    "next line characters": "a = '\u2028\x85' ; b = f(1)\nc = g(2)\n".encode(),
    "no last line end": b"def f():\n    return g(1)",
    "only blanks": b"   \n\t\n",
    "nothing": b"",
    "final semicolons": b"class A:\n    def f(self):\n        g(1);\n\nfor x in y: h(2); # c\n",
    "templates": b"a = f'{g(1)!r:>{h(2)}} {{i(3)}}' 'j(4)' f'''{\nk(5)\n}'''\nb = l(6)\n",
    "nested templates": b"a = f'{g(\"#\")}' + f\"{f'{h(1)}'}\"\nb = i(2)\n",
    "new syntax": b'type A[T] = list[f(T)]\ndef g[T: (h(1), i(2))](x: T): j(3)\nk = f"{l("m")}"  # n\n',
    "elif chain": b"if a(1):\n    b(2)\nelif c(3):\n    d(4)\nelif e(5): f(6)\nelse:\n    if g(7): h(8)\n",
    "dotted imports": b"import a.b.c, d.e as f\nfrom g.h import i\nfrom . import j\nfrom k import *\nl.m.n(o.p)\n",
    "comprehensions": b"a = [f(x) for x in g(y) if h(x)]\nb = {k(x): v(x) for x in i(y)}\nc = (j(x) for x in l)\n",
    "decorators": b"@a(1)\n@b.c(2)\nasync def f(x: d(3) = e(4), /, *, y=g(5)) -> h(6):\n    async with i(7): j(8)\n",
    "except star": b"try:\n    a(1)\nexcept* b(2) as c:\n    d(3)\nexcept* e:\n    try: f(4)\n    except g: h(5)\n",
    "match": b"match a(1):\n    case b(c=1) | [d, *e] if f(2):\n        g(3)\n    case {'h': i, **j}:\n        k(4)\n",
    "parentheses": b"a = ((f)((1)))\nb = (g(1)\n     .h(2))\nc = (yield)\n",
    "lambdas and ternaries": b"a = lambda x=f(1): g(x) if h(x) else i(x)\nb = j(1) if k(2) else l(3)\n",
}


@cache
def library_files() -> tuple[Path, ...]:
    """The files to try, the same ones at every run of one interpreter."""
    top = Path(sysconfig.get_paths()["stdlib"])
    files = sorted(path for path in top.rglob("*.py") if "site-packages" not in path.parts)
    if os.environ.get("LINTEL_WHOLE_LIBRARY"):
        return tuple(files)
    small = [path for path in files if path.stat().st_size < 60_000]
    step = max(1, len(small) // SAMPLE)
    always = [top / name for name in ALWAYS if (top / name).exists()]
    return tuple(dict.fromkeys([*always, *small[::step]]))


def parsed_or_none(data: bytes) -> Parsed | None:
    try:
        return parse(data, max_bytes=MAX_BYTES)
    except SourceError:
        return None


def reference_spans(root: libcst.Module) -> dict[libcst.CSTNode, Span]:
    """What LibCST's own PositionProvider says."""
    found = MetadataWrapper(root, unsafe_skip_copy=True).resolve(PositionProvider)
    return {
        node: Span(place.start.line, place.start.column, place.end.line, place.end.column)
        for node, place in found.items()
    }
