import feedparser
import httplib2
import pdfkit
import websocket
from flask import Flask, request
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

app = Flask(__name__)
FEEDS = ["https://blog.example.com/rss", "https://news.example.com/rss"]


@app.get("/feed")
def feed():
    url = request.args["url"]
    entries = feedparser.parse(url).entries  # want: LNT118
    entries = feedparser.parse(FEEDS[int(request.args["number"])]).entries
    if url in FEEDS:
        entries = feedparser.parse(url).entries
    answer, content = httplib2.Http().request(url)  # want: LNT118
    answer, content = httplib2.Http().request("https://example.com", "POST", body=url)
    return str(len(entries)) + content.decode()


@app.get("/print")
def printed():
    pdfkit.from_url(request.args["page"], "/tmp/page.pdf")  # want: LNT118
    pdfkit.from_url("https://example.com/invoice", "/tmp/invoice.pdf")
    websocket.create_connection(request.args["socket"])  # want: LNT118
    websocket.create_connection("wss://stream.example.com")
    return "ok"


@app.get("/later")
async def later():
    client = AsyncHTTPClient()
    await client.fetch(request.args["url"])  # want: LNT118
    await client.fetch(HTTPRequest(request.args["url"], method="HEAD"))  # want: LNT118
    await client.fetch(HTTPRequest("https://example.com", method="POST", body=request.args["url"]))
    return "ok"
