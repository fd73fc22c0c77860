"""The progress bar: on a terminal only, on standard error, and only for runs that last."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 0.4
_INTERVAL = 0.1


class _Bar:
    """A bar that appears once a run has lasted a while, so that rich is imported for those runs alone.

    It redraws itself when it is told of progress and never from a thread: worker processes are forked beside it.
    """

    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self._shown: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _INTERVAL
        progress, task = self._shown or self._begin(total)
        progress.update(task, completed=done, total=total)
        progress.refresh()

    def _begin(self, total: int) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeElapsedColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        self._shown = (progress, progress.add_task("Reading", total=total))
        progress.start()
        return self._shown

    def end(self) -> None:
        """Take the bar off the terminal."""
        if self._shown is not None:
            self._shown[0].stop()


@contextmanager
def progress_bar(*, wanted: bool) -> Iterator[Callable[[int, int], None] | None]:
    """What to tell of progress (done, total), or None where nobody would see it."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.end()
