"""A place with room for deep trees: a thread with a large stack and a high recursion limit.

LibCST's own visitors, its code generation and parts of its native parser recurse once or more per level of the tree.
Real code reaches the default limits (a builder chain of 200 links does). A worker runs its whole loop in here.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

STACK_BYTES = 256 * 1024 * 1024
RECURSION_LIMIT = 60_000

_here = threading.local()
_limits = threading.Lock()
_limit_users = 0
_limit_before = 0


def with_deep_stack(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call the function where deep recursion is safe; its result is returned, what it raises is raised here.

    Inside such a call this is an ordinary call. The recursion limit belongs to the interpreter, not to the thread: it
    is raised while at least one deep call runs, and put back after the last one.
    """
    if is_deep():
        return function(*args, **kwargs)
    outcome: list[T] = []
    problem: list[BaseException] = []

    def run() -> None:
        _here.deep = True
        try:
            outcome.append(function(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - carried over to the caller's thread, whatever it is
            problem.append(error)

    _raise_limit()
    try:
        thread = _started(run)
        thread.join()
    finally:
        _restore_limit()
    if problem:
        raise problem.pop()
    return outcome.pop()


def is_deep() -> bool:
    """Whether the running thread has the large stack."""
    return getattr(_here, "deep", False)


def _started(run: Callable[[], None]) -> threading.Thread:
    """A started thread with the large stack; the size is process-wide only for the moment of the start."""
    with _limits:
        before = threading.stack_size(STACK_BYTES)
        try:
            thread = threading.Thread(target=run, name="lintel-deep", daemon=True)
            thread.start()
        finally:
            threading.stack_size(before)
    return thread


def _raise_limit() -> None:
    global _limit_users, _limit_before  # noqa: PLW0603 - mirrors the interpreter's own global
    with _limits:
        if _limit_users == 0:
            _limit_before = sys.getrecursionlimit()
            sys.setrecursionlimit(max(_limit_before, RECURSION_LIMIT))
        _limit_users += 1


def _restore_limit() -> None:
    global _limit_users  # noqa: PLW0603 - mirrors the interpreter's own global
    with _limits:
        _limit_users -= 1
        if _limit_users == 0:
            sys.setrecursionlimit(_limit_before)
