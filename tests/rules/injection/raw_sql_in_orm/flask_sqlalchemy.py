"""Pieces of SQL by way of the extension."""

from flask import Flask, jsonify, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__)
db = SQLAlchemy(app)


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80))


@app.get("/users")
def users():
    name = request.args.get("name")
    db.session.execute(text(f"SELECT * FROM user WHERE name = '{name}'"))  # want: LNT103
    db.session.execute(db.text("SELECT * FROM user WHERE name = '" + name + "'"))  # want: LNT103
    db.session.execute(db.text("SELECT * FROM user WHERE name = :name"), {"name": name})
    found = User.query.filter(text("name = '%s'" % name)).all()  # want: LNT103
    found = User.query.filter(text("name = :name")).params(name=name).all()
    found = User.query.filter_by(name=name).order_by(User.name).all()
    return jsonify([user.id for user in found])


@app.get("/raw")
def raw():
    with db.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM user ORDER BY {}".format(request.args["order"])))  # want: LNT103
        rows = connection.execute(text("SELECT * FROM user ORDER BY id"))
        return jsonify([tuple(row) for row in rows])
