"""From stored facts to a linked program, and from ordinals back to places when something is shown.

Places are worked out only for files in which a program finding points at something: first from the store, else by
aligning `ast`'s nodes with the ordinals, and only where this interpreter cannot parse the file by LibCST.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from lintel.engines import ProjectFile, ProjectInput, content_digest
from lintel.engines.native.keys import Keys
from lintel.errors import SourceError
from lintel.facts.module import ModuleFacts
from lintel.finding import Span
from lintel.knowledge.index import Knowledge
from lintel.program.program import Program
from lintel.rule import Rule
from lintel.source.positions import align, record_all
from lintel.store.contract import Store

SHOWN = ("ClassDef", "FunctionDef", "Import", "ImportFrom", "LazyImport", "LazyImportFrom")
"""The LibCST types whose places program findings may point at."""


class Places:
    """The spans of the definitions and imports of files, worked out at most once a file and stored."""

    def __init__(self, project: ProjectInput, keys: Keys, store: Store) -> None:
        self._read = project.read
        self._files: Mapping[str, ProjectFile] = {file.path: file for file in project.files}
        self._max_bytes = project.max_bytes
        self._keys = keys
        self._store = store
        self._known: dict[str, Mapping[str, Sequence[Span]]] = {}

    def __call__(self, path: str) -> Mapping[str, Sequence[Span]]:
        """Spans by LibCST type name, each list in source order."""
        if path not in self._known:
            self._known[path] = self._stored(path) or self._aligned(path)
        return self._known[path]

    def _stored(self, path: str) -> Mapping[str, Sequence[Span]] | None:
        stored = self._store.get(self._keys.spans(self._files[path]))
        if stored is None:
            return None
        try:
            return msgspec.msgpack.decode(stored, type=dict[str, list[Span]])
        except msgspec.DecodeError:
            return None

    def _aligned(self, path: str) -> Mapping[str, Sequence[Span]]:
        try:
            data = self._read(path)
        except OSError as error:
            raise _changed(path) from error
        if content_digest(data) != self._files[path].digest:
            raise _changed(path)
        found = align(data, SHOWN)
        if found is None:
            found = record_all(data, SHOWN, max_bytes=self._max_bytes)
        self._store.put_many([(self._keys.spans(self._files[path]), msgspec.msgpack.encode(found))])
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
    return Program(decoded, Places(project, keys, store), cards, knowledge, project.src)
