"""Which files belong to a project, and what is said of the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from lintel.project.discovery import Discovered, discover, why_left_out
from lintel.settings import Pattern, Settings


def grow(root: Path, *paths: str, texts: Mapping[str, str] | None = None) -> Path:
    for path, text in {**dict.fromkeys(paths, ""), **(texts or {})}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def found(root: Path, settings: Settings | None = None) -> Discovered:
    return discover(str(root), settings or Settings(), lambda _: None)


def files(root: Path, settings: Settings | None = None) -> list[str]:
    return [file.path for file in found(root, settings).files]


def left_out(root: Path, settings: Settings | None = None) -> dict[str, str]:
    return {left.path: left.reason for left in found(root, settings).left_out}


def test_all_python_files_sorted_by_path(tmp_path: Path) -> None:
    grow(tmp_path, "b.py", "a/z.py", "a/y/x.py", "a.py", "a/readme.md", "B.py", "ä.py")
    assert files(tmp_path) == ["B.py", "a.py", "a/y/x.py", "a/z.py", "b.py", "ä.py"]


def test_notebooks_and_stubs_are_counted_as_left_out(tmp_path: Path) -> None:
    grow(tmp_path, "a.ipynb", "b/c.pyi", "b/c.py")
    assert left_out(tmp_path) == {"a.ipynb": "notebook", "b/c.pyi": "stub"}


def test_what_tools_and_installers_make_is_left_out(tmp_path: Path) -> None:
    grow(tmp_path, "node_modules/x.py", "env/pyvenv.cfg", "env/lib/x.py", "x.egg-info/y.py", ".tox/a.py", "a.py")
    grow(tmp_path, "build/lib/a.py", "dist/a.py", "__pycache__/a.py", ".git/hooks/a.py", "lib/site-packages/b.py")
    assert files(tmp_path) == ["a.py"]
    assert left_out(tmp_path) == {
        ".tox": "excluded",
        "build": "build output",
        "dist": "build output",
        "env": "virtual environment",
        "lib/site-packages": "excluded",
        "node_modules": "excluded",
        "x.egg-info": "excluded",
    }


def test_a_package_named_build_is_source(tmp_path: Path) -> None:
    grow(tmp_path, "app/build/__init__.py", "app/build/a.py")
    assert files(tmp_path) == ["app/build/__init__.py", "app/build/a.py"]


def test_exclude_and_extend_exclude_by_name_and_by_path(tmp_path: Path) -> None:
    grow(tmp_path, "a/legacy/x.py", "b/x.py", "b/y.py", "venv/x.py")
    settings = Settings(exclude=(Pattern(str(tmp_path), "legacy"),), extend_exclude=(Pattern(str(tmp_path), "b/x.py"),))
    assert files(tmp_path, settings) == ["b/y.py", "venv/x.py"]
    assert left_out(tmp_path, settings) == {"a/legacy": "excluded", "b/x.py": "excluded"}


def test_ignore_files_hold_for_what_lies_below_and_the_nearest_decides(tmp_path: Path) -> None:
    grow(tmp_path, "a.py", "gen/a.py", "x/gen/a.py", "x/keep_me.py", "x/other_me.py", "y/keep_me.py")
    grow(tmp_path, texts={".gitignore": "gen/\n*_me.py\n", "x/.gitignore": "!keep_me.py\n"})
    assert files(tmp_path) == ["a.py", "x/keep_me.py"]
    assert left_out(tmp_path) == {
        "gen": "gitignored",
        "x/gen": "gitignored",
        "x/other_me.py": "gitignored",
        "y/keep_me.py": "gitignored",
    }


def test_ignore_files_are_not_asked_where_settings_say_so(tmp_path: Path) -> None:
    grow(tmp_path, "gen/a.py", texts={".gitignore": "gen/"})
    assert files(tmp_path, Settings(respect_gitignore=False)) == ["gen/a.py"]


def test_ignore_files_above_the_root_hold_up_to_the_repository(tmp_path: Path) -> None:
    grow(tmp_path, "repo/app/a.py", "repo/app/b.py", "repo/.git/HEAD")
    grow(tmp_path, texts={".gitignore": "a.py", "repo/.gitignore": "app/b.py", "repo/.git/info/exclude": "c.py"})
    assert files(tmp_path / "repo/app") == ["a.py"]
    grow(tmp_path, "repo/app/c.py")
    assert files(tmp_path / "repo/app") == ["a.py"]


def test_a_root_that_is_itself_ignored_is_walked_because_it_was_named(tmp_path: Path) -> None:
    grow(tmp_path, "repo/.git/HEAD", "repo/sub/a.py", texts={"repo/.gitignore": "sub/"})
    assert files(tmp_path / "repo/sub") == ["a.py"]


def test_a_repository_inside_has_its_own_ignore_files(tmp_path: Path) -> None:
    grow(tmp_path, "sub/.git/HEAD", "sub/a.py", "b/a.py", texts={".gitignore": "a.py"})
    assert files(tmp_path) == ["sub/a.py"]


def test_a_senseless_ignore_pattern_is_passed_over(tmp_path: Path) -> None:
    grow(tmp_path, "a.py", "b.py", texts={".gitignore": "# note\n\n!\n/\n***\0[\nb.py\n"})
    assert files(tmp_path) == ["a.py"]


def test_settings_that_begin_in_a_folder_hold_below_it(tmp_path: Path) -> None:
    grow(tmp_path, "a.py", "sub/gen/a.py", "sub/a.py", "sub/x/b.py", "sub/pyproject.toml")
    inner = Settings(exclude=(Pattern("", "gen"),), jobs=2)
    result = discover(str(tmp_path), Settings(), lambda folder: inner if folder.endswith("sub") else None)
    assert [(file.path, result.settings[file.settings].jobs) for file in result.files] == [
        ("a.py", 0),
        ("sub/a.py", 2),
        ("sub/x/b.py", 2),
    ]


def test_links_are_not_followed_and_are_counted(tmp_path: Path) -> None:
    grow(tmp_path, "a/x.py")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "a/self.py").symlink_to(tmp_path / "a/self.py")
    (tmp_path / "second.py").symlink_to(tmp_path / "a/x.py")
    (tmp_path / "data.txt").symlink_to(tmp_path / "a/x.py")
    assert files(tmp_path) == ["a/x.py"]
    assert left_out(tmp_path) == {"a/loop": "link", "a/self.py": "link", "second.py": "link"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf_8_is_left_out_by_name(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.py")).write_bytes(b"")
    assert files(tmp_path) == []
    assert left_out(tmp_path) == {"caf\\udce9.py": "name is not UTF-8"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    grow(tmp_path, "folder.py/a.py")
    assert files(tmp_path) == ["folder.py/a.py"]
    assert left_out(tmp_path) == {"pipe.py": "not a file"}


def test_a_folder_that_cannot_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grow(tmp_path, "locked/a.py", "b.py")
    real = os.scandir

    def guarded(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", guarded)
    result = found(tmp_path)
    assert [file.path for file in result.files] == ["b.py"]
    assert [(failure.kind, failure.path) for failure in result.failures] == [("unreadable", "locked")]


def test_the_reason_for_one_file_is_the_reason_of_the_walk(tmp_path: Path) -> None:
    grow(tmp_path, "a/legacy/x.py", "gen/a.py", "env/pyvenv.cfg", "env/x.py", "ok/a.py", texts={".gitignore": "gen/"})
    settings = Settings(extend_exclude=(Pattern(str(tmp_path), "legacy"),))

    def why(path: str) -> str | None:
        return why_left_out(str(tmp_path), path, settings, lambda _: None)

    assert why("a/legacy/x.py") == "excluded"
    assert why("gen/a.py") == "gitignored"
    assert why("env/x.py") == "virtual environment"
    assert why("ok/a.py") is None
