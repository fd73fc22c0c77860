"""Tortoise's connections, asked in SQL."""

from fastapi import FastAPI
from tortoise import Tortoise, connections
from tortoise.transactions import in_transaction

app = FastAPI()


@app.get("/users")
async def users(name: str, age: int):
    connection = Tortoise.get_connection("default")
    await connection.execute_query(f"SELECT * FROM users WHERE name = '{name}'")  # want: LNT101
    await connection.execute_query("SELECT * FROM users WHERE name = $1", [name])
    await connection.execute_query(f"SELECT * FROM users WHERE age > {age}")
    return await connections.get("default").execute_query_dict("SELECT * FROM users WHERE name = $1", [name])


@app.delete("/users")
async def remove(name: str):
    async with in_transaction() as connection:
        await connection.execute_query_dict("DELETE FROM users WHERE name = '" + name + "'")  # want: LNT101
        await connection.execute_script("DELETE FROM seen; DELETE FROM tags;")
        await connection.execute_script("DELETE FROM users WHERE name = '%s'" % name)  # want: LNT101
        await connection.execute_query("DELETE FROM users WHERE name = $1", [name])
