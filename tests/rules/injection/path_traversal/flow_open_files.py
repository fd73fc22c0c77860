"""An open file is no path, the names in an archive are, and of a split path only the last part is no way out."""

import io
import os
import tarfile
import zipfile

from flask import Flask, request, send_file

app = Flask(__name__)
FOLDER = "/srv/themes"


@app.post("/1")
def names_in_an_archive():
    upload = request.files["theme"]
    with zipfile.ZipFile(upload.stream) as archive:
        for name in archive.namelist():
            with open(os.path.join(FOLDER, name), "wb") as file:  # want: LNT121
                file.write(archive.read(name))
    with zipfile.ZipFile(request.files["more"]) as archive:
        for entry in archive.infolist():
            with open(os.path.join(FOLDER, os.path.basename(entry.filename)), "wb") as file:
                file.write(archive.read(entry))
    return "ok"


@app.post("/2")
def names_in_bytes():
    content = io.BytesIO(request.get_data())
    with tarfile.open(fileobj=content) as archive:
        for member in archive.getmembers():
            with open(os.path.join(FOLDER, member.name), "wb") as file:  # want: LNT121
                file.write(b"")
    return send_file(content, download_name="theme.tar")


@app.post("/3")
def split_names():
    head, tail = os.path.split(request.files["theme"].filename)
    stem, ending = os.path.splitext(request.files["theme"].filename)
    with open(os.path.join(FOLDER, tail)) as file:
        file.read()
    with open(os.path.join(FOLDER, f"theme{ending}")) as file:
        file.read()
    with open(os.path.join(FOLDER, head)) as file:  # want: LNT121
        file.read()
    with open(os.path.join(FOLDER, stem)) as file:  # want: LNT121
        file.read()


@app.post("/4")
def no_slash():
    name = request.form["name"]
    if "/" in name or name.startswith("."):
        return "no"
    with open(os.path.join(FOLDER, name)) as file:
        return file.read()


@app.post("/5")
def some_other_sign():
    name = request.form["name"]
    if ":" in name:
        return "no"
    with open(os.path.join(FOLDER, name)) as file:  # want: LNT121
        return file.read()
