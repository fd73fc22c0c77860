"""Whoever decides the host decides where the server goes; a path or a query behind a constant host does not."""

import urllib.request

import httpx
import requests
from flask import Flask, request

app = Flask(__name__)
API = "https://api.shop.example/"
BARE = "https://api.shop.example"
HOSTS = {"eu": "https://eu.shop.example", "us": "https://us.shop.example"}


@app.get("/1")
def whole_address():
    return requests.get(request.args["url"], timeout=5).text  # want: LNT118


@app.get("/2")
def constant_address():
    return requests.get("https://api.shop.example/goods", params={"q": request.args["q"]}, timeout=5).text


@app.get("/3")
def host():
    return requests.get(f"https://{request.args['host']}/goods", timeout=5).text  # want: LNT118


@app.get("/4")
def path():
    return requests.get(f"https://api.shop.example/goods/{request.args['name']}", timeout=5).text


@app.get("/5")
def query():
    return requests.get("https://api.shop.example/goods?q=" + request.args["q"], timeout=5).text


@app.get("/6")
def path_behind_a_constant():
    return requests.get(API + request.args["name"], timeout=5).text


@app.get("/7")
def end_of_the_host():
    return requests.get(BARE + request.args["name"], timeout=5).text  # want: LNT118


@app.get("/8")
def start_of_the_host():
    return requests.get(f"https://{request.args['shop']}.shop.example/goods", timeout=5).text  # want: LNT118


@app.get("/9")
def scheme_and_host():
    return requests.get("{}://{}/goods".format("https", request.args["host"]), timeout=5).text  # want: LNT118


@app.get("/10")
def chosen_host():
    base = HOSTS.get(request.args["region"], BARE)
    return requests.get(base + "/goods/" + request.args["name"], timeout=5).text


@app.get("/11")
def chosen_host_or_as_sent():
    base = HOSTS.get(request.args["region"], request.args["region"])
    return requests.get(base + "/goods", timeout=5).text  # want: LNT118


@app.post("/12")
def posted():
    return requests.post("https://api.shop.example/goods", json=request.get_json(), timeout=5).text


@app.post("/13")
def posted_where_it_says():
    body = request.get_json()
    return requests.post(body["callback"], json={"done": True}, timeout=5).text  # want: LNT118


@app.get("/14")
def opened():
    return urllib.request.urlopen(request.args["url"]).read()  # want: LNT118


@app.get("/15")
def opened_constant():
    return urllib.request.urlopen("https://api.shop.example/goods", data=request.args["q"].encode()).read()


@app.get("/16")
def by_session():
    with requests.Session() as session:
        return session.get(request.args["url"], timeout=5).text  # want: LNT118


@app.get("/17")
def by_session_constant():
    with requests.Session() as session:
        session.headers["X-Word"] = request.args["q"]
        return session.get(API, timeout=5).text


@app.get("/18")
def by_client():
    with httpx.Client() as client:
        return client.get(request.args["url"]).text  # want: LNT118


@app.get("/19")
def by_client_with_base():
    with httpx.Client(base_url="https://api.shop.example") as client:
        return client.get("/goods", params={"q": request.args["q"]}).text


@app.get("/20")
def method_and_address():
    return requests.request("GET", url=request.args["url"], timeout=5).text  # want: LNT118


@app.get("/21")
def port_as_number():
    port = int(request.args["port"])
    return requests.get(f"http://worker.shop.example:{port}/goods", timeout=5).text


@app.get("/22")
def other_key():
    box = {"url": "https://api.shop.example/goods", "note": request.args["url"]}
    return requests.get(box["url"], timeout=5).text


@app.get("/23")
def same_key():
    box = {"url": "https://api.shop.example/goods", "note": request.args["url"]}
    return requests.get(box["note"], timeout=5).text  # want: LNT118
