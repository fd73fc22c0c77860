import falcon


class AfterLogin:
    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPFound(req.get_param("next", default="/"))  # want: LNT119

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        resp.status = falcon.HTTP_302
        resp.location = req.media["next"]  # want: LNT119


class Referer:
    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPSeeOther(req.get_header("Referer"))  # want: LNT119

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPSeeOther("/referer/" + req.get_header("Referer"))


class Order:
    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPFound(f"/orders/{req.get_param_as_int('number')}")

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPFound("/orders?page=" + req.get_param("page"))

    def on_put(self, req: falcon.Request, resp: falcon.Response) -> None:
        raise falcon.HTTPFound(req.path)


app = falcon.App()
app.add_route("/after-login", AfterLogin())
app.add_route("/referer", Referer())
app.add_route("/orders", Order())
