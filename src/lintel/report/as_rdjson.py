"""The report in Reviewdog Diagnostic Format, for review comments on any forge.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: lines and columns count from 1, columns in bytes of UTF-8,
the end is exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from lintel.finding import Failure, Finding, Report, Severity, Span

Read = Callable[[str], Sequence[str]]
_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, read: Read) -> str:
    """One DiagnosticResult; `read` gives the lines of a path, for columns in bytes."""
    said = [_of_finding(finding, read) for finding in report.findings]
    said += [_of_failure(failure) for failure in report.failures]
    return json.dumps({"source": {"name": "lintel"}, "diagnostics": said}, indent=2, ensure_ascii=False) + "\n"


def _of_finding(finding: Finding, read: Read) -> dict[str, Any]:
    said: dict[str, Any] = {
        "message": finding.message,
        "location": _location(finding.path, finding.span, read),
        "severity": _SEVERITY[finding.severity],
        "code": {"value": finding.code},
    }
    places = (*finding.related, *finding.steps)  # the format has no ways; their order is kept
    if places:
        said["relatedLocations"] = [
            {"message": place.message, "location": _location(place.path, place.span, read)} for place in places
        ]
    return said


def _of_failure(failure: Failure) -> dict[str, Any]:
    text = f"not judged: {failure.reason} ({failure.remedy})"
    place: dict[str, Any] = {"path": failure.path or "."}  # the format has no diagnostic without a place
    if failure.line:
        place["range"] = {"start": {"line": failure.line}}
    return {"message": text, "location": place, "severity": "ERROR"}


def _location(path: str, span: Span, read: Read) -> dict[str, Any]:
    lines = read(path)

    def position(line: int, column: int) -> dict[str, int]:
        before = lines[line - 1][:column] if line <= len(lines) else " " * column
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    return {
        "path": path,
        "range": {"start": position(span.line, span.column), "end": position(span.end_line, span.end_column)},
    }
