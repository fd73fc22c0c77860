from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/after-login")
async def after_login(request):
    raise web.HTTPFound(request.query["next"])  # want: LNT119


@routes.post("/leave")
async def leave(request):
    form = await request.post()
    return web.HTTPSeeOther(location=form["target"])  # want: LNT119


@routes.view("/moved/{to}")
class Moved(web.View):
    async def get(self):
        raise web.HTTPTemporaryRedirect(self.request.match_info["to"])  # want: LNT119

    async def post(self):
        raise web.HTTPFound("/orders/" + self.request.match_info["to"])


async def header(request: web.Request):
    response = web.Response(status=302)
    response.headers["Location"] = (await request.json())["to"]  # want: LNT119
    return response


async def named(request):
    raise web.HTTPFound(request.app.router["order"].url_for(number=request.match_info["number"]))


async def again(request):
    raise web.HTTPFound(request.path)


async def user(request):
    request["back"] = "/home"
    raise web.HTTPFound(request["back"])


app = web.Application()
app.add_routes(routes)
app.router.add_post("/header", header)
app.router.add_get("/named/{number}", named)
app.add_routes([web.get("/again", again), web.get("/user", user)])
