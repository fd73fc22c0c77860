"""The values of literal tokens, without compiling them: `ast.literal_eval` of each would cost more than lowering.

What is here never raises and never warns (the code under analysis may hold invalid escapes); a token that no
interpreter accepts has no value.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPE = re.compile(r"\\(\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^{}]*\}|.)", re.DOTALL)
_BYTES_ESCAPE = re.compile(r"\\(\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_SIMPLE = {
    "\n": "", "\\": "\\", "'": "'", '"': '"',
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
}  # fmt: skip


class NoValue:
    """The type of `NO_VALUE`, which stands for a token that has no value."""


NO_VALUE = NoValue()


def literal(token: str) -> object:
    """The value of a number or plain string token (not an f-string or t-string); NO_VALUE where it has none."""
    last = token[-1:]
    if last in {"'", '"'}:
        return string(token)
    return number(token)


def number(token: str) -> int | float | complex | NoValue:
    """The value of an integer, float or imaginary token."""
    text = token.replace("_", "").lower()
    try:
        if text.endswith("j") and not text.startswith("0x"):
            return complex(0.0, float(text[:-1]))
        if text.isdigit():
            return int(text)
        if text.startswith(("0x", "0o", "0b")):
            return int(text, 0)
        return float(text)
    except ValueError:
        return NO_VALUE


def string(token: str) -> str | bytes | NoValue:
    """The value of a string or bytes token with its prefix and quotes."""
    quote = 0
    while token[quote] not in "'\"":
        quote += 1
    prefix = token[:quote].lower()
    width = 3 if len(token) >= quote + 6 and token[quote : quote + 3] == token[quote] * 3 else 1
    text = content(token[quote + width : -width], raw="r" in prefix, is_bytes="b" in prefix)
    if "b" not in prefix:
        return text
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return NO_VALUE


def content(text: str, *, raw: bool, is_bytes: bool = False) -> str:
    """What stands between quotes, with line ends made one and escapes resolved unless raw."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if raw or "\\" not in text:
        return text
    return (_BYTES_ESCAPE if is_bytes else _ESCAPE).sub(_unescape, text)


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    simple = _SIMPLE.get(code)
    if simple is not None:
        return simple
    first = code[0]
    if first in "01234567":
        return chr(int(code, 8))
    if len(code) == 1:
        return match[0]
    if first == "N":
        try:
            return unicodedata.lookup(code[2:-1])
        except KeyError:
            return match[0]
    point = int(code[1:], 16)
    return chr(point) if point <= 0x10FFFF else match[0]
