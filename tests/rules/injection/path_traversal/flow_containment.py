# file: files/app.py
"""Checks whether a path stays in its folder: before or after it is resolved, here or in a helper."""

import os
import re
from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

from files.folder import Folder, OpenFolder, confined, inside

app = FastAPI()
BASE = "/srv/files/"
FOLDER = Path("/srv/files")


@app.get("/1")
def resolved_first(name: str):
    target = os.path.realpath(os.path.join(BASE, name))
    if not target.startswith(BASE):
        raise HTTPException(404)
    return FileResponse(target)


@app.get("/2")
def never_resolved(name: str):
    target = os.path.join(BASE, name)
    if not target.startswith(BASE):
        raise HTTPException(404)
    return FileResponse(target)  # want: LNT121


@app.get("/3")
def resolved_too_late(name: str):
    target = os.path.join(BASE, name)
    if not target.startswith(BASE):
        raise HTTPException(404)
    return FileResponse(os.path.realpath(target))  # want: LNT121


@app.get("/4")
def resolved_and_not_asked(name: str):
    target = os.path.realpath(os.path.join(BASE, name))
    return FileResponse(target)  # want: LNT121


@app.get("/5")
def common_folder(name: str):
    target = os.path.abspath(os.path.join(BASE, name))
    if os.path.commonpath([target, "/srv/files"]) != "/srv/files":
        raise HTTPException(404)
    return FileResponse(target)


@app.get("/6")
def relative_to(name: str):
    target = (FOLDER / name).resolve()
    if not target.is_relative_to(FOLDER):
        raise HTTPException(404)
    return target.read_text()


@app.get("/7")
def relative_to_unresolved(name: str):
    target = FOLDER / name
    if not target.is_relative_to(FOLDER):
        raise HTTPException(404)
    return target.read_text()  # want: LNT121


@app.get("/8")
def relative_to_the_wrong_way_round(name: str):
    target = (FOLDER / name).resolve()
    if target.is_relative_to(FOLDER):
        raise HTTPException(404)
    return target.read_text()  # want: LNT121


@app.get("/9")
def last_part(name: str):
    return (FOLDER / Path(name).name).read_text()


@app.get("/10")
def stem_and_suffix(name: str):
    return (FOLDER / (name + Path(name).suffix)).read_text()  # want: LNT121


@app.get("/11")
def whole_shape(name: str):
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise HTTPException(404)
    return (FOLDER / name).read_text()


@app.get("/12")
def start_of_shape(name: str):
    if not re.match(r"[a-z0-9_]+", name):
        raise HTTPException(404)
    return (FOLDER / name).read_text()  # want: LNT121


@app.get("/13")
def ends_well(name: str):
    if not name.endswith(".txt"):
        raise HTTPException(404)
    return (FOLDER / name).read_text()  # want: LNT121


@app.get("/14")
def exists(name: str):
    known = {each.name for each in FOLDER.iterdir()}
    if name not in known:
        raise HTTPException(404)
    return FileResponse("/srv/files/" + name)


@app.get("/15")
def by_a_helper(name: str):
    return FileResponse(confined(name))


@app.get("/16")
def asked_of_a_helper(name: str):
    target = (FOLDER / name).resolve()
    if not inside(target):
        raise HTTPException(404)
    return target.read_bytes()  # want-spurious: LNT121


@app.get("/17")
def by_a_folder(name: str):
    return Folder("/srv/files").read(name)


@app.get("/18")
def by_an_open_folder(name: str):
    return OpenFolder("/srv/files").read(name)


# file: files/__init__.py
# file: files/folder.py
import os
from pathlib import Path

ROOT = Path("/srv/files")


def confined(name):
    target = (ROOT / name).resolve()
    target.relative_to(ROOT)
    return target


def inside(target):
    return target.is_relative_to(ROOT)


class Folder:
    def __init__(self, root):
        self.root = os.path.realpath(root)

    def path(self, name):
        target = os.path.realpath(os.path.join(self.root, name))
        if os.path.commonpath([self.root, target]) != self.root:
            raise PermissionError(name)
        return target

    def read(self, name):
        with open(self.path(name)) as file:
            return file.read()


class OpenFolder(Folder):
    def path(self, name):
        return os.path.join(self.root, name)

    def read(self, name):
        with open(self.path(name)) as file:  # want: LNT121
            return file.read()
