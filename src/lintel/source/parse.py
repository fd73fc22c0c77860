"""The one call of LibCST's parser: guarded before, counted, and every refusal turned into an answer to the user."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lintel.errors import SourceError
from lintel.source.decode import decode, split_lines
from lintel.source.deep import with_deep_stack
from lintel.source.guard import check

if TYPE_CHECKING:
    from lintel.source.lazy import cst

_count = 0

_PLACE = re.compile(r"parser error: error at (\d+):(\d+): ")
_PYTHON_2 = (
    (re.compile(r"[ \t]*print[ \t]+[^\s=(.\[]|[ \t]*print[ \t]*>>"), "a print statement"),
    (re.compile(r"[ \t]*exec[ \t]+[^\s=(.\[]"), "an exec statement"),
    (re.compile(r"[ \t]*raise[ \t]+[\w.]+[ \t]*,"), "raise with a comma"),
    (re.compile(r"[^'\"#]*(?<!\w)0[0-7]+(?![\w.])"), "an octal number without 0o"),
    (re.compile(r"[^'\"#]*(?<!\w)(?:0[xX][0-9a-fA-F]+|\d+)[lL]\b"), "a long integer"),
    (re.compile(r"[^'\"#]*<>"), "the operator <>"),
    (re.compile(r"[^'\"#]*(?<!\w)[uU][rR]['\"]"), "an ur'' string"),
    (re.compile(r"[^'\"#]*`"), "backquotes"),
)


class Parsed(NamedTuple):
    """A file that was read: its text, the codec that restores its bytes, and LibCST's tree of it."""

    text: str
    encoding: str
    root: cst.Module


def parse(data: bytes, *, max_bytes: int) -> Parsed:
    """Parse one Python file from its bytes.

    Raises:
        SourceError: kinds "too-large", "too-deep", "encoding" and "syntax"; nothing else escapes.

    """
    global _count  # noqa: PLW0603 - a test must be able to tell how many files were parsed
    check(data, max_bytes)
    text, encoding = decode(data)
    _count += 1
    return Parsed(text, encoding, with_deep_stack(_tree, data, text))


def parse_count() -> int:
    """How many times this process has handed a file to LibCST."""
    return _count


def _tree(data: bytes, text: str) -> cst.Module:
    import libcst

    try:
        with _trusting_the_parser():
            return libcst.parse_module(data)
    except libcst.ParserSyntaxError as error:
        raise _syntax(error, text) from None
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise SourceError("syntax", f"cannot be parsed: {error}", "run python -m py_compile on the file") from None


@contextlib.contextmanager
def _trusting_the_parser() -> Iterator[None]:
    """Leave out the validation that each node makes of itself: the parser makes valid nodes only.

    LibCST's own comment at `CSTNode.__post_init__` says that parsing need not validate; it takes a sixth of the time.
    In its place stands `tuple`: a class is no descriptor, so it is called with nothing, and costs less than a
    function.
    """
    import libcst

    checked = libcst.CSTNode.__post_init__
    setattr(libcst.CSTNode, "__post_init__", tuple)  # noqa: B010 - a method of a foreign class
    try:
        yield
    finally:
        setattr(libcst.CSTNode, "__post_init__", checked)  # noqa: B010


def _syntax(error: cst.ParserSyntaxError, text: str) -> SourceError:
    message = error.message
    if "too many indentation levels" in message:
        return SourceError("too-deep", "more than 100 levels of indentation", "split the function into named parts")
    lines = split_lines(text)
    line, reason = _place(error, lines)
    content = lines[line - 1] if line is not None and 0 < line <= len(lines) else ""
    for pattern, what in _PYTHON_2:
        if pattern.match(content):
            return SourceError(
                "syntax", f"line {line} is Python 2 ({what})", "port the file to Python 3, or exclude it", line
            )
    where = f"line {line}: " if line is not None else ""
    return SourceError("syntax", f"{where}{reason}", "correct the syntax, or exclude the file", line)


def _place(error: cst.ParserSyntaxError, lines: list[str]) -> tuple[int | None, str]:
    """The line of an error and what is wrong there.

    LibCST's tokenizer names no place, and its parser lists tokens; so the interpreter is asked as well, and its
    sentence is taken where it speaks of the same line.
    """
    said = _interpreter_says("\n".join(lines))
    placed = _PLACE.match(error.message)
    if placed is None:
        reason = error.message.removeprefix("tokenizer error: ")
        return said if said is not None else (None, reason)
    line, column = min(int(placed[1]), len(lines)), int(placed[2])
    if column == 0 and line > 1:
        line -= 1
    if said is not None and said[0] in (line - 1, line):
        return said
    expected = error.message[placed.end() :]
    return line, f"invalid syntax at column {column + 1}, {expected}" if len(expected) < 60 else "invalid syntax"


def _interpreter_says(text: str) -> tuple[int | None, str] | None:
    import ast
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError as error:
        return error.lineno, error.msg
    except (ValueError, RecursionError, MemoryError, OverflowError):
        pass
    return None
