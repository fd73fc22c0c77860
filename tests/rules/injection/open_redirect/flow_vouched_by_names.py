"""Functions of which only the name is known: one that says a value may be used vouches for it, another does not."""

from elsewhere import checker, is_safe_url, log_visit, url_allowed
from flask import Flask, abort, redirect, request
from flask_login import current_user

app = Flask(__name__)


@app.route("/1")
def function():
    n = request.args["n"]
    if not is_safe_url(n):
        abort(400)
    return redirect(n)


@app.route("/2")
def method():
    n = request.args["n"]
    if checker.validate_next(n):
        return redirect(n)
    return redirect(n + "x")  # want: LNT119


@app.route("/3")
def of_an_object():
    n = request.args["n"]
    if not n or not current_user.client.allow_redirect_uri(n):
        return "no"
    return redirect(n)


@app.route("/4")
def another_question():
    n = request.args["n"]
    if not checker.login(n) or log_visit(n):
        return "no"
    return redirect(n)  # want: LNT119


@app.route("/5")
def beside_others():
    n = request.args["n"]
    if url_allowed(request, n) and len(n) < 50:
        return redirect(n)
    return redirect(n)  # want: LNT119


@app.route("/6")
def another_value():
    n = request.args["n"]
    if is_safe_url(request.args["m"]):
        return redirect(n)  # want: LNT119
    return "no"
