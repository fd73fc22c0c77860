# Copies, objects of fields, tuples with names, and readers: each part stays what it was.

import copy
import os
from collections import namedtuple
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from types import SimpleNamespace

from flask import Flask, request

app = Flask(__name__)
Trip = namedtuple("Trip", "start end")
Stop = namedtuple("Stop", ["place", "line"])


@app.get("/copies")
def copies():
    first = {"own": ["ls"], "given": request.args["given"]}
    second = copy.deepcopy(first)
    second["own"].append("-l")
    os.system(second["own"][0])
    os.system(second["given"])  # want: LNT106
    return ""


@app.get("/readers")
def readers():
    held = {"own": "ls", "given": request.args["given"]}
    os.system(itemgetter("own")(held))
    os.system(itemgetter("given")(held))  # want: LNT106
    space = SimpleNamespace(own="ls", given=request.args["given"])
    os.system(attrgetter("own")(space))
    os.system(space.own)
    os.system(attrgetter("given")(space))  # want: LNT106
    os.system(space.given)  # want: LNT106
    return ""


@app.get("/tuples")
def tuples():
    trip = Trip("ls", request.args["end"])
    start, end = trip
    os.system(start)
    os.system(trip.start)
    os.system(trip[0])
    os.system(end)  # want: LNT106
    os.system(trip.end)  # want: LNT106
    stop = Stop(place=request.args["place"], line="df")
    os.system(stop.line)
    os.system(stop.place)  # want: LNT106
    return ""


@app.get("/keys")
def keys():
    own = dict.fromkeys(["first", "second"], "ls")
    given = dict.fromkeys(["first", "second"], request.args["given"])
    os.system(own["first"])
    os.system(given["second"])  # want: LNT106
    return ""


@dataclass(frozen=True)
class Job:
    line: str
    note: str = ""


@app.get("/changed")
def changed():
    job = Job("ls", "note")
    other = replace(job, line=request.args["line"])
    os.system(job.line)
    os.system(other.note)
    os.system(other.line)  # want: LNT106
    return ""


@app.get("/numbers")
def numbers():
    text = request.args["text"]
    os.system(f"echo {text.count('a')} {text.find('b')} {text.index('c')}")
    os.system(f"echo {text.title()}")  # want: LNT106
    return ""
