# file: app.py
from flask import Flask

import pages
import stray

app = Flask(__name__)
pages.attach(app)

# file: pages.py
import os
import subprocess

from flask import request

from reading import Reader


def attach(app):
    @app.route("/say/<word>", methods=["GET"])
    def say_get(word):
        return say_post(word)

    @app.route("/say/<word>", methods=["POST"])
    def say_post(word):
        os.system("say " + word)  # want: LNT106

    @app.route("/number/<int:count>")
    def count(count):
        os.system(f"count {count}")

    def later(name):
        os.system("later " + name)  # want: LNT106

    app.add_url_rule("/later/<name>", view_func=later)


def by_a_reader():
    subprocess.run([Reader(request).word(), "-v"])  # want: LNT106


def by_a_reader_of_constants():
    os.system(Reader(request).constant())

# file: reading.py
class Reader:
    def __init__(self, request):
        self.request = request

    def word(self):
        return self.request.cookies.get("word", "none")

    def constant(self):
        return "ls"

# file: stray.py
import os

from flask import request


def attach(app):
    @app.route("/stray", methods=["GET"])
    def stray_get():
        return stray_post()

    @app.route("/stray", methods=["POST"])
    def stray_post():
        word = ""
        for key, value in request.args.items():
            if key == "word":
                word = value
        os.system("say " + word)  # want: LNT106

    @app.route("/key", methods=["POST"])
    def named():
        for key, value in request.args.items():
            if key == "word":
                os.system("say " + key)
