"""`lintel`: the commands, and what their exit codes promise.

0 is clean, 1 means findings at or above the threshold, 2 that the question could not be answered: a wrong word, a file
that cannot be judged, a defect of Lintel. 1 never means anything but findings, and 0 never that something was not seen.

Commands import what they need when they run: `lintel rule` must answer without LibCST, rules or rich.
"""

from __future__ import annotations

import sys
from types import TracebackType
from typing import IO, Any

import click

from lintel import __version__
from lintel.errors import LintelError
from lintel.faces.cli_cache import cache
from lintel.faces.cli_check import check
from lintel.faces.cli_rules import rule, rules

INTERRUPTED = 130
INCOMPLETE = 2


class _Refused(click.ClickException):
    """An answer to the user instead of a result."""

    exit_code = INCOMPLETE

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - click's signature
        """One clear message, no traceback."""
        click.echo(f"lintel: error: {self.message}", err=True)


class _Commands(click.Group):
    """Turns the errors that Lintel raises on purpose into messages, whatever command raised them."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except LintelError as error:
            raise _Refused(str(error)) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", "-V", message="lintel %(version)s")
def commands() -> None:
    """Hold a Python backend to its own rules.

    Exit codes: 0 clean, 1 findings at or above the threshold, 2 the check could not be completed.
    """


commands.add_command(check)
commands.add_command(rule)
commands.add_command(rules)
commands.add_command(cache)


def main() -> None:
    """Run the command line and end the process with the exit code it promises."""
    sys.excepthook = _defect
    try:
        code = commands.main(prog_name="lintel", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = INCOMPLETE
    except click.Abort:
        click.echo("lintel: interrupted", err=True)
        code = INTERRUPTED
    sys.exit(code)


def _defect(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody foresaw is shown whole, and must not end as Python would end it: exit code 1 means findings."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.write("lintel: this is a defect of Lintel, not of the code it read; please report it with the above\n")
    raise SystemExit(INCOMPLETE)
