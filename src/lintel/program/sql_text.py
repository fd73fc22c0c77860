"""SQL as a driver gets it, word by word: constant text with holes, and the placeholders in it.

The lexer is sqlparse's, which reads every dialect without being told which one it is and fails on nothing. It is loaded
when the first statement is read: a run without one never pays for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MARK: Final = "\u00d0"  # a letter, so that a hole is read as (a part of) a name, and as text inside of quotes
LONGEST: Final = 20_000  # characters of a text that is read; reading a longer one would take longer than it is worth
QUOTES: Final = {"'": "string", '"': "quoted", "`": "quoted"}
_ESCAPE: Final = re.compile(r"(escape\s+)'\\'", re.IGNORECASE)
_WORD: Final = re.compile(r"\w[\w$#]*\Z")
_FORMAT: Final = re.compile(r"%(?:%|\((?P<name>[^)]*)\)[sbt]|(?P<plain>[sbt])(?!\w))")
_LONE: Final = re.compile(r"%*(\?|[:$]\w+|%s|%\(\w+\)s)%*\Z")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


RESERVED: Final = words_of(
    """
    ALL AND ANY AS BETWEEN BY CASE COLLATE CROSS DELETE DISTINCT ELSE ESCAPE EXCEPT EXISTS FETCH FIRST FOR FROM
    HAVING IF ILIKE IN INNER INSERT INTERSECT INTERVAL INTO IS JOIN LATERAL LEFT LIKE LIMIT MINUS NATURAL NOT
    OFFSET ON ONLY OR OUTER OVER PREWHERE QUALIFY REGEXP RETURNING RIGHT RLIKE SELECT SET SIMILAR SOME THEN TO
    TOP UNION UPDATE USING VALUES WHEN WHERE WINDOW WITH XOR ORDER GROUP PARTITION MATCH GLOB DEFAULT REPLACE
    MERGE
    """
) | {
    "ORDER BY",
    "GROUP BY",
    "PARTITION BY",
    "UNION ALL",
    "NOT LIKE",
    "NOT ILIKE",
    "IF EXISTS",
    "IF NOT EXISTS",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of SQL. `kind` is word, string, quoted (a name in quotes), placeholder, operator, number, sign or comment.

    `upper` is a word as keywords are compared: in capitals, one blank between; `holes` how many holes lie inside;
    `glued` that nothing stands between it and the token before.
    """

    kind: str
    text: str
    upper: str = ""
    holes: int = 0
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place that the driver fills: its style (as knowledge names them) and the name or number, if it has one.

    `sure` says that nothing else can be meant; `quoted` that it stands inside of a string.
    """

    style: str
    name: str = ""
    sure: bool = True
    quoted: bool = False


def marked(pieces: Iterable[str | None]) -> str:
    """The text of these pieces, with a mark for each hole (None)."""
    return "".join(MARK if piece is None else piece.replace(MARK, "x").replace(MARK.lower(), "x") for piece in pieces)


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a marked text. What follows a quote that nothing closes is inside of it."""
    from sqlparse import lexer

    tokenize: Callable[[str], Iterable[tuple[object, str]]] = lexer.tokenize

    found: list[Token] = []
    glued = False
    inside = ""
    for kind, value in tokenize(_ESCAPE.sub(r"\1'!'", text)):
        name = str(kind)
        if name.startswith(("Token.Text", "Token.Newline")) or value.isspace():
            glued = False
            continue
        if not inside and name == "Token.Error" and value in QUOTES:
            inside = QUOTES[value]
        token = Token(inside or _kind(name, value), value, " ".join(value.upper().split()), value.count(MARK), glued)
        glued = True
        found.append(token)
    return tuple(found)


def _kind(name: str, value: str) -> str:
    if name.startswith("Token.Comment"):
        return "comment"
    if name.endswith("String.Single") or (name == "Token.Literal" and value.startswith("$")):
        return "string"
    if name.endswith("String.Symbol") or value[0] in "`\u00b4" or (value[0] == "[" and len(value) > 1):
        return "quoted"
    if name == "Token.Name.Placeholder":
        return "placeholder"
    if name.startswith(("Token.Operator", "Token.Assignment")):
        return "operator" if not value[0].isalpha() else "word"
    if name.startswith("Token.Literal.Number"):
        return "number"
    return "word" if _WORD.match(value) or name.startswith(("Token.Keyword", "Token.Name")) else "sign"


def is_operand(token: Token | None) -> bool:
    """Whether a value may end or begin with this token, as far as the token alone says."""
    if token is None:
        return False
    if token.kind == "word":
        return token.upper not in RESERVED
    return token.kind in ("string", "quoted", "placeholder", "number")


def placeholders(text: str, *, formatted: bool) -> tuple[Placeholder, ...]:
    """The placeholders of a marked text; where the driver formats it with `%`, those inside of strings too."""
    words = [token for token in tokens(text) if token.kind != "comment"]
    found = list(_braces(words))
    for index, token in enumerate(words):
        before = words[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        if token.kind == "placeholder":
            named = _placeholder(token, before, after)
            if not formatted or named.style not in ("format", "pyformat"):
                found.append(named)
        elif token.kind == "string" and (match := _LONE.match(token.text[1:-1])) and not formatted:
            found.append(_named(match[1], sure=True, quoted=True))
    if formatted:
        found += _formats(text, words)
    return tuple(found)


def _placeholder(token: Token, before: Token | None, after: Token | None) -> Placeholder:
    """`?` between two operands is an operator of PostgreSQL, `:` after one the middle of a slice or a path."""
    ends = is_operand(before) or (before is not None and before.text in (")", "]"))
    if token.text == "?":
        if after is not None and after.glued and after.kind == "number":
            return Placeholder("qmark", after.text)
        begins = is_operand(after) or (after is not None and (after.text == "(" or after.upper == "ARRAY"))
        return Placeholder("qmark", sure=not (ends and begins) and not (after is not None and after.text in "|&"))
    sliced = before is not None and before.text == "["
    return _named(token.text, sure=not ends and not sliced and not token.holes)


def _named(text: str, *, sure: bool, quoted: bool = False) -> Placeholder:
    name = text[1:]
    if text.startswith("%("):
        return Placeholder("pyformat", text[2:-2], sure, quoted)
    if text[0] == "%":
        return Placeholder("format", "", sure, quoted)
    if text[0] == "?":
        return Placeholder("qmark", name, sure, quoted)
    if text[0] == ":":
        return Placeholder("numeric" if name.isdigit() else "named", name, sure, quoted)
    return Placeholder("dollar", name, sure and name.isdigit(), quoted)


def _braces(words: Sequence[Token]) -> Iterable[Placeholder]:
    """`{name:Type}`."""
    for index in range(len(words) - 3):
        sign, name, colon = words[index : index + 3]
        if sign.text == "{" and name.kind == "word" and colon.text == ":":
            yield Placeholder("brace", name.text)


def _formats(text: str, words: Sequence[Token]) -> Iterable[Placeholder]:
    """What a driver that formats with `%` fills: it reads no SQL, so strings and comments count."""
    quoted = {"": 0}
    for token in words:
        if token.kind == "string":
            for match in _FORMAT.finditer(token.text):
                if match[0] != "%%":
                    quoted[match[0]] = quoted.get(match[0], 0) + 1
    for match in reversed(list(_FORMAT.finditer(text))):
        if match[0] == "%%":
            continue
        left = quoted.get(match[0], 0)
        quoted[match[0]] = left - 1
        name = match["name"]
        yield Placeholder("format" if name is None else "pyformat", name or "", True, left > 0)
