"""The native engine as a whole: what the store knows is taken over, the rest parsed, everything linked and judged.

A tree that has not changed costs one look into the store: the whole verdict is kept under a hash of all contents,
option values and knowledge.
"""

from __future__ import annotations

import gc
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace

import msgspec

from lintel.engines import Judged, Options, ProjectFile, ProjectInput
from lintel.engines.native.keys import Keys, engine_stamp, options_digest
from lintel.engines.native.messages import FileJudgement, FileResult, WorkerOrder
from lintel.finding import Candidate, Failure, Finding, Notice, Suppression
from lintel.knowledge.index import Knowledge
from lintel.rule import Rule
from lintel.store.contract import Store

Pool = Callable[[Sequence[str], bytes, Callable[[], None]], Iterator[tuple[str, bytes | None, Failure | None]]]
"""Runs `worker.start_worker` over paths in processes; yields path and encoded result, or path and failure.

While the workers are at it, it calls the third argument once.
"""

Call = Callable[[], bytes]
Aside = Callable[[Call], AbstractContextManager[Call]]
"""Begins a call beside what is done in the context; what it gives there waits for the answer."""

_BATCH = 64


class _Whole(msgspec.Struct, frozen=True):
    """What is stored of a run over one state of a project."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    lines: dict[str, int]
    suppressions: dict[str, tuple[Suppression, ...]]
    notices: tuple[Notice, ...] = ()


@dataclass(slots=True)
class _Known:
    """What is known of the project's files so far, by path: from the store, then from the workers."""

    facts: dict[str, bytes]
    judgements: dict[str, bytes]
    failures: list[Failure]
    read: dict[str, ProjectFile] = field(default_factory=dict)  # those parsed now, with the hash of what was read
    parsed: int = 0
    transient: bool = False  # something was seen that is no property of the contents: a time-out, a file that vanished


@dataclass(frozen=True, slots=True)
class NativeEngine:
    """Lintel's own analysis. `rule_modules` name the rule files; `progress` hears (files done, files to do).

    `knowledge_shipped` says that workers find the knowledge of this digest, compiled, in the package itself. `aside`
    may make a call while this process goes on; as it is, the call is made afterwards.
    """

    rule_modules: tuple[str, ...]
    knowledge: Callable[[], Knowledge]
    knowledge_digest: str
    store: Store
    pool: Pool
    progress: Callable[[int, int], None] | None = None
    knowledge_shipped: bool = False
    aside: Aside = nullcontext

    def judge(self, project: ProjectInput) -> Judged:
        """All findings and failures of the project; parses only files that the store does not know."""
        keys = Keys(engine_stamp(), self.knowledge_digest, hashlib.blake2b(str(project.root).encode()).hexdigest()[:16])
        digests = {
            id(options): options_digest(options) for options in (*project.options.values(), project.root_options)
        }
        options_of = {file.path: digests[id(project.options[file.path])] for file in project.files}
        state = keys.whole(_state_digest(project, options_of, digests[id(project.root_options)]))
        if (stored := self.store.get(state)) is not None and (whole := _decoded(stored)) is not None:
            return _judged(whole)
        return self._judge_anew(project, keys, options_of, state)

    def _judge_anew(self, project: ProjectInput, keys: Keys, options_of: Mapping[str, str], state: str) -> Judged:
        collecting = gc.isenabled()
        gc.disable()  # everything made from here to the report lives to its end
        try:
            known = self._look_up(project, keys, options_of)
            self._parse_rest(project, keys, options_of, known)
            whole = self._link_and_judge(project, keys, known)
        finally:
            if collecting:
                gc.enable()
        if not known.transient:
            self.store.put_many([(state, msgspec.msgpack.encode(whole))])
        return _judged(whole, known.parsed)

    def _look_up(self, project: ProjectInput, keys: Keys, options_of: Mapping[str, str]) -> _Known:
        wanted = {keys.facts(file): file.path for file in project.files}
        facts = {wanted[key]: value for key, value in self.store.get_many(wanted).items()}
        wanted = {keys.judgement(file, options_of[file.path]): file.path for file in project.files}
        judgements = {wanted[key]: value for key, value in self.store.get_many(wanted).items()}
        both = facts.keys() & judgements.keys()
        return _Known({path: facts[path] for path in both}, {path: judgements[path] for path in both}, [])

    def _parse_rest(self, project: ProjectInput, keys: Keys, options_of: Mapping[str, str], known: _Known) -> None:
        missing = {file.path: file for file in project.files if file.path not in known.judgements}
        order = sorted(missing, key=lambda path: (-missing[path].size, path))
        done, batch = 0, []
        for path, encoded, failure in self.pool(order, self._order(project), self._load) if order else ():
            done += 1
            if self.progress is not None:
                self.progress(done, len(order))
            if encoded is None:
                known.failures.extend([failure] if failure is not None else [])
                known.transient = True
                continue
            result = msgspec.msgpack.decode(encoded, type=FileResult)
            known.parsed += 1
            known.facts[path], known.judgements[path] = result.facts, result.judgement
            file = known.read[path] = replace(missing[path], digest=result.digest)
            known.transient = known.transient or result.digest != missing[path].digest
            if result.digest:
                batch += [
                    (keys.facts(file), result.facts),
                    (keys.ir(file), result.ir),
                    (keys.judgement(file, options_of[path]), result.judgement),
                ]
            if len(batch) >= _BATCH * 3:
                self.store.put_many(batch)
                batch = []
        self.store.put_many(batch)

    def _load(self) -> None:
        """Get ready what linking and judging take, which is a tenth of a second."""
        from lintel.engines.native import link, verdicts  # noqa: F401
        from lintel.rules.registry import load_rules

        load_rules(self.rule_modules)
        self.knowledge()

    def _order(self, project: ProjectInput) -> bytes:
        numbers: dict[int, int] = {}
        tables: list[dict[str, dict[str, object]]] = []
        options_of: dict[str, int] = {}
        for file in project.files:
            options = project.options[file.path]
            number = numbers.get(id(options))
            if number is None:
                number = numbers[id(options)] = len(tables)
                tables.append({name: dict(values) for name, values in options.items()})
            if number:
                options_of[file.path] = number
        order = WorkerOrder(
            root=str(project.root),
            max_bytes=project.max_bytes,
            knowledge_digest=self.knowledge_digest,
            knowledge=b"" if self.knowledge_shipped else self.knowledge().encode(),
            options=tables,  # type: ignore[arg-type]
            options_of=options_of,
            rule_modules=self.rule_modules,
            contents=dict(project.contents),
        )
        return msgspec.msgpack.encode(order)

    def _link_and_judge(self, project: ProjectInput, keys: Keys, known: _Known) -> _Whole:
        from lintel.engines.native.link import link
        from lintel.engines.native.verdicts import Bench, stored_verdicts
        from lintel.rules.registry import load_rules

        rules = load_rules(self.rule_modules)
        knowledge = self.knowledge()
        seen = replace(project, files=tuple(known.read.get(file.path, file) for file in project.files))
        program = link(seen, keys, known.facts, self.store, rules, knowledge)
        by_path = {
            path: msgspec.msgpack.decode(known.judgements[path], type=FileJudgement)
            for path in sorted(known.judgements)
        }
        judged = tuple(by_path.values())
        candidates: defaultdict[str, list[Candidate]] = defaultdict(list)
        for judgement in judged:
            for candidate in judgement.candidates:
                candidates[candidate.code].append(candidate)
        stored = stored_verdicts(self.store.get(keys.verdicts()))
        bench, other = (Bench(program, knowledge, _options_getter(project), stored) for _ in range(2))

        def judge_apart() -> bytes:
            other.judge_all([rule for rule in rules if not _reads_flows(rule)], candidates)
            return other.said()

        with self.aside(judge_apart) as apart:  # to follow values takes as long as all else, and shares little with it
            bench.judge_all(filter(_reads_flows, rules), candidates)
            bench.take(apart())
        self.store.put_many([(keys.verdicts(), msgspec.msgpack.encode(bench.verdicts))])
        known.transient = known.transient or any(failure.kind == "unreadable" for failure in bench.failures)
        told = () if "flow" in bench.broken else program.flows.notices()
        findings = [finding for judgement in judged for finding in judgement.findings]
        findings += [finding for verdict in bench.verdicts.values() for finding in verdict.findings]
        failures = [failure for judgement in judged for failure in judgement.failures] + known.failures + bench.failures
        return _Whole(
            findings=tuple(sorted(findings, key=Finding.sort_key)),
            failures=tuple(sorted(failures, key=Failure.sort_key)),
            lines={path: each.lines for path, each in program.facts.items()},
            suppressions={path: each.suppressions for path, each in by_path.items() if each.suppressions},
            notices=tuple(Notice(message=each) for each in (*program.own_places.unmatched(), *told)),
        )


def _reads_flows(rule: Rule) -> bool:
    return any(kind.partition(":")[0] == "flow" for kind in rule.over)


def _judged(whole: _Whole, parsed: int = 0) -> Judged:
    return Judged(
        findings=whole.findings,
        failures=whole.failures,
        notices=whole.notices,
        lines=whole.lines,
        parsed=parsed,
        suppressions=whole.suppressions,
    )


def _options_getter(project: ProjectInput) -> Callable[[str], Options]:
    return lambda path: project.options.get(path, project.root_options)


def _decoded(stored: bytes) -> _Whole | None:
    try:
        return msgspec.msgpack.decode(stored, type=_Whole)
    except msgspec.DecodeError:
        return None


def _state_digest(project: ProjectInput, options_of: Mapping[str, str], root_options: str) -> str:
    state = hashlib.blake2b(digest_size=16)
    head: Iterable[object] = (project.root, *project.src, project.max_bytes, root_options)
    for part in head:
        state.update(f"{part}\0".encode("utf-8", "surrogatepass"))
    for file in project.files:
        line = f"{file.path}\0{file.digest}\0{options_of[file.path]}\n"
        state.update(line.encode("utf-8", "surrogatepass"))
    return state.hexdigest()
