"""flake8's plugin: the whole project is judged once, where flake8 starts, and each file is given its rows.

flake8 shows a plugin one file after the other, in processes that know nothing of each other, and names no moment
before or after all files. So the judging is done in `parse_options`, in the process that the user started, for the
paths that flake8 was given; processes that it forks inherit the rows, and fresh ones (the start methods `spawn` and
`forkserver`) read them from a file whose name the environment passes on. What cannot be judged is a row too (LNT000).
Imports stay lazy: whoever asks flake8 for its version waits for no part of Lintel.

Constraints of flake8's plugin interface: https://flake8.pycqa.org/en/latest/plugin-development/
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from lintel import __version__

if TYPE_CHECKING:
    from lintel.assemble import Outcome, Request

FAILED = "LNT000"
"""The code of what could not be judged; no rule has it."""

_ANY = ""
_ROWS = "LINTEL_FLAKE8_ROWS"  # the name of the file that processes without the rows read

Row = tuple[int, int, str, str]
"""Line from 1, column from 0, code, and the message in one line."""


class Native:
    """What flake8 makes for each file: yields the rows of Lintel's own rules."""

    name = "flake8-lintel"
    version = __version__
    prefix: ClassVar[str] = "LNT"

    def __init__(self, tree: ast.AST, filename: str) -> None:  # noqa: ARG002 - see below
        """flake8 hands over what the names ask for; only who asks for a tree is asked once a file."""
        self._filename = filename

    @classmethod
    def add_options(cls, option_manager: Any) -> None:
        """Leave rules that are off by default to `--extend-select`."""
        if cls is Native:
            option_manager.extend_default_ignore(_off_by_default())

    @classmethod
    def parse_options(cls, _manager: Any, options: argparse.Namespace, _paths: Sequence[str]) -> None:
        """Judge what flake8 was asked to look at, or take over what its first process found.

        Raises:
            flake8.exceptions.ExecutionError: settings of Lintel cannot be used; flake8 says so and ends with 1.

        """
        if cls is not Native:
            return
        known = _rows_of_parent()
        _Kept.rows = _judged(options) if known is None else known

    def run(self) -> Iterator[tuple[int, int, str, type[Native]]]:
        """The rows of the file whose codes begin with the prefix of this plugin."""
        rows = _Kept.rows.get(_key(self._filename), ())
        for line, column, code, message in (*_Kept.rows.get(_ANY, ()), *rows):
            if code.startswith(self.prefix):
                yield line, column, f"{code} {message}", type(self)


class Borrowed(Native):
    """The same for the rows of engines that Lintel borrows; flake8 wants one plugin for each beginning of codes."""

    prefix: ClassVar[str] = "LNB"


class _Kept:
    """The rows by file, as this process knows them; flake8 hands plugins nothing to keep them in."""

    rows: ClassVar[Mapping[str, Sequence[Row]]] = {}


def _off_by_default() -> list[str]:
    from lintel.card import card_index

    return sorted(code for code, card in card_index().items() if not card.on)


def _rows_of_parent() -> Mapping[str, Sequence[Row]] | None:
    """What the process wrote that flake8 was started in; None in that process itself."""
    import multiprocessing

    file = os.environ.get(_ROWS)
    if file is None or multiprocessing.parent_process() is None:
        return None
    import msgspec

    with contextlib.suppress(OSError, msgspec.DecodeError), open(file, "rb") as stream:  # noqa: PTH123 - bytes, once
        return msgspec.msgpack.decode(stream.read(), type=dict[str, list[Row]])
    return None


def _judged(options: argparse.Namespace) -> Mapping[str, Sequence[Row]]:
    from flake8.exceptions import ExecutionError  # type: ignore[import-untyped]

    from lintel import assemble
    from lintel.errors import LintelError

    rows: dict[str, list[Row]] = {}
    turned_on: set[str] = set()
    try:
        for request in _requests(options):
            outcome = assemble.check(request)
            rows |= _rows(outcome, request)
            turned_on |= {finding.code for finding in outcome.report.findings}
    except LintelError as error:
        raise ExecutionError(f"lintel: {error}") from error
    except Exception as error:  # noqa: BLE001 - flake8 ends with a traceback at whatever a plugin raises
        text = f"not judged: a defect of Lintel ({type(error).__name__}: {error}); run `lintel check` and report it"
        rows = {_ANY: [(1, 0, FAILED, _one_line(text))]}
    options.extended_default_ignore = [code for code in options.extended_default_ignore if code not in turned_on]
    _keep_for_children(rows)
    return rows


def _requests(options: argparse.Namespace) -> Iterator[Request]:
    """What flake8 was asked for. Codes that its options name win over Lintel's own settings; the rest is theirs."""
    from lintel.assemble import Request
    from lintel.card import card_index

    chosen = (*(options.select or ()), *(options.extend_select or ()))
    request = Request(
        paths=tuple(Path(path) for path in options.filenames or ["."] if path != "-"),
        base=Path.cwd(),
        insisted=frozenset(code for code in card_index() if chosen and code.startswith(chosen)),
        jobs=None if options.jobs.is_auto else options.jobs.n_jobs or 1,
        goes_on=True,
        unheeded=frozenset({"noqa"}),  # flake8 reads those, and has an option not to
    )
    if request.paths:
        yield request
    if "-" in options.filenames:
        yield replace(request, paths=(Path(options.stdin_display_name or "stdin"),), buffer=_standard_input())


def _standard_input() -> bytes:
    """Standard input, which flake8 reads once, keeps and decodes; in the encoding that it names, or UTF-8."""
    import tokenize

    from flake8 import utils  # type: ignore[import-untyped]

    lines: list[str] = utils.stdin_get_lines()
    encoding = "utf-8"
    with contextlib.suppress(SyntaxError, StopIteration):
        encoding, _ = tokenize.detect_encoding(iter(line.encode() for line in lines).__next__)
    return "".join(lines).encode(encoding, "backslashreplace")


def _rows(outcome: Outcome, request: Request) -> dict[str, list[Row]]:
    """The rows of each file; what could not be judged beyond the paths in question is said in their first file."""
    report, judged = outcome.report, outcome.judged
    asked = tuple(path.resolve() if path.is_dir() else Path(_key(str(path))) for path in request.paths)
    rows: dict[str, list[Row]] = {}
    for finding in report.findings:
        row = (finding.span.line, finding.span.column, finding.code, _one_line(finding.message))
        rows.setdefault(_key(finding.path, report.base), []).append(row)
    for failure in report.failures:
        file = Path(_key(failure.path, report.base))
        here = bool(failure.path) and any(file.is_relative_to(path) for path in asked)
        text = f"{'' if here or not failure.path else failure.path + ': '}{failure.reason} ({failure.remedy})"
        path = failure.path if here else min(judged, default="")
        key = _key(path, report.base) if path else _ANY
        rows.setdefault(key, []).append(((failure.line if here else 0) or 1, 0, FAILED, _one_line(text)))
    return rows


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _key(path: str, base: str = "") -> str:
    """One name for a file, however it is asked for: links in its folders followed, its own name kept."""
    file = Path(base, path)
    return str(file.parent.resolve() / file.name)


def _keep_for_children(rows: Mapping[str, Sequence[Row]]) -> None:
    """Write the rows where processes find them that do not inherit them; gone when this one ends."""
    import atexit
    import tempfile

    import msgspec

    with contextlib.suppress(OSError):  # no room for a file: then each of them judges for itself
        handle, name = tempfile.mkstemp(prefix="lintel-flake8-")
        atexit.register(_forget, name, os.getpid())
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(rows))
        os.environ[_ROWS] = name


def _forget(name: str, process: int) -> None:
    if os.getpid() == process:
        with contextlib.suppress(OSError):
            Path(name).unlink()
