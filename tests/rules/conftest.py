"""Shared by all tests of rules: knowledge is loaded once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lintel.knowledge.index import Knowledge, load


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()
