"""A process that workers are copied from, and itself a copy of this one: ready before any fresh interpreter is.

The fork server of `multiprocessing` is a new interpreter that loads again what is loaded here, next to a second one
that tracks resources: on two cores they keep each other, and the parent, from their work for a tenth of a second. Where
this process may be forked, a copy of it made at the very start does the same and costs nothing. (The term is Android's
and Chromium's.) The copy ends with this process, and so do all workers.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import socket
from collections.abc import Callable
from multiprocessing import connection as pipes
from types import FrameType
from typing import Any, NoReturn

_WORKER_MODULES = ("lintel.run.worker_loop",)
_REQUEST = b"w"
_UNKNOWN = 255  # as `multiprocessing.popen_forkserver` has it


class Child:
    """A worker as the zygote tells of it; the part of `multiprocessing.Process` that a pool takes."""

    def __init__(self, news: pipes.Connection) -> None:
        self._news = news
        self._pid: int | None = None
        self._code: int | None = None

    @property
    def exitcode(self) -> int | None:
        """What it ended with, as `multiprocessing.Process.exitcode`; None while it runs.

        255 where no one can tell, because the zygote has gone: it may be running still.
        """
        self._listen(0.0)
        return self._code

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end, at most `timeout` seconds."""
        self._listen(timeout)

    def kill(self) -> None:
        """End it at once, whatever it does; nothing happens where it has ended."""
        if self._pid is None:
            self._hear()
        if self.exitcode in {None, _UNKNOWN} and self._pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def close(self) -> None:
        """Give its resources back; not to be used afterwards."""
        self._news.close()

    def _listen(self, timeout: float | None) -> None:
        while self._code is None and self._news.poll(timeout):
            self._hear()

    def _hear(self) -> None:
        """Take the next news: first the number of the process, then what it ended with."""
        try:
            said = self._news.recv()
        except (EOFError, OSError):
            self._code = _UNKNOWN
            return
        if self._pid is None:
            self._pid = said
        else:
            self._code = said


class Zygote:
    """The process that workers are copied from; it ends with this process, and so do its copies.

    Make it only where no thread runs that could hold a lock.
    """

    def __init__(self, preparation: str) -> None:
        """Fork this process; the copy imports the module `preparation`. Raises OSError where it cannot be forked."""
        self._requests, theirs = socket.socketpair()
        follow, self._alive = pipes.Pipe(duplex=False)  # nothing is ever sent: it is there as long as this is
        self._pid = os.fork()
        if self._pid == 0:
            try:
                self._requests.close()
                self._alive.close()
                _tend(theirs, follow.fileno(), preparation)
            finally:
                os._exit(1)
        theirs.close()
        follow.close()

    def start(
        self, target: Callable[[pipes.Connection, Any], None], argument: object
    ) -> tuple[Child, pipes.Connection]:
        """Start a worker that calls `target(connection, argument)`: it, and our end of the connection.

        Both are sent, so `target` must be a function of a module. Raises OSError where the zygote has gone.
        """
        ours, theirs = pipes.Pipe()
        news, told = pipes.Pipe(duplex=False)
        with theirs, told:
            socket.send_fds(self._requests, [_REQUEST], [theirs.fileno(), told.fileno()])
        with contextlib.suppress(OSError):  # it ended: that is seen where its answer is waited for
            ours.send((target, argument))
        return Child(news), ours

    def close(self) -> None:
        """Let it end before this process does, and its copies with it; waits for that."""
        self._requests.close()
        self._alive.close()
        os.waitpid(self._pid, 0)


def _tend(requests: socket.socket, follow: int, preparation: str) -> None:
    """Load what workers need, then copy this process whenever asked, and tell what became of the copies."""
    _keep_quiet()
    for module in (*_WORKER_MODULES, preparation):
        with contextlib.suppress(ImportError):  # the worker will try again, and say why it cannot
            importlib.import_module(module)
    ended, tell = os.pipe()
    os.set_blocking(tell, False)
    signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, _do_nothing)
    children: dict[int, pipes.Connection] = {}
    while True:
        ready = pipes.wait([requests, ended])
        if ended in ready:
            os.read(ended, 4096)
            _bury(children)
        if requests in ready:
            said, handles, *_ = socket.recv_fds(requests, len(_REQUEST), 2)
            if not said:  # the parent has gone
                os._exit(0)
            _copy(children, handles, follow, (requests.fileno(), ended, tell))


def _copy(children: dict[int, pipes.Connection], handles: list[int], follow: int, ours: tuple[int, ...]) -> None:
    """Fork a worker; handles are its end of the connection and what its news go to."""
    connection, news = pipes.Connection(handles[0]), pipes.Connection(handles[1], readable=False)
    try:
        pid = os.fork()
    except OSError:  # no memory, or no more processes allowed: the parent sees that both pipes end
        news.close()
        connection.close()
        return
    if pid == 0:
        try:
            for each in (*children.values(), news):
                each.close()
            _work(connection, follow, ours)
        finally:
            os._exit(1)
    connection.close()
    children[pid] = news
    with contextlib.suppress(OSError):  # no one may want to know any more
        news.send(pid)


def _work(connection: pipes.Connection, follow: int, not_mine: tuple[int, ...]) -> NoReturn:
    from lintel.run.worker_loop import end_with

    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for handle in not_mine:
        os.close(handle)
    end_with(follow)
    target, argument = connection.recv()
    target(connection, argument)
    os._exit(0)


def _bury(children: dict[int, pipes.Connection]) -> None:
    """Tell what ended children ended with; what was loaded may have had children of its own."""
    while children:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        news = children.pop(pid, None)
        if news is not None:
            with news, contextlib.suppress(OSError):
                news.send(os.waitstatus_to_exitcode(status))


def _keep_quiet() -> None:
    """Leave the terminal to the parent: its signals, and the pipes that whoever reads them waits to see closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _do_nothing(number: int, frame: FrameType | None) -> None:
    """Stand as a handler, so that the signal is noticed."""
