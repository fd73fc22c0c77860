# file: app/client.py
"""A constant is judged by its uses, in whatever file they are."""

import requests

from app.addresses import (
    BILLING_URL,
    DEFAULT_SEARCH_URL,
    LEGACY_URL,
    METRICS_URL,
    REPORT_URL,
    SEARCH_URL,
)
from app.env import read


def bill(order):
    return requests.post(BILLING_URL + "/bills", json=order, timeout=5)


def report(order, staging):
    base = REPORT_URL if staging else METRICS_URL
    return requests.post(base, json=order, timeout=5)


def search(text, url=DEFAULT_SEARCH_URL):
    return requests.get(read("SEARCH_URL", SEARCH_URL), params={"q": text}, timeout=5)


def warn(address):
    if address == LEGACY_URL:
        raise ValueError(f"{LEGACY_URL} is gone")


# file: app/env.py
import os


def read(name, default=None):
    return os.environ.get(name, default)


# file: app/addresses.py
BILLING_URL = "http://billing.internal:8080"  # want: LNT501 @15 "address" "http://billing.internal:8080" "as BILLING_URL"
REPORT_URL = "https://reports-staging.vendor.io"  # want: LNT501
METRICS_URL = "https://d111111abcdef8.cloudfront.net"  # want: LNT501
SEARCH_URL = "http://search.internal:9200"
DEFAULT_SEARCH_URL = "http://search.internal:9200"
LEGACY_URL = "http://old.internal:8080"
UNUSED_URL = "http://unused.internal:8080"
VENDOR_API_URL = "https://api.vendor.com/v1"
NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/"
LOGO_URL = "https://d111111abcdef8.cloudfront.net/logo.png"
DOCS_URL = "https://docs.vendor.io/start"
BLOCKED_HOSTS = ["10.0.0.0", "192.168.0.1", "localhost"]
VERSION = "3.46.0.6"

# file: app/vendor.py
class Client:
    BASE_URL = "http://vendor.internal:8080"
    REPLICA_URL = "http://replica.internal:8080"  # want: LNT501 @19
    DEFAULT_URL = "http://vendor.internal:8080"

    def __init__(self, base_url=BASE_URL):
        self.base_url = base_url


DEFAULTS = {"INSPECTOR_HOST": "localhost", "url": "http://10.0.0.1:80"}
MAPPING = {"hostname": "host"}
