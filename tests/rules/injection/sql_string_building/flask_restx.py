import sqlite3

from flask_restx import Namespace, Resource, reqparse

items = Namespace("items")
db = sqlite3.connect("shop.db")
parser = reqparse.RequestParser()
parser.add_argument("name")


@items.route("/<string:code>")
class Item(Resource):
    def get(self, code):
        return db.execute(f"SELECT * FROM items WHERE code = '{code}'").fetchone()  # want: LNT101

    def post(self, code):
        db.execute("INSERT INTO items (name) VALUES ('%s')" % items.payload["name"])  # want: LNT101

    def put(self, code):
        args = parser.parse_args()
        db.execute("UPDATE items SET name = '" + args["name"] + "'")  # want: LNT101

    def patch(self, code):
        args = parser.parse_args()
        db.execute("UPDATE items SET name = ? WHERE code = ?", (args["name"], code))

    def delete(self, code):
        db.execute("DELETE FROM items WHERE code = ?", [code])
