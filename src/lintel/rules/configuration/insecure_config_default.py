"""Insecure default of configuration: where nobody configures it, the system runs with a value that everyone knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lintel.card import Card, Option
from lintel.facts.candidates import calls_of_kind, string_behind
from lintel.facts.fixed_values import is_development_file
from lintel.facts.places import place_of
from lintel.facts.secrets import masked, password_in_url, secret_sort, value_sort, words_of
from lintel.finding import Candidate, Confidence, Finding, Severity
from lintel.rule import Draft, Rule
from lintel.source.literals import string_value

if TYPE_CHECKING:
    from lintel.source.lazy import cst
    from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="LNT503",
    name="insecure-config-default",
    family="configuration",
    summary="A secret or security flag falls back to an unsafe value",
    why=(
        "A deployment that forgets the variable starts without complaint and is open to everyone who has read the "
        "code: sessions can be forged, databases opened, errors read."
    ),
    fix="Read it without a fallback, so that a start without it fails, or refuse the fallback outside development.",
    message="{name} falls back to {fallback}; a deployment that does not set it is open",
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

_TRUE, _FALSE = frozenset({"true", "1", "yes", "on", "y", "t"}), frozenset({"false", "0", "no", "off", "n", "f"})
_NAME = re.compile(r"[A-Za-z][\w.\-]*\Z")


def judge(_: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report unsafe fallbacks of reads, options and settings fields; suspect calls of functions that may read."""
    if view.role.test or view.role.example or view.role.migration or is_development_file(view.path):
        return
    seen: set[int] = set()
    for kind in ("config-read", "cli-option"):
        for call, rows in calls_of_kind(view.module, view.knowledge, kind):
            for row in rows:
                name, default = row.argument("name"), row.argument("default")
                given = view.argument(call, name.at.position, name.at.keyword) if name is not None else None
                if default is None or (kind == "cli-option" and not _has_envvar(call)):
                    continue
                seen.add(id(call))
                fallback = view.argument(call, default.at.position, default.at.keyword)
                yield from _judged(_said(given), fallback or _or_else(call, view), view)
    for call in view.nodes("Call"):
        if len(call.args) > 1 and type(call.args[0].value).__name__ == "SimpleString" and id(call) not in seen:
            yield from _suspected(call, view)
    for field in view.nodes("AnnAssign"):
        if field.value is not None and type(field.target).__name__ == "Name":
            yield from _field(field, view)


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm a fallback where the callee reads configuration and nothing compares the result with a known value."""
    callee, bound = candidate.data.get("callee"), candidate.data.get("bound")
    if callee:
        shape = view.ask("config-reader", f"{candidate.path}|{callee}")
        if shape is None or candidate.data["slot"] not in {str(shape.default_position), shape.default_keyword}:
            return
    if bound and any(use.kind == "compared" for use in view.ask("constant-uses", f"{candidate.path}|{bound}")):
        return
    yield view.confirm(candidate)


def _suspected(call: Any, view: ModuleView) -> Iterator[Draft]:
    """Calls like `get_env("DB_PASSWORD", "x")` of a function that only the program knows."""
    name = call.args[0].value.value.strip("\"'")
    has_address = any("://" in each.value.value for each in _literals(call))
    if not _NAME.match(name) or not (has_address or _matters(name, view)):
        return
    callee = view.name_of(call.func)
    if callee is None and type(call.func).__name__ == "Name" and not view.module.scopes.bindings(call.func):
        callee = f":{call.func.value}"  # it may come with a star import
    if callee is None or callee.startswith("builtins."):
        return
    for index, argument in enumerate(call.args[1:], start=1):
        slot = argument.keyword.value if argument.keyword is not None else str(index)
        for draft in _judged(name, argument.value, view):
            yield replace(draft, data={**(draft.data or {}), "callee": callee, "slot": slot})


def _judged(name: str, fallback: Any, view: ModuleView) -> Iterator[Draft]:
    """The finding about a fallback under a name; a candidate where it is bound to a constant, which may be checked."""
    if fallback is None or not name:
        return
    found = _unsafe(name, fallback, view)
    if found is None:
        return
    severity, confidence, shown = found
    place = place_of(fallback, view.module)
    outer = place_of(place.at, view.module) if place.kind == "default" and type(place.at).__name__ == "Call" else place
    draft = view.found(CARD, fallback, severity=severity, confidence=confidence, name=name, fallback=shown)
    bound = outer.target.value if outer.kind == "bound" and type(outer.target).__name__ == "Name" else ""
    yield replace(draft, anchor=f"{name} {shown}", data={"bound": bound} if bound else None)


def _unsafe(name: str, fallback: Any, view: ModuleView) -> tuple[Severity, Confidence, str] | None:
    """How bad a fallback is, how sure that is, and how to show it; None for a safe one."""
    value = view.literal(fallback)
    if isinstance(value, (str, bool, int)) and (flag := _flag(name, view)):
        words = _TRUE if flag == "true" else _FALSE
        return (Severity.WARNING, Confidence.HIGH, str(value)) if str(value).lower() in words else None
    if not isinstance(value, str) or len(value) < 2 or value.lower() in _TRUE | _FALSE:
        return None
    words_known = view.knowledge.words
    if inside := password_in_url(value, words_known("placeholder")):
        return Severity.ERROR, Confidence.HIGH, f"an address with a {inside} in it"
    sort = secret_sort(name, words_known)
    look = value_sort(value, name, words_known("placeholder"))
    weak = value.lower() in words_known("weak-secret")
    if sort is None or (look == "wordy" and _is_no_value(value)):
        return None
    if sort == "issued":
        return (Severity.ERROR, Confidence.HIGH, masked(value)) if look == "random" else None
    if look == "placeholder" and not weak and not _starts_anyway(value):
        return None
    return Severity.ERROR, Confidence.HIGH, masked(value)


def _flag(name: str, view: ModuleView) -> str:
    """'true' or 'false' where that is the unsafe value of a flag of this name; else ''."""
    joined = "_".join(words_of(name))
    for option, unsafe in (("unsafe-when-true", "true"), ("unsafe-when-false", "false")):
        if any(joined == last or joined.endswith("_" + last) for last in view.option(CARD, option)):
            return unsafe
    return ""


def _field(field: Any, view: ModuleView) -> Iterator[Draft]:
    """A field of a settings class whose default is unsafe and that no validator looks at."""
    name, value = field.target.value, field.value
    if not _matters(name, view):
        return
    owner = view.parent(view.parent(view.parent(field)))  # type: ignore[arg-type]
    if type(owner).__name__ != "ClassDef" or not view.known_class("settings-base", owner):
        return
    checks = (each for definition in view.statements(owner) for each in getattr(definition, "decorators", ()))
    named = (string_value(each.value) for check in checks for each in getattr(check.decorator, "args", ()))
    if name not in named:
        value = view.argument(value, 0, "default") if type(value).__name__ == "Call" else value
        yield from (replace(draft, data=None) for draft in _judged(name, value, view))


def _matters(name: str, view: ModuleView) -> bool:
    return secret_sort(name, view.knowledge.words) is not None or bool(_flag(name, view))


def _literals(call: Any) -> Iterator[Any]:
    return (each for each in call.args if type(each.value).__name__ == "SimpleString")


def _has_envvar(call: Any) -> bool:
    words = {"envvar", "env_var", "auto_envvar_prefix"}
    return any(each.keyword is not None and each.keyword.value in words for each in call.args)


def _or_else(call: Any, view: ModuleView) -> Any:
    """The right side of `read(...) or fallback`."""
    above: Any = view.parent(call)
    if type(above).__name__ == "BooleanOperation" and type(above.operator).__name__ == "Or" and above.left is call:
        return string_behind(view.module, above.right)
    return None


def _said(node: Any) -> str:
    """The name of an option or variable as written: `--secret-key` gives `secret-key`."""
    return (string_value(node) or "").lstrip("-") if node is not None else ""


def _is_no_value(value: str) -> bool:
    """Whether a wordy value names a file, an address or a message, and protects nothing either way."""
    return any(mark in value for mark in " /\\:") or value.lower().endswith((".pem", ".key", ".json", ".txt", ".crt"))


def _starts_anyway(value: str) -> bool:
    """Whether a stand-in is a real value to the program: it runs with it, as with any other text."""
    return not any(mark in value for mark in "<>{}[]$%*. ") and len(set(value)) > 1


RULE = Rule(CARD, on={"Module": judge}, settle=settle)
