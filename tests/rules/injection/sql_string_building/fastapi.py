import sqlite3
from typing import Annotated

from fastapi import Depends, FastAPI, Query
from fastapi.security import OAuth2PasswordRequestForm
from pydantic import BaseModel

app = FastAPI()


class Filter(BaseModel):
    name: str
    limit: int = 10


def get_db():
    with sqlite3.connect("shop.db") as db:
        yield db


Db = Annotated[sqlite3.Connection, Depends(get_db)]


@app.get("/items")
def items(db: Db, q: str = Query(default="")):
    return db.execute(f"SELECT * FROM items WHERE name = '{q}'").fetchall()  # want: LNT101


@app.post("/filter")
def filtered(db: Db, wanted: Filter):
    return db.execute("SELECT * FROM items WHERE name = '%s'" % wanted.name).fetchall()  # want: LNT101


@app.post("/login")
def login(db: Db, form: OAuth2PasswordRequestForm = Depends()):
    return db.execute(f"SELECT id FROM users WHERE name = '{form.username}'").fetchone()  # want-missing: LNT101


@app.post("/bound")
def bound(db: Db, wanted: Filter):
    return db.execute("SELECT * FROM items WHERE name = ?", (wanted.name,)).fetchall()


@app.post("/limited")
def limited(db: Db, wanted: Filter):
    return db.execute(f"SELECT * FROM items WHERE amount > {wanted.limit}").fetchall()


@app.get("/items/{number}")
def item(number: int, db: Db):
    return db.execute(f"SELECT * FROM items WHERE id = {number}").fetchone()
