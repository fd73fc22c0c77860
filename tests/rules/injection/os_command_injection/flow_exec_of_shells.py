# Programs that take the place of this one or are started beside it: shells that are given a line.

import os
from flask import Flask, request
app = Flask(__name__)
@app.get("/a")
def a():
    x = request.args["x"]
    os.execl("/bin/sh", "sh", "-c", x)  # want: LNT106
@app.get("/b")
def b():
    x = request.args["x"]
    os.execl("/bin/ls", "ls", x)
@app.get("/c")
def c():
    x = request.args["x"]
    os.execlp("bash", "bash", "-c", "ls " + x)  # want: LNT106
@app.get("/d")
def d():
    x = request.args["x"]
    os.execv("/bin/sh", ["sh", "-c", x])  # want: LNT106
@app.get("/e")
def e():
    x = request.args["x"]
    os.execvp("ls", ["ls", "-l", x])
@app.get("/f")
def f():
    x = request.args["x"]
    os.spawnl(os.P_WAIT, "/bin/sh", "sh", "-c", x)  # want: LNT106
@app.get("/g")
def g():
    x = request.args["x"]
    os.spawnlp(os.P_WAIT, "ls", "ls", x)
@app.get("/h")
def h():
    x = request.args["x"]
    os.spawnv(os.P_NOWAIT, "/bin/bash", ["bash", "-c", x])  # want: LNT106
@app.get("/i")
def i():
    x = request.args["x"]
    os.spawnve(os.P_NOWAIT, x, ["y"], {})  # want: LNT106
@app.get("/j")
def j():
    x = request.args["x"]
    os.posix_spawn("/bin/sh", ["sh", "-c", x], os.environ)  # want: LNT106
@app.get("/k")
def k():
    x = request.args["x"]
    os.execle("/bin/sh", "sh", "-c", "ls", {"A": x})
@app.get("/l")
def l():
    x = request.args["x"]
    os.execl("/bin/sh", "sh", "run.sh", x)
