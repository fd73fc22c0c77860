import re
from urllib.parse import urlparse, urlunparse

from flask import redirect, request


def own_host():
    address = urlparse(request.args["next"])
    return redirect(urlunparse(("https", "shop.example", address.path, "", address.query, "")))


def host_of_the_client():
    address = urlparse(request.args["next"])
    return redirect(urlunparse(("https", address.netloc, "/home", "", "", "")))  # want: LNT119


def pattern_that_begins_with_one_slash():
    target = request.args["next"]
    if not re.match(r"^/[a-z]", target):
        target = "/"
    return redirect(target)


def pattern_and_no_second_slash():
    target = request.args["next"]
    if not re.fullmatch(r"/[a-z0-9/:]*", target) or target.startswith("//"):
        target = "/"
    return redirect(target)


def pattern_that_takes_two_slashes():
    target = request.args["next"]
    if not re.match(r"^/[a-z0-9/]*", target):
        target = "/"
    return redirect(target)  # want: LNT119


def pattern_somewhere():
    target = request.args["next"]
    if not re.search(r"/[a-z]", target):
        target = "/"
    return redirect(target)  # want: LNT119
