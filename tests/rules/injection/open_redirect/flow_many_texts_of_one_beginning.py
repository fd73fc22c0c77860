"""A target that may be one of many texts: what they all begin with is still known."""

from urllib.parse import quote

from flask import Flask, redirect, request
from flask.views import MethodView

app = Flask(__name__)


class Base:
    def address(self, task, ajax):
        return request.path + "?task=%s" % task + ("&ajax=1" if ajax else "")

    def go(self, task):
        return redirect(self.address(task, False))


class View(Base, MethodView):
    def address(self, task, ajax):
        address = super().address(task, ajax)
        if "next" in request.args:
            address += "&next=" + quote(request.args.get("next"))
        if "locale" in request.args and "locale=" not in address:
            address += "&locale=" + quote(request.args.get("locale"))
        return address

    def post(self):
        return self.go("import")


class Anywhere(MethodView):
    def get(self):
        address = request.args["host"] if "host" in request.args else "/start?"
        if "a" in request.args:
            address += "&a=" + request.args["a"]
        if "b" in request.args:
            address += "&b=" + request.args["b"]
        if "c" in request.args:
            address += "&c=" + request.args["c"]
        return redirect(address)  # want: LNT119


app.add_url_rule("/view", view_func=View.as_view("view"))
app.add_url_rule("/anywhere", view_func=Anywhere.as_view("anywhere"))
