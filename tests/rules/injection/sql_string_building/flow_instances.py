"""What one object's attribute holds, read by other methods, by heirs and by others."""

import sqlite3
from dataclasses import dataclass, field
from typing import NamedTuple

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


class Search:
    limit = 20

    def __init__(self, word, order):
        self.word = word
        self.order = order
        self.note = ""

    def by_word(self):
        return db.execute(f"SELECT id FROM goods WHERE name = '{self.word}'").fetchall()  # want: LNT101

    def by_order(self):
        return db.execute(f"SELECT id FROM goods WHERE kind = '{self.order}'").fetchall()

    def by_limit(self):
        return db.execute(f"SELECT id FROM goods WHERE stock < {self.limit}").fetchall()

    def set_note(self, note):
        self.note = note

    def get_note(self):
        return self.note


@app.get("/1")
def search():
    asked = Search(request.args["q"], "chair")
    return [asked.by_word(), asked.by_order(), asked.by_limit()]


@app.get("/2")
def setter_and_getter():
    asked = Search("chair", "table")
    asked.set_note(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE note = '{asked.get_note()}'").fetchall()  # want: LNT101


@app.get("/3")
def another_attribute():
    asked = Search("chair", "table")
    asked.set_note(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE note = '{asked.order}'").fetchall()


@app.get("/4")
def another_object():
    asked, plain = Search("chair", "table"), Search("chair", "table")
    asked.set_note(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE note = '{plain.get_note()}'").fetchall()


@app.get("/5")
def set_back():
    asked = Search("chair", "table")
    asked.set_note(request.args["q"])
    asked.set_note("constant")
    return db.execute(f"SELECT id FROM goods WHERE note = '{asked.get_note()}'").fetchall()


class Filter:
    def __init__(self, raw):
        self._raw = raw

    @property
    def raw(self):
        return self._raw

    @property
    def size(self):
        return int(self._raw)

    @property
    def kind(self):
        return self._kind

    @kind.setter
    def kind(self, value):
        self._kind = value


@app.get("/6")
def read_property():
    chosen = Filter(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE size = {chosen.raw}").fetchall()  # want: LNT101


@app.get("/7")
def number_property():
    chosen = Filter(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE size = {chosen.size}").fetchall()


@app.get("/8")
def set_property():
    chosen = Filter("1")
    chosen.kind = request.args["q"]
    return db.execute(f"SELECT id FROM goods WHERE kind = '{chosen.kind}'").fetchall()  # want: LNT101


@app.get("/9")
def set_property_to_constant():
    chosen = Filter(request.args["q"])
    chosen.kind = "chair"
    return db.execute(f"SELECT id FROM goods WHERE kind = '{chosen.kind}'").fetchall()


@dataclass
class Criteria:
    word: str
    kind: str = "chair"
    tags: list[str] = field(default_factory=list)

    def clause(self):
        return f"word = '{self.word}'"

    def kind_clause(self):
        return f"kind = '{self.kind}'"


@app.get("/10")
def data_class():
    criteria = Criteria(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE " + criteria.clause()).fetchall()  # want: LNT101


@app.get("/11")
def data_class_default():
    criteria = Criteria(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE " + criteria.kind_clause()).fetchall()


@app.get("/12")
def data_class_list():
    criteria = Criteria("chair")
    criteria.tags.append(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE tag = '{criteria.tags[0]}'").fetchall()  # want: LNT101


@app.get("/13")
def data_class_other_list():
    criteria, plain = Criteria("chair"), Criteria("table", tags=["constant"])
    criteria.tags.append(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE tag = '{plain.tags[0]}'").fetchall()


class Range(NamedTuple):
    low: str
    high: str


@app.get("/14")
def named_tuple():
    span = Range(low="1", high=request.args["high"])
    return db.execute(f"SELECT id FROM goods WHERE size < {span.high}").fetchall()  # want: LNT101


@app.get("/15")
def named_tuple_other():
    span = Range(low="1", high=request.args["high"])
    low, _ = span
    return db.execute(f"SELECT id FROM goods WHERE size > {span.low} AND size <> {low}").fetchall()
