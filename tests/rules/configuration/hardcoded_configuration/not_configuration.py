"""Texts that look like addresses and configure nothing."""

import argparse
import re

import click
from pydantic import BaseModel

SCHEMA = {"$schema": "http://json-schema.org/draft-07/schema#", "example": "http://10.0.0.1:8080/x"}
PRIVATE = ["10.0.0.0/8", "192.168.0.0/16"]
PATTERN = re.compile(r"https://internal\.shop/(\w+)")


class Server(BaseModel):
    """Serves at http://10.0.0.1:8080/ by default."""

    host: str = "0.0.0.0"
    url: str = "http://localhost:9000"


@click.command(help="Reach http://shop.internal:8080 for more")
@click.option("--host", default="10.0.0.1", help="The host to listen on")
def serve(host, upstream="http://10.0.0.2:8080"):
    if host == "0.0.0.0" or host.startswith("10.0.0."):
        raise click.UsageError("use http://proxy.internal:3128 instead")
    click.echo("see http://shop.internal:8080/help")
    print("listening on http://10.0.0.1:8080")
    return upstream or "http://10.0.0.3:8080"


def parser():
    made = argparse.ArgumentParser(description="Talks to http://shop.internal:8080")
    made.add_argument("--url", default="http://shop.internal:8080")
    return made


def client(url=None):
    base = url if url else "http://shop.internal:8080"
    try:
        address = lookup()
    except LookupError:
        address = "http://shop.internal:8080"
    return base, address


def own(order):
    return open("/proc/cpuinfo"), open("/etc/os-release"), open("/opt/ml/model")


def seen_from_linux():
    return open("/mnt/c/Users"), open("C:\\Windows\\system.ini")


def mounted():
    return open("/srv/shop/prices.csv")  # want: LNT501 @17 "path"


# file: shop/settings/shown.py
"""Stand-ins, keys, pages about an interface and folders that a system prescribes are nobody's environment."""

EMAIL_HOST_USER = "xxxx@xxx.com"
EMAIL_HOST = "core.email_host"
API_SETTINGS = {"CONTACT": {"email": "orders@bigcorp.com"}}
ROLLBAR = {"root": "/usr/local/lib/python3.9/dist-packages/shop/"}

# file: shop/probe.py
"""A local address without a port says nothing where a socket is given, and port 0 is any."""

import socket

import httpx


def is_reachable(path):
    with socket.socket() as found:
        found.bind(("0.0.0.0", 0))
    transport = httpx.HTTPTransport(uds=path)
    client = httpx.Client(base_url="http://127.0.0.1", transport=transport)
    return client.get("http://localhost/health"), open("/var/shop/orders.yaml")
