"""The import graph: which module needs which, when, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linking import Link


def test_edges_say_when_and_what_for(link: Link) -> None:
    program = link(
        {
            "shop/__init__.py": "",
            "shop/cart.py": (
                "from shop import order\nfrom shop.order import Line\nimport os\n\ndef f(): return order.x, Line\n"
            ),
            "shop/order.py": "def g():\n    import shop.cart\n",
            "shop/types.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .cart import f\n",
        }
    )
    assert program.imports.show().splitlines() == [
        "shop/cart.py -> shop/order.py [load] Line, order (used: deferred)",
        "shop/order.py -> shop/cart.py [deferred] shop.cart (used: deferred)",
        "shop/types.py -> shop/cart.py [typing] f (used: unused)",
    ]


def test_a_name_that_a_package_binds_itself_is_not_its_submodule(link: Link) -> None:
    program = link(
        {
            "shop/__init__.py": "from .price import price\n",
            "shop/price.py": "def price(): ...\n",
            "main.py": "from shop import price\n",
        }
    )
    assert ("main.py", "shop/__init__.py") in program.imports.edges
    assert ("main.py", "shop/price.py") not in program.imports.edges


def test_a_sibling_reached_through_the_package_is_the_sibling(link: Link) -> None:
    program = link(
        {
            "shop/__init__.py": "from .money import Money\n",
            "shop/money.py": "class Money: ...\n",
            "shop/cart.py": "from shop import Money\n",
            "main.py": "from shop import Money\n",
        }
    )
    assert ("shop/cart.py", "shop/money.py") in program.imports.edges
    assert ("main.py", "shop/__init__.py") in program.imports.edges


def test_packages_around_a_target_are_implied_but_not_ones_own(link: Link) -> None:
    program = link(
        {
            "shop/__init__.py": "",
            "shop/a.py": "import shop.b\nimport lib.deep.c\n",
            "shop/b.py": "",
            "lib/__init__.py": "",
            "lib/deep/__init__.py": "",
            "lib/deep/c.py": "",
        }
    )
    assert program.imports.implied == {"shop/a.py": ("lib/__init__.py", "lib/deep/__init__.py")}
