"""Nodes made without checks are the nodes that LibCST makes; and only a process that asked for them has them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import libcst as cst
import pytest

SAME = """\
import sys
from pathlib import Path
import libcst as cst
from lintel.source.construction import construct_quickly

texts = [Path(name).read_bytes() for name in sys.argv[1:]]
slow = [cst.parse_module(text) for text in texts]
by_hand = cst.Call(cst.Name("f"), [cst.Arg(cst.Integer("1"))])
construct_quickly()
for text, before in zip(texts, slow):
    now = cst.parse_module(text)
    assert now.code.encode() == text
    assert now.deep_equals(before)
assert cst.Call(cst.Name("f"), [cst.Arg(cst.Integer("1"))]).deep_equals(by_hand)
assert cst.Call(func=cst.Name("f")).args == ()
print("the same")
"""


def test_trees_and_nodes_made_by_hand_are_the_same(tmp_path: Path) -> None:
    import argparse
    import dataclasses
    import typing

    files = [str(module.__file__) for module in (argparse, dataclasses, typing)]
    new = tmp_path / "new.py"
    new.write_text(
        "match a:\n    case {'b': [c, *_], **rest} if (d := c): pass\n"
        "async def f[T: int](*, a: T = 1, **k) -> T:\n    async with a as b, c: yield await b\n"
        "try: pass\nexcept* E as e: raise A from e\nlambda a, /, *b: f'{a!r:>{b}}'  # end\n",
        encoding="utf-8",
    )
    finished = subprocess.run(
        [sys.executable, "-c", SAME, *files, str(new)], capture_output=True, text=True, check=False
    )
    assert (finished.stdout, finished.stderr) == ("the same\n", "")


SHAPES = """\
import dataclasses, hashlib, sys
from pathlib import Path

sys.setrecursionlimit(10_000)
if sys.argv[1] == "quickly":
    from lintel.source.construction import construct_quickly
    construct_quickly()
    assert "libcst" in sys.modules and dataclasses.dataclass.__module__ == "dataclasses"
import libcst as cst

def shape(node):
    if not isinstance(node, cst.CSTNode):
        return [shape(each) for each in node] if isinstance(node, (list, tuple)) else repr(node)
    return type(node).__name__, [(each.name, shape(getattr(node, each.name))) for each in dataclasses.fields(node)]

trees = [cst.parse_module(Path(name).read_bytes()) for name in sys.argv[2:]]
trees.append(cst.Call(cst.Name("f"), [cst.Arg(cst.Integer("1"))]))
print(hashlib.sha256(str([shape(tree) for tree in trees]).encode()).hexdigest())
print(cst.Name("a") == cst.Name("a"), len({cst.Name("a"), cst.Name("a")}))
cst.Name("a").value = "b"
"""


def test_libcst_imported_by_us_makes_the_same_trees_and_lets_them_change() -> None:
    import argparse
    import typing

    def run(how: str) -> subprocess.CompletedProcess[str]:
        files = [str(module.__file__) for module in (argparse, typing)]
        return subprocess.run([sys.executable, "-c", SHAPES, how, *files], capture_output=True, text=True, check=False)

    quickly, checked = run("quickly"), run("checked")
    assert quickly.stdout == checked.stdout
    assert quickly.stdout.endswith("False 2\n")
    assert quickly.stderr == ""
    assert "FrozenInstanceError" in checked.stderr


def test_here_nodes_are_still_checked_and_frozen() -> None:
    with pytest.raises(cst.CSTValidationError):
        cst.Name("")
    with pytest.raises(AttributeError):
        cst.Name("a").value = "b"  # type: ignore[misc]
