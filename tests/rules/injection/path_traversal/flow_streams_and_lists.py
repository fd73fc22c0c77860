"""Texts that are opened as files in memory are no paths, whoever opens them; names that a folder holds are no client's."""

import io
import os

import pandas
from flask import Flask, current_app, request

app = Flask(__name__)


def table_of(file):
    return pandas.read_csv(file)


def names_in(folder):
    names = []
    for name in os.listdir(folder):
        names.append(name)
    return names


NAMES = names_in(current_app.config["FOLDER"])


@app.post("/1")
def table():
    return str(table_of(io.StringIO(request.get_data(as_text=True))))


@app.post("/2")
def table_at():
    return str(table_of(request.args["path"]))  # want: LNT121


@app.get("/3")
def listed():
    name = request.args["name"]
    if name and name in NAMES:
        return open(os.path.join("/srv", name)).read()
    return ""


@app.get("/4")
def asked_for():
    name = request.args["name"]
    if name in request.args["names"].split(","):
        return open(os.path.join("/srv", name)).read()  # want: LNT121
    return ""
