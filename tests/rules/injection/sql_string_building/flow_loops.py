"""Values that are gathered in loops, and loops that end early."""

import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


@app.get("/1")
def gathered():
    text = ""
    for word in request.args.getlist("w"):
        text = text + word + " "
    return db.execute("SELECT id FROM goods WHERE name = '" + text + "'").fetchall()  # want: LNT101


@app.get("/2")
def counted():
    total = 0
    for word in request.args.getlist("w"):
        total += len(word)
    return db.execute("SELECT id FROM goods WHERE size = " + str(total)).fetchall()


@app.get("/3")
def by_letters():
    text = ""
    for letter in request.args["w"]:
        text += letter
    return db.execute("SELECT id FROM goods WHERE name = '" + text + "'").fetchall()  # want: LNT101


@app.get("/4")
def constant_per_letter():
    text = ""
    for _ in request.args["w"]:
        text += "x"
    return db.execute("SELECT id FROM goods WHERE name = '" + text + "'").fetchall()


@app.get("/5")
def second_time_round():
    word, before = "chair", "table"
    for _ in range(2):
        before = word
        word = request.args["w"]
    return db.execute("SELECT id FROM goods WHERE name = '" + before + "'").fetchall()  # want: LNT101


@app.get("/6")
def never_round():
    word = "chair"
    for _ in ():
        word = request.args["w"]
    return db.execute("SELECT id FROM goods WHERE name = '" + word + "'").fetchall()


@app.get("/7")
def for_else():
    for word in request.args.getlist("w"):
        if word == "chair":
            chosen = "chair"
            break
    else:
        chosen = "table"
    return db.execute("SELECT id FROM goods WHERE name = '" + chosen + "'").fetchall()


@app.get("/8")
def for_else_taken():
    chosen = "table"
    for word in request.args.getlist("w"):
        if word.startswith("c"):
            chosen = word
            break
    return db.execute("SELECT id FROM goods WHERE name = '" + chosen + "'").fetchall()  # want: LNT101


@app.get("/9")
def skipped_unless_known():
    for word in request.args.getlist("w"):
        if word not in ("chair", "table"):
            continue
        db.execute(f"SELECT id FROM goods WHERE name = '{word}'")
    return ""


@app.get("/10")
def skipped_if_known():
    for word in request.args.getlist("w"):
        if word in ("chair", "table"):
            continue
        db.execute(f"SELECT id FROM goods WHERE name = '{word}'")  # want: LNT101
    return ""


@app.get("/11")
def until_found():
    words = request.args.getlist("w")
    while words:
        word = words.pop()
        db.execute("INSERT INTO seen VALUES ('" + word + "')")  # want: LNT101
    return ""


@app.get("/12")
def until_counted():
    place = 0
    while place < len(request.args["w"]):
        db.execute("INSERT INTO seen VALUES (" + str(place) + ")")
        place += 1
    return ""


@app.get("/13")
def overwritten_in_the_end():
    word = ""
    for each in request.args.getlist("w"):
        word = each
    word = "chair"
    return db.execute("SELECT id FROM goods WHERE name = '" + word + "'").fetchall()


@app.get("/14")
def last_of_the_loop():
    word = "chair"
    for word in request.args.getlist("w"):
        pass
    return db.execute("SELECT id FROM goods WHERE name = '" + word + "'").fetchall()  # want: LNT101


@app.get("/carried/1")
def through_three_names():
    first = second = third = "x"
    for word in request.args.getlist("w"):
        db.execute("SELECT id FROM goods WHERE name = '" + third + "'")  # want: LNT101
        third = second
        second = first
        first = word
    return first


@app.get("/carried/2")
def through_a_list():
    words = []
    for word in request.args.getlist("w"):
        for known in words:
            db.execute("SELECT id FROM goods WHERE name = '" + known + "'")  # want: LNT101
        words.append(word)
    return words


@app.get("/carried/3")
def through_an_object():
    kept = {"last": ""}
    for word in request.args.getlist("w"):
        db.execute("SELECT id FROM goods WHERE name = '" + kept["last"] + "'")  # want: LNT101
        kept["last"] = word
    return kept


@app.get("/carried/4")
def through_a_closure():
    last = ""

    def keep(word):
        nonlocal last
        last = word

    for word in request.args.getlist("w"):
        db.execute("SELECT id FROM goods WHERE name = '" + last + "'")  # want: LNT101
        keep(word)
    return last


@app.get("/carried/5")
def bound_anew_each_time():
    text = ""
    for _ in request.args.getlist("w"):
        text = "goods"
        db.execute("SELECT id FROM " + text)
        text = "articles"
    return text
