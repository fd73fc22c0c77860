"""Which calls tie a path to code: endpoints that a decorator or a call declares, routers with a prefix, mounts of them.

No library is named here, only the words by which web frameworks call such things (a test holds all knowledge against
them): kept are calls by these names that are given a text that can be a path, and that also name code, decorate a
definition, make what a name is bound to, or stand inside such a call; and statements that hand one object to a method
of another. Which of them are routes is for linking to say, by library knowledge. Tests and migrations are left out:
they tie nothing that runs.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from lintel.project.file_roles import file_role
from lintel.source.literals import HOLE, template_of
from lintel.source.module import Module

_PATH = re.compile(r"[\w\-./<>{}:^$?*()\[\]\\+|,@~=&; \0]{0,200}\Z")
_WORDS = re.compile(
    r"(?:add_\w+|\w*(?:route|router|url|mount|include|register|blueprint|path|action|view)\w*|get|post|put|patch|delete|"
    r"head|options|trace|websocket\w*|field|mutation|subscription|api_operation|api|expose)\Z",
    re.IGNORECASE,
)
_VERBS = re.compile(r"(?:get|post|put|patch|delete|head|options|trace|add_\w+|\w*(?:url|path|view)\w*)\Z")
_MOUNTS = re.compile(r"\w*(?:router|blueprint|mount|subapp)\w*\Z", re.IGNORECASE)
_PASSED = frozenset({"Arg", "List", "Tuple", "Element", "BinaryOperation", "Await"})
_ENDS = frozenset({"Assign", "AnnAssign", "AugAssign"})
_NAMES = frozenset({"Name", "Attribute"})
_LISTS = frozenset({"List", "Tuple"})
_DEEPEST = 3


class Tie(msgspec.Struct, frozen=True, array_like=True):
    """One call that may tie a path to code.

    `callee` is its qualified name, `?.method` where what it is called on is not known, `receiver` the object it is
    called on. `texts` and `names` are the arguments that are texts (without what is not constant at their start) and
    those that name something, each with its position or keyword. `decorated` is the definition that it decorates,
    `bound` the name that holds its result, `listed` that of the list it stands in, `under` the index of the tie around
    it, or -1. Names of objects are qualified by where they are bound: `:router`, `:create_app.router`,
    `:Server.router`, `shop.users.router`.
    """

    callee: str
    receiver: str
    texts: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    decorated: str
    bound: str
    listed: str
    under: int

    def text(self, position: int | None, keyword: str | None) -> str:
        """The text at a position or keyword, or ''."""
        wanted = {str(position), keyword}
        return next((text for slot, text in self.texts if slot in wanted), "")

    def named(self, position: int | None, keyword: str | None) -> tuple[str, ...]:
        """What is named at a position or keyword."""
        wanted = {str(position), keyword}
        return tuple(name for slot, name in self.names if slot in wanted)


def extract_ties(module: Module) -> tuple[Tie, ...]:
    """The ties of a file in source order, an outer call before those inside it."""
    role = file_role(module.path)
    if role.test or role.migration:
        return ()
    reading = _Reading(module)
    for call in module.walked.of("Call"):
        reading.read(call)
    return tuple(reading.found)


def can_tie(name: object) -> bool:
    """Whether a callee of this name (the last part of it) may declare or mount routes."""
    return isinstance(name, str) and _WORDS.match(name) is not None


class _Reading:
    """One pass over the calls of a file."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._index: dict[int, int] = {}
        self.found: list[Tie] = []

    def read(self, call: Any) -> None:
        """Keep a call that may be a tie."""
        name = getattr(call.func, "attr", call.func)
        if not call.args or not can_tie(getattr(name, "value", None)):
            return
        texts = self._texts(call)
        around, bound, listed, decorated = self._around(call)
        if not texts and around < 0 and not self._hands_over(call):
            return
        names = tuple(
            (argument.keyword.value if argument.keyword is not None else str(position), name)
            for position, argument in enumerate(call.args)
            if not argument.star
            for name in self._named(argument.value, _DEEPEST)
        )
        makes = bound and not _VERBS.match(name.value)
        if not (names or makes or listed or decorated or around >= 0):
            return
        callee = self._module.names.name_of(call.func)
        if callee is None and _MOUNTS.match(name.value) and type(call.func).__name__ == "Attribute":
            callee = f"?.{call.func.attr.value}"
        if callee is None or callee.startswith("builtins."):
            return
        self._index[id(call)] = len(self.found)
        receiver = self._handle(call.func.value) if type(call.func).__name__ == "Attribute" else ""
        self.found.append(Tie(callee, receiver, texts, names, decorated, bound, listed, around))

    def _hands_over(self, call: Any) -> bool:
        """Whether a statement hands one object of the module or of another one to a method: a mount without a path."""
        first = call.args[0].value
        if type(call.func).__name__ != "Attribute" or len(call.args) > 3 or type(first).__name__ not in _NAMES:
            return False
        if type(self._module.walked.parent(call)).__name__ != "Expr":
            return False
        root: Any = first
        while type(root).__name__ == "Attribute":
            root = root.value
        if type(root).__name__ != "Name":
            return False
        bindings = self._module.scopes.bindings(root)
        return bool(bindings) and bindings[0].scope is self._module.scopes.module

    def _texts(self, call: Any) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        for position, argument in enumerate(call.args):
            if argument.star:
                break
            text = self._text(argument.value)
            if text is not None and _PATH.match(text):
                slot = argument.keyword.value if argument.keyword is not None else str(position)
                found.append((slot, text.lstrip(HOLE).replace(HOLE, "{}")))
        return tuple(found)

    def _text(self, value: Any) -> str | None:
        """The text of an argument, through a name that this file binds once to a text."""
        if type(value).__name__ == "Name":
            bindings = self._module.scopes.bindings(value)
            value = bindings[0].value if len(bindings) == 1 and bindings[0].kind == "assign" else None
        return None if value is None else template_of(value)

    def _around(self, call: Any) -> tuple[int, str, str, str]:
        """The tie around a call, the name of its result, the name of its list, the definition that it decorates."""
        parent = self._module.walked.parent
        above: Any = parent(call)
        if type(above).__name__ == "Decorator":
            return -1, "", "", self._module.names.defined_name(parent(above))  # type: ignore[arg-type]
        inside_list = False
        while above is not None:
            kind = type(above).__name__
            if kind == "Call":
                return self._index.get(id(above), -1), "", "", ""
            if kind in _ENDS:
                targets = [each.target for each in above.targets] if kind == "Assign" else [above.target]
                name = self._handle(targets[0]) if len(targets) == 1 else ""
                return (-1, "", name, "") if inside_list else (-1, name, "", "")
            if kind not in _PASSED:
                break
            inside_list = inside_list or kind in _LISTS
            above = parent(above)
        return -1, "", "", ""

    def _named(self, value: Any, deep: int) -> list[str]:
        """What an argument names: itself, the parts of a list, what a call wraps."""
        kind = type(value).__name__
        if kind in _NAMES:
            found = self._handle(value)
            return [found] if found else []
        if deep and kind == "Call":
            found = self._handle(value.func)
            inner = [name for each in value.args[:1] if not each.star for name in self._named(each.value, deep - 1)]
            return [*([f"{found}()"] if found else []), *inner]
        if deep and kind in _LISTS:
            return [name for each in value.elements for name in self._named(each.value, deep - 1)]
        return []

    def _handle(self, node: Any) -> str:
        """An object's name, qualified by where it is bound; '' where that is unknown or a builtin."""
        kind = type(node).__name__
        if kind == "Attribute":
            if self._module.names.is_self(node.value):
                owner = self._module.scopes.bindings(node.value)[0].scope.around
                return f":{self._module.names.defined_name(owner.node)}.{node.attr.value}" if owner is not None else ""
            inner = self._handle(node.value)
            return f"{inner}.{node.attr.value}" if inner else ""
        if kind == "Call":
            inner = self._handle(node.func)
            return f"{inner}()" if inner else ""
        if kind != "Name":
            return ""
        bindings = self._module.scopes.bindings(node)
        if not bindings:
            return ""
        if bindings[0].kind == "import":
            return bindings[0].qualified
        if bindings[0].kind in {"def", "class"}:
            return ":" + self._module.names.defined_name(bindings[0].node)
        scope = bindings[0].scope
        if scope.kind in {"FunctionDef", "ClassDef"}:
            return f":{self._module.names.defined_name(scope.node)}.{node.value}"
        return f":{node.value}"
