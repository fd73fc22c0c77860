"""Comprehensions and generator expressions give what their element is made of."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def element():
    words = [word.strip() for word in request.args.getlist("w")]
    return db.execute("SELECT id FROM tags WHERE word = '" + words[0] + "'").fetchall()  # want: LNT101


@app.get("/2")
def number_of_each():
    sizes = [len(word) for word in request.args.getlist("w")]
    return db.execute("SELECT id FROM tags WHERE size = " + str(sizes[0])).fetchall()


@app.get("/3")
def quoted_each():
    listed = ", ".join(f"'{word}'" for word in request.args.getlist("w"))
    return db.execute(f"SELECT id FROM tags WHERE word IN ({listed})").fetchall()  # want: LNT101


@app.get("/4")
def placeholder_each():
    words = request.args.getlist("w")
    listed = ", ".join("?" for word in words)
    return db.execute(f"SELECT id FROM tags WHERE word IN ({listed})", words).fetchall()


@app.get("/5")
def kept_if_known():
    known = ("red", "green")
    words = [word for word in request.args.getlist("w") if word in known]
    listed = ", ".join(f"'{word}'" for word in words)
    return db.execute(f"SELECT id FROM tags WHERE word IN ({listed})").fetchall()


@app.get("/6")
def kept_if_unknown():
    known = ("red", "green")
    words = [word for word in request.args.getlist("w") if word not in known]
    listed = ", ".join(f"'{word}'" for word in words)
    return db.execute(f"SELECT id FROM tags WHERE word IN ({listed})").fetchall()  # want: LNT101


@app.get("/7")
def known_that_were_asked():
    asked = request.args.getlist("w")
    words = [word for word in ("red", "green") if word in asked]
    listed = ", ".join(f"'{word}'" for word in words)
    return db.execute(f"SELECT id FROM tags WHERE word IN ({listed})").fetchall()


@app.get("/8")
def keyed():
    box = {name: value for name, value in request.args.items()}
    return db.execute(f"SELECT id FROM tags WHERE word = '{box['w']}'").fetchall()  # want: LNT101


@app.get("/9")
def keyed_numbers():
    box = {name: int(value) for name, value in request.args.items()}
    return db.execute(f"SELECT id FROM tags WHERE size = {box['w']}").fetchall()


@app.get("/10")
def in_numbers():
    ids = [int(each) for each in request.args.get("ids", "").split(",")]
    return db.execute("SELECT id FROM tags WHERE id IN (%s)" % ",".join(map(str, ids))).fetchall()


@app.get("/11")
def in_texts():
    ids = [each for each in request.args.get("ids", "").split(",")]
    return db.execute("SELECT id FROM tags WHERE id IN (%s)" % ",".join(ids)).fetchall()  # want: LNT101


@app.get("/12")
def first_of():
    value = next((each for each in request.args.getlist("w") if each), "none")
    return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()  # want: LNT101


@app.get("/13")
def first_of_constants():
    value = next((each for each in ("a", "b") if each == request.args.get("w")), "none")
    return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()


@app.get("/14")
def nested_element():
    pairs = [(row, word) for row in ("a", "b") for word in request.args.getlist("w")]
    return db.execute(f"SELECT id FROM tags WHERE word = '{pairs[0][1]}'").fetchall()  # want: LNT101


@app.get("/15")
def nested_constant():
    pairs = [(row, word) for row in ("a", "b") for word in request.args.getlist("w")]
    return db.execute(f"SELECT id FROM tags WHERE word = '{pairs[0][0]}'").fetchall()


@app.get("/16")
def name_of_the_comprehension():
    word = "constant"
    words = [word for word in request.args.getlist("w")]
    return db.execute(f"SELECT id FROM tags WHERE word = '{word}' AND size < {len(words)}").fetchall()
