# file: core.py
"""What a library's object gives when it is asked by a client's name is its own, whatever it was asked before."""

from plugin_engine import Engine


class OurEngine(Engine):
    pass


engine = OurEngine()
other = Engine()


# file: app.py
import io
import os

from flask import Flask, request
from PIL import Image

from core import engine, other

app = Flask(__name__)


@app.get("/plugin/<name>")
def of_plugin(name):
    plugin = engine.get_plugin(name)
    with open(os.path.join(plugin.root_path, "static", "icon.png"), "rb") as icon:
        return icon.read()


@app.get("/other/<name>")
def of_other(name):
    with open(os.path.join(other.get_plugin(name).root_path, "icon.png"), "rb") as icon:
        return icon.read()


@app.get("/named/<path:name>")
def named(name):
    other.get_plugin(name)
    with open(os.path.join("/srv/plugins", name, "icon.png"), "rb") as icon:  # want: LNT121
        return icon.read()


def _opened(given):
    if hasattr(given, "read"):
        file = io.BytesIO(given.read())
    elif hasattr(given, "content"):
        file = io.BytesIO(given.content)
    else:
        file = given
    return Image.open(file)


def _in_memory(given):
    file = io.BytesIO(given.read()) if hasattr(given, "read") else io.BytesIO(given["content"])
    return Image.open(file)


@app.post("/1")
def in_memory():
    return str(_in_memory(request.files["image"]).size)


@app.post("/2")
def anything():
    return str(_opened(request.form["image"]).size)  # want: LNT121
