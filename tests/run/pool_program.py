"""A program that runs the pool, to be interrupted or killed: `pool_program.py <folder> <start method> <item>...`."""

from __future__ import annotations

import sys

from lintel.run.worker_loop import Work
from lintel.run.workers import run_pool


def main() -> None:
    """Say one line an outcome; 130 after Ctrl-C."""
    folder, method, *items = sys.argv[1:]
    try:
        for outcome in run_pool(items, Work("pool_tasks:start", folder.encode()), jobs=2, start_method=method or None):
            print(outcome.item, outcome.failure, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
