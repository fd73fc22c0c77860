# file: tornado/__init__.py
# file: tornado/httputil.py
"""The library itself is under analysis: what is known of it holds of its own classes."""


class HTTPServerRequest:
    def __init__(self, method, uri):
        self.method = method
        self.uri = uri
        self.arguments = {}


# file: tornado/web.py
from tornado.httputil import HTTPServerRequest


class RequestHandler:
    def __init__(self, application, request: HTTPServerRequest):
        self.application = application
        self.request = request

    def redirect(self, url):
        self.location = url

    def get_argument(self, name):
        return self.request.arguments[name][-1]


class MovedHandler(RequestHandler):
    def get(self):
        self.redirect(self.get_argument("to"))  # want: LNT119


class FixedHandler(RequestHandler):
    def get(self):
        self.redirect("/index")
