"""Text that passes through a settings parser, a text buffer or an encoding."""

import base64
import configparser
import io
import sqlite3
import urllib.parse

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def other_option():
    settings = configparser.ConfigParser()
    settings.add_section("shop")
    settings.set("shop", "plain", "constant")
    settings.set("shop", "asked", request.args["q"])
    value = settings.get("shop", "plain")
    return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()


@app.get("/2")
def same_option():
    settings = configparser.ConfigParser()
    settings.add_section("shop")
    settings.set("shop", "plain", "constant")
    settings.set("shop", "asked", request.args["q"])
    value = settings.get("shop", "asked")
    return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()  # want: LNT101


@app.get("/3")
def other_section():
    settings = configparser.ConfigParser()
    settings["first"] = {"word": "constant"}
    settings["second"] = {"word": request.args["q"]}
    return db.execute(f"SELECT id FROM tags WHERE word = '{settings['first']['word']}'").fetchall()


@app.get("/4")
def same_section():
    settings = configparser.ConfigParser()
    settings["first"] = {"word": "constant"}
    settings["second"] = {"word": request.args["q"]}
    return db.execute(f"SELECT id FROM tags WHERE word = '{settings['second']['word']}'").fetchall()  # want: LNT101


@app.get("/5")
def buffer():
    out = io.StringIO()
    out.write("SELECT id FROM tags WHERE word = '")
    out.write(request.args["q"])
    out.write("'")
    return db.execute(out.getvalue()).fetchall()  # want: LNT101


@app.get("/6")
def buffer_of_constants():
    out = io.StringIO()
    out.write("SELECT id FROM tags ")
    if request.args["q"]:
        out.write("WHERE word = ?")
    else:
        out.write("WHERE ? IS NOT NULL")
    return db.execute(out.getvalue(), (request.args["q"],)).fetchall()


@app.get("/7")
def there_and_back():
    packed = base64.b64encode(request.args["q"].encode("utf-8"))
    value = base64.b64decode(packed).decode("utf-8")
    return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()  # want: LNT101


@app.get("/8")
def constant_there_and_back():
    packed = base64.b64encode("constant".encode("utf-8"))
    value = base64.b64decode(packed).decode("utf-8")
    return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()


@app.get("/9")
def unquoted_cookie():
    value = urllib.parse.unquote(request.cookies.get("pick", "none"))
    return db.execute(f"SELECT id FROM tags WHERE word = '{value}'").fetchall()  # want: LNT101


@app.get("/10")
def bound_cookie():
    value = urllib.parse.unquote(request.cookies.get("pick", "none"))
    return db.execute("SELECT id FROM tags WHERE word = ?", [value]).fetchall()
