"""What is asked of a part of a name, or of the file that it names, says nothing of the way there."""

import os
from pathlib import Path

from flask import Flask, abort, current_app, request, send_file

app = Flask(__name__)
FOLDER = "/srv/plans"
ENDINGS = {"png", "gif"}


def is_picture(name):
    return "." in name and name.rsplit(".", 1)[1].lower() in ENDINGS


@app.post("/1")
def ending_lowered():
    upload = request.files["plan"]
    if not is_picture(upload.filename):
        abort(400)
    upload.save(os.path.join(FOLDER, upload.filename))  # want: LNT121


@app.post("/2")
def ending_of_a_name():
    upload = request.files["plan"]
    ending = upload.filename.rsplit(".", 1)[-1].lower()
    if ending in ENDINGS:
        upload.save(os.path.join(FOLDER, upload.filename))  # want: LNT121
        upload.save(os.path.join(FOLDER, f"plan.{ending}"))


@app.get("/3")
def a_file_that_is_there():
    path = os.path.join(FOLDER, request.args["name"])
    if not os.path.isfile(path) or os.path.getsize(path) > 1000:
        abort(404)
    return send_file(path)  # want: LNT121


@app.get("/4")
def a_number():
    number = request.args["number"]
    try:
        int(number)
    except ValueError:
        abort(404)
    return send_file(os.path.join(FOLDER, number))


@app.get("/5")
def lowered_whole():
    name = request.args["name"]
    if name.lower() not in ENDINGS:
        abort(404)
    return send_file(os.path.join(FOLDER, name))


@app.get("/6")
def below_a_folder_of_the_settings():
    path = Path(current_app.config["PLANS"]) / request.args["name"]
    if not path.exists():
        abort(404)
    return path.read_text()  # want: LNT121


@app.get("/7")
def the_folder_of_the_settings():
    return (Path(current_app.config["PLANS"]) / "all.txt").read_text()
