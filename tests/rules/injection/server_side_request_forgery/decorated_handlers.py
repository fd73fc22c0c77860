from functools import wraps

import requests
from flask import Flask

app = Flask(__name__)


def logged(function):
    @wraps(function)
    def inner(*args, **kwargs):
        print(function.__name__)
        return function(*args, **kwargs)

    return inner


def fetch(address):
    return requests.get(address, timeout=5).text


@app.get("/direct/<path:address>")
@logged
def direct(address):
    return requests.get(address, timeout=5).text  # want: LNT118


@app.get("/wrapped/<path:address>")
@logged
def wrapped(address):
    return fetch(address)  # want: LNT118


@app.get("/article/<int:number>")
@logged
def article(number):
    return requests.get(f"https://shop.example/{number}", timeout=5).text
