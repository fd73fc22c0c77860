"""The words of a report that every text format shares: how many findings, what was judged, what was left out.

What depends on the state of the store (files parsed anew, files taken from it) is kept apart in `effort`: it is no part
of a report, because a report is the same byte for byte whether the store was cold or warm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lintel.finding import Report, Severity

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`, `1,204 files`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))


def by_severity(report: Report) -> dict[Severity, int]:
    """How many findings of each severity, most severe first, none left out."""
    counts = Counter(finding.severity for finding in report.findings)
    return {severity: counts[severity] for severity in SEVERITIES}


def verdict(report: Report) -> str:
    """The sentence about findings: `Found 2 errors and 1 note in 2 files; 1 suppressed.`, or that there are none."""
    silenced = f"; {len(report.suppressed):,} suppressed" if report.suppressed else ""
    if not report.findings:
        return f"No findings{silenced}."
    said = [counted(number, severity) for severity, number in by_severity(report).items() if number]
    files = counted(len({finding.path for finding in report.findings}), "file")
    return f"Found {listed(said)} in {files}{silenced}."


def coverage(report: Report) -> str:
    """The sentence about files, as in `212 files judged, 30,120 lines; left out: 9 generated.`, reasons sorted."""
    said = f"{counted(report.counts.files, 'file')} judged, {counted(report.counts.lines, 'line')}"
    left_out = [f"{number:,} {reason}" for reason, number in sorted(report.counts.left_out.items()) if number]
    return said + (f"; left out: {', '.join(left_out)}." if left_out else ".")


def shortfall(report: Report) -> str:
    """The sentence about failures, empty where there is none."""
    if not report.failures:
        return ""
    return f"{counted(len(report.failures), 'failure')}: the check is not complete (exit code 2)."


def effort(report: Report) -> str:
    """What the run had to do, as in `3 files parsed, 209 taken from the store.`, for a terminal only."""
    return f"{counted(report.counts.parsed, 'file')} parsed, {report.counts.stored:,} taken from the store."
