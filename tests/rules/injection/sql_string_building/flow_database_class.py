# file: shop/app.py
"""The call that reaches the database stands in another file; it is told of there."""

from flask import Flask, request

from shop.db import Database, Repository, run, run_bound
from shop.ready import ReadyDatabase

app = Flask(__name__)
database = Database("shop.db")
ready = ReadyDatabase("shop.db")
goods = Repository(database)


@app.get("/1")
def embedded():
    return database.query(f"SELECT id FROM goods WHERE name = '{request.args['q']}'")  # want: LNT101


@app.get("/2")
def bound():
    return ready.query("SELECT id FROM goods WHERE name = ?", (request.args["q"],))


@app.get("/3")
def bound_by_name():
    return ready.one("SELECT id FROM goods WHERE name = :name", name=request.args["q"])


@app.get("/4")
def by_the_repository():
    return goods.by_name(request.args["q"])


@app.get("/5")
def by_the_repository_bound():
    return goods.by_kind(request.args["q"])


@app.get("/6")
def by_a_function():
    return run("SELECT id FROM goods WHERE name = '" + request.args["q"] + "'")  # want: LNT101


@app.get("/7")
def by_a_function_bound():
    return run_bound("SELECT id FROM goods WHERE name = ?", request.args["q"])


# file: shop/__init__.py
# file: shop/db.py
import sqlite3


class Database:
    def __init__(self, path):
        self.connection = sqlite3.connect(path, check_same_thread=False)

    def cursor(self):
        return self.connection.cursor()

    def query(self, sql, params=()):
        cursor = self.cursor()
        cursor.execute(sql, params)
        return cursor.fetchall()


class Repository:
    def __init__(self, database):
        self.database = database

    def by_name(self, name):
        cursor = self.database.cursor()
        cursor.execute("SELECT id FROM goods WHERE name = '%s'" % name)  # want: LNT101
        return cursor.fetchall()

    def by_kind(self, kind):
        cursor = self.database.cursor()
        cursor.execute("SELECT id FROM goods WHERE kind = ?", (kind,))
        return cursor.fetchall()


def run(sql):
    with sqlite3.connect("shop.db") as connection:
        return connection.execute(sql).fetchall()


def run_bound(sql, *values):
    with sqlite3.connect("shop.db") as connection:
        return connection.execute(sql, values).fetchall()


# file: shop/ready.py
import sqlite3


class ReadyDatabase:
    def __init__(self, path):
        self._connection = sqlite3.connect(path, check_same_thread=False)

    def query(self, sql, params=()):
        return self._connection.execute(sql, params).fetchall()

    def one(self, sql, **params):
        return self._connection.execute(sql, params).fetchone()
