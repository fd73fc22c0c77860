# Objects that outlive a request: containers, single objects and variables of modules, in which one handler leaves what
# another reads. What is kept under other names, in copies, or only after a check, is left alone.

# file: shop/state.py
ITEMS = {}
NAMES = ["ls"]
MODE = "ls"


class Settings:
    path = "/srv"
    mode = "ls"


class Store:
    def __init__(self):
        self.items = {}
        self.names = []
        self.last = None

    def put(self, key, value):
        self.items[key] = value

    def get(self, key):
        return self.items.get(key)

    def keep(self, value):
        self.last = value


store = Store()
other = Store()
fixed = Store()
fixed.put("a", "ls")


# file: shop/handlers.py
import os
from copy import copy, deepcopy

from flask import Flask, request

from shop import state
from shop.state import ITEMS, NAMES, Settings, fixed, other, store

app = Flask(__name__)
CURRENT = None
STARTED = "ls"
DEFAULTS = {"line": "ls", "place": ""}
NESTED = {"a": {"x": "ls"}, "b": {"x": "ls"}}
KNOWN = {"df", "du"}
CHECKED = {}


@app.post("/leave")
def leave():
    ITEMS["k"] = request.form["line"]
    state.ITEMS["m"] = request.form["line"]
    store.put("a", request.form["line"])
    store.names.append(request.form["name"])
    other.keep(request.form["last"])
    Settings.path = request.form["path"]
    state.MODE = request.form["mode"]
    NAMES.append(request.form["name"])
    return ""


@app.get("/read")
def read():
    os.system(ITEMS["k"])  # want: LNT106
    os.system(ITEMS["m"])  # want: LNT106
    os.system(ITEMS.get("n", "ls"))
    os.system(state.ITEMS["k"])  # want: LNT106
    os.system(store.get("a"))  # want: LNT106
    os.system(store.names[0])  # want: LNT106
    os.system(other.last)  # want: LNT106
    os.system(f"ls {store.last}")
    os.system(f"ls {other.get('a')}")
    os.system(fixed.get("a"))
    os.system(Settings.path)  # want: LNT106
    os.system(Settings.mode)
    os.system(state.MODE)  # want: LNT106
    os.system(NAMES[0])
    os.system(NAMES[-1])  # want: LNT106
    for line in ITEMS.values():
        os.system(line)  # want: LNT106
    return ""


@app.get("/copies")
def copies():
    mine = dict(DEFAULTS)
    mine["line"] = request.args["line"]
    yours = DEFAULTS.copy()
    yours["place"] = request.args["place"]
    ours = copy(DEFAULTS)
    ours["line"] = request.args["line"]
    theirs = {**DEFAULTS, "line": request.args["line"]}
    deep = deepcopy(NESTED)
    deep["a"]["x"] = request.args["line"]
    os.system(deep["a"]["x"])  # want: LNT106
    return str((yours, ours, theirs))


@app.get("/originals")
def originals():
    os.system(DEFAULTS["line"])
    os.system(DEFAULTS["place"])
    os.system(NESTED["a"]["x"])
    os.system(NESTED["b"]["x"])  # want: LNT106
    NESTED["b"]["x"] = request.args["line"]
    return ""


def set_current(value):
    global CURRENT
    CURRENT = value


def set_started(value):
    global STARTED
    STARTED = value


@app.post("/current")
def leave_current():
    set_current(request.form["line"])
    set_started("df")
    return ""


@app.get("/current")
def read_current():
    os.system(STARTED)
    os.system(CURRENT)  # want: LNT106
    return ""


@app.post("/checked")
def leave_checked():
    line = request.form["line"]
    if line in KNOWN:
        CHECKED["now"] = line
    if line not in KNOWN:
        return ""
    CHECKED["then"] = line
    return ""


@app.get("/checked")
def read_checked():
    os.system(CHECKED["now"])
    os.system(CHECKED["then"])
    return ""


def put(key, value):
    CHECKED[key] = value


def get(key):
    return CHECKED[key]


@app.get("/at-once")
def at_once():
    put("line", request.args["line"])
    os.system(get("line"))  # want: LNT106
    put("own", "ls")
    os.system(get("own"))
    return ""


@app.get("/overwritten")
def overwritten():
    CHECKED["over"] = request.args["line"]
    CHECKED["over"] = "ls"
    os.system(CHECKED["over"])
    put("under", request.args["line"])
    put("under", "ls")
    os.system(CHECKED["under"])
    os.system(get("over"))
    return ""


class Base:
    current = None
    started = "ls"

    @classmethod
    def use(cls, value):
        cls.current = value

    @classmethod
    def run(cls):
        os.system(cls.started)
        os.system(cls.current)  # want: LNT106


@app.post("/base")
def base():
    Base.use(request.form["line"])
    return ""


class Job:
    lines = []
    name = "ls"

    def push(self, line):
        self.lines.append(line)

    def run(self):
        os.system(self.name)
        os.system(self.lines[0])  # want: LNT106


@app.post("/job")
def push_job():
    Job().push(request.form["line"])
    return ""


@app.get("/job")
def run_job():
    Job().run()
    return ""
