"""A list's places move with what is taken out of it and put in; the text of one place is not that of another."""

import sqlite3
from collections import deque

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.post("/1")
def popped_then_second():
    rows = []
    rows.append("first")
    rows.append(request.form["q"])
    rows.append("third")
    rows.pop(0)
    return db.execute("SELECT id FROM tags WHERE word = '" + rows[1] + "'").fetchall()


@app.post("/2")
def popped_then_first():
    rows = []
    rows.append("first")
    rows.append(request.form["q"])
    rows.append("third")
    rows.pop(0)
    return db.execute("SELECT id FROM tags WHERE word = '" + rows[0] + "'").fetchall()  # want: LNT101


@app.post("/3")
def last_popped():
    rows = ["first", request.form["q"]]
    value = rows.pop()
    return db.execute("SELECT id FROM tags WHERE word = '" + value + "'").fetchall()  # want: LNT101


@app.post("/4")
def rest_after_pop():
    rows = ["first", request.form["q"]]
    rows.pop()
    return db.execute("SELECT id FROM tags WHERE word = '" + rows[-1] + "'").fetchall()


@app.post("/5")
def inserted_before():
    rows = ["first", "second"]
    rows.insert(0, request.form["q"])
    return db.execute("SELECT id FROM tags WHERE word = '" + rows[0] + "'").fetchall()  # want: LNT101


@app.post("/6")
def inserted_before_other():
    rows = ["first", "second"]
    rows.insert(0, request.form["q"])
    return db.execute("SELECT id FROM tags WHERE word = '" + rows[1] + "'").fetchall()


@app.post("/7")
def slice_without():
    rows = ["first", request.form["q"], "third", "fourth"]
    return db.execute("SELECT id FROM tags WHERE word = '" + " ".join(rows[2:]) + "'").fetchall()


@app.post("/8")
def slice_with():
    rows = ["first", request.form["q"], "third", "fourth"]
    return db.execute("SELECT id FROM tags WHERE word = '" + " ".join(rows[1:3]) + "'").fetchall()  # want: LNT101


@app.post("/9")
def place_overwritten():
    rows = [request.form["q"], "second"]
    rows[0] = "constant"
    return db.execute(f"SELECT id FROM tags WHERE word = '{rows[0]}'").fetchall()


@app.post("/10")
def place_written():
    rows = ["first", "second"]
    rows[0] = request.form["q"]
    return db.execute(f"SELECT id FROM tags WHERE word = '{rows[0]}'").fetchall()  # want: LNT101


@app.post("/11")
def extended():
    rows = ["first"]
    rows.extend(["second", request.form["q"]])
    return db.execute(f"SELECT id FROM tags WHERE word = '{rows[2]}'").fetchall()  # want: LNT101


@app.post("/12")
def extended_other():
    rows = ["first"]
    rows += ["second", request.form["q"]]
    return db.execute(f"SELECT id FROM tags WHERE word = '{rows[1]}'").fetchall()


@app.post("/13")
def reversed_in_place():
    rows = ["first", "second", request.form["q"]]
    rows.reverse()
    return db.execute(f"SELECT id FROM tags WHERE word = '{rows[0]}'").fetchall()  # want: LNT101


@app.post("/14")
def reversed_other():
    rows = ["first", "second", request.form["q"]]
    turned = rows[::-1]
    return db.execute(f"SELECT id FROM tags WHERE word = '{turned[2]}'").fetchall()


@app.post("/15")
def cleared():
    rows = [request.form["q"]]
    rows.clear()
    rows.append("constant")
    return db.execute(f"SELECT id FROM tags WHERE word = '{rows[0]}'").fetchall()


@app.post("/16")
def shared_list():
    rows = []
    same = rows
    same.append(request.form["q"])
    return db.execute(f"SELECT id FROM tags WHERE word = '{rows[0]}'").fetchall()  # want: LNT101


@app.post("/17")
def copied_before():
    rows = ["constant"]
    copied = list(rows)
    rows[0] = request.form["q"]
    return db.execute(f"SELECT id FROM tags WHERE word = '{copied[0]}'").fetchall()


@app.post("/18")
def queue_front():
    line = deque(["first"])
    line.appendleft(request.form["q"])
    return db.execute(f"SELECT id FROM tags WHERE word = '{line.popleft()}'").fetchall()  # want: LNT101


@app.post("/19")
def queue_back():
    line = deque(["first"])
    line.appendleft(request.form["q"])
    return db.execute(f"SELECT id FROM tags WHERE word = '{line.pop()}'").fetchall()


@app.post("/20")
def tuple_place():
    pair = ("constant", request.form["q"])
    return db.execute(f"SELECT id FROM tags WHERE word = '{pair[1]}'").fetchall()  # want: LNT101


@app.post("/21")
def tuple_other_place():
    pair = ("constant", request.form["q"])
    return db.execute(f"SELECT id FROM tags WHERE word = '{pair[0]}'").fetchall()


@app.post("/22")
def counted():
    rows = [request.form["q"], "second"]
    return db.execute(f"SELECT id FROM tags WHERE size = {len(rows)}").fetchall()
