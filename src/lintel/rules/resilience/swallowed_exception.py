"""An exception is caught and dropped: the failure happened, and nobody will know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lintel.card import Card, Option
from lintel.facts.risks import Risk, worst_risk
from lintel.finding import Confidence, Severity
from lintel.rule import Draft, Rule
from lintel.rules.resilience.reasons import beginning, is_excused
from lintel.source.attempts import assigned_names, following, is_answer, is_constant, is_repeated, is_trivial, leaves

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
    spec=(
        "002.140",
        "002.93",
        "000.14",
        "000.25",
        "000.31",
        "000.43",
        "001.28",
        "001.85",
        "001.119",
        "002.37",
        "003.101",
        "004.48",
        "004.70",
    ),
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
        """\
def charge(order, gateway):
    try:
        gateway.charge(order.total)
    except Exception:
        pass
""",
        """\
async def find_user(session, user_id):
    try:
        return await session.get(User, user_id)
    except Exception:
        return None
""",
        """\
from contextlib import suppress

def publish(event, bus):
    with suppress(Exception):
        bus.send(event)
""",
    ),
    good=(
        """\
def port(values):
    try:
        return int(values["port"])
    except (KeyError, ValueError):
        return 8000
""",
        """\
import logging

log = logging.getLogger(__name__)

def charge(order, gateway):
    try:
        gateway.charge(order.total)
    except Exception:
        log.exception("charging %s failed", order.id)
""",
        """\
def warm_up(cache):
    try:
        cache.fill()
    except Exception:
        pass  # a cold cache is slow, not wrong: the next request fills it
""",
    ),
    misses=(
        "a narrow exception that is dropped; a handler that calls something which drops the error in its "
        "turn; a value of unknown origin with a default in its place; errors lost in unread results (LNT614)"
    ),
)

# What excuses a handler

_PROBE = re.compile(
    r"_*(is|has|have|can|could|do|does|supports?|should|test|check|verify|validate|exists?|detect|probe|ping)(_.*)?\Z"
    r"|.*exists\Z|.*_(available|supported|installed|valid|enabled|healthy)\Z"
)
_CONDITION = r"\W{0,4}(if|when|unless|where|otherwise|in case)\b"
_OR_ELSE = r"\b(otherwise|else),?\s+(it\s+)?(returns?\s+)?\W{0,2}"
_NOTHING, _SKIPPED = "nothing is done about it", "the rest of the block is skipped"
_UNDONE = "the transaction is rolled back, and nobody is told"
_ASKED_OF_FILES = re.compile(r"os\.(path\.\w+|l?stat|access)\Z")  # a file may vanish between two looks at it
_LOGGERS = re.compile(r"(.*_)?(log|logger|logging)\Z", re.IGNORECASE)
_LOGS = re.compile(r"(debug|info|warn|warning|error|exception|critical|log|fatal|trace)\Z")
_WATCHERS = re.compile(r"(.*_)?(span|tracer|meter)\Z", re.IGNORECASE)
_PEERS = re.compile(r"(.*_)?(ws|websocket)\Z", re.IGNORECASE)  # the other side may have left
_TAKES_BACK = re.compile(r"(remove_(reader|writer|handler|listener|callback|signal_handler)|discard)\Z")
_READS_TEXT = re.compile(r"_*(load_json\w*|validate_(python|json|strings))\Z")
_PREFERRED = re.compile(r"(.*_)?(default|fallback)(_.*)?\Z")
_RETURNED = " is returned instead"
_YES_OR_NO = frozenset({"True", "False"})
_PASSING = {"Continue": "the loop goes on", "Break": "the loop ends"}
_INERT = {"Ellipsis", "SimpleString", "ConcatenatedString", "Name"}


def judge_handler(handler: Any, view: ModuleView) -> Iterator[Draft]:
    """Report a handler of unexpected exceptions whose body leaves no trace of them."""
    told, value = _dropped(view.statements(handler), view) if view.role.production else ("", None)
    caught = _broad_type(handler.type, view) if told else None
    if caught is None:
        return
    attempt: Any = view.parent(handler)
    risk = _risk(attempt, view)
    if risk and any(_is_rollback(getattr(each, "value", None)) for each in view.statements(handler)):
        risk = max(risk, Risk.OUTSIDE)  # what is rolled back is a database's
    skips = handler.type is None or (value is None and is_repeated(view.module.walked, attempt))
    given = _given_back(attempt, told, view)
    sure = _confidence(risk, value, told, skips=skips)
    if given and _is_documented(given, attempt, view):
        sure = Confidence.MEDIUM if sure is Confidence.HIGH else None
    if sure is None or is_excused(attempt, (handler,), view) or _is_made_good(handler, value, given, risk, view):
        return
    severity = Severity.ERROR if risk is Risk.GRAVE and sure is Confidence.HIGH else None
    yield view.found(CARD, handler, severity=severity, confidence=sure, caught=caught, what=told)


def judge_with(statement: Any, view: ModuleView) -> Iterator[Draft]:
    """Report a context manager that suppresses unexpected exceptions around more than clean-up."""
    calls = [item.item for item in statement.items if type(item.item).__name__ == "Call"]
    if not calls or not view.role.production:
        return
    for call in calls:
        broad = [name for each in call.args if (name := _broad_type(each.value, view)) is not None]
        if not broad or not view.known("suppresses", call.func):
            continue
        risk = _risk(statement, view)
        sure = _confidence(risk, None, _SKIPPED, skips=False)
        if sure is not None and not is_excused(statement, beginning(statement), view):
            severity = Severity.ERROR if risk is Risk.GRAVE else None
            yield view.found(CARD, call, severity=severity, confidence=sure, caught=broad[0], what=_SKIPPED)


def _risk(statement: Any, view: ModuleView) -> Risk:
    """What is lost at worst where the block of this statement is left early."""
    calls = [each for each in view.calls_in(statement.body) if not _is_harmless(each.func, view)]
    if view.role.migration and any(_last_name(each.func).startswith("drop_") for each in calls):
        return Risk.NONE  # what is to go may be gone
    return worst_risk(calls, view.module, view.knowledge)


def _is_harmless(function: Any, view: ModuleView) -> bool:
    """Whether nothing is lost where a call of this function fails: it looks, logs, watches, converts or gives back."""
    last, owner = _last_name(function), _last_name(getattr(function, "value", None))
    if _TAKES_BACK.match(last) or _READS_TEXT.match(last) or _WATCHERS.match(owner):
        return True
    if (_LOGGERS.match(owner) and _LOGS.match(last)) or (_PEERS.match(owner) and last.startswith("send")):
        return True
    return bool(_ASKED_OF_FILES.match(view.name_of(function) or ""))


def _last_name(function: Any) -> str:
    return str(getattr(getattr(function, "attr", function), "value", ""))


def _broad_type(node: Any, view: ModuleView) -> str | None:
    """How a handler's type is told to the reader if it says nothing about what was expected; else None."""
    if node is None:
        return "any exception"
    parts = [element.value for element in node.elements] if type(node).__name__ == "Tuple" else [node]
    names = [view.name_of(part) for part in parts]
    broad = set(view.option(CARD, "broad"))
    return next((name.rpartition(".")[2] for name in names if name is not None and name in broad), None)


def _dropped(statements: list[Any], view: ModuleView) -> tuple[str, Any]:
    """What a handler's body does instead of handling, told to the reader ('' where it does anything of use).

    With it comes the constant that stands in for the result, where there is one.
    """
    told, value = _NOTHING, None
    for statement in statements:
        kind = type(statement).__name__
        if kind == "Pass" or (kind == "Expr" and type(statement.value).__name__ in _INERT):
            continue
        if kind == "Expr" and _is_rollback(statement.value):
            told = _UNDONE
            continue
        if _is_telling(getattr(statement, "value", None)) or _keeps_note(statement):
            return "", None
        if kind in _PASSING:
            told = _PASSING[kind]
        elif kind == "Return" and (_is_fixed(statement.value) or _is_preferred(statement, view)):
            told, value = f"{_shown(statement.value)}{_RETURNED}", statement.value
        elif kind == "Assign" and _is_fixed(statement.value):
            told, value = f"{_shown(statement.value)} stands for the result", statement.value
        else:
            return "", None
    return told, value


def _is_rollback(call: Any) -> bool:
    """Whether an expression takes a transaction back: the data stays whole, but nobody learns of the failure."""
    call = call.expression if type(call).__name__ == "Await" else call
    return type(call).__name__ == "Call" and not call.args and _last_name(call.func) == "rollback"


def _is_telling(value: Any) -> bool:
    """Whether a constant tells its receiver something, if only as one of several: `None, "timed_out"`."""
    if type(value).__name__ == "Tuple":
        texts = [each.value for each in value.elements if type(each.value).__name__ == "SimpleString"]
        return any(len(text.value) > len("''") for text in texts)
    return is_answer(value)


def _keeps_note(statement: Any) -> bool:
    """Whether an assignment keeps the failure for others: a text under a key, a flag of an object."""
    if type(statement).__name__ != "Assign":
        return False
    target, value = statement.targets[0].target, statement.value
    if type(target).__name__ == "Subscript":
        return type(value).__name__ == "SimpleString" and len(value.value) > len("''")
    return type(target).__name__ == "Attribute" and type(value).__name__ == "Name" and value.value in _YES_OR_NO


def _is_fixed(value: Any) -> bool:
    """Whether an expression is a constant, or a number below zero."""
    return is_constant(value) or (type(value).__name__ == "UnaryOperation" and is_constant(value.expression))


def _is_preferred(statement: Any, view: ModuleView) -> bool:
    """Whether a `return` gives back the default that the caller handed in: it cannot tell a failure from an absence."""
    name = statement.value.value if type(statement.value).__name__ == "Name" else ""
    if not _PREFERRED.match(name):
        return False
    function = view.function_around(statement)
    return function is not None and any(
        each.name.value == name for each in (*function.params.params, *function.params.kwonly_params)
    )


def _shown(value: Any) -> str:
    words = {"Tuple": "an empty tuple", "List": "an empty list", "Dict": "an empty dict", "Set": "an empty set"}
    kind = type(value).__name__
    if kind in words:
        return words[kind] if not value.elements else "a constant"
    if kind == "UnaryOperation":
        return f"-{value.expression.value}" if type(value.operator).__name__ == "Minus" else "a constant"
    return "None" if value is None else str(value.value)


def _given_back(attempt: Any, told: str, view: ModuleView) -> str:
    """The constant that the function answers after a failure, as it is shown; '' where it goes on, or answers more."""
    if told not in {_NOTHING, _UNDONE}:
        return told.removesuffix(_RETURNED) if told.endswith(_RETURNED) else ""
    first: Any = next(iter(following(view.module.walked, attempt)), None)
    answers = type(first).__name__ == "Return" and _is_fixed(first.value) and not is_answer(first.value)
    return _shown(first.value) if answers else ""


def _is_documented(given: str, attempt: Any, view: ModuleView) -> bool:
    """Whether the docstring says when the function answers with this constant: the caller was told to expect it."""
    function = view.function_around(attempt)
    docstring = view.docstring(function) if function is not None else None
    if docstring is None:
        return False
    word = rf"(?<!\w){re.escape(given.removeprefix('an '))}(?!\w)"
    return bool(re.search(f"{word}{_CONDITION}|{_OR_ELSE}{word}", str(view.literal(docstring)), re.IGNORECASE))


def _confidence(risk: Risk, value: Any, told: str, *, skips: bool) -> Confidence | None:
    """How sure it is that something was lost: an action surely, a value only where it came from outside.

    `skips` says that elements of a loop are passed over, or that even an interrupt is caught.
    """
    if value is None:
        surely = risk > Risk.LIKELY
        return Confidence.HIGH if surely else Confidence.MEDIUM if risk is Risk.LIKELY or (risk and skips) else None
    if risk < Risk.LIKELY:
        return None
    returned, answers = told.endswith(_RETURNED), type(value).__name__ == "Name" and value.value != "None"
    if risk is Risk.LIKELY:
        return Confidence.MEDIUM if returned and not answers else None
    return Confidence.HIGH if returned and not answers else Confidence.MEDIUM


def _is_made_good(handler: Any, value: Any, given: str, risk: Risk, view: ModuleView) -> bool:
    """Whether another way is tried, the attempt is made again, or the answer or the code behind tells the failure."""
    attempt: Any = view.parent(handler)
    walked, inside = view.module.walked, list(view.within(attempt.body))
    after = following(walked, attempt)
    if after and type(after[0]).__name__ == "Raise":
        return True
    if leaves(inside, loop_only=True) and is_repeated(walked, attempt):
        return True
    if value is None and leaves(inside) and not all(is_trivial(each) for each in after):
        return True
    function = view.function_around(attempt)
    is_probe = function is not None and bool(_PROBE.match(function.name.value))
    if is_probe and (value is not None or given in _YES_OR_NO):
        return True
    if risk >= Risk.LIKELY and leaves(view.statements(handler)):
        return False  # the code behind is not reached
    names = assigned_names(inside)
    stands_in = value is not None and not leaves(view.statements(handler))
    tests = [each.test for each in after if type(each).__name__ == "If" and not (stands_in and _is_skipped(each))]
    tested = any(type(each).__name__ == "Name" and each.value in names for test in tests for each in view.within(test))
    return risk < Risk.ACTION and (tested or bool(attempt.orelse))


def _is_skipped(branch: Any) -> bool:
    """Whether what a test guards is merely left out where there is no value: `if found: ...` and nothing else."""
    return type(branch.test).__name__ == "Name" and branch.orelse is None


RULE = Rule(CARD, on={"ExceptHandler": judge_handler, "ExceptStarHandler": judge_handler, "With": judge_with})
