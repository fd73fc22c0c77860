"""One line a finding, exactly as flake8 prints it: `path:line:column: CODE message`, columns from 1.

Editors and CI systems that read flake8 read this. Failures have the place but no column and the word FAILURE instead
of a code, so that nothing takes them for findings, or for nothing.
"""

from __future__ import annotations

from lintel.finding import Failure, Finding, Report
from lintel.report.printable import escaped, one_line
from lintel.report.summary import coverage, shortfall, verdict


def render(report: Report, *, quiet: bool = False) -> str:
    """The whole report as lines; `quiet` leaves findings and failures only."""
    lines = [_finding(finding) for finding in report.findings]
    lines += failure_lines(report)
    if not quiet:
        lines += notice_lines(report)
        lines.append(f"{verdict(report)} {coverage(report)}")
        lines += filter(None, (shortfall(report),))
    return "".join(f"{line}\n" for line in lines)


def failure_lines(report: Report) -> list[str]:
    """One line a failure: `path:line: FAILURE kind: reason (remedy)`."""
    return [_failure(failure) for failure in report.failures]


def notice_lines(report: Report) -> list[str]:
    """One line a notice."""
    return [
        (f"{escaped(notice.path)}: " if notice.path else "") + f"notice: {one_line(notice.message)}"
        for notice in report.notices
    ]


def _finding(finding: Finding) -> str:
    place = f"{escaped(finding.path)}:{finding.span.line}:{finding.span.column + 1}"
    return f"{place}: {finding.code} {one_line(finding.message)}"


def _failure(failure: Failure) -> str:
    place = ""
    if failure.path:
        place = escaped(failure.path) + (f":{failure.line}" if failure.line else "") + ": "
    rule = f"{failure.code} " if failure.code else ""
    remedy = f" ({one_line(failure.remedy)})" if failure.remedy else ""
    return f"{place}FAILURE {rule}{failure.kind}: {one_line(failure.reason)}{remedy}"
