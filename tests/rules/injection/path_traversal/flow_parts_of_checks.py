import io
import os
import pathlib

import pandas
from flask import request

FOLDER = "/srv/files"


def no_steps_below_a_folder():
    name = request.args["name"]
    if "../" in name:
        return "no"
    return open(f"{FOLDER}/{name}").read()


def no_steps_and_still_absolute():
    name = request.args["name"]
    if "../" in name:
        return "no"
    return open(os.path.join(FOLDER, name)).read()  # want: LNT121


def no_steps_alone():
    name = request.args["name"]
    if ".." in name:
        return "no"
    return open(name).read()  # want-missing: LNT121


def no_steps_and_not_absolute():
    name = request.args["name"]
    if ".." in name or name.startswith("/"):
        return "no"
    return open(os.path.join(FOLDER, name)).read()


def no_steps_and_not_absolute_by_name():
    name = request.args["name"]
    if ".." in name or os.path.isabs(name):
        return "no"
    return open(os.path.join(FOLDER, name)).read()


def not_absolute():
    name = request.args["name"]
    if os.path.isabs(name):
        return "no"
    return open(os.path.join(FOLDER, name)).read()  # want: LNT121


def whole_path_without_steps():
    path = f"{FOLDER}/{request.args['name']}"
    if ".." in path:
        return "no"
    return open(path).read()


def no_slash():
    name = request.args["name"]
    if "/" in name:
        return "no"
    return open(os.path.join(FOLDER, name)).read()


def there_already():
    path = f"{FOLDER}/{request.args['name']}"
    if not os.path.exists(path):
        return "no"
    return open(path).read()  # want: LNT121


def there_already_as_a_path():
    path = pathlib.Path(FOLDER) / request.args["name"]
    if path.is_file():
        return path.read_text()  # want: LNT121
    return "no"


def one_of_those_there():
    name = request.args["name"].strip()
    if name not in os.listdir(FOLDER):
        return "no"
    return open(os.path.join(FOLDER, name)).read()


def text_of_a_resolved_path():
    folder = pathlib.Path(FOLDER)
    path = (folder / request.args["name"]).resolve()
    if not str(path).startswith(str(folder) + "/"):
        return "no"
    return path.read_text()


def text_of_a_path_as_it_is():
    folder = pathlib.Path(FOLDER)
    path = folder / request.args["name"]
    if not str(path).startswith(str(folder) + "/"):
        return "no"
    return path.read_text()  # want: LNT121


def open_file_is_no_path():
    return pandas.read_csv(io.StringIO(request.args["table"]))


def what_an_open_file_holds():
    return open(io.StringIO(request.args["name"]).read()).read()  # want: LNT121


def bytes_of_a_file_in_memory():
    os.remove(io.BytesIO(request.args["name"].encode()).getvalue().decode())  # want: LNT121


def folder_among_those_above():
    folder = pathlib.Path(FOLDER).resolve()
    path = (folder / request.args["name"]).resolve()
    if folder not in path.parents:
        return "no"
    return path.read_text()


def folder_among_those_above_as_it_is():
    folder = pathlib.Path(FOLDER)
    path = folder / request.args["name"]
    if folder not in path.parents:
        return "no"
    return path.read_text()  # want: LNT121
