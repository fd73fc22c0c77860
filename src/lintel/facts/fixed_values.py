"""Whether a constant text ties code to one environment, by the role it plays.

A role is what an argument or a setting is to the system that takes it (`lintel.knowledge.kinds.ROLES`). Where no
library says the role, the name a value is bound to does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from lintel.facts.addresses import Address, address_of, host_of, host_sort, names_one_machine
from lintel.facts.secrets import SAID_HOSTS, Lists, is_placeholder, password_in_url, words_of
from lintel.source.literals import HOLE

_TIED = frozenset({"internal", "staged", "hosted", "own", "local"})
_REACHED = _TIED | {"foreign"}
_PLAIN_ROLES = frozenset({"bucket", "region"})
_PATH_NAMES = frozenset({"path", "dir", "directory", "folder", "root", "file"})
_MAIL_NAMES = frozenset({"email", "mail", "from", "sender", "recipient", "admin"})
_DEVELOPMENT = frozenset(
    {"dev", "develop", "development", "local", "test", "tests", "testing", "example", "sample", "demo", "ci"}
)
_BIND_NAMES = frozenset({"bind", "host", "listen", "interface", "address", "addr"})
_LISTENS = frozenset({"bind", "listen", "interface"})
_HOST_NAMES = frozenset({"host", "hostname"})
_OUR_NAMES = frozenset({"telemetry", "analytics", "staging", "cdn", "internal", "tracking", "intranet"})
_ALLOW_NAMES = frozenset(
    {
        "allowed", "allow", "blocked", "block", "banned", "deny", "denied", "trusted", "ips", "ignored", "known",
        "valid", "whitelist", "blacklist", "allowlist", "loopback", "blocklist", "bypass", "variants", "hosts",
        "origins", "namespace", "ns", "schema", "docs", "doc", "documentation", "logo", "icon", "image", "avatar",
        "license",
    }
)  # fmt: skip


class Tie(msgspec.Struct, frozen=True):
    """What ties code to an environment: `what` it is, `shown` as a message may show it, `sort` of its host."""

    what: str
    shown: str
    sort: str


def tie_of_role(role: str, text: str, lists: Lists, own: frozenset[str]) -> Tie | None:
    """The tie of a text that is passed to a library in a role, or None where it is true everywhere."""
    if not text or text.startswith(HOLE) or password_in_url(text, lists):
        return None
    address = host_of(text) if role in {"host", "bind"} else address_of(text)
    if role in _PLAIN_ROLES:
        stands_in = HOLE in text or is_placeholder(text, lists("placeholder"))
        return None if stands_in else Tie(role, text, "named")
    if address is None:
        return None
    if role == "path":
        return Tie("path", shown(text), "path") if names_one_machine(address, own) else None
    sort = host_sort(address.host, lists, own)
    if role == "email":
        return Tie("mail address", text, sort) if address.form == "email" and sort not in {"reserved", "open"} else None
    if address.form in {"email", "path"} or (HOLE in address.port and sort == "local"):
        return None
    if role == "bind":
        return Tie("bind address", text, sort) if sort in {"any", "internal"} else None
    if role in {"host", "dsn"} and sort in _REACHED:
        return Tie("host" if role == "host" else "address", shown(text), sort)
    if role in {"url", "queue"} and sort in _TIED and not address.is_asset and not _is_made_up(address, sort):
        return Tie("address", shown(text), sort)
    return None


def tie_of_name(name: str, text: str, lists: Lists, own: frozenset[str], settings: bool) -> Tie | None:
    """The tie of a text that is bound to a name (a constant, a setting, a key), or None."""
    words = set(words_of(name))
    address = host_of(text) if settings and words & _HOST_NAMES else address_of(text)
    if address is None or words & _ALLOW_NAMES or text.lower() in words | SAID_HOSTS or password_in_url(text, lists):
        return None
    if address.form == "path":
        fits = settings and names_one_machine(address, own, chosen=True) and bool(words & _PATH_NAMES)
        return Tie("path", shown(text), "path") if fits else None
    sort = host_sort(address.host, lists, own)
    if address.form == "email":
        fits = settings and bool(words & _MAIL_NAMES) and sort not in {"reserved", "open"}
        return Tie("mail address", text, sort) if fits else None
    if sort == "any" and address.form != "url":
        return Tie("bind address", text, sort) if words & _BIND_NAMES else None
    if sort == "foreign" and words & _OUR_NAMES:
        sort = "own"
    if sort == "any":
        sort = "local"  # as an address to call: this machine
    if sort not in _TIED or address.is_asset or _is_made_up(address, sort):
        return None
    if sort == "local" and (HOLE in address.port or words & _LISTENS):
        return None
    needs_name = address.form != "url" or sort in {"local", "own"} or not settings
    if needs_name and not is_config_name(name, lists):
        return None
    return Tie("host" if address.form == "host" else "address", shown(text), sort)


def _is_made_up(address: Address, sort: str) -> bool:
    """Whether a host can be a mere name for something in this process: one word, without a port."""
    return address.form == "url" and sort == "internal" and not (address.port or set(address.host) & set(".:"))


@lru_cache(maxsize=4096)
def is_config_name(name: str, lists: Lists) -> bool:
    """Whether a name ends like one that holds an address (word list `config-name`), plural included."""
    joined = "_".join(words_of(name))
    ends = (joined, joined.removesuffix("s"))
    return any(end == last or end.endswith("_" + last) for last in lists("config-name") for end in ends)


def shown(text: str) -> str:
    """A text as a message shows it: holes as dots, one line, not too long."""
    plain = " ".join(text.replace(HOLE, "...").split())
    return plain if len(plain) <= 80 else plain[:77] + "..."


def is_development_file(path: str) -> bool:
    """Whether a file's name says that it speaks of a developer's machine or of tests."""
    parts = {word for part in path.lower().split("/")[-2:] for word in words_of(part)}
    return bool(parts & _DEVELOPMENT)


def part_of(value: Any, parts: tuple[str, ...], literal: Callable[[Any], str | None]) -> Any:
    """The part of an argument that a selector names: an element by position, a value by key; None where none is."""
    for part in parts:
        kind = type(value).__name__
        if kind in {"Tuple", "List"} and part.isdigit():
            elements = value.elements
            value = elements[int(part)].value if int(part) < len(elements) else None
        elif kind == "Dict":
            found = (each.value for each in value.elements if hasattr(each, "key") and literal(each.key) == part)
            value = next(found, None)
        else:
            return None
    return value
