"""Insecure default of configuration: where nobody configures it, the system runs with a value that everyone knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lintel.card import Card, Option
from lintel.facts.candidates import calls_of_kind, named_strings, near_name
from lintel.facts.fallbacks import Flags, matters, unsafe_fallback
from lintel.facts.fixed_values import is_development_file
from lintel.facts.places import place_of
from lintel.facts.secrets import is_random, words_of
from lintel.finding import Candidate, Confidence, Finding, Severity
from lintel.rule import Draft, Rule
from lintel.source.literals import string_value
from lintel.source.scopes import dotted

if TYPE_CHECKING:
    from lintel.knowledge.schema import Row
    from lintel.source.lazy import cst
    from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="LNT503",
    name="insecure-config-default",
    family="configuration",
    summary="A secret or security flag falls back to an unsafe value",
    why=(
        "A deployment that forgets the variable starts without complaint and is open to everyone who has read the "
        "code: sessions can be forged, databases opened, errors read. Where the fallback is an address with the key of "
        "somebody's account, that account is sent what the deployment has to report."
    ),
    fix="Read it without a fallback, so that a start without it fails, or refuse the fallback outside development.",
    message="{name} falls back to {fallback}; a deployment that does not set it runs with that",
    severity=Severity.ERROR,
    cwe=(1188, 798),
    owasp=("A05",),
    spec=("002.142", "000.51", "003.98", "001.73"),
    options=(
        Option(
            name="unsafe-when-true",
            type="list",
            default=("debug",),
            doc="Last words of flags that must not be on where nobody configures them.",
        ),
        Option(
            name="unsafe-when-false",
            type="list",
            default=("verify_ssl", "ssl_verify", "verify_tls", "tls_verify", "verify_certs", "verify_certificates"),
            doc="Last words of flags that must not be off where nobody configures them.",
        ),
    ),
    bad=(
        'import os\n\nSECRET_KEY = os.getenv("SECRET_KEY", "dev-secret")\n',
        'import os\n\nDEBUG = os.environ.get("DEBUG", "True") == "True"\n',
        "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n"
        '    database_password: str = "postgres"\n',
    ),
    good=(
        'import os\n\nSECRET_KEY = os.environ["SECRET_KEY"]\n',
        'import os\n\nSECRET_KEY = os.getenv("SECRET_KEY", "")\nTOKEN_HEADER = os.getenv("TOKEN_HEADER", "x-token")\n',
        'import os\n\nSECRET_KEY = os.getenv("SECRET_KEY", "dev")\nif SECRET_KEY == "dev":\n'
        '    raise SystemExit("set SECRET_KEY")\n',
    ),
    misses="fallbacks that a file beside the code or a deployment template provides, and names that say nothing",
)

_FALLBACK = re.compile(r"default|fallback").match
_CONFIGURED = frozenset({"config", "conf", "cfg", "configuration", "settings", "setting", "env", "environ", "option"})
_NAME = re.compile(r"[A-Za-z][\w.\-]*\Z")


def judge(_: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report unsafe fallbacks of reads, options and settings fields; suspect calls of functions that may read."""
    if view.role.test or view.role.example or view.role.migration or is_development_file(view.path):
        return
    flags = Flags(view.option(CARD, "unsafe-when-true"), view.option(CARD, "unsafe-when-false"))
    known: set[int] = set()
    for kind, may_be in (("config-read", lambda call: _may_be_read(call, view, flags)), ("cli-option", _has_envvar)):
        for call, rows in calls_of_kind(view.module, view.knowledge, kind, may_be):
            known.add(id(call))
            for name, fallback in _fallbacks(call, rows, view):
                yield from _judged(name, fallback, view, flags)
    for call in view.nodes("Call"):
        if len(call.args) > 1 and id(call) not in known and _may_be_read(call, view, flags):
            yield from _suspected(call, view, flags)
    made = [(node, near_name(view.module, node.value)) for node in view.nodes("AnnAssign") if node.value is not None]
    given = ((view.parent(text), name) for text, name in named_strings(view.module))
    for node, name in (*made, *((node, name) for node, name in given if type(node).__name__ == "Assign")):
        if name and (matters(name, view.knowledge.words, flags) or _is_login(node)):
            yield from _assigned(node, name, view, flags)


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm a fallback where the callee reads configuration and nothing checks the result or sets it anew.

    Settings are often a base module that another one star-imports and completes: there the last word counts.
    """
    callee, bound = candidate.data.get("callee"), candidate.data.get("bound")
    if callee:
        shape = view.ask("config-reader", f"{candidate.path}|{callee}")
        if shape is None or candidate.data["slot"] not in {str(shape.default_position), shape.default_keyword}:
            return
    named = candidate.data.get("named")
    if named and view.ask("is-set-again", f"{candidate.path}|{named}"):
        return
    if bound and any(use.kind == "compared" for use in view.ask("constant-uses", f"{candidate.path}|{bound}")):
        return
    yield view.confirm(candidate)


def _fallbacks(call: Any, rows: tuple[Row, ...], view: ModuleView) -> Iterator[tuple[str, Any]]:
    """What a known read falls back to, with the name it is read under."""
    for row in rows:
        name, default = row.argument("name"), row.argument("default")
        given = view.argument(call, name.at.position, name.at.keyword) if name is not None else None
        fallback = view.argument(call, default.at.position, default.at.keyword) if default is not None else None
        above: Any = view.parent(call)
        if type(above).__name__ == "BooleanOperation" and type(above.operator).__name__ == "Or" and above.left is call:
            fallback = above.right
        said = (string_value(given) or "").lstrip("-") if given is not None else ""
        if fallback is None and type(above).__name__ == "Comparison" and above.left is call:
            fallback = _where_unset(above, view)
        if fallback is not None and said:
            yield said, fallback


def _where_unset(test: Any, view: ModuleView) -> Any:
    """What a comparison of a read with a text gives where there is nothing to read: a branch, or the comparison."""
    right = test.comparisons[0]
    operator = type(right.operator).__name__
    if len(test.comparisons) != 1 or operator not in {"Equal", "NotEqual"} or not string_value(right.comparator):
        return None
    holds, above = operator == "NotEqual", view.parent(test)
    if type(above).__name__ == "IfExp" and getattr(above, "test", None) is test:
        return above.body if holds else above.orelse  # type: ignore[union-attr]
    return test if type(above).__name__ == "Assign" else None


def _suspected(call: Any, view: ModuleView, flags: Flags) -> Iterator[Draft]:
    """Calls like `get_env("DB_PASSWORD", "x")` of a function that only the program knows."""
    if (named := _reads_by_name(call)) is not None:
        name, fallback = named
        for draft in _judged(name, fallback, view, flags):
            yield replace(draft, confidence=Confidence.MEDIUM) if draft.confidence is Confidence.HIGH else draft
        return
    if _completes(call, view):
        return
    callee = view.name_of(call.func)
    if callee is None and type(call.func).__name__ == "Name" and not view.module.scopes.bindings(call.func):
        callee = f":{call.func.value}"  # it may come with a star import
    if callee is None or callee.startswith("builtins."):
        return
    for index, argument in enumerate(call.args[1:], start=1):
        slot = argument.keyword.value if argument.keyword is not None else str(index)
        for draft in _judged(_first_text(call), argument.value, view, flags):
            yield replace(draft, data={**(draft.data or {}), "callee": callee, "slot": slot})


def _completes(call: Any, view: ModuleView) -> bool:
    """Whether a call is given the very mapping that takes its result: then it falls back only where that has none."""
    above: Any = view.parent(call)
    target: Any = above.targets[-1].target if type(above).__name__ == "Assign" else None
    owner = dotted(target.value) if type(target).__name__ == "Subscript" else ""
    return bool(owner) and any(dotted(each.value) == owner for each in call.args)


def _reads_by_name(call: Any) -> tuple[str, Any] | None:
    """What a call falls back to that looks a section and a name up in a configuration, with that name; else None.

    How it does so need not be seen: its name says what it reads, and the keyword what it gives instead.
    """
    fallback = next(
        (each.value for each in call.args if each.keyword is not None and _FALLBACK(each.keyword.value)), None
    )
    texts = [string_value(each.value) for each in call.args[:2] if each.keyword is None]
    if fallback is None or len(texts) != 2 or not all(texts) or not _CONFIGURED & set(words_of(dotted(call.func))):
        return None
    return str(texts[1]), fallback


def _assigned(node: Any, name: str, view: ModuleView, flags: Flags) -> Iterator[Draft]:
    """The default of a settings class's field that no validator looks at, or what is assigned where none was found."""
    value = node.value
    owner = view.nearest(node, "ClassDef", "FunctionDef")
    if type(node).__name__ == "Assign":
        if type(node.targets[-1].target).__name__ == "Subscript" and string_value(value) == name:
            return  # which field holds what
        target: Any = node.targets[-1].target
        local = type(target).__name__ == "Name" and type(owner).__name__ == "FunctionDef" and target.value.islower()
        if local and not is_random(string_value(value) or ""):
            return  # what a function works with is no configuration by its name alone
        if type(value).__name__ == "SimpleString" and place_of(value, view.module).kind == "default":
            yield from _judged(name, value, view, flags)
        return
    if type(owner).__name__ != "ClassDef" or not view.known_class("settings-base", owner):
        return
    checks = (each for definition in view.statements(owner) for each in getattr(definition, "decorators", ()))
    checked = {string_value(each.value) for check in checks for each in getattr(check.decorator, "args", ())}
    if name not in checked:
        value = view.argument(value, 0, "default") if type(value).__name__ == "Call" else value
        yield from (replace(draft, data=None) for draft in _judged(name, value, view, flags))


def _judged(name: str, fallback: Any, view: ModuleView, flags: Flags) -> Iterator[Draft]:
    """The finding about a fallback under a name; a candidate where it is bound to a constant, which may be checked."""
    value = view.literal(fallback) if fallback is not None else None
    if type(fallback).__name__ == "Comparison":
        value = type(fallback.comparisons[0].operator).__name__ == "NotEqual"
    unsafe = unsafe_fallback(name, value, view.knowledge.words, flags)
    if unsafe is None:
        return
    place = place_of(fallback, view.module)
    if place.kind == "default" and type(place.at).__name__ == "Call":
        place = place_of(place.at, view.module)
    bound = place.target.value if place.target is not None and type(place.target).__name__ == "Name" else ""
    severity = Severity.ERROR if unsafe.what == "secret" else Severity.WARNING
    sure = Confidence.LOW if unsafe.what == "key" else Confidence.HIGH  # whose account it is, is for a reader to say
    draft = view.found(CARD, fallback, severity=severity, confidence=sure, name=name, fallback=unsafe.shown)
    named = bound or _variable(fallback, view)
    data = {"bound": bound, "named": named} if named else None
    yield replace(draft, anchor=f"{unsafe.what} {name}", data=data, conceal=unsafe.what != "flag")


def _variable(fallback: Any, view: ModuleView) -> str:
    """The variable of the module that is worked out from this fallback, or ''."""
    above = view.nearest(fallback, "Assign", "FunctionDef", "ClassDef", "Lambda")
    target: Any = above.targets[0].target if type(above).__name__ == "Assign" else None
    inside = view.function_around(fallback) or view.class_around(fallback)
    return target.value if type(target).__name__ == "Name" and inside is None else ""


def _may_be_read(call: Any, view: ModuleView, flags: Flags) -> bool:
    """A cheap look: a name of something that matters comes first, or an address with a user in it is passed."""
    name = _first_text(call)
    if len(call.args) > 2 and (named := _reads_by_name(call)) is not None:
        name = named[0]
    if not name or not _NAME.match(name):
        return False
    return matters(name, view.knowledge.words, flags) or any(_may_be_login(each.value) for each in call.args[1:])


def _may_be_login(value: Any) -> bool:
    """Whether a value can be an address with a user in it, as far as a look at it tells."""
    kind = type(value).__name__
    if kind == "Name":
        return bool(value.value.isupper())
    return kind == "SimpleString" and "://" in value.value and "@" in value.value


def _is_login(node: Any) -> bool:
    """Whether a field is given an address with a user in it."""
    value = node.value
    given = (each.value for each in value.args) if type(value).__name__ == "Call" else (value,)
    return type(node).__name__ == "AnnAssign" and any(_may_be_login(each) for each in given)


def _first_text(call: Any) -> str:
    first: Any = call.args[0].value if call.args else None
    return first.value.strip("\"'") if type(first).__name__ == "SimpleString" else ""


def _has_envvar(call: Any) -> bool:
    words = {"envvar", "env_var", "auto_envvar_prefix"}
    return any(each.keyword is not None and each.keyword.value in words for each in call.args)


RULE = Rule(CARD, on={"Module": judge}, settle=settle)
