"""Bytes from outside that are made into objects of any class: making them can run whatever the bytes say."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Finding, Severity
from lintel.program.flows import Flow
from lintel.rule import Rule
from lintel.rules.injection.said import callee_of, decided, flow_finding, origin, worst
from lintel.view import ProgramView

CARD = Card(
    code="LNT120",
    name="unsafe-deserialization",
    family="injection",
    summary="A client's bytes are read in a format that can make any object",
    why=(
        "Pickle, its relatives and YAML's full loaders make objects of any class and call what the bytes tell them to. "
        "Whoever writes the bytes runs code in the service as soon as they are read, before anything can be checked."
    ),
    fix=(
        "Exchange data in a format that holds data alone: JSON, msgpack, protobuf, `yaml.safe_load`, "
        "`torch.load(weights_only=True)`. Where pickle must stay, sign the bytes and check the signature first."
    ),
    message="{origin} is read by {callee}, which runs what the data tells it to",
    severity=Severity.ERROR,
    cwe=(502,),
    owasp=("A08",),
    spec=("000.47", "001.74", "002.84"),
    aliases=("B301", "B302", "B506", "B614"),
    bad=(
        """\
import base64
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.get("/basket")
def basket():
    return str(pickle.loads(base64.b64decode(request.cookies["basket"])))
""",
        """\
import yaml
from fastapi import FastAPI, Request

app = FastAPI()


@app.post("/plan")
async def plan(request: Request):
    return yaml.load(await request.body(), Loader=yaml.Loader)
""",
    ),
    good=(
        """\
import json

from flask import Flask, request

app = Flask(__name__)


@app.get("/basket")
def basket():
    return str(json.loads(request.cookies["basket"]))
""",
        """\
import pickle

import yaml
from fastapi import FastAPI, Request

app = FastAPI()

with open("/srv/model/weights.pkl", "rb") as file:
    MODEL = pickle.load(file)


@app.post("/plan")
async def plan(request: Request):
    return yaml.safe_load(await request.body())
""",
    ),
    misses="Formats that a setting elsewhere chooses, such as the serializer of a task queue or of a session.",
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives at a loader: a client's bytes, or bytes of unknown origin that are not a file in a known folder."""
    arrival = worst(flow, unknown=True)
    if arrival is None:
        return
    piece = decided(arrival)
    if piece.level == "unknown" and (len(arrival.pieces) > 1 or not _can_be_safe(flow, view)):
        return  # a path put together here, or a loader that knows no other way
    yield flow_finding(CARD, flow, view, arrival, origin=origin(piece), callee=callee_of(flow))


def _can_be_safe(flow: Flow, view: ProgramView) -> bool:
    """Whether the loader itself can be told to make nothing but data."""
    return any(row.argument("decides") is not None for row in view.rows("sink", flow.sink))


RULE = Rule(CARD, over={"flow:deserialise": judge})
