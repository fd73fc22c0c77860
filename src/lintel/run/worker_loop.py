"""What a worker process does: announce, work, answer, and never outlive the process that started it.

An answer is also the announcement of the next item of the batch: the first item without an answer is the one that is
open. So the parent knows at every moment whom to blame, for one message an item.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import importlib
import math
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import connection as pipes
from pathlib import Path
from typing import NamedTuple, NoReturn

READY, DONE, LEAVING, RAISED = b"R", b"D", b"L", b"X"

Task = Callable[[str], bytes]

_COLLECT_AFTER = 64 * 1024 * 1024  # growth since the last collection that makes looking for cycles worth while
_REASON_LENGTH = 300


class Work(NamedTuple):
    """What to do with items: `start` names "package.module:function"; called with `argument`, it makes the task.

    `preparation` names a module that worker processes import before, and no other process ever does.
    """

    start: str
    argument: bytes
    preparation: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is told when it starts; seconds an item, and bytes after which it is replaced."""

    work: Work
    time_limit: float
    resident_cap: int


def serve(connection: pipes.Connection, order: Order) -> None:
    """Answer batches of items until told to stop; the process ends here."""
    set_apart()
    from lintel.source.deep import with_deep_stack

    with contextlib.suppress(EOFError):  # the parent has gone
        with_deep_stack(_work, connection, order)
    leave()


def set_apart() -> None:
    """Make this process one that works for another, and ends with it."""
    gc.freeze()  # what a fork brought along is shared with the parent: looking at it would copy it
    _isolate()
    _follow_parent()


def leave() -> NoReturn:
    """End this process: nothing here needs tidying, and tidying a large heap takes longer than the parent can wait."""
    os._exit(0)


def make_task(work: Work) -> Task:
    """Make the task that is named."""
    module, _, function = work.start.partition(":")
    task: Task = getattr(importlib.import_module(module), function)(work.argument)
    return task


def _work(connection: pipes.Connection, order: Order) -> None:
    with _last_words(connection):
        if order.work.preparation is not None:
            importlib.import_module(order.work.preparation)
        task = make_task(order.work)
    gc.collect()
    gc.freeze()
    gc.disable()
    memory = _Memory(order.resident_cap)
    connection.send_bytes(READY)
    while (batch := connection.recv()) is not None:
        for item in batch:
            _set_alarm(order.time_limit)
            with _last_words(connection):
                value = task(item)
            _set_alarm(0)
            leaving = memory.is_full()
            connection.send_bytes((LEAVING if leaving else DONE) + value)
            if leaving:
                return


@contextlib.contextmanager
def _last_words(connection: pipes.Connection) -> Iterator[None]:
    """Say what was raised before dying of it: after an unforeseen exception no state of this process is trusted."""
    try:
        yield
    except BaseException as error:
        text = f"{type(error).__name__}: {error}".partition("\n")[0][:_REASON_LENGTH]
        connection.send_bytes(RAISED + text.encode("utf-8", "backslashreplace"))
        raise


def _set_alarm(time_limit: float) -> None:
    """Let the system end this process if an item holds it twice too long and no parent is left to do so."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(time_limit * 2))


def _isolate() -> None:
    """Leave signals, output and core files of the terminal to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP", "SIGALRM", "SIGUSR1", "SIGUSR2"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    faulthandler.disable()  # the parent's, which would write where the parent writes
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open while the process is
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _follow_parent() -> None:
    """End with the parent that `multiprocessing` knows of; a zygote's children follow another (`end_with`)."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        end_with(parent.sentinel, parent.pid if os.getppid() == parent.pid else None)


def end_with(sentinel: int, parent: int | None = None) -> None:
    """End this process when the sentinel is readable, however the process ends that holds its other end open.

    Under fork the sentinel may be held open by brothers, so the parent's number is looked at too, where it is given.
    """

    def watch() -> None:
        while not pipes.wait([sentinel], timeout=1.0) and parent in {None, os.getppid()}:
            pass
        os._exit(1)

    threading.Thread(target=watch, name="lintel-follow-parent", daemon=True).start()


class _Memory:
    """Watches how large this process has become; the collector is off, so it also says when to collect."""

    def __init__(self, cap: int) -> None:
        self._cap = cap
        self._seen = _resident()

    def is_full(self) -> bool:
        if _resident() < self._seen + _COLLECT_AFTER:
            return False
        gc.collect()
        self._seen = _resident()
        return self._seen > self._cap


def _resident() -> int:
    """Bytes of memory this process holds (on systems without /proc: ever held; on Windows unknown, 0)."""
    with contextlib.suppress(OSError), open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123 - quick
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
