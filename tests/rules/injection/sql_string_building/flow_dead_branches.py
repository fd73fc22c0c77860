"""A branch that no run takes hands nothing on; one that some run takes does."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)
AUDIT = False
LEVEL = 2


@app.get("/elif/1")
def elif_dead():
    code = request.args["code"]
    step = 4
    if step > 5:
        value = code
    elif step == 4:
        value = "four"
    else:
        value = code
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()


@app.get("/elif/2")
def elif_live():
    code = request.args["code"]
    step = 4
    if step > 5:
        value = "more"
    elif step == 4:
        value = code
    else:
        value = "less"
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101


@app.get("/match/1")
def match_dead():
    code = request.args["code"]
    letter = "QRS"[1]
    match letter:
        case "Q":
            value = code
        case "R":
            value = "constant"
        case "S":
            value = code
        case _:
            value = "other"
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()


@app.get("/match/2")
def match_live():
    code = request.args["code"]
    letter = "QRS"[2]
    match letter:
        case "Q":
            value = "first"
        case "R" | "S":
            value = code
        case _:
            value = "other"
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101


@app.get("/match/3")
def match_default():
    code = request.args["code"]
    match "T":
        case "Q":
            value = "first"
        case _:
            value = code
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101


@app.get("/while/1")
def while_dead():
    code = request.args["code"]
    value = "kept"
    while False:
        value = code
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()


@app.get("/while/2")
def while_once():
    code = request.args["code"]
    value = "kept"
    while True:
        value = code
        break
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101


@app.get("/short/1")
def short_and_dead():
    code = request.args["code"]
    value = (False and code) or "constant"
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()


@app.get("/short/2")
def short_or_dead():
    code = request.args["code"]
    value = "constant" or code
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()


@app.get("/short/3")
def short_or_live():
    code = request.args.get("code")
    value = code or "constant"
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101


@app.get("/short/4")
def short_and_live():
    code = request.args["code"]
    value = "constant" and code
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101


@app.get("/switch/1")
def module_switch_off():
    value = "plain"
    if AUDIT:
        value = request.args["code"]
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()


@app.get("/switch/2")
def module_switch_on():
    value = "plain"
    if LEVEL >= 2:
        value = request.args["code"]
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101


@app.get("/sink/1")
def sink_in_dead_branch():
    code = request.args["code"]
    if LEVEL > 5:
        return db.execute(f"SELECT id FROM steps WHERE code = '{code}'").fetchall()
    return []


@app.get("/sink/2")
def sink_after_return():
    code = request.args["code"]
    if not AUDIT:
        return []
    return db.execute(f"SELECT id FROM steps WHERE code = '{code}'").fetchall()


@app.get("/overwritten/1")
def overwritten_before():
    value = request.args["code"]
    value = "constant"
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()


@app.get("/overwritten/2")
def overwritten_sometimes():
    value = request.args["code"]
    if request.args.get("plain"):
        value = "constant"
    return db.execute(f"SELECT id FROM steps WHERE code = '{value}'").fetchall()  # want: LNT101
