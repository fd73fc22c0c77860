# file: shop/app.py
"""What modules hold: constants of other files, names that functions write, names of the function around."""

import sqlite3

from flask import Flask, request

from shop import names, state
from shop.names import KINDS, TABLE, WHERE

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)
last = "nothing"
never_written = "nothing"


def remember(text):
    global last
    last = text


def shadow(text):
    never_written = text
    return len(never_written)


@app.get("/1")
def remembered():
    remember(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{last}'").fetchall()  # want: LNT101


@app.get("/2")
def shadowed():
    shadow(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{never_written}'").fetchall()


@app.get("/3")
def constant_elsewhere():
    return db.execute(f"SELECT id FROM {TABLE} {WHERE}", (request.args["q"],)).fetchall()


@app.get("/4")
def constant_elsewhere_beside_a_value():
    return db.execute(f"SELECT id FROM {names.TABLE} WHERE name = '{request.args['q']}'").fetchall()  # want: LNT101


@app.get("/5")
def condition_elsewhere():
    word = request.args["q"] if names.LOOSE else "chair"
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()


@app.get("/6")
def condition_elsewhere_met():
    word = request.args["q"] if names.STRICT else "chair"
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/7")
def template_elsewhere():
    sql = names.BY_NAME % request.args["q"]
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/8")
def template_elsewhere_filled_with_constant():
    sql = names.BY_NAME % KINDS[1]
    return db.execute(sql).fetchall() if request.args["q"] else []


@app.get("/9")
def written_elsewhere():
    state.put(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{state.take()}'").fetchall()  # want: LNT101


@app.get("/10")
def another_name_written_elsewhere():
    state.put(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{state.first()}'").fetchall()


@app.get("/11")
def name_of_the_function_around():
    word = "chair"

    def change():
        nonlocal word
        word = request.args["q"]

    change()
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/12")
def own_name_of_the_inner_function():
    word = "chair"

    def change():
        word = request.args["q"]
        return len(word)

    change()
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()


# file: shop/__init__.py
# file: shop/names.py
TABLE = "goods"
WHERE = "WHERE name = ?"
KINDS = ("chair", "table")
STRICT = True
LOOSE = not STRICT
BY_NAME = "SELECT id FROM goods WHERE name = '%s'"


# file: shop/state.py
_last = ""
_first = "first"


def put(text):
    global _last
    _last = text


def take():
    return _last


def first():
    return _first
