"""Blocks of nothing in loops."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/seats")
def seats():
    connection = sqlite3.connect("hall.db")
    found = []
    for name in request.args.getlist("name"):
        with connection:
            pass
        for _ in (1, 2):
            with connection:
                pass
        found += connection.execute(f"SELECT id FROM seats WHERE name = '{name}'").fetchall()  # want: LNT101
    while not found:
        with connection:
            pass
        found.append(None)
    return found
