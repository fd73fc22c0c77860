"""Paths that are taken apart: checks of each piece, and the last piece, which is a name in a folder."""

import os
import posixpath
from pathlib import Path
from urllib.parse import urlparse

from flask import Flask, abort, request

app = Flask(__name__)
FOLDER = "/srv/files"


@app.get("/1")
def no_step_among_the_pieces():
    name = request.args["name"]
    if ".." in name.split("/"):
        abort(400)
    return open(os.path.join(FOLDER, name))


@app.get("/2")
def no_step_among_the_parts():
    name = request.args["name"]
    if ".." in Path(name).parts:
        abort(400)
    return open(os.path.join(FOLDER, name))


@app.get("/3")
def another_name_is_asked():
    name = request.args["name"]
    if ".." in request.args["folder"].split("/"):
        abort(400)
    return open(os.path.join(FOLDER, name))  # want: LNT121


@app.get("/4")
def any_piece_is_a_step():
    name = request.args["name"]
    if any(piece == ".." for piece in name.split("/")):
        abort(400)
    return open(os.path.join(FOLDER, name))


@app.get("/5")
def any_piece_is_something_else():
    name = request.args["name"]
    if any(piece == "." for piece in name.split("/")):
        abort(400)
    return open(os.path.join(FOLDER, name))  # want: LNT121


@app.get("/6")
def all_pieces_are_names():
    name = request.args["name"]
    if not all(piece not in ("", ".", "..") for piece in name.split("/")):
        abort(400)
    return open(os.path.join(FOLDER, name))


@app.get("/7")
def each_piece_in_a_loop():
    name = request.args["name"]
    for piece in name.split("/"):
        if piece in ("", ".."):
            abort(400)
    return open(os.path.join(FOLDER, name))


@app.get("/8")
def a_loop_that_lets_steps_pass():
    name = request.args["name"]
    for piece in name.split("/"):
        if piece == "":
            abort(400)
    return open(os.path.join(FOLDER, name))  # want: LNT121


@app.get("/9")
def last_pieces():
    name = request.args["name"]
    *_, last = name.split("/")
    with open(os.path.join(FOLDER, last)), open(os.path.join(FOLDER, name.split(os.sep).pop())), open(os.path.join(FOLDER, posixpath.split(name)[1])):
        pass
    with open(os.path.join(FOLDER, name.split("/")[-1])), open(os.path.join(FOLDER, name.rsplit("/", 1)[-1])), open(os.path.join(FOLDER, name.rpartition("/")[2])):
        pass


@app.get("/10")
def first_pieces():
    name = request.args["name"]
    first, *rest = name.split("/")
    open(os.path.join(FOLDER, rest[0]))  # want: LNT121
    return open(os.path.join(FOLDER, name.split("/", 1)[1]))  # want: LNT121


@app.get("/11")
def last_pieces_of_something_else():
    name = request.args["name"]
    pieces = name.split("=")
    return open(os.path.join(FOLDER, pieces[-1]))  # want: LNT121


@app.get("/12")
def a_last_piece_that_was_added():
    pieces = request.args["name"].split("/")
    pieces.append(request.args["other"])
    return open(os.path.join(FOLDER, pieces[-1]))  # want: LNT121


@app.get("/13")
def no_last_piece_any_more():
    pieces = request.args["name"].split("/")
    pieces.pop()
    return open(os.path.join(FOLDER, pieces.pop()))  # want: LNT121


def without_scheme(name):
    if name.startswith("file:"):
        name = name[5:]
    if ".." in name.split("/"):
        raise ValueError(name)
    return name


@app.get("/14")
def either_way_checked():
    return open(os.path.join(FOLDER, without_scheme(request.args["name"]))).read()


def name_of(url):
    try:
        return urlparse(url).path.split("/")[-1]
    except (ValueError, IndexError):
        return None


@app.get("/15")
def last_pieces_of_addresses():
    name = name_of(request.args["url"])
    if name is None:
        abort(400)
    return open(os.path.join(FOLDER, name)).read()


@app.get("/16")
def all_pieces_of_addresses():
    return open(os.path.join(FOLDER, urlparse(request.args["url"]).path)).read()  # want: LNT121
