# file: shop/__init__.py
# file: shop/cart.py
from shop.order import Order


class Cart:
    def check_out(self) -> Order:
        return Order(self)
# file: shop/order.py
from shop.cart import Cart  # want: LNT405 @1 "2 modules import one another while they load" "shop.order -> shop.cart -> shop.order" "shop.order -> shop.cart" "only annotations use what it imports"


class Order:
    def __init__(self, cart: Cart) -> None:
        self.cart = cart
# file: shop/mail.py
import smtplib

from shop.cart import Cart


def remind(cart: Cart) -> None:
    smtplib.SMTP("localhost").sendmail("a@example.com", "b@example.com", str(cart))
