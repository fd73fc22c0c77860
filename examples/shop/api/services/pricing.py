"""Prices of orders: one responsibility, errors told, nothing fixed that an operator might want to change."""

import logging
from collections.abc import Iterable

from api.models import OrderLine

log = logging.getLogger(__name__)


class Pricing:
    def __init__(self, tax_percent: int) -> None:
        self.tax_percent = tax_percent

    def net(self, lines: Iterable[OrderLine]) -> int:
        return sum(line.quantity * line.product.price for line in lines)

    def gross(self, lines: Iterable[OrderLine]) -> int:
        return self.net(lines) * (100 + self.tax_percent) // 100

    def discount(self, code: str, lines: Iterable[OrderLine]) -> int:
        try:
            percent = int(code.removeprefix("SAVE"))
        except ValueError:
            log.info("discount code %s is not known", code)
            return 0
        return self.net(lines) * percent // 100
