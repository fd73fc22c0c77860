# Views that no route of the program names: the parameter that all users of the library call `request` is the request.
# file: views.py
from django.shortcuts import redirect


def leave(request):
    return redirect(request.GET["to"])  # want: LNT119


def stay(request):
    return redirect("/home")


def other(inquiry):
    return redirect(inquiry.GET["to"])


class Gate:
    def __call__(self, request):
        return redirect(request.GET.get("next", "/"))  # want: LNT119
# file: helpers.py
from views import leave
from django_shim import redirect


def target(request):
    return redirect(request.GET["to"])  # want: LNT119
# file: django_shim.py
from django.shortcuts import redirect as sent


def redirect(target):
    return sent(target)
# file: client.py
from flask import Flask, redirect

app = Flask(__name__)


def ask(request):
    return redirect(request.GET["to"])
