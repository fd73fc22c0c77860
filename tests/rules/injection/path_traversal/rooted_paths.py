import os
import posixpath

ROOT = "/srv/pages"


def rooted(environ, start_response):
    path = posixpath.normpath("/" + environ["PATH_INFO"]).lstrip("/")
    start_response("200 OK", [])
    with open(os.path.join(ROOT, path), "rb") as file:
        return [file.read()]


def rooted_and_joined(environ, start_response):
    path = posixpath.normpath("/" + environ["PATH_INFO"])
    start_response("200 OK", [])
    with open(os.path.join(ROOT, path), "rb") as file:  # want: LNT121
        return [file.read()]


def relative(environ, start_response):
    path = posixpath.normpath(environ["PATH_INFO"].lstrip("/"))
    start_response("200 OK", [])
    with open(os.path.join(ROOT, path), "rb") as file:  # want: LNT121
        return [file.read()]
