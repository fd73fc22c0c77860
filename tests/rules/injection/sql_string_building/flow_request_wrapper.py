# file: shop/app.py
"""The request is wrapped in a class of another file, which cleans some of what it hands out."""

import sqlite3

from flask import Flask, request

from shop.asked import Asked, field, number

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def handed_out():
    value = Asked(request).text("q")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
def handed_out_as_number():
    value = Asked(request).number("q")
    return db.execute(f"SELECT id FROM goods WHERE size = {value}").fetchall()


@app.get("/3")
def fixed_answer():
    value = Asked(request).trusted("q")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/4")
def one_of_some():
    value = Asked(request).one_of("q", ("chair", "table"))
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/5")
def by_a_function():
    return db.execute(f"SELECT id FROM goods WHERE name = '{field('q')}'").fetchall()  # want: LNT101


@app.get("/6")
def by_a_function_as_number():
    return db.execute(f"SELECT id FROM goods WHERE size = {number('q')}").fetchall()


@app.get("/7")
def header():
    value = Asked(request).header("X-Kind")
    return db.execute(f"SELECT id FROM goods WHERE kind = '{value}'").fetchall()  # want: LNT101


@app.get("/8")
def all_of_it():
    value = Asked(request).all()["q"]
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


# file: shop/__init__.py
# file: shop/asked.py
from flask import abort, request


class Asked:
    def __init__(self, incoming):
        self.incoming = incoming

    def text(self, name, default=""):
        return self.incoming.args.get(name, default)

    def number(self, name):
        try:
            return int(self.incoming.args.get(name, "0"))
        except ValueError:
            return 0

    def trusted(self, name):
        print("asked for", name, self.incoming.args.get(name))
        return "trusted"

    def one_of(self, name, allowed):
        value = self.incoming.args.get(name)
        if value not in allowed:
            abort(400)
        return value

    def header(self, name):
        return self.incoming.headers.get(name, "")

    def all(self):
        return dict(self.incoming.args)


def field(name):
    return request.args[name]


def number(name):
    return int(field(name))
