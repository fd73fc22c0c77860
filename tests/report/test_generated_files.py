"""`tools/generate.py`: what it makes of cards and settings, and how it tells that a file is not fresh."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from reports import CARDS, card

from lintel.card import Card, Option
from lintel.settings import SETTINGS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generate():
    spec = importlib.util.spec_from_file_location("lintel_generate", ROOT / "tools" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_of_this_tree_are_fresh():
    result = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "generate.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_page_has_the_same_headings(generate):
    for each in CARDS.values():
        headings = [line[3:] for line in generate.rule_page(each).splitlines() if line.startswith("## ")]
        assert headings == [
            *("What it reports", "Why", "How to fix", "Examples", "Options", "What it misses", "References")
        ]


def test_the_index_gives_the_cards_back_in_the_order_of_codes(generate):
    cards = [
        *reversed(CARDS.values()),
        card("LNT999", "x", options=(Option(name="n", type="int", default=3, doc="N."),)),
    ]
    index = generate.generated(cards)[generate.INDEX]
    read = msgspec.json.decode(index, type=list[Card])
    assert read == sorted(cards, key=lambda each: each.code)
    assert index == generate.generated(list(reversed(cards)))[generate.INDEX]


def test_every_setting_and_option_is_on_the_settings_page(generate):
    option = Option(name="limit", type="int", default=3, doc="How many are too many.")
    page = generate.settings_page([card("LNT999", "too-many", options=(option,))])
    for setting in SETTINGS:
        assert f"\n## `{setting.name}`\n\n{setting.doc}\n" in page
    assert "### `[tool.lintel.too-many]`" in page
    assert "- `limit` (int, default `3`): How many are too many." in page


def test_changed_missing_and_left_over_files_are_not_fresh(generate, tmp_path):
    wanted = {generate.RULES / "LNT1.md": b"one", generate.RULES / "LNT2.md": b"two", generate.SETTINGS_PAGE: b"s"}
    (tmp_path / generate.RULES).mkdir(parents=True)
    for name, content in (("LNT1.md", "one"), ("LNT2.md", "old"), ("LNT3.md", "gone"), ("notes.md", "by hand")):
        (tmp_path / generate.RULES / name).write_text(content, encoding="utf-8")
    assert generate.stale_files(tmp_path, wanted) == {
        generate.RULES / "LNT2.md": b"two",
        generate.SETTINGS_PAGE: b"s",
        generate.RULES / "LNT3.md": None,
    }


def test_text_with_bars_and_backticks_does_not_break_a_page(generate):
    odd = card("LNT1", "x", summary="a | b", message="`{x}` is bad")
    assert "| a \\| b |" in generate.rules_page([odd])
    assert "`` `{x}` is bad ``" in generate.rule_page(odd)


def test_a_card_with_a_field_of_the_wrong_type_is_named(generate):
    assert generate.ill_typed(card("LNT1", "x")) == ""
    assert "LNT2" in generate.ill_typed(card("LNT2", "x", cwe=1060))
