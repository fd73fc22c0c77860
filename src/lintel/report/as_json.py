"""The report as JSON, for programs: a stable shape with a version, sorted, the same byte for byte for the same code.

The shape is described in `docs/json.md`. Lines and columns count from 1, columns in code points; an end is the first
position after the span. Nothing here depends on the state of the store, on time or on the folder that Lintel runs in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lintel import __version__
from lintel.card import Card
from lintel.finding import Failure, Finding, Related, Report, Span, Suppressed
from lintel.report.statistics import rule_counts
from lintel.report.summary import by_severity

SHAPE_VERSION = 1


def render(report: Report, cards: Mapping[str, Card]) -> str:
    """The whole report as one JSON object."""
    return _dumped(
        {
            "version": SHAPE_VERSION,
            "lintel": __version__,
            "complete": not report.failures,
            "findings": [_finding(finding, cards) for finding in report.findings],
            "suppressed": [_suppressed(each, cards) for each in report.suppressed],
            "failures": [_failure(failure) for failure in report.failures],
            "notices": [{"path": notice.path or None, "message": notice.message} for notice in report.notices],
            "counts": _counts(report, cards),
        }
    )


def render_lines(report: Report, cards: Mapping[str, Card]) -> str:
    """The same objects one a line, each with what it is in `row` (finding, suppressed, failure, notice, counts)."""
    whole = json.loads(render(report, cards))
    rows = (("finding", "findings"), ("suppressed", "suppressed"), ("failure", "failures"), ("notice", "notices"))
    lines = [{"row": row, **each} for row, name in rows for each in whole[name]]
    lines.append({"row": "counts", "complete": whole["complete"], **whole["counts"]})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def render_statistics(report: Report, cards: Mapping[str, Card]) -> str:
    """The same object without the findings themselves: counts, failures and notices."""
    whole = json.loads(render(report, cards))
    del whole["findings"], whole["suppressed"]
    return _dumped(whole)


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding, cards: Mapping[str, Card]) -> dict[str, Any]:
    card = cards.get(finding.code)
    return {
        "path": finding.path,
        **_place(finding.span),
        "code": finding.code,
        "name": card.name if card else None,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "arguments": dict(sorted(finding.arguments.items())),
        "symbol": finding.symbol or None,
        "fingerprint": finding.fingerprint or None,
        "related": [_other_place(place) for place in finding.related],
        "steps": [_other_place(place) for place in finding.steps],
    }


def _suppressed(one: Suppressed, cards: Mapping[str, Card]) -> dict[str, Any]:
    by = one.by
    comment = {"marker": by.marker, "line": by.line, "codes": list(by.codes), "reason": by.reason or None}
    return {**_finding(one.finding, cards), "suppression": comment}


def _other_place(place: Related) -> dict[str, Any]:
    return {"path": place.path, **_place(place.span), "message": place.message}


def _place(span: Span) -> dict[str, Any]:
    return {
        "line": span.line,
        "column": span.column + 1,
        "end": {"line": span.end_line, "column": span.end_column + 1},
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "kind": failure.kind,
        "path": failure.path or None,
        "line": failure.line or None,
        "code": failure.code or None,
        "reason": failure.reason,
        "remedy": failure.remedy,
    }


def _counts(report: Report, cards: Mapping[str, Card]) -> dict[str, Any]:
    return {
        "files": report.counts.files,
        "lines": report.counts.lines,
        "left_out": dict(sorted(report.counts.left_out.items())),
        "findings": len(report.findings),
        "by_severity": {severity.value: number for severity, number in by_severity(report).items()},
        "by_rule": {
            row.code: {severity.value: number for severity, number in row.by_severity.items()}
            for row in sorted(rule_counts(report, cards), key=lambda row: row.code)
        },
    }
