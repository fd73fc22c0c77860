"""Views of Flask-AppBuilder and Flask-Admin: their exposed methods are routes, the request is Flask's."""

import sqlite3

from flask import request
from flask_admin import BaseView as AdminView, expose as expose_there
from flask_appbuilder import BaseView, expose, has_access

db = sqlite3.connect("shop.db")


class Goods(BaseView):
    route_base = "/goods"

    @expose("/named/<string:name>")
    @has_access
    def named(self, name):
        return db.execute(f"SELECT id FROM goods WHERE name = '{name}'").fetchall()  # want: LNT101

    @expose("/numbered/<int:number>")
    def numbered(self, number):
        return db.execute(f"SELECT id FROM goods WHERE id = {number}").fetchall()

    @expose("/asked", methods=["POST"])
    def asked(self):
        name = request.form["name"]
        return db.execute("SELECT id FROM goods WHERE name = '" + name + "'").fetchall()  # want: LNT101

    @expose("/bound/<string:name>")
    def bound(self, name):
        return db.execute("SELECT id FROM goods WHERE name = ?", (name,)).fetchall()

    def helper(self, name):
        return db.execute("SELECT id FROM goods WHERE name = ?", (name,)).fetchall()


class Kinds(AdminView):
    @expose_there("/kinds/<kind>")
    def kinds(self, kind):
        return db.execute(f"SELECT id FROM kinds WHERE name = '{kind}'").fetchall()  # want: LNT101
