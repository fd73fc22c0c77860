"""Where nodes stand, equal to LibCST's PositionProvider, at a fraction of its cost (it triples the cost of parsing).

Two routes. *Alignment* needs no tree of LibCST's: the n-th node of a kind in LibCST's source order is the n-th of
`ast`'s nodes of that kind, sorted by place, so an ordinal kept in a store finds its place again from the text. The
*recorder* generates the code of a tree and notes the positions of the wanted nodes only; it serves kinds that have no
counterpart in `ast`, and syntax that the running interpreter does not know.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from lintel.finding import Span
from lintel.source.decode import decode, split_lines
from lintel.source.deep import with_deep_stack
from lintel.source.parse import parse
from lintel.source.recorder import recorded
from lintel.source.walk import Walked

if TYPE_CHECKING:
    import ast

    from lintel.source.lazy import cst


class WalkedText(Protocol):
    """What `spans` needs of a module: the text that was parsed, and the walk of its tree."""

    text: str
    walked: Walked


_AST_KINDS: dict[str, tuple[str, ...]] = {
    "AnnAssign": ("AnnAssign",),
    "Assert": ("Assert",),
    "Assign": ("Assign",),
    "Attribute": ("Attribute",),
    "AugAssign": ("AugAssign",),
    "Await": ("Await",),
    "BinaryOperation": ("BinOp",),
    "Break": ("Break",),
    "Call": ("Call",),
    "ClassDef": ("ClassDef",),
    "Comparison": ("Compare",),
    "Continue": ("Continue",),
    "Del": ("Delete",),
    "Dict": ("Dict",),
    "DictComp": ("DictComp",),
    "ExceptHandler": ("ExceptHandler",),
    "ExceptStarHandler": ("ExceptHandler",),
    "Expr": ("Expr",),
    "For": ("For", "AsyncFor"),
    "FunctionDef": ("FunctionDef", "AsyncFunctionDef"),
    "Global": ("Global",),
    "If": ("If",),
    "IfExp": ("IfExp",),
    "Import": ("Import",),
    "ImportAlias": ("alias",),
    "ImportFrom": ("ImportFrom",),
    "Lambda": ("Lambda",),
    "LazyImport": (),
    "LazyImportFrom": (),
    "List": ("List",),
    "ListComp": ("ListComp",),
    "Match": ("Match",),
    "NamedExpr": ("NamedExpr",),
    "Nonlocal": ("Nonlocal",),
    "Pass": ("Pass",),
    "Raise": ("Raise",),
    "Return": ("Return",),
    "Set": ("Set",),
    "SetComp": ("SetComp",),
    "Subscript": ("Subscript",),
    "Try": ("Try",),
    "TryStar": ("TryStar",),
    "UnaryOperation": ("UnaryOp",),
    "While": ("While",),
    "With": ("With", "AsyncWith"),
    "Yield": ("Yield", "YieldFrom"),
}

ALIGNABLE = frozenset(_AST_KINDS)

Key = tuple[int, int, int, int]

_FIELDS: dict[type, tuple[str, ...]] = {}
_TEXT_FIELDS = frozenset(
    ["asname", "attr", "conversion", "ctx", "id", "is_async", "is_lazy", "kind", "level", "module", "op", "ops"]
)
_NO_FIELDS = {"Constant": ("value",), "Global": ("names",), "Nonlocal": ("names",), "TryStar": ("handlers",)}
_BODIES = ("finalbody", "orelse", "handlers", "cases", "body")
_FINAL_SEMICOLON = re.compile(r";[ \t\f]*(?:#|\\?[\r\n]|\Z)")
_SPECIAL = frozenset({"Import", "ImportFrom", "JoinedStr", "TemplateStr", "TryStar"})
_TEMPLATES_ARE_PLACED = sys.version_info >= (3, 12)


def align(source: bytes | str, kinds: Collection[str]) -> dict[str, list[Span]] | None:
    """The spans of all nodes of these LibCST kinds (each one of `ALIGNABLE`), by ordinal, without LibCST.

    None where this interpreter cannot say: it cannot parse the file, or cannot place a node of these kinds (inside
    f-strings before Python 3.12; dotted names of imports, which are attributes to LibCST alone).
    """
    aligned = aligned_places(source if isinstance(source, str) else decode(source).text, kinds)
    if aligned is None:
        return None
    known: dict[str, list[Span]] = {}
    for kind, places in aligned.items():
        known[kind] = [span for span in places if span is not None]
        if len(known[kind]) < len(places):
            return None
    return known


def record_all(data: bytes, kinds: Collection[str], *, max_bytes: int) -> dict[str, list[Span]]:
    """What `align` says, from a tree made for it: for any kinds, and any syntax that LibCST knows."""
    parsed = parse(data, max_bytes=max_bytes)
    walked = Walked(parsed.root)
    found = record_spans(parsed.root, walked.of(*kinds) if kinds else [], parsed.text)
    return {kind: [found[id(node)] for node in walked.of(kind)] for kind in kinds}


def record_spans(root: cst.CSTNode, wanted: Iterable[cst.CSTNode], text: str | None = None) -> dict[int, Span]:
    """The spans of these nodes of a module's tree, by `id`, however deep the tree is.

    LibCST drops a few characters of a file (form feeds before code, lines with nothing but a backslash), and its
    positions with them. Given the text that was parsed, the spans are those of the text.
    """
    ids = {id(node) for node in wanted}
    if not ids:
        return {}
    return with_deep_stack(recorded, root, ids, text)


def spans(module: WalkedText, nodes: Iterable[cst.CSTNode]) -> dict[int, Span]:
    """The spans of these nodes of one module, by `id`, by the cheapest route that is exact for all of them."""
    wanted = list(nodes)
    if not wanted:
        return {}
    kinds = {type(node).__name__ for node in wanted}
    found = _spans_by_ordinal(module, wanted, kinds) if kinds <= ALIGNABLE else None
    return record_spans(module.walked.root, wanted, module.text) if found is None else found


def _spans_by_ordinal(module: WalkedText, wanted: list[cst.CSTNode], kinds: Collection[str]) -> dict[int, Span] | None:
    aligned = aligned_places(module.text, kinds)
    if aligned is None or any(len(aligned[kind]) != len(module.walked.of(kind)) for kind in kinds):
        return None
    found: dict[int, Span] = {}
    for node in wanted:
        span = aligned[type(node).__name__][module.walked.ordinal(node)]
        if span is None:
            return None
        found[id(node)] = span
    return found


def aligned_places(text: str, kinds: Collection[str]) -> Mapping[str, list[Span | None]] | None:
    """What `align` says, with None for each node that cannot be placed; None where the file cannot be parsed here."""
    tree = _parsed(text)
    if tree is None:
        return None
    places: dict[str, list[tuple[Key, bool]]] = {kind: [] for kind in kinds}
    _Collector(places, _key_by_body if _FINAL_SEMICOLON.search(text) else _key).collect(tree)
    to_span = _Columns(text).span
    aligned: dict[str, list[Span | None]] = {}
    for kind, found in places.items():
        found.sort()
        aligned[kind] = [to_span(key) if known else None for key, known in found]
    return aligned


def _parsed(text: str) -> ast.Module | None:
    import ast

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return None


class _Collector:
    """Files the place of every wanted node under its LibCST kind.

    A node inside an f-string that `ast` cannot place takes the place of the f-string: there it sorts behind everything
    that begins in front of it, and its equals are all unknown.
    """

    def __init__(self, places: dict[str, list[tuple[Key, bool]]], key_of: Callable[[Any], Key]) -> None:
        self.places = places
        self.key_of = key_of
        self.wanted = {name: kind for kind in places if kind != "ExceptStarHandler" for name in _AST_KINDS[kind]}
        self.of_imports = places.get("Attribute")
        self.stack: list[tuple[Any, Key | None]] = []

    def collect(self, tree: ast.Module) -> None:
        """Visit every node; `inside` is the place of the f-string around it, where that matters."""
        stack, wanted, places = self.stack, self.wanted, self.places
        stack.append((tree, None))
        push, known_fields, key_of = stack.append, _FIELDS.get, self.key_of
        while stack:
            node, inside = stack.pop()
            kind = type(node)
            name = kind.__name__
            if name in wanted:
                if name != "alias":
                    places[_lazy(node, wanted[name], places)].append((inside or key_of(node), inside is None))
                elif node.name != "*":
                    places["ImportAlias"].append((_key(node), True))
            if name in _SPECIAL:
                inside = self._special(node, name, inside)
            fields = known_fields(kind)
            for field in _fields_of(kind) if fields is None else fields:
                value = getattr(node, field, None)
                if type(value) is list:
                    stack += [(child, inside) for child in value if child is not None]
                elif value is not None:
                    push((value, inside))

    def _special(self, node: Any, name: str, inside: Key | None) -> Key | None:
        """The nodes whose LibCST kinds differ from `ast`'s; answers what its children are inside of."""
        if name == "TryStar":
            self._star_handlers(node)
        elif name in ("Import", "ImportFrom"):
            if self.of_imports is not None:
                self.of_imports.extend((key, False) for key in _dotted(node))
        elif inside is None and not _TEMPLATES_ARE_PLACED:
            return _key(node)
        return inside

    def _star_handlers(self, node: Any) -> None:
        """`except*` handlers are a kind of their own to LibCST and ordinary ones to `ast`."""
        for handler in node.handlers:
            if "ExceptStarHandler" in self.places:
                self.places["ExceptStarHandler"].append((self.key_of(handler), True))
            self.stack += [(child, None) for child in (handler.type, *handler.body) if child is not None]


def _lazy(node: Any, kind: str, places: dict[str, list[tuple[Key, bool]]]) -> str:
    """The kind of an import, told apart from a lazy one where the interpreter knows those (PEP 810)."""
    if not getattr(node, "is_lazy", 0):
        return kind
    lazy = "Lazy" + kind
    places.setdefault(lazy, [])
    return lazy


def _fields_of(kind: type) -> tuple[str, ...]:
    """The fields of an `ast` type that may hold nodes; text that is found in one is passed over, as it has none."""
    without = _TEXT_FIELDS.union(_NO_FIELDS.get(kind.__name__, ()))
    fields = tuple(field for field in getattr(kind, "_fields", ()) if field not in without)
    _FIELDS[kind] = fields
    return fields


def _key(node: Any) -> Key:
    return (node.lineno, node.col_offset, -node.end_lineno, -node.end_col_offset)


def _key_by_body(node: Any) -> Key:
    """The place of a node in a file where a semicolon ends a line: to `ast` it belongs to the block, not to LibCST."""
    last = node
    while block := next((field for field in _BODIES if _is_block(last, field)), None):
        last = getattr(last, block)[-1]
    return (node.lineno, node.col_offset, -last.end_lineno, -last.end_col_offset)


def _is_block(node: Any, field: str) -> bool:
    value = getattr(node, field, None)
    return isinstance(value, list) and bool(value)


def _dotted(node: Any) -> Iterator[Key]:
    """One key per dot in the names of an import: LibCST has an Attribute for each."""
    names = (
        [(each, each.name) for each in node.names] if type(node).__name__ == "Import" else [(node, node.module or "")]
    )
    for place, name in names:
        for _ in range(name.count(".")):
            yield _key(place)


class _Columns:
    """Turns the UTF-8 columns of `ast` into code points."""

    def __init__(self, text: str) -> None:
        self.lines = None if text.isascii() else split_lines(text)

    def span(self, key: Key) -> Span:
        line, column, end_line, end_column = key[0], key[1], -key[2], -key[3]
        if self.lines is None:
            return Span(line, column, end_line, end_column)
        return Span(line, self._points(line, column), end_line, self._points(end_line, end_column))

    def _points(self, line: int, column: int) -> int:
        content = self.lines[line - 1] if self.lines is not None and line <= len(self.lines) else ""
        if content.isascii():
            return column
        return len(content.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))
