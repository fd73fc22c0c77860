import os

from sanic import Sanic
from sanic.response import file, file_stream, text

app = Sanic("files")


@app.get("/report/<name:path>")
async def report(request, name):
    return await file("/srv/reports/" + name)  # want: LNT121


@app.get("/stream")
async def stream(request):
    return await file_stream(os.path.join("/srv/reports", request.args.get("name")))  # want: LNT121


@app.post("/upload")
async def upload(request):
    given = request.files.get("report")
    with open(f"/srv/reports/{given.name}", "wb") as target:  # want: LNT121
        target.write(given.body)
    return text("stored")


@app.websocket("/notes")
async def notes(request, ws):
    async for name in ws:
        await ws.send(open(f"/srv/notes/{os.path.basename(name)}").read())


@app.get("/base")
async def base(request):
    return await file("/srv/reports/" + os.path.basename(request.args.get("name")))


@app.get("/year/<year:int>")
async def year(request, year):
    return await file(f"/srv/reports/{year}.pdf", filename=request.args.get("as"))
