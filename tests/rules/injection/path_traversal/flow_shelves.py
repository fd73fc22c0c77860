"""A path that a method has checked is clean where it comes back; what a library made is known through the application."""

import os
import pathlib

from fastapi import Depends, FastAPI, HTTPException, Request


class Shelf:
    def __init__(self, root: str):
        self.root = pathlib.Path(root)

    def place(self, *names: str) -> pathlib.Path:
        return self.root.joinpath(*names)

    def inside(self, *names: str) -> pathlib.Path:
        path = self.root.joinpath(*names).resolve()
        if not str(path).startswith(str(self.root.resolve()) + os.sep):
            raise HTTPException(404)
        return path

    def below(self, name: str) -> pathlib.Path:
        path = (self.root / name).resolve()
        if self.root not in path.parents:
            raise HTTPException(404)
        return path

    def above(self, name: str) -> pathlib.Path:
        path = (self.root / name).resolve()
        if self.root in path.parents:
            raise HTTPException(404)
        return path

    def read(self, name: str) -> str:
        return self.place(name).read_text()  # want: LNT121


def make() -> FastAPI:
    made = FastAPI()
    made.state.shelf = Shelf("/srv/shelf")
    return made


app = make()


def shelf_of(request: Request):
    return request.app.state.shelf


@app.get("/notes/{name:path}")
def notes(name: str, request: Request, shelf=Depends(shelf_of)):
    request.app.state.shelf.read(name)
    shelf.inside(name).read_text()
    shelf.below(name).read_text()
    return shelf.above(name).read_text()  # want: LNT121
