"""Findings that a comment silences are told apart from those that count, and kept with the comment that did it.

A comment of ours that silences nothing is itself a finding, under the rule `blanket-suppression`: only here is it known
what every rule found. Codes of other tools are left alone, and so are rules that were not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from lintel.card import Card
from lintel.finding import Finding, Span, Suppressed, Suppression
from lintel.settings import selected_by

_BORROWED = "LNB"
_RULE = "blanket-suppression"


def suppress(
    findings: Iterable[Finding],
    suppressions: Mapping[str, Iterable[Suppression]],
    cards: Mapping[str, Card],
    wanted: Callable[[str, str], bool],
    unheeded: frozenset[str] = frozenset(),
) -> tuple[list[Finding], list[Suppressed]]:
    """The findings that no comment of their file silences, and those that one does, with the first that does.

    Comments with an `unheeded` marker silence nothing here, because the face reads them itself. Those that would
    silence nothing anywhere are added to the findings, where the rule is `wanted` (path, code).
    """
    told = next((card for card in cards.values() if card.name == _RULE), None)
    kept: list[Finding] = []
    silenced: list[Suppressed] = []
    used: set[tuple[str, Suppression]] = set()
    for finding in findings:
        by = [each for each in suppressions.get(finding.path, ()) if _silences(each, finding, cards, told)]
        used |= {(finding.path, each) for each in by}
        heeded = [each for each in by if each.marker not in unheeded]
        if heeded:
            silenced.append(Suppressed(finding, heeded[0]))
        else:
            kept.append(finding)
    if told is not None:
        every = ((path, each) for path, some in suppressions.items() for each in some if (path, each) not in used)
        kept += [_unused(path, each, told) for path, each in every if _says_nothing(path, each, cards, told, wanted)]
    return kept, silenced


def _silences(one: Suppression, finding: Finding, cards: Mapping[str, Card], told: Card | None) -> bool:
    if not one.first <= finding.span.line <= one.last:
        return False
    if not one.codes and told is not None and finding.code == told.code:
        return False  # a blanket suppression does not hide that it is one
    return (not one.codes and one.marker != "nosec") or finding.code in _meant(one, cards)


def _meant(one: Suppression, cards: Mapping[str, Card]) -> frozenset[str]:
    """The codes of rules that a suppression means."""
    if one.marker == "noqa":
        return frozenset(code for code in cards if code.startswith(one.codes))  # as flake8 compares
    if one.marker == "nosec":
        return frozenset(
            code
            for code, card in cards.items()
            if (card.aliases or code.startswith(_BORROWED))
            and (not one.codes or code in one.codes or bool(set(card.aliases) & set(one.codes)))
        )
    return frozenset().union(*(selected_by(selector, cards)[1] for selector in one.codes))


def _says_nothing(
    path: str, one: Suppression, cards: Mapping[str, Card], told: Card, wanted: Callable[[str, str], bool]
) -> bool:
    """Whether it is known that a comment that names codes of ours silences nothing: all of them were asked."""
    borrowed = any(code.startswith(_BORROWED) for code in one.codes)  # of engines that may not have been run
    if not one.codes or one.marker == "nosec" or borrowed or not wanted(path, told.code):
        return False
    meant = _meant(one, cards)
    return (bool(meant) or one.marker == "lintel") and all(wanted(path, code) for code in meant - {told.code})


def _unused(path: str, one: Suppression, told: Card) -> Finding:
    arguments = {"comment": f"`# {one.marker}: {', '.join(one.codes)}`", "problem": "silences nothing; take it away"}
    if one.marker == "lintel":
        arguments["comment"] = f"the suppression of {', '.join(one.codes)}"
    finding = Finding(
        code=told.code,
        path=path,
        span=Span(one.line, one.column, one.line, one.end_column),
        message=told.message.format(**arguments),
        severity=told.severity,
        arguments=arguments,
        anchor=f"unused {one.marker} {' '.join(one.codes)}",
    )
    return msgspec.structs.replace(finding, fingerprint=finding.identity(0))
