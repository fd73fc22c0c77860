"""Names that look dangerous and are not, beside the same names where they are."""

import logging
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)
log = logging.getLogger(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)


class Command:
    def __init__(self):
        self.done = []

    def execute(self, text):
        self.done.append(text)
        return self

    def executemany(self, texts):
        self.done.extend(texts)

    def query(self, text):
        return text in self.done


class Cursor:
    """A mark on a screen."""

    def execute(self, move):
        return len(move)


class Outbox(Command):
    def flush(self):
        for text in self.done:
            db.execute("INSERT INTO outbox VALUES (?)", (text,))


class Journal(Command):
    def flush(self):
        for text in self.done:
            db.execute("INSERT INTO journal VALUES ('" + text + "')")  # want: LNT101


def text(value):
    return f"SELECT {value}"


@app.get("/1")
def own_execute():
    command = Command()
    command.execute("SELECT id FROM goods WHERE name = '" + request.args["q"] + "'")
    command.executemany(["DELETE FROM goods WHERE name = '%s'" % request.args["q"]])
    return jsonify(command.query(f"SELECT id FROM goods WHERE name = '{request.args['q']}'"))


@app.get("/2")
def own_cursor():
    cursor = Cursor()
    return str(cursor.execute("SELECT id FROM goods WHERE name = '" + request.args["q"] + "'"))


@app.get("/3")
def real_cursor():
    cursor = db.cursor()
    cursor.execute("SELECT id FROM goods WHERE name = '" + request.args["q"] + "'")  # want: LNT101
    return jsonify(cursor.fetchall())


@app.get("/4")
def only_logged():
    sql = f"SELECT id FROM goods WHERE name = '{request.args['q']}'"
    log.info("would run %s", sql)
    return jsonify(db.execute("SELECT id FROM goods WHERE name = ?", (request.args["q"],)).fetchall())


@app.get("/5")
def only_shown():
    sql = "DELETE FROM goods WHERE name = '" + request.args["q"] + "'"
    return jsonify(statement=sql, note=text(request.args["q"]))


@app.get("/6")
def in_a_message():
    if request.args["q"] == "":
        raise ValueError(f"SELECT FROM goods WHERE name = {request.args['q']} has no name")
    return f"UPDATE of {request.args['q']} SET to run"


@app.get("/7")
def key_that_is_sql():
    texts = {"SELECT": "pick", "DELETE": "drop"}
    return texts.get("SELECT " + request.args["q"], "none")


@app.get("/8")
def later():
    outbox = Outbox()
    outbox.execute(request.args["q"])
    outbox.flush()
    return ""


@app.get("/9")
def later_embedded():
    journal = Journal()
    journal.execute(request.args["q"])
    journal.flush()
    return ""


@app.get("/10")
def own_name_executed():
    def execute(sql):
        return len(sql)

    return str(execute("SELECT id FROM goods WHERE name = '" + request.args["q"] + "'"))
