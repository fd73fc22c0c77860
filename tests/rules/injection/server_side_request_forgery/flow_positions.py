"""Where in an address a client's text stands: up to the end of the host it decides who is asked."""

import os
from http.client import HTTPSConnection

import httpx
import requests
from flask import Flask, request

app = Flask(__name__)
BASE = os.environ["STOCK_URL"]
HOST = os.environ["STOCK_HOST"]


@app.get("/1")
def behind_a_slash():
    return requests.get(f"{BASE}/goods/{request.args['name']}", timeout=5).text


@app.get("/2")
def behind_a_base_of_unknown_end():
    return requests.get(BASE + request.args["name"], timeout=5).text  # want: LNT118 @12 "a query parameter" "what follows the base of the address"


@app.get("/3")
def behind_a_question_mark():
    return requests.get(f"{BASE}?name={request.args['name']}", timeout=5).text


@app.get("/4")
def behind_a_host_and_a_slash():
    return requests.get(f"https://{HOST}/goods/{request.args['name']}", timeout=5).text


@app.get("/5")
def as_port():
    return requests.get(f"https://{HOST}:{request.args['port']}/goods", timeout=5).text  # want: LNT118 @12 "a query parameter" "the host"


@app.get("/6")
def as_port_of_a_constant_host():
    return requests.get(f"https://stock.example:{request.args['port']}/goods", timeout=5).text  # want: LNT118


@app.get("/7")
def as_user():
    return requests.get(f"https://{request.args['user']}@stock.example/goods", timeout=5).text  # want: LNT118


@app.get("/8")
def behind_a_user():
    return requests.get(f"https://user@{request.args['host']}/goods", timeout=5).text  # want: LNT118


@app.get("/9")
def as_scheme():
    return requests.get(f"{request.args['scheme']}://stock.example/goods", timeout=5).text  # want: LNT118 @12 "a query parameter" "the address"


@app.get("/10")
def behind_a_number():
    number = int(request.args["number"])
    return requests.get(f"https://node{number}.stock.example/{request.args['name']}", timeout=5).text


@app.get("/11")
def as_fragment():
    return requests.get(f"https://stock.example#{request.args['name']}", timeout=5).text


@app.get("/12")
def path_of_a_client():
    with httpx.Client(base_url=BASE) as client:
        return client.get("/" + request.args["name"]).text


@app.get("/13")
def start_of_a_host_without_scheme():
    connection = HTTPSConnection(f"{request.args['shop']}.stock.example")  # want: LNT118
    connection.request("GET", "/")
    return connection.getresponse().read()


@app.get("/14")
def end_of_a_host_without_scheme():
    connection = HTTPSConnection(f"stock.{request.args['zone']}")  # want: LNT118
    connection.request("GET", "/")
    return connection.getresponse().read()


def asked_by_others(url):
    return requests.get(url, timeout=5).text


def asked_by_others_below(name):
    return requests.get(f"https://stock.example{name}", timeout=5).text
