"""Hardcoded secret: a credential that everyone who can read the code, or its history, now holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lintel.card import Card, Option
from lintel.facts.candidates import (
    calls_of_kind,
    is_given_later,
    name_of_read,
    stored_role,
    uses_in_file,
    uses_of,
)
from lintel.facts.credentials import (
    is_guess,
    is_in_force,
    is_login,
    is_probable,
    makes_account,
    named_literals,
    shaped_literals,
    shown_credential,
    used_literal,
)
from lintel.facts.fallbacks import Flags, is_public, matters, unsafe_fallback
from lintel.facts.fixed_values import is_development_file, is_for_show, names_values, part_of
from lintel.facts.guards import makes_samples, only_in_development
from lintel.facts.places import Place, place_of
from lintel.facts.secrets import stands_elsewhere
from lintel.finding import Candidate, Confidence, Finding, Severity
from lintel.rule import Draft, Rule
from lintel.source.literals import string_value, template_of
from lintel.source.scopes import dotted

if TYPE_CHECKING:
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
            doc="Values shorter than this are not taken for credentials by their name alone.",
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


def judge(_: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report what is used as a credential, has the shape of one, or bears the name of one and looks like it."""
    if view.role.test or view.role.example or view.role.migration:
        return
    shortest = view.option(CARD, "min-length")
    seen: set[int] = set()
    for call, rows in calls_of_kind(view.module, view.knowledge, "secret-sink"):
        for argument in (each for row in rows for each in row.arguments):
            value = view.argument(call, argument.at.position, argument.at.keyword)
            value = part_of(value, argument.at.parts, string_value)
            node = used_literal(view.module, value, view.knowledge.words)
            if node is not None and id(node) not in seen and place_of(value, view.module).kind == "argument":
                seen.add(id(node))
                callee = dotted(call.func)
                what = f"the {argument.role} passed to {callee or 'a library'}"
                yield _found(view, node, what, f"passed {argument.role} {callee}")
    for node, what in shaped_literals(view.module, view.knowledge):
        place = place_of(node, view.module)
        if id(node) not in seen and place.kind in _GIVEN and not _is_told_as_fallback(node, place, view):
            seen.add(id(node))
            yield _found(view, node, what, f"shaped {place.name or dotted(place.callee)}")
    allowed = view.option(CARD, "allowed-names")
    for node, name in named_literals(view.module, view.knowledge.words):
        if id(node) not in seen and name not in allowed and len(node.value) > 2:
            yield from _named(node, name, view, shortest)


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm a chosen value, unless it is kept in order to be recognised (and refused), or only said."""
    uses = view.ask("constant-uses", f"{candidate.path}|{candidate.data['name']}")
    kinds = {use.kind for use in uses}
    if "compared" not in kinds and not (kinds and kinds <= {"said", "index", "other"}):
        yield view.confirm(candidate)


def _named(node: Any, name: str, view: ModuleView, shortest: int) -> Iterator[Draft]:
    """A literal under the name of a credential: what was generated is one, what someone chose may be one."""
    place = place_of(node, view.module)
    if place.kind not in {"bound", "argument", "default"} or place.listed or _is_fallback(place, view):
        return
    value, words = string_value(node) or "", view.knowledge.words
    if is_public(name, value, words) or _is_told_as_fallback(node, place, view):
        return
    what, known_by = f"the value of {name}", f"named {name}"
    if is_probable(value, name, words):
        yield _found(view, node, what, known_by)
    elif (view.role.settings and is_development_file(view.path)) or only_in_development(node, view.module):
        return
    elif _is_stored(place, view) and not is_for_show(view.path) and not stands_elsewhere(value) and "<" not in value:
        yield _found(view, node, what, known_by)
    elif len(value) >= shortest and not is_for_show(view.path) and not _is_sample(node, view):
        guess = _found(view, node, what, known_by, Confidence.MEDIUM)
        if _is_setting(place, view) and is_in_force(value, name, words):
            named = view.nearest(place.at, "ClassDef", "FunctionDef") is None
            yield replace(guess, data={"name": name} if named else None)
        elif type(view.parent(node)).__name__ in {"Arg", "DictElement"}:
            if place.kind != "default" and is_login(node, value, name, view.module, words):
                yield guess
        elif place.kind == "bound" and is_guess(value, name, words) and _is_kept(place, name, view):
            named = type(place.target).__name__ == "Name" and not place.keys
            yield replace(guess, data={"name": place.target.value} if named else None)


def _is_sample(node: Any, view: ModuleView) -> bool:
    """Whether a value is there to be changed; what an account is made with by default opens it until then."""
    return makes_samples(node, view.module, defaults=not makes_account(node, view.module))


def _is_kept(place: Place, name: str, view: ModuleView) -> bool:
    """Whether what is bound is meant to be used: not the member of a list of names, nor where a value only begins."""
    if is_given_later(view.module, place):
        return False
    owner: Any = view.nearest(place.at, "ClassDef", "FunctionDef")
    if owner is None or type(place.target).__name__ != "Name" or place.keys:
        return True
    if type(owner).__name__ == "FunctionDef":
        return bool(uses_in_file(view.module, place) & _PASSED_ON)
    bases = (dotted(each.value).rsplit(".", 1)[-1] for each in owner.bases)
    return not name.upper().startswith("DEFAULT") and not any(base.endswith(("Enum", "Choices")) for base in bases)


def _is_setting(place: Place, view: ModuleView) -> bool:
    """Whether the value is a setting: a constant of a settings file, or of a configuration class there."""
    if (
        names_values(view.path)
        or not view.role.settings
        or place.kind != "bound"
        or place.keys
        or not place.name.isupper()
    ):
        return False
    owner = view.nearest(place.at, "ClassDef", "FunctionDef")
    if owner is None:
        return type(place.target).__name__ == "Name"
    return _is_configuration(owner)


def _is_configuration(owner: Any) -> bool:
    return type(owner).__name__ == "ClassDef" and owner.name.value.endswith(("Config", "Settings", "Configuration"))


def _is_stored(place: Place, view: ModuleView) -> bool:
    """Whether the value becomes a setting that a library uses as a credential."""
    if place.kind == "default":
        return False
    if place.name.isupper():
        owner: Any = view.nearest(place.at, "ClassDef", "FunctionDef") if place.kind == "bound" else None
        if owner is not None and not (view.role.settings and _is_configuration(owner)):
            return False
        outer = (place.target.value,) if type(place.target).__name__ == "Name" and place.keys else ()
        return bool(stored_role(view.knowledge, "secret-sink", (*outer, *(place.keys or (place.name,)))))
    return type(place.target).__name__ == "Attribute" and bool(view.known("secret-sink", place.target))


def _is_fallback(place: Place, view: ModuleView) -> bool:
    """Whether the value only holds where none is configured, which is the concern of LNT503."""
    at = place.at
    field: Any = view.parent(at) if type(at).__name__ == "Call" else at
    if type(field).__name__ == "AnnAssign":
        owner = view.class_around(field)
        return owner is not None and bool(view.known_class("settings-base", owner))
    if place.kind != "default" or type(at).__name__ == "Param":
        return False
    return (
        type(at).__name__ != "Call"
        or view.name_of(at.func) is None
        or bool(view.known("config-read", at.func) or (string_value(at.args[0].value) or "").isupper())
    )


def _is_told_as_fallback(node: Any, place: Place, view: ModuleView) -> bool:
    """Whether LNT503 speaks of this value, or of the name it is bound to: one defect is one finding."""
    value = template_of(node) or ""
    if _is_fallback(place, view):  # what an address gives away is judged there, under whatever name it is read
        return "://" in value or _is_unsafe(name_of_read(view.module, node, place), value, view)
    if place.kind != "bound" or place.keys or type(place.target).__name__ != "Name":
        return False
    if len(view.module.scopes.bindings(place.target)) != 1:
        return False
    for use in uses_of(view.module, place):
        other = place_of(use, view.module)
        name = name_of_read(view.module, use, other)
        known = place.target.value.isupper() or matters(name, view.knowledge.words, _NO_FLAGS)
        if known and _is_fallback(other, view) and _is_unsafe(name, value, view):
            return True
    return False


def _is_unsafe(name: str, value: str, view: ModuleView) -> bool:
    return unsafe_fallback(name, value, view.knowledge.words, _NO_FLAGS) is not None


def _found(view: ModuleView, node: Any, what: str, known_by: str, confidence: Confidence = Confidence.HIGH) -> Draft:
    """A finding that neither shows nor stores the value; it is known by its part and name, not by how it is told."""
    draft = view.found(CARD, node, confidence=confidence, what=what, shown=shown_credential(node))
    return replace(draft, anchor=known_by, conceal=True)


_NO_FLAGS = Flags((), ())
_PASSED_ON = frozenset({"argument", "bound", "returned", "other"})
_GIVEN = frozenset({"bound", "argument", "default", "returned", "other"})

RULE = Rule(CARD, on={"Module": judge}, settle=settle)
