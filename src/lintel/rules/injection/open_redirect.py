"""A redirect whose host a client decides: a link that names this service then leads anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Confidence, Finding, Severity
from lintel.program.flows import Flow
from lintel.rule import Rule
from lintel.rules.injection.addresses import opening_of_redirect
from lintel.rules.injection.said import flow_finding, origin, worst
from lintel.view import ProgramView

CARD = Card(
    code="LNT119",
    name="open-redirect",
    family="injection",
    summary="A client's data decides to which host a redirect leads",
    why=(
        "People trust a link for the host in it. A link to this service that is answered with a redirect to any host "
        "lends that trust to a page that asks for passwords, and hands over what the service appends to the address, "
        "such as tokens. That a target begins with `/` is not enough: `//other.example` is another host."
    ),
    fix=(
        "Redirect to addresses made here (`url_for`, `reverse`), to a key of a dictionary of targets, or compare the "
        "host of the target with those that are meant (`url_has_allowed_host_and_scheme` in Django)."
    ),
    message="{origin} decides to which host the client is sent",
    severity=Severity.WARNING,
    cwe=(601,),
    owasp=("A01",),
    spec=("002.84", "001.74", "002.79"),
    bad=(
        """\
from flask import Flask, redirect, request

app = Flask(__name__)


@app.get("/login")
def login():
    return redirect(request.args.get("next", "/"))
""",
        """\
from fastapi import FastAPI
from fastapi.responses import RedirectResponse

app = FastAPI()


@app.get("/go")
def go(target: str):
    return RedirectResponse("/" + target)
""",
    ),
    good=(
        """\
from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.get("/login")
def login():
    return redirect(url_for("home", after=request.args.get("next", "/")))
""",
        """\
from fastapi import FastAPI
from fastapi.responses import RedirectResponse

app = FastAPI()


@app.get("/go")
def go(article: str):
    return RedirectResponse("/articles/" + article)
""",
    ),
    misses="Redirects that a page makes in the browser, and targets that were stored in an earlier request.",
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives as the target of a redirect."""
    arrival = worst(flow, unknown=False, holds=lambda each: opening_of_redirect(each) is not None)
    found = None if arrival is None else opening_of_redirect(arrival)
    if arrival is None or found is None:
        return
    where, piece = found
    # A page that links here chooses no header of its visitor's browser but the one that names that page.
    sure = Confidence.LOW if piece.part == "header" else Confidence.MEDIUM if where == "tail" else None
    yield flow_finding(CARD, flow, view, arrival, piece, confidence=sure, origin=origin(piece))


RULE = Rule(CARD, over={"flow:redirect": judge})
