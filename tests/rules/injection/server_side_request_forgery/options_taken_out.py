import requests
from flask import Flask, request

app = Flask(__name__)


def by_keyword(**options):
    address = options.pop("address")
    return requests.get(address, **options)  # want: LNT118


def by_dictionary(options):
    kind = options.pop("kind", "")
    address = options.pop("address")
    options["address"] = "https://shop.example/" + kind
    return requests.get(address, timeout=5).text  # want: LNT118


def replaced(options):
    options["address"] = "https://shop.example/" + options["kind"]
    return requests.get(options["address"], timeout=5).text


@app.get("/one")
def one():
    return by_keyword(address=request.args["address"], timeout=5).text


@app.get("/two")
def two():
    return by_dictionary({"address": request.args["address"], "kind": "new"})


@app.get("/three")
def three():
    return replaced({"address": request.args["address"], "kind": "new"})


@app.get("/four")
def four():
    return by_dictionary({"address": "https://shop.example", "kind": request.args["kind"]})
