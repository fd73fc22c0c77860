"""Where in a statement something stands: as a value, as a name, as a piece of SQL, as all of it.

A hole in SQL is as dangerous as its slot: a value can be bound instead, a name can only be chosen from a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from lintel.program.sql_text import LONGEST, MARK, RESERVED, Token, is_operand, tokens, words_of

Slot = Literal["value", "identifier", "clause", "statement"]

_VALUE_AFTER: Final = words_of(
    """
    ANY BETWEEN CASE DEFAULT ELSE ESCAPE FIRST ILIKE IN INTERVAL IS LIKE LIMIT NEXT OFFSET REGEXP RLIKE SIMILAR
    SOME THEN TOP VALUE VALUES ZONE MATCH GLOB ARRAY RETURN
    """
)
_CONDITION_AFTER: Final = words_of("AND FILTER HAVING NOT ON OR PREWHERE QUALIFY WHEN WHERE XOR")
_RELATION_AFTER: Final = words_of("FROM INTO JOIN LATERAL ONLY TABLE UPDATE USING REFERENCES")
_NAMES_AFTER: Final = words_of("AS BY COLLATE DISTINCT NULLS RETURNING")
_STATEMENT_AFTER: Final = words_of("DO EXCEPT EXPLAIN INTERSECT MINUS UNION") | {"UNION ALL", "BEGIN"}
_DEFINING: Final = words_of(
    """
    ALTER ANALYZE ATTACH CALL COMMENT COPY CREATE DESC DESCRIBE DETACH DROP EXEC EXECUTE GRANT LISTEN LOCK
    NOTIFY PRAGMA REFRESH REINDEX RENAME REVOKE SAVEPOINT SHOW TRUNCATE UNLISTEN USE VACUUM
    """
)
_AGGREGATES: Final = words_of("AVG COUNT MAX MIN SUM DISTINCT")
_COMPARING: Final = words_of("BETWEEN ILIKE IN IS LIKE REGEXP RLIKE NOT GLOB MATCH") | {
    "NOT LIKE",
    "NOT ILIKE",
}
_QUERY_BEFORE: Final = words_of("AS EXISTS FROM IN JOIN LATERAL UNION WITH EXCEPT INTERSECT") | {"UNION ALL"}
_OBJECTS: Final = words_of(
    """
    ADD COLUMN CONSTRAINT DATABASE DOMAIN DROP EXISTS EXTENSION FUNCTION INDEX KEY MATERIALIZED ON OWNER
    PARTITION PROCEDURE ROLE SCHEMA SEQUENCE TO TRIGGER TYPE USER VIEW CONCURRENTLY
    """
)
_DIGITS: Final = re.compile(rf"[\d.{MARK}]+\Z")


@dataclass(slots=True)
class _Frame:
    """What is open at a place: the clause, and the verb of the statement."""

    clause: str = ""
    verb: str = ""


@lru_cache(maxsize=512)
def slots(text: str) -> tuple[Slot, ...]:
    """The slot of each hole of a marked text, in order."""
    if len(text) > LONGEST:
        return tuple("clause" for sign in text if sign == MARK)
    words = [token for token in tokens(text) if token.kind != "comment" or token.holes]
    found: list[Slot] = []
    stack = [_Frame()]
    for index, token in enumerate(words):
        frame = stack[-1]
        if token.holes:
            slot = _slot(words, index, frame)
            found += [slot] * token.holes
            if slot in ("clause", "statement") and not is_name(token):
                continue
        if token.text == "(":
            stack.append(_opened(words, index, frame))
        elif token.text == ")":
            if len(stack) > 1:
                stack.pop()
        elif token.text == ";":
            stack = [_Frame()]
        elif token.kind == "word" and not _is_part(words, index):
            _enter(frame, token, words[index - 1] if index else None)
    return tuple(found)


def is_name(token: Token) -> bool:
    """Whether more than holes stands in a word."""
    return token.kind == "word" and token.text.strip(MARK) != ""


def _is_part(words: Sequence[Token], index: int) -> bool:
    """Whether a word is one end of a dotted name."""
    after = words[index + 1].text if index + 1 < len(words) else ""
    return after == "." or (index > 0 and words[index - 1].text == ".")


def _last(token: Token) -> str:
    """The keyword that decides what follows: of several in one token the last."""
    return token.upper if token.upper in ("UNION ALL",) else token.upper.rpartition(" ")[2]


def _enter(frame: _Frame, token: Token, before: Token | None) -> None:
    """What a word opens."""
    word = _last(token)
    if not frame.verb and word.isalpha():
        frame.verb = word
        if word in _DEFINING:
            frame.clause = "relation"
    if word == "SELECT":
        frame.clause = "list"
    elif word in _CONDITION_AFTER and not (word == "ON" and frame.verb in _DEFINING):
        frame.clause = frame.clause if word in ("AND", "OR", "NOT", "WHEN") else "condition"
    elif word == "SET" or (word == "UPDATE" and before is not None and before.upper == "KEY"):
        frame.clause = "set"
    elif word in _RELATION_AFTER or (word == "ON" and frame.verb in _DEFINING):
        frame.clause = "relation into" if word in ("INTO", "TABLE", "REFERENCES", "ON") else "relation"
    elif word in ("BY", "RETURNING"):
        frame.clause = "order" if token.upper == "ORDER BY" else "names"
    elif word in ("VALUES", "LIMIT", "OFFSET", "FETCH"):
        frame.clause = "values"
    elif token.upper in _STATEMENT_AFTER:
        frame.clause = ""


def _opened(words: Sequence[Token], index: int, frame: _Frame) -> _Frame:
    """What a parenthesis opens."""
    before = words[index - 1] if index else None
    word = _last(before) if before is not None and before.kind == "word" else ""
    if word in ("VALUES", "IN", "ANY", "SOME") or (frame.clause == "values" and not is_operand(before)):
        return _Frame("values", frame.verb)
    if word in ("CONFLICT", "USING", "BY") or (is_operand(before) and frame.clause == "relation into"):
        return _Frame("names", frame.verb)
    if word in _AGGREGATES or frame.verb == "PRAGMA":
        return _Frame("names", frame.verb)
    if word in _CONDITION_AFTER:
        return _Frame("condition", frame.verb)
    if word in _QUERY_BEFORE or word == "OVER":
        return _Frame("")
    if is_operand(before) or (before is not None and before.kind == "operator"):
        return _Frame("values", frame.verb)
    return _Frame(frame.clause, frame.verb)


def _slot(words: Sequence[Token], index: int, frame: _Frame) -> Slot:
    token = words[index]
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if token.kind == "string":
        return "value"
    if token.kind == "comment":
        return "clause"
    if token.kind == "quoted":
        compared = before is not None and (before.kind == "operator" or _last(before) in _VALUE_AFTER)
        return "value" if compared and token.text[0] == '"' and not _dotted(before, after) else "identifier"
    if token.kind == "placeholder" or _dotted(before, after):
        return "identifier"
    if is_name(token):
        return "value" if _DIGITS.match(token.text) else "identifier"
    return _bare(words, index, frame)


def _dotted(before: Token | None, after: Token | None) -> bool:
    return (before is not None and before.text in (".", "::")) or (after is not None and after.text == ".")


def _bare(words: Sequence[Token], index: int, frame: _Frame) -> Slot:
    """The slot of a hole that stands alone, told from what stands before it."""
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if before is None or before.text == ";":
        return "identifier" if _compares(after) or _is_ordered(after) else "statement"
    if before.text == "*" and not (index > 1 and is_operand(words[index - 2])):
        return _after_operand(words, index, frame)
    if before.kind == "operator" or before.text in ("[", "*"):
        return "value"
    if before.text == "(":
        return _first_in(words, index, frame)
    if before.text == ",":
        return _by_clause(words, index, frame)
    if before.kind == "word" and not _is_part(words, index - 1):
        found = _after_word(words, index, frame, _last(before))
        if found is not None:
            return found
    return _after_operand(words, index, frame)


def _compares(token: Token | None) -> bool:
    return token is not None and (
        (token.kind == "operator" and token.text != "||") or _last(token) in _COMPARING or token.upper in _COMPARING
    )


def _is_ordered(after: Token | None) -> bool:
    return after is not None and (after.text == "," or after.upper.startswith(("ASC", "DESC")))


def _first_in(words: Sequence[Token], index: int, frame: _Frame) -> Slot:
    """Right after a parenthesis."""
    opener = words[index - 2] if index > 1 else None
    word = _last(opener) if opener is not None and opener.kind == "word" else ""
    if word in _QUERY_BEFORE - {"IN"}:
        return "statement"
    return _by_clause(words, index, frame)


def _by_clause(words: Sequence[Token], index: int, frame: _Frame) -> Slot:
    """Where an item of a list begins: what the list is decides."""
    after = words[index + 1] if index + 1 < len(words) else None
    clause = frame.clause
    if clause == "list":
        return "identifier" if _has_from(words, index) else "value"
    if clause in ("values", ""):
        return "value" if clause else "clause"
    if clause == "set":
        return "identifier" if _compares(after) else "clause"
    if clause == "condition":
        return "identifier" if _compares(after) else "clause"
    return "identifier"


def _has_from(words: Sequence[Token], index: int) -> bool:
    """Whether the list of columns in which a place lies belongs to a table."""
    depth = 0
    for token in words[index + 1 :]:
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0 or token.text == ";":
            return False
        if depth == 0 and token.kind == "word" and token.upper == "FROM":
            return True
    return False


def _after_word(words: Sequence[Token], index: int, frame: _Frame, word: str) -> Slot | None:
    """After a keyword; None where the word is a name like others."""
    before = words[index - 1]
    after = words[index + 1] if index + 1 < len(words) else None
    if before.upper in _STATEMENT_AFTER:
        return "statement"
    if word == "BY" and index > 1 and words[index - 2].upper == "IDENTIFIED":
        return "value"
    if word == "WITH":
        return "identifier" if after is not None and after.upper == "AS" else "statement"
    if word == "AS" and frame.verb == "CREATE" and frame.clause.startswith("relation"):
        return "statement"
    if word in ("SELECT", "DISTINCT", "ALL") and frame.clause == "list":
        return _by_clause(words, index, frame)
    if word == "AND" and _ends_between(words, index - 1):
        return "value"
    if word in _CONDITION_AFTER and not (word == "ON" and frame.verb in _DEFINING):
        return "identifier" if _compares(after) else "clause"
    if word == "SET" or (frame.clause == "set" and word == "UPDATE"):
        return "identifier" if _compares(after) or frame.verb == "SET" else "clause"
    if word in _VALUE_AFTER:
        return "value"
    if word in _RELATION_AFTER | _NAMES_AFTER:
        return "identifier"
    if (frame.verb in _DEFINING and (word in _DEFINING or word in _OBJECTS)) or (frame.verb == "SET" and word == "TO"):
        return "identifier"
    return "clause" if word in RESERVED or word == frame.verb else None


def _ends_between(words: Sequence[Token], index: int) -> bool:
    """Whether the AND at a place is the second half of a BETWEEN."""
    for token in reversed(words[:index]):
        if token.kind == "word" and token.upper == "BETWEEN":
            return True
        if token.text == "(" or (token.kind == "word" and token.upper in _CONDITION_AFTER - {"NOT"}):
            return False
    return False


def _after_operand(words: Sequence[Token], index: int, frame: _Frame) -> Slot:
    """After something complete: a direction, an alias, or more SQL."""
    after = words[index + 1] if index + 1 < len(words) else None
    follows = "" if after is None else after.upper
    if frame.clause == "order" and words[index - 1].upper not in ("ASC", "DESC"):
        return "identifier"
    if frame.clause == "list" and follows in ("FROM", ","):
        return "identifier"
    if frame.clause.startswith("relation") and (
        follows in ("ON", "SET", ",", "JOIN", "USING") or follows.endswith("JOIN")
    ):
        return "identifier"
    return "clause"
