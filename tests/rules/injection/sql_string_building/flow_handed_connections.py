# file: stock/__init__.py
# file: stock/queries.py
"""A connection that is handed to a helper: what the helper makes of it is known by what it was given."""


def named(connection, name):
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM goods WHERE name = '" + name + "'")  # want: LNT101
    return cursor.fetchall()


def named_and_bound(connection, name):
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM goods WHERE name = %s", (name,))
    return cursor.fetchall()


def told(connection, name):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO asked (name) VALUES ('%s')" % name)  # want: LNT101


def noted(book, line):
    page = book.cursor()
    page.write("SELECT " + line)


# file: stock/app.py
import psycopg2
from flask import Flask, request

from stock.queries import named, named_and_bound, noted, told

app = Flask(__name__)


@app.get("/goods")
def goods():
    connection = psycopg2.connect("dbname=stock")
    name = request.args["name"]
    told(connection, name)
    noted(connection, name)
    return str(named(connection, name) + named_and_bound(connection, name))
