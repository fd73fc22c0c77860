"""The native engine over a folder, with the small rules beside this file, a store in memory and no other process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from lintel.engines import Judged, ProjectFile, ProjectInput, content_digest
from lintel.engines.native.engine import Aside, NativeEngine
from lintel.engines.native.worker import start_worker
from lintel.finding import Failure
from lintel.knowledge.index import Knowledge
from lintel.source.deep import with_deep_stack
from lintel.store.contract import Store
from lintel.store.memory import MemoryStore

RULES = ("rule_call", "rule_missing", "rule_raises", "rule_ring")

for _rule in RULES:
    __import__(_rule)


@dataclass
class Workbench:
    """One project; its store lives through all runs. `opened` lists the files of the last run that were parsed."""

    folder: Path
    knowledge: Knowledge
    rules: tuple[str, ...] = RULES
    options: dict[str, dict[str, object]] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    asked_for_knowledge: int = 0
    knowledge_digest: str = "knowledge"
    store: Store = field(default_factory=lambda: MemoryStore(size_cap=1 << 28))
    stalls: frozenset[str] = frozenset()
    aside: Aside = nullcontext

    def write(self, files: Mapping[str, str]) -> None:
        for path, text in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")

    def files(self) -> list[ProjectFile]:
        found = []
        for path in sorted(self.folder.rglob("*.py")):
            data = path.read_bytes()
            found.append(ProjectFile(path.relative_to(self.folder).as_posix(), content_digest(data), len(data)))
        return found

    def judge(self, files: Sequence[ProjectFile] | None = None) -> Judged:
        """Judge these files as they were hashed, by default as they are now."""
        known = tuple(self.files() if files is None else files)
        self.opened.clear()
        project = ProjectInput(
            root=self.folder,
            files=known,
            options={file.path: self.options for file in known},  # type: ignore[dict-item]
            root_options=self.options,  # type: ignore[arg-type]
        )
        engine = NativeEngine(
            self.rules, self._knowledge, self.knowledge_digest, self.store, self._pool, aside=self.aside
        )
        return engine.judge(project)

    def said(self, files: Sequence[ProjectFile] | None = None) -> list[str]:
        """What is said, as text."""
        return [f"{each.path}:{each.span.line} {each.message}" for each in self.judge(files).findings]

    def _knowledge(self) -> Knowledge:
        self.asked_for_knowledge += 1
        return self.knowledge

    def _pool(
        self, paths: Sequence[str], order: bytes, meanwhile: Callable[[], None]
    ) -> Iterator[tuple[str, bytes | None, Failure | None]]:
        meanwhile()
        task = start_worker(order)
        for path in paths:
            self.opened.append(path)
            if path in self.stalls:
                yield path, None, Failure(kind="stalled", path=path, reason="too slow", remedy="exclude it")
            else:
                yield path, with_deep_stack(task, path), None
