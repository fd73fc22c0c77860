"""From stored facts to a linked program, and from ordinals back to places when something is shown.

Places are worked out only for files in which a program finding points at something: first from the store, else by
aligning `ast`'s nodes with the ordinals, and only where this interpreter cannot parse the file by LibCST.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import msgspec

from lintel.engines import ProjectFile, ProjectInput, content_digest
from lintel.engines.native.keys import Keys
from lintel.errors import SourceError
from lintel.facts.module import ModuleFacts
from lintel.finding import Span
from lintel.flow.encoding import decode as decode_ir
from lintel.flow.ir import ModuleIR
from lintel.knowledge.index import Knowledge
from lintel.program.program import Program
from lintel.rule import Rule
from lintel.source.decode import decode
from lintel.source.positions import ALIGNABLE, aligned_places, record_all
from lintel.store.contract import Store

SHOWN = ("ClassDef", "FunctionDef", "Import", "ImportFrom", "LazyImport", "LazyImportFrom")
"""The LibCST types whose places most program findings point at; they are worked out together."""

Spans = Mapping[str, Sequence[Span | None]]


class KindSpans:
    """The spans of the nodes of one LibCST type, by ordinal; what `ast` could not place is asked of `parsed`."""

    def __init__(self, spans: Sequence[Span | None], parsed: Callable[[], Sequence[Span]]) -> None:
        self._spans = spans
        self._parsed = parsed

    def __getitem__(self, ordinal: int) -> Span:
        """The span of the node with this ordinal."""
        span = self._spans[ordinal]
        if span is None:
            self._spans = self._parsed()
            return self._spans[ordinal]
        return span


class FileSpans:
    """The spans of one file's nodes, worked out by the groups that they are asked for in.

    `group` gives the spans of a type and of those that are worked out with it, None for nodes that only a parse by
    LibCST can place; `parsed` makes that parse.
    """

    def __init__(self, group: Callable[[str], Spans], parsed: Callable[[str], Sequence[Span]]) -> None:
        self._group = group
        self._parsed = parsed
        self._known: dict[str, KindSpans] = {}

    def __getitem__(self, kind: str) -> KindSpans:
        """The spans of all nodes of a LibCST type, in source order."""
        if kind not in self._known:
            for each, spans in self._group(kind).items():
                self._known[each] = KindSpans(spans, partial(self._parsed, each))
        return self._known[kind]


class Places:
    """The spans of the definitions and imports of files, worked out at most once a file and stored."""

    def __init__(self, project: ProjectInput, keys: Keys, store: Store) -> None:
        self._read = project.read
        self._files: Mapping[str, ProjectFile] = {file.path: file for file in project.files}
        self._max_bytes = project.max_bytes
        self._keys = keys
        self._store = store
        self._known: dict[str, FileSpans] = {}

    def __call__(self, path: str) -> FileSpans:
        """Spans by LibCST type name, each list in source order."""
        if path not in self._known:
            self._known[path] = FileSpans(partial(self._of, path), partial(self._parsed, path))
        return self._known[path]

    def _of(self, path: str, kind: str) -> Spans:
        """The spans of a type, with those of the types that are worked out together with it."""
        group = SHOWN if kind in SHOWN else (kind,)
        name = "" if kind in SHOWN else kind
        return self._stored(path, name) or self._aligned(path, name, group)

    def _stored(self, path: str, name: str) -> Spans | None:
        stored = self._store.get(self._keys.spans(self._files[path], name))
        if stored is None:
            return None
        try:
            return msgspec.msgpack.decode(stored, type=dict[str, list[Span | None]])
        except msgspec.DecodeError:
            return None

    def _aligned(self, path: str, name: str, group: Sequence[str]) -> Spans:
        data = self._data(path)
        found: Spans | None = aligned_places(decode(data).text, group) if ALIGNABLE.issuperset(group) else None
        if found is None:
            found = record_all(data, group, max_bytes=self._max_bytes)
        self._keep(path, name, found)
        return found

    def _parsed(self, path: str, kind: str) -> Sequence[Span]:
        """The spans of the nodes of a type by a parse of the file: the costly way."""
        found = record_all(self._data(path), (kind,), max_bytes=self._max_bytes)
        if kind not in SHOWN:
            self._keep(path, kind, found)
        return found[kind]

    def _keep(self, path: str, name: str, spans: Spans) -> None:
        self._store.put_many([(self._keys.spans(self._files[path], name), msgspec.msgpack.encode(spans))])

    def _data(self, path: str) -> bytes:
        try:
            data = self._read(path)
        except OSError as error:
            raise _changed(path) from error
        if content_digest(data) != self._files[path].digest:
            raise _changed(path)
        return data


def _changed(path: str) -> SourceError:
    return SourceError("unreadable", f"{path} was changed while it was being judged", "run the check again")


def link(
    project: ProjectInput,
    keys: Keys,
    facts: Mapping[str, bytes],
    store: Store,
    rules: Iterable[Rule],
    knowledge: Knowledge,
) -> Program:
    """The program that these files' facts make; files without facts (those that failed) are left out."""
    decode = msgspec.msgpack.Decoder(ModuleFacts).decode
    decoded = {path: decode(encoded) for path, encoded in sorted(facts.items()) if encoded}
    cards = {rule.card.code: rule.card for rule in rules}
    names = {file.path: keys.ir(file) for file in project.files}

    def irs(path: str) -> ModuleIR | None:
        stored = store.get(names[path]) if path in names else None
        try:
            return None if not stored else decode_ir(stored)
        except msgspec.DecodeError:
            return None

    return Program(decoded, Places(project, keys, store), cards, knowledge, project.src, irs)
