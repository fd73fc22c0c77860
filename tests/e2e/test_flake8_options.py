"""What flake8 is told of rules that are off by default, of which there may be none at a time."""

from __future__ import annotations

import msgspec

from lintel.card import card_index
from lintel.faces import flake8_plugin


class Manager:
    """As much of flake8's option manager as the plugin talks to."""

    def __init__(self) -> None:
        self.ignored: list[str] = []

    def extend_default_ignore(self, codes: list[str]) -> None:
        self.ignored += codes


def test_rules_that_are_off_are_ignored_by_default_and_said_once(monkeypatch):
    cards = card_index()
    changed = {**cards, "LNT907": msgspec.structs.replace(cards["LNT907"], on=False)}
    monkeypatch.setattr("lintel.card.card_index", lambda: changed)
    manager = Manager()
    for plugin in (flake8_plugin.Native, flake8_plugin.Borrowed):
        plugin.add_options(manager)
    assert manager.ignored == ["LNT907", *(code for code, card in cards.items() if not card.on)]
