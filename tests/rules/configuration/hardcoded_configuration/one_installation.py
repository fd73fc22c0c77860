# file: shop/reports.py
"""A foreign host can be one installation all the same: its port, its protocol, its name or its siblings say so."""

import requests

from shop.client import Client

LEDGER_URL = "https://ledger.bigcorp.com:8443/v1"  # want: LNT501 @14 "address" "https://ledger.bigcorp.com:8443/v1"
LOG_URL = "https://grafana.bigcorp.com/api"  # want: LNT501
SHOP_URL = "https://shop.bigcorp.com/api"  # want: LNT501
MARKET_URL = "https://api.bigcorp.com:443/v1"
STORE = "root://disk.bigcorp.com//store"  # want: LNT501
HELP_URL = "https://grafana.bigcorp.com/help.html"
PROJECT = "https://kafka.apache.org/documentation"
TOKEN_SCOPE = "https://cognitiveservices.azure.com/.default"
login = "https://jenkins.bigcorp.com/login"  # want: LNT501
unused = "https://jenkins.bigcorp.com/unused"


def report(order):
    requests.post(LEDGER_URL, json=order, timeout=5)
    requests.post(LOG_URL, json=order, timeout=5)
    requests.post(SHOP_URL, json=order, timeout=5)
    requests.get(MARKET_URL + PROJECT + TOKEN_SCOPE + HELP_URL, timeout=5)
    Client(login).copy(STORE)
    requests.get("http://ledger.internal:80/orders", timeout=5)  # want: LNT501
    return requests.get("http://ledger.internal:80/bills", timeout=5)


# file: shop/login.py
"""Whoever writes down the acceptance host beside the other runs both."""

import requests


def token(acceptance):
    url = "https://api.data.bigcorp.com/oauth"  # want: LNT501 @11
    if acceptance:
        url = "https://acc.api.data.bigcorp.com/oauth"
    docs = "https://docs.bigcorp.com/oauth"
    return requests.get(url, timeout=5), docs


def queues():
    urls = ["https://mq-testbed.bigcorp.com/a", "https://mq-testbed.bigcorp.com/b"]  # want: LNT501 @13
    return urls


# file: shop/client.py
class Client:
    def __init__(self, base, fallback="https://grafana.bigcorp.com/api"):
        self.base = base or fallback

    def copy(self, target):
        return target


# file: shop/telemetry.py
"""What the product's makers run is the same everywhere; to whom it reports is for others to decide."""

import requests


def send(event):
    return requests.post("https://collect.shop.io/events", json=event, timeout=5)  # want: LNT501 @26


# file: shop/updates.py
import requests


def newest():
    return requests.get("https://api.shop.io/releases", timeout=5)
