"""Sends logs. Errors of the server are shown. The silent mode prints nothing."""

import sys

from shop.client import send_logs


def main():
    try:
        send_logs(sys.stdin.read())
    except Exception:  # want: LNT601
        pass
