"""Bytes of unknown origin may be anyone's; a file in a folder of ours is not."""

import os
import pickle
import shelve

import joblib

FOLDER = os.environ["MODELS"]
MODEL = pickle.load(open("/srv/models/first.pkl", "rb"))


def restored(data):
    return pickle.loads(data)


def copied(thing):
    return pickle.loads(pickle.dumps({"size": len(thing)}))


def model(name):
    return joblib.load(f"/srv/models/{name}.joblib")


def other_model():
    return joblib.load(os.path.join(FOLDER, "second.joblib"))


def shelf():
    with shelve.open("/srv/shelf") as found:
        return dict(found)


def numbered(number: int):
    with open(f"/srv/models/{number}.pkl", "rb") as file:
        return pickle.load(file)
