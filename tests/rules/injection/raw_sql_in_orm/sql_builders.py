"""Pieces of SQL in what PyPika builds: it quotes names and values, and no literal pieces."""

from fastapi import FastAPI
from pypika import CustomFunction, Query, Table
from pypika.terms import LiteralValue, PseudoColumn

app = FastAPI()
users = Table("users")
length = CustomFunction("length", ["value"])


@app.get("/users")
def search(name: str, order: str):
    query = Query.from_(users).select(users.id).where(users.name == name)
    query = query.where(LiteralValue(f"lower(name) = '{name}'"))  # want: LNT103
    query = query.where(LiteralValue("active"))
    query = query.orderby(PseudoColumn(order))  # want: LNT103
    query = query.orderby(length(users.name))
    return str(query)
