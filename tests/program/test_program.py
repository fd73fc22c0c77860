"""The linked program answers by name and key, with plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.facts.module import extract
from lintel.finding import Span
from lintel.program.program import Program
from lintel.source.module import Module

if TYPE_CHECKING:
    from linking import Link

    from lintel.knowledge.index import Knowledge

FILES = {
    "shop/cart.py": (
        "from shop import order\nX = order\n" + "".join(f"def f{n}(a):\n    b = a\n    return b\n" for n in range(12))
    ),
    "shop/order.py": "from shop import cart\n\nclass Order:\n    parts = cart\n",
}


def test_subjects_are_sorted_and_their_answers_can_be_stored(link: Link) -> None:
    program = link(FILES)
    for kind in program.subject_kinds:
        keys = program.subjects(kind)
        assert list(keys) == sorted(keys)
        for key in keys:
            assert msgspec.msgpack.encode(program.answer(kind, key), order="deterministic")
    assert program.subjects("import-ring") == ["load|shop/cart.py"]
    assert program.subjects("unit") == ["shop/cart.py|"]


def test_a_definition_is_asked_by_the_name_as_written(link: Link) -> None:
    program = link(FILES)
    assert program.answer("definition", "shop/cart.py|shop.order.Order") == ("shop/order.py", "Order")
    assert program.answer("definition", "shop/cart.py|os.path") is None
    assert program.answer("module-name", "shop/cart.py") == "shop.cart"


BARRED = st.lists(st.sampled_from(["a", "|", "||", "b|c", "x.", "é", " "]), min_size=1, max_size=6).map("".join)
"""Names of files and folders that hold the sign that keys are made with."""

BASE = "class Base: ...\nclass Child(Base): ...\nLIMIT_URL = 'x'\nprint(LIMIT_URL)\n"
READER = "import os\ndef read(name, default):\n    return os.environ.get(name, default)\n"


@given(folder=BARRED, name=BARRED)
def test_a_bar_in_a_path_leaves_every_answer_as_it_is(knowledge: Knowledge, folder: str, name: str) -> None:
    def answers(path: str) -> list[object]:
        body = "".join(f"def order_{n}(a):\n    b = a\n    return b\n" for n in range(12))
        text = f"{BASE}{READER}class Service:\n" + "".join(f"    {line}\n" for line in body.splitlines())
        facts = {path: extract(Module(path, text.encode(), max_bytes=1_000_000))}
        spans = {"ClassDef": [Span(1, 0, 1, 15), Span(2, 0, 2, 22)]}
        program = Program(facts, {path: spans}.__getitem__, {}, knowledge)
        asked = [
            *(("place", f"ClassDef|{ordinal}") for ordinal in (0, 1)),
            *(("definition", f":{defined}") for defined in ("Base", "Child.none", "read")),
            *(("is-inherited", defined) for defined in ("Base", "Child")),
            ("is-set-again", "LIMIT_URL"),
            ("constant-uses", "LIMIT_URL"),
            ("config-reader", ":read"),
            *(("unit", key.removeprefix(f"{path}|")) for key in program.subjects("unit")),
        ]
        assert {question for question, _ in asked} > {"unit", "place"}
        return [
            msgspec.json.encode(program.answer(question, f"{path}|{key}")).decode().replace(_quoted(path), "PATH")
            for question, key in asked
        ]

    assert answers(f"{folder}/{name}.py") == answers("app/orders.py")


def _quoted(path: str) -> str:
    return msgspec.json.encode(path).decode()[1:-1]


def test_an_unknown_question_is_an_error(link: Link) -> None:
    with pytest.raises(KeyError):
        link(FILES).answer("weather", "shop/cart.py")
