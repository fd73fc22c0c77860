"""The composition root: the one place that picks engines, rules, store and workers, and puts them to work.

A face translates what it was asked into a `Request` and what comes back, an `Outcome`, into its own terms.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintel.card import Card, card_index
from lintel.engines import Judged, ProjectFile, ProjectInput
from lintel.finding import Counts, Failure, Finding, Notice, Report, Suppressed
from lintel.project.roots import root_of
from lintel.project.settings_files import SettingsSource, settings_above
from lintel.run.gather import rebased, reported
from lintel.run.plan import Plan, Project, left_out_counts, make_plan
from lintel.run.select import select
from lintel.run.suppress import suppress
from lintel.settings import Settings, Words
from lintel.store.contract import Store

if TYPE_CHECKING:
    from lintel.knowledge.own import Said
    from lintel.run.beginnings import Beginning

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Request:
    """What a face asks for.

    `paths` start from `base`, the folder that output is relative to. `overrides` are settings in the shape of a
    `[tool.lintel]` table that lie on top of all files; `insisted` are codes that are on whatever settings say. `jobs`
    None and 0 mean one worker for each core. `progress` hears (files done, files to do) while files are parsed.
    `goes_on` says that the process has more to do afterwards, so that no other is kept for it. `buffer` is what the
    only path shall hold, saved or not: it is judged against what the store knows of its project, or, where that is
    nothing, by itself, and leaves nothing there. `unheeded` are markers of suppressions that the face heeds itself.
    """

    paths: tuple[Path, ...]
    base: Path
    root: Path | None = None
    config: Path | None = None
    isolated: bool = False
    overrides: Mapping[str, Any] = field(default_factory=dict)
    use_store: bool = True
    cache_dir: Path | None = None
    jobs: int | None = None
    progress: Progress | None = None
    insisted: frozenset[str] = frozenset()
    goes_on: bool = False
    buffer: bytes | None = None
    unheeded: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What a face is given: the report, and the settings that decide how it is said and what it fails on.

    `judged` are the files that the report is about, as it names them.
    """

    report: Report
    settings: Settings
    judged: frozenset[str] = frozenset()

    @property
    def fail_on(self) -> str:
        """The least severity that fails the check, or never."""
        return self.settings.fail_on

    @property
    def output_format(self) -> str:
        """How findings are printed."""
        return self.settings.output_format


def check(request: Request) -> Outcome:
    """Judge what the request names. Raises LintelError where settings or arguments cannot be used."""
    try:
        return _check(request)
    finally:
        if request.goes_on:
            from lintel.run.beginnings import end_begun

            end_begun()


def _check(request: Request) -> Outcome:
    source = _source(request, card_index())
    beginning = _begun_early(request, source)
    plan = _plan(request, source)
    base = request.base.resolve()
    parts = [_part(project, request, beginning, base) for project in plan.projects]
    nothing = tuple(Notice(path=path, message=_NOTHING) for path in _without_files(request, plan))
    files, parsed = sum(len(part.judged) for part in parts), sum(part.parsed for part in parts)
    report = Report(
        base=str(base),
        findings=tuple(sorted((each for part in parts for each in part.findings), key=Finding.sort_key)),
        failures=tuple(
            sorted({*plan.failures, *(each for part in parts for each in part.failures)}, key=Failure.sort_key)
        ),
        notices=(*(each for part in parts for each in part.notices), *nothing),
        counts=Counts(
            files=files,
            parsed=parsed,
            stored=max(files - parsed, 0),
            lines=sum(part.lines for part in parts),
            left_out=left_out_counts(plan.projects),
        ),
        suppressed=tuple(
            sorted((each for part in parts for each in part.suppressed), key=lambda each: each.finding.sort_key())
        ),
    )
    return Outcome(report, _settings(plan, base, source), frozenset(path for part in parts for path in part.judged))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one project adds to a report; paths are as the report names them."""

    findings: list[Finding]
    suppressed: list[Suppressed]
    failures: list[Failure]
    notices: tuple[Notice, ...]
    judged: list[str]
    parsed: int
    lines: int


def _part(project: Project, request: Request, beginning: Beginning | None, base: Path) -> _Part:
    cards, seen = card_index(), _seen_from(base, project.root)
    judged, notices, is_whole = _judge(project, request, beginning)
    wanted = _wanted(project, cards, request.insisted)
    failures = (*project.failures, *judged.failures)
    kept, broken = reported(judged.findings, failures, wanted)
    told = wanted if is_whole and not failures else None
    kept, silenced = suppress(kept, judged.suppressions, cards, told, request.unheeded)
    shown = [file.path for file in project.files if file.reported]
    return _Part(
        findings=[rebased(finding, seen) for finding in kept] if project.root != base.as_posix() else kept,
        suppressed=[Suppressed(rebased(each.finding, seen), each.by) for each in silenced],
        failures=[_moved(failure, seen) for failure in broken],
        notices=notices,
        judged=[seen(path) for path in shown],
        parsed=judged.parsed,
        lines=sum(judged.lines.get(path, 0) for path in shown),
    )


def shown_files(request: Request) -> list[Path]:
    """The files that a run would report on, relative to the request's base where they lie below it."""
    plan = _plan(request, _source(request, card_index()))
    base = request.base.resolve()
    return [
        Path(_seen_from(base, project.root)(file.path))
        for project in plan.projects
        for file in project.files
        if file.reported
    ]


def shown_settings(request: Request) -> str:
    """For each project: its root, its source roots, and the settings of its root as `[tool.lintel]` would say them."""
    from lintel.settings import effective

    plan = _plan(request, _source(request, card_index()))
    blocks = []
    for project in plan.projects:
        rows = [f"root = {project.root!r}", f"files = {sum(file.reported for file in project.files)}"]
        rows += [f"{name} = {_toml(value)}" for name, value in effective(project.settings[0]).items()]
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks)


def clean_store(request: Request) -> list[Path]:
    """Remove the stores of the projects that the request names; the folders that are gone."""
    from lintel.store.folder import clean

    source = _source(request, card_index())
    removed = []
    for path in request.paths:
        root = request.root or root_of((request.base / path).resolve())
        folder = _cache_folder(request, settings_above(str(root), str(root), source), root)
        if folder.is_dir():
            clean(folder)
            removed.append(folder)
    return removed


def _source(request: Request, cards: Mapping[str, Card]) -> SettingsSource:
    from lintel.report.formats import FORMATS

    return SettingsSource(
        words=Words(cards, tuple(FORMATS)),
        folder=request.base.resolve().as_posix(),
        overrides=request.overrides,
        config=request.config.resolve().as_posix() if request.config else None,
        isolated=request.isolated,
    )


def _plan(request: Request, source: SettingsSource) -> Plan:
    root = request.root.as_posix() if request.root is not None else None
    paths = [path.as_posix() for path in request.paths]
    buffer = (paths[0], request.buffer) if request.buffer is not None else None
    return make_plan(paths, source, root=root, buffer=buffer)


def _settings(plan: Plan, base: Path, source: SettingsSource) -> Settings:
    """The settings that decide about the report as a whole: the only project's, or those of the folder it is run in."""
    if len(plan.projects) == 1:
        return plan.projects[0].settings[0]
    return settings_above(base.as_posix(), root_of(base).as_posix(), source)


def _wanted(project: Project, cards: Mapping[str, Card], insisted: frozenset[str]) -> Callable[[str, str], bool]:
    selected = [select(settings, cards) for settings in project.settings]
    on = {
        file.path: selected[file.settings].at(project.root, file.path) | insisted
        for file in project.files
        if file.reported
    }
    everywhere = selected[0].codes | insisted

    def wanted(path: str, code: str) -> bool:
        return code in (on.get(path, frozenset()) if path else everywhere)

    return wanted


def _judge(project: Project, request: Request, beginning: Beginning | None) -> tuple[Judged, tuple[Notice, ...], bool]:
    """What the engine says of a project, what is to be known of that, and whether it was shown all of the files."""
    settings = project.settings[0]
    files = project.files
    contents = {} if request.buffer is None else {file.path: request.buffer for file in files if file.named}
    store, is_known = _store(project, request, settings)
    if contents and not is_known:  # an editor would wait until all of the project is read
        files = tuple(file for file in files if file.named)
    try:
        engine = _native(store, request, settings, beginning, project.own_knowledge())
        judged = engine.judge(
            ProjectInput(
                root=Path(project.root),
                files=tuple(ProjectFile(file.path, file.digest.hex(), file.size) for file in files),
                options={file.path: project.settings[file.settings].options for file in files},
                root_options=settings.options,
                src=project.source_folders(),
                max_bytes=max(each.max_file_size for each in project.settings),
                contents=contents,
            )
        )
    finally:
        store.close()
    is_whole = len(files) == len(project.files)
    notices = (Notice(message=store.notice),) if store.notice else ()
    return judged, (*notices, *judged.notices) if is_whole else notices, is_whole


def _store(project: Project, request: Request, settings: Settings) -> tuple[Store, bool]:
    """The store of a project, and whether an earlier run can have left anything in it."""
    from lintel.store.folder import DEFAULT_SIZE_CAP, is_empty, open_store
    from lintel.store.memory import MemoryStore
    from lintel.store.tracked import distrusted

    folder = _cache_folder(request, settings, Path(project.root))
    if not request.use_store or (request.buffer is not None and is_empty(folder)):
        return MemoryStore(size_cap=DEFAULT_SIZE_CAP), False
    if reason := distrusted(folder):
        notice = f"no cache is read or kept: {folder} may have come with the code ({reason}); name another `cache-dir`"
        return MemoryStore(size_cap=DEFAULT_SIZE_CAP, notice=notice), False
    store = open_store(folder)
    return store, not store.notice


def _cache_folder(request: Request, settings: Settings, root: Path) -> Path:
    """Where the store of a project is: where a flag or setting says (several may share it), or in the root."""
    from lintel.store.folder import cache_folder

    if request.cache_dir is not None:
        return (request.base / request.cache_dir).resolve()
    return root / settings.cache_dir if settings.cache_dir else cache_folder(root)


def _begun_early(request: Request, source: SettingsSource) -> Beginning | None:
    """Let workers get ready while files are still looked for, where no earlier run left anything; how to start them."""
    from lintel.store.folder import is_empty

    for path in request.paths if request.use_store else ():
        root = request.root or root_of((request.base / path).resolve())
        settings = settings_above(str(root), str(root), source)
        if not is_empty(_cache_folder(request, settings, root)):
            return None
    from lintel.run.beginnings import WORKER_MODULE, begin_early

    return begin_early(WORKER_MODULE)


def _native(store: Store, request: Request, settings: Settings, beginning: Beginning | None, said: Said) -> Any:
    from lintel.engines.native.engine import NativeEngine
    from lintel.engines.native.keys import engine_stamp
    from lintel.knowledge import index
    from lintel.knowledge.compiled import compiled_digest, shipped_knowledge
    from lintel.knowledge.own import own_digest, with_own
    from lintel.rules.registry import rule_modules
    from lintel.run.aside import made_aside

    raw_digest = index.digest()
    key = f"knowledge:{engine_stamp()}:{raw_digest.hex()}"

    def shipped() -> index.Knowledge:
        if (compiled := shipped_knowledge(raw_digest)) is not None:
            return compiled
        stored = store.get(key)
        known = index.Knowledge.decode(stored) if stored is not None else None
        if known is None:
            known = index.load()
            store.put_many([(key, known.encode())])
        return known

    @cache
    def knowledge() -> index.Knowledge:
        return with_own(shipped(), said)

    jobs = request.jobs or settings.jobs or os.cpu_count() or 1
    pool = _pool(jobs, settings.file_timeout, beginning)
    is_shipped = compiled_digest() == raw_digest and not said
    digest = own_digest(raw_digest, said).hex()
    aside = partial(made_aside, jobs=jobs)
    return NativeEngine(rule_modules(), knowledge, digest, store, pool, request.progress, is_shipped, aside)


def _pool(
    jobs: int, time_limit: float, beginning: Beginning | None
) -> Callable[[Sequence[str], bytes, Callable[[], None]], Iterator[Any]]:
    def run(
        paths: Sequence[str], order: bytes, meanwhile: Callable[[], None]
    ) -> Iterator[tuple[str, bytes | None, Failure | None]]:
        from lintel.run.beginnings import WORKER_MODULE
        from lintel.run.worker_loop import Work
        from lintel.run.workers import run_pool

        work = Work("lintel.engines.native.worker:start_worker", order, WORKER_MODULE)
        workers = min(jobs, len(paths))
        for outcome in run_pool(
            paths, work, jobs=workers, time_limit=time_limit, start_method=beginning, meanwhile=meanwhile
        ):
            yield outcome.item, outcome.value, outcome.failure

    return run


_NOTHING = "no Python files to judge here"


def _without_files(request: Request, plan: Plan) -> list[str]:
    """The named folders, as they were named, that hold nothing to judge: empty must not look like clean."""
    known = [posixpath.join(project.root, file.path) for project in plan.projects for file in project.files]
    named = {path.as_posix(): (request.base / path).resolve() for path in request.paths}
    return [
        path
        for path, absolute in sorted(named.items())
        if absolute.is_dir() and not any(_lies_in(each, absolute.as_posix()) for each in known)
    ]


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def _seen_from(base: Path, root: str) -> Callable[[str], str]:
    """How the paths of a project are seen from the folder of the report."""
    relative = posixpath.relpath(root, base.as_posix())
    if relative == ".":
        return lambda path: path
    if not relative.startswith(".."):
        return lambda path: f"{relative}/{path}"
    return lambda path: posixpath.relpath(f"{root}/{path}", base.as_posix())


def _moved(failure: Failure, seen: Callable[[str], str]) -> Failure:
    import msgspec

    return msgspec.structs.replace(failure, path=seen(failure.path)) if failure.path else failure


def _toml(value: Any) -> str:
    import msgspec

    return msgspec.json.encode(value).decode() if not isinstance(value, dict) else repr(value)
