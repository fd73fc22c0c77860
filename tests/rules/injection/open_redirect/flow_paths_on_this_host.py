"""A target that begins with one slash, and no second one, or that names no host, stays on this host."""

from urllib.parse import urlsplit

from flask import Flask, abort, redirect, request

app = Flask(__name__)


def is_local(target):
    return target.startswith("/") and not target.startswith(("//", "/\\"))


@app.get("/1")
def one_slash():
    target = request.args.get("target", "/")
    if not target.startswith("/") or target.startswith("//"):
        abort(400)
    return redirect(target)


@app.get("/2")
def told_by_a_helper():
    target = request.args["target"]
    return redirect(target if is_local(target) else "/")


@app.get("/3")
def any_number_of_slashes():
    target = request.args["target"]
    if not target.startswith("/"):
        abort(400)
    return redirect(target)  # want: LNT119


@app.get("/4")
def no_two_slashes():
    target = request.args["target"]
    if target.startswith("//"):
        abort(400)
    return redirect(target)  # want: LNT119


@app.get("/5")
def no_host():
    target = request.args["target"]
    if urlsplit(target).netloc:
        abort(400)
    return redirect(target)


@app.get("/6")
def a_host():
    target = request.args["target"]
    if not urlsplit(target).netloc:
        abort(400)
    return redirect(target)  # want: LNT119


@app.get("/7")
def two_slashes_alone():
    target = request.args["target"]
    if target.startswith("/") and target.startswith("//"):
        return redirect(target)  # want: LNT119
    return redirect("/")
