"""Customers in PostgreSQL, with and without blocking."""

import psycopg
from fastapi import FastAPI
from psycopg import sql
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool, ConnectionPool

app = FastAPI()
pool = ConnectionPool("dbname=shop")
async_pool = AsyncConnectionPool("dbname=shop")


@app.get("/customers")
def customers(name: str, age: int):
    with pool.connection() as connection:
        connection.execute(f"SELECT * FROM customers WHERE name = '{name}'")  # want: LNT101
        connection.execute("SELECT * FROM customers WHERE name = %s", (name,))
        connection.execute(f"SELECT * FROM customers WHERE age = {age}")
        with connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute("SELECT * FROM customers WHERE name = %(name)s", {"name": name})
            return cursor.fetchall()


@app.get("/orders")
async def orders(customer: str):
    async with async_pool.connection() as connection, connection.cursor() as cursor:
        await cursor.execute("SELECT * FROM orders WHERE customer = '{}'".format(customer))  # want: LNT101
        await cursor.execute("SELECT * FROM orders WHERE customer = %s", [customer])
        async for row in cursor.stream("SELECT * FROM orders WHERE customer = '%s'" % customer):  # want: LNT101
            yield row


@app.get("/composed")
async def composed(column: str, value: str):
    connection = await psycopg.AsyncConnection.connect("dbname=shop")
    async with connection:
        query = sql.SQL("SELECT * FROM orders WHERE {} = {}").format(sql.Identifier(column), sql.Literal(value))
        await connection.execute(query)
        query = sql.SQL("SELECT * FROM orders WHERE {} = {}").format(sql.Identifier(column), value)
        await connection.execute(query)
        await connection.execute(sql.SQL("SELECT * FROM orders WHERE id = " + value))  # want: LNT101


@app.get("/export")
def export(day: str):
    with psycopg.connect("dbname=shop") as connection, connection.cursor() as cursor:
        with cursor.copy(f"COPY (SELECT * FROM orders WHERE day = '{day}') TO STDOUT") as copy:  # want: LNT101
            first = copy.read()
        with cursor.copy("COPY (SELECT * FROM orders WHERE day = %s) TO STDOUT", (day,)) as copy:
            return [first, copy.read()]
