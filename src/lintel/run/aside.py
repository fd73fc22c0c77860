"""A call made in a copy of this process while this one goes on, where that is safe; elsewhere it is made afterwards.

A program that has been linked is large, and a copy made by forking has all of it at once. Nothing but speed depends on
the copy: whatever becomes of it, the call gives its answer here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NoReturn

from lintel.run.beginnings import interrupt_held, quickest_safe, start_worker

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Call = Callable[[], bytes]


@contextlib.contextmanager
def made_aside(call: Call, jobs: int) -> Iterator[Call]:
    """Begin a call; what is given asks for its answer, and waits for it.

    With one job, where this process may not be copied now, and where the copy dies, the call is made when its answer is
    asked for. The copy ends with the context, and with this process.
    """
    import multiprocessing

    connection = None
    with contextlib.suppress(OSError):  # no memory, or no more processes allowed
        if jobs > 1 and not multiprocessing.current_process().daemon and quickest_safe() == "fork":
            with interrupt_held():
                process, connection = start_worker("fork", _answer, call)
    if connection is None:
        yield call
        return
    try:
        yield lambda: _heard(connection) or call()
    finally:
        with interrupt_held():
            process.kill()
            process.join()
            process.close()
            connection.close()


def _heard(connection: Connection) -> bytes | None:
    """What the copy says, None where it died."""
    with contextlib.suppress(EOFError, OSError):
        return connection.recv_bytes()
    return None


def _answer(connection: Connection, call: Call) -> NoReturn:
    """Be the copy: make the call, say what came of it, and end."""
    from lintel.run.worker_loop import leave, set_apart

    set_apart()
    connection.send_bytes(call())
    leave()
