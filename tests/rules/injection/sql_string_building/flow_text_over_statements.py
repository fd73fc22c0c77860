"""SQL text that grows over several statements, by every way in which text is put together."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def grown():
    sql = "SELECT id FROM goods"
    sql += " WHERE name = '"
    sql += request.args["name"]
    sql += "'"
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/2")
def grown_of_constants():
    sql = "SELECT id FROM goods"
    sql += " WHERE name = "
    sql += "?"
    return db.execute(sql, (request.args["name"],)).fetchall()


@app.get("/3")
def grown_on_demand():
    sql = "SELECT id FROM goods WHERE 1 = 1"
    values = []
    if request.args.get("name"):
        sql += " AND name = ?"
        values.append(request.args["name"])
    if request.args.get("colour"):
        sql += " AND colour = ?"
        values.append(request.args["colour"])
    return db.execute(sql, values).fetchall()


@app.get("/4")
def grown_on_demand_with_values():
    sql = "SELECT id FROM goods WHERE 1 = 1"
    if request.args.get("name"):
        sql += f" AND name = '{request.args['name']}'"
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/5")
def percent():
    sql = "SELECT id FROM goods WHERE name = '%s' AND size > %d" % (request.args["name"], 3)
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/6")
def percent_number():
    sql = "SELECT id FROM goods WHERE name = '%s' AND size > %d" % ("chair", int(request.args["size"]))
    return db.execute(sql).fetchall()


@app.get("/7")
def format_by_name():
    sql = "SELECT id FROM goods WHERE name = '{name}'".format(name=request.args["name"])
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/8")
def format_unused():
    sql = "SELECT id FROM goods WHERE name = '{other}'".format(name=request.args["name"], other="chair")
    return db.execute(sql).fetchall()


@app.get("/9")
def format_map():
    sql = "SELECT id FROM goods WHERE name = '{name}'".format_map({"name": request.args["name"]})
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/10")
def replaced():
    sql = "SELECT id FROM goods WHERE name = ':name'".replace(":name", request.args["name"])
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/11")
def replaced_by_constant():
    sql = "SELECT id FROM goods WHERE name = ':name'".replace(":name", "chair")
    return db.execute(sql, ()).fetchall() if request.args["name"] else []


@app.get("/12")
def case_changed():
    name = request.args["name"].strip().lower().title()
    return db.execute("SELECT id FROM goods WHERE name = '" + name + "'").fetchall()  # want: LNT101


@app.get("/13")
def sliced():
    name = request.args["name"][:40]
    return db.execute("SELECT id FROM goods WHERE name = '" + name + "'").fetchall()  # want: LNT101


@app.get("/14")
def only_the_outcome():
    known = request.args["name"] == "chair"
    return db.execute("SELECT id FROM goods WHERE known = " + str(int(known))).fetchall()


@app.get("/15")
def like_pattern():
    return db.execute("SELECT id FROM goods WHERE name LIKE '%" + request.args["name"] + "%'").fetchall()  # want: LNT101


@app.get("/16")
def like_bound():
    pattern = "%" + request.args["name"] + "%"
    return db.execute("SELECT id FROM goods WHERE name LIKE ?", (pattern,)).fetchall()


@app.get("/17")
def all_of_it():
    sql = request.args["sql"]
    return db.execute(sql).fetchall()  # want: LNT101


@app.get("/18")
def script():
    db.executescript("DELETE FROM cart; INSERT INTO cart VALUES ('" + request.args["name"] + "');")  # want: LNT101
    return ""


@app.get("/19")
def script_of_constants():
    if request.args["name"] == "all":
        db.executescript("DELETE FROM cart; DELETE FROM goods;")
    return ""


@app.get("/20")
def many():
    db.executemany("INSERT INTO cart VALUES (?)", [(each,) for each in request.args.getlist("name")])
    return ""


@app.get("/21")
def many_with_text():
    db.executemany(f"INSERT INTO cart VALUES (?, '{request.args['by']}')", [("a",), ("b",)])  # want: LNT101
    return ""


@app.get("/22")
def walrus():
    if name := request.args.get("name"):
        db.execute(f"SELECT id FROM goods WHERE name = '{name}'")  # want: LNT101
    if (size := request.args.get("size", type=int)) is not None:
        db.execute(f"SELECT id FROM goods WHERE size = {size}")
    return ""
