"""Verdicts: candidates settled and program rules run, each remembered with the questions it asked.

A stored verdict is taken over while every recorded answer is what it was, absence included; so an edit costs only the
verdicts that saw what changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import msgspec

from lintel.engines import Options
from lintel.engines.native.judge import guarded
from lintel.engines.native.keys import options_digest
from lintel.errors import SourceError
from lintel.finding import Candidate, Failure, Finding
from lintel.knowledge.index import Knowledge
from lintel.program.program import Program
from lintel.rule import Rule
from lintel.view import Asked, ProgramView, answer_hash


class Verdict(msgspec.Struct, frozen=True, array_like=True):
    """What one judgement said, and what it had asked for."""

    asked: tuple[Asked, ...]
    findings: tuple[Finding, ...]


Stored = dict[str, Verdict]


class Said(msgspec.Struct, frozen=True, array_like=True):
    """All that one bench said, to be sent to another process."""

    verdicts: Stored
    failures: tuple[Failure, ...]
    reused: int


def stored_verdicts(stored: bytes | None) -> Stored:
    """The verdicts that an earlier run left behind; none where there are none that can be read."""
    if stored is None:
        return {}
    try:
        return msgspec.msgpack.decode(stored, type=Stored)
    except msgspec.DecodeError:
        return {}


class Bench:
    """Gives the verdicts of one run. `options_of` gives the option values that hold for a path ('' for the root).

    `broken` are the rooms of the program (what stands before the `:` of a kind) that could not be worked out.
    """

    def __init__(
        self,
        program: Program,
        knowledge: Knowledge,
        options_of: Callable[[str], Options],
        stored: Mapping[str, Verdict],
    ) -> None:
        self._program = program
        self._knowledge = knowledge
        self._options_of = options_of
        self._stored = stored
        self._hashes: dict[tuple[str, str], bytes] = {}
        self._own_options: dict[tuple[str, int], str] = {}
        self.verdicts: Stored = {}
        self.failures: list[Failure] = []
        self.broken: dict[str, Failure] = {}
        self.reused = 0

    def judge_all(self, rules: Iterable[Rule], candidates: Mapping[str, Sequence[Candidate]]) -> None:
        """Settle the candidates (by code) of these rules, and run their program judgements."""
        for rule in rules:
            self.settle(rule, candidates.get(rule.card.code, ()))
            self.judge(rule)

    def said(self) -> bytes:
        """What was said here, for `take`."""
        return msgspec.msgpack.encode(Said(self.verdicts, tuple(self.failures), self.reused))

    def take(self, said: bytes) -> None:
        """Take over what another bench said."""
        other = msgspec.msgpack.decode(said, type=Said)
        self.verdicts.update(other.verdicts)
        self.failures += other.failures
        self.reused += other.reused

    def settle(self, rule: Rule, candidates: Iterable[Candidate]) -> None:
        """Settle the candidates of one rule."""
        settle = rule.settle
        if settle is None:
            return
        for candidate in candidates:
            encoded = msgspec.msgpack.encode(candidate, order="deterministic")
            key = f"{rule.card.code} {hashlib.blake2b(encoded, digest_size=12).hexdigest()}"
            self._judge(rule, key, candidate.path, partial(settle, candidate))

    def judge(self, rule: Rule) -> None:
        """Run the program judgements of one rule over all their subjects."""
        for kind, judgement in sorted(rule.over.items()):
            for subject in self._subjects(rule, kind):

                def call(view: ProgramView, kind: str = kind, subject: str = subject) -> Iterable[Finding]:
                    return judgement(view.ask(kind, subject), view)  # noqa: B023 - called before the loop goes on

                self._judge(rule, f"{rule.card.code} {kind} {subject}", "", call)

    def _subjects(self, rule: Rule, kind: str) -> Sequence[str]:
        """What is to be judged; where working that out raises, the rule fails, and nobody works it out again."""
        room = kind.partition(":")[0]
        if room in self.broken:
            self.failures.append(msgspec.structs.replace(self.broken[room], code=rule.card.code))
            return ()
        found, failure = guarded(rule.card.code, "", lambda: self._program.subjects(kind))
        if failure is not None:
            self.broken[room] = failure
            self.failures.append(failure)
        return found

    def _judge(self, rule: Rule, key: str, path: str, call: Callable[[ProgramView], Iterable[Finding]]) -> None:
        options = self._options_of(path)
        key = f"{self._digest_of_own(rule, options)} {key}"  # a verdict holds for the option values it was given under
        known = self._stored.get(key)
        if known is not None and all(self._hash(each) == each.answer for each in known.asked):
            self.reused += 1
            self.verdicts[key] = known
            return
        view = ProgramView(self._program, options, self._knowledge)
        findings, failure = guarded(rule.card.code, path, lambda: call(view))
        if failure is not None:
            self.failures.append(failure)
            return
        self.verdicts[key] = Verdict(view.asked, tuple(findings))

    def _digest_of_own(self, rule: Rule, options: Options) -> str:
        place = (rule.card.name, id(options))
        if place not in self._own_options:
            own = options.get(rule.card.name)
            self._own_options[place] = options_digest({rule.card.name: own}) if own else ""
        return self._own_options[place]

    def _hash(self, asked: Asked) -> bytes:
        place = (asked.question, asked.key)
        if place not in self._hashes:
            try:
                self._hashes[place] = answer_hash(self._program.answer(*place))
            except (KeyError, IndexError, ValueError, SourceError):
                self._hashes[place] = b""  # the subject is gone: the verdict is not reused
        return self._hashes[place]
