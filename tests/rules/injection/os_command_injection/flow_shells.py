"""A shell reads its whole text; without a shell, an argument is only an argument."""

import os
import shlex
import subprocess

from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = {"alpha", "beta"}


@app.get("/1")
def by_system():
    os.system("ping -c 1 " + request.args["host"])  # want: LNT106
    return ""


@app.get("/2")
def by_system_quoted():
    os.system("ping -c 1 " + shlex.quote(request.args["host"]))
    return ""


@app.get("/3")
def by_popen():
    return os.popen(f"host {request.args['host']}").read()  # want: LNT106


@app.get("/4")
def by_popen_constant():
    host = "alpha" if request.args["host"] == "alpha" else "beta"
    return os.popen(f"host {host}").read()


@app.get("/5")
def with_shell():
    return subprocess.run(f"host {request.args['host']}", shell=True, capture_output=True).stdout  # want: LNT106


@app.get("/6")
def without_shell():
    return subprocess.run(["host", request.args["host"]], capture_output=True).stdout


@app.get("/7")
def without_shell_said():
    return subprocess.run(["host", "-t", "A", request.args["host"]], shell=False, capture_output=True).stdout


@app.get("/8")
def shell_in_the_list():
    return subprocess.check_output(["sh", "-c", "host " + request.args["host"]])  # want: LNT106


@app.get("/9")
def shell_with_argument():
    return subprocess.check_output(["sh", "-c", 'host "$1"', "sh", request.args["host"]])


@app.get("/10")
def bash_in_the_list():
    command = ["/bin/bash", "-c"]
    command.append(f"host {request.args['host']} | head")
    return subprocess.check_output(command)  # want: LNT106


@app.get("/11")
def list_over_statements():
    command = ["host"]
    if request.args.get("kind"):
        command += ["-t", "A"]
    command.append(request.args["host"])
    return subprocess.check_output(command)


@app.get("/12")
def list_joined():
    command = ["host", request.args["host"]]
    return subprocess.check_output(" ".join(command), shell=True)  # want: LNT106


@app.get("/13")
def list_joined_quoting():
    command = ["host", request.args["host"]]
    return subprocess.check_output(shlex.join(command), shell=True)


@app.get("/14")
def shell_by_a_name():
    through_shell = True
    return subprocess.call("host " + request.args["host"], shell=through_shell)  # want: LNT106


@app.get("/15")
def shell_in_the_options():
    options = {"shell": True, "text": True}
    return subprocess.check_output("host " + request.args["host"], **options)  # want: LNT106


@app.get("/16")
def options_without_shell():
    options = {"shell": False, "text": True}
    return subprocess.check_output(["host", request.args["host"]], **options)


@app.get("/17")
def known_host():
    host = request.args["host"]
    if host not in HOSTS:
        abort(404)
    return subprocess.check_output(f"host {host}", shell=True)


@app.get("/18")
def known_other_host():
    host = request.args["host"]
    if request.args["other"] not in HOSTS:
        abort(404)
    return subprocess.check_output(f"host {host}", shell=True)  # want: LNT106


@app.get("/19")
def number_of_times():
    count = int(request.args["count"])
    return subprocess.getoutput(f"ping -c {count} alpha")


@app.get("/20")
def text_of_times():
    count = request.args["count"]
    return subprocess.getoutput(f"ping -c {count} alpha")  # want: LNT106


@app.get("/21")
def started():
    process = subprocess.Popen("host " + request.args["host"], shell=True, stdout=subprocess.PIPE)  # want: LNT106
    return process.communicate()[0]


@app.get("/22")
def fed():
    return subprocess.run("sort -u", shell=True, input=request.args["words"], text=True, capture_output=True).stdout


@app.get("/23")
def in_the_environment():
    return subprocess.run("echo hello", shell=True, env={"GREETING": request.args["words"]}, capture_output=True).stdout
