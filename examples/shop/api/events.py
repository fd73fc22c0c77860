"""What happened, as values: services depend on these instead of on one another."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OrderPaid:
    order_id: int
    amount: int


@dataclass(frozen=True)
class OrderShipped:
    order_id: int
    parcel: str
