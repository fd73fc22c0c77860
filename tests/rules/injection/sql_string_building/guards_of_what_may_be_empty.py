# file: app.py
"""Guards that let an empty value pass: what is empty holds nothing of anybody's."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")
KINDS = {"book", "toy"}


def refuse_unknown(kind):
    if kind:
        if kind.lower() not in KINDS:
            raise ValueError(kind)


@app.get("/and")
def guarded_by_and():
    kind = request.args.get("kind")
    if kind and kind not in KINDS:
        return "unknown kind", 400
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()


@app.get("/nested")
def guarded_inside():
    kind = request.args.get("kind", "")
    refuse_unknown(kind)
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()


@app.get("/choice")
def guarded_choice():
    kind = request.args.get("kind") or "book"
    refuse_unknown(kind)
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()


@app.get("/wrong")
def guarded_elsewhere():
    kind, other = request.args.get("kind"), request.args.get("other")
    if other and kind not in KINDS:
        return "unknown kind", 400
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()  # want: LNT101


@app.get("/or")
def guarded_by_or():
    kind = request.args.get("kind")
    if kind or kind in KINDS:
        return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()  # want: LNT101
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()
