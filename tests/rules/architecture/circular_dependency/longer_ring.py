# file: api/users.py
from api.orders import orders_of, totals_of


def profile(user):
    return orders_of(user), totals_of(user)


CACHE = totals_of(None)
# file: api/orders.py
from api.payments import paid, unpaid, refunded

STATES = (paid, unpaid, refunded)


def orders_of(user):
    return []


def totals_of(user):
    return 0
# file: api/payments.py
import api.users  # want: LNT405 "3 modules import one another while they load" "api.payments -> api.users -> api.orders -> api.payments" "api.payments -> api.users"


def paid(order):
    return api.users.profile(order.user)


def unpaid(order):
    return not paid(order)


def refunded(order):
    return False
