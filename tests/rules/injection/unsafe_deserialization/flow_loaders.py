"""Formats that can make any object, on bytes that a client sent."""

import base64
import json
import marshal
import pickle
from io import BytesIO, StringIO

import yaml
from flask import Flask, request
from yaml import SafeLoader, safe_load

app = Flask(__name__)
EMPTY = pickle.dumps({"items": []})


@app.post("/1")
def pickled():
    return str(pickle.loads(request.data))  # want: LNT120


@app.post("/2")
def as_json():
    return str(json.loads(request.data))


@app.get("/3")
def pickled_cookie():
    basket = base64.b64decode(request.cookies["basket"])
    return str(pickle.loads(basket))  # want: LNT120


@app.get("/4")
def pickled_constant():
    basket = pickle.loads(EMPTY)
    basket["items"].append(request.cookies["basket"])
    return str(basket)


@app.post("/5")
def pickled_stream():
    return str(pickle.load(request.files["up"]))  # want: LNT120


@app.post("/6")
def only_pickling():
    return base64.b64encode(pickle.dumps({"asked": request.form["q"]}))


@app.post("/7")
def yaml_any():
    return str(yaml.load(request.data, Loader=yaml.Loader))  # want: LNT120


@app.post("/8")
def yaml_safe():
    return str(yaml.load(request.data, Loader=yaml.SafeLoader))


@app.post("/9")
def yaml_unsafe():
    return str(yaml.unsafe_load(request.data))  # want: LNT120


@app.post("/10")
def yaml_safe_load():
    return str(safe_load(request.data))


@app.post("/11")
def yaml_by_place():
    return str(yaml.load(request.data, yaml.UnsafeLoader))  # want: LNT120


@app.post("/12")
def yaml_safe_by_place():
    return str(yaml.load(request.data, SafeLoader))


@app.post("/13")
def yaml_by_a_name():
    loader = yaml.UnsafeLoader if 2 + 2 == 4 else yaml.SafeLoader
    return str(yaml.load(StringIO(request.form["text"]), Loader=loader))  # want: LNT120


@app.post("/14")
def yaml_safe_by_a_name():
    loader = yaml.UnsafeLoader if 2 + 2 == 5 else yaml.SafeLoader
    return str(yaml.load(StringIO(request.form["text"]), Loader=loader))


@app.post("/15")
def marshalled():
    return str(marshal.loads(request.get_data()))  # want: LNT120


@app.post("/16")
def several_documents():
    return str(list(yaml.safe_load_all(request.get_data())))


@app.post("/17")
def unpickler():
    return str(pickle.Unpickler(BytesIO(request.data)).load())  # want: LNT120


@app.post("/18")
def other_place():
    parts = [pickle.dumps("constant"), request.data]
    return str(pickle.loads(parts[0]))


@app.post("/19")
def same_place():
    parts = [pickle.dumps("constant"), request.data]
    return str(pickle.loads(parts[1]))  # want: LNT120


@app.post("/20")
def overwritten():
    data = request.data
    data = pickle.dumps("constant")
    return str(pickle.loads(data))
