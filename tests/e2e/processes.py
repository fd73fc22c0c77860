"""What the tests of processes share: an environment, a large tree, and who is alive."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
STARTED_BY = """\
import multiprocessing
import sys

from flake8.main.cli import main

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop(1))
    raise SystemExit(main())
"""
"""A program that is flake8, but starts its processes by the method that it is given."""
COUNTED = """\
import os

import lintel.assemble

original = lintel.assemble.check


def counted(request):
    with open({notes!r}, "a") as file:
        file.write("judged\\n")
    return original(request)


lintel.assemble.check = counted
"""
"""What notes each judgement, wherever it is made."""
UNPRIVILEGED = """\
import ctypes
import os
import sys

DROP_FROM_BOUNDING_SET, DAC_OVERRIDE, DAC_READ_SEARCH = 24, 1, 2  # linux/prctl.h, linux/capability.h
for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
    if ctypes.CDLL(None, use_errno=True).prctl(DROP_FROM_BOUNDING_SET, capability, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a command as a root whom permissions bind as they bind everybody else."""


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


def unprivileged(*arguments: str) -> list[str]:
    """The command that runs this Python with these arguments, so that what may not be written cannot be written.

    Root may write everywhere. To become somebody else is no way out: the interpreter may lie in root's own home.
    """
    command = [sys.executable, *arguments]
    return command if os.geteuid() else [sys.executable, "-I", "-c", UNPRIVILEGED, *command]


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write from everything in a folder, and give it back."""
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
