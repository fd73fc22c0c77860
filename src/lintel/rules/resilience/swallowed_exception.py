"""An exception is caught and dropped: the failure happened, and nobody will know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lintel.card import Card, Option
from lintel.finding import Confidence, Severity
from lintel.rule import Draft, Rule

if TYPE_CHECKING:
    from lintel.view import ModuleView

CARD = Card(
    code="LNT601",
    name="swallowed-exception",
    family="resilience",
    summary="An unexpected exception is caught and dropped without a trace",
    why=(
        "The caller goes on as if nothing had happened: data is half written, a message is lost, a check is skipped. "
        "Without a log entry or a metric the first to notice is a user."
    ),
    fix=(
        "Catch only the exceptions that are expected here; log the others (`logger.exception`) or let them pass. "
        "Where dropping is right, say why in a comment inside the handler."
    ),
    message="{caught} is caught and dropped: {what}",
    severity=Severity.WARNING,
    cwe=(390, 391),
    owasp=("A10:25",),
    spec=("002.140", "002.93", "000.14", "001.85", "003.101", "004.70"),
    aliases=("B110", "B112"),
    options=(
        Option(
            name="broad",
            type="list",
            default=("builtins.Exception", "builtins.BaseException"),
            doc="Exception types, by qualified name, that say nothing about what was expected; a bare `except` is one.",
        ),
    ),
    bad=(
        "def charge(order, gateway):\n    try:\n        gateway.charge(order.total)\n    except Exception:\n        pass\n",
        "def sizes(paths):\n    for path in paths:\n        try:\n            yield measure(path)\n        except:\n            continue\n",
        "from contextlib import suppress\n\ndef publish(event, bus):\n    with suppress(Exception):\n        bus.send(event)\n",
    ),
    good=(
        "def port(values):\n    try:\n        return int(values['port'])\n    except (KeyError, ValueError):\n        return 8000\n",
        "import logging\n\nlog = logging.getLogger(__name__)\n\ndef charge(order, gateway):\n    try:\n"
        "        gateway.charge(order.total)\n    except Exception:\n        log.exception('charging %s failed', order.id)\n",
        "try:\n    import uvloop\nexcept Exception:\n    uvloop = None\n",
    ),
    misses="a handler that calls something which drops the error in its turn; errors lost in unread results (LNT614)",
)  # fmt: skip

_CLEANUP_FUNCTION = re.compile(
    r"_*(del|exit|aexit|close|aclose|clean|cleanup|clean_up|teardown|tear_down|shutdown|stop|terminate|dispose|kill|finalize)_*"
    r"(_.*)?\Z|.*_(cleanup|teardown|shutdown)\Z"
)
_CLEANUP_CALL = re.compile(
    r"(a?close\w*|shutdown|terminate|kill|cancel|unlink|remove|rmtree|rmdir|disconnect|release|stop|cleanup|clean_up|detach|"
    r"flush|rollback|join|dispose|delete_temp\w*|__exit__|__aexit__|unregister|deregister|quit|logout|killpg)\Z"
)
_PRAGMA = re.compile(r"#\s*(noqa|nosec|pylint|type:|pragma|lintel|fmt:|ruff|mypy|TODO|FIXME|XXX|HACK)", re.IGNORECASE)
_LEAVING = {"Continue": "the loop goes on", "Break": "the loop ends", "Return": "{value} is returned instead"}


def judge_handler(handler: Any, view: ModuleView) -> Iterator[Draft]:
    """Report a handler of unexpected exceptions whose body leaves no trace of them."""
    caught = _broad_type(handler.type, view)
    if caught is None or view.role.test:
        return
    what = _dropped(view.statements(handler))
    if what is None or _excused(handler, view):
        return
    attempt = view.parent(handler)
    body = view.statements(attempt)
    if _is_optional_import(body) or _is_cleanup(body, view) or _is_retry(attempt, view):
        return
    confidence = Confidence.HIGH if what in {_NOTHING, *_LEAVING.values()} or _acts(body) else Confidence.MEDIUM
    yield view.found(CARD, handler, caught=caught, what=what, confidence=confidence)


def judge_with(statement: Any, view: ModuleView) -> Iterator[Draft]:
    """Report `contextlib.suppress` of unexpected exceptions around more than clean-up."""
    if view.role.test:
        return
    for item in statement.items:
        call = item.item
        if type(call).__name__ != "Call" or view.name_of(call.func) != "contextlib.suppress":
            continue
        for argument in call.args:
            caught = _broad_type(argument.value, view)
            body = view.statements(statement)
            if caught is not None and not (_is_cleanup(body, view) or _is_optional_import(body) or _explained(item, view)):
                yield view.found(CARD, call, caught=caught, what="the rest of the block is skipped")


_NOTHING = "nothing is done about it"


def _broad_type(node: Any, view: ModuleView) -> str | None:
    """How a handler's type is told to the reader if it says nothing about what was expected; else None."""
    if node is None:
        return "any exception"
    parts = [element.value for element in node.elements] if type(node).__name__ == "Tuple" else [node]
    names = [view.name_of(part) for part in parts]
    broad = set(view.option(CARD, "broad"))
    return next((name.rpartition(".")[2] for name in names if name in broad), None)


def _dropped(statements: list[Any]) -> str | None:
    """What a handler's body does instead of handling, told to the reader; None where it does anything of use."""
    told = _NOTHING
    for statement in statements:
        kind = type(statement).__name__
        if kind == "Pass" or (kind == "Expr" and type(statement.value).__name__ in _INERT):
            continue
        if kind in {"Continue", "Break"}:
            told = _LEAVING[kind]
        elif kind == "Return" and (statement.value is None or _is_default(statement.value)):
            told = _LEAVING["Return"].format(value=_shown(statement.value))
        elif kind == "Assign" and _is_default(statement.value):
            told = f"{_shown(statement.value)} stands for the result"
        else:
            return None
    return told


_INERT = {"Ellipsis", "SimpleString", "ConcatenatedString", "Name"}


def _is_default(value: Any) -> bool:
    kind = type(value).__name__
    if kind in {"Tuple", "List", "Dict", "Set"}:
        return all(_is_default(getattr(element, "value", None)) for element in value.elements)
    return kind in {"SimpleString", "Integer", "Float"} or (kind == "Name" and value.value in {"None", "True", "False"})


def _shown(value: Any) -> str:
    kind = type(value).__name__
    if value is None:
        return "None"
    words = {"Tuple": "an empty tuple", "List": "an empty list", "Dict": "an empty dict", "Set": "an empty set"}
    if kind in words:
        return words[kind] if not value.elements else "a constant"
    return str(value.value)


def _excused(handler: Any, view: ModuleView) -> bool:
    """Whether the handler says why, or stands where there is nothing left to tell."""
    function = view.function_around(handler)
    if function is not None and _CLEANUP_FUNCTION.match(function.name.value):
        return True
    return view.nearest(handler, "Finally") is not None or _explained(handler, view)


def _explained(node: Any, view: ModuleView) -> bool:
    """Whether a comment that is no tool's pragma stands on the lines of this node."""
    (span,) = view.spans([node])
    return any(
        span.line <= comment.span.line <= span.end_line and not _PRAGMA.match(comment.text) and len(comment.text) > 8
        for comment in view.comments
    )


def _is_optional_import(body: list[Any]) -> bool:
    return any(type(each).__name__ in {"Import", "ImportFrom"} for each in body)


def _is_cleanup(body: list[Any], view: ModuleView) -> bool:
    """Whether all that is tried is to let go of something."""
    calls = [call for statement in body for call in view.calls_in(statement)]
    last = [getattr(getattr(call.func, "attr", call.func), "value", "") for call in calls]
    return bool(last) and any(isinstance(name, str) and _CLEANUP_CALL.match(name) for name in last) and len(body) <= 2


def _is_retry(attempt: Any, view: ModuleView) -> bool:
    """Whether the loop around tries again: success leaves it, and what follows the loop tells the failure."""
    loop = view.nearest(attempt, "For", "While", "FunctionDef")
    if type(loop).__name__ not in {"For", "While"}:
        return False
    leaves = [each for each in view.within(attempt.body) if type(each).__name__ in {"Return", "Break"}]
    return bool(leaves)


def _acts(body: list[Any]) -> bool:
    """Whether what is tried does something for its own sake, not for a value."""
    return any(type(each).__name__ == "Expr" and type(each.value).__name__ in {"Call", "Await"} for each in body)


RULE = Rule(CARD, on={"ExceptHandler": judge_handler, "ExceptStarHandler": judge_handler, "With": judge_with})
