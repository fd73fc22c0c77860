"""A program that runs the pool, to be interrupted or killed: `pool_program.py <folder> <start method> <item>...`.

The start method "early" stands for what `begin_early` finds best.
"""

from __future__ import annotations

import sys

from lintel.run.beginnings import begin_early
from lintel.run.worker_loop import Work
from lintel.run.workers import run_pool


def main() -> None:
    """Say one line an outcome; 130 after Ctrl-C."""
    folder, method, *items = sys.argv[1:]
    try:
        beginning = begin_early("pool_preparation") if method == "early" else method or None
        for outcome in run_pool(items, Work("pool_tasks:start", folder.encode()), jobs=2, start_method=beginning):
            print(outcome.item, outcome.failure, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
