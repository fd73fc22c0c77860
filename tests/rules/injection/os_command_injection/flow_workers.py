# Threads and processes whose class says what they run, and variables of a context.

import os
from contextvars import ContextVar
from multiprocessing import Process
from threading import Thread

from flask import Flask, request

app = Flask(__name__)
current = ContextVar("current", default="ls")
other = ContextVar("other", default="ls")


class Runner(Thread):
    def __init__(self, line):
        super().__init__()
        self.line = line
        self.own = "ls"

    def run(self):
        os.system(self.own)
        os.system(self.line)  # want: LNT106


class Apart(Process):
    def __init__(self, line, **rest):
        super().__init__(**rest)
        self.line = line

    def run(self):
        os.system(self.line)  # want: LNT106


class Counting(Process):
    def __init__(self, line):
        super().__init__()
        self.count = len(line)

    def run(self):
        os.system(f"head -n {self.count} list.txt")


@app.get("/work")
def work():
    Runner(request.args["line"]).start()
    apart = Apart(request.args["line"], name="apart")
    apart.daemon = True
    apart.start()
    Counting(request.args["line"]).start()
    return ""


def put(value):
    current.set(value)


@app.get("/overwritten")
def overwritten():
    put(request.args["line"])
    put("ls")
    os.system(current.get())
    return ""


@app.get("/context")
def context():
    put(request.args["line"])
    other.set("df")
    os.system(other.get())
    os.system(current.get())  # want: LNT106
    return ""


def elsewhere():
    os.system(other.get())
    os.system(current.get("ls"))  # want: LNT106
