"""What the names of functions are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.program.words import singular, subject, words


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("create_user", "user"),
        ("list_user_roles", "user role"),
        ("_get_active_users_by_team", "user"),
        ("package_show", "package"),
        ("tag_list", "tag"),
        ("tag_experiment", "experiment"),
        ("log_batch_metrics", "metric"),
        ("getHTTPSession", "session"),
        ("deleteRegisteredModelTag", "model tag"),
        ("get_for_user", "user"),
        ("save", ""),
        ("__init__", ""),
        ("run_all", ""),
        ("run_forever", ""),
        ("call_soon_threadsafe", "threadsafe"),
    ],
)
def test_subject(name: str, about: str) -> None:
    assert " ".join(subject(name)) == about


def test_words_know_every_style() -> None:
    assert words("parseHTTPUrl2") == ("parse", "http", "url", "2")
    assert [singular(word) for word in ("companies", "boxes", "class", "status", "users")] == [
        "company",
        "box",
        "class",
        "status",
        "user",
    ]


@given(st.text())
def test_any_text_has_a_subject(name: str) -> None:
    assert isinstance(subject(name), tuple)
