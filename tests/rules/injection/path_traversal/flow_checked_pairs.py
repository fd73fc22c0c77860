# file: app.py
"""A folder that is checked inside of a function, told with what else it gives; what a server hands to applications."""

import os

from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()
ROOT = "/srv/files"


class Prefixed:
    def __init__(self, folders):
        self.folders = folders

    def found(self, name):
        for folder in self.folders:
            path = os.path.realpath(os.path.join(folder, name))
            if os.path.commonprefix([path, folder]) != folder:
                continue
            return path, os.stat(path)
        return "", None


class Inside:
    def __init__(self, folders):
        self.folders = folders

    def found(self, name):
        for folder in self.folders:
            path = os.path.realpath(os.path.join(folder, name))
            if os.path.commonpath([path, folder]) != folder:
                continue
            return path, os.stat(path)
        return "", None


@app.get("/1/{name:path}")
def prefixed(name: str):
    path, _ = Prefixed([ROOT]).found(name)
    return FileResponse(path)


@app.get("/2/{name:path}")
def inside(name: str):
    path, _ = Inside([ROOT]).found(name)
    return FileResponse(path)


class Anywhere:
    def __init__(self, folders):
        self.folders = folders

    def found(self, name):
        for folder in self.folders:
            path = os.path.realpath(os.path.join(folder, name))
            return path, os.stat(path)  # want: LNT121
        return "", None


@app.get("/3/{name:path}")
def anywhere(name: str):
    path, _ = Anywhere([ROOT]).found(name)
    return FileResponse(path)  # want: LNT121


# file: server.py
import os


class Files:
    async def __call__(self, scope, receive, send):
        path = os.path.join("/srv/files", scope["path"].lstrip("/"))
        with open(path, "rb") as file:  # want: LNT121
            await send({"type": "http.response.body", "body": file.read()})


async def named(scope, receive, send):
    with open(os.path.join("/srv/files", os.path.basename(scope["path"])), "rb") as file:
        await send({"type": "http.response.body", "body": file.read()})
