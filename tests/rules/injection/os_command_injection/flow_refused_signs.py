# Texts in which no sign was found that is refused, and sets of signs of which none is left over.

import os
import re
import string

from flask import Flask, abort, request

app = Flask(__name__)
KNOWN = set(string.ascii_letters + string.digits + "_-")
REFUSED = re.compile(r"[^a-z]+")


@app.get("/search")
def search():
    line = request.args["line"]
    if re.search(r"[^a-zA-Z0-9]", line):
        abort(400)
    os.system("run " + line)
    return ""


@app.get("/search-none")
def search_none():
    line = request.args["line"]
    if re.search(r"[^a-z]", line) is None:
        os.system("run " + line)
    else:
        os.system("run " + line)  # want: LNT106
    return ""


@app.get("/search-compiled")
def search_compiled():
    line = request.args["line"]
    if not REFUSED.search(line):
        os.system("run " + line)
    return ""


@app.get("/search-few")
def search_few():
    line = request.args["line"]
    if re.search(r"[;|]", line):
        abort(400)
    os.system("run " + line)  # want: LNT106
    return ""


@app.get("/match-begins")
def match_begins():
    line = request.args["line"]
    if re.match(r"[^a-z]", line):
        abort(400)
    os.system("run " + line)  # want: LNT106
    return ""


@app.get("/remaining")
def remaining():
    line = request.args["line"]
    if not set(line) - KNOWN:
        os.system("run " + line)
    if set(line) - KNOWN:
        os.system("run " + line)  # want: LNT106
        abort(400)
    os.system("run " + line)
    return ""


@app.get("/remaining-turned")
def remaining_turned():
    line = request.args["line"]
    if not KNOWN - set(line):
        os.system("run " + line)  # want: LNT106
    return ""
