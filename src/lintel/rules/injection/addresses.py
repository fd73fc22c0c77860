"""Which part of an address a hole is in: whoever fills the host, or what may still become the host, decides it.

A host ends at the first `/`, `?`, `#` or backslash behind `scheme://`. Until then everything counts: a name, a port,
and what follows a host without a slash: `https://host` + `@other/` and `https://host` + `.other/` are other hosts.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from lintel.flow.partial import HOSTLESS
from lintel.program.flows import Arrival, Piece

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[/\\]*|[/\\]{2,}")
_END_OF_HOST = re.compile(r"[/?#\\]")
_SCHEMES_OF_THE_WEB = ("https:", "http:")

Where = Literal["whole", "host", "tail"]


class Opening(NamedTuple):
    """The hole that decides a host, and what it is of the address.

    All of it (`whole`), a part of its `host`, or what follows a base of which it is not known how it ends (`tail`).
    """

    where: Where
    piece: Piece


def opening_of_request(arrival: Arrival) -> Opening | None:
    """The hole through which a client decides whom the server asks.

    A text without a scheme may be a host, as sockets take it; one that begins with a slash is a path on a fixed host.
    """
    return _opening(arrival, sent=False)


def opening_of_redirect(arrival: Arrival) -> Opening | None:
    """The hole through which a client decides where a browser goes.

    A text without a scheme is a path, except that a lone slash may become `//host`.
    """
    return _opening(arrival, sent=True)


def _opening(arrival: Arrival, *, sent: bool) -> Opening | None:
    constant, based, schemed = "", False, False
    for piece in arrival.pieces:
        if not piece.hole:
            constant += piece.text
            if _is_settled(constant, based=based, sent=sent):
                return None
        elif piece.level == "client":
            return Opening(_where(constant, based=based, schemed=schemed), piece)
        else:
            based, schemed, constant = True, schemed or "://" in constant, ""
    return None


def _where(constant: str, *, based: bool, schemed: bool) -> Where:
    if based:
        return "host" if (schemed and constant) or constant.endswith("://") else "tail"
    return "host" if constant else "whole"


def _is_settled(text: str, *, based: bool, sent: bool) -> bool:
    """Whether the host is complete with this beginning; `based`: something harmless stands before it."""
    if based:  # who goes on with `&` knows that there is a query before it
        return _END_OF_HOST.search(text.removeprefix("://")) is not None or text.startswith("&")
    scheme = _SCHEME.match(text)
    if scheme is not None:
        if text.lower().startswith(HOSTLESS):
            return True
        return _END_OF_HOST.search(text, scheme.end()) is not None
    if not sent:
        return _END_OF_HOST.search(text) is not None
    return text not in ("/", "\\") and not any(each.startswith(text.lower()) for each in _SCHEMES_OF_THE_WEB)
