"""Oracle takes :name and :1."""

import oracledb


def find(name: str, age: int):
    with oracledb.connect(dsn="db/xe") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users WHERE name = ?", [name])  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s", [name])  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = ':name'", {"name": name})  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = :name", {"name": name})
        cursor.execute("SELECT * FROM users WHERE name = :name", name=name)
        cursor.execute("SELECT * FROM users WHERE name = :1 AND age = :2", [name, age])
        cursor.execute("SELECT TO_CHAR(born, 'HH24:MI') FROM users WHERE name = :name", [name])
        cursor.executemany("INSERT INTO users (name, age) VALUES (:1, :2)", [(name, age)])
        return cursor.fetchall()
