"""Patterns that an address has to begin with: with its host and what ends it, or a scheme that knows no hosts."""

import re

import requests
from flask import Flask, request

app = Flask(__name__)
PREFIX = re.compile(r"data:image/\w+;base64,", re.IGNORECASE)


def matching(data):
    if PREFIX.match(data):
        return requests.get(data)


@app.route("/picture")
def picture():
    return matching(request.args["x"])


@app.route("/data")
def data():
    return requests.get(f"data:{request.args['m']};base64,{request.args['d']}").text


@app.route("/host")
def host():
    x = request.args["x"]
    if re.match(r"https://api\.example\.com/", x):
        return requests.get(x).text


@app.route("/either")
def either():
    x = request.args["x"]
    if not re.search(r"^(https?://(api|www)\.example\.com/|data:)", x):
        return "no"
    return requests.get(x).text


@app.route("/subdomain")
def subdomain():
    x = request.args["x"]
    if re.match(r"https://.*\.example\.com/", x):
        return requests.get(x).text  # want: LNT118


@app.route("/anywhere")
def anywhere():
    x = request.args["x"]
    if re.search(r"https://api\.example\.com/", x):
        return requests.get(x).text  # want: LNT118


@app.route("/lines")
def lines():
    x = request.args["x"]
    if re.search(r"(?m)^https://api\.example\.com/", x):
        return requests.get(x).text  # want: LNT118


@app.route("/open")
def open_end():
    x = request.args["x"]
    if re.match(r"https://api\.example\.com", x):
        return requests.get(x).text  # want: LNT118


@app.route("/one-of-two")
def one_of_two():
    x = request.args["x"]
    if re.match(r"https://(api\.example\.com/|)", x):
        return requests.get(x).text  # want: LNT118
