"""Names of tables and columns in PostgreSQL, by the newer driver."""

from typing import Literal

import psycopg
from fastapi import FastAPI
from psycopg import sql

app = FastAPI()


@app.get("/rows")
def rows(table: str, order: str, direction: Literal["asc", "desc"] = "asc"):
    with psycopg.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE active")  # want: LNT102
        cursor.execute(sql.SQL("SELECT * FROM {} WHERE active").format(sql.Identifier(table)))
        cursor.execute("SELECT * FROM users ORDER BY " + order)  # want: LNT102
        cursor.execute("SELECT * FROM users ORDER BY " + sql.Identifier(order).as_string(connection))
        cursor.execute(f"SELECT * FROM users ORDER BY name {direction}")
        return cursor.fetchall()


@app.get("/counts")
async def counts(table: str):
    connection = await psycopg.AsyncConnection.connect("dbname=shop")
    async with connection:
        await connection.execute("SELECT count(*) FROM {}".format(table))  # want: LNT102
        cursor = await connection.execute("SELECT count(*) FROM users")
        return await cursor.fetchone()
