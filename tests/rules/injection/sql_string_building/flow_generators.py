"""Generators yield, and contexts lend, what they were given; not what else they hold."""

import contextlib
import itertools
import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


def words(text):
    yield "first"
    yield from text.split(",")


def sizes(text):
    for word in text.split(","):
        yield len(word)


def pairs(text):
    yield "constant", text


@contextlib.contextmanager
def lent(text):
    yield text


@contextlib.contextmanager
def timed(text):
    print(text)
    yield "timed"


@contextlib.contextmanager
def opened():
    connection = sqlite3.connect("shop.db")
    try:
        yield connection
    finally:
        connection.close()


@app.get("/1")
def yielded():
    for word in words(request.args["q"]):
        db.execute(f"SELECT id FROM goods WHERE name = '{word}'")  # want: LNT101
    return ""


@app.get("/2")
def yielded_numbers():
    for size in sizes(request.args["q"]):
        db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return ""


@app.get("/3")
def yielded_constants():
    for word in words("a,b"):
        db.execute(f"SELECT id FROM goods WHERE name = '{word}'")
    return request.args["q"]


@app.get("/4")
def yielded_pair():
    for fixed, text in pairs(request.args["q"]):
        db.execute(f"SELECT id FROM goods WHERE name = '{text}'")  # want: LNT101
    return ""


@app.get("/5")
def yielded_pair_other():
    for fixed, text in pairs(request.args["q"]):
        db.execute(f"SELECT id FROM goods WHERE name = '{fixed}'")
    return ""


@app.get("/6")
def lent_text():
    with lent(request.args["q"]) as text:
        db.execute(f"SELECT id FROM goods WHERE name = '{text}'")  # want: LNT101
    return ""


@app.get("/7")
def lent_constant():
    with timed(request.args["q"]) as text:
        db.execute(f"SELECT id FROM goods WHERE name = '{text}'")
    return ""


@app.get("/8")
def lent_connection():
    with opened() as connection:
        connection.execute(f"SELECT id FROM goods WHERE name = '{request.args['q']}'")  # want: LNT101
    return ""


@app.get("/9")
def lent_connection_bound():
    with opened() as connection, contextlib.closing(connection.cursor()) as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = ?", (request.args["q"],))
        return cursor.fetchall()


@app.get("/10")
def chained():
    for word in itertools.chain(["chair"], request.args.getlist("q")):
        db.execute(f"SELECT id FROM goods WHERE name = '{word}'")  # want: LNT101
    return ""


@app.get("/11")
def chained_constants():
    for word in itertools.chain(["chair"], ("table",)):
        db.execute(f"SELECT id FROM goods WHERE name = '{word}'")
    return ""


@app.get("/12")
def next_of_it():
    line = words(request.args["q"])
    next(line)
    return db.execute(f"SELECT id FROM goods WHERE name = '{next(line)}'").fetchall()  # want: LNT101


@app.get("/13")
def listed():
    listed_words = ", ".join("?" for _ in words(request.args["q"]))
    return db.execute(f"SELECT id FROM goods WHERE name IN ({listed_words})", list(words(request.args["q"]))).fetchall()
