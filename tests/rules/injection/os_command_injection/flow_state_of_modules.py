# State that outlives a request: what one handler leaves in a class, a module or a registry, and another reads.

import os
from contextvars import ContextVar
from threading import Thread

from flask import Flask, request

app = Flask(__name__)
current = ContextVar("current", default="ls")
LINES = {"own": "ls", "given": "df"}
MAKERS = {}


class Kept:
    own = "ls"
    given = "df"


@app.post("/keep")
def keep():
    Kept.given = request.form["line"]
    LINES["given"] = request.form["line"]
    current.set(request.form["line"])
    return ""


@app.get("/kept")
def kept():
    os.system(Kept.own)
    os.system(LINES["own"])
    os.system(Kept.given)  # want: LNT106
    os.system(LINES["given"])  # want: LNT106
    os.system(current.get())  # want: LNT106
    return ""


def makes(name):
    def note(function):
        MAKERS[name] = function
        return function

    return note


@makes("shown")
def shown(name):
    return "echo " + name


@makes("counted")
def counted(name):
    return f"echo {len(name)}"


@app.get("/made")
def made():
    os.system(MAKERS["counted"](request.args["name"]))
    os.system(MAKERS["shown"](request.args["name"]))  # want: LNT106
    return ""


class Worker(Thread):
    def __init__(self, line):
        super().__init__()
        self.line = line

    def run(self):
        os.system(self.line)  # want: LNT106


@app.get("/work")
def work():
    Worker(request.args["line"]).start()
    return ""


def answering():
    line = yield "ls"
    os.system(line)  # want-missing: LNT106
    yield ""


@app.get("/send")
def send():
    generator = answering()
    os.system(next(generator))
    generator.send(request.args["line"])
    return ""


@app.get("/first")
def first():
    lines = ["ls", *request.args.getlist("line")]
    os.system(lines[0])
    return ""
