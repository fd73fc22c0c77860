"""Clauses that are gathered in a list: with placeholders in them, or with values."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def with_placeholders():
    parts, values = ["stock > 0"], []
    if name := request.args.get("name"):
        parts.append("name = ?")
        values.append(name)
    if colour := request.args.get("colour"):
        parts.append("colour = ?")
        values.append(colour)
    return db.execute("SELECT id FROM goods WHERE " + " AND ".join(parts), values).fetchall()


@app.get("/2")
def with_values():
    parts = ["stock > 0"]
    if name := request.args.get("name"):
        parts.append(f"name = '{name}'")
    if colour := request.args.get("colour"):
        parts.append("colour = 'red'")
    return db.execute("SELECT id FROM goods WHERE " + " AND ".join(parts)).fetchall()  # want: LNT101


@app.get("/3")
def one_of_two_with_value():
    parts, values = [], []
    parts.append("name = ?")
    values.append(request.args["name"])
    parts.append("colour = '" + request.args["colour"] + "'")
    where = " AND ".join(parts)
    return db.execute(f"SELECT id FROM goods WHERE {where}", values).fetchall()  # want: LNT101


@app.get("/4")
def as_many_as_asked():
    ids = request.args.getlist("id")
    marks = ",".join("?" * len(ids))
    return db.execute(f"SELECT name FROM goods WHERE id IN ({marks})", ids).fetchall()


@app.get("/5")
def as_asked():
    ids = request.args.getlist("id")
    marks = ",".join(ids)
    return db.execute(f"SELECT name FROM goods WHERE id IN ({marks})").fetchall()  # want: LNT101


@app.get("/6")
def repeated_marks():
    ids = request.args.getlist("id")
    marks = ", ".join(["?"] * len(ids))
    return db.execute("SELECT name FROM goods WHERE id IN (%s)" % marks, ids).fetchall()


@app.get("/7")
def cut_marks():
    ids = request.args.getlist("id")
    marks = ("?," * len(ids))[:-1]
    return db.execute("SELECT name FROM goods WHERE id IN (" + marks + ")", ids).fetchall()


@app.get("/8")
def looped_marks():
    marks, values = "", []
    for each in request.args.getlist("id"):
        marks += "?, "
        values.append(each)
    return db.execute("SELECT name FROM goods WHERE id IN (" + marks.rstrip(", ") + ")", values).fetchall()


@app.get("/9")
def looped_values():
    marks = ""
    for each in request.args.getlist("id"):
        marks += "'" + each + "', "
    return db.execute("SELECT name FROM goods WHERE id IN (" + marks.rstrip(", ") + ")").fetchall()  # want: LNT101


@app.get("/10")
def numbered_marks():
    parts = []
    values = {}
    for place, each in enumerate(request.args.getlist("name")):
        parts.append(f"name = :name{place}")
        values[f"name{place}"] = each
    return db.execute("SELECT id FROM goods WHERE " + " OR ".join(parts), values).fetchall()


@app.get("/11")
def known_fields():
    parts, values = [], []
    for column in ("name", "colour", "size"):
        if column in request.args:
            parts.append(f"{column} = ?")
            values.append(request.args[column])
    return db.execute("SELECT id FROM goods WHERE " + " AND ".join(parts), values).fetchall()


@app.get("/12")
def known_fields_with_values():
    parts = []
    for column in ("name", "colour", "size"):
        if column in request.args:
            parts.append(f"{column} = '{request.args[column]}'")
    return db.execute("SELECT id FROM goods WHERE " + " AND ".join(parts)).fetchall()  # want: LNT101


@app.get("/13")
def half_bound():
    name, colour = request.args["name"], request.args["colour"]
    return db.execute(f"SELECT id FROM goods WHERE name = ? AND colour = '{colour}'", (name,)).fetchall()  # want: LNT101


@app.get("/14")
def bound_by_name():
    sql = "SELECT id FROM goods WHERE name = :name AND colour = :colour"
    return db.execute(sql, {"name": request.args["name"], "colour": request.args["colour"]}).fetchall()


@app.get("/15")
def formatted_instead_of_bound():
    sql = "SELECT id FROM goods WHERE name = '%s'"
    return db.execute(sql % request.args["name"], ()).fetchall()  # want: LNT101
