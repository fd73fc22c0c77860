"""Names in statements of a driver that quotes them."""

import pg8000.native
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/rows/<table>")
def rows(table):
    connection = pg8000.native.Connection("shop")
    connection.run(f"SELECT * FROM {table}")  # want: LNT102
    connection.run(f"SELECT * FROM {pg8000.native.identifier(table)}")
    connection.run("SELECT * FROM users ORDER BY " + pg8000.native.identifier(request.args["order"]))
    return jsonify(connection.run("SELECT * FROM users"))
