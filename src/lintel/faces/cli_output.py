"""Where text of the command line goes: a terminal, a pipe that may close early, a disk that may be full."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import IO

from lintel.errors import LintelError
from lintel.report.formats import PIPE_WIDTH
from lintel.report.palette import Palette

_LEAST_WIDTH = 40


def palette_for(stream: IO[str]) -> Palette:
    """Colour where a person looks at it: on a terminal, unless NO_COLOR or TERM says no; FORCE_COLOR for CI logs."""
    if os.environ.get("NO_COLOR"):
        return Palette(colour=False)
    if os.environ.get("FORCE_COLOR"):
        return Palette(colour=True)
    return Palette(colour=stream.isatty() and os.environ.get("TERM") != "dumb")


def page_width() -> int:
    """The columns of the terminal that standard output is, or of `COLUMNS`; a fixed width where there is neither."""
    return max(_LEAST_WIDTH, shutil.get_terminal_size(fallback=(PIPE_WIDTH, 24)).columns)


def print_text(text: str, encoding: str | None = None) -> None:
    """Write to standard output, in its own encoding unless one is named; what it cannot say is escaped.

    A reader that has seen enough (`| head`) is no error, and the exit code stays that of the check.

    Raises:
        LintelError: the output cannot be written, on a full disk for example.

    """
    data = text.encode(encoding or sys.stdout.encoding or "utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        _drop_output()
        raise LintelError(f"standard output: {error.strerror} (the report was not written in full)") from None


def write_file(path: Path, text: str) -> None:
    """Write a report to a file, in UTF-8.

    Raises:
        LintelError: it cannot be written; names the file and the reason.

    """
    try:
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise LintelError(f"--output-file {path}: {error.strerror} (the report was not written)") from None


def _drop_output() -> None:
    """Let nothing more go to standard output, or the interpreter fails once more when it closes it."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)
