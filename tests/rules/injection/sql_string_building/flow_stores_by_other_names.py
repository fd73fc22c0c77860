# file: shop/__init__.py
# file: shop/common.py
"""Stores that are handed on, and named otherwise: what is put into them is read elsewhere."""

import sqlite3

from flask import g as kept

db = sqlite3.connect("shop.db")

# file: shop/filling.py
from flask import Flask, request
from shop.common import kept

app = Flask(__name__)


@app.before_request
def fill() -> None:
    own = kept
    own.name = request.args["name"]
    kept.page = int(request.args["page"])


@app.before_request
def fill_session() -> None:
    from flask import session as basket

    part = basket
    part["colour"] = request.args["colour"]


# file: shop/reading.py
from flask import session

from shop.common import db, kept
from shop.filling import app


@app.get("/goods")
def goods():
    rows = db.execute(f"SELECT id FROM goods WHERE name = '{kept.name}'").fetchall()  # want: LNT101
    rows += db.execute(f"SELECT id FROM goods WHERE page = {kept.page}").fetchall()
    return rows + db.execute(f"SELECT id FROM goods WHERE colour = '{session['colour']}'").fetchall()  # want: LNT101
