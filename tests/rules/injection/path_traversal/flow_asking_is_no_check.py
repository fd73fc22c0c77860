# Whether a file exists, how large it is, what a hash of its name is: who asks this has not checked where the file lies.
# A conversion that raises has.

import hashlib
import os
import uuid
from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
SHELF = Path("/srv/shelf").resolve()


@app.get("/exists")
def exists():
    path = os.path.join("/srv/shelf", request.args["name"])
    if not os.path.exists(path):
        abort(404)
    with open(path) as file:  # want: LNT121
        return file.read()


@app.get("/is-file")
def is_file():
    path = SHELF / request.args["name"]
    if path.is_file():
        return path.read_text()  # want: LNT121
    return ""


@app.get("/is-there")
def is_there():
    path = (SHELF / request.args["name"]).resolve()
    if not path.exists():
        abort(404)
    return path.read_text()  # want: LNT121


@app.get("/size")
def size():
    path = os.path.join("/srv/shelf", request.args["name"])
    if os.path.getsize(path) > 1000:
        abort(413)
    with open(path) as file:  # want: LNT121
        return file.read()


@app.get("/hashed")
def hashed():
    name = request.args["name"]
    mark = hashlib.sha256(name.encode()).hexdigest()
    with open(f"/srv/shelf/{mark}") as file:
        mark = file.read()
    with open(f"/srv/shelf/{name}") as file:  # want: LNT121
        return mark + file.read()


@app.get("/parsed")
def parsed():
    name = request.args["name"]
    uuid.UUID(name)
    with open(f"/srv/shelf/{name}") as file:
        return file.read()
