"""How worker processes come into being: what is quick and safe on this system, at this moment.

Loading LibCST and the rules takes longer than judging fifty files. A process that has begun early loads them once,
while the parent still looks for files, and all workers are copies of it. Whoever is started afresh must not find
modules in the working folder, which `python -c` would offer it: there lies the code under analysis.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from lintel.run.zygote import Zygote

StartMethod = Literal["fork", "spawn", "forkserver"]
Beginning: TypeAlias = "StartMethod | Zygote"
"""How workers are started: a method of `multiprocessing`, or as copies of a process that has begun early."""

WORKER_MODULE = "lintel.engines.native.worker_process"
"""What worker processes import before all else, by name only: to import it here would load LibCST in the parent."""

_SAFE_PATH = "PYTHONSAFEPATH"  # https://docs.python.org/3/using/cmdline.html#envvar-PYTHONSAFEPATH


class WorkerProcess(Protocol):
    """What a pool asks of the process of a worker, as `multiprocessing.Process` offers it."""

    @property
    def exitcode(self) -> int | None:
        """What it ended with, a negative number for a signal; None while it runs."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end."""

    def kill(self) -> None:
        """End it at once."""

    def close(self) -> None:
        """Give its resources back."""


def begin_early(preparation: str) -> Beginning | None:
    """Let a process import the module `preparation` from now on, in the background, for workers to be copies of it.

    Returns how workers should then be started; None where there is no such process to be had. It ends with this one,
    and there is one of them however often it is asked for.
    """
    import multiprocessing

    if multiprocessing.current_process().daemon:
        return None
    begun = (preparation, os.getpid())  # a copy of this process needs one of its own
    try:
        if begun not in _zygotes and quickest_safe() == "fork":
            from lintel.run.zygote import Zygote

            with interrupt_held():
                _zygotes[begun] = Zygote(preparation)
        return _zygotes.get(begun) or _fork_server(preparation)
    except OSError:  # no more processes allowed: whoever needs one will say so
        return None


def end_begun() -> None:
    """Let the processes end that this one began early, and keep nothing of them; where it goes on without workers."""
    for begun in [each for each in _zygotes if each[1] == os.getpid()]:
        _zygotes.pop(begun).close()


_zygotes: dict[tuple[str, int], Zygote] = {}


def _fork_server(preparation: str) -> StartMethod | None:
    import multiprocessing

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return None
    from multiprocessing import forkserver

    forkserver.set_forkserver_preload([preparation])
    with interrupt_held(), beginning_alone():
        forkserver.ensure_running()
    return "forkserver"


def start_worker(
    beginning: Beginning | None, target: Callable[[Connection, Any], None], argument: object
) -> tuple[WorkerProcess, Connection]:
    """Start a process that calls `target(connection, argument)`: it, and our end of the connection.

    None means the quickest way that is safe now, and so does a zygote that has gone. Both are sent, so `target` must be
    a function of a module. Raises OSError where no process can be started.
    """
    if beginning is not None and not isinstance(beginning, str):
        with contextlib.suppress(OSError):
            return beginning.start(target, argument)
        beginning = None
    import multiprocessing

    context = multiprocessing.get_context(beginning or quickest_safe())
    ours, theirs = context.Pipe()
    with beginning_alone(), theirs:
        process = context.Process(target=target, args=(theirs, argument), name="lintel-worker", daemon=True)  # type: ignore[attr-defined]
        try:
            process.start()
        except OSError:
            ours.close()
            raise
    return process, ours


def quickest_safe() -> StartMethod:
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
