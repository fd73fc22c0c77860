"""Where a Flask handler's text comes from, and what of a request is no text of the client's choice."""

import sqlite3

from flask import Flask, request
from flask.views import MethodView

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/args")
def query_string():
    return db.execute("SELECT id FROM goods WHERE name = '" + request.args.get("q", "") + "'").fetchall()  # want: LNT101


@app.post("/form")
def form_field():
    return db.execute("SELECT id FROM goods WHERE name = '" + request.form["q"] + "'").fetchall()  # want: LNT101


@app.post("/json")
def json_body():
    return db.execute("SELECT id FROM goods WHERE name = '" + request.json["q"] + "'").fetchall()  # want: LNT101


@app.post("/get-json")
def json_body_called():
    body = request.get_json(force=True)
    return db.execute("SELECT id FROM goods WHERE name = '" + body.get("q", "") + "'").fetchall()  # want: LNT101


@app.get("/header")
def header():
    agent = request.headers["User-Agent"]
    return db.execute("INSERT INTO visits VALUES ('" + agent + "')").fetchall()  # want: LNT101


@app.get("/agent")
def agent():
    return db.execute("INSERT INTO visits VALUES ('%s')" % request.user_agent.string).fetchall()  # want: LNT101


@app.get("/cookie")
def cookie():
    return db.execute("SELECT id FROM goods WHERE name = '" + request.cookies["q"] + "'").fetchall()  # want: LNT101


@app.route("/values", methods=["GET", "POST"])
def any_value():
    return db.execute("SELECT id FROM goods WHERE name = '" + request.values["q"] + "'").fetchall()  # want: LNT101


@app.post("/data")
def raw_body():
    return db.execute("SELECT id FROM goods WHERE name = '" + request.get_data(as_text=True) + "'").fetchall()  # want: LNT101


@app.post("/file")
def name_of_file():
    return db.execute(f"INSERT INTO files VALUES ('{request.files['up'].filename}')").fetchall()  # want: LNT101


@app.get("/string")
def unparsed_query():
    text = request.query_string.decode()
    return db.execute(f"INSERT INTO visits VALUES ('{text}')").fetchall()  # want: LNT101


@app.get("/text/<name>")
def path_text(name):
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/deep/<path:name>")
def path_deep(name):
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/number/<int:size>")
def path_number(size):
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@app.get("/price/<float:price>")
def path_price(price):
    return db.execute(f"SELECT id FROM goods WHERE price = {price}").fetchall()


@app.get("/key/<uuid:key>")
def path_key(key):
    return db.execute(f"SELECT id FROM goods WHERE key = '{key}'").fetchall()


@app.get("/two/<int:size>/<name>")
def path_two(size, name):
    db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/bound/<name>")
def path_bound(name):
    return db.execute("SELECT id FROM goods WHERE name = ?", (name,)).fetchall()


@app.post("/length")
def length():
    return db.execute(f"INSERT INTO visits VALUES ({len(request.get_data())})").fetchall()


class Goods(MethodView):
    def get(self, name):
        return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101

    def post(self, name):
        return db.execute("INSERT INTO goods VALUES (?, ?)", (name, request.form["q"])).fetchall()


app.add_url_rule("/goods/<name>", view_func=Goods.as_view("goods"))


def late(name, size):
    db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


app.add_url_rule("/late/<name>/<int:size>", view_func=late)
