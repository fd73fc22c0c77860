"""Runs marked snippets through the real engine and compares what is said with what is marked, as exact sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lintel.engines import Judged, ProjectFile, ProjectInput, content_digest
from lintel.engines.native.engine import NativeEngine
from lintel.engines.native.worker import start_worker
from lintel.finding import Failure, Finding
from lintel.knowledge.index import Knowledge
from lintel.rule import Rule
from lintel.store.memory import MemoryStore
from snippets import Snippet, Version, Want


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
        paths = sorted(each.relative_to(self.folder).as_posix() for each in self.folder.rglob("*.py"))
        project = ProjectInput(
            root=self.folder,
            files=tuple(self._file(path) for path in paths),
            options={path: self.options for path in paths},  # type: ignore[dict-item]
            root_options=self.options,  # type: ignore[arg-type]
        )
        engine = NativeEngine(self.rules, lambda: self.knowledge, self.knowledge.digest.hex(), self.store, self._pool)
        return engine.judge(project)

    def _file(self, path: str) -> ProjectFile:
        data = (self.folder / path).read_bytes()
        return ProjectFile(path, content_digest(data), len(data))

    def _pool(self, paths: Sequence[str], order: bytes) -> Iterator[tuple[str, bytes | None, Failure | None]]:
        task = start_worker(order)
        for path in paths:
            self.parsed.append(path)
            yield path, task(path), None


def problems(snippet: Snippet, rule: Rule, module: str, knowledge: Knowledge, folder: Path) -> list[str]:
    """What is wrong with a rule, as this snippet tells it: nothing, where every version says exactly what is marked."""
    bench = Bench(folder, (module,), knowledge, {rule.card.name: snippet.options} if snippet.options else {})
    found: list[str] = []
    for number, version in enumerate(snippet.versions, start=1):
        judged = bench.judge(version.files)
        prefix = f"{snippet.name}, version {number}: " if len(snippet.versions) > 1 else f"{snippet.name}: "
        found += [f"{prefix}{failure.path}: {failure.reason}" for failure in judged.failures]
        said = [finding for finding in judged.findings if number == 1 or finding.path in version.files]
        found += [prefix + text for text in compare(version, said)]
        if version.rechecked is not None and version.rechecked != set(bench.parsed):
            found.append(f"{prefix}parsed anew {sorted(bench.parsed)}, marked as rechecked {sorted(version.rechecked)}")
    return found


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
