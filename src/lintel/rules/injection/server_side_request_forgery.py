"""An address whose host a client decides: the server then asks, from inside, what the client cannot reach itself."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Confidence, Finding, Severity
from lintel.program.flows import Flow
from lintel.rule import Rule
from lintel.rules.injection.addresses import opening_of_request
from lintel.rules.injection.said import callee_of, flow_finding, origin, worst
from lintel.view import ProgramView

CARD = Card(
    code="LNT118",
    name="server-side-request-forgery",
    family="injection",
    summary="A client decides which host the server asks",
    why=(
        "The server stands where its clients do not: it reaches internal services, databases, the metadata of its "
        "cloud with credentials in it, and its requests carry its own trust. Who decides the host makes it ask there. "
        "Text behind a host without a slash still decides it: `https://api.example` and `@other.example` make another "
        "host, and so does `.other.example`."
    ),
    fix=(
        "Write the host into the code or the settings and end it with a slash before a client's text follows. Where "
        "clients may choose, let them choose a key of a dictionary of hosts, or compare `urlsplit(url).hostname` with "
        "a set of hosts that are meant."
    ),
    message="{origin} decides {what} that {callee} asks",
    severity=Severity.ERROR,
    cwe=(918,),
    owasp=("A10",),
    spec=("001.74", "002.84", "000.47", "001.57"),
    bad=(
        """\
import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/preview")
def preview():
    return requests.get(request.args["url"], timeout=5).text
""",
        """\
import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/stock/{region}")
def stock(region: str):
    return httpx.get(f"https://{region}.stock.example/today").json()
""",
    ),
    good=(
        """\
from urllib.parse import urlsplit

import requests
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = {"img.shop.example", "docs.shop.example"}


@app.get("/preview")
def preview():
    url = request.args["url"]
    if urlsplit(url).hostname not in HOSTS:
        abort(400)
    return requests.get(url, timeout=5).text
""",
        """\
import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/stock/{article}")
def stock(article: str, page: int = 1):
    return httpx.get(f"https://stock.example/articles/{article}?page={page}").json()
""",
    ),
    misses=(
        "Redirects that a trusted host answers with, names that resolve to internal addresses, and a path that a "
        "client chooses on a fixed host."
    ),
)

_WHAT = {"whole": "the address", "host": "the host", "tail": "what follows the base of the address"}


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives as an address or a host."""
    arrival = worst(flow, unknown=False, holds=lambda each: opening_of_request(each) is not None)
    found = None if arrival is None else opening_of_request(arrival)
    if arrival is None or found is None:
        return
    where, piece = found
    sure = Confidence.LOW if piece.trusted else Confidence.MEDIUM if where == "tail" else None
    yield flow_finding(
        CARD, flow, view, arrival, piece, confidence=sure,
        origin=origin(piece), what=_WHAT[where], callee=callee_of(flow),
    )  # fmt: skip


RULE = Rule(CARD, over={"flow:url": judge})
