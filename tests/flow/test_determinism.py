"""The same files have the same flows: solved twice, read in another order, in a process with another hash seed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from flowing import HANDLER, WEB, flows

from lintel.knowledge.index import Knowledge

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"

FILES = {
    "app/__init__.py": "from app.db import *\nfrom app.shapes import *\n",
    "app/db.py": (
        "import os, sqlite3\nfrom app.shapes import *\nlast = None\ndef run(text):\n    global last\n    last = text\n"
        "    sqlite3.connect('x').execute(text)\ndef shell(text): os.system(text)\n"
        "TABLE = {'run': run, 'shell': shell}\n"
    ),
    "app/shapes.py": "from app.db import *\nclass Base:\n    def go(self, x): return x\n"
    + "".join(f"class C{n}(Base):\n    def go(self, x): return 'v{n}' + x\n" for n in range(40)),
    "app/walk.py": (
        "from app import *\ndef a(x, n): return b([x], n) if n else run(x)\ndef b(x, n): return c(x[0], n - 1)\n"
        "def c(x, n):\n    for each in {x, n, 'k'}:\n        run(each)\n    return a({'x': x}['x'], n)\n"
        "def each(base: Base, x): return base.go(x)\n"
    ),
    **{
        f"app/web{n}.py": (
            f"from app.walk import a, each, run\nfrom app.db import TABLE, last\n{WEB}{HANDLER}"
            f"    a(request.args['q{n}'], int(request.args['n']))\n    run(each(None, request.form['f']))\n"
            f"    TABLE[request.args['t']](request.cookies['c'] + str({n}))\n    run(last)\n"
            "    run(','.join({request.args['a'], request.args['b'], 'c'}))\n"
        )
        for n in range(4)
    },
}


@pytest.fixture(scope="module")
def shown(knowledge: Knowledge) -> str:
    text = _told(knowledge, list(FILES))
    assert text.count(" client") > 8
    return text


def _told(knowledge: Knowledge, order: list[str]) -> str:
    """What flows where, with all steps."""
    room = flows({path: FILES[path] for path in order}, knowledge)
    return "\n".join([room.show(), *(repr(flow) for flow in room.flows.values())])


def test_twice(knowledge: Knowledge, shown: str) -> None:
    assert _told(knowledge, list(FILES)) == shown


@pytest.mark.parametrize("seed", range(6))
def test_in_another_order(knowledge: Knowledge, shown: str, seed: int) -> None:
    order = list(FILES)
    random.Random(seed).shuffle(order)
    assert _told(knowledge, order) == shown


@pytest.mark.parametrize("seed", ["0", "1", "271828"])
def test_in_another_process(shown: str, seed: str) -> None:
    """Sets of texts have another order there."""
    code = (
        "import sys; from lintel.knowledge.index import load; import test_determinism as here;"
        "sys.stdout.buffer.write(here._told(load(), list(here.FILES)).encode())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(SOURCE), str(HERE)])},
        capture_output=True,
        check=True,
        timeout=200,
    )
    assert told.stdout.decode() == shown
