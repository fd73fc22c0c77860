"""A reason may follow a tool's pragma in the same comment."""


def send(client, order):
    try:
        client.send(order)
    except Exception:  # noqa: BLE001  # the carrier asks again within the hour
        pass


def send_with_a_dash(client, order):
    try:
        client.send(order)
    except Exception:  # noqa: BLE001 - the carrier asks again within the hour
        pass


def send_with_two_pragmas(client, order):
    try:
        client.send(order)
    except Exception:  # noqa: BLE001 # pylint: disable=broad-except  # want: LNT601
        pass


def send_and_think(client, order):
    try:
        client.send(order)
    except Exception:  # want: LNT601
        # TODO - decide whether to ask again
        pass
