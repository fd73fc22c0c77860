"""Names that hold credentials, values that look like one, and what may be said of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.facts.fallbacks import Flags, unsafe_fallback
from lintel.facts.secrets import masked, password_in_url, secret_sort, value_sort, words_of
from lintel.knowledge.index import load

KNOWLEDGE = load()
PLACEHOLDERS = KNOWLEDGE.words("placeholder")
FLAGS = Flags(("debug",), ("verify_ssl",))


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("DB_PASSWORD", "password"), ("adminPasswd", "password"), ("SECRET_KEY", "own"), ("JWTSecret", "own"),
        ("client_secret", "own"), ("apiKey", "issued"), ("github_token", "issued"), ("PASSWORD_DEFAULT", "password"),
        ("token_type", None), ("max_tokens", None), ("API_KEY_HEADER", None), ("password_reset", None),
        ("primary_key", None), ("PASSWORD_HASHER", None), ("tokenizer", None), ("secret_name", None), ("monkey", None),
    ],
)  # fmt: skip
def test_what_a_name_holds(name: str, sort: str | None) -> None:
    assert secret_sort(name, KNOWLEDGE.words) == sort


@pytest.mark.parametrize(
    ("value", "sort"),
    [
        ("q8Zr1LwX0vTn5JpYc3KdG7hB", "random"), ("9f86d081884c7d659a2feaa0c55ad015", "random"),
        ("Winter2024!", "chosen"), ("hunter22", "chosen"), ("postgres", "wordy"), ("x-api-key", "wordy"),
        ("/run/secrets/key", "wordy"), ("certs/key.pem", "wordy"), ("https://vendor.io/token", "wordy"),
        ("Choose a password", "wordy"), ("SHOP_ADMIN_PASSWORD", "wordy"), ("application/json", "wordy"),
        ("<password>", "placeholder"), ("${PASSWORD}", "placeholder"), ("your-api-key", "placeholder"),
        ("xxxxxxxx", "placeholder"), ("changeme", "placeholder"), ("AKIAIOSFODNN7EXAMPLE", "placeholder"),
    ],
)  # fmt: skip
def test_what_a_value_looks_like(value: str, sort: str) -> None:
    assert value_sort(value, "credential", PLACEHOLDERS) == sort


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("postgresql://shop:v3rySecr3t@db/x", "password"), ("mysql://root:password@localhost/x", "password"),
        ("https://68b045ab408a4d32a910d339be8591a4@o1.sentry.io/5", "key"), ("postgresql://user:password@host/x", None),
        ("postgresql://shop@db/x", None), ("http://db/x", None), ("postgresql://shop:{}@db/x", None),
        ("postgresql://shop:v3rySecr3t@db.example.com/x", None), ("redis://:v3rySecr3t@cache:6379/0", "password"),
        ("redis://:@cache:6379/0", None), ("redis://@cache:6379/0", None), ("redis://:<password>@cache/0", None),
    ],
)  # fmt: skip
def test_credentials_in_addresses(text: str, found: str | None) -> None:
    assert password_in_url(text, KNOWLEDGE.words) == found


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("SECRET_KEY", "dev", "secret"), ("DB_PASSWORD", "postgres", "secret"), ("SECRET_KEY", "changeme", "secret"),
        ("DEBUG", "True", "flag"), ("DEBUG", True, "flag"), ("VERIFY_SSL", "0", "flag"),
        ("SECRET_KEY", "", None), ("SECRET_KEY", None, None), ("SECRET_KEY", "<secret>", None), ("DEBUG", False, None),
        ("OPENAI_API_KEY", "no-key", None), ("PRIVATE_KEY", "/run/secrets/key", None), ("ENABLE_AUTH", "true", None),
        ("PORT", "5432", None),
    ],
)  # fmt: skip
def test_unsafe_fallbacks(name: str, value: object, what: str | None) -> None:
    found = unsafe_fallback(name, value, KNOWLEDGE.words, FLAGS)  # type: ignore[arg-type]
    assert (found.what if found else None) == what


def test_a_value_is_never_shown_whole() -> None:
    for value in ("hunter22", "q8Zr1LwX0vTn5JpYc3KdG7hB"):
        assert value not in masked(value)
        assert value[5:] not in masked(value)


def test_words_of_names() -> None:
    assert words_of("dbPassword") == words_of("DB_PASSWORD") == words_of("db-password") == ("db", "password")


@given(st.text(max_size=80), st.text(max_size=40))
def test_never_raises(value: str, name: str) -> None:
    secret_sort(name, KNOWLEDGE.words)
    value_sort(value, name, PLACEHOLDERS)
    password_in_url("x://" + value, KNOWLEDGE.words)
    masked(value)
