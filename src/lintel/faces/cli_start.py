"""Where the command begins and ends: what a process does before and after its work, which is dear for a small project.

Workers are on their way before anything else is imported, if they will be needed: a first check spends its first tenths
of a second on importing, click and settings here, LibCST and the rules in the process that workers are copied from. And
a process that has said all it has to say ends at once: to take the facts of a project apart object by object, as an
interpreter does on its way out, takes as long as to judge twenty files.
"""

from __future__ import annotations

import gc
import itertools
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn


def main() -> None:
    """Run the command line; ends the process."""
    gc.disable()  # a process of seconds, and what it makes lives to its end
    if _will_need_workers(sys.argv[1:]):
        from lintel.run.beginnings import WORKER_MODULE, begin_early

        begin_early(WORKER_MODULE)
    try:
        from lintel.faces.cli import main as run
    except KeyboardInterrupt:
        sys.stderr.write("lintel: interrupted\n")
        sys.exit(130)
    try:
        run()
    except SystemExit as ending:
        _end(ending)


def _end(ending: SystemExit) -> NoReturn:
    """End with the exit code, all output written, and nothing tidied away that ends with the process."""
    if isinstance(ending.code, int | None):
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):  # nobody reads any more: the interpreter knows what to say of that
            raise ending from None
        os._exit(ending.code or 0)
    raise ending


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
