"""Which comments silence what, on which lines: as flake8 and Bandit read theirs, and as a reader means ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.source.suppressions import suppressions

TO_THE_END = 1 << 30


def said(text: str) -> list[tuple[str, int, int, tuple[str, ...]]]:
    """Marker, first and last line, codes."""
    return [(each.marker, each.first, each.last, each.codes) for each in suppressions(text)]


class TestNoqa:
    @pytest.mark.parametrize(
        ("comment", "codes"),
        [
            ("# noqa", ()),
            ("# NOQA", ()),
            ("# noqa: LNT501", ("LNT501",)),
            ("# noqa:LNT501,LNT6", ("LNT501", "LNT6")),
            ("# noqa: E501, LNT501 F401", ("LNT501",)),
            ("# noqa: lnt501", ("LNT501",)),
            ("# type: ignore # noqa: LNT501", ("LNT501",)),
            ("# noqa : LNT501", ()),
            ("# noqa: god-service", ()),
        ],
    )
    def test_is_read_as_flake8_reads_it(self, comment: str, codes: tuple[str, ...]) -> None:
        assert said(f"x = 1  {comment}\n") == [("noqa", 1, 1, codes)]

    @pytest.mark.parametrize("comment", ["# noqa: E501", "# noqa: B950,W503", "#noqa", "# no qa", "# about noqa"])
    def test_of_other_tools_is_none_of_ours(self, comment: str) -> None:
        assert said(f"x = 1  {comment}\n") == []

    def test_in_a_string_is_none(self) -> None:
        assert said('x = "# noqa"\ny = """\n# lintel: off\n# nosec\n"""\n') == []

    def test_behind_a_string_of_several_lines_speaks_for_all_of_them(self) -> None:
        assert said('x = """\na\nb\n"""  # noqa: LNT502\n') == [("noqa", 1, 4, ("LNT502",))]

    def test_behind_lines_that_a_backslash_joins_speaks_for_all_of_them(self) -> None:
        assert said("x = 1 + \\\n    2  # noqa\n") == [("noqa", 1, 2, ())]

    def test_inside_brackets_speaks_for_its_line(self) -> None:
        assert said("f(\n    a,  # noqa\n    b,\n)\n") == [("noqa", 2, 2, ())]


class TestNosec:
    @pytest.mark.parametrize(
        ("comment", "codes"),
        [
            ("# nosec", ()),
            ("#nosec", ()),
            ("# nosec B105", ("B105",)),
            ("# nosec: B105, B106 # because", ("B105", "B106")),
            ("# nosec LNT502", ("LNT502",)),
            ("# nosec hardcoded_password_string", ("hardcoded_password_string",)),
            ("# nosec the key is public", ()),
        ],
    )
    def test_is_read_as_bandit_reads_it(self, comment: str, codes: tuple[str, ...]) -> None:
        assert said(f"x = 1  {comment}\n") == [("nosec", 1, 1, codes)]

    def test_at_the_end_of_a_statement_speaks_for_all_of_it(self) -> None:
        assert said("f(\n    a,\n)  # nosec\n") == [("nosec", 1, 3, ())]


class TestOurs:
    def test_behind_code_speaks_for_its_line(self) -> None:
        text = "f(\n    a,  # lintel: ignore[LNT501, hardcoded-secret] -- the key of the docs\n    b,\n)\n"
        (one,) = suppressions(text)
        assert (one.first, one.last, one.codes) == (2, 2, ("LNT501", "hardcoded-secret"))
        assert (one.line, one.reason) == (2, "the key of the docs")

    def test_at_the_end_of_a_statement_speaks_for_all_of_it(self) -> None:
        assert said("f(\n    a,\n    b,\n)  # lintel: ignore[LNT501]\n") == [("lintel", 1, 4, ("LNT501",))]

    def test_above_a_statement_speaks_for_all_of_it(self) -> None:
        text = "x = 1\n# lintel: ignore[LNT501]\n# and why\n\nf(\n    a,\n)\ny = 2\n"
        assert said(text) == [("lintel", 5, 7, ("LNT501",))]

    def test_above_a_line_inside_a_statement_speaks_for_that_line(self) -> None:
        text = 'x = {\n    "a": 1,\n    # lintel: ignore[LNT502]\n    "b": """\n2""",\n    "c": 3,\n}\n'
        assert said(text) == [("lintel", 4, 5, ("LNT502",))]

    @pytest.mark.parametrize("line", [1, 2, 3, 4])
    def test_anywhere_in_a_head_with_decorators_speaks_for_the_head(self, line: int) -> None:
        lines = ["@route(", "    '/'", ")", "def f():", "    pass"]
        lines[line - 1] += "  # lintel: ignore[LNT908]"
        assert said("\n".join(lines) + "\n") == [("lintel", 1, 4, ("LNT908",))]

    def test_above_decorators_speaks_for_the_head_and_not_for_the_body(self) -> None:
        text = "# lintel: ignore[LNT908]\n@one\n@two\nasync def f(\n    a,\n):\n    pass\n"
        assert said(text) == [("lintel", 2, 6, ("LNT908",))]

    def test_behind_a_head_speaks_for_the_head_and_not_for_the_body(self) -> None:
        assert said("class A:  # lintel: ignore[LNT401]\n    x = 1\n") == [("lintel", 1, 1, ("LNT401",))]

    def test_off_lasts_until_on(self) -> None:
        text = "x = 1\n# lintel: off[LNT501] -- taken over\ny = 2\n# lintel: on[LNT501]\nz = 3\n"
        assert said(text) == [("lintel", 2, 4, ("LNT501",))]

    def test_off_without_on_lasts_to_the_end(self) -> None:
        assert said("x = 1\n# lintel: off[LNT501]\n") == [("lintel", 2, TO_THE_END, ("LNT501",))]

    def test_on_without_codes_ends_all_and_on_with_others_none(self) -> None:
        text = "# lintel: off[LNT5]\n# lintel: off[LNT6]\n# lintel: on[LNT9]\n# lintel: on\nx = 1\n"
        assert said(text) == [("lintel", 1, 4, ("LNT5",)), ("lintel", 2, 4, ("LNT6",))]

    def test_for_the_file_speaks_for_all_lines_wherever_it_stands(self) -> None:
        assert said("x = 1\n# lintel: ignore-file[LNT907]\n") == [("lintel", 1, TO_THE_END, ("LNT907",))]

    @pytest.mark.parametrize(
        "comment", ["# lintel: ignored", "# lintel: offer", "# lintel: nothing", "# see lintel: it"]
    )
    def test_other_words_mean_nothing(self, comment: str) -> None:
        assert said(f"x = 1  {comment}\n") == []


def test_a_file_that_cannot_be_tokenized_is_read_line_by_line_from_there() -> None:
    assert said("x = (1,  # noqa\n     2  # lintel: ignore[LNT501]\n") == [
        ("noqa", 1, 1, ()),
        ("lintel", 2, 2, ("LNT501",)),
    ]


PIECES = ["# noqa", "# nosec B1", "# lintel: ignore[a]", "# lintel: off", "# lintel: on", "@d\n", "def f(", "):\n"]
PIECES += [" pass", "\n", "\r\n", '"""', "'", "\\\n", "(", ")", "x = 1", "\f", "\t", "é", "# lintel: ignore-file"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_never_raises_and_every_range_is_in_order(text: str) -> None:
    for one in suppressions(text):
        assert 1 <= one.first <= one.last
