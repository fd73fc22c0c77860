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
