"""A host that ends with a domain lies in it; an address that ends so says nothing of its host."""

from urllib.parse import urlsplit

import requests
from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/1")
def in_the_domain():
    url = request.args["url"]
    if not urlsplit(url).hostname.endswith(".shop.example"):
        abort(400)
    return requests.get(url, timeout=5).text


@app.get("/2")
def without_the_dot():
    url = request.args["url"]
    if not urlsplit(url).hostname.endswith("shop.example"):
        abort(400)
    return requests.get(url, timeout=5).text  # want: LNT118


@app.get("/3")
def the_address():
    url = request.args["url"]
    if not url.endswith(".shop.example"):
        abort(400)
    return requests.get(url, timeout=5).text  # want: LNT118
