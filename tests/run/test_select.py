"""Which rules are on."""

from __future__ import annotations

import pytest

from lintel.card import Card
from lintel.errors import SettingsError
from lintel.finding import Severity
from lintel.run.select import select
from lintel.settings import Place, Settings, Words, layered


def card(code: str, name: str, on: bool = True) -> Card:
    words = dict.fromkeys(("family", "summary", "why", "fix", "message", "misses"), "x")
    return Card(code=code, name=name, severity=Severity.ERROR, on=on, bad=(), good=(), **words)


CARDS = {
    one.code: one
    for one in (
        card("LNT101", "sql-injection"),
        card("LNT501", "hardcoded-configuration"),
        card("LNT502", "hardcoded-secret"),
        card("LNT590", "opinion", on=False),
        card("LNB104", "bind-all", on=False),
    )
}
BY_DEFAULT = {"LNT101", "LNT501", "LNT502"}


def on(*tables: dict[str, object], path: str = "app/a.py") -> set[str]:
    settings = Settings()
    for table in tables:
        settings = layered(settings, table, Place("/repo", "/repo/pyproject.toml"), Words(CARDS))
    return set(select(settings, CARDS).at("/repo", path))


def test_by_default_the_rules_that_say_so() -> None:
    assert on() == BY_DEFAULT


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ({"select": ["ALL"]}, set(CARDS)),
        ({"select": ["LNT"]}, set(CARDS) - {"LNB104"}),
        ({"select": ["LNT5"]}, {"LNT501", "LNT502", "LNT590"}),
        ({"select": ["LNT50"]}, {"LNT501", "LNT502"}),
        ({"select": ["hardcoded-secret", "LNB"]}, {"LNT502", "LNB104"}),
        ({"select": []}, set()),
        ({"ignore": ["LNT5"]}, {"LNT101"}),
        ({"extend-select": ["LNT590"]}, BY_DEFAULT | {"LNT590"}),
        ({"extend-ignore": ["sql-injection"]}, {"LNT501", "LNT502"}),
        ({"select": ["LNT5"], "ignore": ["LNT502"]}, {"LNT501", "LNT590"}),
        ({"select": ["LNT502"], "ignore": ["LNT5"]}, {"LNT502"}),
        ({"select": ["LNT502"], "ignore": ["hardcoded-secret"]}, set()),
        ({"select": ["ALL"], "ignore": ["LNT", "LNT5"], "extend-select": ["LNT50"]}, {"LNB104", "LNT501", "LNT502"}),
        ({"select": ["ALL"], "ignore": ["ALL"]}, set()),
    ],
)
def test_the_most_specific_selector_wins_and_ignore_among_equals(table: dict[str, object], codes: set[str]) -> None:
    assert on(table) == codes


def test_a_later_select_starts_anew() -> None:
    assert on({"select": ["LNT1"], "ignore": ["LNT501"]}, {"select": ["LNT50"]}) == {"LNT501", "LNT502"}


def test_a_later_layer_without_select_adds_and_takes() -> None:
    base = {"select": ["LNT5"], "ignore": ["LNT502"]}
    assert on(base, {"ignore": ["LNT590"]}) == {"LNT501"}
    assert on(base, {"extend-select": ["LNT502"]}) == {"LNT501", "LNT502", "LNT590"}
    assert on(base, {"extend-select": ["LNT502"], "ignore": ["LNT5"]}) == {"LNT502"}
    assert on(base, {"jobs": 1}) == {"LNT501", "LNT590"}


def test_rules_are_off_in_files_that_match_however_specific_the_selectors_are() -> None:
    table = {"select": ["LNT502", "LNT101"], "per-file-ignores": {"tests/*": ["LNT5"], "conftest.py": ["ALL"]}}
    assert on(table) == {"LNT101", "LNT502"}
    assert on(table, path="tests/unit/test_a.py") == {"LNT101"}
    assert on(table, path="app/conftest.py") == set()


def test_a_negated_pattern_is_for_all_other_files() -> None:
    table = {"per-file-ignores": {"!app/*": ["ALL"]}, "extend-per-file-ignores": {"app/legacy/*": ["LNT101"]}}
    assert on(table, path="scripts/a.py") == set()
    assert on(table) == BY_DEFAULT
    assert on(table, path="app/legacy/x.py") == {"LNT501", "LNT502"}


def test_a_selector_that_means_nothing_is_refused() -> None:
    settings = layered(Settings(), {"ignore": ["LNT590"]}, Place("/repo"), Words(CARDS))
    with pytest.raises(SettingsError, match="unknown rule selector 'LNT590'"):
        select(settings, {"LNT501": CARDS["LNT501"]})
