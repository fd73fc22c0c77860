from quart import Quart, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

app = Quart(__name__)


@app.get("/report/<path:name>")
async def report(name):
    return await send_file(f"/srv/reports/{name}")  # want: LNT121


@app.post("/avatar")
async def avatar():
    upload = (await request.files)["avatar"]
    await upload.save("/srv/avatars/" + upload.filename)  # want: LNT121
    return "", 204


@app.post("/secured")
async def secured():
    upload = (await request.files)["avatar"]
    await upload.save("/srv/avatars/" + secure_filename(upload.filename))
    return "", 204


@app.get("/kept/<path:name>")
async def kept(name):
    return await send_from_directory("/srv/reports", name)


@app.get("/year/<int:year>")
async def year(year):
    return await send_file(f"/srv/reports/{year}.pdf")
