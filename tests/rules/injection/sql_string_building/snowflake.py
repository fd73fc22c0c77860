"""A warehouse at a provider."""

import snowflake.connector
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/invoices")
def invoices():
    client = request.args["client"]
    with snowflake.connector.connect(account="acme") as connection:
        cursor = connection.cursor(snowflake.connector.DictCursor)
        cursor.execute(f"SELECT * FROM invoices WHERE client = '{client}'")  # want: LNT101
        cursor.execute("SELECT * FROM invoices WHERE client = %s", (client,))
        cursor.execute("SELECT * FROM invoices WHERE client = %(client)s", {"client": client})
        connection.execute_string("DELETE FROM seen WHERE client = '" + client + "'")  # want: LNT101
        connection.execute_string("BEGIN; COMMIT;")
        cursor.execute_async("SELECT * FROM invoices WHERE year = %s" % int(request.args["year"]))
        return jsonify(cursor.fetchall())
