"""Hardcoded configuration: an address or place of one environment, written into the code that runs in all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from lintel.card import Card, Option
from lintel.facts.addresses import address_of, domain_of, is_own, project_words
from lintel.facts.candidates import (
    beside,
    calls_of_kind,
    listed_strings,
    named_strings,
    start_behind,
    stored_names,
    stored_role,
    string_behind,
    texts,
    uses_in_file,
)
from lintel.facts.fixed_values import (
    Tie,
    collects,
    holds_defaults,
    is_development_file,
    is_for_show,
    names_values,
    part_of,
    says_name,
    tie_of_name,
    tie_of_origin,
    tie_of_role,
    words_of_owner,
)
from lintel.facts.guards import is_completed, makes_samples, only_in_development, starts_development_server
from lintel.facts.places import Place, place_of
from lintel.facts.secrets import words_of
from lintel.finding import Candidate, Confidence, Finding, Severity
from lintel.rule import Draft, Rule
from lintel.source.literals import UNKNOWN, string_value, template_of
from lintel.source.scopes import dotted

if TYPE_CHECKING:
    from lintel.knowledge.schema import Row
    from lintel.source.lazy import cst
    from lintel.view import ModuleView, ProgramView

CARD = Card(
    code="LNT501",
    name="hardcoded-configuration",
    family="configuration",
    summary="A value of one environment is fixed in code",
    why=(
        "A host, address, bucket or path that differs between development, test and production cannot be changed "
        "without a new release while it stands in code, and the wrong system is reached when nobody does."
    ),
    fix="Read the value from the environment or a settings object, and keep this one as the documented default.",
    message="{what} {value} is fixed in code ({where}); read it from the environment or settings",
    severity=Severity.WARNING,
    cwe=(547,),
    owasp=("A05",),
    spec=("002.142", "000.51", "003.98", "001.108", "002.120", "000.74", "003.87"),
    options=(
        Option(
            name="own-names",
            type="list",
            default=(),
            doc="Words by which your hosts are known (`acme` for `api.acme.io`), beside the name of the top package.",
        ),
        Option(
            name="allowed-values",
            type="list",
            default=(),
            doc="Texts that may stand in code: a value that begins with one of them is not reported.",
        ),
    ),
    bad=(
        'import redis\n\nqueue = redis.Redis(host="10.2.0.7", port=6379)\n',
        'import requests\n\nBILLING_URL = "http://billing.internal:8080"\n\n\ndef bill(order):\n'
        '    return requests.post(BILLING_URL + "/bills", json=order, timeout=5)\n',
        'import uvicorn\n\n\ndef serve(app):\n    uvicorn.run(app, host="0.0.0.0", port=8000)\n',
    ),
    good=(
        'import os\n\nimport redis\n\nqueue = redis.Redis(host=os.environ["QUEUE_HOST"], port=6379)\n',
        'import os\n\nBILLING_URL = os.getenv("BILLING_URL", "http://localhost:8080")\n',
        'SCHEMA = {"$schema": "http://json-schema.org/draft-07/schema#"}\n'
        'PRIVATE_RANGES = ["10.0.0.0/8", "192.168.0.0/16"]\n\n\ndef is_local(host):\n    return host == "127.0.0.1"\n',
    ),
    misses="values kept in data files, numbers other than ports of an address, and public addresses of others",
)

_MAY_BE_ADDRESS = re.compile(
    r"""://|localhost|\.\d+\.\d+\.\d|@[\w-]+\.|\.[\w-]+:\d|['"]/\w+/\w|:\\\\|arn:aws|origin""", re.I
)
_NAMED_PLACE = re.compile(r"(?:bucket|region|hosts?|hostname|origins)(?:_?name)?\Z", re.I)


_SENT = frozenset({"argument", "bound", "returned"})
_ALONE = frozenset({"internal", "staged", "hosted", "instance", "named"})
_NAMED_HOSTS = frozenset({"staged", "hosted", "instance", "own"})
_LESS_SURE = frozenset({"instance", "origin"})
_ON_LETTERS = frozenset({"to", "cc", "bcc", "from", "reply_to"})
_TAKES_SETTINGS = frozenset({"config", "configure", "conf", "settings", "update", "mapping", "environ"})
_SERVES = frozenset({"bind", "listen", "server", "socket"})
_CONNECTION = frozenset({"user", "username", "password", "passwd", "database", "dbname", "db", "vhost", "sid"})


class _Suspect(NamedTuple):
    """A text with its tie, and what a message says of where it stands; `known` where a library's row gave the role."""

    node: Any
    tie: Tie
    where: str
    known: bool


def judge(_: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report texts that are passed to libraries in a role; suspect those that are bound to the name of an address."""
    if view.role.test or view.role.example or view.role.migration or is_for_show(view.path):
        return
    found = tuple(texts(view.module, _MAY_BE_ADDRESS))
    told = frozenset(view.option(CARD, "own-names"))
    told |= words_of_owner((template_of(each) or "" for each in found), view.knowledge.words)
    own = project_words(view.path) | told
    passed = tuple(_passed(view, own))
    seen = {id(text) for text, tied in passed if tied is None}  # a library said what it is; its name adds nothing
    seen -= {id(text) for text, tied in passed if tied is not None}
    causes: set[tuple[object, ...]] = set()
    bound = _bound(view, own, (*found, *_named(view)))
    for suspect in (*(tied for _text, tied in passed if tied is not None), *bound):
        if id(suspect.node) in seen:
            continue
        seen.add(id(suspect.node))
        place = place_of(suspect.node, view.module)
        cause = _cause(suspect, place, view)
        if cause in causes or _is_excused(suspect, place, view, told):
            continue
        for draft in _judged(suspect, place, view):
            causes.add(cause)
            yield draft


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm a constant that is used as an address and that nothing overrides."""
    uses = view.ask("constant-uses", f"{candidate.path}|{candidate.data['name']}")
    kinds = {use.kind for use in uses} - {"index", "other"}
    if candidate.data["once"] == "False":  # it is set in several ways, and this way it is fixed
        yield view.confirm(candidate, confidence=Confidence.MEDIUM)
    elif "default" in kinds:
        return
    elif kinds - {"said", "compared", "statement"} or (not uses and candidate.data["settings"] == "True"):
        sure = candidate.data["sure"] == "True"
        yield view.confirm(candidate, confidence=Confidence.HIGH if sure else Confidence.MEDIUM)


# Where values are taken from


def _passed(view: ModuleView, own: frozenset[str]) -> Iterator[tuple[Any, _Suspect | None]]:
    """Texts that are passed to libraries in a role, each as a suspect where that ties it."""
    for call, rows in calls_of_kind(view.module, view.knowledge, "config-sink"):
        for row, argument in ((one, each) for one in rows for each in one.arguments):
            value = view.argument(call, argument.at.position, argument.at.keyword)
            value = part_of(value, argument.at.parts, string_value)
            for text in _strings(value, view):
                if place_of(value, view.module).kind in {"default", "said"}:
                    continue
                tie = tie_of_role(argument.role, template_of(text) or "", view.knowledge.words, own)
                if tie is None or _is_any_port(text, view) or (tie.sort == "local" and _has_open_port(call, row, view)):
                    yield text, None
                elif argument.role != "bind" or not starts_development_server(call):
                    yield text, _Suspect(text, tie, f"passed to {dotted(call.func) or 'a library'}", True)


def _named(view: ModuleView) -> Iterator[Any]:
    """Literals under the name of a setting that libraries read, of a bucket or region, and the hosts in settings."""
    stored = stored_names(view.knowledge, "config-sink")
    for node, name in named_strings(view.module):
        if name in stored or (_is_place(name) and (view.role.settings or "host" not in name.lower())):
            yield node
    if view.role.settings:
        yield from listed_strings(view.module, "ALLOWED_HOSTS")


@lru_cache(maxsize=4096)
def _is_place(name: str) -> bool:
    """Whether a name ends as that of a bucket, region or host does; files use the same few names again and again."""
    return _NAMED_PLACE.search(name) is not None


def _bound(view: ModuleView, own: frozenset[str], nodes: Iterable[Any]) -> Iterator[_Suspect]:
    """Texts that are bound to a name, or passed under one, each with its tie."""
    if view.role.settings and is_development_file(view.path):
        return
    words, settings = view.knowledge.words, view.role.settings
    for node in nodes:
        place = place_of(node, view.module)
        name = place.name or (dotted(place.callee).rsplit(".", 1)[-1] if place.kind == "argument" else "")
        if place.kind not in {"bound", "argument"} or not name or (place.keys and _is_default(place)):
            continue
        text = template_of(node) or ""
        if name in _ON_LETTERS and "subject" in beside(view.module, node):
            name = "recipient"
        tie = tie_of_origin(name, text, words, own, settings)
        if tie is None and place.listed:
            tie = tie_of_name(name, text, words, own, settings)
            kept = tie is not None and (tie.sort in _ALONE or tie.what == "mail address") and name.endswith("s")
            tie = tie if kept else None
        elif tie is None:
            stored = name.isupper() and (settings or _is_configured(place))
            role = stored_role(view.knowledge, "config-sink", _chain(place)) if stored else ""
            tie = tie_of_role(role, text, words, own) if role else None
            sent = place.kind == "argument" or (type(place.target).__name__ == "Name" and not place.keys)
            tie = tie or tie_of_name(name, text, words, own, settings, sent=sent)
        if tie is None or (tie.what == "host" and says_name(name, text)):
            continue
        if place.name or tie.sort in _ALONE - _LESS_SURE:
            yield _Suspect(node, tie, f"as {name}" if place.name else f"passed to {name}", False)


# What is said of them


def _judged(suspect: _Suspect, place: Place, view: ModuleView) -> Iterator[Draft]:
    """The finding, or the candidate where other uses of a constant decide."""
    node, tie, where, known = suspect
    scope = view.module.scopes.scope_of(place.target) if type(place.target).__name__ == "Name" else None
    if place.kind == "bound" and scope is not None and not place.keys:
        kind = type(place.at).__name__
        if (kind == "AnnAssign" and scope.kind == "ClassDef") or _is_default(place):
            return  # a field's default: whoever makes the object can give another
        if scope.kind == "Module":
            yield from _constant(suspect, place, view)
            return
        uses = uses_in_file(view.module, place)
        if "default" in uses or (scope.kind == "FunctionDef" and not known and not uses & _SENT):
            return
    settings = view.role.settings
    if not known and tie.sort in {"local", "any"} and not settings and not _is_connection(node, place, view):
        return
    unsure = tie.sort in _LESS_SURE or not (known or settings)
    sure = Confidence.MEDIUM if unsure else Confidence.HIGH
    yield view.found(CARD, node, confidence=sure, what=tie.what, value=tie.shown, where=where)


def _constant(suspect: _Suspect, place: Place, view: ModuleView) -> Iterator[Draft]:
    """The candidate that a constant of the module is: how it is used, here and elsewhere, decides."""
    tie = suspect.tie
    if tie.sort == "any" and not view.role.settings and not suspect.known:
        return
    name, scope = place.target.value, view.module.scopes.module
    bindings = sum(each.kind == "assign" for each in scope.names.get(name, ()))
    sure = tie.sort not in _LESS_SURE
    if not name.isupper():  # uses of such a name are only known in this file
        uses = uses_in_file(view.module, place)
        elsewhere = not uses and names_values(view.path) and tie.sort != "path"
        if "default" in uses or not (uses & _SENT or suspect.known or elsewhere):
            return
        yield view.found(
            CARD, suspect.node, confidence=Confidence.MEDIUM, what=tie.what, value=tie.shown, where=suspect.where
        )
        return
    data = {"name": name, "once": str(bindings == 1), "settings": str(view.role.settings), "sure": str(sure)}
    yield view.candidate(CARD, suspect.node, data=data, what=tie.what, value=tie.shown, where=suspect.where)


def _cause(suspect: _Suspect, place: Place, view: ModuleView) -> tuple[object, ...]:
    """What one change would mend: the same host passed on all over a file, or kept under one name in one statement."""
    address, sort = address_of(suspect.tie.shown), suspect.tie.sort
    value = suspect.tie.shown
    if address is not None and address.host and sort not in {"local", "any"}:
        value = domain_of(address.host) if sort in _NAMED_HOSTS else address.host
    if place.kind == "argument" and not place.name:
        return ("passed", value)
    statement: Any = suspect.node
    for above in view.ancestors(suspect.node):
        if type(above).__name__ in {"Module", "FunctionDef"}:
            break
        statement = above
    listed = id(place.at) if place.listed else value
    return (id(statement), listed, place.name)


def _is_excused(suspect: _Suspect, place: Place, view: ModuleView, told: frozenset[str]) -> bool:
    """Whether a tie does no harm where it stands: in development, or in a product whose makers run what it reaches."""
    tie = suspect.tie
    if tie.shown.startswith(tuple(view.option(CARD, "allowed-values")) or ("\0",)):
        return True
    if makes_samples(suspect.node, view.module) or (view.role.settings and _is_own_default(place, view)):
        return True
    if only_in_development(suspect.node, view.module) or (tie.sort == "any" and starts_development_server(place.at)):
        return True
    if tie.sort in {"local", "any"} and (
        holds_defaults(view.path) or (view.role.settings and is_completed(view.module))
    ):
        return True
    if tie.sort == "path" and names_values(view.path):
        return True
    if tie.sort == "local":
        return view.role.script  # a command talks to the machine it is run on
    if (
        tie.sort != "own"
        or tie.what == "mail address"
        or (view.role.settings and not suspect.known and place.name.isupper())
    ):
        return False
    address = address_of(tie.shown)
    if address is not None and is_own(address.host.split("."), told):
        return False
    return not collects(place.name, tie.shown, view.path, view.knowledge.words)


def _is_own_default(place: Place, view: ModuleView) -> bool:
    """Whether an object of a settings file gets a value as it is made: what is read later takes its place."""
    function = view.function_around(place.at)
    is_attribute = type(place.target).__name__ == "Attribute" and dotted(place.target).startswith("self.")
    return is_attribute and function is not None and function.name.value == "__init__"


def _is_connection(node: Any, place: Place, view: ModuleView) -> bool:
    """Whether a host stands beside a fixed port, or beside a user or database: then it is one to connect to."""
    if place.listed or not (place.kind == "argument" or place.keys):
        return False
    given = beside(view.module, node)
    if string_value(node) in view.knowledge.words("any-host"):
        return place.kind == "argument" and ("port" in given or bool(_SERVES & set(words_of(place.name))))
    port = given.get("port")
    if port is not None:
        return view.literal(port) is not UNKNOWN
    address = address_of(string_value(node) or "")
    return bool(_CONNECTION & set(given)) or (address is not None and address.form == "url" and address.port.isdigit())


def _has_open_port(call: Any, row: Row, view: ModuleView) -> bool:
    """Whether the port beside a host is found at run time: then the other end is a process of one's own."""
    port = row.argument("port")
    value = view.argument(call, port.at.position, port.at.keyword) if port is not None else None
    value = part_of(value, port.at.parts, string_value) if port is not None else None
    return value is not None and view.literal(value) is UNKNOWN


def _is_any_port(host: Any, view: ModuleView) -> bool:
    """Whether port 0 stands beside a host: any that is free, so nobody is to find it."""
    above: Any = view.parent(host)
    pair: Any = getattr(view.parent(above), "elements", ()) if type(above).__name__ == "Element" else ()
    return len(pair) == 2 and getattr(pair[1].value, "value", "") == "0"


def _is_default(place: Place) -> bool:
    """Whether the name that a value is bound to says that another may take its place."""
    return str(getattr(place.target, "value", "")).lstrip("_").upper().startswith("DEFAULT")


def _strings(value: Any, view: ModuleView) -> Iterator[Any]:
    if type(value).__name__ in {"List", "Tuple"}:
        for element in value.elements:
            yield from _strings(element.value, view)
    elif value is not None:
        found = string_behind(view.module, value)
        begins = start_behind(view.module, value if found is None else found)
        if found is not None or begins is not None:
            yield found if begins is None else begins


def _is_configured(place: Place) -> bool:
    """Whether a value is bound to a setting, or passed to what takes settings."""
    return place.kind == "bound" or bool(_TAKES_SETTINGS & set(words_of(dotted(place.callee))))


def _chain(place: Place) -> tuple[str, ...]:
    outer = getattr(place.target, "value", "") if type(place.target).__name__ == "Name" else ""
    return (outer, *place.keys) if outer else (place.keys or (place.name,))


RULE = Rule(CARD, on={"Module": judge}, settle=settle)
