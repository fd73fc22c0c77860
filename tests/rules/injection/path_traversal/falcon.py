import falcon
import falcon.asgi


class Report:
    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        resp.stream = open("/srv/reports/" + req.get_param("name"), "rb")  # want: LNT121

    def on_put(self, req: falcon.Request, resp: falcon.Response) -> None:
        with open(f"/srv/reports/{req.get_param_as_uuid('key')}", "wb") as target:
            target.write(req.bounded_stream.read())

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        name = falcon.secure_filename(req.params["name"])
        resp.stream = open("/srv/reports/" + name, "rb")


class Notes:
    async def on_websocket(self, req: falcon.asgi.Request, ws: falcon.asgi.WebSocket) -> None:
        await ws.accept()
        name = await ws.receive_text()
        await ws.send_text(open("/srv/notes/" + name).read())  # want: LNT121

    async def on_get(self, req: falcon.asgi.Request, resp: falcon.asgi.Response) -> None:
        resp.text = open(f"/srv/notes/{req.get_param_as_int('number')}.txt").read()
