import base64
import io
import json
import os
import pickle
import queue
import string
from contextvars import ContextVar

from flask import request


def written():
    buffer = io.StringIO()
    buffer.write("note ")
    buffer.write(request.args["q"])
    os.system(buffer.getvalue())  # want: LNT106


def written_to_another():
    first, second = io.StringIO(), io.StringIO()
    first.write(request.args["q"])
    second.write("note")
    os.system(second.getvalue())


def written_and_checked():
    buffer = io.StringIO()
    buffer.write(request.args["q"])
    word = buffer.getvalue()
    if word.isalnum():
        os.system("note " + word)


def in_a_context():
    word = ContextVar("word", default="")
    word.set(request.args["q"])
    os.system("note " + word.get())  # want: LNT106


def in_a_template():
    os.system(string.Template("note $word").substitute(word=request.args["q"]))  # want: LNT106


def in_a_template_of_constants():
    os.system(string.Template("note $word").substitute(word="ready"))


def first_in_first_out():
    waiting = queue.Queue()
    waiting.put("ready")
    waiting.put(request.args["q"])
    os.system("note " + waiting.get())
    os.system("note " + waiting.get())  # want: LNT106


def packed():
    kept = json.loads(json.dumps({"state": "ready", "word": request.args["q"]}))
    os.system("note " + kept["state"])
    os.system("note " + kept["word"])  # want: LNT106


def packed_as_bytes():
    kept = pickle.loads(pickle.dumps({"word": request.args["q"]}))
    os.system("note " + kept["word"])  # want: LNT106


def unpacked_from_outside():
    kept = json.loads(base64.b64decode(request.args["q"]))
    os.system("note " + kept["state"])  # want: LNT106


def methods_of_the_type():
    os.system(str.strip(request.args["q"]))  # want: LNT106
    os.system(" ".join(map(str.lower, request.args.getlist("q"))))  # want: LNT106
    os.system("note " + bytes.fromhex("41").decode())


def last_round_of_a_short_loop():
    word = request.args["q"]
    for turn in range(3):
        if turn == 2:
            word = "ready"
    os.system("note " + word)


def round_that_never_comes():
    word = request.args["q"]
    for turn in range(3):
        if turn == 5:
            word = "ready"
    os.system("note " + word)  # want: LNT106


class Shelf:
    def __init__(self):
        self.held = {}

    def put(self, key, value):
        self.held[key] = value

    def take(self, key):
        return self.held[key]

    def __getitem__(self, key):
        return self.held[key]

    def __setitem__(self, key, value):
        self.held[key] = value


def under_keys_of_an_object():
    shelf = Shelf()
    shelf.put("state", "ready")
    shelf.put("word", request.args["q"])
    os.system("note " + shelf.take("state"))
    os.system("note " + shelf.take("word"))  # want: LNT106


def under_items_of_an_object():
    shelf = Shelf()
    shelf["state"] = "ready"
    shelf["word"] = request.args["q"]
    os.system("note " + shelf["state"])
    os.system("note " + shelf["word"])  # want: LNT106


class Latest:
    word = "ready"
    state = "ready"


def in_an_attribute_of_a_class():
    Latest.word = request.args["q"]
    os.system("note " + Latest.state)
    os.system("note " + Latest.word)  # want: LNT106


def in_a_map_for_a_format():
    os.system("note {word}".format_map({"word": request.args["q"], "state": "ready"}))  # want: LNT106
    os.system("note {state}".format_map({"word": request.args["q"], "state": "ready"}))
