"""Where a constant value stands: what it is passed to, bound to, compared with, or only said in.

The same text is configuration in one place and a message in another. So judgements about values, and the facts about
the uses of constants, ask for the *place* of an expression: the way up from it through everything that leaves its role
open (parentheses of sums, f-strings, lists, dictionaries, conversions) to what decides it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from lintel.source.lazy import cst
from lintel.source.literals import string_value
from lintel.source.module import Module
from lintel.source.scopes import dotted

PlaceKind = Literal[
    "argument",  # of a call that is not known to talk to people
    "bound",  # assigned to a name, an attribute or an element
    "default",  # what holds where nothing else is given: a parameter's default, the right side of `or`
    "compared",  # one side of a comparison, a pattern, a prefix that is tested for
    "said",  # part of a message, an error, a help text, a log entry
    "index",  # a key
    "returned",
    "statement",  # a docstring, or a text without effect
    "other",
]

_CONVERSIONS = frozenset(
    {
        "int", "float", "str", "bytes", "bool", "Path", "PurePath", "PurePosixPath", "PosixPath", "SecretStr",
        "SecretBytes", "HttpUrl", "AnyUrl", "AnyHttpUrl", "URL", "make_url", "urlparse", "urlsplit", "ParseResult",
        "list", "tuple", "set", "frozenset", "cast", "TypeAdapter", "expanduser", "abspath", "normpath", "parse_url",
        "mark_safe",
    }
)  # fmt: skip
_TEXT_METHODS = frozenset(
    {
        "format",
        "strip",
        "rstrip",
        "lstrip",
        "lower",
        "upper",
        "encode",
        "decode",
        "removesuffix",
        "removeprefix",
        "replace",
        "join",
        "expanduser",
    }
)
_TESTS = frozenset(
    {
        "startswith",
        "endswith",
        "index",
        "find",
        "count",
        "match",
        "fullmatch",
        "search",
        "sub",
        "compile",
        "replace",
        "split",
        "finditer",
    }
)
_SAYING_CALLS = frozenset(
    {
        "print", "warn", "echo", "secho", "debug", "info", "warning", "error", "critical", "exception", "log",
        "message", "panel", "success", "fail", "abort", "notice", "gettext", "gettext_lazy", "ngettext", "_",
        "abort_if", "exit_with_error", "declare", "deprecated", "format_lazy", "format_html",
    }
)  # fmt: skip
_SAYING_WORDS = frozenset(
    {
        "help", "description", "desc", "doc", "docs", "summary", "title", "label", "message", "msg", "text", "detail",
        "details", "example", "examples", "epilog", "usage", "prompt", "placeholder", "tooltip", "caption", "hint",
        "help_text", "verbose_name", "short_help", "long_description", "comment", "note", "openapi_examples",
        "json_schema_extra", "content_type", "media_type",
    }
)  # fmt: skip
_SHOWN_WORDS = frozenset({"example", "examples", "sample", "samples", "placeholder", "placeholders"})
_SHOWN_KEYS = frozenset({"contact", "license", "externaldocs", "external_docs", "terms_of_service", "termsofservice"})
"""Keys of a description of an interface: what stands below them is there to be read."""
_SAYING_ENDS = ("Error", "Exception", "Warning", "Exit", "Failure", "Example")
_LOOKUPS = frozenset(
    {"get", "getenv", "setdefault", "getattr", "pop", "env", "config", "get_env", "get_config", "get_setting"}
)
_DEFAULT_KEYWORD = re.compile(r"default|fallback", re.I)
_ENVIRONMENT_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\Z")
_COMPARING = frozenset({"Comparison", "ComparisonTarget", "MatchValue", "MatchMappingElement"})
_UPWARDS = frozenset(
    {"ConcatenatedString", "FormattedString", "FormattedStringExpression", "List", "Tuple", "Set", "Element",
     "StarredElement", "Dict", "DictElement", "Await", "IfExp", "BinaryOperation", "BooleanOperation", "NamedExpr"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """What decides the role of a value.

    `at` is the deciding node: the call for an argument, the assignment for what is bound. `callee` is the callee's
    expression. `position` and `keyword` say which argument it is. `name` is what the value is bound or passed to: a
    variable, an attribute, the innermost dictionary key, a keyword. `keys` are the constant keys of the dictionaries
    around it, outermost first. `listed` is true inside a list, tuple or set, `built` where it is only a part of a text.
    """

    kind: PlaceKind
    at: Any
    name: str = ""
    keyword: str | None = None
    position: int | None = None
    keys: tuple[str, ...] = ()
    target: Any = None
    listed: bool = False
    built: bool = False

    @property
    def callee(self) -> Any:
        """The expression that is called, for an argument."""
        return getattr(self.at, "func", None)


def place_of(node: cst.CSTNode, module: Module) -> Place:
    """The place of an expression."""
    return _Climb(module).from_node(node)


class _Climb:
    """One way up; what was passed on it is remembered for the place at its end."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.keys: list[str] = []
        self.listed = self.built = self.fallback = self.said = False

    def from_node(self, node: Any) -> Place:
        parent = self.module.walked.parent
        here: Any = node
        above: Any = parent(node)
        while above is not None:
            kind = type(above).__name__
            if kind == "Arg":
                call: Any = parent(above)
                if type(call).__name__ == "Call" and _passes_on(call, above):
                    here, above = call, parent(call)
                    continue
                return self._argument(above, call)
            if kind == "Attribute":
                call = self._text_method(above)
                if isinstance(call, Place):
                    return call
                here, above = call, parent(call)
                continue
            if kind not in _UPWARDS:
                return self._end(here, above, kind)
            if (place := self._pass(here, above, kind)) is not None:
                return place
            here, above = above, parent(above)
        return self._place("other", node)

    def _text_method(self, attribute: Any) -> Any:
        """The call of a method of the value that gives a text again; else the place where the way ends."""
        call: Any = self.module.walked.parent(attribute)
        if type(call).__name__ != "Call" or call.func is not attribute:
            return self._place("other", attribute)
        if attribute.attr.value in _TESTS - _TEXT_METHODS:
            return self._place("compared", call)
        if attribute.attr.value not in _TEXT_METHODS:
            return self._place("argument", call, target="receiver")
        self.built = self.built or attribute.attr.value in {"format", "join"}
        return call

    def _pass(self, here: Any, above: Any, kind: str) -> Place | None:
        """Remember what is passed on the way up; a place ends the way."""
        if kind in {"List", "Tuple", "Set"}:
            self.listed = True
        elif kind in {"FormattedString", "FormattedStringExpression", "BinaryOperation"}:
            self.built = True
        elif kind == "DictElement":
            if above.key is here:
                return self._place("index", above)
            self.keys.append(string_value(above.key) or dotted(above.key).rsplit(".", 1)[-1])
            self.said = self.said or _is_for_reading(self.keys[-1]) or _is_shown(self.keys[-1])
        elif kind == "BooleanOperation" and type(above.operator).__name__ == "Or" and above.right is here:
            self.fallback = True
        elif kind == "IfExp":
            if above.test is here:
                return self._place("other", above)
            self.fallback = self.fallback or _is_fallback_branch(here, above)
        elif kind == "NamedExpr":
            return self._bound(above, above.target)
        return None

    def _argument(self, argument: Any, call: Any) -> Place:
        if type(call).__name__ != "Call":
            return self._place("other", argument)  # a base or keyword of a class
        callee = dotted(call.func).rsplit(".", 1)[-1] or getattr(getattr(call.func, "attr", None), "value", "")
        keyword = argument.keyword.value if argument.keyword is not None else None
        position = None
        if keyword is None:
            position = next((index for index, each in enumerate(call.args) if each is argument), None)
        if callee in _TESTS:
            return self._place("compared", call)
        if _gives_default(call, callee, keyword or "", position):
            self.fallback = True
        if callee in _SAYING_CALLS or callee.endswith(_SAYING_ENDS) or _is_for_reading(keyword or ""):
            self.said = True
        name = self._innermost(keyword or "")
        return self._place("argument", call, name=name, keyword=keyword, position=position)

    def _end(self, here: Any, above: Any, kind: str) -> Place:
        if kind == "AssignTarget" or (kind == "Subscript" and above.value is here):
            return self._place("other", above)
        if kind == "Assign":
            return self._bound(above, above.targets[-1].target)
        if kind == "AnnAssign":
            return self._bound(above, above.target) if above.value is here else self._place("other", above)
        if kind == "Param":
            self.fallback = above.default is here
            return self._place("default" if self.fallback else "other", above, name=above.name.value)
        if kind in _COMPARING:
            return self._place("compared", above)
        if kind in {"Raise", "Assert"}:
            self.said = True
        if kind in {"Index", "SubscriptElement"}:
            return self._place("index", above)
        if kind == "Expr":
            return self._place("statement", above)
        if kind == "Return":
            around: Any = self.module.walked.ancestors(above)
            function = next((each for each in around if type(each).__name__ == "FunctionDef"), None)
            return self._place("returned", above, name=self._innermost(function.name.value if function else ""))
        return self._place("other", above)

    def _bound(self, statement: Any, target: Any) -> Place:
        kind = type(target).__name__
        name = ""
        if kind == "Name":
            name = target.value
        elif kind == "Attribute":
            name = target.attr.value
        elif kind == "Subscript" and len(target.slice) == 1:
            name = string_value(getattr(target.slice[0].slice, "value", target)) or ""
        self.said = self.said or _is_for_reading(name) or _is_shown(name)
        self.fallback = self.fallback or self._is_stop_gap(statement, target, name)
        return self._place("bound", statement, name=self._innermost(name), target=target)

    def _is_stop_gap(self, statement: Any, target: Any, name: str) -> bool:
        """Whether an assignment only holds where nothing else gives a value.

        It does under a test that the target has none, where getting one failed, and where the other branch works the
        target's value out.
        """
        written = dotted(target)
        below: Any = statement
        for above in self.module.walked.ancestors(statement):
            here: Any = above
            kind = type(here).__name__
            if kind == "If":
                empty = _found_empty(here.test) if here.body is below else set()
                if here.body is not below and _looks_for_setting(here.test):
                    return True
                if (written and written in empty) or (name and f"'{name}'" in empty):
                    return True
                if _gives_a_value(_other_branch(here, below), target):
                    return True
            if kind in {"ExceptHandler", "FunctionDef", "ClassDef"}:
                return kind == "ExceptHandler"
            below = here
        return False

    def _innermost(self, outer: str) -> str:
        return next((key for key in self.keys if key), outer)

    def _place(self, kind: PlaceKind, at: Any, **more: Any) -> Place:
        if self.said and kind not in {"index", "statement"}:
            kind = "said"
        elif self.fallback and kind in {"argument", "bound", "returned", "other"}:
            kind = "default"
        return Place(kind, at, keys=tuple(reversed(self.keys)), listed=self.listed, built=self.built, **more)


def _is_for_reading(name: str) -> bool:
    """Whether a name says that people read the value: a message, or an example of how a value may look."""
    words = name.lower().split("_")
    return name.lower() in _SAYING_WORDS or bool({words[0], words[-1]} & _SHOWN_WORDS)


def _is_shown(key: str) -> bool:
    return key.lower() in _SHOWN_KEYS


def _passes_on(call: Any, argument: Any) -> bool:
    """Whether a call only changes the type of its first argument."""
    name = dotted(call.func).rsplit(".", 1)[-1]
    return name in _CONVERSIONS and argument.keyword is None and call.args[0] is argument


def _gives_default(call: Any, callee: str, keyword: str, position: int | None) -> bool:
    """Whether an argument is what a lookup gives where it finds nothing."""
    if _DEFAULT_KEYWORD.search(keyword):
        return True
    if not position:
        return False
    first = call.args[0].value
    named = string_value(first) if type(first).__name__ == "SimpleString" else None
    return callee in _LOOKUPS | _CONVERSIONS or (named is not None and bool(_ENVIRONMENT_NAME.match(named)))


def _found_empty(test: Any) -> set[str]:
    """What a test finds to be empty or missing: `not x`, `x is None`, `x == "unset"`; in quotes where only its name is.

    A constant that a name is compared with stands for "not configured": the branch puts something in its place.
    """
    kind = type(test).__name__
    if kind == "UnaryOperation" and type(test.operator).__name__ == "Not":
        return {dotted(test.expression)} | _asked_for(test.expression)
    if kind == "BooleanOperation":
        return _found_empty(test.left) | _found_empty(test.right)
    if kind == "Comparison" and len(test.comparisons) == 1:
        comparison = test.comparisons[0]
        operator = type(comparison.operator).__name__
        if operator == "NotIn":
            named = string_value(test.left)
            return {f"'{named}'"} if named else set()
        empty = string_value(comparison.comparator) is not None or dotted(comparison.comparator) == "None"
        if empty and operator in {"Is", "Equal"}:
            return {dotted(test.left)}
    return set()


def _looks_for_setting(test: Any) -> bool:
    """Whether a test asks if a variable is set: `"NAME" in os.environ`."""
    if type(test).__name__ != "Comparison" or len(test.comparisons) != 1:
        return False
    comparison = test.comparisons[0]
    inside = dotted(comparison.comparator).rsplit(".", 1)[-1]
    return type(comparison.operator).__name__ == "In" and inside in {"environ", "config", "settings", "conf", "cfg"}


def _asked_for(test: Any) -> set[str]:
    """The name that `hasattr(x, "name")` asks for, in quotes."""
    if type(test).__name__ != "Call" or dotted(test.func) != "hasattr" or len(test.args) != 2:
        return set()
    named = string_value(test.args[1].value)
    return {f"'{named}'"} if named else set()


def _other_branch(choice: Any, below: Any) -> Any:
    """The block of an `if` that runs where the one around `below` does not; None where there is none, or an `elif`."""
    if choice.body is below:
        return choice.orelse.body if type(choice.orelse).__name__ == "Else" else None
    return choice.body


def _gives_a_value(block: Any, target: Any) -> bool:
    """Whether a block assigns something worked out, and no constant, to the same target."""
    lines = getattr(block, "body", ())
    for line in (each for each in lines if type(each).__name__ == "SimpleStatementLine"):
        for each in line.body:
            if type(each).__name__ == "Assign" and each.targets[-1].target.deep_equals(target):
                return type(each.value).__name__ in {"Name", "Attribute", "Subscript", "Call", "Await"}
    return False


def _is_fallback_branch(here: Any, choice: Any) -> bool:
    """Whether `x if x else here` (in any of its spellings) gives this value only where there is no other."""
    other = choice.body if choice.orelse is here else choice.orelse
    wanted = dotted(other)
    return bool(wanted) and wanted in _names_in_test(choice.test)


def _names_in_test(test: Any) -> set[str]:
    names: set[str] = set()
    todo = [test]
    while todo:
        node = todo.pop()
        if found := dotted(node):
            names.add(found)
        for field in ("left", "right", "expression"):
            if (below := getattr(node, field, None)) is not None:
                todo.append(below)
    return names
