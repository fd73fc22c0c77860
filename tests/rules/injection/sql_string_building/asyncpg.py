"""Users in PostgreSQL, without blocking."""

import asyncpg
from fastapi import Depends, FastAPI, Request

app = FastAPI()
COLUMNS = "id, name, mail"


@app.on_event("startup")
async def startup():
    app.state.pool = await asyncpg.create_pool("postgresql:///shop")


async def connection():
    pool = await asyncpg.create_pool("postgresql:///shop")
    async with pool.acquire() as taken:
        yield taken


@app.get("/users")
async def users(name: str, db: asyncpg.Connection = Depends(connection)):
    await db.fetch(f"SELECT {COLUMNS} FROM users WHERE name = '{name}'")  # want: LNT101
    return await db.fetch(f"SELECT {COLUMNS} FROM users WHERE name = $1", name)


@app.get("/users/one")
async def one(mail: str, number: int):
    db = await asyncpg.connect("postgresql:///shop")
    try:
        row = await db.fetchrow("SELECT * FROM users WHERE mail = '" + mail + "'")  # want: LNT101
        row = await db.fetchrow("SELECT * FROM users WHERE mail = $1 AND id = $2", mail, number)
        count = await db.fetchval(f"SELECT count(*) FROM orders WHERE user_id = {number}")
        statement = await db.prepare("SELECT * FROM users WHERE mail = $1")
        return row, count, await statement.fetch(mail)
    finally:
        await db.close()


@app.post("/users")
async def add(request: Request):
    data = await request.json()
    pool = await asyncpg.create_pool("postgresql:///shop")
    await pool.execute("INSERT INTO users (name) VALUES ($1)", data["name"])
    await pool.execute("INSERT INTO users (name) VALUES ('%s')" % data["name"])  # want: LNT101
    async with pool.acquire() as db, db.transaction():
        await db.executemany("INSERT INTO tags (name) VALUES ($1)", [(tag,) for tag in data["tags"]])
        async for row in db.cursor("SELECT * FROM users WHERE name = $1", data["name"]):
            print(row)
