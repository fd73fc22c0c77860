"""Pony runs a query that it is given as a text: what is no part of the database in it is evaluated as Python."""

from flask import Flask, jsonify, request
from pony.orm import Database, Required, db_session, select

app = Flask(__name__)
db = Database("sqlite", "shop.db")


class Person(db.Entity):
    name = Required(str)


@app.get("/people")
@db_session
def people():
    name = request.args["name"]
    select("p for p in Person if p.name == '" + name + "'")  # want: LNT108
    select("p for p in Person if p.name == name")
    found = select(p for p in Person if p.name == name)
    return jsonify([person.id for person in found.filter(lambda p: p.name != "")])
