"""A piece of the path that a route holds to a few words."""

import os

from flask import Flask, send_from_directory

app = Flask(__name__)


@app.get("/static/<any(css, js):folder>/<path:name>")
@app.get("/files/<path:name>", defaults={"folder": "files"})
def asset(folder, name):
    return send_from_directory(os.path.join("/srv/custom", folder), name)


@app.get("/other/<folder>/<path:name>")
def other(folder, name):
    return send_from_directory(os.path.join("/srv/custom", folder), name)  # want: LNT121
