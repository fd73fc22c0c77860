"""A command that a client helps to write: the shell runs whatever else it says."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Finding, Severity
from lintel.program.flows import Flow
from lintel.rule import Rule
from lintel.rules.injection.said import callee_of, decided, flow_finding, origin, worst
from lintel.view import ProgramView

CARD = Card(
    code="LNT106",
    name="os-command-injection",
    family="injection",
    summary="A command is put together from a client's data",
    why=(
        "A shell reads `;`, `|`, `$(...)` and line breaks in its command line as commands of their own. Who may put "
        "text into that line runs programs on the machine, with the rights of the service; so does, without any shell, "
        "who may name the program."
    ),
    fix=(
        'Give the program and its arguments as a list, without a shell: `subprocess.run(["ls", "--", name])`. Where a '
        "shell is needed, quote each value with `shlex.quote`; where a client chooses the program, look it up in a "
        "dictionary."
    ),
    message="{origin} is part of a command that {callee} runs",
    severity=Severity.ERROR,
    cwe=(78,),
    owasp=("A03",),
    spec=("000.47", "001.71", "001.74", "002.84"),
    aliases=("B602", "B604", "B605", "B609"),
    bad=(
        """\
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/ping")
def ping():
    host = request.args["host"]
    return subprocess.run(f"ping -c 1 {host}", shell=True, capture_output=True).stdout
""",
        """\
import asyncio

from fastapi import FastAPI

app = FastAPI()


@app.get("/log/{branch}")
async def log(branch: str):
    process = await asyncio.create_subprocess_shell("git log " + branch, stdout=asyncio.subprocess.PIPE)
    return (await process.communicate())[0]
""",
    ),
    good=(
        """\
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/ping")
def ping():
    host = request.args["host"]
    return subprocess.run(["ping", "-c", "1", "--", host], capture_output=True).stdout
""",
        """\
import asyncio
import shlex

from fastapi import FastAPI

app = FastAPI()


@app.get("/log/{branch}")
async def log(branch: str, count: int = 10):
    line = f"git log -n {count} {shlex.quote(branch)} | head"
    process = await asyncio.create_subprocess_shell(line, stdout=asyncio.subprocess.PIPE)
    return (await process.communicate())[0]
""",
    ),
    misses="Commands that reach a shell by way of a file, an environment variable or another service.",
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """What arrives in a command line."""
    arrival = worst(flow, unknown=True)
    if arrival is None:
        return
    piece = decided(arrival)
    if piece.level == "unknown" and len(arrival.pieces) == 1:
        return  # a whole command line of unknown origin: whoever calls decides what to run
    yield flow_finding(CARD, flow, view, arrival, origin=origin(piece), callee=callee_of(flow))


RULE = Rule(CARD, over={"flow:command": judge})
