"""Loaders that a project derives are as safe as those that they are derived from."""

import yaml
from flask import Flask, request

app = Flask(__name__)


class WithoutDates(yaml.SafeLoader):
    pass


class Short(WithoutDates):
    pass


class Full(yaml.FullLoader):
    pass


@app.post("/1")
def safe():
    return yaml.load(request.data, Loader=WithoutDates)


@app.post("/2")
def safe_twice():
    return yaml.load(request.data, Loader=Short)


@app.post("/3")
def full():
    return yaml.load(request.data, Loader=Full)  # want: LNT120
