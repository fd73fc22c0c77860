"""The frame shows the right lines and marks exactly what is meant, whatever the line is made of."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lintel.finding import Span
from lintel.report.frame import Frame, frame


def drawn(lines: list[str], span: tuple[int, int, int, int], width: int = 80) -> str:
    """The rows of a frame with their line numbers."""
    found = frame(lines, Span(*span), width)
    assert found is not None
    return "\n".join(f"{row.number or '':>3}|{row.text}" for row in found.rows)


def marked(found: Frame) -> str:
    """The part of the line with the number before the marks that is meant."""
    row = next(row for row in found.rows if row.number is not None and row.meant != (0, 0))
    return row.text[slice(*row.meant)]


def test_two_lines_around_and_carets_below():
    lines = ["a = 1", "b = 2", "c = call(x)", "d = 4", "e = 5", "f = 6"]
    assert drawn(lines, (3, 4, 3, 11)) == "\n".join(
        ("  1|a = 1", "  2|b = 2", "  3|c = call(x)", "   |    ^^^^^^^", "  4|d = 4", "  5|e = 5")
    )


def test_blank_lines_at_the_edges_are_left_out():
    assert drawn(["", "", "x", "", ""], (3, 0, 3, 1)) == "  3|x\n   |^"


def test_an_empty_span_is_one_caret():
    assert drawn(["import os"], (1, 0, 1, 0)) == "  1|import os\n   |^"


def test_tabs_take_the_cells_they_show():
    assert drawn(["\tx\t= f()"], (1, 5, 1, 8)) == "  1|    x   = f()\n   |          ^^^"


def test_wide_and_combining_characters_keep_carets_aligned():
    text, marks = drawn(['f("日本", e\u0301, x)'], (1, 12, 1, 13)).splitlines()
    assert text == '  1|f("日本", e\u0301, x)'
    assert marks == "   |" + " " * 13 + "^"


def test_a_wide_character_has_two_carets():
    assert drawn(["日 = 1"], (1, 0, 1, 1)).endswith("|^^")


def test_several_lines_have_a_bracket():
    assert drawn(["def f():", "    a", "    b"], (1, 0, 3, 5)) == "\n".join(
        ("  1|/ def f():", "  2||     a", "  3||     b", "   ||_____^")
    )


def test_a_bracket_that_begins_inside_a_line():
    assert drawn(["x = f(", "    1,", ")"], (1, 4, 3, 1)) == "\n".join(
        ("  1|  x = f(", "   | _____^", "  2||     1,", "  3|| )", "   ||_^")
    )


def test_the_middle_of_a_long_stretch_is_left_out():
    lines = ["class A:", *(f"    a{n} = {n}" for n in range(1, 21))]
    assert drawn(lines, (1, 0, 21, 12)) == "\n".join(
        (
            "  1|/ class A:",
            "  2||     a1 = 1",
            "  3||     a2 = 2",
            "  4||     a3 = 3",
            "   || ... 16 more lines",
            " 21||     a20 = 20",
            "   ||____________^",
        )
    )


def test_a_span_that_ends_before_the_first_column_of_a_line_does_not_show_it():
    assert drawn(["def f():", "    a", "b"], (1, 0, 3, 0)).splitlines()[-1] == "  3|  b"


def test_a_long_line_is_cut_around_what_is_meant():
    line = "a" * 300 + " TARGET " + "b" * 300
    text, marks = drawn([line], (1, 301, 1, 307), 60).splitlines()
    assert len(text) <= 60
    assert text[4:].startswith("...a")
    assert text.endswith("b...")
    assert text[marks.index("^") : marks.rindex("^") + 1] == "TARGET"


def test_something_longer_than_the_room_shows_its_start():
    line = "x = '" + "v" * 500 + "'"
    text, marks = drawn([line], (1, 4, 1, 506), 60).splitlines()
    assert text[4:].startswith("x = '")
    assert text.endswith("...")
    assert len(marks) <= 60


def test_a_megabyte_on_one_line_is_cut_as_well():
    line = "a" * 600_000 + "HERE" + "b" * 600_000
    text, marks = drawn([line], (1, 600_000, 1, 600_004), 80).splitlines()
    assert text[marks.index("^") : marks.rindex("^") + 1] == "HERE"


def test_what_a_terminal_would_act_on_is_replaced():
    assert drawn(["x = '\x1b[31m\u202e\x07\x9b'"], (1, 4, 1, 5)).splitlines()[0] == "  1|x = '�[31m���'"


def test_no_frame_where_the_source_has_no_such_line():
    assert frame([], Span(1, 0, 1, 1), 80) is None
    assert frame([""], Span(1, 0, 1, 0), 80) is None
    assert frame(["x"], Span(2, 0, 2, 1), 80) is None


def test_columns_past_the_end_of_a_line_are_drawn_at_its_end():
    assert drawn(["ab"], (1, 9, 1, 12)).splitlines()[1] == "   |  ^"


_PLACES = st.tuples(st.integers(1, 9), st.integers(0, 90), st.integers(1, 9), st.integers(0, 90))


@given(st.lists(st.text(max_size=120), max_size=8), _PLACES, st.integers(1, 200))
def test_any_span_over_any_text_is_drawn_without_control_characters(lines, place, width):
    found = frame(lines, Span(*place), width)
    for row in found.rows if found else ():
        assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in row.text)
        assert 0 <= row.meant[0] <= row.meant[1] <= len(row.text)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1, max_size=300), st.data())
def test_what_is_marked_is_what_is_meant(line, data):
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, min(len(line), start + 30)))
    found = frame([line], Span(1, start, 1, end), 80)
    if found and not line[start:end].endswith(" "):
        assert marked(found) == line[start:end]
