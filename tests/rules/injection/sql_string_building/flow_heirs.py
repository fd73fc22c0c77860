"""Which method runs is decided by the class of the object, not by the class that names the method first."""

import sqlite3
from abc import ABC, abstractmethod

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


class Picker(ABC):
    def __init__(self, text):
        self.text = text

    @abstractmethod
    def pick(self): ...

    def shown(self):
        return "<" + self.pick() + ">"


class AsSent(Picker):
    def pick(self):
        return self.text


class Fixed(Picker):
    def pick(self):
        return "constant"


class Suffixed(AsSent):
    def __init__(self, text, suffix):
        super().__init__(text)
        self.suffix = suffix

    def pick(self):
        return super().pick() + self.suffix


class Forgetful(AsSent):
    def __init__(self, text):
        super().__init__("forgotten")


@app.get("/1")
def as_sent():
    value = AsSent(request.args["q"]).pick()
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
def fixed():
    value = Fixed(request.args["q"]).pick()
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/3")
def by_the_template_method():
    value = AsSent(request.args["q"]).shown()
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/4")
def by_the_template_method_fixed():
    value = Fixed(request.args["q"]).shown()
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/5")
def by_super():
    value = Suffixed(request.args["q"], "-x").pick()
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/6")
def by_super_constant():
    asked = Suffixed("chair", "-x")
    if request.args["q"] == "more":
        asked.suffix = "-y"
    return db.execute(f"SELECT id FROM goods WHERE name = '{asked.pick()}'").fetchall()


@app.get("/7")
def forgotten():
    value = Forgetful(request.args["q"]).pick()
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


class Words:
    def __init__(self, text):
        self.parts = text.split()

    @classmethod
    def parse(cls, text):
        return cls(text)

    @classmethod
    def empty(cls, text):
        return cls("nothing at all")

    @staticmethod
    def trimmed(text):
        return text.strip()

    @staticmethod
    def fixed(text):
        return "fixed"


@app.get("/8")
def class_method():
    words = Words.parse(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE name = '" + words.parts[0] + "'").fetchall()  # want: LNT101


@app.get("/9")
def class_method_constant():
    words = Words.empty(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE name = '" + words.parts[0] + "'").fetchall()


@app.get("/10")
def static_method():
    word = Words.trimmed(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE name = '" + word + "'").fetchall()  # want: LNT101


@app.get("/11")
def static_method_constant():
    word = Words.fixed(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE name = '" + word + "'").fetchall()


class Quoting:
    def clause(self, text):
        return "name = '" + text + "'"


class Binding:
    def clause(self, text):
        return "name = ?"


class Both(Binding, Quoting):
    pass


class BothOtherwise(Quoting, Binding):
    pass


@app.get("/12")
def first_base_binds():
    clause = Both().clause(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE " + clause, (request.args["q"],)).fetchall()


@app.get("/13")
def first_base_quotes():
    clause = BothOtherwise().clause(request.args["q"])
    return db.execute("SELECT id FROM goods WHERE " + clause).fetchall()  # want: LNT101
