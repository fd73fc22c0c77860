"""A function that is declared, named and called, but does nothing yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lintel.card import Card
from lintel.finding import Candidate, Finding, Severity
from lintel.rule import Draft, Rule

if TYPE_CHECKING:
    from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="LNT908",
    name="incomplete-implementation",
    family="completeness",
    summary="A function has a name and parameters but no implementation",
    why=(
        "Callers rely on what the name promises. An empty body, a fixed answer or a NotImplementedError that nothing "
        "overrides is found by the first user who reaches it."
    ),
    fix=(
        "Implement it or remove it. Where doing nothing is right, say so in the docstring or a comment; where subclasses "
        "must implement it, declare it abstract (`abc.abstractmethod`) or use a Protocol."
    ),
    message="{name} is not implemented: {what}",
    severity=Severity.WARNING,
    cwe=(1071,),
    spec=("000.77", "002.170", "001.131", "003.168", "003.83"),
    bad=(
        'def send_invoice(order, address):\n    """Send the invoice of an order by mail."""\n    pass\n',
        "class Exporter:\n    def to_csv(self, rows):\n        raise NotImplementedError\n",
        "from fastapi import FastAPI\n\napp = FastAPI()\n\n@app.get('/orders/{order_id}')\ndef read_order(order_id: int):\n"
        "    return {'id': 1, 'status': 'paid'}\n",
    ),
    good=(
        "from abc import ABC, abstractmethod\n\nclass Exporter(ABC):\n    @abstractmethod\n    def to_csv(self, rows):\n"
        "        ...\n",
        'def on_startup(app):\n    """Hook for plugins; does nothing by default."""\n',
        "class Exporter:\n    def to_csv(self, rows):\n        raise NotImplementedError\n\nclass Orders(Exporter):\n"
        "    def to_csv(self, rows):\n        return ','.join(rows)\n",
    ),
    misses="a body that does something other than its name promises; stubs in code that is created at run time",
)

_HOOK = re.compile(
    r"_*(on|pre|post|before|after|handle|hook|visit|leave|depart|setup|set_up|teardown|tear_down|noop|no_op|dummy|null|ignore"
    r"|stub|fake|mock|register|init|configure|extend|add_arguments|ready|keep|check|validate|ensure|clean|close|stop|start)"
    r"(_|\Z)|.*_(hook|callback|noop|handler|command|group|cli)\Z|_+\Z",
)
_SAID = re.compile(
    r"no-?op\b|does nothing|do nothing|nothing to|not? needed|hook|overrid|subclass|placeholder for|default|abstract|implemented by|"
    r"marker|dummy|null|stub|intentional|deliberate|not supported|unsupported|deprecated|legacy|compatib|callback|"
    r"entry ?point|namespace|group\b|must implement|should implement|to be implemented by|optional|signature|type check|overload",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(TODO|FIXME|not (yet )?implemented( yet)?|implement me|to be implemented)\b", re.IGNORECASE)


def judge(function: Any, view: ModuleView) -> Iterator[Draft]:
    """Report functions without an implementation; methods wait for what subclasses say."""
    body = view.statements(function)
    if len(body) > 3 or view.role.test or view.role.example:
        return
    symbol = view.symbol(function)
    what = _missing(function, body, view)
    if what is None or _fixed_elsewhere(function, view):
        return
    endpoint = _is_endpoint(function, view)
    severity = Severity.ERROR if endpoint else None
    owner = view.parent(view.parent(function))  # type: ignore[arg-type]
    if type(owner).__name__ != "ClassDef":
        yield view.found(CARD, function, symbol=symbol, severity=severity, name=symbol, what=what)
        return
    if view.base_names(owner) or owner.bases or owner.keywords or owner.decorators:
        return  # an inherited contract may ask for exactly this
    data = {"class": view.symbol(owner)}
    yield view.candidate(CARD, function, data=data, symbol=symbol, severity=severity, name=symbol, what=what)


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm a method unless its class is inherited from: then it is a default or a contract of the base class."""
    if not view.ask("is-inherited", f"{candidate.path}|{candidate.data['class']}"):
        yield view.confirm(candidate)


def _missing(function: Any, body: list[Any], view: ModuleView) -> str | None:
    """What the body has in place of an implementation, told to the reader; None where it has one."""
    rest = body[1:] if view.docstring(function) is not None else body
    if any(_raises_not_implemented(each, view) for each in rest):
        return "it raises NotImplementedError and nothing overrides it" if len(rest) == 1 else None
    own = _own_parameters(function)
    if all(_is_empty(each) for each in rest):
        return "its body is empty" if own and not _HOOK.match(function.name.value) else None
    if len(rest) == 1 and type(rest[0]).__name__ == "Return" and own:
        constant = rest[0].value is not None and _is_fixed(rest[0].value)
        if constant and _is_endpoint(function, view) and type(rest[0].value).__name__ in {"Dict", "List"}:
            return "it answers with fixed data and reads none of its inputs"
        if constant and _admits(function, view):
            return "it returns a constant, and a comment says that work is left"
    return None


def _fixed_elsewhere(function: Any, view: ModuleView) -> bool:
    """Whether the body is empty on purpose: decorated, nested, overloaded, a stand-in, or said so in words."""
    decorated = bool(function.decorators) and not _is_endpoint(function, view)
    if decorated or function.name.value.startswith("__"):
        return True
    for above in view.ancestors(function):
        if type(above).__name__ in {"FunctionDef", "If", "Else", "Try", "ExceptHandler", "With"}:
            return True
    docstring = view.docstring(function)
    text = view.literal(docstring) if docstring is not None else ""
    if isinstance(text, str) and _SAID.search(text) and not _UNFINISHED.search(text):
        return True
    return not _raises(function, view) and _commented(function, view) and not _admits(function, view)


def _raises(function: Any, view: ModuleView) -> bool:
    return any(_raises_not_implemented(each, view) and each.exc is not None for each in view.statements(function))


def _raises_not_implemented(statement: Any, view: ModuleView) -> bool:
    """Whether a statement raises NotImplementedError as a stub does: without a word, or saying that it is to come."""
    if type(statement).__name__ != "Raise" or statement.exc is None:
        return False
    raised = statement.exc
    if type(raised).__name__ != "Call":
        return view.name_of(raised) == "builtins.NotImplementedError"
    if view.name_of(raised.func) != "builtins.NotImplementedError":
        return False
    if not raised.args:
        return True
    text = view.literal(raised.args[0].value)
    return isinstance(text, str) and bool(_UNFINISHED.search(text)) and not _SAID.search(text)


def _is_empty(statement: Any) -> bool:
    kind = type(statement).__name__
    return kind == "Pass" or (kind == "Expr" and type(statement.value).__name__ in {"Ellipsis", "SimpleString"})


def _is_fixed(value: Any) -> bool:
    kind = type(value).__name__
    if kind in {"Dict", "List", "Tuple"}:
        return all(_is_fixed(getattr(each, "value", None)) for each in value.elements)
    return kind in {"SimpleString", "ConcatenatedString", "Integer", "Float"} or (
        kind == "Name" and value.value in {"True", "False", "None"}
    )


def _own_parameters(function: Any) -> list[Any]:
    """The parameters without `self` and without those that are named to be unused."""
    parameters = function.params
    named = [*parameters.posonly_params, *parameters.params, *parameters.kwonly_params]
    return [each for each in named if not each.name.value.startswith("_") and each.name.value not in {"self", "cls"}]


def _is_endpoint(function: Any, view: ModuleView) -> bool:
    callees = (each.decorator for each in function.decorators)
    return any(view.known("endpoint", each.func if type(each).__name__ == "Call" else each) for each in callees)


def _commented(function: Any, view: ModuleView) -> bool:
    (span,) = view.spans([function])
    return any(span.line <= each.span.line <= span.end_line and len(each.text) > 8 for each in view.comments)


def _admits(function: Any, view: ModuleView) -> bool:
    """Whether a comment inside the function says that work is left."""
    (span,) = view.spans([function])
    inside = (each for each in view.comments if span.line <= each.span.line <= span.end_line)
    return any(_UNFINISHED.search(each.text) for each in inside)


RULE = Rule(CARD, on={"FunctionDef": judge}, settle=settle)
