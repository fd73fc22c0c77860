"""ODBC takes ?, with the values in a sequence or one by one."""

import pyodbc


def find(name: str, mail: str):
    connection = pyodbc.connect("Driver=SQL;Server=warehouse")
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))  # want: LNT316
    cursor.execute("SELECT * FROM users WHERE name = ? AND mail = ?", (name,))  # want: LNT316
    cursor.execute("SELECT * FROM users WHERE name = '?'", name)  # want: LNT316
    cursor.execute("SELECT * FROM users WHERE name = ?", name)
    cursor.execute("SELECT * FROM users WHERE name = ? AND mail = ?", name, mail)
    cursor.execute("SELECT * FROM users WHERE name = ? AND mail = ?", (name, mail))
    cursor.execute("SELECT * FROM users WHERE name = 'what?'")
    cursor.executemany("INSERT INTO users (name, mail) VALUES (?, ?)", [(name, mail)])
    return cursor.fetchall()
