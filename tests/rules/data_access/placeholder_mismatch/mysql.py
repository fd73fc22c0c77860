"""The drivers of MySQL take %s and %(name)s; prepared cursors of the connector take ? too."""

import mysql.connector
import MySQLdb
import pymysql


def find(name: str, mail: str):
    with pymysql.connect(db="shop") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users WHERE name = ?", (name,))  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = '%s'", (name,))  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s AND mail = %s", (name,))  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
        cursor.execute("SELECT * FROM users WHERE name = %(name)s", {"name": name})
        cursor.execute("SELECT DATE_FORMAT(born, '%%Y') FROM users WHERE name = %s", (name,))
        cursor.execute("SELECT DATE_FORMAT(born, '%Y') FROM users")
    cursor = MySQLdb.connect(db="shop").cursor()
    cursor.execute("SELECT * FROM users WHERE name = :name", {"name": name})  # want: LNT316
    cursor.execute("SELECT * FROM users WHERE name = %s AND mail = %s", (name, mail))
    prepared = mysql.connector.connect(database="shop").cursor(prepared=True)
    prepared.execute("SELECT * FROM users WHERE name = ?", (name,))
    prepared.execute("SELECT * FROM users WHERE name = :name", {"name": name})  # want: LNT316
    return cursor.fetchall()
