"""Which fields of each LibCST node hold meaning, in the order in which they stand in the source.

LibCST's own field order follows its constructors, not the text (a function's decorators come after its body there), and
half of its fields are white space, commas and parentheses. This table is what makes one plain walk both quick and
ordered. Node types that are not named keep LibCST's order; a test holds the order against LibCST's positions.
"""

from __future__ import annotations

import dataclasses
import importlib
import operator
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from lintel.source.lazy import cst

_ORDER: dict[str, tuple[str, ...]] = {
    "AnnAssign": ("target", "annotation", "value"),
    "Arg": ("keyword", "value"),
    "AsName": ("name",),
    "Assert": ("test", "msg"),
    "Assign": ("targets", "value"),
    "AugAssign": ("target", "value"),
    "BinaryOperation": ("left", "right"),
    "BooleanOperation": ("left", "right"),
    "ClassDef": ("decorators", "name", "type_parameters", "bases", "keywords", "body"),
    "CompFor": ("target", "iter", "ifs", "inner_for_in"),
    "Comparison": ("left", "comparisons"),
    "ComparisonTarget": ("comparator",),
    "DictComp": ("key", "value", "for_in"),
    "ExceptHandler": ("type", "name", "body"),
    "ExceptStarHandler": ("type", "name", "body"),
    "For": ("target", "iter", "body", "orelse"),
    "FormattedStringExpression": ("expression", "format_spec"),
    "TemplatedStringExpression": ("expression", "format_spec"),
    "FunctionDef": ("decorators", "name", "type_parameters", "params", "returns", "body"),
    "IfExp": ("body", "test", "orelse"),
    "ImportFrom": ("module", "names"),
    "Lambda": ("params", "body"),
    "MatchAs": ("pattern", "name"),
    "MatchCase": ("pattern", "guard", "body"),
    "MatchClass": ("cls", "patterns", "kwds"),
    "MatchKeywordElement": ("key", "pattern"),
    "MatchMapping": ("elements", "rest"),
    "MatchMappingElement": ("key", "pattern"),
    "NamedExpr": ("target", "value"),
    "Param": ("name", "annotation", "default"),
    "Parameters": ("posonly_params", "params", "star_arg", "kwonly_params", "star_kwarg"),
    "Raise": ("exc", "cause"),
    "Try": ("body", "handlers", "orelse", "finalbody"),
    "TryStar": ("body", "handlers", "orelse", "finalbody"),
    "TypeAlias": ("name", "type_parameters", "value"),
    "TypeParam": ("param", "default"),
    "UnaryOperation": ("expression",),
    "While": ("test", "body", "orelse"),
}

_SILENT_PREFIXES = ("whitespace", "leading", "trailing", "lines_after")
_SILENT = frozenset(
    [
        "asynchronous",
        "colon",
        "comma",
        "conversion",
        "default_indent",
        "default_newline",
        "dot",
        "empty_lines",
        "encoding",
        "end",
        "equal",
        "first_colon",
        "footer",
        "has_trailing_newline",
        "header",
        "indent",
        "lbrace",
        "lbracket",
        "lpar",
        "newline",
        "operator",
        "posonly_ind",
        "rbrace",
        "rbracket",
        "relative",
        "rpar",
        "second_colon",
        "semicolon",
        "separator",
        "star",
        "start",
    ]
)
_TEXT_ONLY = frozenset(
    {"Name", "Integer", "Float", "Imaginary", "SimpleString", "FormattedStringText", "TemplatedStringText"}
)
_PASSED_OVER = frozenset(
    [
        *("AssignEqual", "Asynchronous", "Colon", "Comma", "Dot", "ParamSlash", "ParamStar", "Semicolon"),
        *("Comment", "EmptyLine", "Newline", "ParenthesizedWhitespace", "SimpleWhitespace", "TrailingWhitespace"),
    ]
)

ChildrenOf = Callable[[Any], tuple[Any, ...]]


def _fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    named = _ORDER.get(kind.__name__)
    if named is not None:
        return named
    if kind.__name__ in _TEXT_ONLY:
        return ()
    names = (field.name for field in dataclasses.fields(kind))
    return tuple(name for name in names if name not in _SILENT and not name.startswith(_SILENT_PREFIXES))


def _getter(kind: type[cst.CSTNode]) -> ChildrenOf | None:
    names = _fields(kind)
    if not names:
        return None
    if len(names) == 1:
        return _single(operator.attrgetter(names[0]))
    return operator.attrgetter(*names)


def _single(read: Callable[[Any], Any]) -> ChildrenOf:
    def values(node: object) -> tuple[Any, ...]:
        return (read(node),)

    return values


def _ancestry(kind: object) -> tuple[type, ...]:
    """The classes above a class, itself first; `issubclass` of LibCST's abstract classes takes thirty times longer."""
    return getattr(kind, "__mro__", ())


@cache
def children_table() -> dict[type, ChildrenOf | None]:
    """For each LibCST node type that carries meaning: a getter of its meaningful field values, or None for a leaf.

    A getter returns the values in source order: nodes, sequences of nodes, or anything else (to be passed over). Types
    that are not in the table are white space, comments and punctuation.
    """
    table: dict[type, ChildrenOf | None] = {}
    for name in dir(cst_package()):
        kind = getattr(cst_package(), name)
        if not (isinstance(kind, type) and cst.CSTNode in _ancestry(kind) and dataclasses.is_dataclass(kind)):
            continue
        operators = {cst.BaseUnaryOp, cst.BaseBinaryOp, cst.BaseBooleanOp, cst.BaseCompOp, cst.BaseAugOp}
        passed_over = kind.__name__ in _PASSED_OVER or kind.__name__.startswith(("Left", "Right"))
        if not passed_over and operators.isdisjoint(_ancestry(kind)):
            table[kind] = _getter(cast("type[cst.CSTNode]", kind))
    return table


def cst_package() -> Any:
    """The real LibCST package, for code that must list what it holds."""
    return importlib.import_module("libcst")
