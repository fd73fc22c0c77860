"""What a FastAPI handler is given is of the type that its annotation names; only text can carry SQL."""

import datetime
import enum
import sqlite3
import uuid
from typing import Annotated, Literal, Optional

from fastapi import Body, Cookie, Depends, FastAPI, Form, Header, Path, Query, Request
from pydantic import BaseModel

app = FastAPI()
db = sqlite3.connect("shop.db", check_same_thread=False)


class Kind(str, enum.Enum):
    chair = "chair"
    table = "table"


class Maker(BaseModel):
    name: str
    founded: int


class Goods(BaseModel):
    name: str
    size: int
    added: datetime.date
    maker: Maker
    tags: list[str] = []
    counts: list[int] = []


class Paging:
    def __init__(self, page: int = 1, order: str = "name"):
        self.page = page
        self.order = order


def word_of(q: str = ""):
    return q.strip()


def size_of(size: int = 1):
    return size * 2


def connection():
    opened = sqlite3.connect("shop.db")
    try:
        yield opened
    finally:
        opened.close()


@app.get("/text/{name}")
def path_text(name: str):
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/number/{size}")
def path_number(size: int):
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/key/{key}")
def path_key(key: uuid.UUID):
    return db.execute(f"SELECT id FROM goods WHERE key = '{key}'").fetchall()


@app.get("/kind/{kind}")
def path_kind(kind: Kind):
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind.value}'").fetchall()


@app.get("/query")
def query(q: str = "", limit: int = 10, since: Optional[datetime.date] = None):
    db.execute(f"SELECT id FROM goods WHERE added > '{since}' AND stock > {limit}")
    return db.execute(f"SELECT id FROM goods WHERE name = '{q}'").fetchall()  # want: LNT101


@app.get("/optional")
def optional(q: str | None = None, size: int | None = None):
    db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return db.execute(f"SELECT id FROM goods WHERE name = '{q}'").fetchall()  # want: LNT101


@app.get("/literal")
def literal(kind: Literal["chair", "table"] = "chair"):
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()


@app.get("/marked")
def marked(q: str = Query("", max_length=80), size: int = Query(1, ge=1)):
    db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return db.execute(f"SELECT id FROM goods WHERE name = '{q}'").fetchall()  # want: LNT101


@app.get("/annotated/{name}")
def annotated(name: Annotated[str, Path()], size: Annotated[int, Query()] = 1):
    db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/header")
def header(user_agent: str = Header(""), pick: Annotated[str | None, Cookie()] = None):
    db.execute(f"INSERT INTO visits VALUES ('{user_agent}')")  # want: LNT101
    return db.execute(f"INSERT INTO picks VALUES ('{pick}')").fetchall()  # want: LNT101


@app.post("/form")
def form(name: str = Form(), size: int = Form()):
    db.execute(f"INSERT INTO sizes VALUES ({size})")
    return db.execute(f"INSERT INTO goods VALUES ('{name}')").fetchall()  # want: LNT101


@app.post("/body")
def body(goods: Goods):
    db.execute(f"INSERT INTO sizes VALUES ({goods.size}, '{goods.added}', {goods.maker.founded})")
    return db.execute(f"INSERT INTO goods VALUES ('{goods.name}')").fetchall()  # want: LNT101


@app.post("/body/inner")
def body_inner(goods: Goods):
    return db.execute(f"INSERT INTO makers VALUES ('{goods.maker.name}')").fetchall()  # want: LNT101


@app.post("/body/list")
def body_list(goods: Goods):
    for count in goods.counts:
        db.execute(f"INSERT INTO counts VALUES ({count})")
    for tag in goods.tags:
        db.execute(f"INSERT INTO tags VALUES ('{tag}')")  # want-missing: LNT101
    return []


@app.post("/body/bound")
def body_bound(goods: Goods):
    return db.execute("INSERT INTO goods VALUES (:name, :size)", goods.model_dump(include={"name", "size"})).fetchall()


@app.post("/body/dumped")
def body_dumped(goods: Goods):
    values = goods.model_dump()
    return db.execute(f"INSERT INTO goods VALUES ('{values['name']}')").fetchall()  # want: LNT101


@app.post("/body/single")
def body_single(name: str = Body(embed=True)):
    return db.execute(f"INSERT INTO goods VALUES ('{name}')").fetchall()  # want: LNT101


@app.post("/request")
async def whole_request(request: Request):
    body = await request.json()
    return db.execute(f"INSERT INTO goods VALUES ('{body['name']}')").fetchall()  # want: LNT101


@app.get("/request/query")
def request_query(request: Request):
    return db.execute(f"SELECT id FROM goods WHERE name = '{request.query_params['q']}'").fetchall()  # want: LNT101


@app.get("/depends")
def depends(word: str = Depends(word_of), size: int = Depends(size_of)):
    db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/depends/class")
def depends_class(paging: Annotated[Paging, Depends()]):
    db.execute(f"SELECT id FROM goods WHERE page = {paging.page}")
    return db.execute(f"SELECT id FROM goods WHERE kind = '{paging.order}'").fetchall()  # want: LNT101


@app.get("/depends/connection")
def depends_connection(q: str, opened: sqlite3.Connection = Depends(connection)):
    opened.execute("SELECT id FROM goods WHERE name = ?", (q,))
    return opened.execute("SELECT id FROM goods WHERE name = '" + q + "'").fetchall()  # want: LNT101
