import base64
import io
import json
import marshal
import pickle
import shelve
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)
MODEL = pickle.loads(Path("/srv/app/model.pkl").read_bytes())


@app.post("/load")
def load():
    data = request.get_data()
    value = pickle.loads(data)  # want: LNT120
    value = json.loads(data)
    value = pickle.load(io.BytesIO(data))  # want: LNT120
    with open("/srv/app/cache.pkl", "rb") as cached:
        value = pickle.load(cached)
    return str(value)


@app.get("/session")
def session():
    token = base64.b64decode(request.cookies["session"])
    state = pickle.loads(token)  # want: LNT120
    state = json.loads(token)
    code = marshal.loads(request.data)  # want: LNT120
    copied = pickle.loads(pickle.dumps({"size": len(token)}))
    return {"state": bool(state), "code": bool(code), "copied": copied}


@app.get("/shelf")
def shelf():
    with shelve.open(request.args["name"]) as found:  # want: LNT120
        count = len(found)
    with shelve.open("/srv/app/shelf") as found:
        count += len(found)
    return str(count)
