"""Which rules are on, and which of them for a file.

Each layer of settings is resolved as ruff does it: the most specific selector wins, so that `select = ["LNT5"]` with
`ignore = ["LNT503"]` and `select = ["LNT503"]` with `ignore = ["LNT5"]` both mean what they say; between equally
specific ones `ignore` wins. A layer with `select` starts anew, one without adds to and takes from what the layers below
left on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lintel.card import Card
from lintel.errors import SettingsError
from lintel.project.patterns import Matcher, compile_patterns
from lintel.settings import Selection, Settings, nearest, selected_by


@dataclass(frozen=True, slots=True)
class Selected:
    """The rules that are on, and what is off for files that match."""

    codes: frozenset[str]
    per_file: tuple[tuple[Matcher, bool, frozenset[str]], ...] = ()

    def at(self, root: str, path: str) -> frozenset[str]:
        """The codes that are on for a path relative to an absolute root."""
        off = [codes for matcher, negated, codes in self.per_file if matcher.covers(root, path) is not negated]
        return self.codes.difference(*off) if off else self.codes


def select(settings: Settings, cards: Mapping[str, Card]) -> Selected:
    """The rules that settings turn on, out of these cards. Raises SettingsError for a selector that means none."""
    on = frozenset(code for code, card in cards.items() if card.on)
    for layer in settings.selection:
        on = _apply(layer, on, cards)
    per_file = tuple(
        (compile_patterns([row.pattern]), row.negated, frozenset().union(*(_codes(row.selectors, cards).values())))
        for row in (*settings.per_file_ignores, *settings.extend_per_file_ignores)
    )
    return Selected(on, per_file)


def _apply(layer: Selection, on: frozenset[str], cards: Mapping[str, Card]) -> frozenset[str]:
    wanted = _codes((*(layer.select or ()), *layer.extend_select), cards)
    unwanted = _codes((*layer.ignore, *layer.extend_ignore), cards)
    result = set(on)
    if layer.select is not None:
        result.clear()
    elif not layer.extend_select and not unwanted:
        return on
    for strength in sorted({*wanted, *unwanted}):
        result |= wanted.get(strength, frozenset())
        result -= unwanted.get(strength, frozenset())
    return frozenset(result)


def _codes(selectors: Iterable[str], cards: Mapping[str, Card]) -> dict[int, frozenset[str]]:
    """The codes that selectors mean, by how specific the selector is."""
    meant: dict[int, frozenset[str]] = {}
    for selector in selectors:
        strength, codes = selected_by(selector, cards)
        if not codes and selector != "ALL":
            known = (*cards, *(card.name for card in cards.values()), "ALL")
            remedy = nearest(selector, known, "`lintel rules` lists all rules")
            raise SettingsError("select", f"unknown rule selector {selector!r}", remedy)
        meant[strength] = meant.get(strength, frozenset()) | codes
    return meant
