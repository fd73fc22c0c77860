# Containers that are made of others, or for each object anew: what is told of them less exactly than it could be.

import configparser
import os
from collections import ChainMap
from dataclasses import dataclass, field
from itertools import product

from flask import Flask, request

app = Flask(__name__)


@dataclass
class Lines:
    name: str
    lines: list = field(default_factory=list)


@app.get("/anew")
def anew():
    lines = Lines("given")
    lines.lines.append(request.args["line"])
    os.system(lines.lines[0])  # want: LNT106
    os.system(Lines("own").lines[0])
    return ""


@app.get("/chained")
def chained():
    chain = ChainMap({"own": "ls"}, {"own": "df", "given": request.args["line"]})
    os.system(chain["given"])  # want: LNT106
    os.system(chain["own"])  # want-spurious: LNT106
    return ""


@app.get("/pairs")
def pairs():
    for own, given in product(["ls"], request.args.getlist("line")):
        os.system(given)  # want: LNT106
        os.system(own)  # want-spurious: LNT106
    return ""


@app.get("/sections")
def sections():
    settings = configparser.ConfigParser()
    settings.add_section("lines")
    settings.set("lines", "own", "ls")
    settings.set("lines", "given", request.args["line"])
    os.system(settings.get("lines", "own"))
    os.system(settings["lines"]["own"])
    os.system(settings.get("lines", "given"))  # want: LNT106
    os.system(settings["lines"]["given"])  # want-missing: LNT106
    return ""


class Counted:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, holder, owner=None):
        return getattr(holder, self.name)

    def __set__(self, holder, value):
        setattr(holder, self.name, int(value))


class Job:
    count = Counted()


@app.get("/descriptors")
def descriptors():
    job = Job()
    job.count = request.args["count"]
    os.system(f"head -n {job.count}")  # want-spurious: LNT106
    return ""
