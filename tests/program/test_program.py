"""The linked program answers by name and key, with plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

if TYPE_CHECKING:
    from linking import Link

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


def test_an_unknown_question_is_an_error(link: Link) -> None:
    with pytest.raises(KeyError):
        link(FILES).answer("weather", "shop/cart.py")
