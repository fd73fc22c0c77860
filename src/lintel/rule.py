"""What a rule is: a value made of a card, judgements, and nothing else.

There is no base class to inherit and no state between calls. A judgement is a function that yields; questions of
context are asked of the view it is given (`lintel.view`). A rule judges in one or several of three ways:

* in the file: `on={"Call": judge}` subscribes to LibCST node types by name. `judge(node, view)` yields
  `view.found(...)`.
* candidate and verdict: a judgement yields `view.candidate(...)`; once everything is linked, `settle(candidate, view)`
  yields findings or nothing.
* over the program: `over={"import-component": judge}` subscribes to kinds of linked facts and is called once a subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lintel.card import Card
from lintel.finding import Candidate, Confidence, Finding, Severity, Span

if TYPE_CHECKING:
    from lintel.source.lazy import cst
    from lintel.view import ModuleView, ProgramView


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding or candidate whose place is still a node of the tree; the engine resolves all places of a file at once.

    `at` and the places in `related` are nodes, or spans where the rule knows them (comments, parts of a string).
    `data` is None for a finding, the candidate's memory for a candidate; `conceal` says that reports must not print
    what stands at the place.
    """

    card: Card
    at: cst.CSTNode | Span
    arguments: Mapping[str, str]
    severity: Severity
    confidence: Confidence
    symbol: str
    related: tuple[tuple[cst.CSTNode | Span, str], ...] = ()
    anchor: str | None = None
    data: Mapping[str, str] | None = None
    conceal: bool = False


Judgement = Callable[[Any, "ModuleView"], Iterable[Draft]]
Settlement = Callable[[Candidate, "ProgramView"], Iterable[Finding]]
ProgramJudgement = Callable[[Any, "ProgramView"], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its card and its judgements.

    `on` maps LibCST type names to in-file judgements, `over` maps subject kinds of `ProgramView.subjects` to program
    judgements. A rule that yields candidates has `settle`.
    """

    card: Card
    on: Mapping[str, Judgement] = field(default_factory=dict)
    settle: Settlement | None = None
    over: Mapping[str, ProgramJudgement] = field(default_factory=dict)
