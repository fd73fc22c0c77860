"""Pony's database, asked in SQL: it binds what stands after a dollar sign."""

from flask import Flask, jsonify, request
from pony.orm import Database, db_session

app = Flask(__name__)
db = Database("sqlite", "shop.db")


@app.get("/users")
@db_session
def users():
    name = request.args["name"]
    db.execute(f"DELETE FROM seen WHERE name = '{name}'")  # want: LNT101
    db.execute("DELETE FROM seen WHERE name = $name")
    db.select("SELECT * FROM users WHERE name = '" + name + "'")  # want: LNT101
    rows = db.select("SELECT * FROM users WHERE name = $name")
    return jsonify(rows)
