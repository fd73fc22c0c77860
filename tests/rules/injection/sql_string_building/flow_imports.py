# file: shop/app.py
"""Helpers that are reached by every way of importing, each beside one that does not hand its text on."""

import sqlite3

from flask import Flask, request

import shop.tools.texts as texts
from shop.tools import drop as thrown, same
from shop.stars import *
from shop.views import blueprint

app = Flask(__name__)
app.register_blueprint(blueprint)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def exported_again():
    return db.execute(f"SELECT id FROM goods WHERE name = '{same(request.args['q'])}'").fetchall()  # want: LNT101


@app.get("/2")
def exported_again_dropping():
    return db.execute(f"SELECT id FROM goods WHERE name = '{thrown(request.args['q'])}'").fetchall()


@app.get("/3")
def by_module():
    return db.execute(f"SELECT id FROM goods WHERE name = '{texts.same(request.args['q'])}'").fetchall()  # want: LNT101


@app.get("/4")
def by_star():
    return db.execute(f"SELECT id FROM goods WHERE name = '{starred(request.args['q'])}'").fetchall()  # want: LNT101


@app.get("/5")
def by_star_dropping():
    return db.execute(f"SELECT id FROM goods WHERE name = '{starred_drop(request.args['q'])}'").fetchall()


@app.get("/6")
def inside_the_function():
    from shop.tools.texts import drop as same

    return db.execute(f"SELECT id FROM goods WHERE name = '{same(request.args['q'])}'").fetchall()


# file: shop/__init__.py
# file: shop/stars.py
__all__ = ["starred", "starred_drop"]


def starred(text):
    return "*" + text


def starred_drop(text):
    return "*"


def same(text):
    return "this one is not exported"


# file: shop/tools/__init__.py
from .texts import drop, same

__all__ = ["drop", "same"]


# file: shop/tools/texts.py
def same(text):
    return text


def drop(text):
    return "dropped"


# file: shop/views.py
import sqlite3

from flask import Blueprint, request

from . import tools
from .tools.texts import drop

try:
    from ujson import loads
except ImportError:
    from json import loads

blueprint = Blueprint("views", __name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@blueprint.post("/7")
def relative():
    return db.execute(f"SELECT id FROM goods WHERE name = '{tools.same(request.form['q'])}'").fetchall()  # want: LNT101


@blueprint.post("/8")
def relative_dropping():
    return db.execute(f"SELECT id FROM goods WHERE name = '{drop(request.form['q'])}'").fetchall()


@blueprint.post("/9")
def one_or_the_other():
    word = loads(request.data)["word"]
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@blueprint.post("/10")
def one_or_the_other_bound():
    word = loads(request.data)["word"]
    return db.execute("SELECT id FROM goods WHERE name = ?", (word,)).fetchall()
