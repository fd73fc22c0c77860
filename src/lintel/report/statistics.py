"""How many findings of each rule, by severity: the first look at a tree that was never judged before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lintel.card import Card
from lintel.finding import Report, Severity
from lintel.report.concise import failure_lines, notice_lines
from lintel.report.palette import PLAIN, Palette
from lintel.report.summary import SEVERITIES, coverage, shortfall, verdict


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule was broken."""

    code: str
    name: str
    by_severity: Mapping[Severity, int]

    @property
    def total(self) -> int:
        """The findings of all severities."""
        return sum(self.by_severity.values())


def rule_counts(report: Report, cards: Mapping[str, Card]) -> list[RuleCount]:
    """The counts of all rules that were broken, most frequent first, then by code."""
    counts = Counter((finding.code, finding.severity) for finding in report.findings)
    rows = [
        RuleCount(code, cards[code].name if code in cards else "", {s: counts[code, s] for s in SEVERITIES})
        for code in {finding.code for finding in report.findings}
    ]
    return sorted(rows, key=lambda row: (-row.total, row.code))


def render(report: Report, cards: Mapping[str, Card], *, palette: Palette = PLAIN, quiet: bool = False) -> str:
    """A table of rules, most frequent first, then failures, notices and the summary."""
    lines = []
    if report.findings:
        lines.append(palette("faint", f"{'total':>7}{'errors':>8}{'warnings':>10}{'notes':>7}  rule"))
        lines += [_row(count, palette) for count in rule_counts(report, cards)]
        lines.append("")
    lines += failure_lines(report)
    if not quiet:
        lines += notice_lines(report)
        lines.append(f"{verdict(report)} {coverage(report)}")
        lines += filter(None, (shortfall(report),))
    return "".join(f"{line}\n" for line in lines)


def _row(count: RuleCount, palette: Palette) -> str:
    cells = ""
    for severity, width in zip(SEVERITIES, (8, 10, 7), strict=True):
        number = count.by_severity[severity]
        cells += palette(severity, f"{number:>{width},}") if number else f"{'-':>{width}}"
    return f"{count.total:>7,}{cells}  {palette('strong', count.code)} {count.name}".rstrip()
