"""Methods that the language calls: brackets, loops, `with`, calls, text of an object."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


class Wrapper:
    def __init__(self, text):
        self.text = text

    def __call__(self, more):
        return self.text + more

    def __getitem__(self, key):
        return self.text if key == "text" else "constant"

    def __iter__(self):
        yield self.text

    def __enter__(self):
        return self.text

    def __exit__(self, *problem):
        return False

    def __str__(self):
        return self.text

    def __add__(self, other):
        return self.text + other


class Numbered(Wrapper):
    def __call__(self, more):
        return len(self.text + more)

    def __iter__(self):
        yield len(self.text)

    def __enter__(self):
        return "constant"

    def __str__(self):
        return "numbered"

    def __add__(self, other):
        return "sum"


@app.get("/1")
def called():
    value = Wrapper(request.args["q"])("!")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/2")
def called_for_a_number():
    value = Numbered(request.args["q"])("!")
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/3")
def in_brackets():
    value = Wrapper(request.args["q"])["text"]
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/4")
def in_brackets_other():
    value = Wrapper(request.args["q"])["colour"]
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/5")
def walked():
    for value in Wrapper(request.args["q"]):
        db.execute(f"SELECT id FROM goods WHERE name = '{value}'")  # want: LNT101
    return ""


@app.get("/6")
def walked_numbers():
    for value in Numbered(request.args["q"]):
        db.execute(f"SELECT id FROM goods WHERE name = '{value}'")
    return ""


@app.get("/7")
def entered():
    with Wrapper(request.args["q"]) as value:
        db.execute(f"SELECT id FROM goods WHERE name = '{value}'")  # want: LNT101
    return ""


@app.get("/8")
def entered_constant():
    with Numbered(request.args["q"]) as value:
        db.execute(f"SELECT id FROM goods WHERE name = '{value}'")
    return ""


@app.get("/9")
def shown():
    value = Wrapper(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()  # want: LNT101


@app.get("/10")
def shown_constant():
    value = Numbered(request.args["q"])
    return db.execute(f"SELECT id FROM goods WHERE name = '{value}'").fetchall()


@app.get("/11")
def added():
    value = Wrapper(request.args["q"]) + "!"
    return db.execute("SELECT id FROM goods WHERE name = '" + value + "'").fetchall()  # want: LNT101


@app.get("/12")
def added_constant():
    value = Numbered(request.args["q"]) + "!"
    return db.execute("SELECT id FROM goods WHERE name = '" + value + "'").fetchall()


class Row(dict):
    def __getattr__(self, name):
        return self[name]


@app.get("/13")
def attribute_is_key():
    row = Row(word=request.args["q"], kind="chair")
    return db.execute(f"SELECT id FROM goods WHERE name = '{row.word}'").fetchall()  # want: LNT101


@app.get("/14")
def attribute_is_other_key():
    row = Row(word=request.args["q"], kind="chair")
    return db.execute(f"SELECT id FROM goods WHERE kind = '{row.kind}'").fetchall()
