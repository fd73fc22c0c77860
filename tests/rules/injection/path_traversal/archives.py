import io
import os
import tarfile
import zipfile

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.post("/unpack")
def unpack():
    folder = request.form["folder"]
    with zipfile.ZipFile("/srv/archives/base.zip") as archive:
        archive.extractall(os.path.join(ROOT, folder))  # want: LNT121
        archive.extractall(ROOT)
        archive.extractall(os.path.join(ROOT, os.path.basename(folder)))
    with tarfile.open("/srv/archives/base.tar") as archive:
        archive.extractall(ROOT)
        archive.extractall(f"{ROOT}/{folder}", filter="data")  # want: LNT121
    return "ok"


@app.post("/pack")
def pack():
    name = request.form["name"]
    with tarfile.open(f"{ROOT}/{name}.tar", "w") as archive:  # want: LNT121
        archive.add("/srv/app/readme.txt")
        archive.add(os.path.join(ROOT, name))  # want: LNT121
    content = io.BytesIO(request.get_data())
    with zipfile.ZipFile(content) as archive:
        count = len(archive.namelist())
    with tarfile.open(f"{ROOT}/{int(request.form['number'])}.tar", "w") as archive:
        archive.add("/srv/app/readme.txt")
    return str(count)
