from enum import Enum
from pathlib import Path

from fastapi import FastAPI, File, UploadFile
from fastapi.responses import FileResponse

app = FastAPI()
REPORTS = Path("/srv/reports")


class Kind(str, Enum):
    daily = "daily"
    weekly = "weekly"


@app.get("/report/{name:path}")
def report(name: str):
    return FileResponse(REPORTS / name)  # want: LNT121


@app.post("/avatar")
async def avatar(upload: UploadFile = File()):
    with open(f"/srv/avatars/{upload.filename}", "wb") as target:  # want: LNT121
        target.write(await upload.read())


@app.post("/size")
async def size(upload: UploadFile):
    return FileResponse(f"/srv/sizes/{upload.size}.txt")


@app.get("/kind/{kind}")
def of_kind(kind: Kind):
    return FileResponse(REPORTS / f"{kind.value}.pdf")


@app.get("/year/{year}")
def of_year(year: int):
    return FileResponse(REPORTS / f"{year}.pdf", filename="report.pdf")


@app.get("/below/{name:path}")
def below(name: str):
    path = (REPORTS / name).resolve()
    if not path.is_relative_to(REPORTS):
        return {"error": "no such report"}
    return FileResponse(path)
