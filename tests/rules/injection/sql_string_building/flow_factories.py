# file: shop/app.py
"""A factory names the implementation by a constant; only that one is asked."""

import sqlite3

from flask import Flask, request

from shop.things import create, registered

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def relaying_thing():
    thing = create("relay")
    value = thing.handle(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
def dropping_thing():
    thing = create("drop")
    value = thing.handle(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/3")
def constant_given_to_relay():
    thing = create("relay")
    thing.handle(request.args["q"])
    value = thing.handle("constant")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/4")
def kept_by_the_thing():
    thing = create("keep")
    thing.handle(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{thing.last}'").fetchall()  # want: LNT101


@app.get("/5")
def counted_by_the_thing():
    thing = create("keep")
    thing.handle(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE size = {thing.count}").fetchall()


@app.get("/6")
def chosen_by_the_client():
    thing = create(request.args["kind"])
    value = thing.handle(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/7")
def from_the_register():
    value = registered("relay")().handle(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/8")
def from_the_register_dropping():
    value = registered("drop")().handle(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want-spurious: LNT101


# file: shop/things.py
from abc import ABC, abstractmethod


class Thing(ABC):
    @abstractmethod
    def handle(self, text):
        raise NotImplementedError


class Relay(Thing):
    def handle(self, text):
        return text


class Drop(Thing):
    def handle(self, text):
        return "dropped"


class Keep(Thing):
    def __init__(self):
        self.last = "nothing"
        self.count = 0

    def handle(self, text):
        self.last = text
        self.count += 1
        return "kept"


REGISTER = {"relay": Relay, "drop": Drop}


def registered(name):
    return REGISTER[name]


def create(kind):
    if kind == "relay":
        return Relay()
    if kind == "keep":
        return Keep()
    return Drop()
