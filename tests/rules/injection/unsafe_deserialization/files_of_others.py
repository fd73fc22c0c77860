import pickle
from pathlib import Path

import yaml

HERE = Path(__file__).parent


def settings(path):
    with open(path) as file:
        return yaml.load(file, Loader=yaml.Loader)  # want: LNT120


def all_settings(paths):
    found = []
    for path in paths:
        with open(path) as file:
            found.append(yaml.load(file.read(), Loader=yaml.FullLoader))  # want: LNT120
    return found


def plain(path):
    with open(path) as file:
        return yaml.safe_load(file)


def own():
    with open("defaults.yaml") as file:
        return yaml.load(file, Loader=yaml.Loader)


def beside():
    with open(HERE / "defaults.yaml") as file:
        return yaml.load(file, Loader=yaml.Loader)


def weights(path):
    with open(path, "rb") as file:
        return pickle.load(file)


def stored(cursor, path):
    with open(path) as file:
        cursor.execute(file.read())
