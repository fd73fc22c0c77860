"""What a project says of its own functions, and of libraries that no file here speaks of: rows in its settings.

The language is that of the files in `data/` (see `loader`), written as TOML:

    [tool.lintel.knowledge]
    rows = [{path = "app.db.run", kind = "sink", danger = "sql", args = {data = "0|sql"}}]
    same = [{path = "ourlib.open()", as = "ourlib.Session()"}]
    inherits = [{path = "ourlib.View", from = "flask.views.View"}]

They are one more library, named `PROJECT`, that comes first and so has the last word. The digest of the whole tells
what was said, and not in which folder: a store may be carried to another machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from lintel.errors import KnowledgeError
from lintel.knowledge.document import Fields, Items, Reader, Text, Value
from lintel.knowledge.index import DIGEST_SIZE, Knowledge, refuse_circles
from lintel.knowledge.loader import SECTIONS, read_library, refuse_repeats
from lintel.knowledge.schema import PROJECT, Library

Said = Sequence[tuple[str, Mapping[str, Any]]]
"""Each settings file that says something, and its table."""

_LABEL = "[tool.lintel.knowledge]"
_DEEPEST = 4  # table, list, row, arguments, list of places


def own_digest(shipped: bytes, said: Said) -> bytes:
    """The digest of shipped knowledge (of that digest) together with what a project says."""
    if not said:
        return shipped
    state = hashlib.blake2b(shipped, digest_size=DIGEST_SIZE)
    state.update(repr([table for _, table in said]).encode("utf-8", "surrogatepass"))
    return state.digest()


def with_own(shipped: Knowledge, said: Said) -> Knowledge:
    """Shipped knowledge together with what a project says; a `KnowledgeError` names what is wrong with that.

    A project may say again what Lintel knows, which it may have done first; it may not say the same thing twice.
    """
    if not said:
        return shipped
    files = ", ".join(dict.fromkeys(file for file, _ in said))
    parts = [_library(file, table) for file, table in said]
    own = Library(
        PROJECT,
        (),
        rows=tuple(row for part in parts for row in part.rows),
        same=tuple(same for part in parts for same in part.same),
        inherits=tuple(one for part in parts for one in part.inherits),
    )
    try:
        refuse_repeats((own,))
        merged = Knowledge((own, *_without_same_of(own, shipped.libraries)), own_digest(shipped.digest, said))
        refuse_circles(merged)
    except KnowledgeError as error:
        raise KnowledgeError(f"{files}: {error.file}", error.row, error.problem, error.remedy) from None
    return merged


def _library(file: str, table: Mapping[str, Any]) -> Library:
    reader = Reader(file, _LABEL)
    fields = reader.fields(_value(reader, table, 0), SECTIONS, ())
    return read_library(file, _LABEL, PROJECT, fields)


def _without_same_of(own: Library, libraries: Sequence[Library]) -> list[Library]:
    """The libraries without the equal names that the project leads elsewhere."""
    ours = {same.path for same in own.same}
    return [
        msgspec.structs.replace(each, same=tuple(same for same in each.same if same.path not in ours))
        if ours & {same.path for same in each.same}
        else each
        for each in libraries
    ]


def _value(reader: Reader, given: object, depth: int) -> Value:
    """A value of TOML as the loader takes it; it has no line."""
    if depth > _DEEPEST:
        raise reader.error(0, "nested too deeply", "three levels are enough for any row")
    if isinstance(given, str):
        return Text(given, 0)
    if type(given) is int:
        return Text(str(given), 0)
    if isinstance(given, Mapping):
        return Fields({str(key): _value(reader, each, depth + 1) for key, each in given.items()}, 0)
    if isinstance(given, (list, tuple)):
        return Items(tuple(_value(reader, each, depth + 1) for each in given), 0)
    raise reader.error(0, f"{given!r} is neither a text nor a position", "write texts in quotes")
