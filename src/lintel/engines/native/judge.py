"""One file, judged: the judgements that subscribe to node types are called over the walk's lists, once a node.

This is the only place that catches any exception: a judgement that raises becomes a failure with the rule's code and
the trace's last place, and the other rules go on.
"""

from __future__ import annotations

import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lintel.engines import Options
from lintel.engines.native.messages import FileJudgement
from lintel.errors import SourceError
from lintel.finding import Candidate, Failure, Finding, Related, Span
from lintel.knowledge.index import Knowledge
from lintel.project.file_roles import file_role
from lintel.rule import Draft, Judgement, Rule
from lintel.source.module import Module
from lintel.view import ModuleView, message_arguments

Dispatch = Mapping[str, Sequence[tuple[str, Judgement]]]


def dispatch_table(rules: Iterable[Rule]) -> Dispatch:
    """LibCST type name to the judgements that want its nodes, in the order of rule codes; built once a run."""
    table: defaultdict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for rule in sorted(rules, key=lambda each: each.card.code):
        for kind, judgement in rule.on.items():
            table[kind].append((rule.card.code, judgement))
    return dict(table)


def judge_module(module: Module, dispatch: Dispatch, knowledge: Knowledge, options: Options) -> FileJudgement:
    """All in-file findings and candidates of a parsed file, in source order."""
    view = ModuleView(module, file_role(module.path), knowledge, options)
    drafts: list[Draft] = []
    failures: dict[str, Failure] = {}
    for kind, judgements in dispatch.items():
        for node in module.walked.of(kind):
            for code, judgement in judgements:
                if code not in failures:
                    said, failure = guarded(code, module.path, partial(judgement, node, view))
                    drafts.extend(said)
                    if failure is not None:
                        failures[code] = failure
    places = _places(module, drafts)
    made: list[Finding | Candidate] = []
    for draft in drafts:
        one, failure = guarded(draft.card.code, module.path, partial(_resolved, module, draft, places))
        made.extend(one)
        if failure is not None:
            failures.setdefault(draft.card.code, failure)
    made = [each for each in made if each.code not in failures]  # half of what a rule meant to say misleads
    findings = sorted((each for each in made if isinstance(each, Finding)), key=Finding.sort_key)
    candidates = [each for each in made if isinstance(each, Candidate)]
    candidates.sort(key=lambda each: (each.span, each.code, sorted(each.data.items())))
    return FileJudgement(tuple(findings), tuple(candidates), tuple(failures.values()), module.suppressions)


def guarded(code: str, path: str, call: Callable[[], Iterable[Any]]) -> tuple[list[Any], Failure | None]:
    """What a judgement yields, or the failure that it raised. The one blanket `except` of Lintel."""
    try:
        return list(call()), None
    except SourceError as error:  # the file went away or changed under the run: no fault of the rule
        return [], Failure(kind=error.kind, code=code, path=path, reason=error.reason, remedy=error.remedy)
    except Exception as error:  # noqa: BLE001 - a rule that raises is a failure, shown, and no other rule's loss
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{last.filename.replace(chr(92), '/').rpartition('/lintel/')[2]}:{last.lineno}"
        reason = f"rule {code} raised {type(error).__name__}: {error} (at {place})"
        remedy = f"report it with the file; until then judge without the rule: --ignore {code}"
        return [], Failure(kind="rule-raised", code=code, path=path, reason=reason, remedy=remedy)


def _resolved(module: Module, draft: Draft, places: Callable[[Any], Span]) -> Iterator[Finding | Candidate]:
    """The finding or candidate that a draft is, its place known and its message filled."""
    span = places(draft.at)
    anchor = module.lines[span.line - 1].strip() if draft.anchor is None else draft.anchor
    card = draft.card
    if draft.data is not None:
        yield Candidate(
            code=card.code, path=module.path, span=span, data=dict(draft.data), anchor=anchor,
            arguments=dict(draft.arguments), severity=draft.severity, confidence=draft.confidence, symbol=draft.symbol,
            conceal=draft.conceal,
        )  # fmt: skip
        return
    yield Finding(
        code=card.code, path=module.path, span=span, message=card.message.format(**draft.arguments),
        severity=draft.severity, confidence=draft.confidence, symbol=draft.symbol, anchor=anchor,
        arguments=message_arguments(card, draft.arguments), conceal=draft.conceal,
        related=tuple(Related(module.path, places(at), text) for at, text in draft.related),
    )  # fmt: skip


def _places(module: Module, drafts: Sequence[Draft]) -> Callable[[Any], Span]:
    wanted = [at for draft in drafts for at in (draft.at, *(place for place, _ in draft.related))]
    nodes = [at for at in wanted if not isinstance(at, Span)]
    found = module.spans(nodes)

    def place(at: Any) -> Span:
        if isinstance(at, Span):
            return at
        span = found[id(at)]
        return _header(span, module.lines) if type(at).__name__ in _COMPOUND else span

    return place


_COMPOUND = frozenset(
    {
        "ClassDef",
        "FunctionDef",
        "ExceptHandler",
        "ExceptStarHandler",
        "For",
        "While",
        "With",
        "If",
        "Try",
        "TryStar",
        "Match",
    }
)


def _header(span: Span, lines: Sequence[str]) -> Span:
    """The first line of a statement with a body: what a reader wants underlined."""
    if span.line == span.end_line:
        return span
    return Span(span.line, span.column, span.line, max(len(lines[span.line - 1].rstrip()), span.column + 1))
