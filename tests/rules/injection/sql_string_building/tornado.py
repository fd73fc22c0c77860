import sqlite3

from tornado.escape import json_decode
from tornado.ioloop import IOLoop
from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler

db = sqlite3.connect("shop.db")


class Items(RequestHandler):
    def get(self):
        self.finish({"rows": db.execute(f"SELECT * FROM items WHERE name = '{self.get_argument('q')}'").fetchall()})  # want: LNT101

    def post(self):
        body = json_decode(self.request.body)
        db.execute("INSERT INTO items (name) VALUES ('%s')" % body["name"])  # want: LNT101
        IOLoop.current().add_callback(note, body["name"])

    def put(self):
        body = json_decode(self.request.body)
        db.execute("INSERT INTO items (name) VALUES (?)", (body["name"],))


def note(name):
    db.execute(f"INSERT INTO notes (text) VALUES ('{name}')")  # want: LNT101


class Talk(WebSocketHandler):
    def on_message(self, message):
        db.execute("INSERT INTO talk (line) VALUES ('" + message + "')")  # want: LNT101
        db.execute("INSERT INTO talk (line) VALUES (?)", (message,))


class Item(RequestHandler):
    def get(self, number):
        db.execute(f"SELECT * FROM items WHERE id = {int(number)}")

    def delete(self, number):
        db.execute("DELETE FROM items WHERE id = ?", [number])

    def put(self, number):
        db.execute(f"INSERT INTO visits (method) VALUES ('{self.request.method}')")
        db.execute("UPDATE items SET name = ? WHERE id = ?", (self.get_argument("name"), number))
