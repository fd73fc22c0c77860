# A package that imports its own modules by name binds them: who imports the package finds them there.
# file: web.py
import core
import core.tools as tools
from core import tools as same
from core.tools import runner
from flask import Flask, request

app = Flask(__name__)


@app.get("/1")
def by_name():
    runner.own("ls")
    return runner.shown(request.args["name"])


@app.get("/2")
def by_package():
    same.counter.own("ls")
    core.tools.counter.own("df")
    return tools.counter.shown(request.args["name"])
# file: core/__init__.py
# file: core/tools/__init__.py
from . import counter
from core.tools import runner
# file: core/tools/runner.py
import os


def own(line):
    os.system("nice " + line)


def shown(name):
    os.system("echo " + name)  # want: LNT106
# file: core/tools/counter.py
import os


def own(line):
    os.system("nice " + line)


def shown(name):
    os.system("echo " + name)  # want: LNT106
