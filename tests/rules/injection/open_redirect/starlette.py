from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route


async def after_login(request):
    return RedirectResponse(request.query_params.get("next", "/"))  # want: LNT119


async def leave(request: Request):
    form = await request.form()
    return RedirectResponse(form["target"])  # want: LNT119


class Moved(HTTPEndpoint):
    async def post(self, request):
        body = await request.json()
        return RedirectResponse(body["to"])  # want: LNT119

    async def get(self, request):
        return RedirectResponse(request.url_for("orders", number=request.path_params["number"]))


async def secure(request):
    return RedirectResponse(request.url.replace(scheme="https"))


async def again(request):
    return RedirectResponse(request.url.path)


async def remember(request):
    request.state.back = "/home"
    return RedirectResponse(request.state.back)


app = Starlette(
    routes=[
        Route("/after-login", after_login),
        Route("/leave", leave, methods=["POST"]),
        Route("/moved/{number}", Moved),
        Route("/secure", secure),
        Route("/again", again),
        Route("/remember", remember),
    ]
)
