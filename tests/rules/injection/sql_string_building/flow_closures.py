"""Functions that keep a name of where they were made, and functions that are given to others."""

import sqlite3
from functools import partial, reduce

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


def keep(value):
    def inner():
        return value

    return inner


def apply(function, value):
    return function(value)


def same(value):
    return value


def drop(value):
    return "dropped"


def join(first, second):
    return first + second


@app.get("/1")
def kept():
    value = keep(request.args["q"])()
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
def kept_constant():
    asked, plain = keep(request.args["q"]), keep("constant")
    return db.execute(f"SELECT id FROM goods WHERE name = '{plain()}'").fetchall()


@app.get("/3")
def inner_function():
    word = request.args["q"]

    def run():
        return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101

    return run()


@app.get("/4")
def inner_function_of_constant():
    word = "chair" if request.args["q"] else "table"

    def run():
        return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()

    return run()


@app.get("/5")
def anonymous():
    make = lambda text: f"name = '{text}'"
    return db.execute("SELECT id FROM goods WHERE " + make(request.args["q"])).fetchall()  # want: LNT101


@app.get("/6")
def anonymous_of_constant():
    make = lambda text: "name = ?"
    return db.execute("SELECT id FROM goods WHERE " + make(request.args["q"]), [request.args["q"]]).fetchall()


@app.get("/7")
def applied():
    value = apply(same, request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/8")
def applied_dropping():
    value = apply(drop, request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/9")
def mapped():
    words = list(map(str.upper, request.args.getlist("q")))
    return db.execute(f"SELECT id FROM goods WHERE name = '{words[0]}'").fetchall()  # want: LNT101


@app.get("/10")
def mapped_to_numbers():
    words = list(map(int, request.args.getlist("q")))
    return db.execute(f"SELECT id FROM goods WHERE size = {words[0]}").fetchall()


@app.get("/11")
def filtered():
    words = list(filter(lambda word: len(word) > 2, request.args.getlist("q")))
    return db.execute(f"SELECT id FROM goods WHERE name = '{words[0]}'").fetchall()  # want: LNT101


@app.get("/12")
def filtered_constants():
    words = list(filter(lambda word: word != request.args["q"], ["chair", "table"]))
    return db.execute(f"SELECT id FROM goods WHERE name = '{words[0]}'").fetchall()


@app.get("/13")
def sorted_by_length():
    words = sorted(request.args.getlist("q"), key=lambda word: len(word))
    return db.execute(f"SELECT id FROM goods WHERE name = '{words[0]}'").fetchall()  # want: LNT101


@app.get("/14")
def sorted_constants():
    words = sorted(["chair", "table"], key=lambda word: word == request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{words[0]}'").fetchall()


@app.get("/15")
def partly_applied():
    named = partial(join, request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{named('!')}'").fetchall()  # want: LNT101


@app.get("/16")
def partly_applied_dropping():
    named = partial(drop, request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{named()}'").fetchall()


@app.get("/17")
def partly_applied_constants():
    named = partial(join, "chair")
    return db.execute(f"SELECT id FROM goods WHERE name = '{named('!')}'").fetchall()


@app.get("/18")
def reduced():
    value = reduce(join, request.args.getlist("q"), "")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


HANDLERS = {"same": same, "drop": drop}


@app.get("/19")
def dispatched():
    value = HANDLERS["same"](request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/20")
def dispatched_dropping():
    value = HANDLERS["drop"](request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/21")
def dispatched_by_the_client():
    handler = HANDLERS.get(request.args["how"], drop)
    value = handler(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/22")
def callback():
    found = []

    def take(text):
        found.append(text)

    apply(take, request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{found[0]}'").fetchall()  # want: LNT101


@app.get("/23")
def execute_by_another_name():
    run = db.execute
    run("SELECT id FROM goods WHERE name = ?", (request.args["q"],))
    return run(f"SELECT id FROM goods WHERE name = '{request.args['q']}'").fetchall()  # want: LNT101
