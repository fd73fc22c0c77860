"""Argument lists whose program is constant, with arguments in between of which nobody knows how many there are."""

import subprocess

from flask import Flask, request

app = Flask(__name__)


def options():
    found = []
    for name, value in request.get_json().items():
        found.append(f"--{name}")
        found.append(f"{value}")
    return found


@app.post("/1")
def program_first():
    command = ["crawl", "parse"] + options() + [request.args["spider"]]
    return subprocess.run(command, capture_output=True).stdout


@app.post("/2")
def program_first_and_extended():
    command = ["crawl"]
    command.extend(options())
    command.append(request.args["spider"])
    return subprocess.run(command, capture_output=True).stdout


@app.post("/3")
def program_of_theirs_first():
    command = [request.args["program"]] + options()
    return subprocess.run(command, capture_output=True).stdout  # want: LNT106


@app.post("/4")
def a_shell_line_all_the_same():
    command = ["crawl"] + options()
    return subprocess.run(" ".join(command), shell=True, capture_output=True).stdout  # want: LNT106
