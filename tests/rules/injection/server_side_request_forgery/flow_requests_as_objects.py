# file: app.py
"""Requests that are made first and sent later: their address counts, not what they carry."""

import urllib.request

import httpx
import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/1")
def carried():
    prepared = requests.Request("POST", "https://stock.example/orders", json=request.json).prepare()
    return requests.Session().send(prepared).text


@app.post("/2")
def addressed():
    session = requests.Session()
    prepared = session.prepare_request(requests.Request("POST", request.json["target"]))
    return session.send(prepared).text  # want: LNT118


@app.post("/3")
def sent():
    with httpx.Client() as client:
        return client.send(httpx.Request("POST", request.json["target"], json={})).text  # want: LNT118


@app.post("/4")
def built():
    with httpx.Client() as client:
        return client.send(client.build_request("POST", "https://stock.example/orders", json=request.json)).text


@app.post("/5")
def with_path():
    asked = urllib.request.Request("https://stock.example/" + request.args["article"], data=request.data)
    asked.add_header("X-Client", request.args["client"])
    return urllib.request.urlopen(asked).read()


@app.post("/6")
def with_host():
    asked = urllib.request.Request("https://stock.example" + request.args["article"], data=request.data)
    asked.add_header("X-Client", request.args["client"])
    return urllib.request.urlopen(asked).read()  # want: LNT118


# file: proxy.py
import tornado.httpclient
import tornado.web


class Proxy(tornado.web.RequestHandler):
    def initialize(self, url=None):
        self._url = url

    async def post(self):
        client = tornado.httpclient.AsyncHTTPClient()
        asked = tornado.httpclient.HTTPRequest(url=self._url, method="POST", body=self.request.body)
        self.finish((await client.fetch(asked)).body)


class OpenProxy(tornado.web.RequestHandler):
    async def post(self):
        client = tornado.httpclient.AsyncHTTPClient()
        asked = tornado.httpclient.HTTPRequest(url=self.get_argument("url"), body=self.request.body)
        self.finish((await client.fetch(asked)).body)  # want: LNT118
