"""The placeholders of statements, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.program.sql_text import MARK, marked, placeholders, tokens


def seen(text: str, *, formatted: bool = False) -> list[str]:
    """Style and name of the placeholders; `?` behind those that are not sure, quotes around those in strings."""
    found = []
    for each in placeholders(text, formatted=formatted):
        shown = f"{each.style}:{each.name}".removesuffix(":")
        found.append((f"'{shown}'" if each.quoted else shown) + ("" if each.sure else "?"))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = ? AND b = ?", ["qmark", "qmark"]),
        ("a = ?1", ["qmark:1"]),
        ("a = :name OR a = :name", ["named:name", "named:name"]),
        ("a = :1", ["numeric:1"]),
        ("a = $1", ["dollar:1"]),
        ("a = $name", ["dollar:name?"]),
        ("a = {name:String}", ["brace:name"]),
        ("a = %s AND b = %(name)s", ["format", "pyformat:name"]),
        ("data ? 'key'", ["qmark?"]),
        ("data ?| array['a']", ["qmark?"]),
        ("VALUES (?, ?)", ["qmark", "qmark"]),
        ("name MATCH ? AND x = 1", ["qmark"]),
        ("LIMIT ?", ["qmark"]),
        ("'10:30'::time, name::text", []),
        ("a[:n]", ["named:n?"]),
        ("a[1:n]", []),
        ("TO_CHAR(born, 'HH24:MI')", []),
        ("note = 'really?'", []),
        ("name = '?'", ["'qmark'"]),
        ("name = ':name'", ["'named:name'"]),
        ("name LIKE '%s%'", ["'format'"]),
        ("/* ? */ 1 -- :name", []),
        ("x := 1", []),
        ("$$ it's $1 $$", []),
    ],
)  # fmt: skip
def test_what_a_driver_that_reads_sql_fills(text: str, found: list[str]) -> None:
    assert seen(f"SELECT {text}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = %s AND b = %(name)s", ["format", "pyformat:name"]),
        ("a LIKE 'b%%' AND c = %s", ["format"]),
        ("a = '%s'", ["'format'"]),
        ("a LIKE '%%%s%%' AND b = %s", ["'format'", "format"]),
        ("a LIKE 'x%'", []),
        ("a = %%s", []),
        ("a = ?", ["qmark"]),
        ("a = %b", ["format"]),
        ("a %size", []),
    ],
)
def test_what_a_driver_that_formats_fills(text: str, found: list[str]) -> None:
    assert sorted(seen(f"SELECT {text}", formatted=True)) == sorted(found)


def test_a_placeholder_whose_name_has_a_hole_is_not_sure() -> None:
    assert seen(f"a = :name{MARK}") == [f"named:name{MARK}?"]


def test_marks_are_holes_only() -> None:
    assert marked(["a\u00d0b\u00f0", None]) == f"axbx{MARK}"


def test_what_follows_a_quote_that_nothing_closes_is_inside_of_it() -> None:
    assert {token.kind for token in tokens("'a = b")} == {"string"}


@given(st.text(alphabet="SELECT '\"`[](){}$:%?;.,*/-\\#\nas=1"), st.booleans())
def test_any_text_is_read(text: str, formatted: bool) -> None:
    placeholders(text, formatted=formatted)
