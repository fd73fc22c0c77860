"""Names that a map of constants gives, names of a harmless shape, and names that the driver quotes."""

import re
import sqlite3

import psycopg
from flask import Flask, abort, request
from psycopg import sql

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)
COLUMNS = {"name": "g.name", "price": "g.price"}
MONTHS = 12


@app.get("/1")
def looked_up():
    column = COLUMNS[request.args["sort"]]
    return db.execute(f"SELECT id FROM goods g ORDER BY {column}").fetchall()


@app.get("/2")
def looked_up_or_constant():
    column = COLUMNS.get(request.args["sort"], "g.name")
    return db.execute(f"SELECT id FROM goods g ORDER BY {column}").fetchall()


@app.get("/3")
def looked_up_or_as_sent():
    column = COLUMNS.get(request.args["sort"], request.args["sort"])
    return db.execute(f"SELECT id FROM goods g ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/4")
def key_of_the_map():
    key = request.args["sort"]
    if key not in COLUMNS:
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {key}").fetchall()


@app.get("/5")
def key_of_the_map_only_looked_up():
    key = request.args["sort"]
    column = COLUMNS.get(key)
    return db.execute(f"SELECT id FROM goods ORDER BY {key}, {column}").fetchall()  # want: LNT102


@app.get("/6")
def place_in_a_list():
    column = ["name", "price"][int(request.args["place"])]
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/7")
def written_over_by_the_client():
    columns = {"sort": "name"}
    columns.update(request.args)
    return db.execute(f"SELECT id FROM goods ORDER BY {columns['sort']}").fetchall()  # want: LNT102


@app.get("/8")
def identifier():
    column = request.args["sort"]
    if not column.isidentifier():
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/9")
def identifier_among_others():
    column = request.args["sort"]
    if not column.isidentifier() and len(column) > 30:
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/10")
def whole_shape():
    column = request.args["sort"]
    if not re.fullmatch(r"[a-z_][a-z0-9_]*", column):
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/11")
def start_of_shape():
    column = request.args["sort"]
    if not re.match(r"[a-z_][a-z0-9_]*", column):
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/12")
def shape_with_blanks():
    column = request.args["sort"]
    if not re.fullmatch(r"[a-z_(), ]+", column):
        abort(400)
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/13")
def only_signs_of_names_left():
    column = re.sub(r"[^a-z_]", "", request.args["sort"])
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()


@app.get("/14")
def only_some_signs_taken_out():
    column = re.sub(r"['\"]", "", request.args["sort"])
    return db.execute(f"SELECT id FROM goods ORDER BY {column}").fetchall()  # want: LNT102


@app.get("/15")
def numbered_table():
    month = int(request.args["month"]) % MONTHS + 1
    return db.execute(f"SELECT id FROM sales_{month:02d}").fetchall()


@app.get("/16")
def named_table():
    month = request.args["month"]
    return db.execute(f"SELECT id FROM sales_{month}").fetchall()  # want: LNT102


@app.get("/17")
def composed():
    with psycopg.connect("dbname=shop") as connection:
        statement = sql.SQL("SELECT id FROM goods ORDER BY {}").format(sql.Identifier(request.args["sort"]))
        return connection.execute(statement).fetchall()


@app.get("/18")
def composed_as_text():
    with psycopg.connect("dbname=shop") as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT id FROM goods ORDER BY " + request.args["sort"])  # want: LNT102
        return cursor.fetchall()


@app.post("/19")
def keys_of_the_body():
    body = request.get_json()
    columns = ", ".join(body.keys())
    return db.execute(f"SELECT {columns} FROM goods").fetchall()  # want: LNT102


@app.post("/20")
def known_keys_of_the_body():
    body = request.get_json()
    columns = ", ".join(key for key in body if key in COLUMNS)
    return db.execute(f"SELECT {columns} FROM goods").fetchall()


@app.post("/21")
def assigned_columns():
    body = request.get_json()
    changes = ", ".join(f"{key} = ?" for key in body)
    db.execute(f"UPDATE goods SET {changes} WHERE id = 1", list(body.values()))  # want: LNT102
    return ""


@app.post("/22")
def assigned_known_columns():
    body = request.get_json()
    keys = [key for key in ("name", "price") if key in body]
    changes = ", ".join(f"{key} = ?" for key in keys)
    db.execute(f"UPDATE goods SET {changes} WHERE id = 1", [body[key] for key in keys])
    return ""
