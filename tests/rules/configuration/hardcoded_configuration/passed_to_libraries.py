"""What a library is given decides: a host of one's own network is configuration, a vendor's public address is not."""

import os
import smtplib

import redis
import requests
import uvicorn
from sqlalchemy import create_engine

QUEUE = redis.Redis(host="10.2.0.7", port=6379)  # want: LNT501 @26 "host" "10.2.0.7" "passed to redis.Redis"
LOCAL = redis.Redis(host="localhost", port=6379)  # want: LNT501 @26
READ = redis.Redis(host=os.environ["QUEUE_HOST"], port=6379)
FALLBACK = redis.Redis(host=os.getenv("QUEUE_HOST", "10.2.0.7"), port=6379)
ENGINE = create_engine("postgresql://orders-db.internal:5432/orders")  # want: LNT501 @24
MEMORY = create_engine("sqlite://")
FILE = create_engine("sqlite:///orders.db")


def mail(text, host):
    with smtplib.SMTP("smtp.shop.io", 587) as server:  # want: LNT501 @23
        server.sendmail(text)
    with smtplib.SMTP(host) as server:
        server.sendmail(text)


def fetch(order, base):
    requests.get(f"http://billing.internal:8080/orders/{order}", timeout=5)  # want: LNT501 @18
    requests.get("https://api.github.com/repos/example/shop", timeout=5)
    requests.get(f"{base}/orders/{order}", timeout=5)
    requests.get("https://www.w3.org/2001/XMLSchema", timeout=5)
    requests.get("https://shop.example.com/orders", timeout=30)


def push(order, other):
    base = "http://localhost:18060"  # want: LNT501 @12 "address" "http://localhost:18060" "passed to requests.post"
    url = f"{base}/orders/{order}"
    requests.post(url, timeout=5)
    spare = "http://localhost:18061"  # want: LNT501 @13
    requests.post(spare + "/orders", timeout=5)
    if other:
        changed = "http://localhost:18062"
    else:
        changed = other
    requests.post(f"{changed}/orders", timeout=5)


def worker(port):
    return redis.Redis(host="127.0.0.1", port=port)


def serve(app):
    uvicorn.run(app, host="0.0.0.0", port=8000)  # want: LNT501 @27 "bind address" "0.0.0.0"
    uvicorn.run(app, host="127.0.0.1", port=8000)
