"""Examples on the card of LNT401, in a file of their own because width needs length to show."""

BACK_OFFICE = """\
class BackOfficeService:
    def __init__(self, session):
        self.session = session

    def create_customer(self, name):
        row = {"kind": "customer", "name": name}
        self.session.add(row)
        return row

    def rename_customer(self, key, name):
        row = self.session.get("customer", key)
        row["name"] = name

    def delete_customer(self, key):
        row = self.session.get("customer", key)
        self.session.delete(row)

    def export_customers(self, target):
        rows = self.session.all("customer")
        target.write(rows)

    def create_invoice(self, name):
        row = {"kind": "invoice", "name": name}
        self.session.add(row)
        return row

    def rename_invoice(self, key, name):
        row = self.session.get("invoice", key)
        row["name"] = name

    def delete_invoice(self, key):
        row = self.session.get("invoice", key)
        self.session.delete(row)

    def export_invoices(self, target):
        rows = self.session.all("invoice")
        target.write(rows)

    def create_campaign(self, name):
        row = {"kind": "campaign", "name": name}
        self.session.add(row)
        return row

    def rename_campaign(self, key, name):
        row = self.session.get("campaign", key)
        row["name"] = name

    def delete_campaign(self, key):
        row = self.session.get("campaign", key)
        self.session.delete(row)

    def export_campaigns(self, target):
        rows = self.session.all("campaign")
        target.write(rows)

    def create_warehouse(self, name):
        row = {"kind": "warehouse", "name": name}
        self.session.add(row)
        return row

    def rename_warehouse(self, key, name):
        row = self.session.get("warehouse", key)
        row["name"] = name

    def delete_warehouse(self, key):
        row = self.session.get("warehouse", key)
        self.session.delete(row)

    def export_warehouses(self, target):
        rows = self.session.all("warehouse")
        target.write(rows)
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

INVOICE_SERVICE = """\
class InvoiceService:
    def __init__(self, session):
        self.session = session

    def create_invoice(self, order):
        row = {"order": order}
        self.session.add(row)
        return row

    def cancel_invoice(self, key):
        row = self.session.get("invoice", key)
        row["cancelled"] = True

    def list_invoice_lines(self, key):
        row = self.session.get("invoice", key)
        return row["lines"]
"""

BILLING_CLIENT = """\
import requests


class BillingService:
    \"\"\"A client of one remote system: wide because the system is.\"\"\"

    def _call(self, method, path, **values):
        answer = requests.request(method, "https://billing.example.com" + path, json=values, timeout=10)
        return answer.json()

    def create_customer(self, key):
        answer = self._call("POST", f"/customers/{key}")
        return answer["customer"]

    def change_customer(self, key):
        answer = self._call("PUT", f"/customers/{key}")
        return answer["customer"]

    def delete_customer(self, key):
        answer = self._call("DELETE", f"/customers/{key}")
        return answer["customer"]

    def find_customer(self, key):
        answer = self._call("GET", f"/customers/{key}")
        return answer["customer"]

    def create_invoice(self, key):
        answer = self._call("POST", f"/invoices/{key}")
        return answer["invoice"]

    def change_invoice(self, key):
        answer = self._call("PUT", f"/invoices/{key}")
        return answer["invoice"]

    def delete_invoice(self, key):
        answer = self._call("DELETE", f"/invoices/{key}")
        return answer["invoice"]

    def find_invoice(self, key):
        answer = self._call("GET", f"/invoices/{key}")
        return answer["invoice"]

    def create_plan(self, key):
        answer = self._call("POST", f"/plans/{key}")
        return answer["plan"]

    def change_plan(self, key):
        answer = self._call("PUT", f"/plans/{key}")
        return answer["plan"]

    def delete_plan(self, key):
        answer = self._call("DELETE", f"/plans/{key}")
        return answer["plan"]

    def find_plan(self, key):
        answer = self._call("GET", f"/plans/{key}")
        return answer["plan"]

    def create_coupon(self, key):
        answer = self._call("POST", f"/coupons/{key}")
        return answer["coupon"]

    def change_coupon(self, key):
        answer = self._call("PUT", f"/coupons/{key}")
        return answer["coupon"]

    def delete_coupon(self, key):
        answer = self._call("DELETE", f"/coupons/{key}")
        return answer["coupon"]

    def find_coupon(self, key):
        answer = self._call("GET", f"/coupons/{key}")
        return answer["coupon"]
"""
