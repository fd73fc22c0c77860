"""Hardcoded secret: a credential that everyone who can read the code, or its history, now holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lintel.card import Card, Option
from lintel.facts.candidates import calls_of_kind, near_name, stored_role, string_behind, texts
from lintel.facts.fixed_values import is_development_file, part_of
from lintel.facts.places import Place, place_of
from lintel.facts.secrets import is_placeholder, masked, password_in_url, repeats_name, secret_sort, value_sort
from lintel.finding import Candidate, Confidence, Finding, Severity
from lintel.rule import Draft, Rule
from lintel.source.literals import HOLE, literal_value, string_value, template_of

if TYPE_CHECKING:
    from lintel.knowledge.index import Knowledge
    from lintel.source.lazy import cst
    from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="LNT502",
    name="hardcoded-secret",
    family="configuration",
    summary="A credential is written in code",
    why=(
        "Whoever can read the repository, a package or a log of the build can use the credential, and it stays in the "
        "history after it is removed: it has to be replaced, not only deleted."
    ),
    fix="Read it from the environment or a secret store, and replace the credential where it is valid.",
    message="{what} is written in code: {shown}; read it from the environment and replace it",
    severity=Severity.ERROR,
    cwe=(798,),
    owasp=("A07",),
    spec=("002.142", "001.73", "002.83", "000.51", "004.77", "001.75"),
    aliases=("B105", "B106", "B107"),
    options=(
        Option(
            name="min-length",
            type="int",
            default=4,
            doc="Values shorter than this are no credentials.",
        ),
        Option(
            name="allowed-names",
            type="list",
            default=(),
            doc="Names whose value is public though it looks like a credential (a key for browsers, say).",
        ),
    ),
    bad=(
        'import jwt\n\n\ndef issue(user):\n    return jwt.encode({"sub": user.id}, "kuY7-2mQ!xA9", "HS256")\n',
        'STORAGE_SECRET_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"\n',
        'ENGINE = connect("postgresql://shop:v3rySecr3t@db.shop.internal/orders")\n',
    ),
    good=(
        'import os\n\nSTORAGE_SECRET_KEY = os.environ["STORAGE_SECRET_KEY"]\n',
        'TOKEN_URL = "/api/token"\nPASSWORD_RULE = "12 letters"\n\n\nclass Grant:\n    PASSWORD = "password"\n',
        'import os\n\nDATABASE = "postgresql://shop:" + os.environ["DB_PASSWORD"] + "@db/orders"\n',
    ),
    misses="credentials built from parts, kept in data files, or compared with what a user typed",
)

_USER_IN_ADDRESS = r"://[^\s/@]+@"


def judge(_: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report what has the shape of a credential, is used as one, or bears the name of one and looks like it."""
    if view.role.test or view.role.example or view.role.migration:
        return
    seen: set[int] = set()
    for call, rows in calls_of_kind(view.module, view.knowledge, "secret-sink"):
        for argument in (each for row in rows for each in row.arguments):
            value = view.argument(call, argument.at.position, argument.at.keyword)
            node = _literal_behind(part_of(value, argument.at.parts, string_value), view)
            if node is not None and id(node) not in seen and _is_credential(node, view):
                seen.add(id(node))
                yield _found(view, node, f"a {argument.role} that is passed on")
    present = [re.escape(word) for word in _keywords(view.knowledge) if word in view.text]
    for node in texts(view.module, re.compile("|".join([_USER_IN_ADDRESS, *present])), longest=10_000):
        if id(node) not in seen and (what := _shape(node, view)):
            seen.add(id(node))
            place = place_of(node, view.module)
            if place.kind in {"bound", "argument", "default", "returned", "other"} and not _is_for_503(place):
                yield _found(view, node, what)
    for node in view.nodes("SimpleString"):
        name = near_name(view.module, node)
        if name and id(node) not in seen and secret_sort(name, view.knowledge.words) is not None:
            yield from _named(node, view)


def _named(node: Any, view: ModuleView) -> Iterator[Draft]:
    """A literal under the name of a credential."""
    place = place_of(node, view.module)
    sort = secret_sort(place.name, view.knowledge.words)
    if place.kind not in {"bound", "argument", "default"} or sort is None or place.listed or _is_for_503(place):
        return
    value = string_value(node) or ""
    if type(place.at).__name__ == "AnnAssign" and _is_settings_field(place.at, view):
        return
    if place.name in view.option(CARD, "allowed-names") or len(value) < view.option(CARD, "min-length"):
        return
    placeholders, weak = view.knowledge.words("placeholder"), view.knowledge.words("weak-secret")
    look = value_sort(value, place.name, placeholders)
    if repeats_name(value, place.name) and (place.kind != "bound" or view.class_around(node) is not None):
        return
    what = f"the credential {place.name}"
    in_development = view.role.settings and is_development_file(view.path)
    if look == "random" or (_is_stored(place, view) and value.lower() in weak and not in_development):
        yield _found(view, node, what)
        return
    guessed = look == "chosen" or (value.lower() in weak and not repeats_name(value, place.name))
    if sort != "password" or not guessed or in_development or place.kind == "default":
        return
    if place.kind == "bound" and type(place.target).__name__ == "Name" and not place.keys:
        yield replace(_found(view, node, what, Confidence.MEDIUM), data={"name": place.target.value})
    elif place.kind == "bound" or _stands_beside_user(place):
        yield _found(view, node, what, Confidence.MEDIUM)


def _is_stored(place: Place, view: ModuleView) -> bool:
    """Whether the value becomes a setting that a library uses as a credential."""
    if place.name.isupper():
        return bool(stored_role(view.knowledge, "secret-sink", (*place.keys, place.name)[-1:]))
    return type(place.target).__name__ == "Attribute" and bool(view.known("secret-sink", place.target))


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm a chosen value, unless it is kept in order to be recognised (and refused)."""
    uses = view.ask("constant-uses", f"{candidate.path}|{candidate.data['name']}")
    kinds = {use.kind for use in uses}
    if "compared" not in kinds and not (kinds and kinds <= {"said", "index", "other"}):
        yield view.confirm(candidate)


@lru_cache(maxsize=4)
def _keywords(knowledge: Knowledge) -> tuple[str, ...]:
    """The texts of which one occurs in every credential of a certain format."""
    return tuple(sorted({word for one in knowledge.token_formats if one.certain for word in one.keywords}))


def _shape(node: Any, view: ModuleView) -> str:
    """What a text is by its shape alone: a provider's credential, or an address with a password in it; or ''."""
    text = template_of(node) or ""
    if not text or HOLE in text.partition("@")[0] or is_placeholder(text, view.knowledge.words("placeholder")):
        return ""
    for one in view.knowledge.token_formats:
        if one.certain and any(word in text for word in one.keywords) and re.fullmatch(one.pattern, text):
            return f"a credential ({one.provider})"
    inside = password_in_url(text, view.knowledge.words("placeholder"))
    return f"an address with a {inside} in it" if inside else ""


def _literal_behind(value: Any, view: ModuleView) -> Any:
    if value is None or place_of(value, view.module).kind != "argument":
        return None
    node = string_behind(view.module, value)
    return value if node is None and isinstance(literal_value(value), bytes) else node


def _is_credential(node: Any, view: ModuleView) -> bool:
    value = literal_value(node)
    text = value.decode("latin-1") if isinstance(value, bytes) else value
    if not isinstance(text, str) or len(text) < view.option(CARD, "min-length"):
        return False
    words = view.knowledge.words
    return not is_placeholder(text, words("placeholder")) or text.lower() in words("weak-secret")


def _is_for_503(place: Place) -> bool:
    """Whether the value is the fallback of a lookup: another rule's concern."""
    return place.kind == "default" and type(place.at).__name__ != "Param"


def _is_settings_field(field: Any, view: ModuleView) -> bool:
    """Whether the environment can override the value: it is the default of a field of a settings class."""
    owner = view.class_around(field)
    return owner is not None and bool(view.known_class("settings-base", owner))


def _stands_beside_user(place: Place) -> bool:
    """Whether a user name or a host is passed in the same call: then a password is meant to log in with."""
    given = {each.keyword.value for each in getattr(place.at, "args", ()) if each.keyword is not None}
    return bool(given & {"user", "username", "login", "host", "hostname", "email", "account"})


def _found(view: ModuleView, node: Any, what: str, confidence: Confidence = Confidence.HIGH) -> Draft:
    """A finding that neither shows nor stores the value: its identity is built on what it is and its length."""
    value = literal_value(node)
    text = value if isinstance(value, str) else template_of(node) or ""
    shown = masked("" if "://" in text else text) if text else "(a value)"
    shown = f"({len(text)} characters)" if "://" in text else shown
    draft = view.found(CARD, node, confidence=confidence, what=what, shown=shown)
    return replace(draft, anchor=f"{what} {len(text)}")


RULE = Rule(CARD, on={"Module": judge}, settle=settle)
