"""SQLite takes ? and :name."""

import sqlite3

BY_NAME = "SELECT * FROM users WHERE name = ?"


def find(name: str, mail: str):
    connection = sqlite3.connect("shop.db")
    connection.execute("SELECT * FROM users WHERE name = %s", (name,))  # want: LNT316
    connection.execute("SELECT * FROM users WHERE name = %(name)s", {"name": name})  # want: LNT316
    connection.execute("SELECT * FROM users WHERE name = ? AND mail = ?", (name,))  # want: LNT316
    connection.execute("SELECT * FROM users WHERE name = ?", (name, mail))  # want: LNT316
    connection.execute("SELECT * FROM users WHERE name = ? AND mail = ?")  # want: LNT316
    connection.execute("SELECT * FROM users WHERE name = '?'", (name,))  # want: LNT316
    connection.execute(BY_NAME, (name,))
    connection.execute("SELECT * FROM users WHERE name = ? AND mail = ?", (name, mail))
    connection.execute("SELECT * FROM users WHERE name = :name", {"name": name})
    connection.execute("SELECT * FROM users WHERE note = 'really?' AND name = ?", [name])
    connection.execute("SELECT '%s' FROM users")


def find_many(names: list[str], values):
    connection = sqlite3.connect("shop.db")
    cursor = connection.cursor()
    marks = ", ".join("?" for _ in names)
    cursor.execute(f"SELECT * FROM users WHERE name IN ({marks})", names)
    cursor.executemany("INSERT INTO users (name, mail) VALUES (?, ?)", [("a", "b"), ("c", "d")])
    cursor.executemany("INSERT INTO users (name) VALUES (?)", values)
    cursor.execute("SELECT * FROM users WHERE name = ? AND mail = ?", values)
    cursor.executescript("UPDATE users SET note = '?' WHERE note IS NULL;")
    return cursor.fetchall()
