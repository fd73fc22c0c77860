"""Dangers that are gone only where several things were checked, each of which takes away a part.

A path stays below its folder where it has no step upwards and does not begin at the root; a target of a redirect stays
on this host where it begins with one slash; a text is one literal of the language where it begins and ends with a quote
and has none inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

BELOW: Final = "path-step"  # no step upwards: harmless below a folder
PATH_ROOT: Final = "path-root"  # does not begin with a slash
REDIRECT_ROOT: Final = "redirect-root"  # begins with a slash
REDIRECT_HOST: Final = "redirect-host"  # does not begin with two
QUOTES: Final = ("'", '"')


def literal_parts(quote: str) -> tuple[str, str, str]:
    """What makes a text a literal between these quotes: it begins with one, it ends with one, it has none inside."""
    return (f"code-first{quote}", f"code-last{quote}", f"code-inside{quote}")


_WHOLE: Final[dict[str, tuple[frozenset[str], ...]]] = {
    "path": (frozenset({BELOW, PATH_ROOT}),),
    "redirect": (frozenset({REDIRECT_ROOT, REDIRECT_HOST}),),
    "code": tuple(frozenset(literal_parts(quote)) for quote in QUOTES),
}


def serves(dangers: frozenset[str], danger: str) -> bool:
    """Whether what is free of these dangers is free of that one, or of the danger that it is a part of."""
    if danger in dangers or "all" in dangers:
        return True
    whole = danger.partition("-")[0]
    return whole in dangers or any(parts <= dangers for parts in _WHOLE.get(whole, ()))


def begins_with(prefix: str) -> Iterator[tuple[str, bool]]:
    """What is gone of a text that begins with a prefix (True), or does not (False)."""
    if prefix in ("/", "\\"):
        yield PATH_ROOT, False
    if prefix == "/":
        yield REDIRECT_ROOT, True
    if prefix == "//":
        yield REDIRECT_HOST, False
    if prefix in QUOTES:
        yield literal_parts(prefix)[0], True


HOSTLESS: Final = ("about:", "blob:", "cid:", "data:", "mailto:", "tel:", "urn:")
"""Schemes of addresses that name no host (RFC 3986, section 1.1.2, and the registry of schemes)."""


def settles_host(prefix: str) -> bool:
    """Whether an address that begins so has its host, and a slash behind it, or a scheme that knows no hosts."""
    scheme, mark, rest = prefix.partition("://")
    return prefix.lower().startswith(HOSTLESS) or bool(scheme and mark and "/" in rest)


def holds(piece: str) -> frozenset[str]:
    """What is gone of a text in which a piece does not occur."""
    if piece in ("../", "/..", "/../"):
        return frozenset({BELOW})
    return frozenset({"path"}) if piece == "/" else frozenset()
