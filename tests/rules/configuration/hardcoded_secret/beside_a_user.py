"""A password beside the user or host that it belongs to is used to log in; a list of words is not."""

from shop.pool import connect, fields

connect(user="shop", password="postgres")  # want: LNT502 @31
connect(identity="root@shop", email=fields, password="password")  # want: LNT502 @54
connect(username="username", password="password")
connect(password="password")
TABLE = {"host": "db1", "user": "shop", "password": "shop123"}  # want: LNT502 @53
SYNONYMS = {"user": "username", "passwd": "password", "mail": "email"}
FORM = {"host": "Address of the server", "password": "Password"}
TYPES = {"server": "string", "user": "string", "password": "password"}
SHOWN = {"host": "db1", "password": "__CENSORED__"}
LABELS = {"password": "hunter22"}


def create_default_connections():
    connect(user="shop", password="postgres")


if __name__ == "__main__":
    connect(user="shop", password="postgres")


ACCOUNT = {"name": "root", "password": "secret", "is_admin": True}  # want: LNT502 @40
PROBE = {"username": fields, "password": "test"}
TESTER = {"name": "tester", "email": fields, "password": "Test12345!"}
TESTER_PASSWORD = "Test12345!"


def add_default_account(users, given):
    users.create_user(email=given, password="default")  # want: LNT502 @45
    users.create_user(email=given, password=given)
    users.create_user(email=given, password="<password>")
    users.create_form(email="Mail", password="default")


class Session:
    def __init__(self, store):
        self.username = "shop"
        self.password = "admin"
        self.passphrase = "admin"  # want: LNT502 @27
        if store:
            self.password = store.password


# file: shop/demo.py
"""A file that shows how something works holds nothing that is in force."""

from shop.pool import connect

connect(user="shop", password="postgres")
DEMO_PASSWORD = "demo"
ADMIN_PASSWORD = "Winter2024!"
SIGNING_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"  # want: LNT502 @15
