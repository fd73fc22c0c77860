"""Notes kept in SQLite, asked for without blocking."""

from uuid import UUID

import aiosqlite
from fastapi import FastAPI

app = FastAPI()
PATH = "notes.db"


@app.get("/notes")
async def notes(title: str, page: int = 0):
    async with aiosqlite.connect(PATH) as db:
        async with db.execute("SELECT * FROM notes WHERE title = '" + title + "'") as cursor:  # want: LNT101
            found = await cursor.fetchall()
        async with db.execute("SELECT * FROM notes WHERE title = ?", (title,)) as cursor:
            found = await cursor.fetchall()
        rows = await db.execute_fetchall(f"SELECT * FROM notes WHERE page = {page}")
    return [*found, *rows]


@app.post("/notes")
async def add(title: str, text: str):
    db = await aiosqlite.connect(PATH)
    try:
        await db.execute("INSERT INTO notes (title, text) VALUES (?, ?)", (title, text))
        await db.executescript(f"INSERT INTO log (what) VALUES ('added {title}');")  # want: LNT101
        await db.commit()
    finally:
        await db.close()


@app.delete("/notes/{key}")
async def remove(key: UUID):
    async with aiosqlite.connect(PATH) as db, db.cursor() as cursor:
        await cursor.execute(f"DELETE FROM notes WHERE key = '{key}'")
        await cursor.execute("DELETE FROM links WHERE note = :key", {"key": str(key)})


@app.get("/find")
async def find(word: str):
    async with aiosqlite.connect(PATH) as db:
        cursor = await db.cursor()
        sql = "SELECT * FROM notes WHERE text LIKE '%{}%'".format(word)
        await cursor.execute(sql)  # want: LNT101
        return await cursor.fetchall()
