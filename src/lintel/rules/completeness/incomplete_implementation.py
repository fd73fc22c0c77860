"""A function that is declared, named and called, but does nothing yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lintel.card import Card
from lintel.facts.handlers import answers_requests, inputs, is_declared_endpoint, owner_of
from lintel.finding import Candidate, Confidence, Finding, Severity
from lintel.rule import Draft, Rule
from lintel.source.attempts import is_constant
from lintel.source.literals import HOLE, template_of

if TYPE_CHECKING:
    from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="LNT908",
    name="incomplete-implementation",
    family="completeness",
    summary="A function, or a case of one, has a name and parameters but no implementation",
    why=(
        "Callers rely on what the name promises. An empty body, a fixed answer or a NotImplementedError that nothing "
        "overrides is found by the first user who reaches it."
    ),
    fix=(
        "Implement it or remove it. Where doing nothing is right, say so in the docstring or a comment; where "
        "subclasses must implement it, declare it abstract (`abc.abstractmethod`) or use a Protocol."
    ),
    message="{name} is not implemented: {what}",
    severity=Severity.WARNING,
    cwe=(1071,),
    spec=("000.77", "002.170", "001.131", "003.168", "003.83"),
    bad=(
        '''\
def send_invoice(order, address):
    """Send the invoice of an order by mail."""
    pass
''',
        """\
class Exporter:
    def to_csv(self, rows):
        raise NotImplementedError
""",
        """\
from fastapi import FastAPI

app = FastAPI()

@app.get("/orders/{order_id}")
def read_order(order_id: int):
    return {"id": 1, "status": "paid"}
""",
    ),
    good=(
        """\
from abc import ABC, abstractmethod

class Exporter(ABC):
    @abstractmethod
    def to_csv(self, rows): ...
""",
        '''\
def register(app):
    """Called by the plugin loader; does nothing by default."""
''',
        """\
class Exporter:
    def to_csv(self, rows):
        raise NotImplementedError

class Orders(Exporter):
    def to_csv(self, rows):
        return ",".join(rows)
""",
    ),
    misses="a body that does something other than its name promises; stubs of code that is made at run time",
)

_HOOK = re.compile(
    r"_*(async_)?(on|pre|post|before|after|handle|hook|visit|leave|depart|setup|set_up|teardown|tear_down|noop|no_op|dummy|null|ignore"
    r"|stub|fake|mock|keep|nothing)(_|\Z)|.*_(hook|callback|noop|handler|command|group|cli)\Z|_+\Z"
)
_STAND_IN = re.compile(
    r"(?i:no_?op|null|dummy|fake|mock|stub|abstract|interface|protocol|mixin)|Base(?![a-z])|_?I(?=[A-Z][a-z])"
)
_CONTRACT = re.compile(
    r"no-?op\b|does nothing|do nothing|nothing to|(not|n't) need|hook|overrid|overload|subclass|implemented by|"
    r"implementations?\b|(must|should|to) be implemented|(must|should) implement|not supported|unsupported|"
    r"(does not|doesn't|do not|don't) support|placeholder for|intentional|deliberate|deprecated|kept for|compatib|"
    r"\binstead\b|not implemented (for|by)\b",
    re.IGNORECASE,
)
_NEEDLESS = re.compile(
    r"\bno [\w\s]{0,40}(needed|required|necessary|use for)\b|\bignor(e|es|ed|ing)\b|\bunused\b|"
    r"\b(not|n't) (used|required|necessary|applicable)\b|(does not|doesn't) (expose|have|provide|offer) any",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"not supported|unsupported|(does not|doesn't|do not|don't) support", re.IGNORECASE)
_PURPOSE = re.compile(
    r"default|abstract|marker|dummy|null|stub|legacy|callback|entry ?point|namespace|group\b|optional|signature",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(TODO|(not|n't) (yet )?(been )?implemented|implement me|(to|will) be implemented|not supported yet"
    r"|not yet supported|unimplemented|coming soon)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(TODO|implement me|coming soon)\b"
    r"|(not|n't) yet (been )?(\w+ )?(implement|support|available|handled|possible|finished|done|ready|complete|allow)"
    r"|\b(implement|support|handle|finish|allow)\w*( (?!as\b|because\b|since\b|not\b)[\w'`]+){0,5} yet\b"
    r"|\b(available|possible|done|ready|complete|work) yet\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(  # what others do not offer is nobody's work here
    r"\b(support|implement|offer|expose|provide)\w*( yet)? (by|in) (?!(this|the current|our|a later|future)\b)\w",
    re.IGNORECASE,
)
_EMPTY = "its body is empty"
_NESTING = frozenset({"FunctionDef", "If", "Else", "Try", "TryStar", "ExceptHandler", "With"})


def judge(function: Any, view: ModuleView) -> Iterator[Draft]:
    """Report functions without an implementation; methods wait for what subclasses say."""
    if len(function.body.body) > _LONGEST_STUB or not view.role.production or view.role.migration:
        return
    body = view.statements(function)
    what = _missing(function, body, view)
    if what is None or _is_on_purpose(function, view):
        return
    symbol = view.symbol(function)
    severity = Severity.ERROR if _is_endpoint(function, view) else None
    owner = owner_of(function, view.module)
    if owner is None:
        if not _is_handed_over(function, view):
            if what == _EMPTY and severity is None and not _admits(function, view):
                yield view.candidate(CARD, function, data={"function": symbol}, symbol=symbol, name=symbol, what=what)
            else:
                yield view.found(CARD, function, symbol=symbol, severity=severity, name=symbol, what=what)
        return
    sure = _of_method(function, owner, body, view)
    if sure is not None:
        data, said = {"class": view.symbol(owner)}, {"name": symbol, "what": what}
        yield view.candidate(CARD, function, data=data, symbol=symbol, severity=severity, confidence=sure, **said)


def judge_raise(statement: Any, view: ModuleView) -> Iterator[Draft]:
    """Report a case of a function that raises NotImplementedError and says that it is to come."""
    text = _error_text(statement, view)
    function = view.function_around(statement) if text and view.role.production else None
    if text is None or function is None or not _names_open_work(text) or len(view.statements(function)) == 1:
        return
    body = view.statements(function)
    if statement in body and _missing(function, body, view) is not None:
        return  # the function as a whole is told
    if _is_explained(statement, view):
        return
    name = view.symbol(function)
    what = "a case of it raises NotImplementedError and says that it is to come"
    yield view.found(CARD, statement, confidence=Confidence.MEDIUM, symbol=name, name=name, what=what)


def _names_open_work(text: str) -> bool:
    """Whether a text says that something is to come: not whatever kind the caller asked for, nor what others lack."""
    found = _NOT_YET.search(text)
    return found is not None and HOLE not in text[: found.start()] and not _THEIRS.search(text)


def _is_explained(statement: Any, view: ModuleView) -> bool:
    """Whether a comment right above the error says more than the error does: why the case is left open."""
    line: Any = view.parent(statement)
    above = [text for each in getattr(line, "leading_lines", ()) for text in view.remarks_in(each)]
    return sum(len(text.split()) for text in above) >= _EXPLANATION


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm what nothing outside the file explains.

    A method whose class is inherited from is a default or a contract of the base class. An empty function that other
    modules define in the same form is one that something finds by its name.
    """
    owner, function = candidate.data.get("class"), candidate.data.get("function")
    explained = ("is-inherited", owner) if owner is not None else ("is-hook", function)
    if not view.ask(explained[0], f"{candidate.path}|{explained[1]}"):
        yield view.confirm(candidate)


def _missing(function: Any, body: list[Any], view: ModuleView) -> str | None:
    """What the body has in place of an implementation, told to the reader; None where it has one."""
    rest = body[1:] if view.docstring(function) is not None else body
    if len(rest) == 1 and _raises_not_implemented(rest[0], view):
        return "it raises NotImplementedError and nothing overrides it"
    if all(_is_empty(each) for each in rest):
        owed = bool(inputs(function)) and not _HOOK.match(function.name.value)
        return _EMPTY if owed or _is_endpoint(function, view) else None
    if (
        len(rest) == 1
        and type(rest[0]).__name__ == "Return"
        and rest[0].value is not None
        and is_constant(rest[0].value)
    ):
        data = type(rest[0].value).__name__ in {"Dict", "List"} and bool(rest[0].value.elements)
        if data and inputs(function) and _is_endpoint(function, view):
            return "it answers with fixed data and reads none of its inputs"
        if inputs(function) and _admits(function, view):
            return "it returns a constant, and a comment says that work is left"
    return None


def _is_on_purpose(function: Any, view: ModuleView) -> bool:
    """Whether the code says, by decorator, place or words, that nothing is to be done here."""
    if function.name.value.startswith("__"):
        return True
    if function.decorators and not is_declared_endpoint(function, view.module, view.knowledge):
        return True  # what decorates it may do the work
    if any(type(above).__name__ in _NESTING for above in view.ancestors(function)) or _STAND_IN.match(
        function.name.value
    ):
        return True
    docstring = view.docstring(function)
    text = str(view.literal(docstring)) if docstring is not None else ""
    error = _error_text(view.statements(function)[-1], view) or ""
    refused = _REFUSED.search(text) and not _NOT_YET.search(f"{text} {error}")
    if not refused and (_admits(function, view) or _UNFINISHED.search(error)):
        return False
    return bool(
        _CONTRACT.search(text)
        or _NEEDLESS.search(text)
        or _PURPOSE.search(text.strip().partition("\n\n")[0])
        or view.remarks_in(function)
    )


def _of_method(function: Any, owner: Any, body: list[Any], view: ModuleView) -> Confidence | None:
    """How sure it is that a method without implementation is one that the class owes; None where it owes none.

    What inherits may be asked for exactly this by its base, unless the method says that work is left.
    """
    if _is_endpoint(function, view):
        return Confidence.HIGH
    documented = view.docstring(function)
    text = _error_text(body[-1], view) or ""
    promised = text or (str(view.literal(documented)) if documented is not None else "")
    if _THEIRS.search(promised):
        return None
    if owner.bases or owner.keywords:
        return Confidence.HIGH if _NOT_YET.search(promised) else Confidence.MEDIUM if _UNFINISHED.search(text) else None
    docstring = view.docstring(owner)
    said = str(view.literal(docstring)) if docstring is not None else ""
    if _STAND_IN.search(owner.name.value) or owner.decorators or _CONTRACT.search(said):
        return None
    methods = [each for each in view.statements(owner) if type(each).__name__ == "FunctionDef"]
    public = [each for each in methods if not each.name.value.startswith("__")]
    interface = len(public) > 1 and all(_missing(each, view.statements(each), view) for each in public)
    return None if interface else Confidence.HIGH


def _is_handed_over(function: Any, view: ModuleView) -> bool:
    """Whether the file uses the function as a value: a callback that does nothing is wanted so."""
    name = function.name.value
    for node in view.nodes("Name"):
        if node.value == name:
            above: Any = view.parent(node)
            if type(above).__name__ in {"Arg", "DictElement", "Element", "Assign", "AnnAssign", "Return", "IfExp"}:
                return True
    return False


def _raises_not_implemented(statement: Any, view: ModuleView) -> bool:
    """Whether a statement raises NotImplementedError as a stub does: without a word, or saying that it is to come."""
    text = _error_text(statement, view)
    return text is not None and (not text or (bool(_UNFINISHED.search(text)) and not _CONTRACT.search(text)))


def _error_text(statement: Any, view: ModuleView) -> str | None:
    """The text of a raised NotImplementedError ('' for none); None where something else is raised, or nothing."""
    raised = statement.exc if type(statement).__name__ == "Raise" else None
    called = type(raised).__name__ == "Call"
    if getattr(raised.func if called else raised, "value", None) != "NotImplementedError":  # type: ignore[union-attr]
        return None
    if raised is None or view.name_of(raised.func if called else raised) != "builtins.NotImplementedError":
        return None
    return (template_of(raised.args[0].value) or HOLE) if called and raised.args else ""


def _is_empty(statement: Any) -> bool:
    kind = type(statement).__name__
    return kind == "Pass" or (kind == "Expr" and type(statement.value).__name__ in {"Ellipsis", "SimpleString"})


def _is_endpoint(function: Any, view: ModuleView) -> bool:
    return answers_requests(function, view.module, view.knowledge, view.base_names)


def _admits(function: Any, view: ModuleView) -> bool:
    """Whether a comment in or right above the function, or its docstring, says that work is left."""
    docstring = view.docstring(function)
    said = [str(view.literal(docstring))] if docstring is not None else []
    return any(_UNFINISHED.search(text) for text in (*said, *view.comments_in(function)))


_LONGEST_STUB = 3
_EXPLANATION = 12  # words; fewer repeat what the error says

RULE = Rule(CARD, on={"FunctionDef": judge, "Raise": judge_raise}, settle=settle)
