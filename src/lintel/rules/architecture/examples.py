"""Examples on the cards of LNT401 and LNT402: width needs length to show, so they are put together from patterns."""

from __future__ import annotations

from collections.abc import Sequence


def keeper(name: str, things: Sequence[str]) -> str:
    """A class that creates, renames, deletes and exports each of these things."""
    return _HEAD.format(name=name) + "".join(_KEPT.format(thing=thing) for thing in things)


def router(resources: Sequence[str]) -> str:
    """A router with four endpoints for each of these resources."""
    return _ROUTER + "".join(_ROUTES.format(many=many, one=many[:-1]) for many in resources)


def client(things: Sequence[str]) -> str:
    """A client of one remote system with four calls for each of these things."""
    return _CLIENT + "".join(
        _CALL.format(verb=verb, thing=thing, method=method) for thing in things for verb, method in _METHODS
    )


_HEAD = """\
class {name}:
    def __init__(self, session):
        self.session = session
"""
_KEPT = """
    def create_{thing}(self, name):
        row = {{"kind": "{thing}", "name": name}}
        self.session.add(row)
        return row

    def rename_{thing}(self, key, name):
        row = self.session.get("{thing}", key)
        row["name"] = name

    def delete_{thing}(self, key):
        row = self.session.get("{thing}", key)
        self.session.delete(row)

    def export_{thing}s(self, target):
        rows = self.session.all("{thing}")
        target.write(rows)
"""
_ROUTER = """\
from fastapi import APIRouter

router = APIRouter()
"""
_ROUTES = """

@router.get("/{many}")
def list_{many}():
    return []


@router.post("/{many}")
def create_{one}(name: str):
    return {{"name": name}}


@router.get("/{many}/{{key}}")
def read_{one}(key: int):
    return {{"key": key}}


@router.delete("/{many}/{{key}}")
def delete_{one}(key: int):
    return {{"deleted": key}}
"""
_METHODS = (("create", "POST"), ("change", "PUT"), ("delete", "DELETE"), ("find", "GET"))
_CLIENT = '''\
import requests


class BillingService:
    """A client of one remote system: wide because the system is."""

    def _call(self, method, path, **values):
        answer = requests.request(method, "https://billing.example.com" + path, json=values, timeout=10)
        return answer.json()
'''
_CALL = """
    def {verb}_{thing}(self, key):
        answer = self._call("{method}", f"/{thing}s/{{key}}")
        return answer["{thing}"]
"""

SHOP = """\
import smtplib

import redis
import requests
import stripe


class Shop:
    def __init__(self):
        self.cache = redis.Redis()

    def add_customer(self, name):
        row = {"name": name}
        self.cache.set(name, row)

    def find_customer(self, name):
        row = self.cache.get(name)
        return row

    def remove_customer(self, name):
        row = self.find_customer(name)
        self.cache.delete(row)

    def charge_card(self, amount):
        charge = stripe.PaymentIntent.create(amount=amount)
        return charge.id

    def refund_card(self, charge):
        refund = stripe.Refund.create(payment_intent=charge)
        return refund.id

    def block_card(self, card):
        answer = stripe.PaymentMethod.detach(card)
        return answer.id

    def send_newsletter(self, text, receivers):
        server = smtplib.SMTP("localhost")
        server.sendmail("shop@example.com", receivers, text)

    def schedule_newsletter(self, text, day):
        planned = {"text": text, "day": day}
        self.cache.set("newsletter", planned)

    def stop_newsletter(self):
        planned = self.cache.get("newsletter")
        self.cache.delete(planned)

    def create_parcel(self, order):
        answer = requests.post("https://parcels.example.com/", json=order, timeout=5)
        return answer.json()

    def track_parcel(self, key):
        answer = requests.get("https://parcels.example.com/" + key, timeout=5)
        return answer.json()

    def cancel_parcel(self, key):
        answer = requests.delete("https://parcels.example.com/" + key, timeout=5)
        return answer.ok

    def import_price_list(self, rows):
        prices = dict(rows)
        self.cache.set("prices", prices)

    def change_price(self, item, price):
        prices = self.cache.get("prices")
        prices[item] = price
"""
