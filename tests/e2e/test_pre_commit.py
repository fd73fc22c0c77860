"""pre-commit runs the hook as docs/editors.md has it, and the one that this repository offers, on every commit.

Only how the command comes into being is another here: pre-commit would fetch packages for `language: python`, so the
hook runs the Lintel of this checkout.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from processes import ROOT, environment

CLEAN = '"""Orders."""\n\n\ndef total(prices):\n    return sum(prices)\n'
DROPPED = "def charge(order):\n    try:\n        order.charge()\n    except Exception:\n        pass\n"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def documented() -> dict[str, Any]:
    """The configuration that docs/editors.md tells people to write."""
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    match = re.search(r"```yaml\n(repos:\n  - repo: local\n.*?)```", page, re.DOTALL)
    assert match is not None
    return yaml.safe_load(match[1])


def offered() -> dict[str, Any]:
    """The hook of those who name this repository."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return hook


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command in the repository, with a home of its own and no settings of the machine."""
    (tmp_path / "home").mkdir()
    home = str(tmp_path / "home")
    named = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    more = environment(HOME=home, PRE_COMMIT_HOME=home, GIT_CONFIG_NOSYSTEM="1", PRE_COMMIT_COLOR="never", **named)

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=tmp_path / "repo", env=more, capture_output=True, text=True, timeout=200, check=False
        )

    return run


@pytest.fixture
def repository(tmp_path: Path, run: Run) -> Path:
    """A repository in which pre-commit is installed, with everything staged and nothing committed."""
    folder = tmp_path / "repo"
    folder.mkdir()
    settings = documented()
    (hook,) = settings["repos"][0]["hooks"]
    assert hook["entry"] == "lintel check"
    hook |= {"entry": f"{sys.executable} -m lintel check", "language": "system", "additional_dependencies": []}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.lintel]\nfail-on = 'warning'\n", encoding="utf-8")
    (folder / "orders.py").write_text(CLEAN, encoding="utf-8")
    assert run("git", "init", "-q").returncode == 0
    assert run("git", "add", ".").returncode == 0
    assert run(sys.executable, "-m", "pre_commit", "install").returncode == 0
    return folder


def test_a_commit_without_findings_passes(repository, run):
    finished = run("git", "commit", "-m", "orders")
    assert finished.returncode == 0, finished.stderr
    assert re.search(r"^lintel\.+Passed$", finished.stderr, re.MULTILINE)
    assert run("git", "status", "--short").stdout == "", "the store is no part of the repository"


def test_a_finding_holds_the_commit_back_and_is_told(repository, run):
    (repository / "charges.py").write_text(DROPPED, encoding="utf-8")
    run("git", "add", ".")
    finished = run("git", "commit", "-m", "charges")
    assert finished.returncode == 1
    assert re.search(r"^lintel\.+Failed$", finished.stderr, re.MULTILINE)
    assert "warning[LNT601 swallowed-exception]" in finished.stderr
    assert "--> charges.py:4:5" in finished.stderr
    assert run("git", "log").returncode != 0


def test_only_what_is_staged_counts(repository, run):
    (repository / "orders.py").write_text(CLEAN + "\n\n" + DROPPED, encoding="utf-8")
    assert run("git", "commit", "-m", "orders").returncode == 0


def test_what_cannot_be_judged_holds_the_commit_back(repository, run):
    (repository / "broken.py").write_text("def f(:\n", encoding="utf-8")
    run("git", "add", ".")
    finished = run("git", "commit", "-m", "broken")
    assert finished.returncode == 1
    assert "- exit code: 2" in finished.stderr


def test_files_that_are_left_out_are_named_by_pre_commit_and_left_out_where_the_settings_insist(repository, run):
    (repository / "vendored.py").write_text(DROPPED, encoding="utf-8")
    settings = (repository / "pyproject.toml").read_text() + "extend-exclude = ['vendored.py']\n"
    (repository / "pyproject.toml").write_text(settings, encoding="utf-8")
    run("git", "add", ".")
    assert run("git", "commit", "-m", "vendored").returncode == 1
    (repository / "pyproject.toml").write_text(settings + "force-exclude = true\n", encoding="utf-8")
    run("git", "add", ".")
    assert run("git", "commit", "-m", "vendored").returncode == 0


def test_the_offered_hook_is_valid_and_does_what_the_documented_one_does(run, repository):
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    assert run(sys.executable, "-m", "pre_commit", "validate-manifest", manifest).returncode == 0
    (hook,) = documented()["repos"][0]["hooks"]
    ours = {key: value for key, value in offered().items() if key != "description"}
    assert ours | {"additional_dependencies": ["flake8-lintel"]} == hook
