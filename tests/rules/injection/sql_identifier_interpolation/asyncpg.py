"""Names of tables and columns in PostgreSQL, without blocking."""

from enum import Enum

import asyncpg
from fastapi import FastAPI, HTTPException

app = FastAPI()
ALLOWED = frozenset({"name", "created"})


class Column(str, Enum):
    NAME = "name"
    CREATED = "created"


@app.get("/users")
async def users(order: str, column: Column):
    pool = await asyncpg.create_pool("postgresql:///shop")
    await pool.fetch(f"SELECT * FROM users ORDER BY {order}")  # want: LNT102
    await pool.fetch(f"SELECT * FROM users ORDER BY {column.value}")
    if order not in ALLOWED:
        raise HTTPException(400)
    return await pool.fetch(f"SELECT * FROM users ORDER BY {order}")


@app.get("/tables/{table}")
async def rows(table: str):
    connection = await asyncpg.connect("postgresql:///shop")
    await connection.fetch("SELECT * FROM " + table + " WHERE active")  # want: LNT102
    return await connection.fetch("SELECT * FROM users WHERE name = $1", table)
