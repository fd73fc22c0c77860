"""From stored facts to a linked program, and from ordinals back to places when something is shown.

Places are worked out only for files in which a program finding points at something: first from the store, else by
aligning `ast`'s nodes with the ordinals, and only where this interpreter cannot parse the file by LibCST.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

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
from lintel.source.positions import ALIGNABLE, align, record_all
from lintel.store.contract import Store

SHOWN = ("ClassDef", "FunctionDef", "Import", "ImportFrom", "LazyImport", "LazyImportFrom")
"""The LibCST types whose places most program findings point at; they are worked out together."""

ON_THE_WAY = (
    "Attribute", "AugAssign", "Await", "BinaryOperation", "Call", "CompFor", "ConcatenatedString", "Decorator", "For",
    "FormattedString", "Lambda", "Param", "Subscript", "TemplatedString", "WithItem", "Yield",
)  # fmt: skip
"""The LibCST types that the steps of a flow point at; each is worked out when it is first asked for."""


class FileSpans:
    """The spans of one file's nodes, worked out by the groups that they are asked for in."""

    def __init__(self, group: Callable[[str], Mapping[str, Sequence[Span]]]) -> None:
        self._group = group
        self._known: dict[str, Sequence[Span]] = {}

    def __getitem__(self, kind: str) -> Sequence[Span]:
        """The spans of all nodes of a LibCST type, in source order."""
        if kind not in self._known:
            self._known.update(self._group(kind))
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
            self._known[path] = FileSpans(lambda kind: self._of(path, kind))
        return self._known[path]

    def _of(self, path: str, kind: str) -> Mapping[str, Sequence[Span]]:
        """The spans of a type, with those of the types that are worked out together with it."""
        group = SHOWN if kind in SHOWN else (kind,)
        name = "" if kind in SHOWN else kind
        return self._stored(path, name) or self._aligned(path, name, group)

    def _stored(self, path: str, name: str) -> Mapping[str, Sequence[Span]] | None:
        stored = self._store.get(self._keys.spans(self._files[path], name))
        if stored is None:
            return None
        try:
            return msgspec.msgpack.decode(stored, type=dict[str, list[Span]])
        except msgspec.DecodeError:
            return None

    def _aligned(self, path: str, name: str, group: Sequence[str]) -> Mapping[str, Sequence[Span]]:
        try:
            data = self._read(path)
        except OSError as error:
            raise _changed(path) from error
        if content_digest(data) != self._files[path].digest:
            raise _changed(path)
        found = align(data, group) if ALIGNABLE.issuperset(group) else None
        if found is None:
            group = SHOWN if not name else ON_THE_WAY
            found = record_all(data, group, max_bytes=self._max_bytes)
        keys, file = self._keys, self._files[path]
        parts = [("", found)] if not name else [(kind, {kind: spans}) for kind, spans in found.items()]
        self._store.put_many([(keys.spans(file, part), msgspec.msgpack.encode(spans)) for part, spans in parts])
        return found


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
