"""Whose a host is, and which texts are addresses at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.facts.addresses import address_of, host_of, host_sort, names_one_machine, project_words, url_of
from lintel.knowledge.index import load
from lintel.source.literals import HOLE

KNOWLEDGE = load()


def sort(host: str) -> str:
    return host_sort(host, KNOWLEDGE.words, frozenset({"shop"}))


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", "local"), ("127.0.0.1", "local"), ("::1", "local"), ("0.0.0.0", "any"),
        ("10.1.2.3", "internal"), ("192.168.1.9", "internal"), ("redis", "internal"), ("db.internal", "internal"),
        ("ollama.default.svc.cluster.local", "internal"), ("192.0.2.7", "reserved"), ("api.example.com", "reserved"),
        ("www.w3.org", "public"), ("api-staging.vendor.io", "staged"), ("qa.vendor.io", "staged"),
        ("d111111abcdef8.cloudfront.net", "hosted"), ("telemetry.shop.io", "own"), ("docs.shop.io", "public"),
        ("shop.io", "public"), ("api.vendor.com", "foreign"), ("169.254.169.254", "foreign"), ("*.vendor.com", "open"),
        (f"api.{HOLE}", "open"), ("", "open"),
    ],
)  # fmt: skip
def test_whose_a_host_is(host: str, expected: str) -> None:
    assert sort(host) == expected


@pytest.mark.parametrize(
    ("text", "form", "host", "port"),
    [
        ("http://db:5432/x", "url", "db", "5432"),
        ("postgresql://u:p@db.internal/x", "url", "db.internal", ""),
        ("http://[::1]:80/", "url", "::1", "80"),
        (f"https://api.shop.io{HOLE}", "url", "api.shop.io", ""),
        (f"https://api.{HOLE}/x", "url", HOLE, ""),
        ("db.internal:5432", "host-port", "db.internal", "5432"),
        ("10.0.0.1", "host", "10.0.0.1", ""),
        ("Shop <mail@shop.io>", "email", "shop.io", ""),
        ("/srv/shop/media", "path", "", ""),
        ("C:\\shop\\media", "path", "", ""),
    ],
)
def test_addresses_are_taken_apart(text: str, form: str, host: str, port: str) -> None:
    found = address_of(text)
    assert found is not None
    assert (found.form, found.host, found.port) == (form, host, port)


@pytest.mark.parametrize(
    "text",
    [
        "see http://db/x",
        "a word",
        "/route",
        "application/json",
        "shop.orders.region.RegionHandler",
        "http://",
        "x" * 600,
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert address_of(text) is None


def test_a_single_word_is_a_host_only_where_one_is_expected() -> None:
    assert address_of("redis") is None
    assert host_of("redis") is not None


@pytest.mark.parametrize(
    ("path", "chosen", "expected"),
    [
        ("/srv/data/x", False, True), ("/home/ann/x", False, True), ("/opt/ml/model", False, False),
        ("/opt/shop/x", False, True), ("/opt/ml/model", True, True), ("/proc/cpuinfo", True, False),
        ("/var/run/secrets/token", True, False), ("/etc/os-release", False, False),
    ],
)  # fmt: skip
def test_folders_of_one_machine(path: str, chosen: bool, expected: bool) -> None:
    address = address_of(path)
    assert address is not None
    assert names_one_machine(address, frozenset({"shop"}), chosen=chosen) is expected


def test_a_project_is_named_by_its_top_package() -> None:
    assert project_words("src/book_shop/core/x.py") == {"bookshop"}
    assert project_words("x.py") == frozenset()


@given(st.text(max_size=120))
def test_never_raises(text: str) -> None:
    address_of(text)
    host_of(text)
    found = url_of("http://" + text)
    sort(found.host if found else text)
