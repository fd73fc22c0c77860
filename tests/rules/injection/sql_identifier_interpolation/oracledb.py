"""Names in statements to Oracle."""

import oracledb
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/rows")
def rows():
    table = request.args["table"]
    with oracledb.connect(dsn="db/xe") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM " + table)  # want: LNT102
        cursor.execute("SELECT * FROM " + oracledb.enquote_name(table))
        cursor.execute("SELECT * FROM users WHERE name = :name", [table])
        return jsonify(cursor.fetchall())
