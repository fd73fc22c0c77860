# file: shop/app.py
"""The check stands in another function: it raises, or it says whether, or it does neither."""

import sqlite3

from flask import Flask, abort, request

from shop.checks import assure, choose, is_known, log_unknown, refuse_quietly, says_no

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def raises():
    column = request.args["sort"]
    assure(column)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/2")
def raises_for_another():
    column = request.args["sort"]
    assure(request.args["other"])
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/3")
def only_logs():
    column = request.args["sort"]
    log_unknown(column)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/4")
def says_whether():
    column = request.args["sort"]
    if not is_known(column):
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/5")
def says_whether_and_nobody_listens():
    column = request.args["sort"]
    is_known(column)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/6")
def says_the_contrary():
    column = request.args["sort"]
    if says_no(column):
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/7")
def says_the_contrary_misread():
    column = request.args["sort"]
    if not says_no(column):
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/8")
def gives_one_of_ours():
    column = choose(request.args["sort"])
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/9")
def gives_one_of_ours_for_another():
    column = request.args["sort"]
    choose(request.args["other"])
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/10")
def returns_instead_of_raising():
    column = request.args["sort"]
    refuse_quietly(column)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/11")
def raised_and_caught():
    column = request.args["sort"]
    try:
        assure(column)
    except ValueError:
        return []
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/12")
def raised_and_forgiven():
    column = request.args["sort"]
    try:
        assure(column)
    except ValueError:
        pass
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


# file: shop/__init__.py
# file: shop/checks.py
import logging

from flask import abort

COLUMNS = {"name", "price"}


def assure(column):
    if column not in COLUMNS:
        raise ValueError("unknown column")


def log_unknown(column):
    if column not in COLUMNS:
        logging.warning("unknown column")


def is_known(column):
    return column in COLUMNS


def says_no(column):
    if column in COLUMNS:
        return False
    return True


def choose(column):
    if column not in COLUMNS:
        abort(400)
    return column


def refuse_quietly(column):
    if column not in COLUMNS:
        return None
    return column
