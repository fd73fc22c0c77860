"""DuckDB takes ?, $1 and $name: nothing is said of it. Nor of a connection that nobody knows."""

import duckdb


def find(name: str, cursor):
    connection = duckdb.connect("sales.db")
    connection.execute("SELECT * FROM users WHERE name = ?", [name])
    connection.execute("SELECT * FROM users WHERE name = $1", [name])
    connection.execute("SELECT * FROM users WHERE name = $name", {"name": name})
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    cursor.execute("SELECT * FROM users WHERE name = ?", (name,))
    return connection.fetchall()
