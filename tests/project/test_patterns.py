"""Globs of settings mean what they mean to ruff."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.project.patterns import compile_patterns, translate
from lintel.settings import Pattern


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("migrations", "app/migrations/0001.py", True),
        ("migrations", "app/my_migrations/a.py", False),
        ("*_pb2.py", "a/b/c_pb2.py", True),
        ("tests/*", "tests/unit/test_a.py", True),
        ("tests/*", "app/tests/a.py", False),
        ("**/tests/*", "app/tests/a.py", True),
        ("**/tests/*", "tests/a.py", True),
        ("tests/", "app/tests/a.py", True),
        ("./app/a.py", "app/a.py", True),
        ("app/legacy", "app/legacy/deep/a.py", True),
        ("app/legacy", "app/legacy2/a.py", False),
        ("app/**", "app/x/y.py", True),
        ("app/**/views.py", "app/views.py", True),
        ("app/**/views.py", "app/x/y/views.py", True),
        ("{a,b}/*.py", "b/x.py", True),
        ("[ab].py", "x/b.py", True),
        ("[!ab].py", "x/b.py", False),
        ("/repo/app/*.py", "app/x.py", True),
        ("../repo/app/x.py", "app/x.py", False),
        ("[", "[", True),
        ("a+b.py", "a+b.py", True),
    ],
)
def test_a_pattern_matches_a_path_or_a_folder_around_it(pattern: str, path: str, matches: bool) -> None:
    assert compile_patterns([Pattern("/repo", pattern)]).covers("/repo", path) is matches


def test_folders_above_the_root_are_not_asked() -> None:
    assert not compile_patterns([Pattern("/build/repo", "build")]).covers("/build/repo", "app/a.py")


def test_an_anchored_pattern_starts_from_the_folder_of_its_file() -> None:
    nested = compile_patterns([Pattern("/repo/services/a", "gen/*.py")])
    assert nested.covers("/repo", "services/a/gen/x.py")
    assert not nested.covers("/repo", "gen/x.py")


@given(st.text())
def test_every_text_is_a_usable_glob(text: str) -> None:
    re.compile(translate(text))
