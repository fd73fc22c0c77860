import os
import uuid
from io import BytesIO

from flask import Blueprint, current_app, request, send_file, send_from_directory
from werkzeug.datastructures import FileStorage
from werkzeug.utils import safe_join, secure_filename

files = Blueprint("files", __name__)
REPORTS = "/srv/reports"


@files.get("/report")
def report():
    return send_file(os.path.join(REPORTS, request.args["name"]))  # want: LNT121


@files.get("/raw/<path:name>")
def raw(name):
    return send_file(REPORTS + "/" + name)  # want: LNT121


@files.post("/avatar")
def avatar():
    upload = request.files["avatar"]
    upload.save(os.path.join(REPORTS, upload.filename))  # want: LNT121
    return "", 204


@files.get("/folder")
def folder():
    return send_from_directory(request.args["folder"], "index.html")  # want: LNT121


@files.get("/kept/<path:name>")
def kept(name):
    return send_from_directory(REPORTS, name)


@files.get("/joined")
def joined():
    path = safe_join(REPORTS, request.args["name"])
    return send_file(path) if path else ("", 404)


@files.post("/secured")
def secured():
    upload = request.files["avatar"]
    upload.save(os.path.join(REPORTS, secure_filename(upload.filename)))
    return "", 204


@files.post("/renamed")
def renamed():
    store(request.files.get("avatar"))
    return send_file(BytesIO(request.get_data()), mimetype="image/png")


def store(upload: FileStorage):
    upload.save(f"{REPORTS}/{uuid.uuid4().hex}.bin")
    current_app.logger.info("stored %s", upload.filename)


@files.get("/year/<int:year>")
def year(year):
    return send_file(f"{REPORTS}/{year}.pdf", download_name=request.args.get("as", "report.pdf"))
