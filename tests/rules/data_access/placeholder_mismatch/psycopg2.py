"""psycopg2 takes %s and %(name)s; a percent sign of the text is doubled where there are values."""

import psycopg2
from psycopg2 import sql
from psycopg2.extras import execute_batch, execute_values


def find(name: str, mail: str):
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users WHERE name = ?", (name,))  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = :name", {"name": name})  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = $1", (name,))  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = '%s'", (name,))  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s", (name, mail))  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s", (str(name)))  # want-missing: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
        cursor.execute("SELECT * FROM users WHERE name = %s AND mail = %s", [name, mail])
        cursor.execute("SELECT * FROM users WHERE name = %(name)s OR mail = %(name)s", {"name": name})
        cursor.execute("SELECT * FROM users WHERE name LIKE 'a%%' AND mail = %s", (mail,))
        cursor.execute("SELECT * FROM users WHERE name LIKE 'a%'")
        cursor.execute("SELECT data ? 'key' FROM users WHERE name = %s", (name,))
        cursor.execute("SELECT '10:30'::time, name::text FROM users")
        cursor.execute("SELECT * FROM users WHERE name = ANY(%s)", ([name, mail],))
        cursor.execute(sql.SQL("SELECT * FROM {} WHERE name = %s").format(sql.Identifier("users")), (name,))


def add(rows):
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        execute_values(cursor, "INSERT INTO users (name, mail) VALUES %s", rows)
        execute_batch(cursor, "INSERT INTO users (name, mail) VALUES (%s, %s)", [("a", "b")])
        cursor.executemany("INSERT INTO users (name, mail) VALUES (%s, %s)", rows)
