"""PostgreSQL by way of aiopg."""

import aiopg
from aiohttp import web

DSN = "dbname=shop"
ACTIVE = "SELECT * FROM users WHERE active"


async def users(request):
    name = request.query["name"]
    async with aiopg.create_pool(DSN) as pool, pool.acquire() as connection:
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)  # want: LNT101
            await cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
            await cursor.execute(ACTIVE)
            return web.json_response(await cursor.fetchall())


async def orders(request):
    pool = await aiopg.create_pool(DSN)
    with await pool.cursor() as cursor:
        await cursor.execute(f"SELECT * FROM orders WHERE id = {request.match_info['id']}")  # want: LNT101
        await cursor.execute(f"SELECT * FROM orders WHERE id = {int(request.match_info['id'])}")
        return web.json_response(await cursor.fetchall())


app = web.Application()
app.router.add_get("/users", users)
app.router.add_get("/orders/{id}", orders)
