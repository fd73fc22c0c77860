"""The report as workflow commands, which GitHub Actions shows beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; how values are escaped is in
`@actions/core` (command.ts). GitHub shows ten annotations of each level and step, so the most severe come first.
"""

from __future__ import annotations

from lintel.finding import Failure, Finding, Report, Severity
from lintel.report.concise import notice_lines
from lintel.report.printable import one_line
from lintel.report.summary import coverage, shortfall, verdict

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One command a failure and a finding, then the summary as a person reads it in the log."""
    ranked = sorted(report.findings, key=lambda finding: (-finding.severity.rank, finding.sort_key()))
    lines = [*(_of_failure(failure) for failure in report.failures), *(_of_finding(finding) for finding in ranked)]
    lines += [f"Lintel: {line}" for line in notice_lines(report)]  # a path, even one named `::error::`, begins no line
    lines += [f"{verdict(report)} {coverage(report)}"]
    lines += filter(None, (shortfall(report),))
    return "".join(f"{line}\n" for line in lines)


def _of_finding(finding: Finding) -> str:
    span = finding.span
    place = {"file": finding.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # columns of an annotation are those of one line
        place |= {"col": str(span.column + 1), "endColumn": str(span.end_column + 1)}
    text = f"{finding.path}:{span.line}:{span.column + 1}: {finding.code} {one_line(finding.message)}"
    return _command(_COMMAND[finding.severity], {"title": f"Lintel ({finding.code})", **place}, text)


def _of_failure(failure: Failure) -> str:
    place = {"file": failure.path, "line": str(failure.line or 1)} if failure.path else {}
    where = f"{failure.path}: " if failure.path else ""
    text = f"{where}{one_line(failure.reason)} ({one_line(failure.remedy)})"
    return _command("error", {"title": "Lintel (not judged)", **place}, text)


def _command(name: str, properties: dict[str, str], text: str) -> str:
    said = ",".join(f"{key}={_escaped_value(value)}" for key, value in properties.items())
    return f"::{name} {said}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
