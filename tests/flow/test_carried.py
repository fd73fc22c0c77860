"""What a loop carries from one round to the next: only that makes another round say more."""

from __future__ import annotations

import pytest

from lintel.facts.lower import lower
from lintel.flow import ir
from lintel.flow.carried import ANYTHING, carried
from lintel.source.module import Module

LOOPS = [
    ("for x in xs:\n    y = x + 1\n    use(y)", set()),
    ("for x in xs:\n    total += x", {"total"}),
    ("for x in xs:\n    use(last)\n    last = x", {"last"}),
    ("for x in xs:\n    last = x", set()),
    ("for x in xs:\n    if x:\n        y = 1\n    use(y)", {"y"}),
    ("for x in xs:\n    if x:\n        y = 1\n    else:\n        y = 2\n    use(y)", set()),
    ("for x in xs:\n    if x:\n        y = 1\n    else:\n        continue\n    use(y)", set()),
    ("for x in xs:\n    try:\n        y = f(x)\n    except KeyError:\n        continue\n    use(y)", set()),
    ("for x in xs:\n    try:\n        y = f(x)\n    except KeyError:\n        pass\n    use(y)", {"y"}),
    ("for x in xs:\n    with f(x) as g:\n        y = g\n    use(y)", set()),
    ("for x in xs:\n    use(y)\n    del y", {"y"}),
    ("for x in xs:\n    for z in x:\n        y = (y, z)", {"y"}),
    ("for x in xs:\n    f = lambda: y\n    y = x\n    f()", {"y"}),
    ("for x in xs:\n    if x:\n        pass\n    elif (y := f(x)):\n        pass\n    use(y)", {"y"}),
    ("for x in xs:\n    if (y := f(x)):\n        pass\n    use(y)", set()),
    ("for x in xs:\n    if x and (y := f(x)):\n        pass\n    use(y)", {"y"}),
    ("for x in xs:\n    match x:\n        case [y, 1]:\n            pass\n    use(y)", {"y"}),
    (
        "for x in xs:\n    match x:\n        case 1:\n            pass\n        case y:\n            pass\n    use(y)",
        {"y"},
    ),
    ("while go(y):\n    y = x", {"y"}),
    ("while go(x):\n    y = x\n    use(y)", set()),
]


@pytest.mark.parametrize(("loop", "names"), LOOPS)
def test_variables_that_a_round_reads_before_it_binds_them(loop: str, names: set[str]) -> None:
    """A variable that each round binds first is not carried; one that may be read before is."""
    body = "\n    ".join(loop.split("\n"))
    module = Module("a.py", f"def run(xs, y, last, total, use, f, go, x):\n    {body}\n".encode(), max_bytes=10_000)
    lowered = lower(module.walked)
    function = next(each for each in lowered.functions if each.name == "run")
    (slots,) = [
        carried(function, ins[5:6] if ins[0] == ir.FOR else (ins[2], ins[4])).slots
        for ins in function.blocks[0]
        if ins[0] in (ir.FOR, ir.WHILE)
    ]
    assert {lowered.names[function.slots[slot]] for slot in slots} == names


def test_a_loop_that_binds_variables_of_others_carries_anything() -> None:
    """Who reads such a variable is not seen in the loop."""
    source = (
        b"def f(xs):\n    last = 0\n    def g():\n        nonlocal last\n        for x in xs:\n            last = x\n"
    )
    lowered = lower(Module("a.py", source, max_bytes=10_000).walked)
    function = next(each for each in lowered.functions if each.name == "g")
    (loop,) = [ins for ins in function.blocks[0] if ins[0] == ir.FOR]
    assert ANYTHING in carried(function, loop[5:6]).slots
