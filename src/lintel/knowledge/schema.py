"""The shapes of knowledge once it is read: rows, equal names, inheritance, words, token formats.

All are frozen and msgspec-encoded: the compiled form of all files is kept in the store, because parsing YAML anew at
every run would cost more than linking a project.
"""

from __future__ import annotations

import msgspec

from lintel.knowledge.paths import AccessPath, Selector, parse_path

PROJECT = "project"
"""The library that is the project under analysis: what its settings say of its own functions and of others."""

FORMAT = 1
"""Number of the compiled form; part of the digest, so that a change of shape is a miss and never a wrong reading."""


class Argument(msgspec.Struct, frozen=True, array_like=True):
    """An argument of a row's callee: what it is to the callee, and where it stands."""

    role: str
    at: Selector


class Row(msgspec.Struct, frozen=True, array_like=True):
    """One statement: at this place (`text`, an access path) there is this (`kind`), because (`why`).

    `role` is that of a value assigned to the path; `unchecked` says why no program can verify the row against the
    library; `origin` is the file and line, for error messages and docs.
    """

    kind: str
    text: str
    library: str
    arguments: tuple[Argument, ...] = ()
    role: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    why: str = ""
    unchecked: str = ""
    origin: str = ""

    @property
    def path(self) -> AccessPath:
        """The access path, step by step; kept as text because that is quicker to load, and lookups need no steps."""
        return parse_path(self.text)

    @property
    def place(self) -> str:
        """The name under which lookups find the row: its path without the `+` of a subclass step."""
        return self.text.replace("+", "")

    @property
    def speaks_below(self) -> bool:
        """Whether the row is about subclasses too: it says so by `+`, or is about instances, and theirs are as well."""
        return "+" in self.text or "()" in self.text

    def get(self, attribute: str) -> str:
        """The word of an attribute of this row's kind, or an empty text."""
        return next((value for name, value in self.attributes if name == attribute), "")

    def argument(self, role: str) -> Argument | None:
        """The first argument with this role."""
        return next((argument for argument in self.arguments if argument.role == role), None)


class Same(msgspec.Struct, frozen=True, array_like=True):
    """Two names of one thing: a re-export, or what a factory returns. Lookups rewrite `path` to `target`."""

    path: str
    target: str
    library: str
    unchecked: str = ""
    origin: str = ""


class Inherits(msgspec.Struct, frozen=True, array_like=True):
    """A library class and those of its base classes about which there are rows."""

    path: str
    bases: tuple[str, ...]
    library: str
    origin: str = ""


class TokenFormat(msgspec.Struct, frozen=True, array_like=True):
    """The shape of a provider's credentials: a value that matches `pattern` from end to end is one.

    `keywords` are texts of which one occurs in every match: a cheap test before the pattern. `certain` is false where
    other values have the shape too.
    """

    provider: str
    pattern: str
    keywords: tuple[str, ...]
    certain: bool
    why: str
    origin: str = ""


class Words(msgspec.Struct, frozen=True, array_like=True):
    """A list of words that rules share; all in lower case."""

    name: str
    words: tuple[str, ...]
    why: str
    origin: str = ""


class Library(msgspec.Struct, frozen=True, array_like=True):
    """One file of knowledge; `versions` are distributions with the versions the rows were verified against."""

    name: str
    versions: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...] = ()
    same: tuple[Same, ...] = ()
    inherits: tuple[Inherits, ...] = ()
    formats: tuple[TokenFormat, ...] = ()
    words: tuple[Words, ...] = ()
