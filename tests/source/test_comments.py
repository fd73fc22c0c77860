"""Comments are found without a parser, and are those of LibCST."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_samples import ODD, library_files, parsed_or_none, reference_spans

from lintel.finding import Span
from lintel.source.comments import Comment, comments
from lintel.source.parse import Parsed


def by_libcst(parsed: Parsed) -> list[tuple[Span, str]]:
    found = reference_spans(parsed.root)
    return sorted((span, node.value) for node, span in found.items() if type(node).__name__ == "Comment")


def said(text: str) -> list[str]:
    return [comment.text for comment in comments(text)]


def test_comments_of_the_standard_library_are_those_of_libcst() -> None:
    seen = 0
    for path in library_files():
        parsed = parsed_or_none(path.read_bytes())
        if parsed is None or parsed.root.code != parsed.text:
            continue
        found = [(comment.span, comment.text) for comment in comments(parsed.text)]
        assert found == by_libcst(parsed), path
        seen += len(found)
    assert seen > 500


@pytest.mark.parametrize("name", [name for name in ODD if "form feed" not in name and "backslash" not in name])
def test_comments_of_odd_files_are_those_of_libcst(name: str) -> None:
    parsed = parsed_or_none(ODD[name])
    assert parsed is not None
    assert [(comment.span, comment.text) for comment in comments(parsed.text)] == by_libcst(parsed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'#' \"#\" # a\n", ["# a"]),
        ("'''\n# no\n''' # a\n", ["# a"]),
        ("'\\'#' # a\n", ["# a"]),
        ("r'\\' #' # a\n", ["# a"]),
        ("b'#' rb'#' Rb'#' u'#' # a\n", ["# a"]),
        ("f'{x:#x}' # a\n", ["# a"]),
        ("f'{x[\"#\"]}' # a\n", ["# a"]),
        ('f"{x["#"]}" # a\n', ["# a"]),
        ("f'{{#}}' # a\n", ["# a"]),
        ("f'{x:{y}#{z}}' # a\n", ["# a"]),
        ("f'\\N{NUMBER SIGN}#' # a\n", ["# a"]),
        ("rf'\\{x}#' # a\n", ["# a"]),
        ("t'{x!r:#}' # a\n", ["# a"]),
        ('f"""{\n    x  # inside\n}""" # a\n', ["# inside", "# a"]),
        ("f'{f'{f'{1}'}#'}' # a\n", ["# a"]),
        ('if"#"in x: pass # a\n', ["# a"]),
        ("x = 1 \\\n  # a\n", ["# a"]),
        ("# a\r\n# b\r# c\n", ["# a", "# b", "# c"]),
        ("# a \x0c \u2028 b\n", ["# a \x0c \u2028 b"]),
        ('"""docstring # no"""\n', []),
        ("x = 1\n", []),
    ],
)
def test_what_is_a_comment(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_comment_knows_whether_the_line_is_its_own() -> None:
    assert comments("  # own\nx = 1  # shared\n") == (
        Comment(Span(1, 2, 1, 7), "# own", own_line=True),
        Comment(Span(2, 7, 2, 15), "# shared", own_line=False),
    )


@given(st.text(alphabet="ft'\"#{}\\:N\n r!x([", max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for comment in comments(text):
        assert comment.text.startswith("#")


def test_nesting_exhausts_nothing() -> None:
    deep = "x = " + "f'{" * 20_000 + "1" + "}'" * 20_000 + " # end\n"
    assert said(deep) == ["# end"]
