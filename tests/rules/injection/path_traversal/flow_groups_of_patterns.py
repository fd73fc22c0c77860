import os
import re

from flask import request

NAMED = re.compile(r"(?P<word>[a-z]+)=(?P<rest>.*)")


def group_of_path_signs():
    match = re.match(r"^([a-z0-9./]+)$", request.args["name"])
    if match:
        open(match.group(1))  # want: LNT121
        os.system("touch " + match.group(1))


def whole_match_by_key():
    match = re.fullmatch(r"([a-z0-9./]+)", request.args["name"])
    open("/srv/" + match[1])  # want: LNT121


def matched(text):
    return re.match(r"^([a-z0-9./]+)$", text)


def match_made_elsewhere():
    match = matched(request.args["name"])
    if match is None:
        return "no"
    return open(match.group(1)).read()  # want: LNT121


def group_of_a_pattern_that_takes_more():
    match = NAMED.match(request.args["name"])
    open("/srv/" + match.group("word"))
    open("/srv/" + match["word"])
    open("/srv/" + match.group("rest"))  # want: LNT121
    open("/srv/" + match["rest"])  # want: LNT121
    open("/srv/" + match.group())  # want: LNT121


def found_anywhere():
    open("/srv/" + re.search(r"\d+", request.args["name"]).group())
    if re.search(r"\d+", request.args["name"]):
        open("/srv/" + request.args["name"])  # want: LNT121


def all_found():
    for word in re.findall(r"\w+", request.args["name"]):
        open("/srv/" + word)
    for word, rest in re.findall(r"(\w+)=(\S+)", request.args["name"]):
        open("/srv/" + word)
        open("/srv/" + rest)  # want: LNT121
    for match in re.finditer(r"\w+", request.args["name"]):
        open("/srv/" + match.group(0))
    for match in re.finditer(r"\S+", request.args["name"]):
        open("/srv/" + match.group(0))  # want: LNT121


def taken_out():
    open("/srv/" + re.sub(r"[^A-Za-z0-9]", lambda match: "", request.args["name"]))
    open("/srv/" + re.sub(r"[^A-Za-z0-9]", lambda match: "/", request.args["name"]))  # want: LNT121
