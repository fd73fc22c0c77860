# file: app.py
"""What is signed and read again in another request is what was signed, and a client may have chosen that."""

from urllib.parse import urlparse

import jwt
from flask import Flask, redirect, request
from itsdangerous import URLSafeTimedSerializer

app = Flask(__name__)
KEY = app.config["SECRET_KEY"]
serializer = URLSafeTimedSerializer(KEY)


def state():
    return jwt.decode(request.args["state"], KEY, algorithms=["HS256"])


@app.get("/back")
def back():
    return redirect(state()["next"])  # want: LNT119


@app.get("/home")
def home():
    return redirect(state()["home"])


@app.get("/compared")
def compared():
    wanted = state()["next"]
    if urlparse(wanted).netloc != request.host:
        wanted = "/"
    return redirect(wanted)


@app.get("/confirmed")
def confirmed():
    return redirect(serializer.loads(request.args["token"], max_age=60))


@app.get("/login")
def login():
    signed = jwt.encode({"next": request.args["next"], "home": "/home"}, KEY, algorithm="HS256")
    return redirect("https://login.example/?state=" + signed)


@app.get("/invite")
def invite():
    return serializer.dumps("/welcome")
