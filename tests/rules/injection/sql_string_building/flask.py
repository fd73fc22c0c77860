import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


@app.get("/search")
def search():
    rows = db.execute("SELECT id FROM items WHERE name LIKE '%" + request.args.get("q", "") + "%'")  # want: LNT101
    return {"ids": [row[0] for row in rows]}


@app.get("/by-agent")
def by_agent():
    agent = request.headers["User-Agent"]
    db.execute(f"INSERT INTO visits (agent) VALUES ('{agent}')")  # want: LNT101
    return "", 204


@app.get("/people/<name>")
def person(name):
    return {"row": db.execute("SELECT * FROM people WHERE name = '%s'" % name).fetchone()}  # want: LNT101


@app.post("/bound")
def bound():
    body = request.get_json()
    db.execute("INSERT INTO items (name) VALUES (?)", (body["name"],))
    return "", 204


@app.get("/items/<int:number>")
def item(number):
    return {"row": db.execute(f"SELECT * FROM items WHERE id = {number}").fetchone()}


@app.get("/page")
def page():
    start = int(request.args["start"])
    return {"rows": db.execute(f"SELECT * FROM items WHERE id > {start}").fetchall()}


@app.get("/method")
def method():
    db.execute(f"INSERT INTO visits (method) VALUES ('{request.method}')")
    return "", 204
