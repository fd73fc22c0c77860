from pathlib import Path
from uuid import UUID

from litestar import WebSocket, get, post, websocket
from litestar.datastructures import UploadFile
from litestar.response import File

REPORTS = Path("/srv/reports")


@get("/report/{name:path}", sync_to_thread=False)
def report(name: str) -> File:
    return File(path=REPORTS / name)  # want: LNT121


@post("/upload")
async def upload(data: UploadFile) -> None:
    with open(f"/srv/uploads/{data.filename}", "wb") as target:  # want: LNT121
        target.write(await data.read())


@websocket("/notes")
async def notes(socket: WebSocket) -> None:
    await socket.accept()
    name = await socket.receive_text()
    await socket.send_text(open("/srv/notes/" + name).read())  # want: LNT121


@get("/year/{year:int}")
async def year(year: int) -> File:
    return File(REPORTS / f"{year}.pdf", filename="report.pdf")


@get("/key/{key:uuid}")
async def by_key(key: UUID) -> File:
    return File(REPORTS / f"{key}.pdf")


@get("/base")
async def base(name: str) -> File:
    return File(REPORTS / Path(name).name)
