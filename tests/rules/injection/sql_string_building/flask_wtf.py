import sqlite3

from flask import Flask
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField

app = Flask(__name__)
db = sqlite3.connect("shop.db")


class ItemForm(FlaskForm):
    name = StringField()
    amount = IntegerField()
    colour = SelectField(choices=["red", "green"])


@app.post("/search")
def search():
    form = ItemForm()
    if form.validate_on_submit():
        db.execute(f"SELECT * FROM items WHERE name = '{form.name.data}'")  # want: LNT101
    return "", 204


@app.post("/dictionary")
def dictionary():
    form = ItemForm()
    db.execute("SELECT * FROM items WHERE name = '%s'" % form.data["name"])  # want: LNT101
    return "", 204


@app.post("/typed")
def typed():
    form = ItemForm()
    if form.validate_on_submit():
        db.execute(f"SELECT * FROM items WHERE amount = {form.amount.data}")
        db.execute(f"SELECT * FROM items WHERE colour = '{form.colour.data}'")
    return "", 204


@app.post("/bound")
def bound():
    form = ItemForm()
    db.execute("SELECT * FROM items WHERE name = ?", (form.name.data,))
    return "", 204
