"""What was checked stays clean in objects, pairs and texts that are made of it, and only that."""

import os
from dataclasses import dataclass
from typing import NamedTuple

from flask import Flask, abort, request

app = Flask(__name__)
KINDS = {"invoice", "receipt"}


class Plain:
    def __init__(self, kind, name):
        self.kind = kind
        self.name = name


@dataclass
class Record:
    kind: str
    name: str = ""


class Pair(NamedTuple):
    kind: str
    name: str


def _plain():
    kind = request.args["kind"]
    if kind not in KINDS:
        abort(400)
    return Plain(kind, request.args["name"])


def _record():
    kind = request.args["kind"]
    if kind not in KINDS:
        abort(400)
    return Record(kind=kind, name=request.args["name"])


def _pair():
    kind = request.args["kind"]
    if kind not in KINDS:
        abort(400)
    return Pair(kind, request.args["name"])


def _yielded():
    kind = request.args["kind"]
    if kind not in KINDS:
        return
    yield kind
    yield request.args["name"]


def _joined(kind):
    if kind not in KINDS:
        abort(400)
    return os.path.join("papers", kind)


def _chosen(kind):
    return f"{kind}.txt" if kind in KINDS else "none.txt"


def _chosen_badly(kind):
    return f"{kind}.txt" if kind not in KINDS else "none.txt"


def _numbered(kinds):
    return [f"{place}-{kind}" for place, kind in enumerate(kinds) if kind in KINDS]


@app.get("/1")
def plain():
    os.mkdir("/srv/" + _plain().kind)
    os.mkdir("/srv/" + _plain().name)  # want: LNT121
    return ""


@app.get("/2")
def record():
    os.mkdir("/srv/" + _record().kind)
    os.mkdir("/srv/" + _record().name)  # want: LNT121
    return ""


@app.get("/3")
def pair():
    os.mkdir("/srv/" + _pair().kind)
    os.mkdir("/srv/" + _pair().name)  # want: LNT121
    return ""


@app.get("/4")
def yielded():
    for each in _yielded():
        os.mkdir("/srv/" + each)  # want: LNT121
    return ""


@app.get("/5")
def texts():
    os.mkdir("/srv/" + _joined(request.args["kind"]))
    os.mkdir("/srv/" + _chosen(request.args["kind"]))
    os.mkdir("/srv/" + _numbered(request.args.getlist("kind"))[0])
    return ""


@app.get("/6")
def chosen_badly():
    os.mkdir("/srv/" + _chosen_badly(request.args["kind"]))  # want: LNT121
    return ""
