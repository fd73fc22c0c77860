"""The pool: items worked on in other processes, whose death costs an item a second try and the run nothing.

A native parser can end its process, a file can hold it for ever. Who dies or stalls over an item is replaced; the item
is tried once more when all others are done, alone in a fresh process with twice the time, and then reported by name.
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import connection as pipes
from typing import Literal, NamedTuple, Self

from lintel.errors import LintelError
from lintel.finding import Failure
from lintel.run.beginnings import Beginning, WorkerProcess, interrupt_held, start_worker
from lintel.run.worker_loop import DONE, LEAVING, RAISED, READY, Order, Work, make_task, serve

DEFAULT_TIME_LIMIT = 60.0
DEFAULT_RESIDENT_CAP = 400 * 1024 * 1024

_START_LIMIT = 120.0
_STARTS_TRIED = 3
_BATCH_SECONDS = 0.05
_BATCH_ITEMS = 64
_OVERSLEPT = 5.0


class Outcome(NamedTuple):
    """What became of one item: the task's bytes, or the failure of kind `crashed` or `stalled`."""

    item: str
    value: bytes | None
    failure: Failure | None


def _nothing() -> None:
    """What a caller does meanwhile who has nothing to get ready."""


def run_pool(
    items: Sequence[str],
    work: Work,
    *,
    jobs: int,
    time_limit: float = DEFAULT_TIME_LIMIT,
    resident_cap: int = DEFAULT_RESIDENT_CAP,
    start_method: Beginning | None = None,
    in_process: bool | None = None,
    meanwhile: Callable[[], None] = _nothing,
) -> Iterator[Outcome]:
    """Yield one outcome an item, as they finish; items are begun in the order given.

    `meanwhile` is called once, while the first workers load what they need: for what the caller can get ready until
    then.

    `time_limit` is in seconds of wall time an item; a worker larger than `resident_cap` bytes is replaced between
    items. In this process itself (`in_process`, by default where a daemonic process may start none) nothing survives a
    crash and no limit holds. Raises LintelError where no worker can be started. Closing the iterator ends all workers
    at once.
    """
    order = Order(work, time_limit, resident_cap)
    if in_process or (in_process is None and multiprocessing.current_process().daemon):
        yield from _run_here(items, work)
        return
    suspects: list[_Blame] = []
    with _Pool(order, start_method) as pool:
        yield from pool.outcomes(items, max(1, jobs), suspects.append, meanwhile)
    patient = replace(order, time_limit=time_limit * 2)
    for suspect in suspects:
        again: list[_Blame] = []
        with _Pool(patient, start_method) as pool:
            yield from pool.outcomes([suspect.item], 1, again.append)
        for blame in again:
            yield Outcome(blame.item, None, _failure(blame, time_limit))


def _run_here(items: Sequence[str], work: Work) -> Iterator[Outcome]:
    from lintel.source.deep import with_deep_stack

    task = make_task(work)
    for item in items:
        yield Outcome(item, with_deep_stack(task, item), None)


@dataclass(frozen=True, slots=True)
class _Blame:
    """The item that was open when a worker died or was ended."""

    item: str
    kind: Literal["crashed", "stalled"]
    reason: str


def _failure(blame: _Blame, time_limit: float) -> Failure:
    if blame.kind == "stalled":
        reason = (
            f"the analysis took longer than {time_limit:g} s, and longer than {time_limit * 2:g} s when tried alone"
        )
        return Failure(
            kind="stalled", path=blame.item, reason=reason, remedy="exclude the file, or raise the time limit"
        )
    reason = f"the analysis process died over this file, also when it was tried alone ({blame.reason})"
    return Failure(kind="crashed", path=blame.item, reason=reason, remedy="exclude the file, and report it to Lintel")


@dataclass(slots=True, eq=False)
class _Worker:
    """A worker process as the parent sees it; `clock` is when it was last heard of or given work."""

    process: WorkerProcess
    connection: pipes.Connection
    clock: float
    batch: deque[str] = field(default_factory=deque)
    ready: bool = False
    last_words: str = ""

    def deadline(self, time_limit: float) -> float:
        """When its silence becomes too long."""
        if not self.ready:
            return self.clock + _START_LIMIT
        return self.clock + time_limit if self.batch else math.inf

    def ended(self) -> tuple[Literal["crashed", "stalled"], str]:
        """See to it that the process is gone; what it died of."""
        self.connection.close()
        self.process.join(timeout=1.0)  # one that is dying keeps its own reason
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        code = self.process.exitcode or 0
        self.process.close()
        if code == -getattr(signal, "SIGALRM", 0) and code:
            return "stalled", ""
        return "crashed", self.last_words or _exit_reason(code)


class _Pool:
    """The workers at hand and the items not yet given out. Leaving the context ends all workers at once."""

    def __init__(self, order: Order, start_method: Beginning | None) -> None:
        self._order = order
        self._start_method = start_method
        self._workers: list[_Worker] = []
        self._waiting: deque[str] = deque()
        self._failed_starts = 0
        self._pace = _BATCH_SECONDS  # seconds an item, lately

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with interrupt_held():
            for worker in self._workers:
                worker.process.kill()
            while self._workers:
                self._workers.pop().ended()

    def outcomes(
        self,
        items: Sequence[str],
        jobs: int,
        blame: Callable[[_Blame], None],
        meanwhile: Callable[[], None] = _nothing,
    ) -> Iterator[Outcome]:
        """Yield the outcomes of all items but those that are blamed for a worker's end."""
        self._waiting.extend(items)
        jobs = self._hire(jobs)
        meanwhile()
        while self._waiting or any(worker.batch for worker in self._workers):
            jobs = self._hire(jobs)
            ready, moment = self._wait()
            for worker in ready:
                outcome = self._listen(worker, blame)
                if outcome is not None:
                    yield outcome
            for worker in [other for other in self._workers if other not in ready]:
                if moment >= worker.deadline(self._order.time_limit):
                    worker.process.kill()
                    self._lose(worker, blame, stalled=True)

    def _hire(self, jobs: int) -> int:
        """Start workers for what waits, and give work to the idle; the number of workers to be had."""
        busy = sum(1 for worker in self._workers if worker.batch)
        while len(self._workers) < min(jobs, busy + len(self._waiting)):
            try:
                self._start()
            except OSError as error:  # no memory, or no more processes allowed
                if not self._workers:
                    raise _cannot_start(str(error)) from error
                jobs = len(self._workers)
        for worker in list(self._workers):
            if worker.ready and not worker.batch and self._waiting:
                self._give(worker, jobs)
        return jobs

    def _start(self) -> None:
        with interrupt_held():
            process, connection = start_worker(self._start_method, serve, self._order)
            self._workers.append(_Worker(process, connection, time.monotonic()))

    def _give(self, worker: _Worker, jobs: int) -> None:
        """Send the next items: few where each takes long, so that no worker is left with the last ones."""
        size = min(_BATCH_ITEMS, int(_BATCH_SECONDS / self._pace), len(self._waiting) // (jobs * 2))
        batch = [self._waiting.popleft() for _ in range(max(1, size))]
        try:
            worker.connection.send(batch)
        except OSError:  # it died while it had nothing to do: no item is to blame
            self._waiting.extendleft(reversed(batch))
            self._dismiss(worker)
            return
        worker.batch.extend(batch)
        worker.clock = time.monotonic()

    def _wait(self) -> tuple[list[_Worker], float]:
        """Sleep until a worker speaks or its time is up; who spoke, and when that was."""
        by_connection = {worker.connection: worker for worker in self._workers}
        before = time.monotonic()
        deadline = min(worker.deadline(self._order.time_limit) for worker in self._workers)
        timeout = None if deadline == math.inf else max(0.0, deadline - before)
        spoke = [by_connection[ready] for ready in pipes.wait(list(by_connection), timeout)]  # type: ignore[index]
        moment = time.monotonic()
        if timeout is not None and moment - before > timeout + _OVERSLEPT:
            for worker in self._workers:  # the machine slept, or all of us were stopped: a little time to catch up
                worker.clock += moment - before - timeout + _OVERSLEPT
        return spoke, moment

    def _listen(self, worker: _Worker, blame: Callable[[_Blame], None]) -> Outcome | None:
        try:
            message = worker.connection.recv_bytes()
        except (EOFError, OSError):
            self._lose(worker, blame)
            return None
        kind, now = message[:1], time.monotonic()
        if kind in {DONE, LEAVING} and worker.batch:
            item = worker.batch.popleft()
            self._pace = max(1e-5, 0.7 * self._pace + 0.3 * (now - worker.clock))
            worker.clock = now
            if kind == LEAVING:
                self._waiting.extendleft(reversed(worker.batch))
                self._dismiss(worker)
            return Outcome(item, message[1:], None)
        if kind == READY and not worker.ready:
            worker.ready, worker.clock = True, now
            self._failed_starts = 0
        elif kind == RAISED:
            worker.last_words = message[1:].decode("utf-8", "replace")
        else:  # it speaks nonsense: its memory can not be trusted
            worker.process.kill()
            self._lose(worker, blame)
        return None

    def _lose(self, worker: _Worker, blame: Callable[[_Blame], None], *, stalled: bool = False) -> None:
        """Part with a worker that died or had to be ended, and say which item was open."""
        kind, reason = self._dismiss(worker)
        if worker.batch:
            blame(_Blame(worker.batch.popleft(), "stalled" if stalled else kind, reason))
            self._waiting.extendleft(reversed(worker.batch))
        elif not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS_TRIED:
                raise _cannot_start("no answer in time" if stalled else reason)

    def _dismiss(self, worker: _Worker) -> tuple[Literal["crashed", "stalled"], str]:
        with interrupt_held():
            self._workers.remove(worker)
            return worker.ended()


def _exit_reason(code: int) -> str:
    if code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _cannot_start(reason: str) -> LintelError:
    return LintelError(f"no process for the analysis could be started: {reason}")
