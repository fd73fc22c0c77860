from urllib.parse import urlencode, urljoin

import requests
from flask import Flask, jsonify, request

app = Flask(__name__)
API = "https://api.example.com"
session = requests.Session()
FEEDS = {"news": "https://news.example.com/rss", "blog": "https://blog.example.com/rss"}


@app.get("/preview")
def preview():
    url = request.args["url"]
    page = requests.get(url, timeout=5)  # want: LNT118
    page = requests.get(FEEDS[url], timeout=5)
    page = requests.get("https://example.com/page", params={"url": url}, timeout=5)
    page = requests.request("GET", url, timeout=5)  # want: LNT118
    return page.text


@app.post("/hook")
def hook():
    body = request.get_json()
    session.post(body["callback"], json={"ok": True}, timeout=5)  # want: LNT118
    session.post(f"{API}/hooks", json=body, timeout=5)
    session.post(f"https://{body['host']}/hook", json={}, timeout=5)  # want: LNT118
    session.get(f"{API}/users/{int(body['user'])}", timeout=5)
    session.get(urljoin(API, body["path"]), timeout=5)  # want: LNT118
    session.get(f"{API}/search?" + urlencode({"q": body["q"]}), timeout=5)
    return jsonify(ok=True)


@app.get("/mirror")
def mirror():
    host = request.args["host"]
    if host not in ("eu.example.com", "us.example.com"):
        return "no such mirror", 404
    answer = requests.get(f"https://{host}/status", timeout=5)
    prepared = requests.Request("GET", request.args["target"]).prepare()
    session.send(prepared, timeout=5)  # want: LNT118
    return answer.text
