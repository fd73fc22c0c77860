"""What is put on the request's own store before the handler runs is read by the handler."""

import sqlite3

from flask import Flask, g, request

app = Flask(__name__)


@app.before_request
def prepare():
    g.db = sqlite3.connect("shop.db")
    g.language = request.headers.get("Accept-Language", "en")
    g.page = int(request.args.get("page", "1"))
    g.shop = "main"
    g.tenant = request.cookies.get("tenant")


@app.get("/1")
def text_from_before():
    return g.db.execute(f"SELECT id FROM goods WHERE language = '{g.language}'").fetchall()  # want: LNT101


@app.get("/2")
def number_from_before():
    return g.db.execute(f"SELECT id FROM goods WHERE page = {g.page}").fetchall()


@app.get("/3")
def constant_from_before():
    return g.db.execute(f"SELECT id FROM goods WHERE shop = '{g.shop}'").fetchall()


@app.get("/4")
def bound_from_before():
    return g.db.execute("SELECT id FROM goods WHERE language = ?", (g.language,)).fetchall()


@app.get("/5")
def by_get():
    return g.db.execute(f"SELECT id FROM goods WHERE tenant = '{g.get('tenant', 'none')}'").fetchall()  # want: LNT101


@app.get("/6")
def by_a_helper():
    return g.db.execute("SELECT id FROM goods WHERE " + tenant_clause()).fetchall()  # want: LNT101


@app.get("/7")
def by_a_helper_bound():
    return g.db.execute("SELECT id FROM goods WHERE " + bound_clause(), (g.tenant,)).fetchall()


def tenant_clause():
    return f"tenant = '{g.tenant}'"


def bound_clause():
    return "tenant = ?"
