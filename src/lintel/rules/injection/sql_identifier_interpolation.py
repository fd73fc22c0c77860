"""Names of tables and columns that others choose: no placeholder stands for a name, so it is put into the text."""

from __future__ import annotations

from collections.abc import Iterator

from lintel.card import Card
from lintel.finding import Finding, Severity
from lintel.program.flows import Flow
from lintel.program.sql_reading import worst_hole
from lintel.rule import Rule
from lintel.rules.injection.sql_said import said_of
from lintel.view import ProgramView

CARD = Card(
    code="LNT102",
    name="sql-identifier-interpolation",
    family="injection",
    summary="A table, a column or an order in SQL text is not one of ours",
    why=(
        "A database binds values and no names, so names are put into the text. One that a client chooses reads another "
        "table or another column, and one that holds a blank is no name but more SQL."
    ),
    fix=(
        "Choose the name from a fixed set (`if column not in COLUMNS: raise ...`, or a dictionary from what clients "
        "send to what the table is called), or let the driver quote it: `sql.Identifier(column)`."
    ),
    message="{origin} is {slot} in the SQL that {callee} gets: {instead}",
    severity=Severity.WARNING,
    cwe=(89,),
    owasp=("A03:21",),
    spec=("002.141", "002.80", "000.33", "000.47", "003.115", "001.74", "002.84", "004.78", "001.126", "003.37"),
    bad=(
        """\
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/goods")
def goods():
    order = request.args.get("order", "name")
    return sqlite3.connect("shop.db").execute(f"SELECT id, name FROM goods ORDER BY {order}").fetchall()
""",
        """\
import asyncpg
from fastapi import FastAPI

app = FastAPI()


@app.get("/tables/{table}")
async def rows(table: str):
    connection = await asyncpg.connect("postgresql:///shop")
    return await connection.fetch("SELECT * FROM " + table + " WHERE active")
""",
    ),
    good=(
        """\
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
COLUMNS = {"name", "price"}


@app.get("/goods")
def goods():
    order = request.args["order"]
    if order not in COLUMNS:
        abort(400)
    return sqlite3.connect("shop.db").execute(f"SELECT id, name FROM goods ORDER BY {order}").fetchall()
""",
        """\
import psycopg
from fastapi import FastAPI
from psycopg import sql

app = FastAPI()


@app.get("/tables/{table}")
def rows(table: str):
    with psycopg.connect("dbname=shop") as connection:
        return connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))).fetchall()
""",
    ),
    misses=(
        "Names that are one of ours and still not meant for this client: a list of allowed names says what exists, not "
        "who may see it."
    ),
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """A name that arrives in a statement in which nothing worse does."""
    hole = worst_hole(flow, view)
    if hole is not None and hole.slot == "identifier":
        yield from said_of(CARD, flow, view, hole)


RULE = Rule(CARD, over={"flow:sql": judge})
