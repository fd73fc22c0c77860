# file: app.py
"""Names of columns that come as keys: a dictionary that is made anew has the keys of the old one."""

import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")
COLUMNS = ("name", "price")


@app.post("/given")
def given():
    row = {key: value for key, value in request.form.items() if value}
    for key in row:
        db.execute(f"UPDATE goods SET {key} = ?", [row[key]])  # want: LNT102


@app.post("/ours")
def ours():
    row = {key: request.form[key] for key in COLUMNS}
    clause = ", ".join(f"{key} = ?" for key in row)
    db.execute("UPDATE goods SET " + clause, list(row.values()))


@app.post("/some")
def some():
    row = {}
    for key in request.form:
        if key in COLUMNS:
            row[key] = request.form[key]
    db.execute("UPDATE goods SET " + ", ".join(f"{key} = ?" for key in row), list(row.values()))


@app.post("/strict")
def strict():
    row = {"id": 0}
    for key, value in request.form.items():
        if key not in COLUMNS:
            abort(400)
        row[key] = value
    db.execute("UPDATE goods SET " + ", ".join(f"{key} = ?" for key in row), list(row.values()))


@app.post("/copied")
def copied():
    row = {"id": 0}
    row.update({key: value for key, value in request.form.items()})
    clause = ", ".join(f"{key} = ?" for key in row.keys())
    db.execute("UPDATE goods SET " + clause, list(row.values()))  # want: LNT102


@app.post("/filtered")
def filtered():
    row = {column: request.form.get(column) for column in COLUMNS}
    row = {column: value for column, value in row.items() if value}
    db.execute("UPDATE goods SET " + ", ".join(f"{key} = ?" for key in row), list(row.values()))
