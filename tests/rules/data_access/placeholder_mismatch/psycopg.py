"""psycopg takes %s and %(name)s, and $1 on raw cursors."""

import psycopg


def find(name: str, mail: str):
    with psycopg.connect("dbname=shop") as connection:
        connection.execute("SELECT * FROM users WHERE name = ?", (name,))  # want: LNT316
        connection.execute("SELECT * FROM users WHERE name = $1", (name,))  # want: LNT316
        connection.execute("SELECT * FROM users WHERE name = %s AND mail = %s", (name,))  # want: LNT316
        connection.execute("SELECT * FROM users WHERE name = %s AND mail = %s", (name, mail))
        connection.execute("SELECT * FROM users WHERE name = %(name)s", {"name": name})
        with psycopg.RawCursor(connection) as raw:
            raw.execute("SELECT * FROM users WHERE name = $1", (name,))
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO users (name) VALUES (%s)", [(name,), (mail,)])
            return cursor.execute("SELECT * FROM users WHERE name LIKE 'a%'").fetchall()
