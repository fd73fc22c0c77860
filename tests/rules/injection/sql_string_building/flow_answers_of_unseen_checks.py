"""What a function that is not seen gives back is of unknown origin, also where its name says that it checks."""

import sqlite3

from elsewhere import clean, schema
from flask import Flask, request

app = Flask(__name__)


@app.post("/a")
def named_as_a_check():
    data = schema.validate(request.get_json())
    db = sqlite3.connect("x")
    db.execute(f"select * from t where a = '{data['name']}'")  # want: LNT101
    db.execute(f"select * from t where a = '{data.name}'")  # want: LNT101
    db.execute(f"select * from t where a = '{data}'")  # want: LNT101
    return ""


@app.post("/b")
def named_otherwise():
    data = clean(request.get_json())
    db = sqlite3.connect("x")
    db.execute(f"select * from t where a = '{data['name']}'")  # want: LNT101
    db.execute(f"select * from t where a = '{data}'")  # want: LNT101
    return ""
