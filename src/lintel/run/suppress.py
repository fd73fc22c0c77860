"""Findings that a comment silences are told apart from those that count, and kept with the comment that did it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lintel.card import Card
from lintel.finding import Finding, Suppressed, Suppression
from lintel.settings import selected_by

_BORROWED = "LNB"


def suppress(
    findings: Iterable[Finding], suppressions: Mapping[str, Iterable[Suppression]], cards: Mapping[str, Card]
) -> tuple[list[Finding], list[Suppressed]]:
    """The findings that no comment of their file silences, and those that one does, with the first that does."""
    kept: list[Finding] = []
    silenced: list[Suppressed] = []
    for finding in findings:
        by = next((each for each in suppressions.get(finding.path, ()) if _silences(each, finding, cards)), None)
        if by is None:
            kept.append(finding)
        else:
            silenced.append(Suppressed(finding, by))
    return kept, silenced


def _silences(one: Suppression, finding: Finding, cards: Mapping[str, Card]) -> bool:
    if not one.first <= finding.span.line <= one.last:
        return False
    code = finding.code
    if one.marker == "noqa":
        return not one.codes or code.startswith(one.codes)  # as flake8 compares
    if one.marker == "nosec":
        card = cards.get(code)
        also = {*(card.aliases if card is not None else ()), code.replace(_BORROWED, "B")}
        replaces = len(also) > 1 or code.startswith(_BORROWED)
        return replaces and (not one.codes or code in one.codes or bool(also & set(one.codes)))
    return not one.codes or any(code in selected_by(selector, cards)[1] for selector in one.codes)
