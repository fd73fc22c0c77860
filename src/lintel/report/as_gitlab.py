"""The report as GitLab's Code Quality artifact: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.

GitLab reads a part of Code Climate's issues; what other readers of those insist on (a type, categories, a description
in one line) is here too: https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md#issues.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from lintel.card import Card
from lintel.finding import Failure, Finding, Report, Severity, Span
from lintel.report.printable import one_line

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_NOT_JUDGED = "not-judged"


def render(report: Report, cards: Mapping[str, Card]) -> str:
    """One JSON list; what could not be judged is in it, as blocking."""
    issues = [_of_finding(finding, cards) for finding in report.findings]
    issues += [_of_failure(failure) for failure in report.failures]
    seen: Counter[str] = Counter()
    for issue in issues:  # GitLab drops all but one of an identity
        name = issue["fingerprint"]
        seen[name] += 1
        if seen[name] > 1:
            issue["fingerprint"] = f"{name}-{seen[name]}"
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"


def _of_finding(finding: Finding, cards: Mapping[str, Card]) -> dict[str, Any]:
    card = cards.get(finding.code)
    issue: dict[str, Any] = {
        "type": "issue",
        "description": f"{finding.code} {one_line(finding.message)}",
        "check_name": card.name if card is not None else finding.code,
        "categories": ["Security" if card is not None and card.owasp else "Bug Risk"],
        "fingerprint": finding.fingerprint or finding.identity(0),
        "severity": _SEVERITY[finding.severity],
        "location": {"path": finding.path, "positions": _positions(finding.span)},
    }
    if finding.steps:
        way = [{"path": place.path, "positions": _positions(place.span)} for place in finding.steps]
        issue["trace"] = {"locations": way, "stacktrace": True}
    return issue


def _of_failure(failure: Failure) -> dict[str, Any]:
    return {
        "type": "issue",
        "description": f"not judged: {one_line(failure.reason)} ({one_line(failure.remedy)})",
        "check_name": _NOT_JUDGED,
        "categories": ["Bug Risk"],
        "fingerprint": f"{_NOT_JUDGED}:{failure.kind}:{failure.code}:{failure.path}",
        "severity": "blocker",
        "location": {"path": failure.path or ".", "lines": {"begin": failure.line or 1}},
    }


def _positions(span: Span) -> dict[str, dict[str, int]]:
    return {
        "begin": {"line": span.line, "column": span.column + 1},
        "end": {"line": span.end_line, "column": span.end_column + 1},
    }
