import smtplib

import redis
import requests
import stripe


class Shop:  # want: LNT401 @1 "class Shop" "14 functions, cache, http, mail, payment" "card (3), customer (3), newsletter (3), parcel (3), price (2)"
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


class Parcels:
    """One system, one subject."""

    def create_parcel(self, order):
        answer = requests.post("https://parcels.example.com/", json=order, timeout=5)
        return answer.json()

    def track_parcel(self, key):
        answer = requests.get("https://parcels.example.com/" + key, timeout=5)
        return answer.json()
