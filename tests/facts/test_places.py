"""Where a value stands: the way up from it ends at what decides its role."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintel.facts.places import Place, place_of
from lintel.source.literals import string_value
from lintel.source.module import Module


def place(text: str) -> Place:
    """The place of the string 'here' in a file."""
    module = Module("app.py", text.encode(), max_bytes=1_000_000)
    node = next(each for each in module.walked.of("SimpleString") if string_value(each) == "here")
    return place_of(node, module)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("HOST = 'here'", "bound", "HOST"),
        ("self.host = 'here'", "bound", "host"),
        ("config['HOST'] = 'here'", "bound", "HOST"),
        ("HOST: str = 'here'", "bound", "HOST"),
        ("HOST = str('here').strip()", "bound", "HOST"),
        ("X = {'a': {'HOST': 'here'}}", "bound", "HOST"),
        ("X = dict(HOST='here')", "argument", "HOST"),
        ("connect('here')", "argument", ""),
        ("connect(host='here')", "argument", "host"),
        ("connect(['a', 'here'])", "argument", ""),
        ("connect(f'{a}' + 'here')", "argument", ""),
        ("def f(host='here'): ...", "default", "host"),
        ("HOST = x or 'here'", "default", "HOST"),
        ("HOST = x if x else 'here'", "default", "HOST"),
        ("HOST = a if x else 'here'", "bound", "HOST"),
        ("HOST = read.get('HOST', 'here')", "default", ""),
        ("HOST = anything('SHOP_HOST', 'here')", "default", ""),
        ("option(default='here')", "default", "default"),
        ("if not host:\n    host = 'here'", "default", "host"),
        ("if host is None:\n    host = 'here'", "default", "host"),
        ("if staging:\n    host = 'here'", "bound", "host"),
        ("if 'HOSTS' in os.environ:\n    hosts = {}\nelse:\n    hosts = {'main': 'here'}", "default", "main"),
        ("if host == 'unset':\n    host = 'here'", "default", "host"),
        ("if 'HOST' not in config:\n    config['HOST'] = 'here'", "default", "HOST"),
        ("if not hasattr(config, 'HOST'):\n    config.HOST = 'here'", "default", "HOST"),
        ("if given:\n    host = given\nelse:\n    host = 'here'", "default", "host"),
        ("if staging:\n    host = 'here'\nelse:\n    host = read()", "default", "host"),
        ("if staging:\n    host = 'here'\nelse:\n    for x in y:\n        host = x", "bound", "host"),
        ("if staging:\n    host = 'here'\nelse:\n    host = 'there'", "bound", "host"),
        ("if staging: host = 'here'\nelse: host = 'there'", "bound", "host"),
        ("HOST = env.str('HOST', 'here')", "default", ""),
        ("HOST = 'here'.replace('a', b)", "bound", "HOST"),
        ("INFO = {'contact': {'url': 'here'}}", "said", "url"),
        ("try:\n    host = f()\nexcept KeyError:\n    host = 'here'", "default", "host"),
        ("a == 'here'", "compared", ""),
        ("a.startswith('here')", "compared", ""),
        ("match a:\n    case 'here': ...", "compared", ""),
        ("log.info('here')", "said", ""),
        ("raise ValueError('here')", "said", ""),
        ("option(help='here')", "said", "help"),
        ("a['here']", "index", ""),
        ("X = {'here': 1}", "index", ""),
        ("'here'", "statement", ""),
        ("def host():\n    return 'here'", "returned", "host"),
    ],
)
def test_kinds(text: str, kind: str, name: str) -> None:
    found = place(text)
    assert found.kind == kind
    assert found.name == name


def test_keys_stand_outermost_first() -> None:
    assert place("X = {'default': {'HOST': 'here'}}").keys == ("default", "HOST")


def test_an_argument_knows_its_call_and_where_it_stands() -> None:
    found = place("connect(1, 'here')")
    assert (found.position, found.keyword) == (1, None)
    assert found.callee.value == "connect"


AROUND = [
    "f({})", "[{}]", "(a or {})", "{{'k': {}}}", "({} + 'x')", "g(k={}).m()", "(a if {} else b)", "(a if b else {})",
    "(lambda: {})", "[{} for _ in a]", "a[{}]", "({} == a)", "f'{{x}}' 'y' + {}", "(x := {})", "str({}).strip()",
    "(not {})",
]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(AROUND), max_size=5))
def test_never_raises(around: list[str]) -> None:
    expression = "'here'"
    for each in around:
        expression = each.format(expression)
    assert place(f"x = {expression}").kind
