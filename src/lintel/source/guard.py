"""What is too large or too deep is told before LibCST sees it, because its native parser can kill the process.

LibCST recurses per level of nesting, and takes quadratic time or worse over it. `check` is the cheap question over the
bytes that nearly every file passes; where it hesitates, `depth` measures the file exactly. The measure counts tokens,
so that its answer is the same on every interpreter and under every recursion limit (`ast.parse` accepts more the
higher that limit is, and a deep worker's is very high).

The limits are those of Python itself (200 brackets; about 3,000 levels of syntax), so what is refused here cannot run
either, and they are far below what kills LibCST on the stack of `source.deep`, where `source.parse` calls it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lintel.errors import SourceError
from lintel.source.lexer import lex

MAX_BRACKETS = 200
MAX_LEVELS = 2_500
MAX_PATTERN_BRACKETS = 12
MAX_PATTERN_BRACES = 8

_LONG_LINE = 2_000
_MANY_JOINTS = 1_200
_MANY_ELIFS = 1_000
_MANY_OPENERS = 12_000
_MANY_MARKS = 40_000
_WORDS_MATTER = 64_000
_PEELED = 10
_LEFT_OVER = 80

_ROUND = bytes.maketrans(b"[]{}", b"()()")
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"()[]{}")
_OPERATORS = b"+-*/%&|^<>~.\\"
_CLASSES = bytes.maketrans(_OPERATORS + b"[]{}'", b"+" * len(_OPERATORS) + b'()()"')
_BLANKS = b" \t\f\r"
_JOINTS = (
    *(b"\n+", b"+\n", b"\n)+", b"\n)(", b'"\n"', b'"\nf"', b'"\nr"', b'"\nb"'),
    *(b"\nand", b"\nor", b"\nnot", b"\nelse", b"\nlambda", b"\nawait", b"and\n", b"or\n", b"not\n", b"lambda:\n"),
)
_WORD_MARKS = (b"and", b"or", b"not", b"else", b"lambda", b"await", b"for", b"elif")

_TOKEN = re.compile(
    r"(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<comma>,)|(?P<string>\")|(?P<op>[-+*/%@&|^~<>!.]+)"
    r"|(?P<word>\b(?:and|or|not|in|is|if|else|elif|lambda|await|for|case)\b)|(?P<end>;|(?<!\\)\n)"
)
_LAMBDA_LEVELS = 10
_LINE_IN_STRING = "\v"


class Depth(NamedTuple):
    """How deep a file is: brackets within brackets, levels of the syntax tree along one path, and patterns."""

    brackets: int
    levels: int
    line: int
    pattern: int = 0


def check(data: bytes, max_bytes: int) -> None:
    """Pass a file that LibCST can parse safely and in time.

    Raises:
        SourceError: kind "too-large" or "too-deep", with the place.

    """
    if len(data) > max_bytes:
        raise SourceError(
            "too-large",
            f"{len(data):,} bytes are more than the limit of {max_bytes:,}",
            "raise max-file-size, or exclude the file if it is data",
        )
    if hesitates(data):
        _judge(depth(data))


def hesitates(data: bytes) -> bool:
    """Whether the file could be deeper than the limits, by counts over its bytes.

    Long lines, nested brackets and many lines that continue an expression are the plain forms of depth. Whatever form
    it takes, it needs brackets, operators or words for it, and a file with few of those cannot exhaust a deep stack.
    """
    if _may_nest(data):
        return True
    lines = data.split(b"\n")
    if max(map(len, lines)) >= _LONG_LINE:
        return True
    if len(lines) < _MANY_ELIFS and len(data) < _MANY_MARKS:
        return False
    classes = data.translate(_CLASSES, _BLANKS)
    if data.count(b"elif") >= _MANY_ELIFS or classes.count(b"(") >= _MANY_OPENERS:
        return True
    if len(lines) >= _MANY_JOINTS and _joints(data, classes) >= _MANY_JOINTS:
        return True
    return _marks(data, classes) >= _MANY_MARKS


def _joints(data: bytes, classes: bytes) -> int:
    """How many lines continue an expression: they begin with an operator or string, or the line above ends so."""
    sentences = data.count(b".\n") + classes.count(b"\nelse:")
    return sum(map(classes.count, _JOINTS)) - sentences


def _marks(data: bytes, classes: bytes) -> int:
    words = sum(map(data.count, _WORD_MARKS)) if len(data) >= _WORDS_MATTER else 0
    return classes.count(b"+") + classes.count(b'"') + data.count(b"@") + words


def _may_nest(data: bytes) -> bool:
    """Peel the brackets from the inside: what is left after some rounds is deep, or unbalanced by strings."""
    left = data.translate(_ROUND, _NOT_BRACKETS)
    patterns = b"case" in data
    for _ in range(_PEELED):
        shorter = left.replace(b"()", b"")
        if len(shorter) == len(left):
            break
        left = shorter
    opened = left.count(b"(")
    return opened >= _LEFT_OVER or (patterns and b"()" in left)


def _judge(found: Depth) -> None:
    if found.brackets > MAX_BRACKETS:
        what = f"{found.brackets:,} brackets inside each other (Python itself allows {MAX_BRACKETS})"
    elif found.levels > MAX_LEVELS:
        what = f"an expression or chain of {found.levels:,} levels (the limit is {MAX_LEVELS:,})"
    elif found.pattern:
        what = f"a match pattern {found.pattern} levels deep, which the parser needs exponential time for"
    else:
        return
    raise SourceError(
        "too-deep", f"{what} at line {found.line}", "split it into named parts, or exclude the file", found.line
    )


def depth(data: bytes) -> Depth:
    """Measure a file: every token counts, strings and comments do not."""
    return _Measure(_skeleton(data.decode("latin-1"))).run()


def _skeleton(text: str) -> str:
    r"""The code of a text: comments are cut, a plain string is `"`, an f-string a bracket around its fields.

    Lines inside of strings remain, as `\v`, so that places can be told.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = lex(text)
    cuts = [(begin, end, "") for begin, end in found.comments]
    cuts += [(begin, end, '"') for begin, end in found.strings]
    cuts += [(begin, end, {1: "(", 0: ",", -1: ")"}[change]) for begin, end, change in found.literals]
    cuts.sort()
    parts = []
    at = 0
    for begin, end, instead in cuts:
        parts.append(text[at:begin])
        parts.append(instead)
        parts.append(_LINE_IN_STRING * text.count("\n", begin, end))
        at = end
    parts.append(text[at:])
    return "".join(parts)


class _Group:
    """One open bracket: levels of the element that is being read, the deepest inside it, and the deepest so far."""

    __slots__ = ("chain", "deepest", "inner")

    def __init__(self) -> None:
        self.chain = 0
        self.inner = 0
        self.deepest = 0

    def end_element(self) -> None:
        self.deepest = max(self.deepest, self.chain + self.inner)
        self.chain = 0
        self.inner = 0


class _Measure:
    """One pass over the tokens of one skeleton; `line` follows the deepest place that was seen."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.groups = [_Group()]
        self.brackets = 0
        self.levels = 0
        self.pattern = 0
        self.at = {"brackets": 0, "levels": 0, "pattern": 0}
        self.elifs: dict[int, int] = {}
        self.in_pattern = False
        self.open_braces = 0

    def run(self) -> Depth:
        """The depths of the whole file."""
        for token in _TOKEN.finditer(self.code):
            self._take(token.lastgroup or "", token.group(), token.start())
        self._end_statement(len(self.code))
        kind = "brackets" if self.brackets > MAX_BRACKETS else "levels" if self.levels > MAX_LEVELS else "pattern"
        before = self.code[: self.at[kind]]
        line = before.count("\n") + before.count(_LINE_IN_STRING) + 1
        return Depth(self.brackets, self.levels, line, self.pattern)

    def _take(self, kind: str, token: str, at: int) -> None:
        group = self.groups[-1]
        if kind == "open":
            self._open(group, token, at)
        elif kind == "close":
            self._close(at)
        elif kind == "comma":
            group.end_element()
        elif kind == "op":
            group.chain += len(token)
        elif kind == "string":
            group.chain += 1
        elif kind == "word":
            self._word(group, token, at)
        elif len(self.groups) == 1:
            self._end_statement(at)

    def _open(self, group: _Group, token: str, at: int) -> None:
        group.chain += 1
        self.groups.append(_Group())
        self.open_braces += token == "{"
        if len(self.groups) - 1 > self.brackets:
            self.brackets = len(self.groups) - 1
            self.at["brackets"] = at
        if self.in_pattern and (len(self.groups) - 1 > MAX_PATTERN_BRACKETS or self.open_braces > MAX_PATTERN_BRACES):
            self.pattern = max(self.pattern, len(self.groups) - 1)
            self.at["pattern"] = at

    def _close(self, at: int) -> None:
        if len(self.groups) == 1:
            return
        closed = self.groups.pop()
        closed.end_element()
        self.open_braces -= self.code[at] == "}" and self.open_braces > 0
        group = self.groups[-1]
        group.inner = max(group.inner, closed.deepest)

    def _word(self, group: _Group, token: str, at: int) -> None:
        if token == "lambda":
            group.chain += _LAMBDA_LEVELS
        elif token in ("elif", "if", "case") and len(self.groups) == 1 and (indent := self._indent(at)) is not None:
            self._statement(token, indent)
        elif token != "case":
            group.chain += 1

    def _statement(self, token: str, indent: int) -> None:
        if token == "case":
            self.in_pattern = True
        elif token == "if":
            self.elifs[indent] = 0
        else:
            self.elifs[indent] = self.elifs.get(indent, 0) + 1

    def _indent(self, at: int) -> int | None:
        """How far in this word is, if it begins its line."""
        begin = self.code.rfind("\n", 0, at) + 1
        return at - begin if not self.code[begin:at].strip() else None

    def _end_statement(self, at: int) -> None:
        for group in self.groups:
            group.end_element()
        levels = sum(group.deepest for group in self.groups) + max(self.elifs.values(), default=0)
        if levels > self.levels:
            self.levels = levels
            self.at["levels"] = at
        self.groups[0].deepest = 0
        self.in_pattern = False
        self.open_braces = 0
