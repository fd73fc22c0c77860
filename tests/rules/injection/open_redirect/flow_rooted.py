from urllib.parse import urlparse

from flask import redirect, request


def begins_with_one_slash():
    target = request.args["next"]
    if not target.startswith("/") or target.startswith("//"):
        return "no"
    return redirect(target)


def begins_with_a_slash():
    target = request.args["next"]
    if not target.startswith("/"):
        return "no"
    return redirect(target)  # want: LNT119


def does_not_begin_with_two():
    target = request.args["next"]
    if target.startswith("//"):
        return "no"
    return redirect(target)  # want: LNT119


def read_by_another():
    return redirect(given())  # want: LNT119


def given():
    return request.cookies.get("next", "/")


def names_no_host():
    target = request.args["next"]
    if urlparse(target).netloc:
        return "no"
    return redirect(target)


def names_neither_scheme_nor_host():
    target = request.args["next"]
    address = urlparse(target)
    if address.scheme or address.netloc:
        return "no"
    return redirect(target)


def names_a_host():
    target = request.args["next"]
    if not urlparse(target).netloc:
        return "no"
    return redirect(target)  # want: LNT119


def names_no_scheme():
    target = request.args["next"]
    if urlparse(target).scheme:
        return "no"
    return redirect(target)  # want: LNT119
