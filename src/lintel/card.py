"""A rule's card: everything that docs, `lintel rule`, SARIF, flake8 and editors say about a rule, and its index.

The cards are also written to `card_index.json`, which ships with the package: faces read the index and import no rule.
A test holds the index equal to the rules (`tools/generate.py` writes it).
"""

from __future__ import annotations

import string
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from lintel.finding import Confidence, Severity

OptionType = Literal["int", "float", "bool", "str", "list"]
OptionValue = int | float | bool | str | tuple[str, ...]


class Option(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One setting that a rule reads, under `[tool.lintel.<rule-name>]`. A `list` is a list of strings."""

    name: str
    type: OptionType
    default: int | float | bool | str | tuple[str, ...]
    doc: str


class Card(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a rule says of itself.

    `message` is a `str.format` template over named arguments, without a final full stop. `severity` is the one at high
    confidence. `spec` are clause ids of the specification, `aliases` ids of other tools (Bandit's) whose finding at the
    same place is the same defect. `bad` and `good` are examples of one file, or of several with `# file: path` lines:
    they are run as tests and printed as documentation. `misses` says honestly what the rule does not see.
    """

    code: str
    name: str
    family: str
    summary: str
    why: str
    fix: str
    message: str
    severity: Severity
    on: bool = True
    cwe: tuple[int, ...] = ()
    owasp: tuple[str, ...] = ()
    spec: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    bad: tuple[str, ...]
    good: tuple[str, ...]
    misses: str
    since: str = "0.1.0"

    def argument_names(self) -> tuple[str, ...]:
        """The names of the message's arguments in the order of the template."""
        return tuple(name for _, name, _, _ in string.Formatter().parse(self.message) if name)

    def severity_at(self, confidence: Confidence) -> Severity:
        """The card's severity is the one at high confidence; less proof lowers it one step, never below note."""
        return self.severity if confidence is Confidence.HIGH else self.severity.lowered()


@cache
def card_index() -> dict[str, Card]:
    """All cards by code, from the shipped index, without importing a rule."""
    raw = resources.files("lintel").joinpath("card_index.json").read_bytes()
    return {card.code: card for card in msgspec.json.decode(raw, type=list[Card])}
