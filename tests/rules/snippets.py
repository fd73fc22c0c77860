"""Marked snippets: ordinary code whose lines say which findings they must give, and by their silence which not.

A snippet is one `.py` file under `tests/rules/<family>/<rule>/`. Its grammar:

    bad()  # want: LNT101 @5 "detail"     a finding of LNT101 on this line, at column 5, with "detail" as first argument
    bad()  # want: LNT101; LNT102         several on one line
    bad()  # want-missing: LNT101         a known gap: the rule should speak and does not; fails once it does
    fine() # want-spurious: LNT101        a known false alarm; fails once it is gone
    # option: phrases = ["x"]             (first lines) an option of the rule under test, as JSON
    # file: app/db.py                     what follows is this file (a snippet without it is one file, `app.py`)
    # file: app/db.py #2                  the same file in a second version, judged after the first with the same store
    # rechecked: app/db.py LNT405         (in a second version) files parsed anew and rules with new verdicts, exactly
    import app.db  # fact: imports: [load]   that room's `show()` says of this very line something that holds this text

Columns count from 1. Markers are cut off before the code is judged. Column and arguments are optional; where they stand
they must be right. Everything is compared as exact sets.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

_FILE = re.compile(r"#\s*file:\s*(?P<path>\S+?)\s*(?:#(?P<version>\d+))?\s*\Z")
_OPTION = re.compile(r"#\s*option:\s*(?P<name>[\w-]+)\s*=\s*(?P<value>.+)\Z")
_RECHECKED = re.compile(r"#\s*rechecked:\s*(?P<words>.*)\Z")
_MARKER = re.compile(r"#\s*(?P<kind>want|want-missing|want-spurious|fact):\s*(?P<rest>.*)\Z")
_ONE = re.compile(
    r"""(?P<code>[A-Z]{3}\d{3})(?:\s+@(?P<column>\d+))?(?P<arguments>(?:\s+"(?:[^"\\]|\\.)*")*)\s*(?:;|\Z)\s*"""
)


class BadSnippetError(AssertionError):
    """A snippet that the harness refuses, with its place."""


@dataclass(frozen=True)
class Want:
    """One marker: what a line must say (`kind` want), fails to say, or says wrongly."""

    kind: str
    path: str
    line: int
    code: str
    column: int | None = None
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact:
    """One `# fact:` marker: a text that a room of the program (`kind`) says of this line (`fact_places`)."""

    path: str
    line: int
    kind: str
    text: str


@dataclass
class Version:
    """The files of one state of the snippet's project (only the changed ones in a later state) and its markers."""

    files: dict[str, str] = field(default_factory=dict)
    wants: list[Want] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    rechecked: frozenset[str] | None = None


@dataclass
class Snippet:
    """A parsed snippet file."""

    name: str
    options: dict[str, object]
    versions: list[Version]

    @property
    def marked_lines(self) -> int:
        """How many lines carry a marker of a finding."""
        return len({(number, want.path, want.line) for number, each in enumerate(self.versions) for want in each.wants})

    @property
    def silent_lines(self) -> int:
        """How many lines of code carry none."""
        code = sum(
            1
            for version in self.versions
            for text in version.files.values()
            for line in text.splitlines()
            if line.strip() and not line.strip().startswith("#")
        )
        return code - self.marked_lines


def read_snippet(path: Path, known_codes: frozenset[str]) -> Snippet:
    """Parse a snippet file; refuse one that is malformed, does not parse, or names an unknown rule."""
    return parse_snippet(path.read_text("utf-8"), path.name, known_codes)


def parse_snippet(text: str, name: str, known_codes: frozenset[str]) -> Snippet:
    """Parse the text of a snippet; see the module's docstring for the grammar."""
    options: dict[str, object] = {}
    versions: dict[int, Version] = {1: Version()}
    number, path, lines = 1, "app.py", list[str]()

    def close() -> None:
        if path != "app.py" or any(line.strip() for line in lines):
            if path in versions[number].files:
                raise BadSnippetError(f"{name}: {path} stands twice in version {number}")
            versions[number].files[path] = "".join(line + "\n" for line in lines)

    for raw in text.split("\n"):
        row, stripped = raw, raw.strip()
        if match := _FILE.match(stripped):
            close()
            path, lines = match["path"], []
            number = int(match["version"] or 1)
            versions.setdefault(number, Version())
            continue
        if match := _OPTION.match(stripped):
            options[match["name"]] = json.loads(match["value"])
            row = ""
        elif match := _RECHECKED.match(stripped):
            versions[number].rechecked = frozenset(match["words"].split())
            row = ""
        lines.append(_unmarked(row, versions[number], path, len(lines) + 1, name, known_codes))
    while lines and not lines[-1]:
        lines.pop()
    close()
    _check(versions, name)
    return Snippet(name, options, [versions[key] for key in sorted(versions)])


def _unmarked(row: str, version: Version, path: str, line: int, name: str, known: frozenset[str]) -> str:
    match = _MARKER.search(row)
    if match is None:
        return row
    kind, rest = match["kind"], match["rest"]
    place = f"{name}: {path}:{line}"
    if kind == "fact":
        fact_kind, _, text = rest.partition(":")
        if not text.strip():
            raise BadSnippetError(f"{place}: a fact without a text says nothing")
        version.facts.append(Fact(path, line, fact_kind.strip(), text.strip()))
        return row[: match.start()].rstrip()
    position = 0
    while position < len(rest):
        one = _ONE.match(rest, position)
        if one is None:
            raise BadSnippetError(f"{place}: cannot read the marker at {rest[position:]!r}")
        if one["code"] not in known:
            raise BadSnippetError(f"{place}: no rule has the code {one['code']}")
        arguments = tuple(json.loads(each) for each in re.findall(r'"(?:[^"\\]|\\.)*"', one["arguments"]))
        want = Want(kind, path, line, one["code"], int(one["column"]) if one["column"] else None, arguments)
        version.wants.append(want)
        position = one.end()
    return row[: match.start()].rstrip()


def _check(versions: dict[int, Version], name: str) -> None:
    for number, version in versions.items():
        if not version.files:
            raise BadSnippetError(f"{name}: version {number} holds no file")
        for path, text in version.files.items():
            try:
                ast.parse(text)
            except SyntaxError as error:
                raise BadSnippetError(f"{name}: {path}:{error.lineno} does not parse: {error.msg}") from error
