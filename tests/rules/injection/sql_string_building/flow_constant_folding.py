"""What a condition or an index comes to is known where only constants meet."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/sum/taken")
def sum_taken():
    name = request.args.get("name", "")
    offset = 61
    wanted = name if 12 * 9 + offset > 150 else "nobody"
    return db.execute(f"SELECT id FROM users WHERE name = '{wanted}'").fetchall()  # want: LNT101


@app.get("/sum/not-taken")
def sum_not_taken():
    name = request.args.get("name", "")
    offset = 61
    wanted = name if 12 * 9 - offset > 150 else "nobody"
    return db.execute(f"SELECT id FROM users WHERE name = '{wanted}'").fetchall()


@app.get("/power/taken")
def power_taken():
    note = "fixed"
    if 2 ** 5 // 3 == 10 and 17 % 5 == 2:
        note = request.args.get("note", "")
    return db.execute("SELECT id FROM notes WHERE body = '" + note + "'").fetchall()  # want: LNT101


@app.get("/power/not-taken")
def power_not_taken():
    note = "fixed"
    if 2 ** 5 // 3 == 10 and 17 % 5 != 2:
        note = request.args.get("note", "")
    return db.execute("SELECT id FROM notes WHERE body = '" + note + "'").fetchall()


@app.get("/letters/taken")
def letters_taken():
    city = request.args.get("city", "")
    word = "harbour"
    if word[2] == "r" and word[-3:] == "our":
        picked = city
    else:
        picked = "Lima"
    return db.execute("SELECT id FROM cities WHERE name = '%s'" % picked).fetchall()  # want: LNT101


@app.get("/letters/not-taken")
def letters_not_taken():
    city = request.args.get("city", "")
    word = "harbour"
    if word[2] == "b" and word[-3:] == "our":
        picked = city
    else:
        picked = "Lima"
    return db.execute("SELECT id FROM cities WHERE name = '%s'" % picked).fetchall()


@app.get("/methods/taken")
def methods_taken():
    city = request.args.get("city", "")
    if "Closed".upper().startswith("CL") and len("abc".replace("b", "")) == 2:
        picked = city
    else:
        picked = "Lima"
    return db.execute("SELECT id FROM cities WHERE name = '{}'".format(picked)).fetchall()  # want: LNT101


@app.get("/methods/not-taken")
def methods_not_taken():
    city = request.args.get("city", "")
    if "Closed".upper().startswith("Cl") and len("abc".replace("b", "")) == 2:
        picked = city
    else:
        picked = "Lima"
    return db.execute("SELECT id FROM cities WHERE name = '{}'".format(picked)).fetchall()


@app.get("/formatted/not-taken")
def formatted_not_taken():
    city = request.args.get("city", "")
    level = 3
    label = f"level-{level}" + "-{}".format("x") + "%d" % 7
    picked = city if label != "level-3-x7" else "Quito"
    return db.execute("SELECT id FROM cities WHERE name = '" + picked + "'").fetchall()


@app.get("/formatted/taken")
def formatted_taken():
    city = request.args.get("city", "")
    level = 3
    label = f"level-{level}" + "-{}".format("x") + "%d" % 7
    picked = city if label == "level-3-x7" else "Quito"
    return db.execute("SELECT id FROM cities WHERE name = '" + picked + "'").fetchall()  # want: LNT101


@app.get("/joined/not-taken")
def joined_not_taken():
    city = request.args.get("city", "")
    picked = "Quito"
    if "-".join(["a", "b"]) in ("a_b", "ab"):
        picked = city
    return db.execute("SELECT id FROM cities WHERE name = '" + picked + "'").fetchall()


@app.get("/joined/taken")
def joined_taken():
    city = request.args.get("city", "")
    picked = "Quito"
    if "-".join(["a", "b"]) in ("a-b", "ab"):
        picked = city
    return db.execute("SELECT id FROM cities WHERE name = '" + picked + "'").fetchall()  # want: LNT101


@app.get("/unknown-condition")
def unknown_condition():
    city = request.args.get("city", "")
    picked = city if len(city) > 3 else "Quito"
    return db.execute("SELECT id FROM cities WHERE name = '" + picked + "'").fetchall()  # want: LNT101
