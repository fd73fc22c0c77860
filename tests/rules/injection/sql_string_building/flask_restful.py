import sqlite3

from flask import Flask
from flask_restful import Api, Resource, reqparse

app = Flask(__name__)
api = Api(app)
db = sqlite3.connect("shop.db")
parser = reqparse.RequestParser()
parser.add_argument("name")


class Item(Resource):
    def get(self, code):
        return db.execute(f"SELECT * FROM items WHERE code = '{code}'").fetchone()  # want: LNT101

    def post(self, code):
        args = parser.parse_args()
        db.execute("UPDATE items SET name = '%s'" % args["name"])  # want: LNT101

    def put(self, code):
        args = parser.parse_args()
        db.execute("UPDATE items SET name = ? WHERE code = ?", (args["name"], code))

    def delete(self, code):
        db.execute("DELETE FROM items WHERE code = ?", [code])


class Line(Resource):
    def get(self, number):
        return db.execute(f"SELECT * FROM lines WHERE id = {int(number)}").fetchone()


api.add_resource(Item, "/items/<string:code>")
api.add_resource(Line, "/lines/<number>")
