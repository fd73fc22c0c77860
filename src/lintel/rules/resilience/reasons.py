"""Why dropping a failure may be right: the code says so, is named for it, or stands where it is told anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lintel.source.comments import is_remark

if TYPE_CHECKING:
    from lintel.view import ModuleView

_OPEN_WORK = re.compile(r"#\W*(TODO|FIXME|XXX|HACK)", re.IGNORECASE)
_AFTER_PRAGMA = re.compile(r"\s(?:#|--?|\u2013|\u2014)\s")
_CLEANUP_FUNCTION = re.compile(
    r"_*(del|exit|aexit|close|aclose|clean|cleanup|clean_up|teardown|tear_down|shutdown|stop|terminate|dispose|kill"
    r"|disconnect|release|finalize)_*(_.*)?\Z|.*_(cleanup|teardown|shutdown)\Z|__\w+__\Z"
)
_SAYS_SO = re.compile(r"(.*_)?(safe|safely|try|maybe|best_effort|quiet|quietly|silent|silently|suppress\w*)(_.*)?\Z")
_TELEMETRY = re.compile(r"(.*[/_])?(telemetry|analytics|usage_stats)([/_.].*)?\Z")
_REASON = re.compile(
    r"best[- ]effort|silent|swallow|suppress|bypass|ignor(e|es|ed|ing)\b|never (raise|fail|break|block)|"
    r"fall(s|ing)? ?back|non-?(fatal|critical|blocking)|"
    r"n(o|')t (raise|fail|break|block|crash|prevent|escape|surface|abort|stop|disturb|interrupt|affect)|"
    r"\b(if|when|on|in case)\b.*(fail|error|exception)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(  # stricter than `_REASON`: what a module says of itself holds for all that it does
    r"\bsilent\w*[^.\n]*\b(fail|error|exception)|\b(fail|error|exception)\w*[^.\n]*\b(silent|ignored|swallow|suppress)",
    re.IGNORECASE,
)


def is_excused(attempt: Any, reasons: Iterable[Any], view: ModuleView) -> bool:
    """Whether the code says why, is named for it, or stands where the failure is told anyway.

    Any remark among `reasons` is one; what stands above the attempt, or in the docstring, must speak of failing.
    """
    function = view.function_around(attempt)
    name = function.name.value if function is not None else ""
    if _CLEANUP_FUNCTION.match(name) or _SAYS_SO.match(name):
        return True
    if _TELEMETRY.match(name) or _TELEMETRY.match(view.path):  # it must never disturb what it watches
        return True
    if any(type(each).__name__ in {"Import", "ImportFrom"} for each in view.statements(attempt)):
        return True
    if _is_told_anyway(attempt, view):
        return True
    if any(_is_reason(text) for each in reasons for text in view.comments_in(each)):
        return True
    docstring = view.docstring(function) if function is not None else None
    said = [line.comment.value for line in attempt.leading_lines if line.comment is not None]
    said += [text for each in beginning(attempt) for text in view.remarks_in(each)]
    said += [str(view.literal(docstring))] if docstring is not None else []
    announced = view.docstring(view.module.root)
    return any(_REASON.search(text) for text in said) or (
        announced is not None and bool(_ANNOUNCED.search(str(view.literal(announced))))
    )


def beginning(statement: Any) -> tuple[Any, ...]:
    """Where a reason for a `with` stands: behind its colon, and in front of its first statement."""
    body = statement.body
    if type(body).__name__ != "IndentedBlock":
        return (body.trailing_whitespace,)
    return (body.header, *(body.body[0].leading_lines if body.body else ()))


def _is_told_anyway(attempt: Any, view: ModuleView) -> bool:
    """Whether the attempt is a last step after a failure that is told, or of what is done in any case.

    A handler that calls, raises and names nothing besides is another way to the same end, and tells nothing.
    """
    around = view.nearest(attempt, "Finally", "ExceptHandler", "ExceptStarHandler", "FunctionDef")
    if around is None or type(around).__name__ in {"Finally", "FunctionDef"}:
        return type(around).__name__ == "Finally"
    bound = getattr(getattr(around.name, "name", None), "value", None)
    own = {id(each) for each in view.within(attempt)}
    return any(
        type(each).__name__ in {"Call", "Raise"} or (type(each).__name__ == "Name" and each.value == bound)
        for each in view.within(around.body)
        if id(each) not in own
    )


def _is_reason(text: str) -> bool:
    """Whether a comment tells why; behind a tool's pragma, after a dash or a further hash, it may do so as well."""
    if is_remark(text) or _OPEN_WORK.match(text):
        return is_remark(text)
    return any(is_remark(f"#{part}") for part in _AFTER_PRAGMA.split(text)[1:])
