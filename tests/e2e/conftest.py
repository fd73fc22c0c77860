"""Runs the command as a process of its own, as users and CI do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from processes import SHOP, environment

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A copy of the example backend, without a store."""
    folder = tmp_path / "shop"
    shutil.copytree(SHOP, folder, ignore=shutil.ignore_patterns(".lintel_cache", "__pycache__"))
    return folder


@pytest.fixture
def lintel() -> Run:
    """Run `lintel` in a folder; the finished process."""

    def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "lintel", *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment(**more), capture_output=True, timeout=200, check=False
        )

    return run


@pytest.fixture
def program() -> Run:
    """Run a program that is written to a file of its own, with the arguments that its command line has.

    `everywhere` lets each interpreter that the program starts begin with it too: as what the site's owner added.
    """

    def run(
        folder: Path, text: str, *arguments: str, everywhere: bool = False, **more: str
    ) -> subprocess.CompletedProcess[bytes]:
        script = folder.parent / "program.py"
        script.write_text(text, encoding="utf-8")
        if everywhere:
            site = folder.parent / "site"
            site.mkdir(exist_ok=True)
            (site / "sitecustomize.py").write_text(text, encoding="utf-8")
            more["PYTHONPATH"] = os.pathsep.join((str(site), environment()["PYTHONPATH"]))
        command = [sys.executable, str(script), *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment(**more), capture_output=True, timeout=200, check=False
        )

    return run


@pytest.fixture(autouse=True)
def _posix() -> None:
    if os.name == "nt":
        pytest.skip("signals and forks")
