import os

ROOT = "/srv/pages"


class Pages:
    def __init__(self, root):
        self.root = root

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path == "/":
            return self.page("index.html", start_response)
        return self.page(path, start_response)

    def page(self, name, start_response):
        with open(os.path.join(self.root, name.lstrip("/")), "rb") as file:  # want: LNT121
            start_response("200 OK", [])
            return [file.read()]


def remote_address(environ, start_response):
    with open(os.path.join(ROOT, environ["REMOTE_ADDR"])) as file:
        start_response("200 OK", [])
        return [file.read().encode()]


def inside(environ, start_response):
    path = os.path.realpath(os.path.join(ROOT, environ.get("PATH_INFO", "").lstrip("/")))
    if not path.startswith(ROOT + os.sep):
        start_response("404 Not Found", [])
        return []
    start_response("200 OK", [])
    with open(path, "rb") as file:
        return [file.read()]


def by_query(environ, start_response):
    name = environ.get("QUERY_STRING", "")
    start_response("200 OK", [])
    with open(os.path.join(ROOT, name), "rb") as file:  # want: LNT121
        return [file.read()]
