"""Names that take their values from one assignment each take their own."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


def split_pair(text):
    return text, "constant"


@app.get("/1")
def pair_first():
    first, second = request.args["q"], "constant"
    return db.execute(f"SELECT id FROM tags WHERE word = '{first}'").fetchall()  # want: LNT101


@app.get("/2")
def pair_second():
    first, second = request.args["q"], "constant"
    return db.execute(f"SELECT id FROM tags WHERE word = '{second}'").fetchall()


@app.get("/3")
def swapped_in():
    first, second = request.args["q"], "constant"
    first, second = second, first
    return db.execute(f"SELECT id FROM tags WHERE word = '{second}'").fetchall()  # want: LNT101


@app.get("/4")
def swapped_out():
    first, second = request.args["q"], "constant"
    first, second = second, first
    return db.execute(f"SELECT id FROM tags WHERE word = '{first}'").fetchall()


@app.get("/5")
def starred_rest():
    head, *rest = ["a", "b", request.args["q"]]
    return db.execute(f"SELECT id FROM tags WHERE word = '{rest[1]}'").fetchall()  # want: LNT101


@app.get("/6")
def starred_head():
    head, *rest = ["a", "b", request.args["q"]]
    return db.execute(f"SELECT id FROM tags WHERE word = '{head}'").fetchall()


@app.get("/7")
def starred_middle():
    head, *middle, tail = [request.args["q"], "b", "c", "d"]
    return db.execute("SELECT id FROM tags WHERE word = '" + "".join(middle) + tail + "'").fetchall()


@app.get("/8")
def starred_middle_tail():
    head, *middle, tail = ["a", "b", "c", request.args["q"]]
    return db.execute("SELECT id FROM tags WHERE word = '" + "".join(middle) + tail + "'").fetchall()  # want: LNT101


@app.get("/9")
def nested_pair():
    (first, second), third = ("a", request.args["q"]), "c"
    return db.execute(f"SELECT id FROM tags WHERE word = '{second}'").fetchall()  # want: LNT101


@app.get("/10")
def nested_pair_other():
    (first, second), third = ("a", request.args["q"]), "c"
    return db.execute(f"SELECT id FROM tags WHERE word = '{first}{third}'").fetchall()


@app.get("/11")
def returned_pair():
    text, fixed = split_pair(request.args["q"])
    return db.execute(f"SELECT id FROM tags WHERE word = '{text}'").fetchall()  # want: LNT101


@app.get("/12")
def returned_pair_other():
    text, fixed = split_pair(request.args["q"])
    return db.execute(f"SELECT id FROM tags WHERE word = '{fixed}'").fetchall()


@app.get("/13")
def chained():
    one = two = request.args["q"]
    one = "constant"
    return db.execute(f"SELECT id FROM tags WHERE word = '{two}'").fetchall()  # want: LNT101


@app.get("/14")
def chained_other():
    one = two = request.args["q"]
    one = "constant"
    return db.execute(f"SELECT id FROM tags WHERE word = '{one}'").fetchall()


@app.get("/15")
def walked_pairs():
    for name, value in [("a", "constant"), ("b", "constant")]:
        db.execute(f"SELECT id FROM tags WHERE word = '{value}'")
    return request.args["q"]


@app.get("/16")
def walked_pairs_in():
    for name, value in [("a", "constant"), ("b", request.args["q"])]:
        db.execute(f"SELECT id FROM tags WHERE word = '{value}'")  # want: LNT101
    return ""


@app.get("/17")
def numbered():
    for place, value in enumerate([request.args["q"]]):
        db.execute(f"SELECT id FROM tags WHERE place = {place}")
    return ""


@app.get("/18")
def numbered_value():
    for place, value in enumerate([request.args["q"]]):
        db.execute(f"SELECT id FROM tags WHERE word = '{value}'")  # want: LNT101
    return ""


@app.get("/19")
def zipped():
    for left, right in zip(["a", "b"], [request.args["q"], "d"]):
        db.execute(f"SELECT id FROM tags WHERE word = '{right}'")  # want: LNT101
    return ""


@app.get("/20")
def zipped_other():
    for left, right in zip(["a", "b"], [request.args["q"], "d"]):
        db.execute(f"SELECT id FROM tags WHERE word = '{left}'")
    return ""


@app.get("/21")
def split_at_blank():
    head, _, tail = request.args["q"].partition(" ")
    return db.execute(f"SELECT id FROM tags WHERE word = '{tail}'").fetchall()  # want: LNT101


@app.get("/22")
def matched_sequence():
    match ["word", request.args["q"]]:
        case ["word", value]:
            return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()  # want: LNT101
        case [first, _]:
            return db.execute(f"SELECT id FROM tags WHERE word = '{first}'").fetchall()
    return []
