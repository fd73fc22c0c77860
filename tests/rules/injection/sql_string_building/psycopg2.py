"""Customers in PostgreSQL, by the older driver."""

import psycopg2
import psycopg2.extras
from flask import Flask, jsonify, request
from psycopg2 import sql
from psycopg2.extensions import AsIs, adapt
from psycopg2.pool import ThreadedConnectionPool

app = Flask(__name__)
pool = ThreadedConnectionPool(1, 10, "dbname=shop")


@app.get("/customers")
def customers():
    name = request.args.get("name")
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM customers WHERE name = '%s'" % name)  # want: LNT101
        cursor.execute("SELECT * FROM customers WHERE name = %s", (name,))
        cursor.execute("SELECT * FROM customers WHERE name = %(name)s", {"name": name})
        cursor.execute("SELECT * FROM customers WHERE name = %s", [AsIs(name)])  # want: LNT101
        cursor.execute("SELECT * FROM customers WHERE name = " + adapt(name).getquoted().decode())
        return jsonify(cursor.fetchall())


@app.get("/customers/composed")
def composed():
    connection = pool.getconn()
    cursor = connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor)
    name = request.args["name"]
    cursor.execute(sql.SQL("SELECT * FROM customers WHERE name = {}").format(sql.Literal(name)))
    cursor.execute(sql.SQL("SELECT * FROM customers WHERE name = {}").format(sql.SQL(name)))  # want: LNT101
    piece = sql.SQL(f"SELECT * FROM customers WHERE name = '{name}'")  # want: LNT101
    cursor.execute(piece)
    return jsonify(cursor.fetchall())


@app.post("/customers")
def add():
    rows = [(row["name"], row["mail"]) for row in request.get_json()]
    connection = pool.getconn()
    with connection.cursor() as cursor:
        psycopg2.extras.execute_values(cursor, "INSERT INTO customers (name, mail) VALUES %s", rows)
        psycopg2.extras.execute_batch(cursor, "UPDATE customers SET mail = %s WHERE name = %s", rows)
        text = ", ".join(f"('{name}', '{mail}')" for name, mail in rows)
        cursor.execute("INSERT INTO customers (name, mail) VALUES " + text)  # want: LNT101
        values = b", ".join(cursor.mogrify("(%s, %s)", row) for row in rows)
        cursor.execute(b"INSERT INTO customers (name, mail) VALUES " + values)
    connection.commit()
    return "", 204


@app.get("/export")
def export():
    connection = pool.getconn()
    since = request.args["since"]
    with connection.cursor() as cursor, open("/tmp/out.csv", "w") as out:
        cursor.copy_expert(f"COPY (SELECT * FROM orders WHERE day > '{since}') TO STDOUT", out)  # want: LNT101
        cursor.copy_expert("COPY orders TO STDOUT WITH CSV HEADER", out)
    return "", 204
