"""Events in ClickHouse, by three clients."""

import asynch
import clickhouse_connect
from clickhouse_driver import Client
from clickhouse_driver.util.escape import escape_param
from fastapi import FastAPI

app = FastAPI()
native = Client("localhost")


@app.get("/events")
def events(kind: str, day: int):
    native.execute(f"SELECT * FROM events WHERE kind = '{kind}'")  # want: LNT101
    native.execute("SELECT * FROM events WHERE kind = %(kind)s", {"kind": kind})
    native.execute(f"SELECT * FROM events WHERE day = {day}")
    return native.execute("SELECT * FROM events WHERE kind = " + escape_param(kind, {}))


@app.get("/visits")
def visits(page: str):
    client = clickhouse_connect.get_client(host="localhost")
    client.query("SELECT * FROM visits WHERE page = '%s'" % page)  # want: LNT101
    client.command("ALTER TABLE visits DELETE WHERE page = '" + page + "'")  # want: LNT101
    client.query("SELECT * FROM visits WHERE page = {page:String}", parameters={"page": page})
    return client.query("SELECT count() FROM visits WHERE page = %(page)s", {"page": page}).result_rows


@app.get("/clicks")
async def clicks(button: str):
    async with asynch.Connection(dsn="clickhouse://localhost") as connection:
        async with connection.cursor() as cursor:
            await cursor.execute(f"SELECT * FROM clicks WHERE button = '{button}'")  # want: LNT101
            await cursor.execute("SELECT * FROM clicks WHERE button = %(button)s", {"button": button})
            return await cursor.fetchall()
