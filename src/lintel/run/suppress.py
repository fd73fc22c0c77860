"""Findings that a comment silences are told apart from those that count, and kept with the comment that did it.

A comment of ours that silences nothing is itself a finding, under the rule `blanket-suppression`: only here is it known
what every rule found. Codes of other tools are left alone, and so are rules that were not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from lintel.card import Card
from lintel.finding import Finding, Span, Suppressed, Suppression
from lintel.run.gather import Wanted
from lintel.settings import selected_by

_BORROWED = "LNB"
_RULE = "blanket-suppression"


def suppress(
    findings: Iterable[Finding],
    suppressions: Mapping[str, Iterable[Suppression]],
    cards: Mapping[str, Card],
    wanted: Wanted | None,
    unheeded: frozenset[str] = frozenset(),
) -> tuple[list[Finding], list[Suppressed]]:
    """The findings that no comment of their file silences, and those that one does, with the first that does.

    Comments with an `unheeded` marker silence nothing here, because the face reads them itself. Those that would
    silence nothing anywhere are added to the findings, where the rule is `wanted`; None means that not all was seen
    that there is to find, so that nothing can be said of them.
    """
    rule = next((card for card in cards.values() if card.name == _RULE), None)
    split = _Split(suppressions, cards, rule.code if rule is not None else "", unheeded)
    split.add(findings)
    if rule is not None and wanted is not None:
        # First those that cannot mean one of these themselves, so that the others are known to be of use.
        for about_itself in (False, True):
            unused = [
                _unused(path, each, rule)
                for path, each in split.unused()
                if (rule.code in _meant(each, cards)) is about_itself and _is_known(path, each, cards, rule, wanted)
            ]
            split.add(unused)
    return split.kept, split.silenced


class _Split:
    """Findings that count, those that are silenced, and the suppressions that were of use."""

    def __init__(
        self,
        suppressions: Mapping[str, Iterable[Suppression]],
        cards: Mapping[str, Card],
        rule: str,
        unheeded: frozenset[str],
    ) -> None:
        self.kept: list[Finding] = []
        self.silenced: list[Suppressed] = []
        self._suppressions = suppressions
        self._cards = cards
        self._rule = rule
        self._unheeded = unheeded
        self._used: set[tuple[str, Suppression]] = set()

    def add(self, findings: Iterable[Finding]) -> None:
        """Sort findings into those that count and those that are silenced."""
        for finding in findings:
            by = [each for each in self._suppressions.get(finding.path, ()) if self._silences(each, finding)]
            self._used |= {(finding.path, each) for each in by}
            heeded = [each for each in by if each.marker not in self._unheeded]
            if heeded:
                self.silenced.append(Suppressed(finding, heeded[0]))
            else:
                self.kept.append(finding)

    def unused(self) -> list[tuple[str, Suppression]]:
        """The suppressions that silenced none of the findings, with their paths."""
        every = ((path, each) for path, some in self._suppressions.items() for each in some)
        return [each for each in every if each not in self._used]

    def _silences(self, one: Suppression, finding: Finding) -> bool:
        if not one.first <= finding.span.line <= one.last:
            return False
        if not one.codes and finding.code == self._rule:
            return False  # a blanket suppression does not hide that it is one
        return (not one.codes and one.marker != "nosec") or finding.code in _meant(one, self._cards)


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


def _is_known(path: str, one: Suppression, cards: Mapping[str, Card], rule: Card, wanted: Wanted) -> bool:
    """Whether a suppression names codes of ours, and all of them were asked: then it is known that it is of no use."""
    borrowed = any(code.startswith(_BORROWED) for code in one.codes)  # of engines that may not have been run
    if not one.codes or one.marker == "nosec" or borrowed or not wanted(path, rule.code):
        return False
    meant = _meant(one, cards)
    return (bool(meant) or one.marker == "lintel") and all(wanted(path, code) for code in meant)


def _unused(path: str, one: Suppression, rule: Card) -> Finding:
    arguments = {"comment": f"`# {one.marker}: {', '.join(one.codes)}`", "problem": "silences nothing; take it away"}
    if one.marker == "lintel":
        arguments["comment"] = f"the suppression of {', '.join(one.codes)}"
    finding = Finding(
        code=rule.code,
        path=path,
        span=Span(one.line, one.column, one.line, one.end_column),
        message=rule.message.format(**arguments),
        severity=rule.severity,
        arguments=arguments,
        anchor=f"unused {one.marker} {' '.join(one.codes)}",
    )
    return msgspec.structs.replace(finding, fingerprint=finding.identity(0))
