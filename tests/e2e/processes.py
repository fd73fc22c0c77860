"""What the tests of processes share: an environment, a large tree, and who is alive."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOP = ROOT / "examples" / "shop"

MAIN = """\
if __name__ == "__main__":
    from lintel.faces.cli import main

    main()
"""
STARTING = "import lintel.run.beginnings as beginnings\nbeginnings.begin_early = lambda _: {!r}\n" + MAIN
"""A program that is Lintel, but starts its workers by a given method whatever the circumstances."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that imports Lintel from this checkout."""
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    path = os.pathsep.join((str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])))
    return {**kept, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **more}


def large_tree(folder: Path, files: int) -> None:
    """A tree whose judgement takes some seconds; every file has a finding of its own."""
    body = "".join(
        f"    value_{number} = call_{number}(order, name='text', rate={number} * 2 + order.price)\n"
        for number in range(150)
    )
    for number in range(files):
        path = folder / f"package_{number % 10}" / f"module_{number}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# TODO: number {number}\ndef charge_{number}(order):\n{body}", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.lintel]\nfail-on = 'warning'\n", encoding="utf-8")


def members(group: int) -> list[int]:
    """The processes of a group that are alive."""
    lines = subprocess.run(["ps", "-eo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in lines.splitlines()]
    return [int(pid) for pid, pgid, state in rows if int(pgid) == group and not state.startswith("Z")]


def until(condition: Callable[[], object], patience: float = 60.0) -> None:
    """Wait for something that other processes do."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)
