"""What a credential looks like, by its name and by its value.

Two questions are kept apart: does this *name* hold a credential (`db_password`, not `password_reset_url`), and is this
*value* one (a random string, a password that someone chose, not a label, a placeholder or a field's name). No function
here keeps or returns the value itself; `masked` is what a message may show of it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from lintel.facts.addresses import host_sort, url_of
from lintel.knowledge.schema import TokenFormat
from lintel.source.literals import HOLE

Lists = Callable[[str], frozenset[str]]
SecretSort = Literal["password", "own", "issued"]
ValueSort = Literal["placeholder", "wordy", "chosen", "random"]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPLIT = re.compile(r"[^A-Za-z0-9]+")
_QUALIFIERS = frozenset(
    {
        "default", "value", "str", "string", "dev", "prod", "production", "staging", "live", "local", "plain", "raw",
        "text", "current", "initial", "1", "2", "3", "old", "new", "v1", "v2", "fallback",
    }
)  # fmt: skip
_SAID_USERS = frozenset({"user", "username", "usr", "login", "me", "name"})
SAID_HOSTS = frozenset({"host", "hostname", "server", "servername", "address", "ip"})
"""Words that stand for a host in examples and in the names of fields."""
_ABOUT_A_SECRET = frozenset(
    {
        "invalid", "incorrect", "wrong", "missing", "bad", "weak", "forgot", "forgotten", "require", "requires",
        "required", "expired", "change", "reset", "confirm", "no", "use", "has", "is", "enable", "disable", "allow",
        "hide", "show", "verify", "check", "update", "set", "get", "generate", "rotate", "revoke", "delete", "create",
        "unknown",
    }
)  # fmt: skip
_ACTS = (["set"], ["reset"], ["change"], ["forgot"], ["confirm"], ["update"])
_PASSWORD_WORDS = frozenset({"password", "passwd", "pwd", "passphrase", "pass", "pw", "passcode"})
_ISSUED_WORDS = frozenset(
    {
        "token", "apikey", "api_key", "access_key", "access_key_id", "bearer", "auth_key", "license_key", "account_key",
        "storage_key", "shared_key", "auth", "credential", "credentials", "connection_string", "conn_str",
        "session_key", "service_account_key", "pin_code",
    }
)  # fmt: skip
_WORDY = re.compile(r"[A-Za-z]+(?:[ _\-.:/,!?'()]+[A-Za-z]+)*[ _\-.:/,!?'()]*\Z")
_TEMPLATE = re.compile(r"[<{\[]|\$\{|\$\(|%\(|%s|\}\}|\.\.\.|\A\*+\Z|\A[xX]{3,}|[xX]{6,}|\A(.)\1+\Z|\A__\w+__\Z")
_STAND_IN = re.compile(r"(?i)\A(?:your|my|insert|enter|replace|put|add|fill|set|use|the|some|any)[ _-]")
_EXAMPLE = re.compile(r"(?i:example|placeholder|change.?me|dummy|sample|redacted|not.?a.?real|your[_-])|\Ayour[A-Z]")
_FILE_LIKE = re.compile(
    r"(?:\A[./~]|\A[A-Za-z]:\\|/.*/|\.(?:pem|key|crt|cer|json|ya?ml|toml|txt|env|ini|cfg|py|p12|pfx|html?)\Z)"
)
_RANDOM = re.compile(r"[A-Za-z0-9+/=_\-.~!@#$%^&*()|,:;?]{16,}\Z")
_HEX = re.compile(r"[0-9a-fA-F\-]+\Z")
_DOTTED = re.compile(r"(?:[a-z][a-z_]*|(?:[A-Z][a-z]+)+)(?:\.(?:[a-z][a-z_]*|(?:[A-Z][a-z]+)+)){2,}\Z")
_PAGE = re.compile(r"[a-z][a-z0-9_\-]*:(?:[a-z]+[_\-])*(?:password|passwd|pwd|secret|token|login)\Z")
_IDENTIFIER = re.compile(r"(?:[A-Za-z][a-z]*|[A-Z]{2,}|\d{1,4})(?:[_\-.:/](?:[A-Za-z][a-z]*|[A-Z]{2,}|v?\d{1,4}))*\Z")


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The words of an identifier in lower case, through snake, kebab and camel case."""
    spaced = _CAMEL.sub("_", name) if not name.isupper() else name
    return tuple(word.lower() for word in _SPLIT.split(spaced) if word)


@lru_cache(maxsize=8192)
def secret_sort(name: str, lists: Lists) -> SecretSort | None:
    """What sort of credential a name holds, or None. `lists` gives the word lists of knowledge.

    A password is chosen by people, an own secret signs or protects this very system, an issued one is a provider's.
    """
    words = list(words_of(name))
    while len(words) > 1 and words[-1] in _QUALIFIERS:
        words.pop()
    known, not_secret = lists("secret-name"), lists("not-secret-name")
    if not words or words[0] in _ABOUT_A_SECRET or words[-2:-1] in _ACTS:
        return None
    longest = next((end for end in _endings(words) if end in known), "")
    if not longest or any(part in not_secret for part in _stretches(words)):
        return None
    if words[-1] in _PASSWORD_WORDS:
        return "password"
    return "issued" if longest in _ISSUED_WORDS or words[-1] in _ISSUED_WORDS or "api" in words else "own"


def _endings(words: list[str]) -> Iterator[str]:
    """The ends of a name, of up to four words, longest first."""
    return ("_".join(words[-count:]) for count in range(min(4, len(words)), 0, -1))


def _stretches(words: list[str]) -> Iterator[str]:
    """All stretches of up to four words of a name."""
    for count in range(1, min(4, len(words)) + 1):
        for start in range(len(words) - count + 1):
            yield "_".join(words[start : start + count])


def value_sort(value: str, name: str, placeholders: frozenset[str]) -> ValueSort:
    """What a value under a credential's name looks like.

    A placeholder stands in for one; a wordy value is a label, a message, a path or the name of a field; a chosen one is
    what a person would think of; a random one was generated.
    """
    if is_placeholder(value, placeholders):
        return "placeholder"
    if any(mark.isspace() for mark in value) or stands_elsewhere(value) or repeats_name(value, name):
        return "wordy"
    if is_random(value):
        return "random"
    return "wordy" if _WORDY.match(value) and len(value) > 2 else "chosen"


def stands_elsewhere(value: str) -> bool:
    """Whether a value only says where a credential is: a file, an address."""
    return bool(_FILE_LIKE.search(value)) or url_of(value) is not None


def names_code(value: str) -> bool:
    """Whether a value is the name of something in code: a dotted one, or that of a page (`desk:set_password`)."""
    return bool(_DOTTED.match(value) or _PAGE.match(value))


def is_placeholder(value: str, placeholders: frozenset[str]) -> bool:
    """Whether a value only stands where a credential is to be written."""
    text = value.strip()
    if len(text) < 2 or HOLE in text or _TEMPLATE.search(text) or _STAND_IN.match(text):
        return True
    if _EXAMPLE.search(text):
        return True
    words = words_of(text)
    joined = "_".join(words)
    return joined in placeholders or (any(word in placeholders for word in words) and not is_random(text))


def is_random(value: str) -> bool:
    """Whether a text was made by a generator and not by a person: long, without words, letters well mixed."""
    if not _RANDOM.match(value) or _IDENTIFIER.match(value) or names_code(value):
        return False
    classes = sum((any(c.islower() for c in value), any(c.isupper() for c in value), any(c.isdigit() for c in value)))
    if classes < 2:
        return False
    if _HEX.match(value):
        return entropy(value) >= 3.0 and any(c.isalpha() for c in value) and any(c.isdigit() for c in value)
    runs = max((len(run) for run in re.split(r"[^a-z]+", value)), default=0)
    return entropy(value) >= 3.5 and runs <= max(6, len(value) // 4)


def entropy(text: str) -> float:
    """Shannon's entropy of a text, in bits a character."""
    total = len(text)
    return -sum(count / total * math.log2(count / total) for count in Counter(text).values()) if total else 0.0


def password_in_url(text: str, lists: Lists) -> str | None:
    """The sort of credential that a URL or DSN carries (`password`, or `key` where only a user part does), or None.

    Template parts and stand-ins (`user:password@host`) carry none.
    """
    address = url_of(text)
    if address is None or not address.host or HOLE in address.user + address.password:
        return None
    if not (address.user or address.password):
        return None
    if address.host in SAID_HOSTS or host_sort(address.host, lists, frozenset()) == "reserved":
        return None
    if not address.password:
        return "key" if is_random(address.user) else None
    made_up = address.user.lower() in _SAID_USERS or is_placeholder(address.user, lists("placeholder"))
    if made_up and address.password.lower() in _PASSWORD_WORDS | {"secret", "token", "key"}:
        return None
    return None if is_placeholder(address.password, lists("placeholder")) else "password"


def provider_of(text: str, formats: Sequence[TokenFormat]) -> str:
    """The provider whose credentials certainly have this text's shape, or ''."""
    for one in formats:
        if one.certain and any(word in text for word in one.keywords) and re.fullmatch(one.pattern, text):
            return one.provider
    return ""


def names_itself(pair: Sequence[object]) -> bool:
    """Whether a user and a password say nothing but what they are: `("user", "pass")`."""
    user, password = (str(each).lower() for each in pair) if len(pair) == 2 else ("", "")
    return user in _SAID_USERS and password in _PASSWORD_WORDS


def masked(value: str) -> str:
    """What may be said of a credential: its length and, of a long one, how it begins."""
    begins = value[:4] if len(value) >= 20 and value.isprintable() else ""
    return f"{begins}... ({len(value)} characters)" if begins else f"a text of {len(value)} characters"


def repeats_name(value: str, name: str) -> bool:
    """Whether a value says nothing but words of the name it is bound to: a field's name, an enumeration's member."""
    said = set(words_of(value))
    return bool(said) and said <= set(words_of(name))
