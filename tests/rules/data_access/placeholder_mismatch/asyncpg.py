"""asyncpg takes $1, and the values one by one."""

import asyncpg


async def find(name: str, mail: str):
    connection = await asyncpg.connect("postgresql:///shop")
    await connection.fetch("SELECT * FROM users WHERE name = %s", name)  # want: LNT316
    await connection.fetch("SELECT * FROM users WHERE name = $1 AND mail = $2", name)  # want-missing: LNT316
    await connection.fetch("SELECT * FROM users WHERE name = '$1'", name)  # want: LNT316
    await connection.fetch("SELECT * FROM users WHERE name = $1", name, timeout=5)
    await connection.fetch("SELECT * FROM users WHERE name = $1 OR mail = $1", name)
    await connection.fetch("SELECT * FROM users WHERE name = $1 AND mail = $2", name, mail)
    await connection.fetch("SELECT data ? 'key' FROM users WHERE name = $1", name)
    await connection.fetch("SELECT * FROM users WHERE name = ANY($1)", [name, mail])
    await connection.executemany("INSERT INTO users (name, mail) VALUES ($1, $2)", [(name, mail)])
    statement = await connection.prepare("SELECT * FROM users WHERE name = $1")
    return await statement.fetch(name)
