"""From bytes to text exactly as LibCST decodes them, and text into lines exactly as the Python grammar counts them.

Every position that Lintel reports is a line and a column of this text. `str.splitlines` would also break at form feeds,
U+0085 and U+2028, which are ordinary characters to Python, so no part of Lintel may use it on source code.
"""

from __future__ import annotations

import io
import re
import tokenize
from typing import NamedTuple

from lintel.errors import SourceError

_LINE_END = re.compile(r"\r\n|\n|\r")
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.MULTILINE)


class Decoded(NamedTuple):
    """The text of a file without its byte order mark, and the codec that turns it back into the same bytes."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a Python file by its byte order mark, its coding cookie (PEP 263), or as UTF-8.

    Raises:
        SourceError: kind "encoding" for an unknown codec or bytes that it refuses, "syntax" for a NUL byte.

    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _refused(data, error.start, encoding) from None
    except (LookupError, UnicodeError, ValueError):
        raise _unknown(encoding, _cookie_line(data)) from None
    if "\0" in text:
        line = _line_of(text.encode("utf-8", "surrogatepass"), text.encode("utf-8", "surrogatepass").index(b"\0"))
        raise SourceError("syntax", f"NUL byte in line {line}", "remove it: the file is not Python text", line)
    return Decoded(text, encoding)


def split_lines(text: str) -> list[str]:
    r"""The lines of a text without their ends, broken only at `\n`, `\r\n` and `\r`.

    A text that ends in a line break has an empty last line, so that every position LibCST reports has its line.
    """
    if "\r" in text:
        return _LINE_END.split(text)
    return text.split("\n")


def _encoding(data: bytes) -> str:
    try:
        return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError:
        pass
    line = _cookie_line(data)
    if line is not None:
        name = _cookie_name(data, line)
        if not _is_known(name):
            raise _unknown(name, line)
        if data.startswith(b"\xef\xbb\xbf"):
            raise SourceError(
                "encoding",
                f"line {line} names the codec {name!r}, but the file begins with a UTF-8 byte order mark",
                "name utf-8 in the cookie, or save the file without the mark",
                line,
            )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused(data, error.start, "utf-8") from None
    raise _unknown("utf-8", None)


def _is_known(name: str) -> bool:
    try:
        b"#".decode(name)
    except (LookupError, UnicodeError, ValueError):
        return False
    return True


def _cookie_line(data: bytes) -> int | None:
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", data[:4096])[:2], start=1):
        if _COOKIE.match(line.removeprefix(b"\xef\xbb\xbf")):
            return number
    return None


def _cookie_name(data: bytes, number: int) -> str:
    line = re.split(rb"\r\n|\n|\r", data[:4096])[number - 1].removeprefix(b"\xef\xbb\xbf")
    found = _COOKIE.match(line)
    return found.group(1).decode("ascii", "replace") if found else ""


def _line_of(data: bytes, offset: int) -> int:
    return len(re.findall(rb"\r\n|\n|\r", data[:offset])) + 1


def _unknown(name: str, line: int | None) -> SourceError:
    where = f" in line {line}" if line is not None else ""
    return SourceError(
        "encoding",
        f"{name!r}{where} is not an encoding that Python can read source in",
        "save the file as UTF-8, or correct its coding cookie",
        line,
    )


def _refused(data: bytes, offset: int, encoding: str) -> SourceError:
    line = _line_of(data, offset)
    byte = f": the byte 0x{data[offset]:02x} cannot be decoded" if offset < len(data) else ""
    return SourceError(
        "encoding",
        f"line {line} is not {encoding}{byte}",
        "save the file as UTF-8, or name its encoding in the first line: # -*- coding: latin-1 -*-",
        line,
    )
