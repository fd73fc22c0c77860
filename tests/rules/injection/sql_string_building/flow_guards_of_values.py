"""A value that is one of a few constants, or made of harmless signs only, may stand in the text."""

import re
import sqlite3
from enum import Enum

from flask import Flask, abort, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)
KINDS = frozenset({"chair", "table"})
CODE = re.compile(r"[A-Z]{2}[0-9]{4}")


class Colour(Enum):
    RED = "red"
    GREEN = "green"


@app.get("/1")
def known():
    kind = request.args["kind"]
    if kind not in KINDS:
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()


@app.get("/2")
def other_value_known():
    kind, name = request.args["kind"], request.args["name"]
    if kind not in KINDS:
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE kind = '{name}'").fetchall()  # want: LNT101


@app.get("/3")
def equal_to_a_constant():
    kind = request.args["kind"]
    if kind == "chair" or kind == "table":
        return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()
    return []


@app.get("/4")
def not_equal_to_a_constant():
    kind = request.args["kind"]
    if kind != "chair":
        return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()  # want: LNT101
    return []


@app.get("/5")
def equal_or_something_else():
    kind = request.args["kind"]
    if kind == "chair" or len(kind) == 40:
        return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()  # want: LNT101
    return []


@app.get("/6")
def digits():
    size = request.args["size"]
    if not size.isdigit():
        abort(400)
    return db.execute("SELECT id FROM goods WHERE size = " + size).fetchall()


@app.get("/7")
def digits_in_the_way():
    size = request.args["size"]
    if size.isdigit():
        abort(400)
    return db.execute("SELECT id FROM goods WHERE size = " + size).fetchall()  # want: LNT101


@app.get("/8")
def letters_and_digits():
    name = request.args["name"]
    if name.isalnum():
        return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()
    return []


@app.get("/9")
def printable():
    name = request.args["name"]
    if name.isprintable():
        return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101
    return []


@app.get("/10")
def whole_pattern():
    code = request.args["code"]
    if not CODE.fullmatch(code):
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE code = '{code}'").fetchall()


@app.get("/11")
def pattern_at_the_start():
    code = request.args["code"]
    if not CODE.match(code):
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE code = '{code}'").fetchall()  # want: LNT101


@app.get("/12")
def pattern_somewhere():
    code = request.args["code"]
    if not re.search(r"[A-Z]{2}[0-9]{4}", code):
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE code = '{code}'").fetchall()  # want: LNT101


@app.get("/13")
def pattern_to_the_end():
    code = request.args["code"]
    if re.match(r"\A[A-Z]{2}[0-9]{4}\Z", code) is None:
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE code = '{code}'").fetchall()


@app.get("/14")
def part_of_the_pattern():
    found = re.search(r"code-([0-9]+)", request.args["code"])
    if found is None:
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE code = {int(found.group(1))}").fetchall()


@app.get("/15")
def pattern_that_takes_all():
    code = request.args["code"]
    if not re.fullmatch(r".+", code):
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE code = '{code}'").fetchall()  # want: LNT101


@app.get("/16")
def member_of_enumeration():
    colour = request.args["colour"]
    if colour not in [each.value for each in Colour]:
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE colour = '{colour}'").fetchall()


@app.get("/17")
def quote_refused():
    name = request.args["name"]
    if ";" in name:
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/18")
def constant_says_the_same():
    kind = request.args["kind"]
    if kind == "chair":
        value = "chair"
    elif kind == "table":
        value = "table"
    else:
        value = "other"
    return db.execute(f"SELECT id FROM goods WHERE kind = '{value}'").fetchall()


@app.get("/19")
def matched():
    kind = request.args["kind"]
    match kind:
        case "chair" | "table":
            return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()
        case _:
            return db.execute(f"SELECT id FROM rest WHERE kind = '{kind}'").fetchall()  # want: LNT101


@app.get("/20")
def asked_before_it_was_changed():
    kind = request.args["kind"]
    if kind not in KINDS:
        abort(400)
    kind = kind + request.args["more"]
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()  # want: LNT101


@app.get("/21")
def asserted_in_words_only():
    kind = request.args["kind"]
    kind in KINDS
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()  # want: LNT101


@app.get("/22")
def known_list_of_the_client():
    kind = request.args["kind"]
    if kind not in request.args.getlist("allowed"):
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()  # want: LNT101
