"""All knowledge, merged and ready to be asked: by the name of a place, by kind, by base classes.

Names are text as in `paths.py`. `Knowledge.encode` and `decode` carry the compiled form to and from the store under a
digest of the files' bytes: neither the digest nor a warm start parses YAML.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, product

import msgspec

from lintel.errors import KnowledgeError
from lintel.knowledge.loader import DataFiles, load_libraries, place_of, shipped_files
from lintel.knowledge.schema import FORMAT, PROJECT, Library, Row, TokenFormat

DIGEST_SIZE = 16  # bytes
_ROOT = re.compile(r"[^.(\[]+")
_NAMED_ELEMENT = re.compile(r"\[[^\[\]]+\]")
_NAMED_ELEMENTS = 4  # no row has more; beyond that all are left open at once
_REMEMBERED = 50_000  # answers; a project asks about fewer names, and nothing grows without end
_REWRITES = 8  # more equal names in a row than any library has; the load refuses circles


class Knowledge:
    """What all libraries' rows say together. Made by `load` or `decode`, never changed afterwards."""

    def __init__(self, libraries: tuple[Library, ...], digest: bytes) -> None:
        self.libraries = libraries
        self.digest = digest
        self._exact: dict[str, tuple[Row, ...]] = {}
        self._below: dict[str, tuple[Row, ...]] = {}
        self._same: dict[str, str] = {}
        self._renamed: set[str] = set()  # the first parts of names that have another
        self._bases: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._answers: dict[tuple[str, bool], tuple[Row, ...]] = {}
        self._canonical: dict[str, str] = {}
        self._by_kind: dict[str, tuple[Row, ...]] = {}
        self._fill()

    def _fill(self) -> None:
        exact: defaultdict[str, list[Row]] = defaultdict(list)
        below: defaultdict[str, list[Row]] = defaultdict(list)
        by_kind: defaultdict[str, list[Row]] = defaultdict(list)
        for library in self.libraries:
            self._same.update({same.path: same.target for same in library.same})
            self._renamed.update(_root(same.path) for same in library.same)
            for one in library.inherits:
                self._bases[one.path] = (*self._bases.get(one.path, ()), *one.bases)
            self._words.update({words.name: frozenset(words.words) for words in library.words})
        for row in (row for library in self.libraries for row in library.rows):
            name = self.canonical(row.place)
            exact[name].append(row)
            by_kind[row.kind].append(row)
            if row.speaks_below:
                below[name].append(row)
        self._exact = {name: tuple(rows) for name, rows in exact.items()}
        self._below = {name: tuple(rows) for name, rows in below.items()}
        self._by_kind = {kind: tuple(rows) for kind, rows in by_kind.items()}
        self._roots = frozenset(_root(name) for name in (*self._exact, *self._same))

    def rows(self, kind: str, name: str, bases: Iterable[str] = ()) -> tuple[Row, ...]:
        """The rows of a kind about a place, and about what it inherits.

        `name` is the dotted text of a callee, class or expression. `bases` are the names of the same place by way of
        base classes, all of them as far as known: `pkg.Base` for a class `:Child` that inherits from it,
        `pkg.Base().save` for `:Child().save`. A row about an instance (`pkg.Base().save`) or with `+` speaks for
        subclasses too; others do not.
        """
        return tuple(row for row in self.all_rows(name, bases) if row.kind == kind)

    def all_rows(self, name: str, bases: Iterable[str] = ()) -> tuple[Row, ...]:
        """The rows of every kind about a place; arguments as for `rows`."""
        own = self._about(name, inherited=False)
        inherited = [row for base in bases for row in self._about(base, inherited=True)]
        return tuple(dict.fromkeys((*own, *inherited))) if inherited else own

    def kinds_of(self, name: str, bases: Iterable[str] = ()) -> frozenset[str]:
        """The kinds that some row gives to a place."""
        return frozenset(row.kind for row in self.all_rows(name, bases))

    def of_kind(self, kind: str) -> tuple[Row, ...]:
        """All rows of a kind."""
        return self._by_kind.get(kind, ())

    def is_about(self, name: str) -> bool:
        """Whether any row or equal name begins with the same top-level package: a cheap first question."""
        return _root(name) in self._roots

    def canonical(self, name: str) -> str:
        """The name that the rows use: re-exports followed, a factory's result named by its type."""
        known = self._canonical.get(name)
        if known is None:
            known = name
            for _ in range(_REWRITES):
                rewritten = self._rewritten(known)
                if rewritten == known:
                    break
                known = rewritten
            if len(self._canonical) < _REMEMBERED:
                self._canonical[name] = known
        return known

    def words(self, name: str) -> frozenset[str]:
        """A word list of `kinds.WORD_LISTS`."""
        return self._words.get(name, frozenset())

    @property
    def token_formats(self) -> tuple[TokenFormat, ...]:
        """The shapes of providers' credentials, in the order of the file."""
        return tuple(one for library in self.libraries for one in library.formats)

    @property
    def own(self) -> Library | None:
        """What the settings of the project say; None where they say nothing."""
        return next((library for library in self.libraries if library.name == PROJECT), None)

    def encode(self) -> bytes:
        """The compiled form, for the store."""
        return msgspec.msgpack.encode((FORMAT, self.digest, self.libraries))

    @classmethod
    def decode(cls, data: bytes) -> Knowledge | None:
        """Read a compiled form; None where it is damaged or of another format, which a caller treats as a miss."""
        try:
            form, digest, libraries = msgspec.msgpack.decode(data, type=tuple[int, bytes, tuple[Library, ...]])
        except msgspec.DecodeError:
            return None
        return cls(libraries, digest) if form == FORMAT else None

    def _rewritten(self, name: str) -> str:
        """The name after the rewrite of its longest prefix that has another name."""
        if _root(name) not in self._renamed:
            return name
        for end in _boundaries(name):
            if (target := self._same.get(name[:end])) is not None:
                return target + name[end:]
        return name

    def circle(self) -> tuple[str, str] | None:
        """The origin of an equal name that is rewritten without end, and where it leads; None where all end."""
        for library in self.libraries:
            for same in library.same:
                name = self.canonical(same.path)
                if self._rewritten(name) != name or same.path == same.target:
                    return same.origin, name
        return None

    def _about(self, name: str, *, inherited: bool) -> tuple[Row, ...]:
        """The rows about a place itself, or those that reach it from a base class; remembered, for names recur."""
        if not self.is_about(name):
            return ()
        answer = self._answers.get((name, inherited))
        if answer is None:
            answer = tuple(dict.fromkeys(self._found(name, inherited)))
            if len(self._answers) < _REMEMBERED:
                self._answers[name, inherited] = answer
        return answer

    def _found(self, name: str, inherited: bool) -> Iterator[Row]:
        for wanted, from_above in self._lineage(self.canonical(name)):
            table = self._below if inherited or from_above else self._exact
            for spelling in _spellings(wanted):
                yield from table.get(spelling, ())

    def _lineage(self, name: str) -> Iterator[tuple[str, bool]]:
        """A name, then the same place by way of the base classes that library files tell of, nearest first."""
        yield name, False
        end = _class_end(name)
        waiting = list(self._bases.get(name[:end], ()))
        for base in waiting:
            yield self.canonical(base + name[end:]), True
            waiting.extend(above for above in self._bases.get(base, ()) if above not in waiting)


def load(files: DataFiles | None = None) -> Knowledge:
    """Parse files of knowledge (the shipped ones where none are given): slow, so callers keep the compiled form."""
    chosen = shipped_files() if files is None else files
    knowledge = Knowledge(load_libraries(chosen), digest(chosen))
    refuse_circles(knowledge)
    return knowledge


def digest(files: DataFiles | None = None) -> bytes:
    """A hash of the files' bytes and of the compiled form's shape; parses nothing."""
    state = hashlib.blake2b(str(FORMAT).encode(), digest_size=DIGEST_SIZE)
    for name, content in shipped_files() if files is None else files:
        state.update(f"\0{name}\0{len(content)}\0".encode())
        state.update(content)
    return state.digest()


def refuse_circles(knowledge: Knowledge) -> None:
    """Raise a `KnowledgeError` where an equal name is rewritten without end."""
    if (found := knowledge.circle()) is not None:
        origin, name = found
        problem = f"an equal name is rewritten without end, by way of `{name}`"
        raise KnowledgeError(*place_of(origin), problem, "let all names lead to one that leads nowhere")


def _root(name: str) -> str:
    found = _ROOT.match(name)
    return found[0] if found else ""


def _boundaries(name: str) -> list[int]:
    """Where a prefix of a name may end, longest first."""
    ends = [index for index, mark in enumerate(name) if mark in ".(["]
    return [len(name), *reversed(ends)]


def _class_end(name: str) -> int:
    """The end of the part of a name that can be a class: up to the first call, else all of it."""
    end = name.find("()")
    return len(name) if end < 0 else end


def _spellings(name: str) -> Iterator[str]:
    """A name as rows may have written it: itself, with any element for named ones, with any member for the last."""
    keys = _NAMED_ELEMENT.findall(name) if "[" in name else ()
    if not keys:
        yield name
    elif len(keys) > _NAMED_ELEMENTS:
        yield name
        yield _NAMED_ELEMENT.sub("[]", name)
    else:
        pieces = _NAMED_ELEMENT.split(name)
        for chosen in product(*((key, "[]") for key in keys)):
            yield "".join(chain.from_iterable(zip(pieces, (*chosen, ""), strict=True)))
    head, dot, last = name.rpartition(".")
    if dot and not set(last) & set("()[]"):
        yield f"{head}.*"
