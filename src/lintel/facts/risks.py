"""What calls may do at worst, from what knowledge says of the callee, else from how the call is written.

A rule about failures must tell `int(text)` from `await session.commit()`: the one fails because of its argument and
nothing is lost, the other leaves work undone that somebody relies on.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from typing import Any

from lintel.knowledge.index import Knowledge
from lintel.source.module import Module


class Risk(enum.IntEnum):
    """What is lost where a call fails unnoticed, from nothing to work that others rely on."""

    NONE = 0
    """Nothing: a value is converted or looked at, something is given back, a message is shown."""
    UNKNOWN = 1
    """A value, of a function that this file says nothing about."""
    LIKELY = 2
    """A value of an object that is named like a system outside the process."""
    OUTSIDE = 3
    """A value that comes from a system outside the process, or is waited for."""
    ACTION = 4
    """Something done for its own sake."""
    GRAVE = 5
    """A write to a database, a message, a payment."""


def worst_risk(calls: Iterable[Any], module: Module, knowledge: Knowledge) -> Risk:
    """The gravest of these calls; no calls at all can lose nothing."""
    return max((risk_of(call, module, knowledge) for call in calls), default=Risk.NONE)


def risk_of(call: Any, module: Module, knowledge: Knowledge) -> Risk:
    """What this call may do, at worst."""
    name = module.names.name_of(call.func)
    last = getattr(getattr(call.func, "attr", call.func), "value", "")
    kinds = knowledge.kinds_of(name) if name is not None else frozenset()
    if kinds & _HARMLESS_KINDS or (name is not None and _is_plain_builtin(name)):
        return Risk.NONE
    rows = (*knowledge.rows("query", name), *knowledge.rows("external-system", name)) if name is not None else ()
    awaited, alone = _use(call, module)
    if any(row.get("effect") in _GRAVE_EFFECTS for row in rows):
        return Risk.GRAVE
    systems = {row.get("system") for row in rows} - {""}
    if alone and systems & _GRAVE_SYSTEMS:
        return Risk.GRAVE
    if not isinstance(last, str) or _CLEANUP.match(last) or _TELLS.match(last):
        return Risk.NONE if isinstance(last, str) else Risk.UNKNOWN
    if not systems - _NEAR_SYSTEMS and _CONVERSION.match(last):
        return Risk.NONE
    reaches, named = awaited or bool(systems - _NEAR_SYSTEMS), _speaks_of_outside(call.func, knowledge)
    if not (reaches or named or systems) and last in _OF_VALUES:
        return Risk.NONE
    if alone:
        return Risk.ACTION
    return Risk.OUTSIDE if reaches else Risk.LIKELY if named else Risk.UNKNOWN


_HARMLESS_KINDS = frozenset({"converts", "logs", "tells-user", "cleanup", "config-read"})
_GRAVE_EFFECTS = frozenset({"writes", "transaction"})
_GRAVE_SYSTEMS = frozenset({"mail", "messaging", "payment", "queue", "stream"})
_NEAR_SYSTEMS = frozenset({"filesystem", "process"})
_WITH_EFFECT = frozenset({"open", "exec", "eval", "compile", "input", "__import__"})
_CONVERSION = re.compile(
    r"_*(safe_)?(parse|decode|encode|deseriali[sz]e|seriali[sz]e|loads|dumps|from|to|as|format|normali[sz]e|convert|coerce|extract"
    r"|unquote|quote|strptime|isoformat|model_validate|model_dump|model_json_schema|json|sleep)(_\w+)?\Z|safe_load\Z"
    r"|\w+_(to|from)_(json|yaml|xml|dict|str|string|text|bytes|int|float|list|tuple|date|datetime|model)\Z"
)
_CLEANUP = re.compile(
    r"(a?close\w*|clear|shutdown|terminate|kill|cancel|unlink|remove|rmtree|rmdir|disconnect|release|stop|cleanup|clean_up|detach"
    r"|flush|rollback|join|wait|dispose|delete_temp\w*|__a?exit__|unregister|deregister|quit|logout|killpg)\Z"
)
_TELLS = re.compile(r"_*(p?print|echo|secho)\Z")
_PLAIN_PARTS = frozenset({"conf", "config", "configuration", "headers", "options", "settings"})
_OF_VALUES = frozenset(
    name for kind in (str, bytes, dict, list, set, tuple, int, float) for name in dir(kind) if not name.startswith("__")
)
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def _is_plain_builtin(name: str) -> bool:
    first, _, rest = name.partition(".")
    return first == "builtins" and rest.partition("(")[0] not in _WITH_EFFECT


def _use(call: Any, module: Module) -> tuple[bool, bool]:
    """Whether the call is awaited, and whether it stands alone: nobody takes what it returns."""
    above: Any = module.walked.parent(call)
    awaited = type(above).__name__ == "Await"
    if awaited:
        above = module.walked.parent(above)
    return awaited, type(above).__name__ == "Expr"


def _speaks_of_outside(function: Any, knowledge: Knowledge) -> bool:
    """Whether the object that the method is called on is named like a system outside: `self.client.get_user`."""
    words = knowledge.words("outside-name")
    here: Any = function
    nearest = getattr(here, "value", None)
    if getattr(getattr(nearest, "attr", nearest), "value", None) in _PLAIN_PARTS:
        return False  # the configuration of a session is at hand
    while (inner := _INSIDE.get(type(here).__name__)) is not None:
        here = getattr(here, inner)
        part = getattr(here, "attr", here)
        text = part.value if type(part).__name__ == "Name" else ""
        if any(word.lower() in words for word in _WORD.findall(text)):
            return True
    return False


_INSIDE = {"Attribute": "value", "Call": "func", "Subscript": "value", "Await": "expression"}
