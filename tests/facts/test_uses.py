"""What each function makes use of."""

from __future__ import annotations

from lintel.facts.module import extract
from lintel.facts.uses import Uses
from lintel.source.module import Module


def uses_of(text: str) -> dict[str, Uses]:
    facts = extract(Module("pkg/mod.py", text.encode(), max_bytes=100_000))
    return {each.owner: each for each in facts.uses}


def test_attributes_of_self_are_told_apart_by_how_they_are_used() -> None:
    found = uses_of(
        "class C:\n    def m(self):\n        self.a = self.b\n        self.c()\n        with self.d() as e:\n"
        "            self.f.g()\n        self.h += 1\n        return super().m\n"
    )["C.m"]
    assert found.read == ("b", "c", "d", "f")
    assert found.written == ("a", "h")
    assert found.called == ("c", "d")
    assert found.entered == ("d",)


def test_names_from_imports_are_the_longest_chain_and_say_whether_they_are_called() -> None:
    text = "import requests\nfrom models import User\ndef f():\n    return requests.get(User.url).json()\n"
    found = uses_of(text)["f"]
    assert found.names == ("models.User.url", "requests.get()")


def test_names_of_this_module_begin_with_a_colon() -> None:
    found = uses_of("LIMIT = 1\ndef g(): return LIMIT\ndef f():\n    return g()\n")
    assert found["g"].names == (":LIMIT",)
    assert found["f"].names == (":g()",)


def test_a_local_name_hides_the_one_of_the_module() -> None:
    found = uses_of("from models import user\ndef f(user):\n    return user.name\ndef g():\n    return user.name\n")
    assert "f" not in found
    assert found["g"].names == ("models.user.name",)


def test_an_import_inside_a_function_counts_there() -> None:
    assert uses_of("def f():\n    from models import User\n    return User()\n")["f"].names == ("models.User()",)


def test_nested_functions_belong_to_the_outermost() -> None:
    found = uses_of("import a\nclass C:\n    def m(self):\n        def inner():\n            return a.b(self.x)\n")
    assert set(found) == {"C.m"}
    assert (found["C.m"].read, found["C.m"].names) == (("x",), ("a.b()",))


def test_decorators_and_annotations_belong_to_their_function() -> None:
    found = uses_of("import a\n@a.route\ndef f(x: a.User): ...\nclass C(a.Base):\n    y = a.field()\n")
    assert found["f"].names == ("a.User", "a.route")
    assert found["C"].names == ("a.Base", "a.field()")
