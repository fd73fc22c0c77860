"""A statement that something runs of which nothing is known is one where its method and its text say so."""

import tornado.web
from aiohttp import web
from flask import Flask, current_app, request

app = Flask(__name__)


@app.get("/rows")
def rows():
    database = current_app.extensions["rows"]
    database.execute("SELECT a FROM t WHERE b = '%s'" % request.args["b"])  # want: LNT101
    database.execute("SELECT a FROM t WHERE b = %s", (request.args["b"],))
    return database.execute("sort by " + request.args["b"])


class Rows(tornado.web.RequestHandler):
    @property
    def database(self):
        return self.application.database

    def get(self):
        cursor = self.database.cursor()
        cursor.execute(f"SELECT a FROM t WHERE b = '{self.get_argument('b')}'")  # want: LNT101
        self.database.execute("SELECT a FROM t WHERE b = ?", (self.get_argument("b"),))


class Table:
    def __init__(self, name):
        self.name = name

    def found(self, con, text):
        return con.execute(f"SELECT a FROM {self.name} WHERE b = '{text}'")  # want: LNT101


async def listed(asked: web.Request):
    table = asked.app["table"]
    return web.json_response(table.found(asked.app["pool"], asked.query["b"]))


async def start(served: web.Application):
    served["table"] = Table("t")


served = web.Application()
served.on_startup.append(start)
served.router.add_get("/rows", listed)
