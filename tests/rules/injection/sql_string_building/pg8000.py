"""PostgreSQL by a driver in pure Python."""

import pg8000.dbapi
import pg8000.native
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/native")
def by_native():
    name = request.args["name"]
    connection = pg8000.native.Connection("shop")
    connection.run(f"SELECT * FROM users WHERE name = '{name}'")  # want: LNT101
    connection.run("SELECT * FROM users WHERE name = :name", name=name)
    connection.run(f"SELECT * FROM users WHERE name = {pg8000.native.literal(name)}")
    return jsonify(connection.run("SELECT now()"))


@app.get("/dbapi")
def by_dbapi():
    name = request.args["name"]
    connection = pg8000.dbapi.connect("shop")
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")  # want: LNT101
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    return jsonify(cursor.fetchall())
