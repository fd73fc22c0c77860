"""Bytes become the text that LibCST sees; what cannot be decoded is told with its line and a remedy."""

import libcst
import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_samples import ODD

from lintel.errors import SourceError
from lintel.source.decode import decode, split_lines


@pytest.mark.parametrize("name", [name for name in ODD if name != "new syntax"])
def test_text_and_codec_are_those_of_libcst(name: str) -> None:
    data = ODD[name]
    text, encoding = decode(data)
    assert encoding == libcst.parse_module(data).encoding
    assert text.encode(encoding) == data


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"a = 1\nb = '\xff'\n", 2, "0xff"),
        (b"\n\n\nb = '\xe9'\n", 4, "line 4 is not utf-8"),
        (b"# coding: klingon\n", 1, "klingon"),
        (b"#!/usr/bin/python\n# vim: set fileencoding=nonsense :\n", 2, "nonsense"),
        (b"# coding: rot13\nnopq\n", 1, "rot13"),
        (b"# coding: hex\n00\n", 1, "hex"),
        (b"\xef\xbb\xbf# coding: latin-1\n", 1, "byte order mark"),
        (b"# coding: ascii\n\xc3\xa9\n", 2, "ascii"),
        (b"\xff\xfea\x00 \x00", 1, "0xff"),
    ],
)
def test_what_cannot_be_decoded_names_line_and_remedy(data: bytes, line: int, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data)
    assert (caught.value.kind, caught.value.line) == ("encoding", line)
    assert said in caught.value.reason
    assert "utf-8" in caught.value.remedy.lower()


def test_a_nul_byte_is_a_syntax_error_with_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"a = 1\r\nb = '\0'\n")
    assert (caught.value.kind, caught.value.line) == ("syntax", 2)


def test_lines_break_only_where_python_breaks_them() -> None:
    assert split_lines("a\nb\r\nc\rd") == ["a", "b", "c", "d"]
    assert split_lines("a\x0cb\x0bc\x1cd\x85e\u2028f\u2029g\n") == ["a\x0cb\x0bc\x1cd\x85e\u2028f\u2029g", ""]
    assert split_lines("") == [""]


@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: b"# coding: " + text.encode("utf-8")))
def test_nothing_but_source_errors_escapes(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except SourceError as error:
        assert error.kind in {"encoding", "syntax"}  # noqa: PT017
    else:
        assert isinstance(text, str)
        assert encoding
