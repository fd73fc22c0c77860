# What objects say of themselves: how they are written, what they contain, what they hold; and what a type says of a value.

import base64
import enum
import os
from typing import NamedTuple

from flask import Flask, request

app = Flask(__name__)


class Line:
    def __init__(self, own, given):
        self.own, self.given = own, given

    def __str__(self):
        return f"{self.own} {self.given}"

    def __repr__(self):
        return "Line"

    def __format__(self, spec):
        return self.own

    def __contains__(self, word):
        return word in ("ls", "df")


class Shown:
    def __init__(self, given):
        self.given = given

    def __repr__(self):
        return f"echo {self.given}"


@app.get("/written")
def written():
    line = Line("ls", request.args["line"])
    os.system(repr(line))
    os.system(f"{line}")
    os.system(f"{line!r}")
    os.system(str(line))  # want: LNT106
    os.system(f"{line!s}")  # want: LNT106
    os.system(f"{Shown(request.args['line'])}")  # want: LNT106
    return ""


@app.get("/contained")
def contained():
    line = Line("ls", request.args["line"])
    word = request.args["word"]
    if word in line:
        os.system(word)
    else:
        os.system(word)  # want: LNT106
    if word not in line:
        return ""
    os.system(word)
    return ""


class Bag:
    pass


@app.get("/held")
def held():
    bag = Bag()
    bag.own = "ls"
    bag.__dict__["more"] = request.args["line"]
    os.system(bag.own)
    os.system(bag.more)  # want: LNT106
    os.system(vars(bag)["own"])
    for value in vars(bag).values():
        os.system(value)  # want: LNT106
    return ""


class Mode(str, enum.Enum):
    LIST = "ls"


class Pair(NamedTuple):
    given: str
    own: str = "ls"


@app.get("/made")
def made():
    os.system("run " + Mode(request.args["mode"]))
    pair = Pair(request.args["line"])
    os.system(pair._replace(given="df").given)
    os.system(pair._replace(own=request.args["line"]).own)  # want: LNT106
    return ""


@app.post("/types")
def types():
    data = request.get_json()
    if type(data["count"]) is int:
        os.system(f"head -n {data['count']} list.txt")
    if type(data["line"]) is str:
        os.system(f"echo {data['line']}")  # want: LNT106
    if type(data["size"]) not in (int, float):
        return ""
    os.system(f"head -c {data['size']} list.txt")
    return ""


@app.get("/pieces")
def pieces():
    line = request.args["line"]
    os.system("echo " + line.partition("=")[1])
    os.system("echo " + line.partition("=")[2])  # want: LNT106
    os.system("echo " + line.encode().hex())
    os.system("echo " + base64.b64encode(line.encode()).decode())
    os.system("echo " + base64.b64decode(line).decode())  # want: LNT106
    return ""
