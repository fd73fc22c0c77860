"""What a file imports, when each import runs, and what its names are used for."""

from __future__ import annotations

import pytest

from lintel.facts.imports import Import
from lintel.facts.module import extract
from lintel.source.module import Module


def imports_of(text: str) -> tuple[Import, ...]:
    return extract(Module("pkg/mod.py", text.encode(), max_bytes=100_000)).imports


def only(text: str) -> Import:
    (found,) = imports_of(text)
    return found


class TestWhatIsImported:
    def test_a_plain_import_binds_its_first_word(self) -> None:
        found = only("import os.path\n")
        assert (found.module, found.kind, [(name.name, name.bound) for name in found.names]) == (
            "os.path",
            "Import",
            [("", "os")],
        )

    def test_each_module_of_one_statement_is_an_import_of_the_same_node(self) -> None:
        found = imports_of("import os\nimport a, b as c\n")
        assert [(each.module, each.ordinal, each.names[0].bound) for each in found] == [
            ("os", 0, "os"),
            ("a", 1, "a"),
            ("b", 1, "c"),
        ]

    def test_relative_modules_keep_their_dots(self) -> None:
        assert only("from ..models import User as U, Order\n").module == "..models"
        assert only("from . import views\n").module == "."

    def test_a_star_imports_everything(self) -> None:
        assert only("from .base import *\n").star
        assert not only("from .base import name\n").star


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("import a\n", "load"),
        ("try:\n    import a\nexcept ImportError:\n    a = None\n", "guarded"),
        ("import sys\nif sys.version_info > (3, 12):\n    import a\n", "guarded"),
        ("class C:\n    import a\n", "load"),
        ("def f():\n    import a\n", "deferred"),
        ("def f():\n    try:\n        import a\n    except ImportError:\n        pass\n", "deferred"),
        ("if __name__ == '__main__':\n    import a\n", "deferred"),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a\n", "typing"),
        ("import typing as t\nif t.TYPE_CHECKING:\n    import a\n", "typing"),
        ("if False:\n    import a\n", "typing"),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    pass\nelse:\n    import a\n", "load"),
        ("from typing import TYPE_CHECKING\nif not TYPE_CHECKING:\n    import a\n", "load"),
    ],
)
def test_when_it_runs(text: str, when: str) -> None:
    assert next(each for each in imports_of(text) if each.module == "a").when == when


def test_a_deferred_import_says_in_which_function() -> None:
    found = only("class C:\n    def m(self):\n        def inner():\n            from a import b\n")
    assert found.function == "C.m.inner"


@pytest.mark.parametrize(
    ("rest", "used"),
    [
        ("", "unused"),
        ("def f(x: User) -> None: ...\n", "annotation"),
        ("def f(x):\n    return User(x)\n", "deferred"),
        ("f = lambda: User()\n", "deferred"),
        ("class Admin(User): ...\n", "load"),
        ("def f(x=User): ...\n", "load"),
        ("@User\ndef f(x): ...\n", "load"),
        ("def f(x: User) -> None:\n    User(x)\n", "deferred"),
        ("def f(x):\n    User = x\n    return User\n", "unused"),
    ],
)
def test_what_a_name_is_used_for(rest: str, used: str) -> None:
    assert only(f"from models import User\n{rest}").names[0].used == used


def test_a_dotted_import_does_not_use_the_name_it_begins_with() -> None:
    shop = imports_of("import shop\nfrom shop.cart import Cart\nimport shop.order\n")[0]
    assert shop.names[0].used == "unused"
