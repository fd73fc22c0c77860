"""A provider's format, a password in an address and what is passed as a credential are secrets under any name."""

import os

import jwt
import redis
from flask import Flask

app = Flask(__name__)
app.secret_key = "dev"  # want: LNT502 @18 "the value of secret_key" "a text of 3 characters"
app.config["SECRET_KEY"] = "dev-key"  # want: LNT502 @28
app.config.update(SECRET_KEY=os.environ["SECRET_KEY"])

CACHE = redis.Redis(host=os.environ["HOST"], password="hunter22")  # want: LNT502 @55 "the password passed to redis.Redis"
EMPTY = redis.Redis(host=os.environ["HOST"], password="")
READ = redis.Redis(host=os.environ["HOST"], password=os.environ["PASSWORD"])
STORE = connect("postgresql://shop:v3rySecr3t@db.shop.internal/orders")  # want: LNT502 @17
SHOWN = connect("postgresql://user:password@host/orders")
BUILT = connect("postgresql://shop:{}@db.shop.internal/orders".format(os.environ["PASSWORD"]))
PART = "postgresql://shop:" + os.environ["PASSWORD"] + "@db.shop.internal/orders"
ACCESS = upload("AKIAQ3EGRZNB7FKXW2LT")  # want: LNT502 @17 "a credential (AWS access key id)" "AKIA... (20 characters)"
PREFIX = "AKIA"
DOCUMENTED = "AKIAIOSFODNN7EXAMPLE"
HEADER = "-----BEGIN PRIVATE KEY-----"
PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq4\n-----END RSA PRIVATE KEY-----"  # want: LNT502


def issue(user, key):
    """Like `postgresql://shop:v3rySecr3t@db.shop.internal/orders`, but shorter."""
    first = jwt.encode({"sub": user}, "kuY7-2mQ!xA9", "HS256")  # want: LNT502 @39
    return first, jwt.encode({"sub": user}, key, "HS256")


def probe(session, key):
    """What is only sent for form's sake is no credential."""
    import requests

    requests.get(key, auth=("user", "pass"))
    requests.get(key, auth=("shop", "pass"))  # want: LNT502 @37
    return connect("mssql+pyodbc://sa:yourStrong(!)Password@localhost:1433/shop")
