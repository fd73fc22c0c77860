"""Tasks for the tests of the pool; an item says what happens, as in `sleep 5` or `signal SEGV`. Run in workers."""

from __future__ import annotations

import gc
import os
import re
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def start(argument: bytes) -> Callable[[str], bytes]:
    """Make the task; `argument` is a folder in which the task notes what it opened."""
    folder = Path(argument.decode())
    hoard: list[bytes] = []

    def task(item: str) -> bytes:
        word, _, rest = item.partition(" ")
        with (folder / "opened").open("a") as file:
            file.write(f"{os.getpid()} {item}\n")
        if word == "exit":
            os._exit(int(rest))
        elif word == "signal":
            signal.raise_signal(getattr(signal, f"SIG{rest}"))
        elif word == "sleep":
            time.sleep(float(rest))
        elif word == "hold":  # holds the interpreter's lock for years
            re.match(r"(a+)+$", "a" * 100 + "b")
        elif word == "raise":
            raise ValueError(rest)
        elif word == "big":
            return b"x" * int(rest)
        elif word == "print":
            print(rest)
            print(rest, file=sys.stderr, flush=True)
            os.write(1, rest.encode())
            os.write(2, rest.encode())
        elif word == "once":  # dies at the first attempt only
            mark = folder / f"mark-{rest}"
            if not mark.exists():
                mark.touch()
                os._exit(9)
        elif word == "hoard":
            hoard.append(b"x" * int(rest))
        elif word == "deep":
            return str(depth(int(rest))).encode()
        elif word == "state":
            state = (gc.isenabled(), gc.get_freeze_count() > 0, threading.current_thread().name)
            return repr(state).encode()
        return f"{item} by {os.getpid()}".encode()

    return task


def start_echo(argument: bytes) -> Callable[[str], bytes]:
    """Answer the item itself."""
    return lambda item: item.encode("utf-8", "surrogatepass")


def start_broken(argument: bytes) -> Callable[[str], bytes]:
    """Fail to start."""
    raise RuntimeError(f"cannot start with {argument.decode()}")


def start_prepared(_: bytes) -> Callable[[str], bytes]:
    """A task that says which process loaded the preparation."""
    preparation = sys.modules.get("pool_preparation")
    by = "not prepared" if preparation is None else f"prepared by {preparation.PROCESS}"
    return lambda _: by.encode()


def pool(folder: str, items: list[str]) -> None:
    """Run a pool over these items in whatever process this is."""
    from lintel.run.worker_loop import Work
    from lintel.run.workers import run_pool

    outcomes = list(run_pool(items, Work("pool_tasks:start", folder.encode()), jobs=2))
    assert sorted(outcome.item for outcome in outcomes if outcome.failure is None) == sorted(items)


def depth(levels: int) -> int:
    """Recurse so many levels."""
    return 0 if levels == 0 else 1 + depth(levels - 1)
