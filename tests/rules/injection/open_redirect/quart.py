from quart import Blueprint, Quart, redirect, request, url_for, websocket

app = Quart(__name__)
pages = Blueprint("pages", __name__)


@app.get("/after-login")
async def after_login():
    return redirect(request.args["next"])  # want: LNT119


@pages.post("/leave")
async def leave():
    form = await request.form
    return redirect(form["target"])  # want: LNT119


@pages.post("/moved")
async def moved():
    body = await request.get_json()
    return redirect(body["to"])  # want: LNT119


@pages.post("/orders")
async def order():
    form = await request.form
    return redirect(url_for("orders", number=form["number"]))


@app.get("/items/<name>")
async def item(name):
    return redirect(f"/catalogue/{name}")


@app.get("/again")
async def again():
    return redirect(request.url)


@app.websocket("/talk")
async def talk():
    await websocket.send(await websocket.receive())
