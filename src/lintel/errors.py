"""The errors that Lintel raises on purpose: each names the place and the remedy.

A `LintelError` is an answer to the user (a wrong setting, an unknown rule, an unreadable file): faces print it and end
with exit code 2. Anything else that escapes is a defect of Lintel.
"""

from __future__ import annotations


class LintelError(Exception):
    """Something the user can mend; the text says what, where and how."""


class SettingsError(LintelError):
    """A settings file or a command-line value that cannot be used."""

    def __init__(self, place: str, problem: str, remedy: str = "") -> None:
        self.place = place
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{place}: {problem}" + (f" ({remedy})" if remedy else ""))


class KnowledgeError(LintelError):
    """A row of library knowledge that breaks the schema; names the file, the row and the nearest valid word."""

    def __init__(self, file: str, row: str, problem: str, remedy: str = "") -> None:
        self.file = file
        self.row = row
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{file}: {row}: {problem}" + (f" ({remedy})" if remedy else ""))


class SourceError(LintelError):
    """A file that cannot be judged; becomes a `Failure` of that file and of no other.

    `kind` is one of the failure kinds of `lintel.finding.FailureKind`; `line` is 1-based, or None where the whole
    file is meant.
    """

    def __init__(self, kind: str, reason: str, remedy: str, line: int | None = None) -> None:
        self.kind = kind
        self.reason = reason
        self.remedy = remedy
        self.line = line
        super().__init__(f"{reason} ({remedy})")
