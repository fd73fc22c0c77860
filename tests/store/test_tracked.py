"""A cache folder that git tracks came with the code: it is not believed, whatever form git's index has."""

from __future__ import annotations

import contextlib
import os
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.store import tracked
from lintel.store.tracked import distrusted

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

TRACKED = "git tracks it"


def git(folder: Path, *arguments: str) -> None:
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    people = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = ["git", "-c", "protocol.file.allow=always", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env={**os.environ, **names, **people})


def grow(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path, encoding="utf-8")


@pytest.fixture(params=["sha1", "sha256"])
def repo(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q", f"--object-format={request.param}")
    grow(folder, ".github/ci.yml", ".lintel_cachd/x", ".lintel_cache/store-1.db", "app/a.py", "app/b.py", "zoo.py")
    git(folder, "add", ".github", "app", "zoo.py", ".lintel_cachd")
    return folder


class TestWhatGitTracks:
    def test_a_folder_that_is_not_tracked_is_believed(self, repo: Path) -> None:
        assert distrusted(repo / ".lintel_cache") == ""
        assert distrusted(repo / "app/.lintel_cache") == ""
        assert distrusted(repo / "not-yet/there") == ""

    @pytest.mark.parametrize("version", ["2", "4"])
    def test_a_file_in_it_is_enough(self, repo: Path, version: str) -> None:
        git(repo, "add", "-f", ".lintel_cache/store-1.db")
        git(repo, "update-index", f"--index-version={version}")
        assert distrusted(repo / ".lintel_cache") == TRACKED
        assert distrusted(repo / "app/.lintel_cache") == ""
        git(repo, "rm", "-q", "--cached", "-r", ".lintel_cache")
        assert distrusted(repo / ".lintel_cache") == ""

    def test_extended_entries_are_read(self, repo: Path) -> None:
        git(repo, "add", "-f", "-N", ".lintel_cache/store-1.db")  # version 3
        assert distrusted(repo / ".lintel_cache") == TRACKED

    def test_a_split_index_is_read_whole(self, repo: Path) -> None:
        git(repo, "add", "-f", ".lintel_cache/store-1.db")
        git(repo, "update-index", "--split-index")
        grow(repo, "app/c.py")
        git(repo, "add", "app/c.py")
        assert list((repo / ".git").glob("sharedindex.*"))
        assert distrusted(repo / ".lintel_cache") == TRACKED
        assert distrusted(repo / "app/.lintel_cache") == ""

    def test_the_spelling_of_a_file_system_without_cases_counts(self, repo: Path) -> None:
        grow(repo, ".LINTEL_Cache/store-1.db")
        git(repo, "add", "-f", ".LINTEL_Cache")
        assert distrusted(repo / ".lintel_cache") == TRACKED

    def test_a_folder_below_and_one_of_another_name(self, repo: Path) -> None:
        grow(repo, "services/pay/.lintel_cache/x", "kept/cache/x", "kept/cache-two/x")
        git(repo, "add", "-f", "services", "kept/cache")
        assert distrusted(repo / "services/pay/.lintel_cache") == TRACKED
        assert distrusted(repo / "kept/cache") == TRACKED
        assert distrusted(repo / "kept/cache-two") == ""
        assert distrusted(repo / ".lintel_cache") == ""

    def test_a_committed_link_in_place_of_it_or_around_it(self, repo: Path, tmp_path: Path) -> None:
        (repo / "cache").symlink_to(tmp_path)
        (repo / "elsewhere").symlink_to(tmp_path)
        git(repo, "add", "cache", "elsewhere")
        assert distrusted(repo / "cache") == TRACKED
        assert distrusted(repo / "elsewhere/inner/cache") == TRACKED

    def test_linked_working_trees_and_submodules_have_an_index_of_their_own(self, repo: Path, tmp_path: Path) -> None:
        git(repo, "commit", "-qm", "x")
        git(repo, "worktree", "add", "-q", str(tmp_path / "second"))
        grow(tmp_path / "second", ".lintel_cache/x")
        assert distrusted(tmp_path / "second/.lintel_cache") == ""
        git(tmp_path / "second", "add", "-f", ".lintel_cache")
        assert distrusted(tmp_path / "second/.lintel_cache") == TRACKED
        assert distrusted(repo / ".lintel_cache") == ""
        git(repo, "submodule", "--quiet", "add", str(repo), "inner")
        grow(repo / "inner", ".lintel_cache/x")
        assert distrusted(repo / "inner/.lintel_cache") == ""
        git(repo / "inner", "add", "-f", ".lintel_cache")
        assert distrusted(repo / "inner/.lintel_cache") == TRACKED


class TestWithoutAnIndex:
    def test_a_tree_that_is_no_repository_and_one_without_files(self, tmp_path: Path) -> None:
        assert distrusted(tmp_path / ".lintel_cache") == ""
        git(tmp_path, "init", "-q")
        assert distrusted(tmp_path / ".lintel_cache") == ""

    def test_a_link_in_place_of_the_folder_that_is_made_unasked(self, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        (tmp_path / ".lintel_cache").symlink_to("other")
        assert distrusted(tmp_path / ".lintel_cache") == "it is a link"

    @pytest.mark.parametrize(
        "content", [b"", b"DIRC", b"DIRC\0\0\0\x09\0\0\0\0", b"DIRC\0\0\0\x04\0\0\xff\xff" + b"x" * 90]
    )
    def test_an_index_that_cannot_be_read_is_a_reason(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / ".git").mkdir()
        (tmp_path / ".git/index").write_bytes(content)
        assert distrusted(tmp_path / ".lintel_cache").startswith("git's index cannot be read: ")

    @given(st.binary(max_size=300), st.sampled_from([2, 3, 4]))
    def test_no_bytes_make_it_raise_anything_else(self, rest: bytes, version: int) -> None:
        index = b"DIRC" + version.to_bytes(4, "big") + rest + b".lintel_cache"
        with contextlib.suppress(ValueError, IndexError, struct.error):
            assert tracked._lists(index, ".lintel_cache") in {True, False}
