"""The kinds that values are followed by: where a client's data comes in, where it is dangerous, what cleans it.

A danger is what can happen at a place that takes a client's text; sinks name theirs, and what cleans or checks a value
names those that it serves: escaping for HTML does not make SQL safe. What serves a danger serves its parts too: `code`
and `code-name` (a name that says which code is run), `sql`, `sql-fragment` and `sql-written` (what a method that an ORM
calls gives back as SQL).
"""

from __future__ import annotations

from typing import Final

from lintel.knowledge.kind import Kind

DANGERS: Final = (
    "sql",
    "sql-fragment",
    "sql-written",
    "command",
    "code",
    "code-expression",
    "code-name",
    "url",
    "redirect",
    "deserialise",
    "path",
    "html",
)
SERVED: Final = (*DANGERS, "path-root", "path-step", "all")
"""What cleaning or checking can serve; `all`: what is left is a number, or one of a closed set of values;
`path-root`: a path does not begin at the root; `path-step`: it has no step upwards."""

PARTS: Final = ("any", "body", "cookie", "file", "header", "message", "path", "query")
MADE: Final = (
    "code",
    "normal-path",
    "list",
    "queue",
    "packed",
    "host",
    "parents",
    "copy",
    "changed-copy",
    "fields",
    "keys",
    "mapping",
    "added",
    "any-item",
    "model",
    "tuple-class",
    "tuple",
    "item",
    "attribute",
    "address",
    "value-alone",
)
INPUTS: Final = (
    "path", "declared", "request", "request-then-path", "request-answer-path", "self", "resolver", "message", "none",
)  # fmt: skip
"""What the parameters of a handler are: pieces of the path; request data as their annotations and defaults declare; the
request alone; the request, then pieces of the path; the request, the answer, then pieces of the path; nothing (all
comes from `self`); the object above and what is known of the query, then its arguments (GraphQL); what others put in a
queue; nothing at all."""

FLOW_KINDS: Final = (
    Kind(
        name="request-data",
        doc="What a client sent, with all that is reached from it; `from` says which part of the request it is.",
        names="expression",
        attributes={"from": PARTS},
        required=("from",),
    ),
    Kind(
        name="harmless",
        doc="A value that no client can make a text of, though it is reached from what a client sent.",
        names="expression",
        why=True,
    ),
    Kind(
        name="parameter-marker",
        doc="A call that, as default or annotation of a handler's parameter, says which part of the request it takes, "
        "and by which regular expression the framework holds it to a `pattern`.",
        names="callee",
        roles=("pattern",),
        arguments="optional",
        attributes={"from": PARTS},
        required=("from",),
    ),
    Kind(
        name="held-to",
        doc="A call that, as declaration of a field or in its annotation, holds the field to a regular expression: "
        "`pattern`, or for all its fields `to`; it is looked for as `how` says.",
        names="callee",
        roles=("pattern",),
        arguments="optional",
        attributes={"to": (), "how": ("search", "match", "fullmatch")},
        required=("how",),
    ),
    Kind(
        name="calls-for-field",
        doc="A call that, in a field's annotation, has `callable` say what the field holds that is given this.",
        names="callee",
        roles=("callable",),
        arguments="required",
    ),
    Kind(
        name="default-maker",
        doc="A call that, as declaration of a field, has `callable` make what the field of each object holds.",
        names="callee",
        roles=("callable",),
        arguments="required",
    ),
    Kind(
        name="declares-field",
        doc="Tells its object, a parser of requests, of a field by its `name`: of its `type`, or one of `choices`.",
        names="callee",
        roles=("name", "type", "choices"),
        arguments="required",
    ),
    Kind(
        name="field-validator",
        doc="A decorator, called with names of fields (`*`: all), of a method that is given what such a field is given "
        "and says what it holds.",
        names="callee",
    ),
    Kind(
        name="validated-by",
        doc="A call that declares a field of a form: each of `validators` is called with the form and the field, whose "
        "attribute `holds` is what the field was given, and raises where it refuses that.",
        names="callee",
        roles=("validators",),
        arguments="required",
        attributes={"holds": ()},
        required=("holds",),
    ),
    Kind(
        name="field-methods",
        doc="A class whose methods, named `prefix` and then as a field is, say what the field "
        "holds; they are given nothing, or `takes` what the field is given, or the `field` itself, to refuse it.",
        names="class",
        attributes={"prefix": (), "takes": ("value", "field")},
        required=("prefix",),
    ),
    Kind(
        name="hands-object",
        doc="A class whose `handlers` are given an object of the class that its attribute `made-from` names, or, where "
        "it names none, what `otherwise` says.",
        names="class",
        attributes={"handlers": (), "made-from": (), "otherwise": ()},
        required=("handlers", "made-from", "otherwise"),
    ),
    Kind(
        name="signs",
        doc="Gives a signature of what its object was made of: who compares it with one that was sent checks that.",
        names="callee",
    ),
    Kind(
        name="injects",
        doc="A call that, as default or annotation of a handler's parameter, gives it what `callable` returns.",
        names="callee",
        roles=("callable",),
        arguments="required",
    ),
    Kind(
        name="message-handler",
        doc="A decorator whose function is called with what others put in a queue; `object` is what it makes of it.",
        names="callee",
        attributes={"object": ()},
    ),
    Kind(
        name="shared-store",
        doc="An object whose attributes or items are set in one function and read in others: the request's own store. "
        "Where it holds one value, `puts` is the method that sets it and `gives` the one that reads it.",
        names="expression",
        attributes={"puts": (), "gives": ()},
    ),
    Kind(
        name="sink",
        doc="Takes a text, in an argument or by assignment, that is a `danger` where a client decides it. `styles` are "
        "the parameter styles of its SQL, `safe` the values of `decides` that make it harmless (`dangerous`: all "
        "others are), `absent` what it "
        "is where that argument is not given; it `takes` expressions where what is no text may be a statement that a "
        "library built. `template` names the argument, or the attribute of the calling class, whose text the "
        "keywords of the call are put into; `quoted`: the callee puts quotes around the data and escapes nothing.",
        names="expression",
        roles=("data", "bound", "enables", "decides"),
        arguments="optional",
        stored=True,
        attributes={
            "danger": DANGERS,
            "styles": (),
            "safe": (),
            "dangerous": (),
            "absent": ("safe", "dangerous"),
            "takes": ("expressions",),
            "template": (),
            "quoted": ("true",),
        },
        required=("danger",),
    ),
    Kind(
        name="writes-sql",
        doc="A class whose `methods`, also of classes below, give back SQL that is executed, alone or as first of "
        "several; `given` are what they are called with, in order. With `named`, methods of any class are meant whose "
        "parameters have these names. `danger`: sql-written where attributes may be names that the class was given.",
        names="class",
        attributes={"methods": (), "given": (), "named": (), "danger": ("sql-fragment", "sql-written")},
        required=("methods", "danger"),
    ),
    Kind(
        name="cleans",
        doc="Gives back its `value` (without one: what it is called on) so that it is no danger of those in `for`; "
        "where it `raises` at any other, the value itself is none from there on.",
        names="callee",
        roles=("value",),
        arguments="optional",
        attributes={"for": SERVED, "how": ("raises",)},
        required=("for",),
        several=("for",),
    ),
    Kind(
        name="checks",
        doc="Tells whether its `value` (without one: what it is called on) is no danger of those in `for`: it returns "
        "true, or raises otherwise, or `denies`: returns true where it is one; with `of`, only where it is such, or "
        "(`signed`) what one of its values is the signature of.",
        names="callee",
        roles=("value",),
        arguments="optional",
        attributes={"for": SERVED, "how": ("returns", "raises", "denies"), "of": ("normal-path", "signed")},
        required=("for", "how"),
        several=("for",),
    ),
    Kind(
        name="carries",
        doc="Gives back something made of its `value` (or of what it is called on), as dangerous as that was; `makes` "
        "normal-path where it is an absolute path without `..`, list where it is a list of its arguments, "
        "host where it is the host of an address, parents where it is the folders above a path, code where it is "
        "compiled, copy and changed-copy where it is the same once more, fields where it is an object with a field for "
        "each keyword, keys where it is a dictionary of one value under each key, "
        "mapping where it is a dictionary of an object's fields, added where it is nothing and the next argument is "
        "put into the value, any-item where it is one of what the value holds, "
        "model where it is an object of the class that is asked, filled from the value, "
        "tuple-class where it is a class of tuples with these names and tuple where it is one of those, item and "
        "attribute where it is what a reader reads by the keys that it was made with, queue where it is an empty "
        "queue, packed where what `undoes` it (said of another row) gives back what it was made of, "
        "address where it is put together of the parts of one, value-alone where its other arguments do not count.",
        names="callee",
        roles=("value",),
        arguments="optional",
        attributes={"makes": MADE, "undoes": ()},
    ),
    Kind(
        name="seals",
        doc="Signs or encrypts its `value` for whoever `opens` it again, told by the same `seal`.",
        names="callee",
        roles=("value",),
        arguments="required",
        attributes={"seal": ()},
        required=("seal",),
    ),
    Kind(
        name="opens",
        doc="Gives back what was signed or encrypted with the same `seal`: from a client, but nothing that it changed.",
        names="callee",
        attributes={"seal": ()},
        required=("seal",),
    ),
    Kind(
        name="never-returns",
        doc="Always raises or ends the program: what follows a call of it is not reached.",
        names="callee",
    ),
    Kind(
        name="calls",
        doc="Calls its `callable` with the arguments that follow, or `positional`; `gives` says what comes back.",
        names="callee",
        roles=("callable", "positional"),
        arguments="required",
        attributes={"gives": ("result", "awaitable", "future", "callable", "nothing", "each", "folded")},
        required=("gives",),
    ),
)
