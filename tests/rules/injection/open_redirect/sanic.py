from sanic import Blueprint, Sanic, redirect
from sanic.views import HTTPMethodView

app = Sanic("shop")
pages = Blueprint("pages", url_prefix="/pages")


@app.get("/after-login")
async def after_login(request):
    return redirect(request.args.get("next"))  # want: LNT119


@pages.post("/leave")
async def leave(request):
    return redirect(request.json["target"])  # want: LNT119


class Moved(HTTPMethodView):
    async def get(self, request, to):
        return redirect(to)  # want: LNT119

    async def post(self, request, to):
        return redirect(request.app.url_for("order", number=to))


app.add_route(Moved.as_view(), "/moved/<to:path>")


@app.get("/order/<number:int>")
async def order(request, number):
    return redirect(f"/orders/{number}")


@app.get("/items/<name>")
async def item(request, name):
    return redirect("/catalogue/" + name)


@app.get("/again")
async def again(request):
    return redirect(request.path)
