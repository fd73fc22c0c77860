"""Where in a target a client's text stands: a lone slash before it does not fix the host."""

import os

from flask import Flask, redirect, request, url_for

app = Flask(__name__)
BASE = os.environ["SHOP_URL"]


@app.get("/1")
def behind_a_lone_slash():
    return redirect("/" + request.args["name"])  # want: LNT119


@app.get("/2")
def behind_two_slashes():
    return redirect(f"//{request.args['host']}/goods")  # want: LNT119


@app.get("/3")
def behind_a_path():
    return redirect(f"/goods/{request.args['name']}")


@app.get("/4")
def behind_a_word_and_nothing():
    return redirect(f"/goods{request.args['name']}")


@app.get("/5")
def end_of_a_host():
    return redirect("https://shop.example" + request.args["name"])  # want: LNT119


@app.get("/6")
def behind_a_host():
    return redirect("https://shop.example/" + request.args["name"])


@app.get("/7")
def behind_a_base():
    return redirect(f"{BASE}/goods/{request.args['name']}")


@app.get("/8")
def behind_a_base_of_unknown_end():
    return redirect(BASE + request.args["name"])  # want: LNT119


@app.get("/9")
def behind_an_address_of_ours():
    return redirect(url_for("behind_a_host") + "?q=" + request.args["q"])


@app.get("/10")
def relative():
    return redirect("goods/" + request.args["name"])


@app.get("/11")
def rest_of_a_scheme():
    return redirect("http" + request.args["rest"])  # want: LNT119


@app.get("/12")
def query_alone():
    return redirect("?page=" + request.args["page"])


def sent_by_others(target):
    return redirect(target)
