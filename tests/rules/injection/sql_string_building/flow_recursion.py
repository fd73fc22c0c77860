"""Functions that call themselves or each other end with what their last step gives."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


def wrapped(text, depth):
    if depth == 0:
        return text
    return "(" + wrapped(text, depth - 1) + ")"


def dots(text, depth):
    if depth == 0:
        return "."
    return "." + dots(text, depth - 1)


def even(text, count):
    return text if count == 0 else odd(text, count - 1)


def odd(text, count):
    return "odd" if count == 0 else even(text, count - 1)


def left(text, count):
    return "left" if count == 0 else right(text, count - 1)


def right(text, count):
    return "right" if count == 0 else left(text, count - 1)


def total(tree):
    if isinstance(tree, list):
        return sum(total(each) for each in tree)
    return int(tree)


def flat(tree):
    if isinstance(tree, list):
        return " ".join(flat(each) for each in tree)
    return tree


@app.get("/1")
def carried_down():
    value = wrapped(request.args["q"], 3)
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
def not_carried_down():
    value = dots(request.args["q"], len(request.args))
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/3")
def carried_between():
    value = odd(request.args["q"], len(request.args))
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/4")
def not_carried_between():
    value = left(request.args["q"], len(request.args))
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.post("/5")
def summed():
    value = total(request.get_json())
    return db.execute(f"SELECT id FROM goods WHERE size = {value}").fetchall()


@app.post("/6")
def flattened():
    value = flat(request.get_json())
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101
