# file: shop/__init__.py
from shop.money import Money
from shop.prices import price
from . import taxes

__all__ = ["Money", "price", "taxes"]
# file: shop/money.py
class Money:
    pass
# file: shop/prices.py
from shop import Money
from shop import taxes


def price():
    return Money(), taxes.rate()
# file: shop/taxes.py
import typing

import shop

if typing.TYPE_CHECKING:
    from shop.prices import price


def rate() -> "price":
    return shop.Money()
# file: plugins/__init__.py
def load():
    from plugins.mail import MailPlugin

    return MailPlugin()


NAME = "plugins"
# file: plugins/mail.py
from plugins import NAME


class MailPlugin:
    name = NAME
# file: plugins/flavor.py
class Flavor:
    @property
    def implementation(self):
        """The class that this describes."""
        from plugins.engine import Engine

        return Engine
# file: plugins/engine.py
from plugins.flavor import Flavor


class Engine:
    flavor = Flavor()
# file: tests/test_a.py
import tests.test_b
# file: tests/test_b.py
import tests.test_a
