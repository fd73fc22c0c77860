"""One guarded, counted call of the parser, whose every refusal is an answer to the user."""

import subprocess
import sys

import libcst
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_samples import MAX_BYTES

from lintel.errors import SourceError
from lintel.source.parse import parse, parse_count


def refusal(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        parse(data, max_bytes=MAX_BYTES)
    return caught.value


def test_a_file_gives_text_codec_and_tree() -> None:
    parsed = parse("# coding: latin-1\nname = 'é'\n".encode("latin-1"), max_bytes=MAX_BYTES)
    assert parsed.text == "# coding: latin-1\nname = 'é'\n"
    assert parsed.encoding == "iso-8859-1"
    assert parsed.root.code == parsed.text


def test_parses_are_counted() -> None:
    before = parse_count()
    parse(b"a = 1\n", max_bytes=MAX_BYTES)
    parse(b"b = 2\n", max_bytes=MAX_BYTES)
    refusal(b"\xff")
    assert parse_count() - before == 2


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"a = 1\nb = (\n", 2, ""),
        (b"a = 1\n\n\nb = $\n", 4, ""),
        (b"def f(:\n    pass\n", 1, ""),
        (b"if a:\nb = 1\n", 2, "indent"),
        (b"x = 'abc\n", 1, "string"),
        (b"x = 1\nif a:\n   b\n  c\n", 4, "indent"),
    ],
)
def test_a_syntax_error_names_its_line(data: bytes, line: int, said: str) -> None:
    error = refusal(data)
    assert (error.kind, error.line) == ("syntax", line)
    assert f"line {line}" in error.reason
    assert said in error.reason
    assert error.remedy


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("print 'a'", "print statement"),
        ("print >>out, a", ""),
        ("exec code", "exec statement"),
        ("raise Error, 'a'", "raise with a comma"),
        ("mode = 0755", "octal"),
        ("size = 10L", "long"),
        ("a = b <> c", "<>"),
        ("a = `b`", "backquotes"),
        ("a = ur'b'", "ur''"),
    ],
)
def test_python_2_is_recognised(statement: str, said: str) -> None:
    try:
        parse(f"import a\n{statement}\n".encode(), max_bytes=MAX_BYTES)
    except SourceError as error:
        assert (error.kind, error.line) == ("syntax", 2)  # noqa: PT017
        assert "Python 2" in error.reason  # noqa: PT017
        assert said in error.reason  # noqa: PT017
    else:
        assert statement.startswith("print >>")  # a comparison of tuples to Python 3


def test_too_many_levels_of_indentation_are_too_deep() -> None:
    nested = "".join(" " * level + "if a:\n" for level in range(150)) + " " * 150 + "b\n"
    assert refusal(nested.encode()).kind == "too-deep"


def test_importing_the_parser_does_not_import_libcst() -> None:
    code = (
        "import sys, lintel.source.parse, lintel.source.positions, lintel.source.comments;"
        "lintel.source.positions.align('f(1)', ['Call']); print('libcst' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_nothing_but_source_errors_escapes_from_bytes(data: bytes) -> None:
    try:
        parse(data, max_bytes=MAX_BYTES)
    except SourceError as error:
        assert error.kind in {"encoding", "syntax", "too-deep", "too-large"}  # noqa: PT017
        assert error.reason  # noqa: PT017
        assert error.remedy  # noqa: PT017


class TestTrustInTheParser:
    """Nodes that the parser makes are not validated; nodes that anyone else makes are."""

    def test_the_tree_is_the_one_that_libcst_makes(self) -> None:
        source = (
            b"@d\nasync def f(a, /, b: int = 1, *c, d=(2,), **e) -> 'x':\n    return [await g(*a) for h in (yield i)]\n"
        )
        assert parse(source, max_bytes=1000).root.deep_equals(libcst.parse_module(source))

    def test_validation_is_back_afterwards_also_after_an_error(self) -> None:
        parse(b"x = 1\n", max_bytes=1000)
        with pytest.raises(SourceError):
            parse(b"x = = 1\n", max_bytes=1000)
        with pytest.raises(libcst.CSTValidationError):
            libcst.Name("")
