# Parsers of requests that are told of types and choices.

import sqlite3
from flask import Flask
from flask_restful import Api, Resource, reqparse
app = Flask(__name__)
api = Api(app)
db = sqlite3.connect("x.db")
parser = reqparse.RequestParser()
parser.add_argument("name", type=str, required=True)
parser.add_argument("size", type=int)
parser.add_argument("order", choices=("name", "size"))
parser.add_argument("other")
class R(Resource):
    def get(self):
        args = parser.parse_args()
        db.execute(f"SELECT * FROM t WHERE n = '{args['name']}'")  # want: LNT101
        db.execute(f"SELECT * FROM t WHERE n = {args['size']}")
        db.execute(f"SELECT * FROM t ORDER BY {args['order']}")
        db.execute(f"SELECT * FROM t WHERE n = '{args.other}'")  # want: LNT101
        return {}
    def post(self):
        p = reqparse.RequestParser()
        p.add_argument("name", type=str, required=True)
        p.add_argument("size", type=int)
        args = p.parse_args()
        db.execute(f"SELECT * FROM t WHERE n = '{args['name']}'")  # want: LNT101
        db.execute(f"SELECT * FROM t WHERE n = {args['size']}")
        db.execute(f"SELECT * FROM t WHERE n = {args.get('size')}")
api.add_resource(R, "/r")
