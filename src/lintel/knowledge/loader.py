"""From YAML files to checked rows; every error names file, row, line and the nearest legal word.

A file that begins with `_` holds word lists and token formats; any other holds one library:

    library: requests
    versions: {requests: "2.32.5"}      # distributions and versions the rows were verified against (stdlib: python)
    same:                               # two names of one thing
      - {path: requests.session(), as: requests.Session()}
    inherits:                           # library classes below others that have rows
      - {path: flask.views.MethodView, from: flask.views.View}
    rows:
      - path: requests.{get,post}       # one path or a list; a group stands for one row each
        kind: config-sink               # a word of `kinds.py`
        args: {url: 0|url}              # role: where the argument stands
        why: ...                        # the reason
        unchecked: ...                  # why no program can verify this row against the library
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import resources

from lintel.errors import KnowledgeError
from lintel.knowledge.document import Items, Reader, Text, Value, nearest, read_document
from lintel.knowledge.kind import Kind
from lintel.knowledge.kinds import KINDS, ROLES, WORD_LISTS
from lintel.knowledge.paths import AccessPath, parse_path, parse_selector
from lintel.knowledge.schema import Argument, Inherits, Library, Row, Same, TokenFormat, Words

SECTIONS = ("rows", "same", "inherits")
_ROW_KEYS = ("path", "kind", "args", "role", "why", "unchecked")

DataFiles = tuple[tuple[str, bytes], ...]
"""Files of knowledge as (name, content), sorted by name."""


def shipped_files() -> DataFiles:
    """The files that come with Lintel, read and not parsed."""
    folder = resources.files("lintel.knowledge").joinpath("data")
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".yaml")]
    return tuple((entry.name, entry.read_bytes()) for entry in sorted(found, key=lambda entry: entry.name))


def load_libraries(files: DataFiles) -> tuple[Library, ...]:
    """Read all files; two rows of one kind about one place (and argument) are an error, wherever they stand."""
    libraries = tuple(load_library(name, content) for name, content in files)
    refuse_repeats(libraries)
    return libraries


def refuse_repeats(libraries: Iterable[Library]) -> None:
    """Raise a `KnowledgeError` where two rows of one kind are about one place (and argument)."""
    known = tuple(libraries)
    rows = ((said, row.origin) for library in known for row in library.rows for said in _statements(row))
    same = ((f"same {same.path}", same.origin) for library in known for same in library.same)
    words = ((f"words {words.name}", words.origin) for library in known for words in library.words)
    for statements in (rows, same, words):
        seen: dict[str, str] = {}
        for statement, origin in statements:
            if statement in seen:
                raise KnowledgeError(
                    *place_of(origin), f"`{statement}` is said already in {seen[statement]}", "keep one of the two"
                )
            seen[statement] = origin


def place_of(origin: str) -> tuple[str, str]:
    """File and line of an origin, or, where it is a part of settings, their table and that part of it."""
    file, _, line = origin.rpartition(":")
    return file, f"line {line}" if line.isdigit() else line.strip()


def _statements(row: Row) -> list[str]:
    """What a row says, one text for each argument: no two rows may say the same."""
    about = f"{row.kind} {row.text}"
    return [f"{about} {argument.at}" for argument in row.arguments] or [about]


def load_library(file: str, content: bytes) -> Library:
    """Read one file."""
    document = read_document(content, file)
    if file.startswith("_"):
        return _lexicon(file, document)
    reader = Reader(file, "top")
    fields = reader.fields(document, ("library", "versions", *SECTIONS), ("library", "versions", "rows"))
    name = reader.text(fields["library"], "library")
    expected = file.removesuffix(".yaml")
    if name != expected:
        raise reader.error(
            fields["library"].line, f"library `{name}` is in file `{file}`", f"rename one to `{expected}`"
        )
    return read_library(file, name, name, fields, _versions(reader, fields["versions"]))


def read_library(
    file: str, label: str, name: str, fields: Mapping[str, Value], versions: tuple[tuple[str, str], ...] = ()
) -> Library:
    """The library that some `SECTIONS` describe; errors call the part of the file by its `label`."""
    return Library(
        name=name,
        versions=versions,
        rows=tuple(row for part in _parts(file, label, "rows", fields) for row in _rows(*part, library=name)),
        same=tuple(same for part in _parts(file, label, "same", fields) for same in _same(*part, library=name)),
        inherits=tuple(
            one for part in _parts(file, label, "inherits", fields) for one in _inherits(*part, library=name)
        ),
    )


def _versions(reader: Reader, value: Value) -> tuple[tuple[str, str], ...]:
    names = reader.fields(value, _keys_of(value), ())
    if not names:
        raise reader.error(
            value.line, "`versions` is empty", "name the distributions that the rows were verified against"
        )
    found = tuple((name, reader.text(version, name)) for name, version in names.items())
    for name, version in found:
        if not re.fullmatch(r"\d[\w.+!]*", version):
            raise reader.error(names[name].line, f"`{version}` is no version of `{name}`", "write it as in 2.32.5")
    return found


def _keys_of(value: Value) -> tuple[str, ...]:
    return tuple(getattr(value, "values", ())) if not isinstance(value, Items) else ()


def _parts(file: str, label: str, section: str, fields: Mapping[str, Value]) -> Iterable[tuple[Reader, Value]]:
    """The items of a section, each with a reader that names it."""
    value = fields.get(section)
    if value is None:
        return
    if not isinstance(value, Items):
        raise Reader(file, label).error(value.line, f"`{section}` must be a list", "begin each item with `- `")
    for index, item in enumerate(value.values):
        yield Reader(file, f"{label}: {section}[{index}]"), item


def _paths(reader: Reader, value: Value, what: str) -> list[AccessPath]:
    texts = reader.texts(value, what)
    row = reader.place(value.line)
    return [path for text in texts for path in parse_path(text, reader.file, row).expanded()]


def _optional(reader: Reader, fields: Mapping[str, Value], key: str) -> str:
    value = fields.get(key)
    return reader.text(value, key) if value is not None else ""


def _rows(reader: Reader, value: Value, *, library: str) -> Iterable[Row]:
    """The rows of one item: one for each path that it names."""
    kind = _kind(reader, value)
    fields = reader.fields(value, (*_ROW_KEYS, *kind.attributes), ("path", "kind"))
    why = _optional(reader, fields, "why")
    if kind.why and not why:
        raise reader.error(value.line, f"a row of kind `{kind.name}` needs its reason", "add `why: ...`")
    arguments = _arguments(reader, fields["args"], kind) if "args" in fields else ()
    role = _role(reader, fields["role"], kind) if "role" in fields else ""
    _check_arguments(reader, value, kind, bool(arguments), bool(role))
    attributes = _attributes(reader, value, fields, kind)
    unchecked = _optional(reader, fields, "unchecked")
    for path in _paths(reader, fields["path"], "path"):
        yield Row(kind.name, str(path), library, arguments, role, attributes, why, unchecked, reader.origin(value.line))


def _kind(reader: Reader, value: Value) -> Kind:
    fields = reader.fields(value, _keys_of(value), ("path", "kind"))
    return KINDS[reader.word(fields["kind"], "kind", KINDS)]


def _arguments(reader: Reader, value: Value, kind: Kind) -> tuple[Argument, ...]:
    if kind.arguments == "none":
        raise reader.error(value.line, f"a row of kind `{kind.name}` has no arguments", "remove `args`")
    found: list[Argument] = []
    row = reader.place(value.line)
    for role, selectors in reader.fields(value, _keys_of(value), ()).items():
        _check_role(reader, role, value.line, kind)
        for text in reader.texts(selectors, role):
            found.append(Argument(role, parse_selector(text, reader.file, row)))
    places = [str(argument.at) for argument in found]
    if len(set(places)) < len(places):
        raise reader.error(value.line, "an argument has two roles", "keep one")
    return tuple(found)


def _role(reader: Reader, value: Value, kind: Kind) -> str:
    if not kind.stored:
        raise reader.error(value.line, f"nothing is assigned to a `{kind.name}`", "remove `role`, or use `args`")
    role = reader.text(value, "role")
    _check_role(reader, role, value.line, kind)
    return role


def _check_role(reader: Reader, role: str, line: int, kind: Kind) -> None:
    if role not in kind.roles:
        problem = f"`{role}` is no role of kind `{kind.name}`" if role in ROLES else f"unknown role `{role}`"
        raise reader.error(line, problem, nearest(role, kind.roles))


def _check_arguments(reader: Reader, value: Value, kind: Kind, arguments: bool, role: bool) -> None:
    if kind.arguments == "required" and not arguments:
        raise reader.error(value.line, f"a row of kind `{kind.name}` needs `args`", "add `args: {role: 0|name}`")
    if kind.stored and arguments == role:
        raise reader.error(
            value.line, f"a row of kind `{kind.name}` has either `args` or `role`", "`role` is for what is assigned"
        )


def _attributes(reader: Reader, value: Value, fields: Mapping[str, Value], kind: Kind) -> tuple[tuple[str, str], ...]:
    for name in kind.required:
        if name not in fields:
            raise reader.error(value.line, f"a row of kind `{kind.name}` needs `{name}`", f"add `{name}: ...`")
    found = []
    for name, legal in kind.attributes.items():
        if name in fields:
            said = reader.text(fields[name], name)
            for word in said.split() if name in kind.several else (said,):
                if legal:
                    reader.word(Text(word, fields[name].line), name, legal)
            found.append((name, said))
    return tuple(found)


def _same(reader: Reader, value: Value, *, library: str) -> Iterable[Same]:
    fields = reader.fields(value, ("path", "as", "unchecked"), ("path", "as"))
    targets = _paths(reader, fields["as"], "as")
    if len(targets) != 1:
        raise reader.error(value.line, "`as` names one thing", "write one path without groups")
    for path in _paths(reader, fields["path"], "path"):
        if any(step.sort in ("any", "subclass") for step in (*path.steps, *targets[0].steps)):
            raise reader.error(value.line, "`.*` and `+` have no place among equal names", "name the members")
        unchecked = _optional(reader, fields, "unchecked")
        yield Same(str(path), str(targets[0]), library, unchecked, reader.origin(value.line))


def _inherits(reader: Reader, value: Value, *, library: str) -> Iterable[Inherits]:
    fields = reader.fields(value, ("path", "from"), ("path", "from"))
    bases = tuple(map(str, _paths(reader, fields["from"], "from")))
    for path in _paths(reader, fields["path"], "path"):
        yield Inherits(str(path), bases, library, reader.origin(value.line))


def _lexicon(file: str, document: Value) -> Library:
    fields = Reader(file, "top").fields(document, ("words", "formats"), ())
    label = file.removesuffix(".yaml")
    return Library(
        name=label,
        versions=(),
        words=tuple(_words(*part) for part in _parts(file, label, "words", fields)),
        formats=tuple(_format(*part) for part in _parts(file, label, "formats", fields)),
    )


def _words(reader: Reader, value: Value) -> Words:
    fields = reader.fields(value, ("list", "words", "why"), ("list", "words", "why"))
    name = reader.word(fields["list"], "list", WORD_LISTS)
    words = reader.texts(fields["words"], "words")
    for word in words:
        if word != word.lower():
            raise reader.error(value.line, f"`{word}` is not in lower case", f"write `{word.lower()}`")
        if words.count(word) > 1:
            raise reader.error(value.line, f"`{word}` stands twice", "keep one")
    return Words(name, words, reader.text(fields["why"], "why"), reader.origin(value.line))


def _format(reader: Reader, value: Value) -> TokenFormat:
    keys = ("provider", "pattern", "keywords", "certain", "why")
    fields = reader.fields(value, keys, keys)
    pattern = reader.text(fields["pattern"], "pattern")
    try:
        re.compile(pattern)
    except re.error as error:
        raise reader.error(fields["pattern"].line, f"no regular expression: {error}", "quote it with '...'") from None
    return TokenFormat(
        reader.text(fields["provider"], "provider"),
        pattern,
        reader.texts(fields["keywords"], "keywords"),
        reader.word(fields["certain"], "certain", ("true", "false")) == "true",
        reader.text(fields["why"], "why"),
        reader.origin(value.line),
    )
