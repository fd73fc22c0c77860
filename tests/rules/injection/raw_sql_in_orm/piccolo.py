"""Pieces of SQL in what Piccolo builds: braces take the values that follow."""

from fastapi import FastAPI
from piccolo.columns import Varchar
from piccolo.columns.combination import WhereRaw
from piccolo.table import Table

app = FastAPI()


class Band(Table):
    name = Varchar()


@app.get("/bands")
async def bands(name: str):
    await Band.raw(f"SELECT * FROM band WHERE name = '{name}'")  # want: LNT103
    await Band.raw("SELECT * FROM band WHERE name = {}", name)
    await Band.raw("SELECT * FROM band WHERE name = '{}'".format(name))  # want: LNT103
    await Band.select().where(WhereRaw("name = '" + name + "'"))  # want: LNT103
    await Band.select().where(WhereRaw("name = {}", name))
    return await Band.select().where(Band.name == name)
