"""Tells strings and comments from code, without a parser: just enough of Python's lexical rules for that.

String prefixes, triple quotes, escapes, and the fields of f-strings and t-strings, which may hold strings, fields and
comments of their own (PEP 701). `comments` reads the comments off it, `guard` the shape of what remains. It keeps its
own stack, so that no nesting of strings can exhaust the interpreter's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"['\"#]")
_TO_LINE_END = re.compile(r"[^\r\n]*")
_PLAIN_REST = {
    "'": re.compile(r"[^'\\\r\n]*(?:\\(?:\r\n|[\s\S])[^'\\\r\n]*)*'?"),
    '"': re.compile(r'[^"\\\r\n]*(?:\\(?:\r\n|[\s\S])[^"\\\r\n]*)*"?'),
    "'''": re.compile(r"[^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)*(?:''')?"),
    '"""': re.compile(r'[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*(?:""")?'),
}
_LITERAL_MARK = re.compile(r"[\\{}'\"]")
_FIELD_MARK = re.compile(r"['\"#{}()\[\]:]")
_FIELD_PREFIXES = frozenset({"f", "t", "fr", "rf", "tr", "rt"})


class _Template(NamedTuple):
    """An f-string or t-string that is open.

    `fields` holds, per open field, the number of brackets open in its expression, or -1 once its format specification
    has begun: there, text is literal again.
    """

    quote: str
    raw: bool
    fields: list[int]


class Lexed(NamedTuple):
    """Offsets (begin, end): of comments, of plain strings, and of the literal parts of f-strings and t-strings.

    Literal parts come with their depth change: +1 where they open a template, -1 where they close one. What lies
    between the literal parts of a template is code.
    """

    comments: list[tuple[int, int]]
    strings: list[tuple[int, int]]
    literals: list[tuple[int, int, int]]


def lex(text: str) -> Lexed:
    """Find the comments and strings of a text; unterminated strings end with their line or with the text."""
    return _Lexer(text).run()


class _Lexer:
    """One pass over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Lexed([], [], [])
        self.open: list[_Template] = []

    def run(self) -> Lexed:
        """Everything that is found."""
        at, size = 0, len(self.text)
        while at < size:
            if not self.open:
                mark = _MARK.search(self.text, at)
                if mark is None:
                    break
                at = self._skip(mark.start())
            elif self.open[-1].fields and self.open[-1].fields[-1] >= 0:
                at = self._expression(at)
            else:
                at = self._literal(at)
        return self.found

    def _skip(self, at: int) -> int:
        """Past the comment or plain string, or the opening quote of a template, that begins with this mark."""
        text = self.text
        quote = text[at]
        if quote == "#":
            end = _matched_end(_TO_LINE_END, text, at)
            self.found.comments.append((at, end))
            return end
        if text.startswith(quote * 3, at):
            quote *= 3
        begin = at + len(quote)
        if at and text[at - 1] in "fFtTrR":
            prefix = _prefix(text, at)
            if prefix in _FIELD_PREFIXES:
                self.open.append(_Template(quote, "r" in prefix, []))
                self.found.literals.append((at, begin, 1))
                return begin
        end = _matched_end(_PLAIN_REST[quote], text, begin)
        self.found.strings.append((at, end))
        return end

    def _literal(self, begin: int) -> int:
        """Past the literal part that begins here: up to and with the brace or quote that ends it."""
        text = self.text
        template = self.open[-1]
        at = begin
        while (mark := _LITERAL_MARK.search(text, at)) is not None:
            at = mark.start()
            sign = text[at]
            if sign == "\\":
                at = _past_escape(text, at, raw=template.raw)
            elif sign == "{" and (template.fields or not text.startswith("{{", at)):
                self.found.literals.append((begin, at, 0))
                template.fields.append(0)
                return at + 1
            elif sign == "{":
                at += 2
            elif sign == "}" and template.fields:
                self.found.literals.append((begin, at, 0))
                template.fields.pop()
                return at + 1
            elif text.startswith(template.quote, at):
                at += len(template.quote)
                self.found.literals.append((begin, at, -1))
                self.open.pop()
                return at
            else:
                at += 1
        return len(text)

    def _expression(self, at: int) -> int:
        """Past the next mark of a field's expression."""
        mark = _FIELD_MARK.search(self.text, at)
        if mark is None:
            return len(self.text)
        at = mark.start()
        sign = self.text[at]
        if sign in "'\"#":
            return self._skip(at)
        fields = self.open[-1].fields
        if sign in "([{":
            fields[-1] += 1
        elif sign == ":":
            if fields[-1] == 0:
                fields[-1] = -1
        elif fields[-1] > 0:
            fields[-1] -= 1
        elif sign == "}":
            fields.pop()
        return at + 1


def _past_escape(text: str, at: int, *, raw: bool) -> int:
    if not raw and text.startswith("\\N{", at):
        close = text.find("}", at)
        return close + 1 if close >= 0 else len(text)
    return at + 1 if text[at + 1 : at + 2] in ("{", "}") else at + 2


def _prefix(text: str, at: int) -> str:
    """The letters that end before this offset, in lower case; longer than any string prefix if they are a name."""
    begin = at
    while begin > 0 and at - begin < 3 and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
        begin -= 1
    return text[begin:at].lower()


def _matched_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found is not None else at
