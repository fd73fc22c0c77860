"""Whether a constant text ties code to one environment, by the role it plays.

A role is what an argument or a setting is to the system that takes it (`lintel.knowledge.kinds.ROLES`). Where no
library says the role, the name a value is bound to does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import msgspec

from lintel.facts.addresses import (
    Address,
    address_of,
    address_sort,
    domain_of,
    host_of,
    host_sort,
    is_own,
    names_one_machine,
    url_of,
)
from lintel.facts.secrets import SAID_HOSTS, Lists, is_placeholder, password_in_url, words_of
from lintel.source.literals import HOLE

_TIED = frozenset({"internal", "staged", "hosted", "own", "instance", "local"})
_ALONE = frozenset({"internal", "staged", "hosted", "instance"})
"""Sorts of hosts that belong to one environment under whatever name they are kept."""
_REACHED = _TIED | {"foreign"}
NOBODY: frozenset[str] = frozenset()
_PLAIN_ROLES = frozenset({"bucket", "region"})
_PATH_NAMES = frozenset({"path", "dir", "directory", "folder", "root", "file", "filename"})
_MAIL_NAMES = frozenset({"email", "mail", "from", "sender", "recipient", "admin"})
_POST_NAMES = frozenset(
    {
        "sender", "recipient", "recipients", "from_email", "mail_from", "email_from", "from_addr", "from_address",
        "to_email", "to_emails", "to_addr", "to_addrs", "to_address", "admin_email", "admin_emails", "alert_email",
        "alert_emails", "notify_email", "notify_emails", "notification_email", "default_from_email", "sender_email",
    }
)  # fmt: skip
_DEVELOPMENT = frozenset(
    {
        "dev",
        "develop",
        "development",
        "local",
        "test",
        "tests",
        "testing",
        "pytest",
        "example",
        "sample",
        "demo",
        "ci",
        "build",
    }
)
_SKELETONS = frozenset(
    {
        "project_template",
        "app_template",
        "project_name",
        "app_name",
        "skeleton",
        "scaffold",
        "cookiecutter",
        "boilerplate",
    }
)
_FOR_SHOW = frozenset({"demo", "demos", "example", "examples", "mock", "mocks", "fake", "fakes"})
_BIND_NAMES = frozenset({"bind", "host", "listen", "interface", "address", "addr"})
_LISTENS = frozenset({"bind", "listen", "interface"})
_HOST_NAMES = frozenset({"host", "hostname"})
_ORIGIN_NAMES = frozenset(
    {
        "allow_origins", "allowed_origins", "cors_origins", "cors_allowed_origins", "cors_origin_whitelist",
        "csrf_trusted_origins", "backend_cors_origins",
    }
)  # fmt: skip
_BUCKET_SCHEMES = frozenset({"s3", "s3a", "s3n", "gs", "gcs", "abfs", "abfss", "wasb", "wasbs", "oss"})
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.\-_]{2,62}\Z")
_BUCKET_NAME = re.compile(r"bucket(?:_?name)?\Z", re.I)
_REGION_NAME = re.compile(r"region(?:_?name)?\Z", re.I)
_REGION = re.compile(
    r"(?:us|eu|ap|sa|ca|me|af|il|mx|cn)-(?:gov-|iso-)?(?:north|south|east|west|central){1,2}-\d\Z|"
    r"(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central){1,2}\d\Z"
)
_ACCOUNT = re.compile(r"arn:aws[\w-]*:[\w-]+:[\w-]*:\d{12}:\S+\Z|https://sqs\.[\w-]+\.amazonaws\.com/\d{12}/\S+\Z")
_DOCUMENTED_ACCOUNTS = ("123456789012", "111122223333", "444455556666", "000000000000", "999999999999")
_OUR_NAMES = frozenset({"telemetry", "analytics", "staging", "cdn", "internal", "tracking", "intranet"})
_ALLOW_NAMES = frozenset(
    {
        "allowed", "allow", "blocked", "block", "banned", "deny", "denied", "trusted", "ips", "ignored", "known",
        "valid", "whitelist", "blacklist", "allowlist", "loopback", "blocklist", "bypass", "variants", "hosts",
        "origins", "namespace", "ns", "schema", "docs", "doc", "documentation", "logo", "icon", "image", "avatar",
        "license", "csp", "src",
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
        stands_in = HOLE in text or is_placeholder(text, lists("placeholder")) or "public" in words_of(text)
        return None if stands_in else Tie(role, text, "named")
    if (resource := _resource(text, lists)) is not None:
        return resource
    if address is None:
        return None
    if role == "path":
        return Tie("path", shown(text), "path") if names_one_machine(address, own) else None
    sort = address_sort(address, lists, own)
    if role == "email":
        fits = address.form == "email" and sort not in {"reserved", "open"} and not _stands_in(text, lists)
        return Tie("mail address", text, sort) if fits else None
    if address.form in {"email", "path"} or (HOLE in address.port and sort == "local"):
        return None
    if sort == "local" and address.scheme in {"http", "https"} and not address.port:
        return None  # what it is sent through decides where it goes
    if role == "bind":
        return Tie("bind address", text, sort) if sort in {"any", "internal"} else None
    if role in {"host", "dsn"} and sort in _REACHED:
        return Tie("host" if role == "host" else "address", shown(text), sort)
    if role in {"url", "queue"} and sort in _TIED and not address.is_asset and not _is_made_up(address, sort):
        return Tie("address", shown(text), sort)
    return None


def tie_of_name(
    name: str, text: str, lists: Lists, own: frozenset[str], settings: bool, *, sent: bool = False
) -> Tie | None:
    """The tie of a text that is bound to a name (a constant, a setting, a key), or None.

    `sent` says that the caller looks at what the name is used for: then a host that tells its environment by itself
    needs no name that says so.
    """
    words = set(words_of(name))
    if words & _ALLOW_NAMES or text.lower() in words | SAID_HOSTS or password_in_url(text, lists):
        return None
    if (found := _resource(text, lists) or _named_place(name, text, lists)) is not None:
        return found
    address = host_of(text) if settings and words & _HOST_NAMES else address_of(text)
    if address is None:
        return None
    if address.form == "path":
        fits = settings and names_one_machine(address, own, chosen=True) and bool(words & _PATH_NAMES)
        return Tie("path", shown(text), "path") if fits else None
    sort = address_sort(address, lists, own)
    if {"docs", "doc", "documentation"} & {*words_of(address.host), *words_of(address.rest)}:
        return None
    if address.form == "email":
        fits = _is_posted_to(name, address, sort, own, settings) and not _stands_in(text, lists)
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
    alone = address.form == "url" and ((sent and sort in _ALONE) or (settings and sort not in {"local", "own"}))
    if not alone and not is_config_name(name, lists):
        return None
    return Tie("host" if address.form == "host" else "address", shown(text), sort)


def _is_posted_to(name: str, address: Address, sort: str, own: frozenset[str], settings: bool) -> bool:
    """Whether mail is sent to or from an address, as the name tells; at our own public domain only a clear one does."""
    joined = "_".join(words_of(name))
    posted = any(joined == end or joined.endswith("_" + end) for end in _POST_NAMES)
    if sort == "public":
        return posted and is_own(address.host.split("."), own)
    named = posted or (settings and bool(set(words_of(name)) & _MAIL_NAMES))
    return named and sort not in {"reserved", "open"}


def tie_of_origin(name: str, text: str, lists: Lists, own: frozenset[str], settings: bool) -> Tie | None:
    """The tie of one of the origins, or hosts, that a server is told to believe; None where it is no such list."""
    joined = "_".join(words_of(name))
    if joined not in _ORIGIN_NAMES and not (settings and name == "ALLOWED_HOSTS"):
        return None
    address = address_of(text)
    if address is None or address.form not in {"url", "host", "host-port"}:
        return None
    sort = host_sort(address.host, lists, own)
    return None if sort in {"reserved", "open", "any", "local"} else Tie("allowed origin", shown(text), "origin")


def collects(name: str, text: str, path: str, lists: Lists) -> bool:
    """Whether an address is one to which a program reports about itself, as far as any name around it tells."""
    address = address_of(text)
    host = f"{address.host} {address.rest}" if address is not None else text
    return bool({*words_of(name), *words_of(host), *words_of(path)} & lists("collector-name"))


def words_of_owner(templates: Iterable[str], lists: Lists) -> frozenset[str]:
    """The names of the domains below which hosts of several environments are told apart in these texts.

    Whoever writes `acc.api.acme.io` beside `api.acme.io` runs both: then the second is of one environment as well.
    """
    addresses = (address_of(text) for text in templates)
    staged = (each.host for each in addresses if each is not None and host_sort(each.host, lists, NOBODY) == "staged")
    return frozenset(words for host in staged if len(words := domain_of(host).split(".")[0]) >= 4)


def _resource(text: str, lists: Lists) -> Tie | None:
    """The tie of a text that names one bucket, or something of one account at a provider, whatever takes it."""
    if len(text) > 300 or HOLE in text[:60]:
        return None
    if _ACCOUNT.match(text) and not any(account in text for account in _DOCUMENTED_ACCOUNTS):
        return Tie("resource", shown(text), "named")
    address = url_of(text)
    if address is None or address.scheme not in _BUCKET_SCHEMES or not _BUCKET.match(address.host):
        return None
    made_up = is_placeholder(address.host, lists("placeholder")) or address.host in {"bucket", "path", "folder"}
    return None if made_up else Tie("bucket", shown(text), "named")


def _named_place(name: str, text: str, lists: Lists) -> Tie | None:
    """The tie of a bucket or region under a name that says so; bucket names are unique, hence compound."""
    if _REGION_NAME.search(name) and _REGION.match(text):
        return Tie("region", text, "named")
    compound = set("-.") & set(text) and _BUCKET.match(text)
    if not _BUCKET_NAME.search(name) or not compound or "public" in words_of(text):
        return None
    if is_placeholder(text, lists("placeholder")):
        return None
    return None if set(words_of(text)) <= set(words_of(name)) | {"name", "bucket"} else Tie("bucket", text, "named")


def _stands_in(mail: str, lists: Lists) -> bool:
    """Whether a mail address only shows where one is to be written."""
    return is_placeholder(mail.partition("@")[0], lists("placeholder"))


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
    return bool(_file_words(path) & _DEVELOPMENT)


def says_name(name: str, text: str) -> bool:
    """Whether a text only says what it is bound to: `forwarded_host = "x-forwarded-host"`."""
    words = set(words_of(name))
    return words <= set(words_of(text)) and (len(words) > 1 or "." not in text)


def is_for_show(path: str) -> bool:
    """Whether a file's name says that what it holds shows how something works and is in force nowhere."""
    return bool(_file_words(path) & _FOR_SHOW) or not _SKELETONS.isdisjoint(path.lower().split("/")[:-1])


def holds_defaults(path: str) -> bool:
    """Whether a file's name says that others complete what it says."""
    return bool({"default", "defaults"} & set(words_of(path.rpartition("/")[2])))


def names_values(path: str) -> bool:
    """Whether a file's name says that it gives names to values, whatever they are for."""
    return path.rpartition("/")[2].startswith("constants")


@lru_cache(maxsize=4096)
def _file_words(path: str) -> frozenset[str]:
    """The words of a file's name and of its folder's."""
    return frozenset(word for part in path.lower().split("/")[-2:] for word in words_of(part))


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
