# file: store/app.py
"""Loaders behind helpers and classes of other files."""

from fastapi import Cookie, FastAPI, Request

from store.codecs import JsonCodec, PickleCodec, codec_for, read_settings, restore
from store.own import loads

app = FastAPI()


@app.post("/1")
async def restored(request: Request):
    return restore(await request.body())  # want: LNT120


@app.post("/2")
async def by_pickle(request: Request):
    codec = PickleCodec()
    return codec.decode(await request.body())  # want: LNT120


@app.post("/3")
async def by_json(request: Request):
    codec = JsonCodec()
    return codec.decode(await request.body())


@app.get("/4")
def by_name(basket: str = Cookie("")):
    return codec_for("json").decode(basket)


@app.post("/5")
async def settings(request: Request):
    return read_settings(await request.body())


@app.post("/6")
async def own(request: Request):
    return loads(await request.body())


# file: store/__init__.py
# file: store/codecs.py
import json
import pickle
from functools import partial

import yaml


class Codec:
    def decode(self, data):
        return self.load(data)


class PickleCodec(Codec):
    def load(self, data):
        return pickle.loads(data)


class JsonCodec(Codec):
    def load(self, data):
        return json.loads(data)


class YamlCodec(Codec):
    load = staticmethod(partial(yaml.load, Loader=yaml.SafeLoader))


def codec_for(name):
    return {"json": JsonCodec, "yaml": YamlCodec}[name]()


def restore(data):
    import dill

    return dill.loads(data)


def read_settings(text):
    return yaml.load(text, Loader=yaml.CSafeLoader)


# file: store/own.py
def loads(data):
    return data.decode().split(",")
