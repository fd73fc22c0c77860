"""How worker processes come into being: what is quick and safe on this system, at this moment.

Loading LibCST and the rules takes longer than judging fifty files. A fork server loads them once, while the parent
still looks for files, and all workers are copies of it. Whoever is started afresh must not find modules in the working
folder, which `python -c` would offer it: there lies the code under analysis.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from multiprocessing.context import DefaultContext

StartMethod = Literal["fork", "spawn", "forkserver"]

WORKER_MODULE = "lintel.engines.native.worker_process"
"""What worker processes import before all else, by name only: to import it here would load LibCST in the parent."""

_SAFE_PATH = "PYTHONSAFEPATH"  # https://docs.python.org/3/using/cmdline.html#envvar-PYTHONSAFEPATH


def begin_early(preparation: str) -> StartMethod | None:
    """Let a fork server import the module `preparation` from now on, in the background.

    Returns how workers should then be started; None where there is no such server to be had. It ends with this process.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods() or multiprocessing.current_process().daemon:
        return None
    from multiprocessing import forkserver

    forkserver.set_forkserver_preload([preparation])
    try:
        with interrupt_held(), beginning_alone():
            forkserver.ensure_running()
    except OSError:  # no more processes allowed: whoever needs one will say so
        return None
    return "forkserver"


def context_for(method: StartMethod | None) -> DefaultContext:
    """The context of the start method that is asked for, or of the quickest one that is safe now."""
    return cast("DefaultContext", multiprocessing.get_context(method or _quickest_safe()))


def _quickest_safe() -> StartMethod:
    """Choose fork where no thread could hold a lock at that moment; else a fresh interpreter."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return "spawn"
    for _ in range(20):
        if len(os.listdir("/proc/self/task")) == 1:  # noqa: PTH208 - names are all that is wanted
            return "fork"
        time.sleep(0.001)  # a thread that was joined may still be on its way out
    return "spawn"


@contextlib.contextmanager
def interrupt_held() -> Iterator[None]:
    """Put Ctrl-C off until all processes are accounted for; one that is started meanwhile inherits that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def beginning_alone() -> Iterator[None]:
    """Interpreters started meanwhile run no code but ours: nothing from the working folder, nor the calling program.

    Where it does not fork, `multiprocessing` runs the file of `__main__` again in each process that it starts, and a
    program without `if __name__ == "__main__"` would start all over.
    """
    before, program = os.environ.get(_SAFE_PATH), sys.modules["__main__"]
    os.environ[_SAFE_PATH] = "1"
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before
