"""A client's text in a path: `..` and an absolute path in it lead out of the folder that was meant."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Finding, Severity
from lintel.program.flows import Flow
from lintel.rule import Rule
from lintel.rules.injection.said import callee_of, decided, flow_finding, origin, worst
from lintel.view import ProgramView

CARD = Card(
    code="LNT121",
    name="path-traversal",
    family="injection",
    summary="A client's data is part of a path that is used unchecked",
    why=(
        "`../` in a path leads out of the folder before it, wherever in the path it stands, and `os.path.join` and "
        "`pathlib` drop everything before an absolute part. So a client reads the service's secrets, or writes over "
        "its code. That the text begins with the folder says nothing before `..` is resolved."
    ),
    fix=(
        "Make the name here (a number, a UUID, a key of a dictionary), take its last part with `secure_filename` or "
        "`Path(name).name`, or resolve the whole path and ask whether it is still inside: "
        "`path.resolve().is_relative_to(folder)`. `send_from_directory` and `safe_join` do so themselves."
    ),
    message="{origin} is part of a path that {callee} is given unchecked",
    severity=Severity.ERROR,
    cwe=(22,),
    owasp=("A01",),
    spec=("000.66", "001.74", "000.47"),
    bad=(
        """\
import os

from flask import Flask, request, send_file

app = Flask(__name__)


@app.get("/report")
def report():
    return send_file(os.path.join("/srv/reports", request.args["name"]))
""",
        """\
from pathlib import Path

from fastapi import FastAPI, UploadFile

app = FastAPI()
FOLDER = Path("/srv/uploads")


@app.post("/avatar")
async def avatar(upload: UploadFile):
    (FOLDER / f"avatar_{upload.filename}").write_bytes(await upload.read())
""",
    ),
    good=(
        """\
from flask import Flask, request, send_from_directory

app = Flask(__name__)


@app.get("/report")
def report():
    return send_from_directory("/srv/reports", request.args["name"])
""",
        """\
from pathlib import Path

from fastapi import FastAPI, HTTPException

app = FastAPI()
FOLDER = Path("/srv/reports")


@app.get("/report/{name:path}")
def report(name: str):
    path = (FOLDER / name).resolve()
    if not path.is_relative_to(FOLDER):
        raise HTTPException(404)
    return path.read_text()


@app.get("/year/{year}")
def year(year: int):
    return (FOLDER / f"{year}.txt").read_text()
""",
    ),
    misses="Links that already lie in the folder, and names that were stored in an earlier request.",
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives in a path."""
    arrival = worst(flow, unknown=False)
    if arrival is not None:
        yield flow_finding(CARD, flow, view, arrival, origin=origin(decided(arrival)), callee=callee_of(flow))


RULE = Rule(CARD, over={"flow:path": judge})
