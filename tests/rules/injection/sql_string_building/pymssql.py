"""SQL Server without ODBC."""

import pymssql
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/staff")
def staff():
    name = request.args["name"]
    with pymssql.connect("server", "user", database="hr") as connection:
        cursor = connection.cursor(as_dict=True)
        cursor.execute(f"SELECT * FROM staff WHERE name = '{name}'")  # want: LNT101
        cursor.execute("SELECT * FROM staff WHERE name = %s", (name,))
        cursor.execute("SELECT * FROM staff WHERE id = %d" % int(request.args["id"]))
        cursor.executemany("INSERT INTO seen (name) VALUES (%s)", [(name,)])
        return jsonify(cursor.fetchall())
