"""Pieces of SQL in what Peewee builds."""

from flask import Flask, jsonify, request
from peewee import SQL, CharField, Model, SqliteDatabase, fn

app = Flask(__name__)
db = SqliteDatabase("shop.db")


class User(Model):
    name = CharField()

    class Meta:
        database = db


@app.get("/users")
def users():
    name = request.args["name"]
    db.execute_sql(f"SELECT * FROM user WHERE name = '{name}'")  # want: LNT103
    db.execute_sql("SELECT * FROM user WHERE name = ?", (name,))
    User.raw("SELECT * FROM user WHERE name = '%s'" % name)  # want: LNT103
    User.raw("SELECT * FROM user WHERE name = ?", name)
    User.select().where(SQL("name = '" + name + "'"))  # want: LNT103
    User.select().where(SQL("name = ?", (name,)))
    User.select().where(fn.LOWER(User.name) == name.lower()).order_by(SQL("length(name)"))
    return jsonify([user.id for user in User.select().where(User.name == name)])
