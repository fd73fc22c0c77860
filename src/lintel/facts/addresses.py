"""What an address looks like, and whether it belongs to one environment.

`https://www.w3.org/2001/XMLSchema` names a thing and `https://api.vendor.com/v1` is the vendor's everywhere, but
`http://10.0.3.7:9200` and `https://api-staging.ours.io` are true in one deployment only. The difference is in the host;
which hosts are set aside or public is data (word lists of `lintel.knowledge`).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import msgspec

from lintel.source.literals import HOLE

HostSort = Literal[
    "reserved",  # set aside for examples: example.com, .test, documentation networks
    "public",  # identifies schemas, licences, documentation, code hosting
    "local",  # this machine
    "any",  # all interfaces
    "internal",  # a network of one's own: private addresses, names without a dot, cluster names
    "staged",  # says its environment: staging, qa, uat
    "hosted",  # made by a hosting provider for one customer
    "own",  # carries the project's own name
    "instance",  # one installation of software: named after it, on a port of its own, or reached by its protocol
    "foreign",  # someone else's, the same for everyone
    "open",  # not constant
]

_URL = re.compile(
    r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.\-]{1,30})://(?:(?P<user>[^\s/@]*)@)?(?P<host>\[[0-9a-fA-F:.]+\]|[^\s/:?#@\[\]\"'<>]*)"
    r"(?::(?P<port>[^\s/?#@]+))?(?P<rest>[/?#][^\s]*)?\Z"
)
_HOST = re.compile(
    r"(?=.{1,253}\Z)[A-Za-z0-9_](?:[A-Za-z0-9_\-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_\-]*[A-Za-z0-9_])?)*\Z"
)
_CODE_NAME = re.compile(r"\.[A-Z][a-z0-9]+[A-Za-z0-9]*\Z")
_HOST_PORT = re.compile(r"(?P<host>[A-Za-z0-9_.\-]+):(?P<port>\d{2,5})\Z")
_EMAIL = re.compile(r"(?:[^<>@]{1,80}<)?[\w.+\-]{1,64}@(?P<host>[A-Za-z0-9.\-]+\.[A-Za-z]{2,})>?\Z")
_PATH = re.compile(r"(?:/(?P<top>[A-Za-z0-9_.\-]+)/[^\s:*?\"<>|\0]+|[A-Za-z]:[\\/][^\s\"<>|]+|\\\\[\w.\-]+\\[^\s]+)\Z")
_ASSET = re.compile(
    r"\.(?:png|svg|jpe?g|gif|ico|webp|css|js|woff2?|html?|md|rst|pdf|json#?|xsd|dtd|ttf|mp4|zip|t?gz|whl|ya?ml|txt|csv|sh|exe|bin)\Z",
    re.I,
)
_WHOLE_HOST = re.compile(r"\.(?:com|org|net|io|dev|ai|app|co|cloud|internal|local|de|uk|eu|fr|tech|us)\Z")
_STAGES = frozenset(
    {
        "staging", "stage", "stg", "qa", "uat", "preprod", "preproduction", "prod", "production", "integration",
        "nonprod", "acc", "acceptance", "testbed",
    }
)  # fmt: skip
_WEB_PORTS = frozenset({"", "80", "443", HOLE})
_PERSONAL_TOPS = frozenset({"home", "Users", "srv", "mnt", "data", "nfs", "media", "export", "root"})
_PRESCRIBED_TOPS = frozenset({"opt", "app"})
_PRIVATE_ENDS = (
    ".internal",
    ".local",
    ".lan",
    ".corp",
    ".intranet",
    ".private",
    ".svc",
    ".home.arpa",
    ".consul",
    ".cluster",
    ".mesos",
    ".docker",
)
_FOR_PEOPLE = frozenset(
    {
        "docs", "doc", "www", "blog", "help", "support", "community", "forum", "wiki", "learn", "slack", "discord",
        "status", "app", "apps", "console", "dashboard", "portal", "translate", "weblate",
    }
)  # fmt: skip
_WINDOWS = re.compile(r"(?i)/mnt/[a-z](?:/|\Z)|[a-z]:[\\/](?:Windows|Program|Users[\\/]?\Z)")
_SYSTEM_FOLDERS = ("/var/run/", "/var/lib/dpkg", "/var/log/", "/var/tmp/", "/var/lock/")
_WORDS = re.compile(r"[^a-z0-9]+")


class Address(msgspec.Struct, frozen=True):
    """An address taken apart. `host` is in lower case, without brackets; empty for a path."""

    form: Literal["url", "host", "host-port", "email", "path"]
    host: str = ""
    scheme: str = ""
    port: str = ""
    user: str = ""
    password: str = ""
    rest: str = ""

    @property
    def is_asset(self) -> bool:
        """Whether it names a document or picture and no service."""
        return bool(_ASSET.search(self.rest.partition("?")[0].partition("#")[0]))


_LONGEST = 500


@lru_cache(maxsize=4096)
def url_of(text: str) -> Address | None:
    """A text that is a URL from end to end (`HOLE` may stand in it), or None."""
    found = _URL.match(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    user, _, password = (found["user"] or "").partition(":")
    host, hole, _more = found["host"].strip("[]").lower().partition(HOLE)
    if hole and not _WHOLE_HOST.search(host):
        host = HOLE
    if (
        not (host or found["rest"])
        or HOLE in found["scheme"]
        or (host and HOLE not in host and not _plausible_host(host))
    ):
        return None
    return Address("url", host, found["scheme"].lower(), found["port"] or "", user, password, found["rest"] or "")


def address_of(text: str) -> Address | None:
    """A text that is a URL, an address with port, a mail address or an absolute path from end to end, or None."""
    if len(text) > _LONGEST:
        return None
    if "://" in text:
        return url_of(text)
    if "@" in text:
        mail = _EMAIL.match(text)
        return Address("email", mail["host"].lower()) if mail else None
    if (path := _PATH.match(text)) is not None:
        return Address("path", rest=text, scheme=path["top"] or "drive")
    if (both := _HOST_PORT.match(text)) is not None and _plausible_host(both["host"]):
        return Address("host-port", both["host"].lower(), port=both["port"])
    is_name = _HOST.match(text) and ("." in text or text == "localhost") and not _CODE_NAME.search(text)
    if _is_ip(text) or is_name:
        return Address("host", text.lower())
    return None


def host_of(text: str) -> Address | None:
    """The address in a place where a host is expected: a single word counts too."""
    found = address_of(text)
    named = _HOST.match(text) and not ("_" in text and text.isupper()) and not _CODE_NAME.search(text)
    return Address("host", text.lower()) if found is None and named else found


def host_sort(host: str, words: Callable[[str], frozenset[str]], own: frozenset[str]) -> HostSort:
    """To whom a host belongs. `words` gives the word lists of knowledge, `own` are words of the project's own name."""
    if not host or HOLE in host or set(host) & set("{}$%*"):
        return "open"
    if _ends_in(_normal(host), words("public-host")):
        return "public"
    if host in words("local-host") or host.endswith(".localhost"):
        return "local"
    if (sort := _ip_sort(host)) is not None:
        return sort
    if _ends_in(host, words("reserved-host")):
        return "reserved"
    if "." not in host or host.endswith(_PRIVATE_ENDS) or ".svc." in host:
        return "internal"
    labels = host.split(".")
    below = set(_WORDS.split("-".join(labels[:-2])))
    if below & _STAGES:
        return "staged"
    if _ends_in(host, words("hosting-host")) and host not in words("hosting-host"):
        return "hosted"
    if is_own(labels, own):
        return "public" if labels[0] in _FOR_PEOPLE or len(labels) == 2 else "own"
    if labels[0] not in _FOR_PEOPLE and (
        below & words("own-software") or below & {each for each in own if len(each) >= 4}
    ):
        return "instance"
    return "foreign"


def address_sort(address: Address, words: Callable[[str], frozenset[str]], own: frozenset[str]) -> HostSort:
    """To whom an address belongs: its host, and for someone else's host what its port and protocol say.

    A public interface is reached by http on the usual port; another port or protocol is the choice of one installation.
    """
    sort = host_sort(address.host, words, own)
    if sort == "public" and address.rest.startswith("/api/") and is_own(address.host.split("."), own):
        return "own"  # a page's host that answers programs too
    if sort != "foreign" or address.form not in {"url", "host-port"}:
        return sort
    own_port = address.port not in _WEB_PORTS and HOLE not in address.port
    return "instance" if own_port or address.scheme.partition("+")[0] in words("service-scheme") else sort


def domain_of(host: str) -> str:
    """The last two labels of a host: what one owner has registered, as far as that can be told without a list."""
    return ".".join(host.split(".")[-2:])


def names_one_machine(address: Address, own: frozenset[str], *, chosen: bool = False) -> bool:
    """Whether an absolute path names a folder that someone chose for one machine, and not one that every system has.

    Home folders and mounts always do; folders that a platform may prescribe (`/opt`, `/var`) do where they carry the
    project's own name, or where the path is `chosen`: written down as a setting.
    """
    if address.form != "path" or address.rest.startswith(_SYSTEM_FOLDERS) or _WINDOWS.match(address.rest):
        return False
    if address.scheme in _PERSONAL_TOPS or address.scheme == "drive":
        return True
    second = _WORDS.sub("", address.rest.split("/")[2].lower()) if address.rest.count("/") > 1 else ""
    if chosen and address.scheme == "var":
        return True
    return address.scheme in _PRESCRIBED_TOPS and (chosen or (len(second) >= 4 and second in own))


def project_words(path: str) -> frozenset[str]:
    """The words by which a project calls itself, as far as the path of one of its files tells: its top package."""
    folders = [
        part
        for part in path.split("/")[:-1]
        if part not in {"src", "lib", "backend", "server", "app", "api", "apps", "packages"}
    ]
    return frozenset({_WORDS.sub("", folders[0].lower())}) if folders else frozenset()


def is_own(labels: list[str], own: frozenset[str]) -> bool:
    """Whether the registered name in a host's labels is one of these words, or begins like one."""
    name = _WORDS.sub("", labels[-2]) if len(labels) > 1 else ""
    return len(name) >= 4 and any(len(word) >= 4 and (name.startswith(word) or word.startswith(name)) for word in own)


def _ends_in(host: str, names: frozenset[str]) -> bool:
    """Whether the host is one of the names or below one of them."""
    parts = host.split(".")
    return any(
        ".".join(parts[index:]) in names or "." + ".".join(parts[index:]) in names for index in range(len(parts))
    )


def _plausible_host(host: str) -> bool:
    return _is_ip(host) or bool(_HOST.match(host)) or host.startswith("*.")


def _normal(host: str) -> str:
    """An IP address in its usual spelling; any other host as it is."""
    address = _ip(host)
    return host if address is None else str(address)


def _is_ip(text: str) -> bool:
    return _ip(text) is not None


def _ip(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    if not text or text[0] not in "0123456789abcdefABCDEF:" or not ("." in text or ":" in text):
        return None
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _ip_sort(host: str) -> HostSort | None:
    address = _ip(host)
    if address is None:
        return None
    if address.is_unspecified:
        return "any"
    if address.is_loopback:
        return "local"
    if any(address in network for network in _DOCUMENTATION if network.version == address.version):
        return "reserved"
    if address.is_link_local or address.is_multicast or str(address) == "255.255.255.255":
        return "foreign"  # 169.254.169.254: the same metadata service everywhere
    return "internal"


_DOCUMENTATION = tuple(
    ipaddress.ip_network(text) for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)
