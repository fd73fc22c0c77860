# What classes make themselves: iteration, items, attributes that are not there, fields after construction.

import os
from dataclasses import dataclass, field
from typing import NamedTuple, TypedDict

import attr
from flask import Flask, request

app = Flask(__name__)


class Tray:
    def __init__(self, things):
        self.things = things
        self.place = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.place == len(self.things):
            raise StopIteration
        self.place += 1
        return self.things[self.place - 1]


@app.get("/tray")
def tray():
    for thing in Tray(["ls", "df"]):
        os.system(thing)
    for thing in Tray([request.args["thing"]]):
        os.system(thing)  # want: LNT106
    return ""


class Slot:
    def __init__(self):
        self.kept = "ls"

    def __setitem__(self, key, value):
        self.kept = value


@app.get("/slot")
def slot():
    empty, full = Slot(), Slot()
    empty[request.args["key"]] = "df"
    full["key"] = request.args["value"]
    os.system(empty.kept)
    os.system(full.kept)  # want: LNT106
    return ""


class Settings:
    def __init__(self, values):
        self._values = values

    def __getattr__(self, name):
        return self._values[name]


@app.get("/settings")
def settings():
    held = Settings({"own": "ls", "given": request.args["given"]})
    os.system(held.own)
    os.system(held.given)  # want: LNT106
    return ""


@dataclass
class Job:
    name: str
    line: str = field(init=False, default="")

    def __post_init__(self):
        self.line = "nice " + self.name


@dataclass
class Counted:
    name: str
    line: str = field(init=False, default="")

    def __post_init__(self):
        self.line = f"nice {len(self.name)}"


@app.get("/jobs")
def jobs():
    os.system(Counted(request.args["name"]).line)
    os.system(Job(request.args["name"]).line)  # want: LNT106
    return ""


class Order(TypedDict):
    item: str
    note: str


class Pair(NamedTuple):
    left: str
    right: str


@attr.s
class Parcel:
    line = attr.ib()
    sender = attr.ib(default="us")


@app.get("/shapes")
def shapes():
    order = Order(item=request.args["item"], note="ls")
    os.system(order["note"])
    os.system(order["item"])  # want: LNT106
    left, right = Pair("ls", request.args["item"])
    os.system(left)
    os.system(right)  # want: LNT106
    parcel = Parcel("ls", request.args["sender"])
    os.system(parcel.line)
    os.system(parcel.sender)  # want: LNT106
    return ""
