"""A fresh interpreter, for questions about what an import drags in."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.fixture
def run_python():
    def run(program):
        return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout

    return run
