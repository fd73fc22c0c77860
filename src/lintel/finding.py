"""What a run says: findings, candidates, failures and notices, as frozen values.

Columns here are 0-based code points, as LibCST counts them; lines are 1-based. Faces convert at their edge (flake8
prints columns from 1, LSP counts UTF-16 units).
"""

from __future__ import annotations

import enum
import hashlib
from typing import Literal

import msgspec


class Severity(enum.StrEnum):
    """How bad it is if the finding is true; ordered by `rank`."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for note, 1 for warning, 2 for error."""
        return _SEVERITY_RANK[self]

    def lowered(self) -> Severity:
        """One step less severe, never below note."""
        return Severity.WARNING if self is Severity.ERROR else Severity.NOTE


_SEVERITY_RANK = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Confidence(enum.StrEnum):
    """How much was proved: high where the whole claim was, medium where a value's origin is unknown, low for a hint."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch of source: lines from 1, columns from 0 in code points, end exclusive (as LibCST's CodeRange)."""

    line: int
    column: int
    end_line: int
    end_column: int


class Related(msgspec.Struct, frozen=True, order=True):
    """A second place that belongs to a finding: an import of a cycle, a group of methods, a step of a path."""

    path: str
    span: Span
    message: str


class Finding(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One breach of one rule at one place.

    `path` is relative to the project's root, with forward slashes. `arguments` are the values that the card's message
    was filled with (markers in tests compare them). `symbol` is the dotted name, inside its module, of the class or
    function around the place. `anchor` is the text that identity is built on (by default the source line without its
    white space), so that a finding keeps its identity when lines move. `steps` is the way of a value, from where it
    comes in to this place. `conceal` says that what stands at the place is
    a credential, which no report may print. `fingerprint` is filled by `run.gather`.
    """

    code: str
    path: str
    span: Span
    message: str
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    arguments: dict[str, str] = {}
    symbol: str = ""
    anchor: str = ""
    related: tuple[Related, ...] = ()
    steps: tuple[Related, ...] = ()
    conceal: bool = False
    fingerprint: str = ""

    def sort_key(self) -> tuple[str, Span, str, str]:
        """The order in which every face reports: by file, place, code, message."""
        return (self.path, self.span, self.code, self.message)

    def identity(self, occurrence: int) -> str:
        """A short hash that survives moved lines; `occurrence` tells equal findings of one file apart, from 0."""
        parts = (self.code, self.path, self.symbol, "".join(self.anchor.split()), str(occurrence))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:20]


class Candidate(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A suspicion that needs another file: the rule's `settle` turns it into findings, or drops it.

    `data` carries what the rule must remember (strings only, so that it is stored without ceremony); `arguments` fill
    the card's message if it is confirmed. `severity` is the one the confirmed finding will have at high confidence.
    """

    code: str
    path: str
    span: Span
    data: dict[str, str] = {}
    arguments: dict[str, str] = {}
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    symbol: str = ""
    anchor: str = ""
    conceal: bool = False


class Suppression(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A comment that silences findings of its file which begin on the lines from `first` to `last`.

    `marker` is the word that it is known by: noqa, nosec or lintel. `codes` are what it names (codes, their beginnings,
    names of rules, ids of Bandit), none where it is meant for everything. `line` is where the comment stands, in the
    columns from `column` to `end_column`.
    """

    marker: Literal["noqa", "nosec", "lintel"]
    line: int
    first: int
    last: int
    codes: tuple[str, ...] = ()
    reason: str = ""
    column: int = 0
    end_column: int = 0


class Suppressed(msgspec.Struct, frozen=True):
    """A finding that a comment silences, with that comment."""

    finding: Finding
    by: Suppression


FailureKind = Literal[
    "unreadable",
    "encoding",
    "syntax",
    "too-large",
    "too-deep",
    "crashed",
    "stalled",
    "rule-raised",
    "engine",
    "settings",
]


class Failure(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something that could not be judged, why, and what to do about it. Any failure makes the exit code 2."""

    kind: str
    reason: str
    remedy: str
    path: str = ""
    line: int = 0
    code: str = ""

    def sort_key(self) -> tuple[str, int, str, str]:
        """The order in which every face reports failures."""
        return (self.path, self.line, self.kind, self.reason)


class Notice(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something the reader should know that is no failure: files left out and why, an engine that is not installed."""

    message: str
    path: str = ""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """What a run saw: files judged, taken from the store, parsed anew, left out by reason; lines judged."""

    files: int = 0
    parsed: int = 0
    stored: int = 0
    lines: int = 0
    left_out: dict[str, int] = {}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a run has to say, in report order; what `report/` turns into bytes and faces into exit codes.

    `roots` are the absolute folders of the projects seen; paths of findings are relative to `base`, the folder that
    output is relative to.
    """

    base: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()
    counts: Counts = Counts()
    suppressed: tuple[Suppressed, ...] = ()
