"""Names of tables and columns in MySQL."""

import mysql.connector
import pymysql
from flask import Flask, request

app = Flask(__name__)
SORTABLE = ["name", "age"]


@app.get("/pymysql")
def by_pymysql():
    order = request.args.get("order", "name")
    with pymysql.connect(db="shop") as connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM users ORDER BY {order}")  # want: LNT102
        if order in SORTABLE:
            cursor.execute(f"SELECT * FROM users ORDER BY {order}")
        return {"users": cursor.fetchall()}


@app.get("/connector/<table>")
def by_connector(table):
    connection = mysql.connector.connect(database="shop")
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM `%s`" % table)  # want: LNT102
    cursor.execute("SELECT * FROM users WHERE name = %s", (table,))
    for name in SORTABLE:
        cursor.execute("SELECT DISTINCT `%s` FROM users" % name)
    return {"rows": cursor.fetchall()}
