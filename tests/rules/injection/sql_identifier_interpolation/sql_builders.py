"""Names that a builder quotes before a driver takes them."""

import sqlite3

from flask import Flask, jsonify, request
from pypika import Query, Table
from sqlglot import exp

app = Flask(__name__)


@app.get("/rows/<table>")
def rows(table):
    connection = sqlite3.connect("shop.db")
    column = request.args["column"]
    connection.execute(f"SELECT {column} FROM products")  # want: LNT102
    connection.execute(f"SELECT {exp.to_identifier(column, quoted=True).sql()} FROM products")
    query = Query.from_(Table(table)).select("id", "name")
    return jsonify(connection.execute(str(query)).fetchall())
