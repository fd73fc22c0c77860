"""Lists that a client orders and chooses columns of."""

import sqlite3

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
COLUMNS = {"name": "name", "price": "unit_price"}
TABLES = ("products", "orders")


@app.get("/products")
def products():
    connection = sqlite3.connect("shop.db")
    order = request.args.get("order", "name")
    rows = connection.execute(f"SELECT * FROM products ORDER BY {order}").fetchall()  # want: LNT102
    if order not in COLUMNS:
        abort(400)
    rows += connection.execute(f"SELECT * FROM products ORDER BY {COLUMNS[order]}").fetchall()
    rows += connection.execute(f"SELECT * FROM products ORDER BY {order}").fetchall()
    return jsonify(rows)


@app.get("/rows")
def rows():
    connection = sqlite3.connect("shop.db")
    table = request.args["table"]
    found = connection.execute("SELECT * FROM " + table).fetchall()  # want: LNT102
    direction = "DESC" if request.args.get("down") else "ASC"
    found += connection.execute(f"SELECT * FROM products ORDER BY name {direction}").fetchall()
    for name in TABLES:
        found += connection.execute(f"SELECT count(*) FROM {name}").fetchall()
    return jsonify(found)


@app.post("/products/<int:number>")
def change(number):
    connection = sqlite3.connect("shop.db")
    for column, value in request.form.items():
        connection.execute(f"UPDATE products SET {column} = ? WHERE id = ?", (value, number))  # want: LNT102
    connection.execute("UPDATE products SET name = ? WHERE id = ?", (request.form["name"], number))
    return "", 204
