from pathlib import Path

from aiohttp import web

REPORTS = Path("/srv/reports")


async def report(request):
    return web.FileResponse(REPORTS / request.match_info["name"])  # want: LNT121


async def upload(request):
    reader = await request.multipart()
    part = await reader.next()
    with open(f"/srv/uploads/{part.filename}", "wb") as target:  # want: LNT121
        target.write(await part.read())
    return web.Response(text="stored")


async def note(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    name = await socket.receive_str()
    await socket.send_str(open("/srv/notes/" + name).read())  # want: LNT121
    return socket


async def year(request):
    return web.FileResponse(REPORTS / f"{int(request.match_info['year'])}.pdf")


async def below(request):
    path = (REPORTS / request.query["name"]).resolve()
    if not path.is_relative_to(REPORTS):
        raise web.HTTPNotFound
    return web.FileResponse(path)


async def basename(request):
    return web.FileResponse(REPORTS / Path(request.query["name"]).name)


app = web.Application()
app.router.add_get("/report/{name}", report)
app.router.add_post("/upload", upload)
app.router.add_get("/note", note)
app.router.add_get("/year/{year}", year)
app.router.add_get("/below", below)
app.router.add_get("/basename", basename)
