"""What a handler keeps of the request before it answers is the client's still."""

import json

import falcon
import tornado.web


class Prepared(tornado.web.RequestHandler):
    def prepare(self):
        self.sent = json.loads(self.request.body)
        self.count = int(self.get_argument("count", "0"))
        self.rules = {"short": "1 + 1"}


class Sums(Prepared):
    def post(self):
        self.finish(str(eval(self.sent["sum"])))  # want: LNT108

    def get(self):
        self.finish(str(eval(f"{self.count} + 1")) + str(eval(self.rules["short"])))


class Totals:
    def on_post(self, req, resp):
        resp.text = str(eval(req.get_param("sum")))  # want: LNT108

    def on_post_fixed(self, req, resp):
        resp.text = str(eval("1 + 1"))


app = falcon.App()
app.add_route("/totals", Totals())
