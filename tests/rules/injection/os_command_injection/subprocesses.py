import os
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)
HOSTS = {"db": "db.internal", "web": "web.internal"}


@app.get("/ping")
def ping():
    host = request.args["host"]
    os.system("ping -c 1 " + host)  # want: LNT106
    os.system(f"ping -c 1 {shlex.quote(host)}")
    os.system("ping -c 1 " + HOSTS[host])
    answer = os.popen(f"nslookup {host}").read()  # want: LNT106
    subprocess.run(["ping", "-c", "1", host], check=True)
    return answer


@app.post("/convert")
def convert():
    name = request.form["name"]
    command = f"convert {name} out.png"
    subprocess.run(command, shell=True, check=True)  # want: LNT106
    subprocess.run("convert in.png out.png", shell=True, check=True)
    subprocess.check_output(["sh", "-c", "file " + name])  # want: LNT106
    subprocess.check_output(["file", "--", name])
    subprocess.Popen(args=" ".join(["tar", "xf", name]), shell=True)  # want: LNT106
    subprocess.Popen(args=shlex.join(["tar", "xf", name]), shell=True)
    return subprocess.getoutput("identify " + name)  # want: LNT106


@app.post("/resize")
def resize():
    width = int(request.form["width"])
    quality = request.form.get("quality", type=int)
    subprocess.run(f"convert in.png -resize {width} -quality {quality} out.png", shell=True, check=True)
    kind = request.form["kind"]
    if kind not in ("png", "jpg"):
        return "no such kind", 400
    subprocess.call(f"convert in.png out.{kind}", shell=True)
    return "done"


@app.post("/run")
def run():
    tool = request.get_json()["tool"]
    os.execvp(tool, [tool])  # want: LNT106
    os.execvp("ls", ["ls", tool])
