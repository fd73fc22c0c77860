"""What a name holds after `try`: the value of the way that was taken."""

import logging
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


class Refused(Exception):
    def __init__(self, text):
        super().__init__(text)
        self.text = text


def refuse(text):
    raise Refused(text)


@app.get("/1")
def replaced_in_finally():
    word = "chair"
    try:
        word = request.args["q"]
    finally:
        word = "table"
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()


@app.get("/2")
def taken_in_finally():
    word = "chair"
    try:
        word = "table"
    finally:
        word = request.args["q"]
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/3")
def taken_in_try():
    try:
        word = request.args["q"]
    except KeyError:
        word = "none"
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/4")
def constant_either_way():
    try:
        size = int(request.args["q"])
        word = "number"
    except ValueError:
        word = "text"
        size = -1
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}' AND size = {size}").fetchall()


@app.get("/5")
def taken_in_except():
    word = "chair"
    try:
        int(request.args["q"])
    except ValueError:
        word = request.args["q"]
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/6")
def leaves_in_except():
    raw = request.args["q"]
    try:
        size = int(raw)
    except ValueError:
        logging.warning("no number")
        abort(400)
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/7")
def taken_in_else():
    word = "chair"
    try:
        size = len(request.args["q"])
    except KeyError:
        pass
    else:
        word = request.args["q"] * size
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/8")
def message_of_the_problem():
    try:
        refuse(request.args["q"])
    except Refused as problem:
        return db.execute(f"INSERT INTO log VALUES ('{problem.text}')").fetchall()  # want: LNT101
    return []


@app.get("/9")
def message_of_the_problem_bound():
    try:
        refuse(request.args["q"])
    except Refused as problem:
        return db.execute("INSERT INTO log VALUES (?)", (str(problem),)).fetchall()
    return []


@app.get("/10")
def after_the_raise():
    word = request.args["q"]
    raise ValueError(word)
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()


@app.get("/11")
def swallowed():
    word = request.args["q"]
    try:
        if word not in ("chair", "table"):
            raise ValueError("unknown")
    except ValueError:
        logging.warning("went on")
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/12")
def not_swallowed():
    word = request.args["q"]
    try:
        if word not in ("chair", "table"):
            raise ValueError("unknown")
    except ValueError:
        return []
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()


@app.get("/13")
def sink_in_try():
    cursor = db.cursor()
    try:
        cursor.execute("SELECT id FROM goods WHERE name = '" + request.args["q"] + "'")  # want: LNT101
        return cursor.fetchall()
    except sqlite3.Error:
        return []
    finally:
        cursor.close()
