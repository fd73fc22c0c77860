"""Lintel beside Bandit and flake8 on the same tree, in the same run: wall time cold and warm, memory, ratios.

    python benchmarks/compare.py TREE [TREE ...] [--runs 3] [--jobs 2] [--json FILE]

Each round runs Bandit, Lintel with an empty store, Lintel again with what it stored, and flake8, one after the other,
so that a machine that slows down slows all of them; the figures are medians over the rounds, and ratios are taken
round by round. All tools have their bytecode: each runs once beforehand, in an environment that lets it be written, for
without it every process compiles its own source anew. Memory is measured in a run of its own: the proportional set size
of all processes of the run, summed every 50 ms. Needs Linux for memory; Bandit and flake8 are dependencies of Lintel.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": _ENVIRONMENT}
_SAMPLE_SECONDS = 0.05


@dataclass(frozen=True)
class Round:
    """Wall seconds of one round."""

    bandit: float
    cold: float
    warm: float
    flake8: float


@dataclass(frozen=True)
class Measured:
    """What was measured of one tree: lines, medians in seconds, ratios, megabytes."""

    tree: str
    lines: int
    bandit: float
    cold: float
    warm: float
    flake8: float
    cold_to_bandit: float
    cold_to_flake8: float
    warm_to_cold: float
    memory_cold: float
    memory_warm: float


def lintel(tree: Path, store: Path, jobs: int) -> list[str]:
    """The command that is measured: the whole native check, its report thrown away."""
    command = [
        sys.executable,
        "-m",
        "lintel",
        "check",
        str(tree),
        "--isolated",
        "--root",
        str(tree),
        "--jobs",
        str(jobs),
    ]
    return [*command, "--cache-dir", str(store), "--output-format", "concise", "--quiet"]


def seconds(command: list[str]) -> float:
    """Wall time of a command; what it prints and how it ends do not matter."""
    start = time.perf_counter()
    subprocess.run(command, check=False, **_QUIET)  # type: ignore[call-overload]
    return time.perf_counter() - start


def bandit_on(tree: Path) -> list[str]:
    """Bandit with all its checks."""
    return [sys.executable, "-m", "bandit", "-q", "-r", str(tree), "-f", "json"]


_FLAKE8_ALONE = """\
import importlib.metadata as installed
everything = installed.distributions
installed.distributions = lambda **how: (one for one in everything(**how) if one.metadata["Name"] != "flake8-lintel")
from flake8.main.cli import main
raise SystemExit(main())
"""


def flake8_on(tree: Path, jobs: int, *, alone: bool = True) -> list[str]:
    """flake8 with the checks it turns on by itself; `alone` without Lintel's plugin, which is installed beside it."""
    program = ["-c", _FLAKE8_ALONE] if alone else ["-m", "flake8"]
    return [sys.executable, *program, "--isolated", "--jobs", str(jobs), str(tree)]


def let_bytecode_be_written(jobs: int) -> None:
    """Run every tool once on next to nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a", "b"):  # more than one file, so that workers start too
            Path(folder, f"{name}.py").write_text("answer = 42\n", "utf-8")
        for command in (
            bandit_on(Path(folder)),
            lintel(Path(folder), Path(folder, "store"), jobs),
            flake8_on(Path(folder), jobs),
        ):
            seconds(command)


def one_round(tree: Path, jobs: int) -> Round:
    """Bandit, Lintel cold, Lintel warm, flake8."""
    bandit = seconds(bandit_on(tree))
    with tempfile.TemporaryDirectory() as folder:
        command = lintel(tree, Path(folder), jobs)
        cold, warm = seconds(command), seconds(command)
    flake8 = seconds(flake8_on(tree, jobs))
    return Round(bandit, cold, warm, flake8)


def peak_megabytes(command: list[str]) -> float:
    """The highest sum of proportional set sizes over the command's process tree, in MB."""
    process = subprocess.Popen(command, **_QUIET)  # type: ignore[call-overload]
    peak = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.is_set():
            peak = max(peak, sum(_proportional(pid) for pid in _tree_of(process.pid)))
            done.wait(_SAMPLE_SECONDS)

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    done.set()
    watcher.join()
    return peak / 1024


def _tree_of(pid: int) -> list[int]:
    found = [pid]
    for known in found:
        for children in Path(f"/proc/{known}/task").glob("*/children"):
            try:
                found += [int(word) for word in children.read_text().split()]
            except OSError:
                continue
    return found


def _proportional(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def measure(tree: Path, runs: int, jobs: int) -> Measured:
    """All figures of one tree."""
    rounds = [one_round(tree, jobs) for _ in range(runs)]
    with tempfile.TemporaryDirectory() as folder:
        command = lintel(tree, Path(folder), jobs)
        memory = peak_megabytes(command), peak_megabytes(command)

    def median(name: str) -> float:
        return round(statistics.median(getattr(each, name) for each in rounds), 2)

    def ratio(over: str, under: str) -> float:
        return round(statistics.median(getattr(each, over) / getattr(each, under) for each in rounds), 3)

    lines = sum(path.read_bytes().count(b"\n") for path in tree.rglob("*.py"))
    return Measured(
        tree=tree.name, lines=lines, bandit=median("bandit"), cold=median("cold"), warm=median("warm"),
        flake8=median("flake8"), cold_to_bandit=ratio("cold", "bandit"), cold_to_flake8=ratio("cold", "flake8"),
        warm_to_cold=ratio("warm", "cold"), memory_cold=round(memory[0]), memory_warm=round(memory[1]),
    )  # fmt: skip


def table(rows: list[Measured]) -> str:
    """The figures as a Markdown table, as `docs/performance.md` holds it."""
    head = "| tree | lines | Bandit s | cold s | warm s | flake8 s | cold / Bandit | cold / flake8 "
    head += "| warm <= cold/20 + 0.3 s | MB cold | MB warm |"
    said = [head, "|---|" + "---:|" * 10]
    for row in rows:
        kept = "yes" if row.warm <= row.cold / 20 + 0.3 else "**no**"
        times = f"{row.bandit} | {row.cold} | {row.warm} | {row.flake8} | {row.cold_to_bandit} | {row.cold_to_flake8}"
        said.append(
            f"| {row.tree} | {row.lines:,} | {times} | {kept} | {row.memory_cold:.0f} | {row.memory_warm:.0f} |"
        )
    return "\n".join(said)


def main() -> int:
    """Measure the trees that are named and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("trees", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    arguments = parser.parse_args()
    if not all(tree.is_dir() for tree in arguments.trees):
        parser.error("each TREE must be an existing folder")
    let_bytecode_be_written(arguments.jobs)
    rows = [measure(tree.resolve(), arguments.runs, arguments.jobs) for tree in arguments.trees]
    print(table(rows))
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
