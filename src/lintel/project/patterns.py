"""Globs of settings, compiled once and matched against many paths.

They mean what they mean to ruff: `*` and `?` cross slashes, `{a,b}` and `[abc]` choose, a pattern without a slash names
a file or folder anywhere in the project, one with a slash is anchored at the folder of the file that says it. A pattern
that matches a folder matches everything in it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lintel.settings import Pattern

_WILD = re.compile(r"[*?\[{]")


@dataclass(frozen=True, slots=True)
class Matcher:
    """Several patterns as one question. `names` are literal, the expressions match a name or a whole absolute path."""

    names: frozenset[str]
    name_globs: re.Pattern[str] | None
    anchored: re.Pattern[str] | None

    def entry(self, folder: str, name: str) -> bool:
        """Whether the entry of that name in that absolute folder itself is matched (its parents are not asked)."""
        if name in self.names or (self.name_globs is not None and self.name_globs.fullmatch(name)):
            return True
        return self.anchored is not None and bool(self.anchored.fullmatch(f"{folder.rstrip('/')}/{name}"))

    def covers(self, root: str, path: str) -> bool:
        """Whether a path, relative to the absolute root, or a folder that it lies in is matched."""
        folder = root
        for part in path.split("/"):
            if self.entry(folder, part):
                return True
            folder = f"{folder.rstrip('/')}/{part}"
        return False


def compile_patterns(patterns: Iterable[Pattern]) -> Matcher:
    """One matcher for all the patterns."""
    names, name_globs, anchored = set(), [], []
    for pattern in patterns:
        text = pattern.text.removeprefix("./").rstrip("/")
        if "/" in text:
            head = re.escape(posixpath.normpath(pattern.base).rstrip("/") + "/") if not text.startswith("/") else ""
            anchored.append(head + translate(text))
        elif _WILD.search(text):
            name_globs.append(translate(text))
        else:
            names.add(text)
    return Matcher(frozenset(names), _union(name_globs), _union(anchored))


def _union(expressions: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{expression})" for expression in expressions), re.DOTALL) if expressions else None


_TOKEN = re.compile(r"\*\*/|/\*\*\Z|\*+|\?|\[!?\]?[^\]]*\]|\{[^{}]*\}|.", re.DOTALL)


def translate(glob: str) -> str:
    """The regular expression of a glob; what is not closed stands for itself."""
    return "".join(_expression(token) for token in _TOKEN.findall(glob))


def _expression(token: str) -> str:
    if token == "**/":
        return "(?:.*/)?"
    if token == "/**":
        return "/.*"
    if token.startswith("*"):
        return ".*"
    if token == "?":
        return "."
    if len(token) > 1 and token.startswith("["):
        return _choice_of_characters(token[1:-1])
    if len(token) > 1 and token.startswith("{"):
        return "(?:" + "|".join(translate(choice) for choice in token[1:-1].split(",")) + ")"
    return re.escape(token)


def _choice_of_characters(inside: str) -> str:
    negated = inside.startswith("!")
    members = inside.removeprefix("!") if negated else inside
    parts = []
    for low, high in re.findall(r"(.)(?:-(.))?", members, re.DOTALL):
        # A range that runs backwards holds nothing; `re` would refuse it.
        if high and low > high:
            continue
        parts.append(f"{re.escape(low)}-{re.escape(high)}" if high else re.escape(low))
    if not parts:
        return "." if negated else r"(?!)"
    return f"[{'^' if negated else ''}{''.join(parts)}]"
