from fastapi import FastAPI
from fastapi.responses import FileResponse

from themes.known import THEMES, folder_of

app = FastAPI()
FOLDERS = {}


def register(name, folder):
    FOLDERS[name] = folder


@app.get("/of-a-library/{path:path}")
def of_a_library(path: str):
    return FileResponse(THEMES / path)  # want: LNT121


@app.get("/called/{path:path}")
def called(path: str):
    return FileResponse(folder_of("shop").path / path)  # want: LNT121


@app.get("/registered/{name}/{path:path}")
def registered(name: str, path: str):
    if name in FOLDERS:
        return FileResponse(FOLDERS[name].path / path)  # want: LNT121
    return None


@app.get("/share")
def share(part: float, whole: float):
    return FileResponse(f"/srv/shares/{part / whole}.png")


@app.get("/half")
def half(count: int):
    return FileResponse(f"/srv/shares/{THEMES.count / count}.png")
