import shlex

import invoke
import pexpect
from fabric import Connection
from flask import Flask, request

app = Flask(__name__)


@app.post("/deploy")
def deploy():
    version = request.form["version"]
    server = Connection("web.internal")
    server.run(f"deploy {version}")  # want: LNT106
    server.sudo("systemctl restart app")
    server.run("deploy " + shlex.quote(version))
    server.local("git tag " + version)  # want: LNT106
    with Connection("db.internal") as database:
        database.run("pg_dump app > /tmp/" + version)  # want: LNT106
        database.run("pg_dump app")
    server.run(f"deploy {int(version)}")
    return "ok"


@app.post("/build")
def build():
    target = request.form["target"]
    if target not in {"docs", "wheel"}:
        invoke.run("make " + target)  # want: LNT106
        return "unknown", 400
    invoke.run("make " + target)
    invoke.run("make all", hide=True)
    pexpect.run("make " + request.form["goal"])  # want: LNT106
    pexpect.spawn("make all")
    return "ok"
