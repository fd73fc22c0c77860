"""What cleans text for one language leaves it dangerous in another."""

import html
import json
import re
import shlex
import sqlite3
import urllib.parse

from flask import Flask, request
from markupsafe import escape
from werkzeug.utils import secure_filename

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


def tidy(text):
    return text.strip().lower()


def digits(text):
    return int("".join(each for each in text if each in "0123456789") or "0")


def unquote(text):
    return re.sub("--", "", text)


@app.get("/1")
def for_html():
    size = html.escape(request.args["size"])
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()  # want: LNT101


@app.get("/2")
def for_html_of_the_framework():
    size = escape(request.args["size"])
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()  # want: LNT101


@app.get("/3")
def for_the_shell():
    name = shlex.quote(request.args["name"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/4")
def for_json():
    name = json.dumps(request.args["name"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/5")
def tidied():
    name = tidy(request.args["name"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/6")
def dashes_taken_out():
    name = unquote(request.args["name"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/7")
def semicolons_taken_out():
    name = request.args["name"].replace(";", "")
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/8")
def digits_of_it():
    size = digits(request.args["size"])
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/9")
def cleaned_and_bound():
    name = html.escape(request.args["name"])
    return db.execute("SELECT id FROM goods WHERE name = ?", (name,)).fetchall()


@app.get("/10")
def cleaned_copy_not_used():
    name = request.args["name"]
    size = int(request.args["size"])
    clean = size * 2
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}' AND size = {clean}").fetchall()  # want: LNT101


@app.get("/11")
def cleaned_copy_used():
    raw = request.args["size"]
    clean = int(raw)
    return db.execute(f"SELECT id FROM goods WHERE size = {clean}").fetchall()


@app.get("/12")
def unquoted_after_cleaning():
    name = urllib.parse.unquote(urllib.parse.quote(request.args["name"]))
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/13")
def too_long_is_refused():
    name = request.args["name"]
    if len(name) > 200:
        return []
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/14")
def number_of_words():
    words = html.escape(request.args["name"]).split()
    return db.execute(f"SELECT id FROM goods WHERE words = {len(words)}").fetchall()


@app.get("/15")
def name_of_a_file_bound():
    name = secure_filename(request.args["name"])
    return db.execute("SELECT id FROM files WHERE name = ?", (name,)).fetchall()
