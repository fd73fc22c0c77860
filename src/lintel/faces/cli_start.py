"""Where the command begins: workers are on their way before anything else is imported, if they will be needed.

A first check of a project spends its first tenths of a second on importing: click and settings here, LibCST and the
rules in the process that workers are copied from. Both at once is a tenth of a small project's whole check.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """Run the command line; ends the process."""
    if _will_need_workers(sys.argv[1:]):
        from lintel.run.beginnings import WORKER_MODULE, begin_early

        begin_early(WORKER_MODULE)
    try:
        from lintel.faces.cli import main as run
    except KeyboardInterrupt:
        sys.stderr.write("lintel: interrupted\n")
        sys.exit(130)
    run()


def _will_need_workers(arguments: Sequence[str]) -> bool:
    """Guess from what is in sight: a check, where no store lies. A wrong guess costs time, never an answer."""
    if arguments[:1] != ["check"] or not {"-h", "--help"}.isdisjoint(arguments):
        return False
    for before, argument in itertools.pairwise(arguments):
        if before == "--cache-dir" or argument.startswith("--cache-dir="):
            return not _holds_store(Path(argument.removeprefix("--cache-dir=")))
    here = Path.cwd()
    return "--no-cache" in arguments or not any(_holds_store(each / ".lintel_cache") for each in (here, *here.parents))


def _holds_store(folder: Path) -> bool:
    try:
        return any(path.name.startswith("store-") for path in folder.iterdir())
    except OSError:
        return False
