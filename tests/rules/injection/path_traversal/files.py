import os
import shutil
import uuid

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files"
REPORTS = {"day": "/srv/reports/day.csv", "week": "/srv/reports/week.csv"}


@app.get("/read")
def read():
    name = request.args["name"]
    with open(os.path.join(ROOT, name)) as file:  # want: LNT121
        text = file.read()
    with open(os.path.join(ROOT, os.path.basename(name))) as file:
        text += file.read()
    with open(os.path.normpath(os.path.join(ROOT, name))) as file:  # want: LNT121
        text += file.read()
    with open(REPORTS[name]) as file:
        text += file.read()
    with open(f"{ROOT}/{int(name)}.txt") as file:
        text += file.read()
    return text


@app.get("/checked")
def checked():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if os.path.commonpath([ROOT, path]) != ROOT:
        abort(404)
    with open(path) as file:
        return file.read()


@app.post("/store")
def store():
    folder = os.path.join(ROOT, request.form["folder"])
    os.makedirs(folder, exist_ok=True)  # want: LNT121
    fresh = os.path.join(ROOT, uuid.uuid4().hex)
    os.makedirs(fresh)
    owner = uuid.UUID(request.form["owner"])
    with open(os.path.join(fresh, f"{owner}.txt"), "w") as file:
        file.write(request.form["text"])
    return fresh


@app.delete("/remove")
def remove():
    name = request.args["name"]
    os.remove(f"{ROOT}/{name}")  # want: LNT121
    shutil.rmtree(ROOT + "/" + name)  # want: LNT121
    if name in ("draft", "final"):
        shutil.rmtree(f"{ROOT}/{name}")
    shutil.copy(REPORTS["day"], os.path.join("/tmp", name))  # want: LNT121
    shutil.copy(REPORTS["day"], "/tmp/day.csv")
    return {"left": os.listdir(ROOT)}
