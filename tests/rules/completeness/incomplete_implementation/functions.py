import signal
import sys
from typing import TYPE_CHECKING, overload

import click
from fastapi import Depends, FastAPI

app = FastAPI()


def send_invoice(order, address):  # want: LNT908 @1 "send_invoice" "its body is empty"
    """Send the invoice of an order by mail."""


def total(order):  # want: LNT908 "total" "its body is empty"
    pass


async def price(order): ...  # want: LNT908


def tax(order):  # want: LNT908 "tax" "it raises NotImplementedError and nothing overrides it"
    raise NotImplementedError


def discount(order):  # want: LNT908
    raise NotImplementedError("not implemented yet")


def shipping(order):  # want: LNT908 "shipping" "it returns a constant, and a comment says that work is left"
    return 0  # TODO: ask the carrier


def fee(order):
    return 0


def weight(order):
    raise NotImplementedError("weights are not supported by this carrier")


def on_paid(order):
    pass


def ready():
    pass


def ignore(order, _reason):
    """Does nothing: orders of this kind are paid in advance."""


def skip(order):
    # The warehouse does this on its own.
    pass


def backwards(apps, editor):
    pass


def forwards(apps, editor):
    editor.run(apps, backwards)


OPERATIONS = [(forwards, backwards)]


def handler(number, frame):
    pass


signal.signal(signal.SIGTERM, handler)


@click.group()
def cli(verbose):
    """The shop."""


@overload
def find(key: int) -> int: ...
@overload
def find(key: str) -> str: ...
def find(key):
    return key


if TYPE_CHECKING:

    def reveal(value): ...


if sys.platform == "win32":

    def lock(file):
        pass


def outer(order):
    def inner(line):
        pass

    return inner, order


def export(order, kind):
    if kind == "csv":
        return ",".join(order)
    raise NotImplementedError("XML is not yet supported")  # want: LNT908 @5 "export"


async def async_setup_platform(shop, entries):
    """Set up the platform."""


async def async_post_backup(shop):
    """Perform operations after a backup."""


def generate(order):
    """No code generation needed: orders are read as they are."""


def remove(order):
    """Ignore removed orders."""


def export_rows(order):
    """The carrier does not expose any rows."""


def exported(order, kind):
    if kind == "csv":
        return ",".join(order)
    raise NotImplementedError(f"'{kind}' export not implemented yet!")


def listed(order, kind):
    if kind == "csv":
        return ",".join(order)
    raise NotImplementedError("Listing is not yet supported by the carrier's API")


def bundled(order, kind):
    if kind == "csv":
        return ",".join(order)
    raise NotImplementedError("Bundles are not yet supported by this exporter")  # want: LNT908 @5


def follow(order, kind):
    """Orders are followed as a whole."""
    raise NotImplementedError("Not supported, as lines are not yet followed one by one")


def sign(order, kind):
    if kind == "paper":
        return order.sign()
    raise NotImplementedError("Signing is not ready yet")  # want: LNT908 @5 "sign"


def seal(order, kind):
    if kind == "paper":
        return order.seal()
    raise NotImplementedError("Digital seals are not yet fully implemented")  # want: LNT908 @5 "seal"


def convert(order, kind):
    if kind == "csv":
        return ",".join(order)
    raise NotImplementedError(f"no such kind: {kind}")


@app.get("/orders/{order_id}")
def read_order(order_id: int):  # want: LNT908 "read_order" "it answers with fixed data and reads none of its inputs"
    return {"id": 1, "status": "paid"}


@app.post("/orders")
def create_order(order: dict):  # want: LNT908 "create_order" "its body is empty"
    pass


@app.get("/health")
def health():
    return {"status": "ok"}


@app.get("/me")
def me(user=Depends(find)):
    return {"kind": "user"}


@app.get("/price/{order_id}")
def read_price(order_id: int):
    return {"id": order_id}


def recover(job, action):
    job.lock()
    if action == "fail":
        job.fail()
    elif action == "reattach":
        # No executor answers this today: one that does must be followed from here, and the monitor is not built for it.
        raise NotImplementedError("following a job again is not implemented yet")
    elif action == "resume":
        # Resuming is not implemented yet.
        raise NotImplementedError("resuming is not implemented yet")  # want: LNT908 @9 "recover"
    elif action == "repeat":
        # TODO: repeat the job with its own arguments, once the queue keeps them for as long as a job may run
        raise NotImplementedError("repeating is not implemented yet")  # want: LNT908 @9
