from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse
from starlette.routing import Route, WebSocketRoute


async def report(request):
    return FileResponse("/srv/reports/" + request.path_params["name"])  # want: LNT121


async def talk(websocket):
    await websocket.accept()
    name = await websocket.receive_text()
    text = await run_in_threadpool(read, name)
    await websocket.send_text(text)


def read(name):
    with open("/srv/notes/" + name) as note:  # want: LNT121
        return note.read()


async def year(request):
    number = int(request.path_params["year"])
    return FileResponse(f"/srv/reports/{number}.pdf", background=BackgroundTask(count, request.path_params["year"]))


def count(name):
    with open("/var/log/reports.log", "a") as log:
        log.write(name)


app = Starlette(
    routes=[Route("/report/{name:path}", report), Route("/year/{year}", year), WebSocketRoute("/talk", talk)]
)
