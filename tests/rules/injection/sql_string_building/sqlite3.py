"""A small shop on SQLite behind Flask."""

import sqlite3
from contextlib import closing

from flask import Flask, g, jsonify, request

app = Flask(__name__)
SEARCH = "SELECT id, name FROM products WHERE name LIKE ?"
STATES = {"open": 1, "closed": 2}


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect("shop.db")
    return g.db


@app.get("/products")
def products():
    wanted = request.args.get("name", "")
    rows = get_db().execute(f"SELECT id, name FROM products WHERE name = '{wanted}'").fetchall()  # want: LNT101
    rows += get_db().execute(SEARCH, (f"%{wanted}%",)).fetchall()
    return jsonify(rows)


@app.get("/orders")
def orders():
    connection = sqlite3.connect("shop.db")
    cursor = connection.cursor()
    customer = request.args["customer"]
    cursor.execute("SELECT * FROM orders WHERE customer = '%s'" % customer)  # want: LNT101
    cursor.execute("SELECT * FROM orders WHERE customer = ?", (customer,))
    cursor.execute("SELECT * FROM orders WHERE customer = :name", {"name": customer})
    cursor.execute("SELECT * FROM orders WHERE state = %d" % STATES[request.args["state"]])
    cursor.execute("SELECT * FROM orders WHERE year = {}".format(int(request.args["year"])))
    return jsonify(cursor.fetchall())


@app.post("/orders/delete")
def delete_orders():
    ids = request.form.getlist("id")
    with closing(sqlite3.connect("shop.db")) as connection:
        marks = ", ".join(["?"] * len(ids))
        connection.execute(f"DELETE FROM orders WHERE id IN ({marks})", ids)
        connection.execute("DELETE FROM orders WHERE id IN (" + ", ".join(ids) + ")")  # want: LNT101
        connection.commit()
    return "", 204


@app.post("/admin/console")
def console():
    connection = sqlite3.connect("shop.db")
    connection.executescript(request.form["script"])  # want: LNT101
    connection.executescript("DELETE FROM sessions; VACUUM;")
    return "", 204


@app.get("/orders/<int:number>")
def order(number):
    row = get_db().execute(f"SELECT * FROM orders WHERE id = {number}").fetchone()
    return jsonify(row)
