"""What Lintel's plugin costs flake8: flake8 alone, with the plugin and no store, and with the plugin once more.

    python benchmarks/in_flake8.py TREE [TREE ...] [--runs 3] [--jobs 2]

Each tree is copied first, because the plugin keeps its store in the tree. Rounds and medians are as in `compare.py`.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import NamedTuple

from compare import flake8_on, let_bytecode_be_written, seconds


class Round(NamedTuple):
    """Wall seconds of one round."""

    alone: float
    cold: float
    warm: float


def one_round(tree: Path, jobs: int) -> Round:
    """flake8 alone, then with an empty store, then with a full one."""
    shutil.rmtree(tree / ".lintel_cache", ignore_errors=True)
    alone = seconds(flake8_on(tree, jobs))
    cold, warm = (seconds(flake8_on(tree, jobs, alone=False)) for _ in range(2))
    return Round(alone, cold, warm)


def row(tree: Path, runs: int, jobs: int) -> str:
    """The figures of one tree as a row of a Markdown table."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, tree.name)
        shutil.copytree(tree, copy, ignore=shutil.ignore_patterns(".lintel_cache"))
        rounds = [one_round(copy, jobs) for _ in range(runs)]
    alone, cold, warm = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(each.cold / each.alone for each in rounds)
    kept = ("no", "yes")[warm <= alone * 1.1 + 0.3]
    return f"| {tree.name} | {alone:.2f} | {cold:.2f} | {warm:.2f} | {ratio:.2f} | {kept} |"


def main() -> int:
    """Measure the trees that are named and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("trees", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    let_bytecode_be_written(arguments.jobs)
    print("| tree | flake8 s | cold s | warm s | cold / flake8 | warm <= 1.1 flake8 + 0.3 s |")
    print("|---|---:|---:|---:|---:|---:|")
    for tree in arguments.trees:
        print(row(tree.resolve(), arguments.runs, arguments.jobs), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
