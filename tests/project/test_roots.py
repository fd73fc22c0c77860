"""Which folder is the root of a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintel.project.roots import root_of


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_the_nearest_lintel_table_wins_over_everything_nearer(home: Path) -> None:
    write(home / "repo/pyproject.toml", "[tool.lintel]")
    write(home / "repo/service/pyproject.toml", "[project]")
    (home / "repo/service/.git").mkdir()
    assert root_of(write(home / "repo/service/app/a.py"), home) == home / "repo"
    write(home / "repo/service/pyproject.toml", "[tool.lintel]")
    assert root_of(home / "repo/service/app", home) == home / "repo/service"


def test_then_the_repository_then_the_pyproject(home: Path) -> None:
    write(home / "repo/service/pyproject.toml", "[project]")
    file = write(home / "repo/service/app/a.py")
    assert root_of(file, home) == home / "repo/service"
    write(home / "repo/.git", "gitdir: elsewhere")
    assert root_of(file, home) == home / "repo"


def test_else_the_named_folder_or_the_folder_of_the_named_file(home: Path) -> None:
    file = write(home / "loose/a.py")
    assert root_of(file, home) == home / "loose"
    assert root_of(home / "loose", home) == home / "loose"


def test_where_that_is_a_package_the_parent_of_the_top_most_one(home: Path) -> None:
    write(home / "code/shop/__init__.py")
    file = write(home / "code/shop/cart/__init__.py")
    assert root_of(file, home) == home / "code"
    assert root_of(home / "code/shop/cart", home) == home / "code"


def test_never_above_the_home_folder(home: Path) -> None:
    write(home.parent / "pyproject.toml", "[tool.lintel]")
    (home.parent / ".git").mkdir()
    assert root_of(write(home / "a/b.py"), home) == home / "a"
    write(home / "__init__.py")
    write(home / "a/__init__.py")
    assert root_of(home / "a", home) == home


def test_what_lies_outside_the_home_folder_is_not_bounded_by_it(home: Path) -> None:
    write(home.parent / "repo/pyproject.toml", "[project]")
    assert root_of(write(home.parent / "repo/a/b.py"), home) == home.parent / "repo"
