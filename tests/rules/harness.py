"""Runs marked snippets through the real engine and compares what is said with what is marked, as exact sets."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fact_places import told
from snippets import Fact, Snippet, Version, Want

from lintel.engines import Judged, ProjectFile, ProjectInput, content_digest
from lintel.engines.native.engine import NativeEngine
from lintel.engines.native.keys import Keys, engine_stamp
from lintel.engines.native.link import link
from lintel.engines.native.worker import start_worker
from lintel.finding import Failure, Finding
from lintel.knowledge.index import Knowledge
from lintel.program.program import Program
from lintel.rule import Rule
from lintel.store.memory import MemoryStore


@dataclass
class Bench:
    """One snippet's project on disk, with a store that lives through its versions."""

    folder: Path
    rules: tuple[str, ...]
    knowledge: Knowledge
    options: dict[str, dict[str, object]] = field(default_factory=dict)
    parsed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = MemoryStore(size_cap=1 << 28)

    def judge(self, files: dict[str, str]) -> Judged:
        """Write these files over what stands in the folder and judge the whole project."""
        for path, text in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode("utf-8"))
        self.parsed.clear()
        engine = NativeEngine(self.rules, lambda: self.knowledge, self.knowledge.digest.hex(), self.store, self._pool)
        return engine.judge(self._project())

    def program(self) -> Program:
        """The linked program of what was judged last, made of the facts that the engine stored."""
        project = self._project()
        keys = Keys(engine_stamp(), self.knowledge.digest.hex(), "")
        names = {keys.facts(file): file.path for file in project.files}
        facts = {names[key]: value for key, value in self.store.get_many(names).items()}
        return link(project, keys, facts, self.store, (), self.knowledge)

    def _project(self) -> ProjectInput:
        paths = sorted(each.relative_to(self.folder).as_posix() for each in self.folder.rglob("*.py"))
        return ProjectInput(
            root=self.folder,
            files=tuple(self._file(path) for path in paths),
            options=dict.fromkeys(paths, self.options),  # type: ignore[dict-item]
            root_options=self.options,  # type: ignore[arg-type]
        )

    def _file(self, path: str) -> ProjectFile:
        data = (self.folder / path).read_bytes()
        return ProjectFile(path, content_digest(data), len(data))

    def _pool(
        self, paths: Sequence[str], order: bytes, meanwhile: Callable[[], None]
    ) -> Iterator[tuple[str, bytes | None, Failure | None]]:
        meanwhile()
        task = start_worker(order)
        for path in paths:
            self.parsed.append(path)
            yield path, task(path), None


def problems(snippet: Snippet, rule: Rule, module: str, knowledge: Knowledge, folder: Path) -> list[str]:
    """What is wrong with a rule, as this snippet tells it: nothing, where every version says exactly what is marked.

    A file keeps its markers until a later version writes it anew; where only the verdict on it changes, the later
    version repeats it with other markers.
    """
    bench = Bench(folder, (module,), knowledge, {rule.card.name: snippet.options} if snippet.options else {})
    found: list[str] = []
    state = Version()
    for number, version in enumerate(snippet.versions, start=1):
        state = _after(state, version)
        with _watched(module, rule) as called:
            judged = bench.judge(version.files)
        prefix = f"{snippet.name}, version {number}: " if len(snippet.versions) > 1 else f"{snippet.name}: "
        found += [f"{prefix}{failure.path}: {failure.reason}" for failure in judged.failures]
        found += [prefix + text for text in compare(state, judged.findings)]
        if state.facts:
            found += [prefix + text for text in missing_facts(state.facts, bench.program())]
        anew = {*bench.parsed, *called}
        if version.rechecked is not None and version.rechecked != anew:
            found.append(f"{prefix}judged anew {sorted(anew)}, marked as rechecked {sorted(version.rechecked)}")
    return found


def _after(before: Version, change: Version) -> Version:
    """What is marked once a version's files have taken the place of earlier ones."""
    return Version(
        files={**before.files, **change.files},
        wants=[each for each in before.wants if each.path not in change.files] + change.wants,
        facts=[each for each in before.facts if each.path not in change.files] + change.facts,
        rechecked=change.rechecked,
    )


@contextmanager
def _watched(module: str, rule: Rule) -> Iterator[set[str]]:
    """The code of the rule, as soon as one of its verdicts is given anew and not taken from the store."""
    called: set[str] = set()

    def watch(judge: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any) -> Any:
            called.add(rule.card.code)
            return judge(*arguments)

        return watched

    settle = watch(rule.settle) if rule.settle is not None else None
    holder: Any = sys.modules[module]
    holder.RULE = replace(rule, settle=settle, over={kind: watch(judge) for kind, judge in rule.over.items()})
    try:
        yield called
    finally:
        holder.RULE = rule


def missing_facts(facts: Iterable[Fact], program: Program) -> list[str]:
    """The facts that the program does not tell of the marked line, each with what it tells there and where else."""
    said: list[str] = []
    for fact in facts:
        if not hasattr(getattr(program, fact.kind, None), "show"):
            said.append(f"{fact.path}:{fact.line}: no room of the program is called {fact.kind!r}")
            continue
        of_file = [each for each in told(program, fact.kind) if each.path == fact.path]
        here = [each.text for each in of_file if each.line == fact.line]
        if any(fact.text in text for text in here):
            continue
        elsewhere = sorted({each.line for each in of_file if fact.text in each.text})
        where = f", but of line {', '.join(map(str, elsewhere))}" if elsewhere else ""
        said.append(
            f"{fact.path}:{fact.line}: {fact.kind} does not say {fact.text!r} of this line{where}; "
            f"it says {'; '.join(here) or 'nothing'}"
        )
    return said


def compare(version: Version, findings: Iterable[Finding]) -> list[str]:
    """The differences between marked and actual findings of one version, one line each."""
    rest = list(findings)
    said: list[str] = []
    for want in version.wants:
        match = next((each for each in rest if _fits(want, each)), None)
        if match is not None:
            rest.remove(match)
        if want.kind == "want-missing" and match is not None:
            said.append(f"{_place(want)}: {want.code} is no longer missing: turn want-missing into want")
        elif want.kind == "want-spurious" and match is None:
            said.append(f"{_place(want)}: {want.code} is no longer spurious: take the marker away")
        elif want.kind == "want" and match is None:
            near = [
                each for each in rest if (each.path, each.span.line, each.code) == (want.path, want.line, want.code)
            ]
            told = f"; it says {_told(near[0])}" if near else ""
            said.append(f"{_place(want)}: {_asked(want)} is not reported{told}")
    marked = Counter((want.path, want.line, want.code) for want in version.wants)
    for each in rest:
        twice = " again" if marked[each.path, each.span.line, each.code] else ""
        said.append(f"{each.path}:{each.span.line}: {_told(each)} is reported{twice}, and not marked: {each.message}")
    return said


def _fits(want: Want, finding: Finding) -> bool:
    if (finding.path, finding.span.line, finding.code) != (want.path, want.line, want.code):
        return False
    if want.column is not None and finding.span.column + 1 != want.column:
        return False
    return tuple(finding.arguments.values())[: len(want.arguments)] == want.arguments


def _place(want: Want) -> str:
    return f"{want.path}:{want.line}"


def _asked(want: Want) -> str:
    column = f" @{want.column}" if want.column is not None else ""
    return want.code + column + "".join(f' "{argument}"' for argument in want.arguments)


def _told(finding: Finding) -> str:
    arguments = "".join(f' "{argument}"' for argument in finding.arguments.values())
    return f"{finding.code} @{finding.span.column + 1}{arguments}"
