"""Pieces of SQL in what Pony builds: what stands after a dollar sign is bound."""

from flask import Flask, jsonify, request
from pony.orm import Database, Required, db_session, raw_sql, select

app = Flask(__name__)
db = Database("sqlite", "shop.db")


class Person(db.Entity):
    name = Required(str)


@app.get("/people")
@db_session
def people():
    name = request.args["name"]
    Person.select_by_sql(f"SELECT * FROM Person WHERE name = '{name}'")  # want: LNT103
    Person.select_by_sql("SELECT * FROM Person WHERE name = $name")
    Person.get_by_sql("SELECT * FROM Person WHERE name = '%s'" % name)  # want: LNT103
    Person.get_by_sql("SELECT * FROM Person WHERE name = $name")
    Person.select().filter(raw_sql("p.name = '" + name + "'"))  # want: LNT103
    found = select(p for p in Person if p.name == name and raw_sql("length(p.name) > 3"))
    return jsonify([person.id for person in found])
