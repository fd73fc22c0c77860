"""Trino takes ?."""

import trino.dbapi


def find(name: str, age: int):
    cursor = trino.dbapi.connect(host="trino").cursor()
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))  # want: LNT316
    cursor.execute("SELECT * FROM users WHERE name = ? AND age > ?", (name,))  # want: LNT316
    cursor.execute("SELECT * FROM users WHERE name = ? AND age > ?", (name, age))
    cursor.execute("SELECT * FROM users WHERE name = ?", [name])
    return cursor.fetchall()
