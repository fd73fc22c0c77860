"""`lintel rule` and `lintel rules` answer from the card index."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from lintel.card import card_index
from lintel.errors import LintelError
from lintel.faces.cli import commands
from lintel.faces.cli_rules import find_card


def lintel(*arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments))


@pytest.mark.parametrize("word", ["LNT601", "lnt601", "swallowed-exception", "Swallowed-Exception", "B110", " LNT601 "])
def test_a_rule_is_found_by_code_name_and_the_ids_of_other_tools(word):
    assert find_card(word, card_index()).code == "LNT601"


def test_the_page_is_printed():
    result = lintel("rule", "LNT601")
    assert result.exit_code == 0
    for heading in ("Why", "How to fix", "Bad (1 of ", "Good (1 of ", "Options", "What it misses", "References"):
        assert f"\n{heading}" in result.stdout


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("swallowd-exception", "did you mean LNT601 swallowed-exception?"),
        ("swallowed", "did you mean LNT601 swallowed-exception?"),
        ("exceptoin", "LNT601 swallowed-exception"),
        ("LNT601x", "did you mean LNT601 swallowed-exception"),
        ("", "`lintel rules` lists all rules"),
        ("qqqqqq", "`lintel rules` lists all rules"),
    ],
)
def test_an_unknown_rule_is_2_with_a_suggestion(word, remedy):
    result = lintel("rule", word)
    assert result.exit_code == 2
    assert remedy in result.stderr
    with pytest.raises(LintelError):
        find_card(word, card_index())


def test_the_beginning_of_a_code_names_the_rules_that_begin_so():
    cards = {code: card_index()[code] for code in ("LNT601", "LNT907")}
    with pytest.raises(LintelError, match=r"did you mean LNT907 todo-comment\?"):
        find_card("LNT9", cards)


def test_all_rules_are_listed():
    text = lintel("rules").stdout
    said = json.loads(lintel("rules", "--output-format", "json").stdout)
    assert {card["code"] for card in said} == set(card_index())
    assert all(code in text for code in card_index())


def test_one_rule_as_json():
    assert json.loads(lintel("rule", "LNT601", "--output-format", "json").stdout)["name"] == "swallowed-exception"
