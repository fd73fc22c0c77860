"""Lets the tests of this folder share the bench and the small rules beside them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from engine_bench import RULES, Workbench

from lintel.knowledge.index import Knowledge, load


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
def bench(tmp_path: Path, knowledge: Knowledge) -> Workbench:
    for rule in RULES:
        sys.modules[rule].calls.clear()  # type: ignore[attr-defined]
    return Workbench(tmp_path, knowledge)
