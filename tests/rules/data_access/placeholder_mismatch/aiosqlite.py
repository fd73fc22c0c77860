"""SQLite without blocking takes ? and :name as well."""

import aiosqlite


async def find(name: str):
    async with aiosqlite.connect("shop.db") as db:
        await db.execute("SELECT * FROM users WHERE name = %s", (name,))  # want: LNT316
        await db.execute("SELECT * FROM users WHERE name = ?", (name, name))  # want: LNT316
        await db.execute("SELECT * FROM users WHERE name = ?", (name,))
        await db.execute_insert("INSERT INTO users (name) VALUES (:name)", {"name": name})
        await db.executemany("INSERT INTO users (name) VALUES (?)", [(name,)])
        return await db.execute_fetchall("SELECT * FROM users")
