"""The closed list of kinds: what a row of knowledge can say about a place in a library, and what it must say with it.

Rules name kinds and never libraries; libraries name kinds and never rules. A kind without a row, or a row of a kind
that is not here, is an error. `ROLES` are the words for what an argument (or a stored value) is to the callee; the same
word means the same in every kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lintel.knowledge.kind import Kind
from lintel.knowledge.kinds_of_flow import FLOW_KINDS, INPUTS

ROLES: Mapping[str, str] = MappingProxyType(
    {
        # where something runs
        "host": "host name or address of a system to reach",
        "port": "port of a system to reach",
        "url": "address of a system to reach, with scheme",
        "dsn": "connection string: address and, often, user and password",
        "bind": "address that a server listens on",
        "bind-port": "port that a server listens on",
        "database": "name of a database, keyspace or index on a server",
        "bucket": "name of a bucket or container of objects",
        "region": "cloud region",
        "queue": "name or address of a queue, topic or exchange",
        "project": "account, project, tenant or organisation at a provider",
        "email": "mail address that a system sends from or to",
        "path": "file or folder of the machine",
        "user": "account name to log in with",
        "tuning": "time limit, pool size, number of workers: what operators adjust",
        # credentials
        "password": "password or passphrase",
        "token": "bearer or access token",
        "api-key": "key that a provider issued",
        "key": "key that signs or encrypts",
        # reading configuration
        "name": "name of the value that is read, declared or registered",
        "default": "value used where none is configured",
        "default-factory": "callable that makes that default",
        "cast": "type or function that the text is turned into",
        "envvar": "environment variable that overrides the default",
        # web
        "route": "path pattern of an endpoint",
        "pattern": "regular expression that a value is held to",
        "prefix": "path that all endpoints of a router share",
        "methods": "HTTP methods of an endpoint",
        "handler": "function or class that answers",
        # flags and calls
        "switch": "flag that turns a protection on or off",
        "message": "text for a person",
        # values that travel
        "data": "what is dangerous where a client decides it",
        "bound": "values that travel beside the text, so that they cannot change it",
        "enables": "flag without which the callee is harmless",
        "decides": "argument that makes the callee harmless, given one of the `safe` values",
        "value": "what is cleaned, checked or handed on",
        "callable": "what the callee calls",
        "validators": "the list of what is called to refuse a value",
        "type": "what the value is turned into",
        "choices": "the values that are let through",
        "positional": "tuple of the arguments for that call",
    }
)

_ADDRESSES = (
    "host", "port", "url", "dsn", "bind", "bind-port", "database", "bucket", "region", "queue", "project", "email",
    "path", "user", "tuning",
)  # fmt: skip
_SECRETS = ("password", "token", "api-key", "key")

SYSTEMS = (
    "analytics", "cache", "cloud", "database", "directory", "filesystem", "http", "llm", "mail", "messaging", "payment",
    "process", "queue", "rpc", "search", "secrets", "storage", "stream", "vector",
)  # fmt: skip
VERBS = ("any", "delete", "get", "head", "options", "patch", "post", "put", "trace", "websocket")
LEVELS = ("debug", "info", "warning", "error", "critical", "given")


def _class_kind(name: str, doc: str) -> Kind:
    return Kind(name=name, doc=doc, names="class")


_ALL = (
    Kind(
        name="config-read",
        doc="Reads a configured value. `result`: text (always a string), typed (converted by the library), or object.",
        names="expression",
        roles=("name", "default", "default-factory", "cast"),
        arguments="optional",
        attributes={"result": ("text", "typed", "object"), "missing": ("raises", "none", "default")},
        required=("result", "missing"),
    ),
    Kind(
        name="config-load",
        doc="Fills the configuration from a file or the environment; `path` is the file.",
        names="callee",
        roles=("path", "prefix"),
        arguments="optional",
    ),
    Kind(
        name="cli-option",
        doc="Declares a command-line option: its default can be overridden by who runs the program, by `envvar` too.",
        names="callee",
        roles=("name", "default", "default-factory", "envvar"),
        arguments="required",
    ),
    Kind(
        name="config-sink",
        doc="Takes a value that differs between environments, in an argument or by assignment.",
        names="expression",
        roles=_ADDRESSES,
        arguments="optional",
        stored=True,
    ),
    Kind(
        name="secret-sink",
        doc="Takes a credential, in an argument or by assignment.",
        names="expression",
        roles=_SECRETS,
        arguments="optional",
        stored=True,
    ),
    Kind(
        name="security-switch",
        doc="A flag that turns a protection off, in an argument or by assignment; `insecure` is its unsafe value.",
        names="expression",
        roles=("switch",),
        arguments="optional",
        stored=True,
        attributes={"insecure": ("true", "false", "none", "star")},
        required=("insecure",),
        why=True,
    ),
    Kind(
        name="logs",
        doc="Records something for the operators; `level` says how loud, `given` where an argument says it.",
        names="callee",
        attributes={"level": LEVELS},
        required=("level",),
    ),
    Kind(
        name="tells-user",
        doc="Shows a message to the person who uses the program.",
        names="callee",
        roles=("message",),
        arguments="optional",
    ),
    Kind(
        name="cleanup",
        doc="Gives something back (closes, removes a temporary file): a failure of it is often of no interest.",
        names="callee",
        why=True,
    ),
    Kind(
        name="converts",
        doc="Turns a value into another or looks into it, and touches nothing else: it fails for what it was given.",
        names="callee",
    ),
    Kind(
        name="suppresses",
        doc="A context manager that drops exceptions.",
        names="callee",
    ),
    Kind(
        name="router",
        doc="Makes an application or router, on which endpoints are declared; `part` says which.",
        names="callee",
        roles=("prefix", "name"),
        arguments="optional",
        attributes={"part": ("application", "router")},
        required=("part",),
    ),
    Kind(
        name="endpoint",
        doc="A decorator that declares an endpoint; `verb` is the HTTP method, `any` where `methods` says.",
        names="callee",
        roles=("route", "methods", "name"),
        arguments="optional",
        attributes={"verb": VERBS, "inputs": INPUTS},
        required=("verb",),
    ),
    Kind(
        name="endpoint-register",
        doc="A call that ties a route to a handler; `handlers` lists the methods that answer where it is an object.",
        names="callee",
        roles=("route", "methods", "name", "handler"),
        arguments="required",
        attributes={"handlers": (), "verb": VERBS, "inputs": INPUTS},
        required=("verb",),
    ),
    Kind(
        name="router-mount",
        doc="A call that hangs a router, an application or a module's routes (`handler`) under a path.",
        names="callee",
        roles=("prefix", "handler"),
        arguments="required",
    ),
    Kind(
        name="endpoint-class",
        doc="Base class whose methods are endpoints; `handlers` lists those methods, separated by spaces.",
        names="class",
        attributes={"handlers": (), "shape": ("view", "resource", "consumer"), "inputs": INPUTS},
        required=("handlers", "shape"),
    ),
    Kind(
        name="request-object",
        doc="The object that carries the request; `named` is what all code of the library's users calls it, so that a "
        "parameter of that name which says nothing else of itself is it; with `beside` where the file mentions that.",
        names="expression",
        attributes={"named": (), "beside": ()},
    ),
    _class_kind("entity-base", "Base class of persisted entities."),
    _class_kind("manager-base", "Base class of query managers and query sets: wide by the library's design."),
    _class_kind("schema-base", "Base class of data shapes: validated input, serialised output, records."),
    _class_kind("converting-base", "Base class of models whose fields hold what their annotations say."),
    Kind(
        name="schema-decorator",
        doc="A decorator that makes a class a data shape.",
        names="callee",
    ),
    _class_kind("settings-base", "Base class whose annotated attributes are read from the environment."),
    _class_kind("interface-base", "Base class of interfaces: it declares and does nothing."),
    _class_kind("admin-base", "Base class of declarative administration screens."),
    _class_kind("visitor-base", "Base class of visitors: one method for each type of node, by design."),
    _class_kind("test-base", "Base class of tests."),
    _class_kind("exception-base", "Base class of exceptions."),
    _class_kind("enum-base", "Base class of enumerations."),
    Kind(
        name="external-system",
        doc="Touches a system outside the process; `system` says which sort.",
        names="expression",
        attributes={"system": SYSTEMS},
        required=("system",),
    ),
    Kind(
        name="query",
        doc="Sends a statement to a database; `effect` says whether it reads, writes or ends a transaction.",
        names="callee",
        attributes={"effect": ("reads", "writes", "either", "transaction")},
        required=("effect",),
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in (*_ALL, *FLOW_KINDS)})

WORD_LISTS: Mapping[str, str] = MappingProxyType(
    {
        "placeholder": "words that mark a value as a stand-in for a secret, never the secret itself",
        "weak-secret": "values so common that they protect nothing, though they are used as secrets",
        "secret-name": "last words of names that hold a credential",
        "not-secret-name": "names that contain such a word and hold no credential",
        "config-name": "last words of names that hold an environment-specific address",
        "reserved-host": "host names and suffixes that are set aside for examples and documentation",
        "public-host": "hosts whose addresses identify schemas, namespaces, licences or documentation",
        "hosting-host": "suffixes under which hosting providers name what they run for one customer",
        "local-host": "names of the machine itself",
        "outside-name": "words in names of objects that stand for a system outside the process",
        "any-host": "addresses that mean every network interface",
        "own-software": "names of software that everyone runs for themselves: a host named so is one installation",
        "service-scheme": "schemes of addresses that reach a service of one's own, never a page or a public interface",
        "collector-name": "words of addresses and names where a program reports about itself",
        "operator": "words in names of checks that let only operators of the application pass",
        "check-name": "words in names of functions that say of a value whether it may be used",
        "name-of-code": "attributes that say how a class, function or table is called in the program",
        "path-separator": "constants that stand between the pieces of a path",
        "shell": "names of programs that read a command line as a program",
        "public-key": "words of names, and beginnings of values, of keys that are made to be seen by everyone",
    }
)
