import sqlite3

from flask import request

connection = sqlite3.connect("shop.db")


def marked(text):
    return text + "0"


def checked_after_it_was_put_together():
    number = marked(request.args["number"])
    if not number.isdigit():
        return "no number"
    connection.execute("SELECT * FROM goods WHERE id = " + number)
    connection.execute(f"SELECT * FROM goods WHERE id = {number}")
    connection.execute("SELECT * FROM goods WHERE id = %s" % number)
    connection.execute(" ".join(["SELECT * FROM goods WHERE id =", number]))


def not_checked():
    number = marked(request.args["number"])
    connection.execute("SELECT * FROM goods WHERE id = '" + number + "'")  # want: LNT101


def parts_are_not_checked_with_the_whole():
    number = request.args["number"]
    whole = number + "0"
    if not whole.isdigit():
        return "no number"
    connection.execute("SELECT * FROM goods WHERE id = '" + number + "'")  # want: LNT101


def one_of_two_checked():
    name = request.args["name"] if request.args["kind"] == "a" else request.form["name"].strip()
    if not name.isalnum():
        return "no name"
    connection.execute("SELECT * FROM goods WHERE name = '" + name + "'")


def value_under_a_known_key():
    for key, value in request.form.items():
        if key == "name":
            connection.execute("SELECT * FROM goods WHERE name = '" + value + "'")  # want: LNT101
