"""Containers in containers, and sets, which have no places."""

import copy
import json
import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def deep_place():
    tree = {"filters": [{"word": "constant"}, {"word": request.args["q"]}]}
    return db.execute(f"SELECT id FROM tags WHERE word = '{tree['filters'][1]['word']}'").fetchall()  # want: LNT101


@app.get("/2")
def deep_other_place():
    tree = {"filters": [{"word": "constant"}, {"word": request.args["q"]}]}
    return db.execute(f"SELECT id FROM tags WHERE word = '{tree['filters'][0]['word']}'").fetchall()


@app.get("/3")
def set_in_inner():
    tree = {"a": {}, "b": {}}
    tree["a"]["word"] = request.args["q"]
    tree["b"]["word"] = "constant"
    inner = tree["a"]
    return db.execute(f"SELECT id FROM tags WHERE word = '{inner['word']}'").fetchall()  # want: LNT101


@app.get("/4")
def set_in_other_inner():
    tree = {"a": {}, "b": {}}
    tree["a"]["word"] = request.args["q"]
    tree["b"]["word"] = "constant"
    inner = tree["b"]
    return db.execute(f"SELECT id FROM tags WHERE word = '{inner['word']}'").fetchall()


@app.get("/5")
def inner_shared():
    inner = {"word": "constant"}
    outer = [inner]
    inner["word"] = request.args["q"]
    return db.execute(f"SELECT id FROM tags WHERE word = '{outer[0]['word']}'").fetchall()  # want: LNT101


@app.get("/6")
def inner_copied():
    inner = {"word": "constant"}
    outer = [copy.deepcopy(inner)]
    inner["word"] = request.args["q"]
    return db.execute(f"SELECT id FROM tags WHERE word = '{outer[0]['word']}'").fetchall()


@app.get("/7")
def from_a_set():
    words = {"constant"}
    words.add(request.args["q"])
    for word in words:
        db.execute(f"SELECT id FROM tags WHERE word = '{word}'")  # want: LNT101
    return ""


@app.get("/8")
def from_a_constant_set():
    words = {"constant", "other"}
    if request.args["q"] in words:
        for word in words:
            db.execute(f"SELECT id FROM tags WHERE word = '{word}'")
    return ""


@app.get("/9")
def common_to_both():
    asked = set(request.args.getlist("q"))
    for word in {"red", "green"} & asked:
        db.execute(f"SELECT id FROM tags WHERE word = '{word}'")
    return ""


@app.get("/10")
def in_either():
    asked = set(request.args.getlist("q"))
    for word in {"red", "green"} | asked:
        db.execute(f"SELECT id FROM tags WHERE word = '{word}'")  # want: LNT101
    return ""


@app.post("/11")
def through_json():
    text = json.dumps({"word": request.form["q"]})
    back = json.loads(text)
    return db.execute(f"SELECT id FROM tags WHERE word = '{back['word']}'").fetchall()  # want: LNT101


@app.post("/12")
def body_with_inner():
    body = request.get_json()
    word = body["filters"][0]["word"]
    return db.execute(f"SELECT id FROM tags WHERE word = '{word}'").fetchall()  # want: LNT101


@app.post("/13")
def body_bound():
    body = request.get_json()
    return db.execute("SELECT id FROM tags WHERE word = ?", (body["filters"][0]["word"],)).fetchall()


@app.get("/14")
def keyed_by_pair():
    grid = {(0, 1): request.args["q"], (1, 0): "constant"}
    return db.execute(f"SELECT id FROM tags WHERE word = '{grid[1, 0]}'").fetchall()


@app.get("/15")
def keyed_by_same_pair():
    grid = {(0, 1): request.args["q"], (1, 0): "constant"}
    return db.execute(f"SELECT id FROM tags WHERE word = '{grid[0, 1]}'").fetchall()  # want: LNT101


@app.get("/16")
def deleted():
    box = {"word": request.args["q"], "more": "constant"}
    del box["word"]
    return db.execute("SELECT id FROM tags WHERE word = '" + "".join(box.values()) + "'").fetchall()
