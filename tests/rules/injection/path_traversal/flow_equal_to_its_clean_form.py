"""Who compares a value with its own clean form, and leaves where they differ, has checked the value."""

import os

from flask import Flask, abort, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
FOLDER = "/srv/shelf"


@app.get("/1")
def is_its_own_last_piece():
    name = request.args["name"]
    if os.path.basename(name) != name:
        abort(404)
    return open(os.path.join(FOLDER, name)).read()


@app.get("/2")
def is_its_own_secure_name():
    name = request.args["name"]
    if name == secure_filename(name):
        return open(os.path.join(FOLDER, name)).read()
    return open(os.path.join(FOLDER, name)).read()  # want: LNT121


@app.get("/3")
def is_another_secure_name():
    name, other = request.args["name"], request.args["other"]
    if name != secure_filename(other):
        abort(404)
    return open(os.path.join(FOLDER, other)).read()  # want: LNT121


@app.get("/4")
def differs_and_goes_on():
    name = request.args["name"]
    if os.path.basename(name) != name:
        app.logger.warning("a path was given")
    return open(os.path.join(FOLDER, name)).read()  # want: LNT121
