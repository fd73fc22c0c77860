"""A client's text in a path leads out of the folder, unless nothing is left in it that could."""

import os
import uuid
from pathlib import Path

from flask import Flask, abort, request, send_file, send_from_directory
from werkzeug.utils import safe_join, secure_filename

app = Flask(__name__)
BASE = "/srv/files"
FOLDER = Path("/srv/files")
REPORTS = {"month": "month.pdf", "year": "year.pdf"}


@app.get("/1")
def joined():
    return open(os.path.join(BASE, request.args["name"])).read()  # want: LNT121


@app.get("/2")
def constant():
    kind = "long" if request.args["name"] else "short"
    return open(os.path.join(BASE, kind + ".txt")).read()


@app.get("/3")
def added():
    return open(BASE + "/" + request.args["name"], "rb").read()  # want: LNT121


@app.get("/4")
def last_part_only():
    return open(os.path.join(BASE, os.path.basename(request.args["name"]))).read()


@app.get("/5")
def secured():
    return open(os.path.join(BASE, secure_filename(request.args["name"]))).read()


@app.get("/6")
def secured_in_vain():
    name = request.args["name"]
    secure_filename(name)
    return open(os.path.join(BASE, name)).read()  # want: LNT121


@app.get("/7")
def sent():
    return send_file(BASE + "/" + request.args["name"])  # want: LNT121


@app.get("/8")
def sent_from_folder():
    return send_from_directory(BASE, request.args["name"])


@app.get("/9/<path:name>")
def path_text(name):
    return (FOLDER / name).read_text()  # want: LNT121


@app.get("/10/<int:number>")
def path_number(number):
    return (FOLDER / f"{number}.txt").read_text()


@app.get("/11/<uuid:key>")
def path_key(key):
    return (FOLDER / str(key)).read_bytes()


@app.get("/12")
def parsed_key():
    key = uuid.UUID(request.args["key"])
    return FOLDER.joinpath(f"{key}.txt").read_text()


@app.get("/13")
def unparsed_key():
    key = request.args["key"]
    return FOLDER.joinpath(f"{key}.txt").read_text()  # want: LNT121


@app.get("/14")
def report():
    return send_file(os.path.join(BASE, REPORTS.get(request.args["report"], "none.pdf")))


@app.get("/15")
def report_or_as_asked():
    name = REPORTS.get(request.args["report"], request.args["report"])
    return send_file(os.path.join(BASE, name))  # want: LNT121


@app.post("/16")
def saved():
    upload = request.files["up"]
    upload.save(os.path.join(BASE, upload.filename))  # want: LNT121
    return ""


@app.post("/17")
def saved_secured():
    upload = request.files["up"]
    upload.save(os.path.join(BASE, secure_filename(upload.filename)))
    return ""


@app.post("/18")
def saved_under_own_name():
    upload = request.files["up"]
    upload.save(os.path.join(BASE, uuid.uuid4().hex))
    return ""


@app.post("/19")
def removed():
    os.remove(os.path.join(BASE, request.form["name"]))  # want: LNT121
    return ""


@app.post("/20")
def safely_joined():
    target = safe_join(BASE, request.form["name"])
    if target is None:
        abort(404)
    os.remove(target)
    return ""


@app.get("/21")
def content_only():
    with open(os.path.join(BASE, "notes.txt"), "a") as out:
        out.write(request.args["note"])
    return ""


@app.get("/22")
def own_open():
    def open(name):
        return len(name)

    return str(open(request.args["name"]))
