from fastapi import FastAPI
from flask import Flask
from flask.views import MethodView
from tornado.web import addslash, RequestHandler

app = FastAPI()
site = Flask(__name__)


@app.post("/orders")
def create_order(body: dict):  # want: LNT908 "create_order" "its body is empty"
    pass


@app.get("/orders")
@app.get("/all-orders")
def list_orders():  # want: LNT908 "list_orders"
    pass


class Slashes(RequestHandler):
    @addslash
    def get(self):
        pass


class Orders(MethodView):
    def post(self, order):  # want: LNT908 "Orders.post" "its body is empty"
        pass

    def get(self, order):
        return order
