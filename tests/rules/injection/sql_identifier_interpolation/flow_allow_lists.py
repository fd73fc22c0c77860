"""A name that the client sends may stand in the text once it is known to be one of ours, and only then."""

import logging
import sqlite3
from enum import Enum

from flask import Flask, abort, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)
COLUMNS = ("name", "price", "added")
TABLES = {"goods", "makers"}
SORTS = frozenset(["name", "price"])


class Column(str, Enum):
    NAME = "name"
    PRICE = "price"


@app.get("/1")
def unchecked():
    column = request.args["sort"]
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/2")
def checked():
    column = request.args["sort"]
    if column not in COLUMNS:
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/3")
def checked_by_raise():
    table = request.args["table"]
    if table not in TABLES:
        raise ValueError("unknown table")
    return db.execute("SELECT id FROM " + table).fetchall()


@app.get("/4")
def unchecked_table():
    table = request.args["table"]
    return db.execute("SELECT id FROM " + table).fetchall()  # want: LNT102


@app.get("/5")
def checked_by_return():
    column = request.args["sort"]
    if column not in SORTS:
        return []
    return db.execute("SELECT id FROM goods ORDER BY %s" % column).fetchall()


@app.get("/6")
def checked_the_wrong_way_round():
    column = request.args["sort"]
    if column in SORTS:
        return []
    return db.execute("SELECT id FROM goods ORDER BY %s" % column).fetchall()  # want: LNT102


@app.get("/7")
def checked_inside():
    column = request.args["sort"]
    if column in SORTS:
        return db.execute("SELECT id FROM goods ORDER BY %s" % column).fetchall()
    return []


@app.get("/8")
def checked_but_goes_on():
    column = request.args["sort"]
    if column not in COLUMNS:
        logging.warning("unknown column")
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/9")
def replaced_when_unknown():
    column = request.args["sort"]
    if column not in COLUMNS:
        column = "name"
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/10")
def another_one_checked():
    column, other = request.args["sort"], request.args["other"]
    if other not in COLUMNS:
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/11")
def checked_too_late():
    column = request.args["sort"]
    found = db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102
    if column not in COLUMNS:
        abort(400)
    return found


@app.get("/12")
def conditional_expression():
    column = request.args["sort"] if request.args["sort"] in COLUMNS else "name"
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/13")
def conditional_expression_for_another():
    column = request.args["sort"] if request.args["other"] in COLUMNS else "name"
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/14")
def enumerated():
    column = Column(request.args["sort"])
    return db.execute(f"SELECT id FROM goods ORDER BY {column.value}").fetchall()


@app.get("/15")
def direction():
    direction = "DESC" if request.args.get("down") else "ASC"
    return db.execute(f"SELECT id FROM goods ORDER BY name {direction}").fetchall()


@app.get("/16")
def direction_as_sent():
    direction = request.args.get("direction", "ASC")
    return db.execute(f"SELECT id FROM goods ORDER BY name {direction}").fetchall()  # want: LNT102


@app.get("/17")
def checked_in_small_letters():
    direction = request.args.get("direction", "ASC")
    if direction.upper() not in ("ASC", "DESC"):
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY name {direction}").fetchall()


@app.get("/18")
def both_checked():
    table, column = request.args["table"], request.args["sort"]
    if table not in TABLES or column not in COLUMNS:
        abort(400)
    return db.execute(f"SELECT id FROM {table} ORDER BY {column}").fetchall()


@app.get("/19")
def refused_only_if_both_are_unknown():
    table, column = request.args["table"], request.args["sort"]
    if table not in TABLES and column not in COLUMNS:
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/20")
def all_checked():
    columns = request.args.getlist("column")
    if not all(column in COLUMNS for column in columns):
        abort(400)
    return db.execute("SELECT " + ", ".join(columns) + " FROM goods").fetchall()


@app.get("/21")
def any_checked():
    columns = request.args.getlist("column")
    if not any(column in COLUMNS for column in columns):
        abort(400)
    return db.execute("SELECT " + ", ".join(columns) + " FROM goods").fetchall()  # want: LNT102


@app.get("/22")
def list_that_may_be_extended():
    allowed = ["name", "price"]
    allowed.append(request.args["sort"])
    column = request.args["sort"]
    if column not in allowed:
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102
