import urllib3
from flask import Flask, request

app = Flask(__name__)
pool = urllib3.PoolManager()


@app.get("/proxy")
def proxy():
    target = request.args["target"]
    answer = pool.request("GET", target)  # want: LNT118
    answer = pool.request("GET", "https://example.com/", fields={"target": target})
    answer = urllib3.request("GET", "https://" + target)  # want: LNT118
    answer = urllib3.request("GET", f"https://example.com/items/{int(target)}")
    return answer.data


@app.get("/node")
def node():
    name = request.args["name"]
    nodes = urllib3.HTTPConnectionPool(name, port=9200)  # want: LNT118
    nodes = urllib3.HTTPConnectionPool("search.internal", port=9200)
    return nodes.request("GET", "/_cat/health").data
