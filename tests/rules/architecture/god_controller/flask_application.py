# option: endpoints = 12
# option: groups = 4
# file: app/main.py
from app.web import app  # want: LNT402 @1 "module main" "12 endpoints" "accounts (3), books (3), fines (3), loans (3)"


@app.route("/books")
def books():
    return []


@app.route("/books/<int:key>")
def book(key):
    return {"key": key}


@app.route("/books/<int:key>/close", methods=["POST"])
def close_book(key):
    return {"closed": key}


@app.route("/loans")
def loans():
    return []


@app.route("/loans/<int:key>")
def loan(key):
    return {"key": key}


@app.route("/loans/<int:key>/close", methods=["POST"])
def close_loan(key):
    return {"closed": key}


@app.route("/accounts")
def accounts():
    return []


@app.route("/accounts/<int:key>")
def account(key):
    return {"key": key}


@app.route("/accounts/<int:key>/close", methods=["POST"])
def close_account(key):
    return {"closed": key}


@app.route("/fines")
def fines():
    return []


@app.route("/fines/<int:key>")
def fine(key):
    return {"key": key}


@app.route("/fines/<int:key>/close", methods=["POST"])
def close_fine(key):
    return {"closed": key}
# file: app/web.py
from flask import Flask

app = Flask(__name__)
