"""A YAML file as plain values that remember their lines, so that every error can name the line that caused it.

Scalars stay the text that was written: `on`, `no`, `0` and `2.10` mean themselves. PyYAML is imported here, at first
use: a run that finds the compiled knowledge in the store never needs it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from lintel.errors import KnowledgeError

if TYPE_CHECKING:
    import yaml


class Text(msgspec.Struct, frozen=True):
    """A scalar as written, and the line it begins on."""

    value: str
    line: int


class Items(msgspec.Struct, frozen=True):
    """A sequence."""

    values: tuple[Value, ...]
    line: int


class Fields(msgspec.Struct, frozen=True):
    """A mapping; its keys are texts."""

    values: Mapping[str, Value]
    line: int


Value = Text | Items | Fields


def read_document(data: bytes, file: str) -> Value:
    """Parse one YAML document; anything that is not plain mappings, sequences and scalars is a `KnowledgeError`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(data.decode("utf-8"), Loader=loader)
    except UnicodeDecodeError as error:
        raise KnowledgeError(file, f"byte {error.start}", "the file is not UTF-8", "save it as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(file, f"line {line}", f"not YAML: {error.problem}", "quote texts with : # [ {") from None
    except yaml.YAMLError as error:
        raise KnowledgeError(file, "line 1", f"not YAML: {error}", "only printable text may stand here") from None
    except RecursionError:
        raise KnowledgeError(file, "line 1", "nested too deeply", "three levels are enough for any row") from None
    if node is None:
        raise KnowledgeError(file, "line 1", "the file is empty", "a file has `library`, `versions` and `rows`")
    return _convert(node, file, 0)


def _convert(node: yaml.Node, file: str, depth: int) -> Value:
    import yaml

    line = node.start_mark.line + 1
    if depth > 8:  # an alias may also refer to the mapping that contains it
        raise KnowledgeError(file, f"line {line}", "nested too deeply", "three levels are enough for any row")
    if isinstance(node, yaml.ScalarNode):
        if node.tag == "tag:yaml.org,2002:null":
            raise KnowledgeError(file, f"line {line}", "a value is missing", "write it, or leave the key out")
        return Text(node.value, line)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_convert(child, file, depth + 1) for child in node.value), line)
    fields: dict[str, Value] = {}
    for key, value in node.value:  # a mapping: YAML has no fourth sort of node
        if not isinstance(key, yaml.ScalarNode):
            raise KnowledgeError(file, f"line {key.start_mark.line + 1}", "a key must be a word", "remove the brackets")
        if key.value in fields:
            place = f"line {key.start_mark.line + 1}"
            raise KnowledgeError(file, place, f"the key `{key.value}` stands twice", "keep one")
        fields[key.value] = _convert(value, file, depth + 1)
    return Fields(fields, line)


def nearest(word: str, legal: Iterable[str]) -> str:
    """The remedy for a wrong word: the nearest legal one, or all of them where none is near."""
    words = sorted(legal)
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.5)
    if near:
        return f"did you mean `{near[0]}`?"
    return "legal: " + ", ".join(words) if words else "nothing may stand here"


class Reader:
    """What a loader asks of the values of one part of a file, with errors that name that part."""

    def __init__(self, file: str, row: str) -> None:
        self.file = file
        self.row = row

    def error(self, line: int, problem: str, remedy: str = "") -> KnowledgeError:
        """The error to raise for this part of the file."""
        return KnowledgeError(self.file, self.place(line), problem, remedy)

    def place(self, line: int) -> str:
        """How errors call this part of the file: with the line where there is one; settings have none."""
        return f"{self.row} (line {line})" if line else self.row

    def origin(self, line: int) -> str:
        """Where something was said, for those who ask later."""
        return f"{self.file}:{line}" if line else self.row

    def fields(self, value: Value, legal: Iterable[str], required: Iterable[str]) -> Mapping[str, Value]:
        """A mapping with no unknown key and all required ones."""
        if not isinstance(value, Fields):
            raise self.error(value.line, "a mapping is expected here", "write `key: value` lines")
        allowed = tuple(legal)
        for key, inner in value.values.items():
            if key not in allowed:
                raise self.error(inner.line, f"unknown key `{key}`", nearest(key, allowed))
        for key in required:
            if key not in value.values:
                raise self.error(value.line, f"the key `{key}` is missing", f"add `{key}: ...`")
        return value.values

    def text(self, value: Value, what: str) -> str:
        """A non-empty scalar."""
        if not isinstance(value, Text):
            raise self.error(value.line, f"`{what}` must be a word or text", "remove the brackets or indentation")
        if not value.value.strip():
            raise self.error(value.line, f"`{what}` is empty", "write it, or leave the key out")
        return value.value.strip()

    def texts(self, value: Value, what: str) -> tuple[str, ...]:
        """A sequence of scalars, or one scalar alone."""
        if isinstance(value, Fields):
            raise self.error(value.line, f"`{what}` must be a text or a list of texts", "write `[a, b]`")
        found = value.values if isinstance(value, Items) else (value,)
        if not found:
            raise self.error(value.line, f"`{what}` is empty", "write it, or leave the key out")
        return tuple(self.text(inner, what) for inner in found)

    def word(self, value: Value, what: str, legal: Iterable[str]) -> str:
        """A scalar that is one of the legal words."""
        found = self.text(value, what)
        allowed = tuple(legal)
        if found not in allowed:
            raise self.error(value.line, f"unknown {what} `{found}`", nearest(found, allowed))
        return found
