# Signatures that are compared before what they sign is read; of other data, or without leaving, they check nothing.

import hashlib
import hmac
import pickle
from flask import Flask, abort, request
app = Flask(__name__)
KEY = b"key"

@app.post("/a")
def a():
    body = request.get_data()
    mark = request.headers["X-Mark"]
    want = hmac.new(KEY, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mark, want):
        abort(403)
    return str(pickle.loads(body))

@app.post("/b")
def b():
    body = request.get_data()
    mark = request.headers["X-Mark"]
    want = hmac.new(KEY, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mark, want):
        print("bad")
    return str(pickle.loads(body))  # want: LNT120

@app.post("/c")
def c():
    body = request.get_data()
    if hmac.compare_digest(request.headers["X-Key"], "secret"):
        return str(pickle.loads(body))  # want: LNT120
    return ""

def verify(body, mark):
    good = hmac.new(KEY, body, "sha256").digest()
    return hmac.compare_digest(good, mark)

@app.post("/d")
def d():
    body = request.get_data()
    if not verify(body, request.headers["m"]):
        raise ValueError
    return str(pickle.loads(body))

@app.post("/e")
def e():
    body = request.get_data()
    other = request.args["o"].encode()
    if not verify(other, request.headers["m"]):
        raise ValueError
    return str(pickle.loads(body))  # want: LNT120

@app.post("/f")
def f():
    sent = request.get_data()
    mark, _, body = sent.partition(b".")
    h = hmac.new(KEY, digestmod="sha256")
    h.update(body)
    if not hmac.compare_digest(mark, h.digest()):
        abort(403)
    return str(pickle.loads(body))
