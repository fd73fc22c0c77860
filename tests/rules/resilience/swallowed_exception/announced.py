"""Sends what a container printed to the server. Exits silently on failure: the container's own end is what counts."""

import sys

from shop.client import send_logs


def main():
    try:
        send_logs(sys.stdin.read())
    except Exception:
        pass
