"""SQL text that values are put into: who sends a value also writes SQL."""

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
    code="LNT101",
    name="sql-string-building",
    family="injection",
    summary="SQL text is put together from values instead of binding them",
    why=(
        "A database cannot tell the SQL that you wrote from the SQL that came with a value. A quote in a name ends the "
        "string around it, and what follows runs with the rights of the service: it reads, changes or drops any table."
    ),
    fix=(
        "Write the driver's placeholder in a constant text and pass the value beside it: "
        '`cursor.execute("SELECT id FROM users WHERE name = %s", (name,))`. '
        "Choose optional clauses among "
        "constant texts."
    ),
    message="{origin} is part of the SQL that {callee} gets, as {slot}: {instead}",
    severity=Severity.ERROR,
    cwe=(89,),
    owasp=("A03:21",),
    spec=(
        "002.141",
        "002.80",
        "000.33",
        "003.115",
        "004.154",
        "001.74",
        "002.84",
        "004.78",
        "001.126",
        "003.37",
    ),
    aliases=("B608",),
    bad=(
        """\
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/users")
def users():
    name = request.args["name"]
    return sqlite3.connect("shop.db").execute(f"SELECT id FROM users WHERE name = '{name}'").fetchall()
""",
        """\
# file: shop/views.py
from flask import Flask, request

from shop.store import rows

app = Flask(__name__)


@app.get("/orders")
def orders():
    where = []
    if city := request.args.get("city"):
        where.append("city = '" + city + "'")
    return rows("SELECT id FROM orders WHERE " + " AND ".join(where))


# file: shop/__init__.py
# file: shop/store.py
import psycopg2


def rows(sql, values=()):
    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
""",
    ),
    good=(
        """\
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/users")
def users():
    name = request.args["name"]
    return sqlite3.connect("shop.db").execute("SELECT id FROM users WHERE name = ?", (name,)).fetchall()
""",
        """\
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/users")
def users():
    names = request.args.getlist("name")
    marks = ", ".join("?" for _ in names)
    return sqlite3.connect("shop.db").execute(f"SELECT id FROM users WHERE name IN ({marks})", names).fetchall()
""",
    ),
    misses=(
        "Statements that are handed on whole by a function that nothing in the project calls, SQL put together inside "
        "of the database (dynamic SQL in procedures), drivers that library knowledge does not describe, and a client's "
        "whole statement where the same call takes expressions that a library built."
    ),
)


def judge(flow: Flow, view: ProgramView) -> Iterator[Finding]:
    """A value or a piece of SQL that arrives in a statement."""
    hole = worst_hole(flow, view)
    if hole is not None and hole.slot != "identifier":
        yield from said_of(CARD, flow, view, hole)


RULE = Rule(CARD, over={"flow:sql": judge})
