"""Text that a client helps to write and that is run as code: the client then runs what it likes inside the service."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Confidence, Finding, Severity
from lintel.program.flows import Arrival, Flow
from lintel.rule import Rule
from lintel.rules.injection.said import callee_of, decided, flow_finding, origin, worst
from lintel.view import ProgramView

CARD = Card(
    code="LNT108",
    name="code-injection",
    family="injection",
    summary="A client's data is run as code",
    why=(
        "Whoever may write a part of the code may call anything that the service can call: read its secrets, change "
        "its data, start programs. Taking builtins away or forbidding some words does not help; there are always "
        "others. A name of a module or library that a client chooses runs what that module does when it is imported."
    ),
    fix=(
        "Read data as data: `ast.literal_eval` or `json.loads`. Choose among functions or modules with a dictionary "
        "of those that are meant. Give values to an expression as its variables, never as a part of its text."
    ),
    message="{origin} becomes code that {callee} runs",
    severity=Severity.ERROR,
    cwe=(95,),
    owasp=("A03",),
    spec=("000.47", "001.74", "002.84", "004.78"),
    aliases=("B102", "B307"),
    bad=(
        """\
from flask import Flask, request

app = Flask(__name__)


@app.get("/price")
def price():
    return str(eval(request.args["formula"], {"__builtins__": {}}))
""",
        """\
import importlib

from fastapi import FastAPI

app = FastAPI()


@app.get("/export/{kind}")
def export(kind: str):
    return importlib.import_module(f"shop.exports.{kind}").export()
""",
    ),
    good=(
        """\
import ast

from flask import Flask, request

app = Flask(__name__)


@app.get("/price")
def price():
    return str(ast.literal_eval(request.args["prices"]))
""",
        """\
import importlib

from fastapi import FastAPI

app = FastAPI()
MODULES = {"csv": "shop.exports.csv", "json": "shop.exports.json"}


@app.get("/export/{kind}")
def export(kind: str):
    return importlib.import_module(MODULES[kind]).export()
""",
    ),
    misses="Code that a client puts into a file, a template or a database from where it is run later.",
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives where text is run as code; code of unknown origin as a whole is what a loader is given to run."""
    arrival = worst(flow, unknown=True, holds=_is_written_here)
    if arrival is not None:
        yield _said(flow, view, arrival)


def _said(flow: Flow, view: ProgramView, arrival: Arrival) -> Finding:
    """The finding. Code that no client decides was mostly written to be run, by an author, an operator, a plugin."""
    piece = decided(arrival)
    sure = Confidence.LOW if piece.trusted or piece.level == "unknown" else None
    return flow_finding(CARD, flow, view, arrival, confidence=sure, origin=origin(piece), callee=callee_of(flow))


def _is_written_here(arrival: Arrival) -> bool:
    """Whether a client has a part in the code, or it is put together at this place."""
    return len(arrival.pieces) > 1 or decided(arrival).level == "client"


def judge_expression(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives where a text is evaluated for its value: data would do, so any text from elsewhere is too much."""
    arrival = worst(flow, unknown=True)
    if arrival is not None:
        yield _said(flow, view, arrival)


def judge_name(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives where a name says which code is run: that a caller chooses it is what such functions are for."""
    arrival = worst(flow, unknown=False)
    if arrival is not None:
        yield flow_finding(CARD, flow, view, arrival, origin=origin(decided(arrival)), callee=callee_of(flow))


RULE = Rule(CARD, over={"flow:code": judge, "flow:code-expression": judge_expression, "flow:code-name": judge_name})
