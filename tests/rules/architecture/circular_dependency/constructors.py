# file: shop/billing.py
"""Constructors that need one another are a ring, whether they are given what they need or make it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shop.ledger import Ledger


class Billing:
    def __init__(self, ledger: "Ledger") -> None:
        self.ledger = ledger


# file: shop/ledger.py
from shop import billing


class Ledger:
    def __init__(self) -> None:
        self.billing = billing.Billing("eur")


# file: shop/parts.py
"""A part that is handed its whole, a parent that is optional, and data about data are no rings."""

from __future__ import annotations

from dataclasses import dataclass


class Engine:
    def __init__(self) -> None:
        self.pump = Pump(self)


class Pump:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine


class Node:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree


class Tree:
    def __init__(self, root: Node | None = None) -> None:
        self.root = root


@dataclass
class Page:
    def __init__(self, book: Book) -> None:
        self.book = book


@dataclass
class Book:
    def __init__(self, cover: Page) -> None:
        self.cover = cover


# file: shop/services.py
class OrderService:
    def __init__(self, stock: "StockService") -> None:
        self.stock = stock


class StockService:
    def __init__(self, mail: "MailService") -> None:
        self.mail = mail


class MailService:  # want: LNT405 @1 "the constructors of 3 classes need one another" "MailService -> OrderService -> StockService -> MailService" "MailService -> OrderService"
    def __init__(self) -> None:
        self.orders = OrderService(stock=None)


# file: shop/trees.py
"""Constructors that only make one another follow nested data to its end."""


class Branch:
    def __init__(self, element) -> None:
        self.parts = [Leaf(part) if part.plain else Branch(part) for part in element]


class Leaf:
    def __init__(self, element) -> None:
        self.text = element.text or Branch(element.inner)
