"""Whether the fallback of a configured value is unsafe: a secret that everyone knows, or a protection that is off."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from lintel.facts.addresses import url_of
from lintel.facts.secrets import (
    Lists,
    masked,
    password_in_url,
    secret_sort,
    stands_elsewhere,
    value_sort,
    words_of,
)
from lintel.source.literals import Literal as Value
from lintel.source.literals import Unknown

_TRUE = frozenset({"true", "1", "yes", "on", "y", "t"})
_FALSE = frozenset({"false", "0", "no", "off", "n", "f"})
_NO_VALUES = _TRUE | _FALSE | {"none", "null", "nil", "undefined", "unset", "disabled", "optional", "auto"}


class Flags(msgspec.Struct, frozen=True):
    """Last words of flags that are unsafe when on, and of those that are unsafe when off."""

    when_true: tuple[str, ...]
    when_false: tuple[str, ...]

    def unsafe_value(self, name: str) -> str:
        """'true' or 'false' where that is the unsafe value of a flag of this name; else ''."""
        return _unsafe_value(self.when_true, self.when_false, name)


@lru_cache(maxsize=8192)
def _unsafe_value(when_true: tuple[str, ...], when_false: tuple[str, ...], name: str) -> str:
    joined = "_".join(words_of(name))
    for ends, unsafe in ((when_true, "true"), (when_false, "false")):
        if any(joined == last or joined.endswith(f"_{last}") for last in ends):
            return unsafe
    return ""


def is_public(name: str, value: str, lists: Lists) -> bool:
    """Whether a key is made to be seen by everyone: its name says so, or how the provider's keys of that sort begin."""
    marks = lists("public-key")
    begins = tuple(mark for mark in marks if mark[-1] in "_." or "." in mark)
    return bool(marks & set(words_of(name))) or value.lower().startswith(begins)


class Unsafe(msgspec.Struct, frozen=True):
    """What is wrong with a fallback, and what may be shown of it.

    A `key` is the user part of an address without a password: what is sent there goes to the account of somebody whom
    the message can only name by the host. The key itself may be meant to be public.
    """

    what: Literal["secret", "key", "flag"]
    shown: str


def matters(name: str, lists: Lists, flags: Flags) -> bool:
    """Whether a fallback under this name can be unsafe at all."""
    return secret_sort(name, lists) is not None or bool(flags.unsafe_value(name))


def unsafe_fallback(name: str, value: Value | Unknown, lists: Lists, flags: Flags) -> Unsafe | None:
    """What makes this fallback of a value of this name unsafe, or None.

    A provider's key that everyone knows opens nothing, so for those only a real one counts. A password, or a key of the
    system's own, is valid as soon as it is used: any text is unsafe then, stand-ins as well.
    """
    if isinstance(value, (str, bool, int)) and (unsafe := flags.unsafe_value(name)):
        is_unsafe = str(value).lower() in (_TRUE if unsafe == "true" else _FALSE)
        return Unsafe("flag", str(value)) if is_unsafe else None
    if not isinstance(value, str) or len(value) < 2 or value.lower() in _NO_VALUES or is_public(name, value, lists):
        return None
    inside = password_in_url(value, lists)
    if inside == "password":
        return Unsafe("secret", "an address with a password in it")
    if inside == "key" and (address := url_of(value)) is not None:
        return Unsafe("key", f"an account at {address.host}, key included")
    sort = secret_sort(name, lists)
    if sort is None or stands_elsewhere(value) or (name.isupper() and name in value):
        return None
    look = value_sort(value, name, lists("placeholder"))
    if sort == "issued" and look != "random":
        return None
    if look == "placeholder" and any(mark in value for mark in "<>{}[]$%* "):
        return None
    return Unsafe("secret", masked(value))
