"""An attempt inside a handler is a last step where the handler tells the failure, and another way where it does not."""

import logging

log = logging.getLogger(__name__)


def user_of(users, name, data):
    try:
        return users.get(name)
    except LookupError:
        if data is None:
            return None
        try:
            user = users.make(name, data)
            user.save()
            return user
        except Exception:  # want: LNT601 "Exception" "None is returned instead"
            return None


def send(client, order, failures):
    try:
        client.send(order)
    except TimeoutError as error:
        failures[order] = error
        try:
            client.cancel_order(order)
        except Exception:
            pass


def send_and_tell(client, order):
    try:
        client.send(order)
    except TimeoutError:
        log.exception("not sent")
        try:
            client.cancel_order(order)
        except Exception:
            pass


def rows_of(cursor, rows):
    yield from rows
    try:
        # back to where it was; an error is bypassed, for the end may have been reached
        cursor.move(0)
    except Exception:
        pass


def send_with_a_note(client, order):
    try:
        # the gateway wants orders in cents
        client.send(order)
    except Exception:  # want: LNT601
        pass
