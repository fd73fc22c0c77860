"""What the bad examples on the cards of god units say, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import Bench

from lintel.card import Card
from lintel.knowledge.index import Knowledge
from lintel.rules.architecture.god_controller import CARD as CONTROLLER
from lintel.rules.architecture.god_service import CARD as SERVICE

_ENTITIES = "campaign (4), customer (4), invoice (4), warehouse (4)"
_SYSTEMS = "card (3), customer (3), newsletter (3), parcel (3), price (2)"
_RESOURCES = "orders (4), products (4), users (4), vouchers (4)"
SAID = [
    (SERVICE, 0, 1, ("class BackOfficeService", "16 functions", _ENTITIES)),
    (SERVICE, 1, 8, ("class Shop", "14 functions, cache, http, mail, payment", _SYSTEMS)),
    (CONTROLLER, 0, 1, ("module app", "16 endpoints", _RESOURCES)),
    (CONTROLLER, 1, 1, ("class AdminController", "16 functions", _ENTITIES)),
]
MODULES = {
    card.code: f"lintel.rules.architecture.{name}"
    for card, name in ((SERVICE, "god_service"), (CONTROLLER, "god_controller"))
}


@pytest.mark.parametrize(("card", "number", "line", "arguments"), SAID, ids=lambda value: getattr(value, "code", ""))
def test_a_bad_example_names_its_groups(
    card: Card, number: int, line: int, arguments: tuple[str, ...], tmp_path: Path, knowledge: Knowledge
) -> None:
    (finding,) = Bench(tmp_path, (MODULES[card.code],), knowledge).judge({"app.py": card.bad[number]}).findings
    assert finding.span.line == line
    assert tuple(finding.arguments.values()) == arguments
