import http.client
import ipaddress
import socket
from urllib.parse import quote
from urllib.request import Request, urlopen, urlretrieve

from flask import Flask, request

app = Flask(__name__)


@app.get("/image")
def image():
    address = request.args["address"]
    with urlopen(address, timeout=5) as answer:  # want: LNT118
        data = answer.read()
    with urlopen("https://images.example.com/?name=" + quote(address), timeout=5) as answer:
        data += answer.read()
    asked = Request(address, headers={"Accept": "image/png"})
    urlopen(asked, timeout=5)  # want: LNT118
    urlopen(Request("https://example.com", data=address.encode()), timeout=5)
    urlretrieve(address, "/tmp/image.png")  # want: LNT118
    return data


@app.get("/probe")
def probe():
    host = request.args["host"]
    port = int(request.args["port"])
    socket.create_connection((host, port), timeout=1)  # want: LNT118
    socket.create_connection(("db.internal", port), timeout=1)
    connection = http.client.HTTPSConnection(host)  # want: LNT118
    connection.request("GET", "/")
    fixed = http.client.HTTPSConnection("status.example.com")
    fixed.request("GET", "/" + host)
    return "ok"


@app.get("/address")
def address():
    parsed = ipaddress.IPv4Address(request.args["ip"])
    urlopen(f"http://{parsed}/", timeout=5)  # want: LNT118
    return str(parsed.is_private)
