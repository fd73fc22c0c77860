"""A number, a date or a member of an enumeration cannot carry SQL; the text it was made of can."""

import datetime
import decimal
import enum
import sqlite3
import uuid

from flask import Flask, abort, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"


class Size(enum.IntEnum):
    SMALL = 1
    LARGE = 2


@app.get("/1")
def whole_number():
    size = int(request.args["size"])
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/2")
def text_beside_the_number():
    text = request.args["text"]
    size = int(request.args["size"])
    return db.execute(f"SELECT id FROM goods WHERE size = {text} AND {size} > 0").fetchall()  # want: LNT101


@app.get("/3")
def text_that_was_a_number():
    text = request.args["size"]
    try:
        int(text)
    except ValueError:
        pass
    return db.execute(f"SELECT id FROM goods WHERE size = {text}").fetchall()  # want: LNT101


@app.get("/4")
def number_again_as_text():
    size = str(int(request.args["size"]) * 2)
    return db.execute("SELECT id FROM goods WHERE size = " + size).fetchall()


@app.get("/5")
def number_or_text():
    raw = request.args["size"]
    try:
        size = int(raw)
    except ValueError:
        size = raw
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()  # want: LNT101


@app.get("/6")
def number_or_zero():
    raw = request.args["size"]
    try:
        size = int(raw)
    except ValueError:
        size = 0
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/7")
def broken_number():
    price = float(request.args["price"])
    exact = decimal.Decimal(request.args["exact"])
    return db.execute(f"SELECT id FROM goods WHERE price > {price} AND exact < {exact}").fetchall()


@app.get("/8")
def identifier():
    key = uuid.UUID(request.args["key"])
    return db.execute(f"SELECT id FROM goods WHERE key = '{key}'").fetchall()


@app.get("/9")
def identifier_never_parsed():
    key = str(request.args["key"])
    return db.execute(f"SELECT id FROM goods WHERE key = '{key}'").fetchall()  # want: LNT101


@app.get("/10")
def day():
    since = datetime.date.fromisoformat(request.args["since"])
    return db.execute(f"SELECT id FROM goods WHERE added > '{since.isoformat()}'").fetchall()


@app.get("/11")
def day_as_sent():
    since = request.args["since"]
    return db.execute(f"SELECT id FROM goods WHERE added > '{since}'").fetchall()  # want: LNT101


@app.get("/12")
def member():
    colour = Colour(request.args["colour"])
    return db.execute(f"SELECT id FROM goods WHERE colour = '{colour.value}'").fetchall()


@app.get("/13")
def member_by_name():
    try:
        colour = Colour[request.args["colour"]]
    except KeyError:
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE colour = '{colour.value}'").fetchall()


@app.get("/14")
def member_never_looked_up():
    default = Colour.RED.value
    colour = request.args.get("colour", default)
    return db.execute(f"SELECT id FROM goods WHERE colour = '{colour}'").fetchall()  # want: LNT101


@app.get("/15")
def member_of_numbers():
    size = Size(int(request.args["size"]))
    return db.execute(f"SELECT id FROM goods WHERE size = {size.value}").fetchall()


@app.get("/16")
def flag():
    new = request.args.get("new") is not None
    return db.execute(f"SELECT id FROM goods WHERE new = {bool(new)}").fetchall()


@app.get("/17")
def typed_by_the_framework():
    size = request.args.get("size", 1, type=int)
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/18")
def typed_as_text():
    size = request.args.get("size", "1", type=str)
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()  # want: LNT101


@app.get("/19")
def bounded():
    page = max(1, min(int(request.args["page"]), 50))
    return db.execute("SELECT id FROM goods WHERE page = %d" % page).fetchall()


@app.get("/20")
def percent_d():
    return db.execute("SELECT id FROM goods WHERE page = %d" % round(float(request.args["page"]))).fetchall()


@app.get("/21")
def position_of_text():
    place = "abcdef".find(request.args["letter"])
    return db.execute("SELECT id FROM goods WHERE shelf = " + str(place)).fetchall()


@app.get("/22")
def annotated_only():
    size: int = request.args["size"]
    return db.execute("SELECT id FROM goods WHERE size = " + size).fetchall()  # want: LNT101
