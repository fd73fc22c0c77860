"""What lies in a dict under one key is not what lies under another."""

import sqlite3
from collections import OrderedDict, defaultdict

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def other_key():
    box = {"left": "a constant", "right": "b"}
    box["right"] = request.args["q"]
    value = box["left"]
    return db.execute("SELECT id FROM items WHERE label = '" + value + "'").fetchall()


@app.get("/2")
def same_key():
    box = {"left": "a constant", "right": "b"}
    box["right"] = request.args["q"]
    value = box["right"]
    return db.execute("SELECT id FROM items WHERE label = '" + value + "'").fetchall()  # want: LNT101


@app.get("/3")
def read_twice_other_last():
    box = {}
    box["left"] = "a constant"
    box["right"] = request.args["q"]
    value = box["right"]
    value = box["left"]
    return db.execute("SELECT id FROM items WHERE label = '" + value + "'").fetchall()


@app.get("/4")
def read_twice_same_last():
    box = {}
    box["left"] = "a constant"
    box["right"] = request.args["q"]
    value = box["left"]
    value = box["right"]
    return db.execute("SELECT id FROM items WHERE label = '" + value + "'").fetchall()  # want: LNT101


@app.get("/5")
def overwritten_key():
    box = {"q": request.args["q"]}
    box["q"] = "constant"
    return db.execute("SELECT id FROM items WHERE label = '%s'" % box["q"]).fetchall()


@app.get("/6")
def mapping_format():
    box = {"q": request.args["q"], "w": "constant"}
    return db.execute("SELECT id FROM items WHERE label = '%(q)s'" % box).fetchall()  # want: LNT101


@app.get("/7")
def mapping_format_other():
    box = {"q": request.args["q"], "w": "constant"}
    return db.execute("SELECT id FROM items WHERE label = '%(w)s'" % box).fetchall()


@app.get("/8")
def get_other():
    box = {"q": request.args["q"], "w": "constant"}
    return db.execute("SELECT id FROM items WHERE label = '{}'".format(box.get("w", "none"))).fetchall()


@app.get("/9")
def get_same():
    box = {"q": request.args["q"], "w": "constant"}
    return db.execute("SELECT id FROM items WHERE label = '{}'".format(box.get("q", "none"))).fetchall()  # want: LNT101


@app.get("/10")
def get_default():
    box = {"w": "constant"}
    value = box.get("q", request.args["q"])
    return db.execute("SELECT id FROM items WHERE label = '{}'".format(value)).fetchall()  # want: LNT101


@app.get("/11")
def setdefault_kept():
    box = {"w": "constant"}
    value = box.setdefault("w", request.args["q"])
    return db.execute("SELECT id FROM items WHERE label = '{}'".format(value)).fetchall()


@app.get("/12")
def setdefault_new():
    box = {"w": "constant"}
    box.setdefault("q", request.args["q"])
    return db.execute("SELECT id FROM items WHERE label = '{}'".format(box["q"])).fetchall()  # want: LNT101


@app.get("/13")
def updated():
    box = {"w": "constant"}
    box.update({"w": request.args["q"]})
    return db.execute("SELECT id FROM items WHERE label = '{w}'".format(**box)).fetchall()  # want: LNT101


@app.get("/14")
def updated_other():
    box = {"w": "constant"}
    box.update(q=request.args["q"])
    return db.execute("SELECT id FROM items WHERE label = '{w}'".format(**box)).fetchall()


@app.get("/15")
def walked():
    box = {"a": "constant", "q": request.args["q"]}
    parts = []
    for key, value in box.items():
        parts.append(f"{value}")
    return db.execute("SELECT id FROM items WHERE label = '" + ",".join(parts) + "'").fetchall()  # want: LNT101


@app.get("/16")
def walked_keys():
    box = {"a": "constant", "q": request.args["q"]}
    parts = []
    for key in box:
        parts.append(key)
    return db.execute("SELECT id FROM items WHERE label = '" + ",".join(parts) + "'").fetchall()


@app.get("/17")
def popped():
    box = OrderedDict(a="constant", q=request.args["q"])
    box.pop("q")
    return db.execute("SELECT id FROM items WHERE label = '" + box["a"] + "'").fetchall()


@app.get("/18")
def popped_used():
    box = OrderedDict(a="constant", q=request.args["q"])
    value = box.pop("q")
    return db.execute("SELECT id FROM items WHERE label = '" + value + "'").fetchall()  # want: LNT101


@app.get("/19")
def merged():
    box = {"a": "constant", "q": request.args["q"]}
    both = {**box, "q": "constant too"}
    return db.execute("SELECT id FROM items WHERE label = '" + both["q"] + "'").fetchall()


@app.get("/20")
def merged_the_other_way():
    box = {"a": "constant", "q": request.args["q"]}
    both = {"q": "constant too"} | box
    return db.execute("SELECT id FROM items WHERE label = '" + both["q"] + "'").fetchall()  # want: LNT101


@app.get("/21")
def grouped():
    groups = defaultdict(list)
    groups["in"].append(request.args["q"])
    groups["out"].append("constant")
    return db.execute("SELECT id FROM items WHERE label = '" + groups["in"][0] + "'").fetchall()  # want: LNT101


@app.get("/22")
def grouped_other():
    groups = defaultdict(list)
    groups["in"].append(request.args["q"])
    groups["out"].append("constant")
    return db.execute("SELECT id FROM items WHERE label = '" + groups["out"][0] + "'").fetchall()
