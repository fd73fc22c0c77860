# Who checks a value is told by what: a collection that is handed in, or held by the object that checks.

import os

from flask import Flask, abort, request

app = Flask(__name__)


def is_one_of(value, allowed):
    return value in allowed


def is_long(value, allowed):
    return len(value) > len(allowed)


def insist(value, allowed):
    if value not in allowed:
        raise ValueError(value)


class Gate:
    def __init__(self, allowed):
        self.allowed = allowed

    def lets(self, value):
        return value in self.allowed

    def names(self, value):
        return bool(value)


GATE = Gate({"ls", "df"})


@app.get("/in")
def within():
    line = request.args["line"]
    if not is_one_of(line, ["ls", "df"]):
        abort(400)
    os.system(line)
    return ""


@app.get("/in-own")
def within_own():
    line = request.args["line"]
    if not is_one_of(line, request.args.getlist("lines")):
        abort(400)
    os.system(line)  # want: LNT106
    return ""


@app.get("/long")
def long():
    line = request.args["line"]
    if not is_long(line, ["ls", "df"]):
        abort(400)
    os.system(line)  # want: LNT106
    return ""


@app.get("/insist")
def insisted():
    line = request.args["line"]
    insist(line, ("ls", "df"))
    os.system(line)
    return ""


@app.get("/gate")
def gate():
    line = request.args["line"]
    if not GATE.lets(line):
        abort(400)
    os.system(line)
    return ""


@app.get("/gate-named")
def gate_named():
    line = request.args["line"]
    if not GATE.names(line):
        abort(400)
    os.system(line)  # want: LNT106
    return ""


@app.get("/names")
def names():
    for name, value in request.args.items():
        if name in ("ls", "df"):
            os.system(name)
            os.system(value)  # want: LNT106
    return ""
