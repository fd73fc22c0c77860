"""What happens when an order changes."""

from api.services.payments import Payments

listeners = []


def order_paid(order_id: int) -> None:
    for listener in listeners:
        listener(order_id)


def refund(order_id: int, payments: Payments) -> int:
    return payments.amount_of(order_id)
