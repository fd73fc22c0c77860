"""Names of tables that an object was made with: who made it chose them, not who sends requests, unless that is shown."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


class Rows:
    def __init__(self, schema, table):
        self.table = f"{schema}.{table}"

    def drop(self):
        db.execute(f"DROP TABLE {self.table}")

    def count(self, kind):
        return db.execute(f"SELECT count(*) FROM {self.table} WHERE kind = ?", (kind,))


class Named:
    def __init__(self, table):
        self.table = table

    def drop(self):
        db.execute(f"DROP TABLE {self.table}")  # want: LNT102


@app.delete("/rows")
def remove():
    Named(request.args["table"]).drop()
    return ""
