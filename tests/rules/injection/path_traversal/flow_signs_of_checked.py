"""What was checked of a text holds of its signs, and of what is put together of these."""

import os

from flask import Flask, abort, request

app = Flask(__name__)


def _tidied(name):
    if "/" in name or "\\" in name:
        abort(400)
    return "".join(sign for sign in name if sign.isprintable()).replace(" ", "_")


def _shortened(name):
    return "".join(sign for sign in name if sign.isprintable()).replace(" ", "_")


@app.get("/1")
def checked():
    with open(os.path.join("/srv/profiles", f"{_tidied(request.args['name'])}.profile")) as profile:
        return profile.read()


@app.get("/2")
def unchecked():
    with open(os.path.join("/srv/profiles", f"{_shortened(request.args['name'])}.profile")) as profile:  # want: LNT121
        return profile.read()
