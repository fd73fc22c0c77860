"""Programs that call Lintel themselves: every start method, threads, daemonic processes, and no trace left behind."""

from __future__ import annotations

import multiprocessing

import pytest

CALLER = """\
import multiprocessing
import sys
import threading
from pathlib import Path

from lintel.assemble import Request, check


def judged(queue=None):
    report = check(Request(paths=(Path("."),), base=Path.cwd(), use_store=False, jobs=2)).report
    said = f"{len(report.findings)} {len(report.failures)}"
    print(said) if queue is None else queue.put(said)


if __name__ == "__main__":
    how, method = sys.argv[1:]
    multiprocessing.set_start_method(method)
    if how == "plain":
        judged()
    elif how == "thread":
        thread = threading.Thread(target=judged)
        thread.start()
        thread.join()
    else:
        queue = multiprocessing.Queue()
        process = multiprocessing.Process(target=judged, args=(queue,), daemon=how == "daemon")
        process.start()
        print(queue.get(timeout=100))
        process.join()
"""
METHODS = [each for each in ("fork", "spawn", "forkserver") if each in multiprocessing.get_all_start_methods()]


@pytest.mark.parametrize("how", ["plain", "thread", "child", "daemon"])
@pytest.mark.parametrize("method", METHODS)
def test_a_guarded_program_may_call_lintel_from_anywhere(shop, program, how, method):
    if how == "plain" and method == "forkserver":
        pytest.skip("the same as spawn")
    finished = program(shop, CALLER, how, method)
    assert finished.returncode == 0, finished.stderr.decode()
    found, failed = finished.stdout.split()
    assert int(found) > 10
    assert failed == b"0"
    assert finished.stderr == b""
