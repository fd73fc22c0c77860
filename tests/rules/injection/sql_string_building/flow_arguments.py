"""Arguments by place, by name, by star, by default: each parameter takes its own."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


def second(first, other):
    return other


def with_default(text="chair"):
    return text


def by_name_only(*, word, kind="chair"):
    return word


def kind_by_name_only(*, word, kind="chair"):
    return kind


def first_of(*args):
    return args[0]


def named(**kwargs):
    return kwargs["word"]


def forward(*args, **kwargs):
    return second(*args, **kwargs)


def fill(box, text):
    box.append(text)


def rebind(box, text):
    box = [text]
    return box


def kept_between(text, seen=[]):
    seen.append(text)
    return seen


@app.get("/1")
def second_place():
    value = second("chair", request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
def first_place():
    value = second(request.args["q"], "chair")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/3")
def names_turned_round():
    value = second(other="chair", first=request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/4")
def names_turned_round_in():
    value = second(other=request.args["q"], first="chair")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/5")
def default_taken():
    value = with_default() if request.args["q"] else with_default("table")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/6")
def default_not_taken():
    value = with_default(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/7")
def keyword_only():
    value = by_name_only(word=request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/8")
def keyword_only_other():
    value = kind_by_name_only(word=request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/9")
def starred():
    value = first_of(request.args["q"], "chair")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/10")
def starred_other():
    value = first_of("chair", request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/11")
def doubly_starred():
    value = named(word=request.args["q"], kind="chair")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/12")
def doubly_starred_other():
    value = named(word="chair", kind=request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/13")
def forwarded():
    value = forward("chair", request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/14")
def forwarded_other():
    value = forward(request.args["q"], other="chair")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/15")
def list_as_arguments():
    given = ["chair", request.args["q"]]
    value = second(*given)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/16")
def dict_as_arguments():
    given = {"first": request.args["q"], "other": "chair"}
    value = second(**given)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/17")
def filled_by_the_callee():
    box = []
    fill(box, request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{box[0]}'").fetchall()  # want: LNT101


@app.get("/18")
def not_filled_by_the_callee():
    box = ["chair"]
    rebind(box, request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{box[0]}'").fetchall()


@app.get("/19")
def kept_in_the_default():
    kept_between(request.args["q"])
    value = kept_between("chair")[0]
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/20")
def own_list_given():
    value = kept_between("chair", [])[0]
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()
