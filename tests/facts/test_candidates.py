"""Where constants are looked for: behind names that texts begin with, in lists, and where another value comes later."""

from __future__ import annotations

from typing import Any

import pytest

from lintel.facts.candidates import is_given_later, listed_strings, name_of_read, start_behind
from lintel.facts.places import place_of
from lintel.source.literals import string_value
from lintel.source.module import Module


def read(text: str) -> Module:
    return Module("app.py", text.encode(), max_bytes=1_000_000)


def here(module: Module) -> Any:
    return next(node for node in module.walked.of("SimpleString") if string_value(node) == "here")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("base = 'here'\nget(f'{base}/x')", True),
        ("base = 'here'\nget(base + '/x' + y)", True),
        ("def f(base):\n    get(f'{base}/x')", False),
        ("base = 'here'\nget(f'/x/{base}')", False),
        ("base = 'here'\nbase = 'there'\nget(f'{base}/x')", False),
        ("base = 'here'\nget(base - x)", False),
    ],
)
def test_the_string_a_text_begins_with(text: str, found: bool) -> None:
    module = read(text)
    begins = start_behind(module, module.walked.of("Call")[-1].args[0].value)
    assert (begins is not None and string_value(begins) == "here") is found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("X = os.getenv('KEY', 'here')", "KEY"),
        ("X = os.getenv('KEY') or 'here'", "KEY"),
        ("class A:\n    key: str = Field(default='here')", "key"),
        ("class A:\n    key: str = 'here'", "key"),
        ("option('--key', default='here')", "key"),
        ("X = read(name, 'here')", ""),
    ],
)
def test_the_name_that_a_value_stands_in_for(text: str, name: str) -> None:
    module = read(text)
    assert name_of_read(module, here(module), place_of(here(module), module)) == name


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("x = 'here'\nif a:\n    x = a.b", True),
        ("self.x = 'here'\nself.x = a.b", True),
        ("self.x = 'here'\nself.y = a.b", False),
        ("x = 'here'\nx = 'there'", False),
        ("x = 'here'", False),
    ],
)
def test_what_is_worked_out_later_takes_the_place_of_a_constant(text: str, later: bool) -> None:
    module = read(text)
    assert is_given_later(module, place_of(here(module), module)) is later


def test_strings_of_lists() -> None:
    module = read("HOSTS = ['a', 'b', c]\nHOSTS = ('d',)\nOTHERS = ['e']\nHOSTS = 'f'\n")
    assert [string_value(each) for each in listed_strings(module, "HOSTS")] == ["a", "b", "d"]
