"""Addresses put together from lists: what comes first decides where they lead."""

from urllib.parse import urlencode

from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.get("/1")
def our_page_and_maybe_a_query():
    parts = [url_for("shop")]
    if request.args.get("page"):
        parts += [request.args["page"]]
    return redirect("?".join(parts))


@app.get("/2")
def our_page_with_all_that_came():
    parts = ["/shop"]
    for name in request.args:
        parts.append(urlencode({name: request.args[name]}))
    return redirect("/".join(parts))


@app.get("/3")
def a_page_of_theirs_first():
    parts = []
    if request.args.get("site"):
        parts.append(request.args["site"])
    parts.append("shop")
    return redirect("/".join(parts))  # want: LNT119


@app.get("/4")
def put_before_our_page():
    parts = [url_for("shop")]
    if request.args.get("page"):
        parts.append("page")
    parts.insert(0, request.args["site"])
    return redirect("/".join(parts))  # want: LNT119


@app.get("/5")
def either_of_two_lists():
    if request.args.get("away"):
        parts = [request.args["site"], "x"]
    else:
        parts = [url_for("shop")]
    return redirect("/".join(parts))  # want: LNT119
