"""Resources are read from whole routes: behind what all share, by what a segment is about."""

from __future__ import annotations

import pytest

from lintel.facts.definitions import Function
from lintel.program.resources import resources, shared_segment


def _said(*routes: str) -> list[str]:
    function = Function("f", 0, "", False, False, (), (), "", "body", 3, 0)
    return [f"{part.label} {len(part.functions)}" for part in resources([(function, route) for route in routes])]


@pytest.mark.parametrize(
    ("routes", "said"),
    [
        (("/users", "/users/{key}", "/orders"), ["users 2", "orders 1"]),
        (("/api/v1/users", "/v2/user/{key}"), ["users 2"]),
        (("/shop/carts", "/shop/carts/<int:key>", "/shop/gifts"), ["carts 2", "gifts 1"]),
        (("/orders", "/orders/{key}", "/orders/{key}/lines", "/orders/export"), ["orders 4"]),
        (("/add_package", "/move_package", "/add_user"), ["package 2", "user 1"]),
        (("/{tenant}/rooms", "/{tenant}/rooms/{key}"), ["rooms 2"]),
        (("", "/{key}"), []),
    ],
)
def test_resources(routes: tuple[str, ...], said: list[str]) -> None:
    assert _said(*routes) == said


def test_the_segment_that_nearly_all_routes_share() -> None:
    assert shared_segment([f"/api/auth/{word}" for word in "abcdefgh"]) == "auth"
    assert shared_segment([f"/{word}" for word in "abcdefgh"]) == ""
    assert shared_segment(["/auth/login", "/auth/logout"]) == ""
