"""Drivers whose calls are awaited: text with the value in it, and text beside which the value travels."""

import aiosqlite
import asyncpg
from fastapi import FastAPI

app = FastAPI()


@app.get("/1")
async def embedded(name: str):
    async with aiosqlite.connect("shop.db") as db:
        cursor = await db.execute(f"SELECT id FROM goods WHERE name = '{name}'")  # want: LNT101
        return await cursor.fetchall()


@app.get("/2")
async def bound(name: str):
    async with aiosqlite.connect("shop.db") as db:
        cursor = await db.execute("SELECT id FROM goods WHERE name = ?", (name,))
        return await cursor.fetchall()


@app.get("/3")
async def fetched(name: str):
    connection = await asyncpg.connect(database="shop")
    return await connection.fetch(f"SELECT id FROM goods WHERE name = '{name}'")  # want: LNT101


@app.get("/4")
async def fetched_bound(name: str):
    connection = await asyncpg.connect(database="shop")
    return await connection.fetch("SELECT id FROM goods WHERE name = $1", name)


@app.get("/5")
async def one_row_of_a_pool(name: str):
    pool = await asyncpg.create_pool(database="shop")
    async with pool.acquire() as connection:
        return await connection.fetchrow("SELECT id FROM goods WHERE name = '%s'" % name)  # want: LNT101


@app.get("/6")
async def one_row_of_a_pool_numbered(size: int):
    pool = await asyncpg.create_pool(database="shop")
    async with pool.acquire() as connection:
        return await connection.fetchrow("SELECT id FROM goods WHERE size = %d" % size)


@app.get("/7")
async def in_a_transaction(name: str, kind: str):
    connection = await asyncpg.connect(database="shop")
    async with connection.transaction():
        await connection.execute("DELETE FROM cart WHERE name = $1", name)
        await connection.execute("DELETE FROM cart WHERE kind = '" + kind + "'")  # want: LNT101
    return []
