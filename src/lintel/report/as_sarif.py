"""The report as SARIF 2.1.0, for code scanning: GitHub, GitLab and whatever else reads the standard.

Section numbers are those of the standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/. What is no part of it but of
GitHub's use of it (tags, precision, severity as a number, limits) is in GitHub's "SARIF support for code scanning".

Paths are relative to the folder that Lintel ran in (`%SRCROOT%`), so that a report means the same on every machine.
Columns count code points, as everywhere in Lintel. What a comment silences stays in the report, as suppressed.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any
from urllib.parse import quote

from lintel import __version__
from lintel.card import Card
from lintel.finding import Failure, Finding, Notice, Related, Report, Severity, Span, Suppression
from lintel.report.summary import counted

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub refuses a run with more."""
MOST_PLACES = 1_000
"""GitHub refuses a result with more places."""
MOST_STEPS = 10_000
"""GitHub refuses a result with more steps on its way, and shows a tenth of them."""
MOST_BYTES = 10_000_000
"""GitHub refuses a file with more, compressed by gzip."""

_ROOT = "%SRCROOT%"
_GITHUB_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_SCORE = {Severity.ERROR: "8.0", Severity.WARNING: "5.5", Severity.NOTE: "3.0"}  # high, medium and low to GitHub
_FINGERPRINT = "lintel/v1"
_MARGIN = 0.95  # of what is aimed at: other results compress a little better or worse

_Said = tuple[Finding, Suppression | None]


def render(report: Report, cards: Mapping[str, Card], tell: Callable[[str], None] = lambda _: None) -> str:
    """The whole report as one SARIF log with one run, such as readers take.

    What they would not take is left out: the mildest first, what a comment silences before all of them. The log holds
    a notification of that, and `tell` is told the same.
    """
    said: list[_Said] = [(finding, None) for finding in report.findings]
    said += [(each.finding, each.by) for each in report.suppressed]
    said.sort(key=lambda each: (each[1] is not None, -each[0].severity.rank, each[0].sort_key()))
    kept = said[:MOST_RESULTS]
    text = _log(report, kept, len(said) - len(kept), cards)
    while kept and (size := _compressed_size(text)) > MOST_BYTES:
        kept = _fitting(kept, _MARGIN * MOST_BYTES / size)
        text = _log(report, kept, len(said) - len(kept), cards)
    if len(kept) < len(said):
        tell(_shortened(len(said) - len(kept)))
    return text


def _compressed_size(text: str) -> int:
    """The bytes that an upload has; a text that is short enough as it is, is not compressed to find that out."""
    data = text.encode("utf-8", "backslashreplace")
    return len(zlib.compress(data, wbits=31)) if len(data) > MOST_BYTES else len(data)


def _fitting(said: Sequence[_Said], share: float) -> list[_Said]:
    """The first of them, as many as make up this share of their text; fewer than there are."""
    sizes = list(accumulate(len(json.dumps(_result(finding, by, {}))) for finding, by in said))
    return list(said[: bisect(sizes, share * sizes[-1])])


def _shortened(left_out: int) -> str:
    return (
        f"{counted(left_out, 'result')} of the least severity left out: readers take {MOST_RESULTS:,}, and 10 MB when"
        " compressed (for all of them check one folder at a time, and upload each file under a category of its own)"
    )


def _log(report: Report, kept: Sequence[_Said], left_out: int, cards: Mapping[str, Card]) -> str:
    """A log of these results, in report order."""
    rules = sorted(cards.values(), key=lambda card: card.code)
    index = {card.code: number for number, card in enumerate(rules)}
    ordered = sorted(kept, key=lambda each: (each[0].sort_key(), each[1] is not None))
    run = {
        "tool": {
            "driver": {
                "name": "Lintel",
                "semanticVersion": __version__,
                "rules": [_rule(card) for card in rules],
            }
        },
        "automationDetails": {"id": "lintel/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that Lintel ran in."}}},
        "invocations": [_invocation(report, left_out)],
        "results": [_result(finding, by, index) for finding, by in ordered],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(card: Card) -> dict[str, Any]:
    """A rule as a reportingDescriptor (3.49)."""
    tags = [card.family, *(f"external/cwe/cwe-{number:03}" for number in card.cwe)]
    tags += [f"external/owasp/{name.lower()}" for name in card.owasp]
    properties: dict[str, Any] = {
        "tags": ["security", *tags] if card.owasp else tags,
        "precision": "high",
        "problem.severity": _GITHUB_SEVERITY[card.severity],
    }
    if card.owasp:
        properties["security-severity"] = _SCORE[card.severity]
    return {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": _stopped(card.summary)},
        "fullDescription": {"text": card.why},
        "help": {"text": f"{card.why}\n\n{card.fix}", "markdown": _markdown(card)},
        "defaultConfiguration": {"enabled": card.on, "level": card.severity.value},
        "properties": properties,
    }


def _markdown(card: Card) -> str:
    blocks = [f"**{_stopped(card.summary)}**", card.why, "## How to fix", card.fix]
    for title, examples in (("Bad", card.bad), ("Good", card.good)):
        blocks += [f"## {title}", *(f"```python\n{text.strip()}\n```" for text in examples[:1])]
    blocks += ["## What it misses", _stopped(card.misses[:1].upper() + card.misses[1:])]
    return "\n\n".join(blocks) + "\n"


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _result(finding: Finding, by: Suppression | None, index: Mapping[str, int]) -> dict[str, Any]:
    """A finding as a result (3.27)."""
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": finding.severity.value,
        "message": {"text": _stopped(finding.message)},
        "locations": [_location(finding.path, finding.span, finding.symbol)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint} if finding.fingerprint else {},
        "properties": {"confidence": finding.confidence.value},
        "suppressions": [_suppression(finding.path, by)] if by is not None else [],  # 3.27.23: for all results or none
    }
    if finding.related:
        result["relatedLocations"] = [
            _related(number, place) for number, place in enumerate(finding.related[: MOST_PLACES - 1], 1)
        ]
    if finding.steps:
        way = [{"location": _described(step)} for step in finding.steps[:MOST_STEPS]]
        result["codeFlows"] = [{"threadFlows": [{"locations": way}]}]
    return result


def _location(path: str, span: Span, symbol: str = "") -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(span)}}
    if symbol:
        location["logicalLocations"] = [{"fullyQualifiedName": symbol}]
    return location


def _related(number: int, place: Related) -> dict[str, Any]:
    return {"id": number, **_described(place)}


def _described(place: Related) -> dict[str, Any]:
    return {**_location(place.path, place.span), "message": {"text": _stopped(place.message)}}


def _artifact(path: str) -> dict[str, str]:
    """A path as a URI reference (3.4); what lies outside of the base has none to be relative to."""
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    """Lines and columns from 1, the end column exclusive (3.30)."""
    return {
        "startLine": span.line,
        "startColumn": span.column + 1,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }


def _suppression(path: str, by: Suppression) -> dict[str, Any]:
    """What silences a finding (3.35)."""
    place = {"physicalLocation": {"artifactLocation": _artifact(path), "region": {"startLine": by.line}}}
    said: dict[str, Any] = {"kind": "inSource", "location": place, "properties": {"marker": by.marker}}
    if by.codes:
        said["properties"]["codes"] = list(by.codes)
    return {**said, "justification": by.reason} if by.reason else said


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    """How the run went (3.20): what could not be judged, and what one should know."""
    notes = [_of_notice(notice) for notice in report.notices]
    if left_out:
        notes.append(_of_notice(Notice(message=_shortened(left_out))))
    return {
        "executionSuccessful": not report.failures,
        "toolExecutionNotifications": [*(_of_failure(failure) for failure in report.failures), *notes],
    }


def _of_failure(failure: Failure) -> dict[str, Any]:
    text = f"{failure.reason} ({failure.remedy})"
    said: dict[str, Any] = {"level": "error", "message": {"text": text}, "descriptor": {"id": failure.kind}}
    if failure.code:
        said["associatedRule"] = {"id": failure.code}
    return {**said, "locations": [_whole(failure.path, failure.line)]} if failure.path else said


def _of_notice(notice: Notice) -> dict[str, Any]:
    said: dict[str, Any] = {"level": "note", "message": {"text": notice.message}}
    return {**said, "locations": [_whole(notice.path, 0)]} if notice.path else said


def _whole(path: str, line: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if line:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place}
