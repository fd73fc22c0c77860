import os
from pathlib import Path

from flask import request

FOLDER = Path("/srv/files").resolve()


def located(name):
    path = (FOLDER / name).resolve()
    if not path.is_relative_to(FOLDER):
        raise PermissionError(name)
    return path


def below(name):
    path = (FOLDER / name).resolve()
    if FOLDER not in path.parents:
        raise PermissionError(name)
    return path


def there(name):
    path = (FOLDER / name).resolve()
    if not path.exists():
        raise FileNotFoundError(name)
    return path


def checked_where_it_is_located():
    located(request.args["name"]).unlink()
    path = below(request.args["name"])
    return path.read_text()


def not_checked_where_it_is_located():
    return there(request.args["name"]).read_text()  # want: LNT121


def steps_end_at_the_root():
    name = os.path.normpath("/" + request.args["name"])
    with open("/srv/files" + name) as file, open(os.path.join("/srv/files", name.lstrip("/"))) as same:
        return file.read() + same.read()


def steps_that_lead_upwards():
    name = os.path.normpath(request.args["name"])
    return open("/srv/files/" + name).read()  # want: LNT121


def root_is_no_folder():
    return open(os.path.normpath("/" + request.args["name"])).read()  # want: LNT121


def inside_of_a_folder():
    path = os.path.normpath("/srv/files/" + request.args["name"])
    if not path.startswith("/srv/files/"):
        return "no"
    return open(path).read()
