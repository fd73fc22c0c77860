"""Hardcoded configuration: an address or place of one environment, written into the code that runs in all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lintel.card import Card, Option
from lintel.facts.addresses import project_words
from lintel.facts.candidates import calls_of_kind, named_strings, stored_names, stored_role, string_behind, texts
from lintel.facts.fixed_values import Tie, is_development_file, part_of, tie_of_name, tie_of_role
from lintel.facts.places import Place, place_of
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

_MAY_BE_ADDRESS = re.compile(r"""://|localhost|\.\d+\.\d+\.\d|@[\w-]+\.|\.[\w-]+:\d|['"]/\w+/\w|:\\\\""")


def judge(_: cst.Module, view: ModuleView) -> Iterator[Draft]:
    """Report texts that are passed to libraries in a role; suspect those that are bound to the name of an address."""
    if view.role.test or view.role.example or view.role.migration:
        return
    own = project_words(view.path) | frozenset(view.option(CARD, "own-names"))
    seen: set[int] = set()
    for call, rows in calls_of_kind(view.module, view.knowledge, "config-sink"):
        for row, argument in ((one, each) for one in rows for each in one.arguments):
            value = view.argument(call, argument.at.position, argument.at.keyword)
            value = part_of(value, argument.at.parts, string_value)
            for text in _strings(value, view):
                if id(text) in seen or place_of(value, view.module).kind in {"default", "said"}:
                    continue
                tie = tie_of_role(argument.role, template_of(text) or "", view.knowledge.words, own)
                if tie is not None and tie.sort == "local" and _has_open_port(call, row, view):
                    continue
                if tie is not None and not _is_allowed(tie, view):
                    seen.add(id(text))
                    where = f"passed to {dotted(call.func) or 'a library'}"
                    yield from _judged(text, tie, place_of(text, view.module), view, where)
    for text in (*texts(view.module, _MAY_BE_ADDRESS), *_settings(view)):
        if id(text) not in seen:
            seen.add(id(text))
            yield from _bound(text, view, own)


def _settings(view: ModuleView) -> Iterator[Any]:
    """Literals under the name of a setting that libraries read, and of hosts in settings files: any word may be one."""
    stored = stored_names(view.knowledge, "config-sink")
    for node, name in named_strings(view.module):
        if name in stored or (view.role.settings and name.lower().endswith(("host", "hostname"))):
            yield node


def _bound(node: Any, view: ModuleView, own: frozenset[str]) -> Iterator[Draft]:
    """A text that is bound to a name, or passed under one."""
    place = place_of(node, view.module)
    if place.kind not in {"bound", "argument"} or not place.name or place.listed or (place.keys and _is_default(place)):
        return
    if view.role.settings and is_development_file(view.path):
        return
    text = template_of(node) or ""
    role = stored_role(view.knowledge, "config-sink", _chain(place)) if place.name.isupper() else ""
    tie = tie_of_role(role, text, view.knowledge.words, own) if role else None
    tie = tie or tie_of_name(place.name, text, view.knowledge.words, own, view.role.settings)
    if tie is not None and not _is_allowed(tie, view):
        yield from _judged(node, tie, place, view, f"as {place.name}")


def _judged(node: Any, tie: Tie, place: Place, view: ModuleView, where: str) -> Iterator[Draft]:
    """The finding, or the candidate where other uses of a constant decide."""
    if place.kind == "bound" and type(place.target).__name__ == "Name" and not place.keys:
        scope = view.module.scopes.scope_of(place.target)
        if type(place.at).__name__ == "AnnAssign" and scope.kind == "ClassDef":
            return  # a field's default: whoever makes the object can give another
        if scope.kind == "Module":
            if tie.sort == "any" and not view.role.settings:
                return
            bindings = sum(each.kind == "assign" for each in scope.names.get(place.name, ()))
            data = {"name": place.target.value, "once": str(bindings == 1), "settings": str(view.role.settings)}
            yield view.candidate(CARD, node, data=data, what=tie.what, value=tie.shown, where=where)
            return
        if scope.kind == "FunctionDef" and where.startswith("as ") and not _is_sent(place, view):
            return
        if scope.kind == "ClassDef" and (_is_default(place) or "default" in _uses(place, view)):
            return
    named = where.startswith("as ")
    if named and tie.sort in {"local", "any"} and not view.role.settings:
        return
    sure = Confidence.MEDIUM if named and not (place.keys or view.role.settings) else Confidence.HIGH
    yield view.found(CARD, node, confidence=sure, what=tie.what, value=tie.shown, where=where)


def settle(candidate: Candidate, view: ProgramView) -> Iterator[Finding]:
    """Confirm a constant that is used as an address and that nothing overrides."""
    uses = view.ask("constant-uses", f"{candidate.path}|{candidate.data['name']}")
    kinds = {use.kind for use in uses} - {"index", "other"}
    if candidate.data["once"] == "False" or not candidate.data["name"].isupper():
        yield view.confirm(candidate, confidence=Confidence.MEDIUM)
    elif "default" not in kinds and kinds - {"said", "compared", "statement"}:
        if not candidate.data["name"].lstrip("_").startswith("DEFAULT"):
            yield view.confirm(candidate)
    elif not uses and candidate.data["settings"] == "True":
        yield view.confirm(candidate)


def _has_open_port(call: Any, row: Row, view: ModuleView) -> bool:
    """Whether the port beside a host is found at run time: then the other end is a process of one's own."""
    port = row.argument("port")
    value = view.argument(call, port.at.position, port.at.keyword) if port is not None else None
    value = part_of(value, port.at.parts, string_value) if port is not None else None
    return value is not None and view.literal(value) is UNKNOWN


def _is_sent(place: Place, view: ModuleView) -> bool:
    """Whether a local name is passed to something that is not a message."""
    kinds = _uses(place, view)
    return "argument" in kinds and "default" not in kinds


def _uses(place: Place, view: ModuleView) -> set[str]:
    """The kinds of places where a name that is bound here is used, in this file."""
    binding = next((each for each in view.module.scopes.bindings(place.target) if each.node is place.at), None)
    uses = view.module.scopes.uses(binding) if binding is not None else ()
    return {place_of(use, view.module).kind for use in uses}


def _is_default(place: Place) -> bool:
    """Whether the name that a value is bound to says that another may take its place."""
    return str(getattr(place.target, "value", "")).lstrip("_").upper().startswith("DEFAULT")


def _strings(value: Any, view: ModuleView) -> Iterator[Any]:
    if type(value).__name__ in {"List", "Tuple"}:
        for element in value.elements:
            yield from _strings(element.value, view)
    elif value is not None and (found := string_behind(view.module, value)) is not None:
        yield found


def _chain(place: Place) -> tuple[str, ...]:
    outer = getattr(place.target, "value", "") if type(place.target).__name__ == "Name" else ""
    return (outer, *place.keys) if outer else (place.keys or (place.name,))


def _is_allowed(tie: Tie, view: ModuleView) -> bool:
    return tie.shown.startswith(tuple(view.option(CARD, "allowed-values")) or ("\0",))


RULE = Rule(CARD, on={"Module": judge}, settle=settle)
