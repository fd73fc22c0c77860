"""Credentials in a file's literals: what was found, where, and how sure that is.

A literal is a credential by its shape (a provider's format, a password in an address), by its use (rows of knowledge)
or by its name together with its look. Values are judged here and never kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lintel.facts.candidates import beside, named_strings, string_behind
from lintel.facts.secrets import (
    Lists,
    is_placeholder,
    masked,
    names_code,
    names_itself,
    password_in_url,
    provider_of,
    repeats_name,
    secret_sort,
    stands_elsewhere,
    value_sort,
    words_of,
)
from lintel.knowledge.index import Knowledge
from lintel.source.literals import HOLE, literal_value, template_of
from lintel.source.module import Module
from lintel.source.scopes import dotted

_COMPANIONS = frozenset(
    {"user", "username", "login", "host", "hostname", "server", "email", "account", "identity", "dbname", "database"}
)
_ACCOUNTS = frozenset({"admin", "administrator", "root", "superuser", "sysadmin", "superadmin"})
_PROBES = ("test", "demo", "example")
"""What is sent where any password does, so that it opens nothing."""
_UNSET = frozenset({"none", "null", "unset", "disabled", "optional", "auto", "default", "true", "false"})
_TEMPLATE_MARKS = frozenset("<>{}[]$%* ")
_REPORTS_TO = re.compile(r"@[^/@]+/\d+/?\Z")
"""How the address of an error tracker ends: its key lets anyone report, and is given to everyone who does."""
_SHORTEST_TOKEN = 18


def shaped_literals(module: Module, knowledge: Knowledge) -> Iterator[tuple[Any, str]]:
    """The string expressions that are credentials by their shape alone, each with what it is."""
    keywords = _keywords(knowledge)
    parent = module.walked.parent
    for node in module.walked.of("SimpleString", "FormattedStringText"):
        raw = node.value
        if len(raw) < _SHORTEST_TOKEN or (" " in raw and "PRIVATE KEY" not in raw) or not keywords.search(raw):
            continue
        whole: Any = node
        while type(parent(whole)).__name__ in {"ConcatenatedString", "FormattedString"}:
            whole = parent(whole)
        if what := _shape(template_of(whole) or "", knowledge):
            yield whole, what


def named_literals(module: Module, lists: Lists) -> Iterator[tuple[Any, str]]:
    """The string literals that stand directly beside the name of a credential, with that name."""
    for node, name in named_strings(module):
        if secret_sort(name, lists) is not None:
            yield node, name


def used_literal(module: Module, value: Any, lists: Lists) -> Any:
    """The literal, a string or bytes, behind a value that is used as a credential; None where it only stands in."""
    if value is None:
        return None
    node = string_behind(module, value) or value
    found = literal_value(node)
    text = found.decode("latin-1") if isinstance(found, bytes) else found
    if not isinstance(text, str) or not text:
        return None
    above: Any = module.walked.parent(node)
    pair: Any = module.walked.parent(above) if type(above).__name__ == "Element" else None
    if pair is not None and names_itself([literal_value(each.value) for each in pair.elements]):
        return None
    weak = text.lower() in lists("weak-secret")
    return node if weak or not is_placeholder(text, lists("placeholder")) else None


def is_probable(value: str, name: str, lists: Lists) -> bool:
    """Whether a value under the name of a credential was generated, so that it can hardly be anything else."""
    return value_sort(value, name, lists("placeholder")) == "random"


def is_guess(value: str, name: str, lists: Lists) -> bool:
    """Whether a value under the name of a password is what a person would choose for one."""
    if secret_sort(name, lists) != "password" or repeats_name(value, name) or names_code(value):
        return False
    if value.lower().startswith(_PROBES):
        return False
    return value.lower() in lists("weak-secret") or value_sort(value, name, lists("placeholder")) == "chosen"


def is_in_force(value: str, name: str, lists: Lists) -> bool:
    """Whether a setting's value opens or signs something as soon as the system runs, stand-ins like `change-me` too.

    A provider's key has to be a real one for that; a password, or a key of the system's own, is what it is set to.
    """
    if secret_sort(name, lists) not in {"password", "own"} or repeats_name(value, name) or value.isupper():
        return False
    marked = any(mark.isspace() or mark in "<>{}[]$%*" for mark in value)
    return not (marked or names_code(value) or stands_elsewhere(value) or value.lower() in _UNSET)


def stands_beside_user(node: Any, module: Module) -> bool:
    """Whether a user name or a host is given in the same call or dictionary: then a password is meant to log in with.

    Where the companion is a literal that only repeats its own name (`user="user"`), names are listed and not values;
    the name of an administrator's account is one under any name.
    """
    given = [(name, literal_value(value)) for name, value in beside(module, node).items() if value is not node]
    if any(isinstance(value, str) and value.lower() in _ACCOUNTS for _name, value in given):
        return True
    return any(
        not isinstance(value, str) or not (value.lower() in _COMPANIONS or repeats_name(value, name))
        for name, value in given
        if name.lower() in _COMPANIONS
    )


def _tells_account(node: Any, module: Module) -> bool:
    """Whether a user or host beside a value is worked out, or cannot be the name of a field or of a type."""
    given = beside(module, node)
    literals = [literal_value(value) for name, value in given.items() if name.lower() in _COMPANIONS]
    return any(not isinstance(value, str) or bool(set("@.-0123456789") & set(value)) for value in literals)


def is_login(node: Any, value: str, name: str, module: Module, lists: Lists) -> bool:
    """Whether a literal password stands beside the user, or the host, that it is used with: a well-known one too."""
    if (
        secret_sort(name, lists) != "password"
        or value.lower().startswith(_PROBES)
        or not stands_beside_user(node, module)
    ):
        return False
    if is_guess(value, name, lists) or (makes_account(node, module) and not _TEMPLATE_MARKS & set(value)):
        return True
    return value in lists("weak-secret") and (not repeats_name(value, name) or _tells_account(node, module))


def shown_credential(node: Any) -> str:
    """What a message may say of a literal: its length, and of a long token how it begins."""
    value = literal_value(node)
    text = value if isinstance(value, str) else template_of(node) or ""
    return f"a text of {len(text)} characters" if "://" in text or "-----" in text else masked(text)


def makes_account(node: Any, module: Module) -> bool:
    """Whether a value is passed to what says by its name that it makes an account: then it opens that."""
    above: Any = module.walked.parent(node)
    call: Any = module.walked.parent(above)
    words = set(words_of(dotted(call.func).rsplit(".", 1)[-1])) if type(call).__name__ == "Call" else set()
    return bool(words & {"create", "add", "register"} and words & {"user", "superuser", "account", "admin"})


@lru_cache(maxsize=4)
def _keywords(knowledge: Knowledge) -> re.Pattern[str]:
    """One pattern for the texts of which one occurs in every credential that has a shape."""
    words = {word for one in knowledge.token_formats if one.certain for word in one.keywords}
    return re.compile("|".join([r"://[^\s/@]+@", *sorted(map(re.escape, words))]))


def _shape(text: str, knowledge: Knowledge) -> str:
    if not text or HOLE in text.partition("@")[0]:
        return ""
    inside = password_in_url(text, knowledge.words)
    if inside and not (inside == "key" and _REPORTS_TO.search(text)):
        return f"an address with a {inside} in it"
    provider = provider_of(text, knowledge.token_formats)
    return f"a credential ({provider})" if provider and not is_placeholder(text, knowledge.words("placeholder")) else ""
