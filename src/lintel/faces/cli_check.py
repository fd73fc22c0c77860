"""`lintel check`: flags to a request, a report to text, findings and failures to an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lintel.errors import LintelError
from lintel.faces.cli_output import page_width, palette_for, print_text, write_file
from lintel.faces.cli_progress import progress_bar
from lintel.faces.cli_source import source_reader
from lintel.report.formats import FOR_PROGRAMS, FORMAT_NAMES, FORMATS, PIPE_WIDTH, STATISTICS, Drawing

if TYPE_CHECKING:
    from lintel.assemble import Outcome, Request
    from lintel.finding import Report

THRESHOLDS = ("error", "warning", "note", "never")
CLEAN, FINDINGS, INCOMPLETE = 0, 1, 2

_Command = Callable[..., Any]


def exit_code(report: Report, fail_on: str, *, exit_zero: bool = False) -> int:
    """The promise of the gate: any failure is 2, whatever else was asked for; findings at the threshold are 1."""
    from lintel.finding import Severity

    if report.failures:
        return INCOMPLETE
    if exit_zero or fail_on == "never":
        return CLEAN
    threshold = Severity(fail_on).rank
    return FINDINGS if any(finding.severity.rank >= threshold for finding in report.findings) else CLEAN


def _parse_selectors(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> list[str] | None:
    """`A,B` given once or several times, as one list; None where the flag was not given."""
    if not values:
        return None
    return [word for value in values for word in (part.strip() for part in value.split(",")) if word]


def _parse_ignores(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> dict[str, list[str]] | None:
    """`pattern:CODE,CODE`, and after a comma the next `pattern:CODE`, as a table; None where the flag was not given."""
    if not values:
        return None
    table: dict[str, list[str]] = {}
    for value in values:
        pattern = ""
        for part in value.split(","):
            before, separator, selector = part.rpartition(":")
            pattern = before.strip() if separator else pattern
            if not pattern or not selector.strip():
                raise click.BadParameter(f"{value!r} is not of the form pattern:CODE,CODE")
            table.setdefault(pattern, []).append(selector.strip())
    return table


def _parse_files(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
    """`FORMAT=PATH` as pairs; a format that does not exist or a path named twice is refused."""
    pairs: list[tuple[str, Path]] = []
    for value in values:
        name, separator, path = value.partition("=")
        if not separator or not path:
            raise click.BadParameter(f"{value!r} is not of the form FORMAT=PATH")
        if name not in FORMAT_NAMES:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(FORMAT_NAMES)}")
        if any(Path(path) == other for _, other in pairs):
            raise click.BadParameter(f"{path} is named twice")
        pairs.append((name, Path(path)))
    return tuple(pairs)


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_OPTIONS: tuple[_Command, ...] = (
    click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path)),
    click.option(
        "--stdin-filename",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The file that standard input (PATHS is `-`) is, or will be. [default: stdin.py in this folder]",
    ),
    click.option("--output-format", type=click.Choice(FORMAT_NAMES), help="How findings are printed. [default: full]"),
    click.option(
        "--output-file",
        "output_files",
        multiple=True,
        metavar="FORMAT=PATH",
        callback=_parse_files,
        help="Write the report to a file too; may be repeated.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        callback=_parse_selectors,
        help="The rules that are on: codes, prefixes, names or ALL, with commas.",
    ),
    click.option("--ignore", multiple=True, metavar="RULES", callback=_parse_selectors, help="Rules that are off."),
    click.option(
        "--extend-select",
        multiple=True,
        metavar="RULES",
        callback=_parse_selectors,
        help="Rules that are on beside the selected ones.",
    ),
    click.option(
        "--per-file-ignores",
        multiple=True,
        metavar="PATTERN:RULES",
        callback=_parse_ignores,
        help="Rules that are off in the files that match.",
    ),
    click.option(
        "--fail-on", type=click.Choice(THRESHOLDS), help="The least severity that fails the check. [default: error]"
    ),
    click.option(
        "--exit-zero", is_flag=True, help="Exit with 0 in spite of findings; what could not be judged still gives 2."
    ),
    click.option("--statistics", is_flag=True, help="Print how often each rule was broken, instead of the findings."),
    click.option(
        "--quiet", "-q", is_flag=True, help="Print findings and failures only: no notices, no summary, no progress."
    ),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the store of facts and findings."),
    click.option(
        "--cache-dir",
        type=click.Path(file_okay=False, path_type=Path),
        help="Where the store is kept. [default: .lintel_cache in the root]",
    ),
    click.option(
        "--jobs",
        "-j",
        type=click.IntRange(0, 1024),
        metavar="N",
        help="Worker processes; 0 takes one for each core. [default: 0]",
    ),
    click.option("--root", type=_FOLDER, help="The root of the project. [default: found from the paths]"),
    click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The settings file to use instead of those found.",
    ),
    click.option("--isolated", is_flag=True, help="Read no settings file."),
    click.option("--show-files", is_flag=True, help="Print the files that would be judged, and stop."),
    click.option("--show-settings", is_flag=True, help="Print the roots and settings that would be used, and stop."),
)


def _with_options(command: _Command) -> _Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(short_help="Judge files and folders.")
@_with_options
@click.pass_context
def check(ctx: click.Context, /, **flags: Any) -> None:
    """Judge PATHS, files or folders (default: this folder); `-` is what an editor has not saved, from standard input.

    Exit codes: 0 clean, 1 findings at or above the threshold, 2 the check could not be completed.
    """
    from lintel import assemble

    if flags["isolated"] and flags["config"]:
        raise click.UsageError("--config and --isolated exclude each other.")
    if flags["show_files"] and flags["show_settings"]:
        raise click.UsageError("--show-files and --show-settings exclude each other.")
    if flags["statistics"] and flags["output_format"] not in {None, *STATISTICS}:
        raise click.UsageError(f"--statistics: a {flags['output_format']} report holds findings, not counts.")
    _refuse_mixed_input(flags)
    if flags["show_files"]:
        print_text("".join(f"{path}\n" for path in assemble.shown_files(_request(flags))))
    elif flags["show_settings"]:
        print_text(assemble.shown_settings(_request(flags)).rstrip("\n") + "\n")
    else:
        _refuse_lost_files(flags["output_files"])
        with progress_bar(wanted=not flags["quiet"]) as progress:
            request = _request(flags, progress)
            outcome = assemble.check(request)
        _say(outcome, flags, request.buffer)
        ctx.exit(exit_code(outcome.report, outcome.fail_on, exit_zero=flags["exit_zero"]))


def _refuse_mixed_input(flags: Mapping[str, Any]) -> None:
    """`-` stands alone, and only it has a name of its own."""
    dashes = [path for path in flags["paths"] if str(path) == "-"]
    if dashes and len(flags["paths"]) > 1:
        raise click.UsageError("`-` (standard input) and other paths exclude each other.")
    if flags["stdin_filename"] and not dashes:
        raise click.UsageError("--stdin-filename names what `-` reads: add `-`, or name the file itself.")


def _request(flags: Mapping[str, Any], progress: Callable[[int, int], None] | None = None) -> Request:
    """The request that the flags make; settings that were not named on the command line are left to the files."""
    from lintel.assemble import Request

    named = {
        name: flags[name.replace("-", "_")]
        for name in ("select", "ignore", "extend-select", "per-file-ignores", "fail-on", "output-format")
    }
    buffer = None
    paths = flags["paths"] or (Path(),)
    if str(paths[0]) == "-":
        paths, buffer = (flags["stdin_filename"] or Path("stdin.py"),), sys.stdin.buffer.read()
    return Request(
        paths=paths,
        buffer=buffer,
        base=Path.cwd(),
        root=flags["root"],
        config=flags["config"],
        isolated=flags["isolated"],
        overrides={name: value for name, value in named.items() if value is not None},
        use_store=not flags["no_cache"],
        cache_dir=flags["cache_dir"],
        jobs=flags["jobs"],
        progress=progress,
    )


def _refuse_lost_files(output_files: tuple[tuple[str, Path], ...]) -> None:
    """A report that could not be written is said before the work, not after it."""
    for _, path in output_files:
        if path.is_dir():
            raise LintelError(f"--output-file {path}: is a folder (name a file)")
        if not path.parent.is_dir():
            raise LintelError(f"--output-file {path}: there is no folder {path.parent} (create it first)")


def _say(outcome: Outcome, flags: Mapping[str, Any], buffer: bytes | None) -> None:
    """Print the report, write the files that were asked for, and tell a person at a terminal what the run took."""
    from lintel.card import card_index
    from lintel.report.summary import effort

    unsaved = {} if buffer is None else dict.fromkeys(outcome.judged, buffer)
    read, cards = source_reader(Path(outcome.report.base), unsaved), card_index()
    table = STATISTICS if flags["statistics"] else FORMATS
    if outcome.output_format not in table:
        raise LintelError(f"--statistics: a {outcome.output_format} report holds findings, not counts")
    quiet = flags["quiet"]
    shown = Drawing(cards, read, palette_for(sys.stdout), page_width(), quiet, _teller("standard output", quiet=quiet))
    encoding = "utf-8" if outcome.output_format in FOR_PROGRAMS else None
    print_text(table[outcome.output_format](outcome.report, shown), encoding)
    for name, path in flags["output_files"]:
        plain = Drawing(cards, read, width=PIPE_WIDTH, tell=_teller(f"--output-file {path}", quiet=quiet))
        write_file(path, FORMATS[name](outcome.report, plain))
    if sys.stderr.isatty() and not quiet:
        click.echo(palette_for(sys.stderr)("faint", effort(outcome.report)), err=True)


def _teller(where: str, *, quiet: bool) -> Callable[[str], None]:
    """Say on standard error what is to be known of the text that goes there."""

    def tell(notice: str) -> None:
        if not quiet:
            click.echo(f"lintel: notice: {where}: {notice}", err=True)

    return tell
