"""Names of tables and columns in PostgreSQL."""

import psycopg2
from flask import Flask, jsonify, request
from psycopg2 import sql
from psycopg2.extensions import quote_ident

app = Flask(__name__)


@app.get("/rows")
def rows():
    table = request.args["table"]
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # want: LNT102
        cursor.execute(f"SELECT * FROM {quote_ident(table, connection)}")
        cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier("shop", table)))
        cursor.execute(sql.SQL("SELECT * FROM " + table))  # want: LNT102
        return jsonify(cursor.fetchall())


@app.get("/sorted")
def in_order():
    column = request.args["column"]
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users ORDER BY %s" % column)  # want: LNT102
        query = sql.SQL("SELECT {} FROM users ORDER BY {}").format(
            sql.SQL(", ").join(map(sql.Identifier, request.args.getlist("field"))), sql.Identifier(column)
        )
        cursor.execute(query)
        return jsonify(cursor.fetchall())
