"""What is asked of a value that has a default holds of the client's as well."""

import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/1")
def with_a_default():
    depth = request.args.get("depth", "1")
    if depth.isdigit():
        os.system("du -d " + depth + " /srv")
    return "ok"


@app.get("/2")
def or_else():
    depth = request.args.get("depth") or "1"
    if not depth.isdigit():
        return "no"
    os.system("du -d " + depth + " /srv")
    return "ok"


@app.get("/3")
def the_other_way_round():
    depth = request.args.get("depth") or "1"
    if depth.isdigit():
        return "no"
    os.system("du -d " + depth + " /srv")  # want: LNT106
    return "ok"
