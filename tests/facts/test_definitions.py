"""What a file defines, with sizes that do not depend on formatting."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintel.facts.definitions import Class, Definitions, Function
from lintel.facts.module import ModuleFacts, extract
from lintel.source.module import Module


def definitions_of(text: str) -> Definitions:
    return extract(Module("pkg/mod.py", text.encode(), max_bytes=1_000_000)).definitions


def function(text: str) -> Function:
    return definitions_of(text).functions[0]


def class_(text: str) -> Class:
    return definitions_of(text).classes[0]


class TestFunctions:
    def test_names_say_where_a_function_stands(self) -> None:
        found = definitions_of("def f():\n    def g(): ...\nclass C:\n    def m(self): ...\n").functions
        assert [(each.name, each.owner, each.nested) for each in found] == [
            ("f", "", False),
            ("f.g", "", True),
            ("C.m", "C", False),
        ]

    @pytest.mark.parametrize(
        "annotation",
        [
            "User",
            "models.User",
            "Local",
            "Local.Inner",
            "Optional[User]",
            "typing.Optional[User]",
            "User | None",
            "None | User",
            "None",
            "int",
            "list[User]",
            "Annotated[User, 3]",
            "Optional[Annotated[User, 'x']]",
            "dict[str, User]",
            "unknown",
            "User | Local | None",
            "...",
            "[User]",
        ],
    )
    def test_annotations_say_the_same_in_quotes(self, annotation: str) -> None:
        head = (
            "import typing, models\nfrom typing import Annotated, Optional\nfrom models import User\n"
            "class Local:\n    class Inner: ...\n"
        )
        plain = definitions_of(
            f"{head}class C:\n    x: {annotation}\n    def f(self, a: {annotation}) -> {annotation}: ...\n"
        )
        text = repr(annotation)
        quoted = definitions_of(f"{head}class C:\n    x: {text}\n    def f(self, a: {text}) -> {text}: ...\n")
        assert quoted == plain

    def test_a_part_of_an_annotation_may_be_quoted(self) -> None:
        found = function(
            "from __future__ import annotations\nfrom typing import Optional\nfrom models import User\n"
            "def f(a: Optional['User'], b: 'User' | None, c: Optional['models.' 'User'], d: 'not ( Python'): ...\n"
        )
        assert [each.annotation for each in found.parameters] == ["models.User", "models.User", "", ""]

    def test_a_quoted_name_may_be_defined_further_down(self) -> None:
        assert function("def f() -> 'Later': ...\nclass Later: ...\n").returns == ":Later"

    def test_parameters_keep_their_stars_and_the_names_of_their_annotations(self) -> None:
        found = function(
            "from typing import Optional\nfrom models import User\n"
            "def f(a, /, b: User, *rest, c: Optional[User], d: User | None = None, **more): ...\n"
        )
        assert [(each.name, each.annotation) for each in found.parameters] == [
            ("a", ""),
            ("b", "models.User"),
            ("*rest", ""),
            ("c", "models.User"),
            ("d", "models.User"),
            ("**more", ""),
        ]

    def test_decorators_have_qualified_names_and_their_first_text(self) -> None:
        found = function(
            "from fastapi import APIRouter\nrouter = APIRouter()\n"
            '@router.get("/users/{key}")\nasync def read(key): ...\n'
        )
        assert [(each.name, each.text) for each in found.decorators] == [("fastapi.APIRouter().get", "/users/{key}")]
        assert found.is_async

    @pytest.mark.parametrize(
        ("body", "shape"),
        [
            ('"""Says what it does."""', "stub"),
            ("pass", "stub"),
            ("...", "stub"),
            ("raise NotImplementedError('later')", "stub"),
            ("return None", "stub"),
            ("return", "stub"),
            ("return self.store.get(key)", "delegate"),
            ("self.store.close()", "delegate"),
            ("return 1", "body"),
            ("return key", "body"),
            ("raise ValueError(key)", "body"),
        ],
    )
    def test_shape(self, body: str, shape: str) -> None:
        assert function(f"def f(self, key):\n    {body}\n").shape == shape
        assert function(f"def f(self, key): {body}\n").shape == shape

    def test_sizes_count_statements_and_branches_of_nested_functions_too(self) -> None:
        found = definitions_of(
            "def f(x):\n    def g():\n        return 1\n    if x:\n        return g()\n"
            "    try:\n        g()\n    except ValueError:\n        pass\n"
        ).functions
        assert (found[0].statements, found[0].branches) == (6, 2)
        assert (found[1].statements, found[1].branches) == (0, 0)

    def test_sizes_do_not_depend_on_lines(self) -> None:
        wide = function("def f(\n    a,\n):\n    return call(\n        a,\n    )\n")
        assert wide.statements == function("def f(a):\n    return call(a)\n").statements == 1


class TestClasses:
    def test_bases_are_qualified_without_subscripts(self) -> None:
        head = "from typing import Generic\nimport models as m\n"
        found = class_(head + "class C(m.Base, Generic[int], metaclass=M): ...\n")
        assert found.bases == ("models.Base", "typing.Generic")
        assert found.keywords == ("metaclass=",)

    def test_attributes_come_from_the_body_and_from_self(self) -> None:
        found = class_(
            "import redis\nclass C:\n    size: int = 1\n    kind = None\n"
            "    def __init__(self):\n        self.cache = redis.Redis()\n"
        )
        assert {each.name: each.value for each in found.attributes} == {
            "size": "builtins.int",
            "kind": "",
            "cache": "redis.Redis()",
        }

    def test_a_class_in_a_function_is_nested(self) -> None:
        assert class_("def make():\n    class C: ...\n    return C\n").nested


class TestModuleLevel:
    def test_aliases_are_what_other_files_reach_through(self) -> None:
        found = definitions_of("from a import b\nc = b.d\nlimit = 3\ncount = 0\ncount = 1\n")
        assert [(each.name, each.target) for each in found.aliases] == [("c", "a.b.d")]
        assert found.variables == ("c", "limit", "count")

    @pytest.mark.parametrize(
        ("text", "exports"),
        [
            ("", None),
            ("__all__ = ['a', 'b']\n", ("a", "b")),
            ("__all__ = ('a',)\n__all__ += ['b']\n", ("a", "b")),
            ("__all__ = ['a'] + ['b']\n", ("a", "b")),
            ("__all__ = names()\n", None),
        ],
    )
    def test_exports(self, text: str, exports: tuple[str, ...] | None) -> None:
        assert definitions_of(text).exports == exports


_LINES = st.sampled_from(
    [
        "import a.b as c", "from .x import *", "class K(c, k=1):", "    def m(self, *a: 'K', **k): return self.m()",
        "    x: int", "def f(x=lambda: c): pass", "@c.d('t', 1)", "async def g(): await c()", "if TYPE_CHECKING:",
        "    import z", "else:", "    z = None", "try:", "    q = [y for y in c]", "except c.E as e:", "    del q",
        "__all__ = ['f'] + other", "match c:", "    case c.A(x=1): pass",
        "with c as (p, q): pass", "global w", "x: c = 1", "x.y: c",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=12))
def test_never_raises_and_survives_storing(lines: list[str]) -> None:
    text = "\n".join([*lines, ""])
    try:
        compile(text, "x", "exec")
    except SyntaxError:
        return
    facts = extract(Module("pkg/mod.py", text.encode(), max_bytes=100_000))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(facts), type=ModuleFacts) == facts
