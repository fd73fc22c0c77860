"""An upload that is handed to a helper is still what the client sent."""

import os

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
FOLDER = "/srv/maps"


def keep(upload, folder):
    upload.save(os.path.join(folder, upload.filename))  # want: LNT121


def keep_safely(upload, folder):
    upload.save(os.path.join(folder, secure_filename(upload.filename)))


class Shelf:
    def __init__(self, folder):
        self.folder = folder

    def put(self, upload):
        with open(os.path.join(self.folder, upload.filename), "wb") as file:  # want: LNT121
            file.write(upload.read())


@app.post("/one")
def one():
    keep(request.files["map"], FOLDER)
    keep_safely(request.files["map"], FOLDER)
    return "ok"


@app.post("/many")
def many():
    for upload in request.files.getlist("maps"):
        Shelf(FOLDER).put(upload)
    return "ok"
