"""What the files say together about constants: where each one is used, and which functions read configuration.

Answers `constant-uses` (key `path|NAME`) and `config-reader` (key `path|qualified name of a callee`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property

import msgspec

from lintel.facts.constants import Constants, ConstantUse, Reader
from lintel.knowledge.index import Knowledge

Resolve = Callable[[str, str], tuple[str, str] | None]
"""From a path and a qualified name as written there to the path and dotted name of its definition."""


class UseAt(msgspec.Struct, frozen=True, array_like=True):
    """One use of a constant, with the file it stands in."""

    path: str
    kind: str
    callee: str
    slot: str


class ReaderShape(msgspec.Struct, frozen=True, array_like=True):
    """How a function that reads configuration is called: by position (-1: keyword only) and keyword."""

    name_position: int
    name_keyword: str
    default_position: int
    default_keyword: str


class ConstantLinks:
    """Constants and readers of all files, linked on demand."""

    def __init__(self, constants: Mapping[str, Constants], knowledge: Knowledge, resolve: Resolve) -> None:
        self._constants = constants
        self._knowledge = knowledge
        self._resolve = resolve

    def uses(self, key: str) -> list[UseAt]:
        """All uses of the constant `path|NAME`, in the order of files."""
        path, _, name = key.rpartition("|")
        return self._uses.get((path, name), [])

    def reader(self, key: str) -> ReaderShape | None:
        """How the callee of `path|name` is called, where it reads configuration; else None."""
        path, _, name = key.rpartition("|")
        found = self._resolve(path, name)
        return self._readers.get(found) if found is not None else None

    @cached_property
    def _uses(self) -> dict[tuple[str, str], list[UseAt]]:
        found: defaultdict[tuple[str, str], list[UseAt]] = defaultdict(list)
        for path, constants in sorted(self._constants.items()):
            for use in constants.uses:
                target = self._target(path, use)
                if target is not None:
                    found[target].append(UseAt(path, use.kind, use.callee, use.slot))
        return dict(found)

    def _target(self, path: str, use: ConstantUse) -> tuple[str, str] | None:
        if use.name.startswith(":"):
            return path, use.name[1:]
        return self._resolve(path, use.name)

    @cached_property
    def _readers(self) -> dict[tuple[str, str], ReaderShape]:
        """Functions that read configuration: their lookup is a known one, or a function found to be one before."""
        waiting = {(path, reader.function): reader for path, each in self._constants.items() for reader in each.readers}
        found: dict[tuple[str, str], ReaderShape] = {}
        for _ in range(4):  # wrappers of wrappers; deeper ones do not occur
            unknown = ((at, reader) for at, reader in waiting.items() if at not in found)
            ready = {at: reader for at, reader in unknown if self._reads(at[0], reader, found)}
            if not ready:
                break
            found.update({at: _shape(reader) for at, reader in ready.items()})
        return found

    def _reads(self, path: str, reader: Reader, known: Mapping[tuple[str, str], ReaderShape]) -> bool:
        for name in reader.reads:
            if name.startswith(":"):
                target: tuple[str, str] | None = (path, name[1:])
            elif self._knowledge.rows("config-read", name):
                return True
            else:
                target = self._resolve(path, name)
            if target in known:
                return True
        return False


def _shape(reader: Reader) -> ReaderShape:
    positions = {name: index for index, name in enumerate(reader.parameters)}
    return ReaderShape(positions[reader.name], reader.name, positions[reader.default], reader.default)
