"""Decorators that hand on what they are given, that change it, that refuse it."""

import functools
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
db = sqlite3.connect("shop.db", check_same_thread=False)
KNOWN = {"chair", "table"}


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        print(function.__name__)
        return function(*args, **kwargs)

    return inner


def with_word(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(request.args["q"], *args, **kwargs)

    return inner


def with_number(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(int(request.args["q"]), *args, **kwargs)

    return inner


def numbers_only(function):
    @functools.wraps(function)
    def inner(text):
        return function(int(text))

    return inner


def known_only(function):
    @functools.wraps(function)
    def inner(text):
        if text not in KNOWN:
            abort(404)
        return function(text)

    return inner


def tolerant(function):
    @functools.wraps(function)
    def inner(text):
        if text not in KNOWN:
            print("unknown", text)
        return function(text)

    return inner


def prefixed(prefix):
    def outer(function):
        @functools.wraps(function)
        def inner(text):
            return function(prefix + text)

        return inner

    return outer


def answered(function):
    def inner(text):
        function(text)
        return "answered"

    return inner


@logged
def by_name(text):
    return db.execute(f"SELECT id FROM goods WHERE name = '{text}'").fetchall()  # want: LNT101


@numbers_only
def by_size(size):
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()


@known_only
def by_kind(kind):
    return db.execute(f"SELECT id FROM goods WHERE kind = '{kind}'").fetchall()


@tolerant
def by_colour(colour):
    return db.execute(f"SELECT id FROM goods WHERE colour = '{colour}'").fetchall()  # want: LNT101


@prefixed("shop-")
def by_code(code):
    return db.execute(f"SELECT id FROM goods WHERE code = '{code}'").fetchall()  # want: LNT101


@prefixed("shop-")
def by_fixed_code(code):
    return db.execute(f"SELECT id FROM goods WHERE code = '{code}'").fetchall()


@answered
def echo(text):
    return text


@app.get("/1/name/<name>")
def call_by_name(name):
    return by_name(name)


@app.get("/1/size/<name>")
def call_by_size(name):
    return by_size(name)


@app.get("/1/kind/<name>")
def call_by_kind(name):
    return by_kind(name)


@app.get("/1/colour/<name>")
def call_by_colour(name):
    return by_colour(name)


@app.get("/1/code/<name>")
def call_by_code(name):
    by_fixed_code("constant")
    return by_code(name)


@app.get("/1/echo/<name>")
def call_echo(name):
    return db.execute(f"SELECT id FROM goods WHERE name = '{echo(name)}'").fetchall()


@app.get("/2")
@with_word
def given_a_word(word):
    return db.execute(f"SELECT id FROM goods WHERE name = '{word}'").fetchall()  # want: LNT101


@app.get("/3")
@with_number
def given_a_number(number):
    return db.execute(f"SELECT id FROM goods WHERE size = {number}").fetchall()


@app.get("/4/<name>")
@logged
def named_in_the_path(name):
    return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101


@app.get("/5/<int:size>")
@logged
def sized_in_the_path(size):
    return db.execute(f"SELECT id FROM goods WHERE size = {size}").fetchall()
