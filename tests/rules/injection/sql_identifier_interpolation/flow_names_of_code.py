"""Names that the program itself gives its classes and tables are no one's input, whatever object they are taken from."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


def rows_of(model):
    return db.execute(f"SELECT * FROM {model.__tablename__}").fetchall()


def rows_of_kind(thing):
    return db.execute(f"SELECT * FROM {type(thing).__name__}").fetchall()


class Repository:
    def rows(self):
        return db.execute(f"SELECT * FROM {self.__class__.__name__}").fetchall()


@app.get("/rows")
def rows():
    return db.execute(f"SELECT * FROM {request.args['table']}").fetchall()  # want: LNT102
